import { afterEach, describe, expect, test } from '@jest/globals';
import { problemFrom } from './failures.ts';
import { serve } from './servers.ts';
import { apiKey, client, closeAll, start, success } from './stage.ts';

afterEach(closeAll);

describe('the list of rooms', () => {
  test('is read page by page, by area', async () => {
    const portal = await start();
    for (let n = 0; n < 205; n += 1) portal.addRoom({ title: `Room ${n}`, roomType: 5 });
    portal.addRoom({ title: 'Old room', roomType: 5, root: 20 });
    portal.addRoom({ title: 'Template', roomType: 5, root: 30 });
    const docSpace = portal.as('owner');
    await expect(docSpace.rooms({ area: 'active' })).resolves.toHaveLength(205);
    expect(portal.requests.map(({ path }) => path)).toStrictEqual(
      [0, 100, 200].map((start) => `/api/2.0/files/rooms?count=100&startIndex=${start}&searchArea=0`),
    );
    await expect(docSpace.rooms({ area: 'archived' })).resolves.toMatchObject([
      { title: 'Old room', area: 'archived' },
    ]);
    await expect(docSpace.rooms({ area: 'template' })).resolves.toMatchObject([{ title: 'Template' }]);
    await expect(docSpace.rooms({ area: 'agents' })).resolves.toStrictEqual([]);
    const found = await docSpace.rooms({ area: 'active', title: 'room 20&' });
    expect(found).toStrictEqual([]);
    expect(portal.requests.at(-1)?.path).toContain('&searchArea=0&filterValue=room%2020%26');
    await expect(docSpace.rooms({ area: 'active', title: 'room 204' })).resolves.toHaveLength(1);
  });

  interface Page {
    readonly ids: readonly number[];
    readonly total: number;
  }
  const pageOf = ({ ids, total }: Page): string =>
    success({
      folders: ids.map((one) => ({ id: one, title: 't', roomType: 5, rootFolderType: 14, access: 0 })),
      total,
    });

  test.each<[string, readonly Page[], readonly number[], number]>([
    ['one page', [{ ids: [1, 2], total: 2 }], [1, 2], 1],
    ['none', [{ ids: [], total: 0 }], [], 1],
    ['short pages', [{ ids: [1], total: 3 }, { ids: [2], total: 3 }, { ids: [3], total: 3 }], [1, 2, 3], 3], // prettier-ignore
    ['a total that shrinks', [{ ids: [1, 2], total: 4 }, { ids: [4], total: 3 }, { ids: [2, 3], total: 3 }, { ids: [4], total: 3 }], [2, 4, 3], 4], // prettier-ignore
    ['an impossible total', [{ ids: [1, 2], total: 9 }, { ids: [], total: 9 }, { ids: [1, 2], total: 9 }, { ids: [], total: 9 }], [1, 2], 4], // prettier-ignore
    ['a room that moved past us', [{ ids: [1, 2], total: 4 }, { ids: [2, 3], total: 4 }, { ids: [4, 1], total: 4 }, { ids: [2, 3], total: 4 }], [1, 2, 3, 4], 4], // prettier-ignore
  ])('%s', async (_, pages, ids, requests) => {
    const { url, seen } = await serve((_request, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(pageOf(pages[seen.length - 1] as Page));
    });
    const rooms = await client(url, apiKey).docSpace.rooms({ area: 'active' });
    expect(rooms.map((room) => Number(room.id))).toStrictEqual(ids);
    expect(seen).toHaveLength(requests);
  });

  test('that comes round again and again is not taken for whole', async () => {
    const { url, seen } = await serve((_, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(pageOf({ ids: [1, 2], total: 300 }));
    });
    const { code, message } = await problemFrom(client(url, apiKey).docSpace.rooms({ area: 'active' }));
    expect(code).toBe('not-docspace');
    expect(message).toContain(
      'The portal says that it has 300 rooms, and lists 2 of them, also when it is asked again.',
    );
    expect(seen).toHaveLength(4);
  });
});
