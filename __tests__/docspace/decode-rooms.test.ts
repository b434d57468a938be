import { describe, expect, test } from '@jest/globals';
import { decodeRoom, decodeRooms } from '../../src/docspace/decode-rooms.ts';
import { failureFrom } from './failures.ts';
import { recorded } from './recorded.ts';

describe('rooms', () => {
  const room = {
    id: 12,
    title: 'A\nroom',
    roomType: 5,
    rootFolderType: 14,
    access: 9,
    security: { EditAccess: true, Read: true },
    createdBy: { id: '6F1C0000-0000-4000-8000-00000000000A' },
    shared: true,
    sharedExternal: false,
  };

  test('a room', () => {
    expect(decodeRoom(room, 'x', '12')).toMatchObject({
      id: '12',
      title: 'A\nroom',
      type: { label: 'Custom room' },
      typeCode: 5,
      area: 'active',
      canEditAccess: true,
      access: 9,
      ownerId: '6f1c0000-0000-4000-8000-00000000000a',
      shared: true,
      sharedExternal: false,
    });
  });

  test.each([
    [{ id: 'sbox-3-x' }, { id: 'sbox-3-x' }],
    [{ rootFolderType: 20 }, { area: 'archived' }],
    [{ rootFolderType: 30 }, { area: 'template' }],
    [{ rootFolderType: 34 }, { area: 'agents' }],
    [{ roomType: 77 }, { type: null, typeCode: 77 }],
    [{ security: null }, { canEditAccess: false }],
    [{ security: {} }, { canEditAccess: false }],
    [{ createdBy: null }, { ownerId: null }],
    [{ createdBy: {} }, { ownerId: null }],
    [{ sharedExternal: null }, { shared: null, sharedExternal: null }],
  ])('%j', (change, expected) => {
    const changed = { ...room, ...change };
    expect(decodeRoom(changed, 'x', String(changed.id))).toMatchObject(expected);
  });

  test('all those recorded are read', () => {
    const found = recorded.flatMap(([name, response]) => {
      if (typeof response !== 'object' || response === null || !('rootFolderType' in response)) return [];
      if (!('roomType' in response && 'id' in response)) return [];
      return [decodeRoom(response, name, String(response.id))];
    });
    expect(found.length).toBeGreaterThan(10);
    expect(new Set(found.map(({ area }) => area))).toStrictEqual(new Set(['active', 'archived']));
  });

  test('a folder is none', async () => {
    const call = Promise.resolve().then(() => decodeRoom({ ...room, roomType: undefined }, 'x', '12'));
    const { problems } = await failureFrom(call);
    expect(problems[0]).toMatchObject({ code: 'not-a-room', message: '"A room" (12) is a folder, not a room.' });
  });

  test.each([{ rootFolderType: 5 }, { id: 1.5 }, { id: '' }, { title: null }, { access: undefined }])(
    '%j is not DocSpace',
    async (change) => {
      const call = Promise.resolve().then(() => decodeRoom({ ...room, ...change }, 'x', '12'));
      const { problems } = await failureFrom(call);
      expect(problems[0]?.code).toBe('not-docspace');
    },
  );

  test('a page of them, without folders that are none', () => {
    const page = { folders: [room, { ...room, id: 13, roomType: null }], total: 7, files: [] };
    const { rooms, size, total } = decodeRooms(page, 'x', 0);
    expect([rooms.map(({ id }) => id), size, total]).toStrictEqual([['12'], 2, 7]);
  });
});
