import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readRoomList, type RoomList } from '../../src/docspace/paging.ts';
import { decodeRoom } from '../../src/docspace/decode-rooms.ts';
import type { Room } from '../../src/links/room.ts';
import { attempt } from '../../src/links/result.ts';
import { codeFrom } from './failures.ts';

const roomOf = (id: number): Room =>
  decodeRoom({ id, title: `Room ${id}`, roomType: 5, rootFolderType: 14, access: 0 }, 'GET room', String(id));

interface Read {
  readonly list: RoomList;
  readonly ids: readonly number[];
}

/** Reads a list of `size` rooms a page, on which `between` acts before every page but the first. */
async function read(
  rooms: number[],
  between: (rooms: number[], page: number) => void,
  { size = 3, whole = true }: { readonly size?: number; readonly whole?: boolean } = {},
): Promise<Read> {
  let page = 0;
  const pages = readRoomList({
    readPage: (start) => {
      if (page > 0) between(rooms, page);
      page += 1;
      const slice = rooms.slice(start, start + size);
      return Promise.resolve({ rooms: slice.map(roomOf), size: slice.length, total: rooms.length });
    },
    whole,
    debug: () => undefined,
  });
  const ids: number[] = [];
  for (;;) {
    const { done, value } = await pages.next();
    if (done === true) return { list: value, ids };
    ids.push(...value.map(({ id }) => Number(id)));
  }
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, n) => n + 1);
const sorted = (ids: Iterable<number | string>): readonly number[] => Array.from(ids, Number).sort((a, b) => a - b);

describe('a list of rooms over several pages', () => {
  test('that nobody changes is read once', async () => {
    let pages = 1;
    const { ids } = await read(numbers(8), () => void (pages += 1));
    expect([ids, pages]).toStrictEqual([numbers(8), 3]);
  });

  const leaves = (rooms: number[]): void => {
    rooms.splice(0, 1);
  };

  test.each<[string, readonly number[], (rooms: number[]) => void]>([
    ['a room leaves', [1], leaves],
    ['a room leaves and two come at the end', [1], (rooms) => { leaves(rooms); rooms.push(98, 99); }],
    ['a room comes at the front', [1], (rooms) => { rooms.unshift(99); }],
    ['a room moves from the end to the front', [1], (rooms) => { rooms.unshift(...rooms.splice(-1)); }],
    ['rooms leave during three readings', [1, 4, 6], leaves],
  ])('has all rooms that are there at the end where %s', async (_, at, act) => {
    const rooms = numbers(8);
    const { list } = await read(rooms, (now, page) => { if (at.includes(page)) act(now); });
    expect(sorted(list.ids)).toStrictEqual(sorted(rooms));
  }); // prettier-ignore

  test('never lacks a room that was there all the time, whatever else comes, goes and moves; or says so', async () => {
    const act = fc.record({ page: fc.integer({ min: 1, max: 12 }), kind: fc.constantFrom('leave', 'come', 'first'), at: fc.nat({ max: 9 }) }); // prettier-ignore
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 6 }), async (acts) => {
        const rooms = numbers(9);
        const state = { made: 100, masked: false };
        const between = (list: number[], page: number): void => {
          const now = acts.filter((one) => one.page === page);
          const before = list.length;
          for (const { kind, at } of now) {
            if (kind === 'come') list.splice(at % (list.length + 1), 0, (state.made += 1));
            if (kind === 'leave') list.splice(at % Math.max(list.length, 1), 1);
            if (kind === 'first') list.unshift(...list.splice(at % Math.max(list.length, 1), 1));
          }
          // As many come as go between two pages: only a room that turns out to be gone shows that.
          state.masked ||= now.some(({ kind }) => kind === 'leave') && list.length >= before;
        };
        const { value } = await attempt(() => read(rooms, between));
        const isProved = value !== undefined && !state.masked;
        const lacking = rooms.filter((id) => id < 100 && isProved && !value.ids.includes(id));
        expect(lacking).toStrictEqual([]);
      }),
    );
  });

  test('that loses a room during every reading is not taken for whole', async () => {
    const between = (rooms: number[]): void => void rooms.shift();
    await expect(codeFrom(read(numbers(40), between, { size: 10 }))).resolves.toBe('conflict');
    await expect(codeFrom(read(numbers(40), between, { size: 10, whole: false }))).resolves.toBe('conflict');
  });

  test('that only grows during every reading is whole', async () => {
    let made = 100;
    const { list } = await read(numbers(8), (rooms) => void rooms.push((made += 1)));
    expect(sorted(list.ids)).toStrictEqual(expect.arrayContaining(numbers(8)));
  });
});
