import { failure } from '../links/problem.ts';
import type { Room } from '../links/room.ts';

/** The portal gives so many rooms at once, and no more (portal.md §7). */
export const pageSize = 100;

/** One page of the list of rooms. */
export interface RoomPage {
  readonly rooms: readonly Room[];
  /** How many entries the page has; folders that are not rooms count too. */
  readonly size: number;
  /** How many entries the whole list has, as the portal says with this page. */
  readonly total: number;
}

/** What is known of a list once it was read to its end. */
export interface RoomList {
  /** Ids of the rooms that the last reading has: rooms of an earlier one may have left the list since. */
  readonly ids: ReadonlySet<string>;
}

/** How a list is read. */
export interface Listing {
  readonly readPage: (start: number) => Promise<RoomPage>;
  /** True: a list that always lacks the same number of rooms is an error. */
  readonly whole: boolean;
  readonly debug: (line: string) => void;
}

/** After so many readings, each of which met a change, the list is not read again. */
export const mostReadings = 5;

interface Reading extends RoomList {
  /** Rooms that the portal counts and does not list; negative: that it lists and does not count. */
  readonly missing: number;
  /** The last total, without folders that are not rooms. */
  readonly total: number;
  /** The total was not the same on all pages. */
  readonly moved: boolean;
  /** ... and at least once it was lower than before: a room that left made the following ones move up. */
  readonly fell: boolean;
  /** The last page had no room that was not on an earlier one. */
  readonly repeats: boolean;
}

/**
 * Gives the rooms of a list page by page, each room once. The portal numbers the pages by position, so a room that leaves
 * the list between two pages moves another one past the reader. Only a reading with one total and as many rooms proves
 * that the list is whole, so any other is repeated, at most four times. Throws `conflict` if the list changes during
 * every reading, and `not-docspace` if the portal counts more rooms than it lists in two equal readings (always if its
 * pages repeat themselves, else if the list has to be `whole`).
 */
export async function* readRoomList(listing: Listing): AsyncGenerator<readonly Room[], RoomList> {
  const known = new Set<string>();
  let before: Reading | null = null;
  for (let readings = 1; ; readings += 1) {
    const reading: Reading = yield* readOnce(listing, known);
    if (reading.missing === 0 && !reading.moved) return reading;
    if (before !== null && isSame(before, reading)) {
      const what = `The portal says that it has ${reading.total} rooms, and lists ${reading.ids.size} of them`;
      if (reading.repeats || listing.whole) throw failure('not-docspace', `${what}, also when it is asked again.`);
      listing.debug(`${what}.`);
      return reading;
    }
    if (readings === mostReadings) {
      // Where rooms only come, each reading has all that were there when it began.
      if (reading.missing === 0 && !reading.fell) return reading;
      throw failure(
        'conflict',
        `The list of rooms changed while it was read, ${mostReadings} times in a row.`,
        'Run the step again when fewer rooms are created, archived and deleted at the same time.',
      );
    }
    before = reading;
  }
}

/** All rooms of the pages that their last reading has: rooms of an earlier one may have left the list since. */
export async function wholeList(pages: AsyncGenerator<readonly Room[], RoomList>): Promise<readonly Room[]> {
  const all: Room[] = [];
  for (;;) {
    const { done, value } = await pages.next();
    if (done === true) return all.filter(({ id }) => value.ids.has(id));
    all.push(...value);
  }
}

/** Pages until the portal says that was all, or sends none that is new. Gives the rooms that are not `known` yet. */
async function* readOnce({ readPage }: Listing, known: Set<string>): AsyncGenerator<readonly Room[], Reading> {
  const ids = new Set<string>();
  const totals: number[] = [];
  let others = 0;
  for (let start = 0; ;) {
    const page = await readPage(start);
    const before = ids.size;
    const fresh: Room[] = [];
    for (const room of page.rooms) {
      ids.add(room.id);
      if (!known.has(room.id)) fresh.push(room);
      known.add(room.id);
    }
    yield fresh;
    totals.push(page.total);
    start += page.size;
    others += page.size - page.rooms.length;
    const repeats = page.size > 0 && page.rooms.length > 0 && ids.size === before;
    if (repeats || page.size === 0 || start >= page.total) {
      return {
        ids,
        missing: page.total - ids.size - others,
        total: page.total - others,
        moved: totals.some((total) => total !== page.total),
        fell: totals.some((total, at) => total < Math.max(...totals.slice(0, at))),
        repeats,
      };
    }
  }
}

/** Whether two readings without a change in between have found the same. */
function isSame(one: Reading, other: Reading): boolean {
  if (one.moved || other.moved || one.total !== other.total || one.ids.size !== other.ids.size) return false;
  return [...one.ids].every((id) => other.ids.has(id));
}
