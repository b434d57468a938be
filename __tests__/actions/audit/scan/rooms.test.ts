import { afterEach, describe, expect, test } from '@jest/globals';
import type { RoomReference } from '../../../../src/links/room.ts';
import { failureFrom, codeFrom } from '../../../docspace/failures.ts';
import { addRooms, asked, scanAs } from './scanning.ts';
import { closeAll, portalOf as start } from '../../../support/step.ts';

afterEach(closeAll);

const byId = (id: number | string): RoomReference => ({ by: 'id', id: String(id) });
const byTitle = (title: string): RoomReference => ({ by: 'title', title });

describe('rooms that are named', () => {
  test('by id are asked for alone, wherever they are', async () => {
    const portal = await start();
    const [first, second] = addRooms(portal, 3);
    portal.archive(second ?? '');
    const { report } = await scanAs(portal, 'owner', { rooms: [byId(second ?? ''), byId(first ?? '')] });
    expect(report.results.map(({ room }) => room.id)).toStrictEqual([first, second]);
    expect(report.coverage).toMatchObject({ total: 2, read: 2, links: 2, complete: true });
    expect([...asked(portal)].sort()).toStrictEqual(
      [first, second].flatMap((id) => [`GET files/rooms/${id}`, `GET files/rooms/${id}/links`]),
    );
  });

  test('by exact title, or by both, are read once', async () => {
    const portal = await start();
    const cafe = portal.addRoom({ title: 'Caf\u00e9', roomType: 5 });
    portal.addRoom({ title: 'Cafe', roomType: 5 });
    portal.addRoom({ title: 'caf\u00e9', roomType: 5 });
    const rooms = [byTitle('Cafe\u0301'), byId(cafe.id), byTitle('Caf\u00e9')];
    const { report } = await scanAs(portal, 'owner', { rooms });
    expect(report.results.map(({ room }) => room.id)).toStrictEqual([String(cafe.id)]);
    expect(asked(portal).filter((one) => one.endsWith('/links'))).toEqual([`GET files/rooms/${cafe.id}/links`]);
  });

  test('by a title are looked for in the area', async () => {
    const portal = await start();
    const { id } = portal.addRoom({ title: 'Old', roomType: 5, root: 20 });
    const { report: active } = await scanAs(portal, 'owner', { rooms: [byTitle('Old')] });
    expect(active.unread).toMatchObject([{ kind: 'failed', problem: { code: 'room-not-found' } }]);
    for (const area of ['archived', 'any'] as const) {
      const { report } = await scanAs(portal, 'owner', { rooms: [byTitle('Old')], area });
      expect(report.results.map(({ room }) => room.id)).toStrictEqual([String(id)]);
    }
  });

  test('and are not there, or not clear, are unread; the others are read', async () => {
    const portal = await start();
    const [fine] = addRooms(portal, 1);
    const twins = [1, 2].map(() => portal.addRoom({ title: 'Twin', roomType: 5 }).id);
    const rooms = [byId(fine ?? ''), byId(4711), byTitle('Nowhere'), byId(9), byTitle('Twin'), byId('drive-1-x')];
    const { report } = await scanAs(portal, 'owner', { rooms });
    expect(report.results.map(({ room }) => room.id)).toStrictEqual([fine]);
    expect(report.coverage).toMatchObject({ total: 6, read: 1, unreadable: 0, failed: 5, complete: false });
    const reported = report.unread.map((one) => [one.room.id, one.room.title, one.kind === 'failed' && one.problem]);
    expect(reported).toStrictEqual([
      ['', 'Nowhere', expect.objectContaining({ code: 'room-not-found', message: '`rooms` names "Nowhere": no active room that this key can see has this title.' })],
      ['', 'Twin', expect.objectContaining({ code: 'room-ambiguous', message: `\`rooms\` names "Twin": 2 rooms have this title: ${twins.join(', ')}.` })],
      ['9', '', expect.objectContaining({ code: 'not-a-room', message: expect.stringMatching(/^`rooms` names 9: "Rooms" \(9\) is a folder/u) })],
      ['4711', '', expect.objectContaining({ code: 'room-not-found', message: expect.stringMatching(/^`rooms` names 4711: The portal has no room 4711/u) })],
      ['drive-1-x', '', expect.objectContaining({ code: 'room-not-found', message: expect.stringMatching(/^`rooms` names drive-1-x/u) })],
    ]); // prettier-ignore
  });

  test('and may not be seen, or cannot be read, are in the coverage', async () => {
    const portal = await start();
    const [hidden] = addRooms(portal, 1);
    const { id: broken } = portal.addRoom({ title: 'Broken', roomType: 5, members: { outsider: 9 } });
    const path = new RegExp(`/rooms/${broken}$`, 'u');
    portal.fault({ path, times: 99 }, { kind: 'html', status: 502 });
    const { report } = await scanAs(portal, 'outsider', { rooms: [byId(hidden ?? ''), byId(broken)] });
    expect(report.coverage).toMatchObject({ total: 2, read: 0, unreadable: 1, failed: 1, complete: false });
    const room = { title: '', shared: null, sharedExternal: null };
    expect(report.unread).toMatchObject([
      { kind: 'unreadable', why: 'not-visible', room: { ...room, id: hidden } },
      { kind: 'failed', problem: { code: 'portal-unavailable' }, room: { ...room, id: String(broken) } },
    ]);
  });

  test('by a title in a list that breaks off: nobody knows which is meant', async () => {
    const portal = await start();
    const [id] = addRooms(portal, 101);
    portal.fault({ path: /startIndex=100/u, times: 99 }, { kind: 'html', status: 503 });
    const title = byTitle('Room 1');
    await expect(codeFrom(scanAs(portal, 'owner', { rooms: [title] }))).resolves.toBe('portal-unavailable');
    // ... while rooms that are named by their ids are read.
    const { report } = await scanAs(portal, 'owner', { rooms: [title, byId(id ?? '')] });
    expect(report.coverage).toMatchObject({ total: 2, read: 1, failed: 1, complete: false });
    expect(report.unread).toMatchObject([{ room: { id: '', title: 'Room 1' }, problem: { code: 'portal-unavailable' } }]);
  }); // prettier-ignore

  test('and is deleted while the scan runs is unread, not passed over', async () => {
    const portal = await start();
    const [first, second] = addRooms(portal, 2);
    portal.on({ path: `/rooms/${second}/links` }, () => void portal.state.rooms.delete(second ?? ''));
    const { report } = await scanAs(portal, 'owner', { rooms: [byId(first ?? ''), byId(second ?? '')] });
    expect(report.coverage).toMatchObject({ total: 2, read: 1, failed: 1, gone: 0, complete: false });
    expect(report.unread).toMatchObject([
      { problem: { message: `\`rooms\` names ${second}, which was deleted while the audit ran.` } },
    ]);
  });
});

describe('rooms that are left out', () => {
  test('by id and by title', async () => {
    const portal = await start();
    const [first, second, third] = addRooms(portal, 3);
    const exclude = [byId(first ?? ''), byTitle('Room 1')];
    const { report } = await scanAs(portal, 'owner', { exclude });
    expect(report.results.map(({ room }) => room.id)).toStrictEqual([third]);
    expect(report.coverage).toMatchObject({ total: 1, read: 1, excluded: 2, complete: true });
    expect(asked(portal)).not.toContain(`GET files/rooms/${second}/links`);
    const named = [byId(first ?? ''), byId(second ?? ''), byId(third ?? '')];
    const { report: other } = await scanAs(portal, 'owner', { rooms: named, exclude });
    expect(other.coverage).toMatchObject({ total: 1, excluded: 2 });
  });

  test('also if they could not be seen', async () => {
    const portal = await start();
    const [hidden] = addRooms(portal, 1);
    const rooms = [byId(hidden ?? '')];
    const { report, warnings } = await scanAs(portal, 'outsider', { rooms, exclude: rooms });
    expect(report.coverage).toMatchObject({ total: 0, unreadable: 0, excluded: 1 });
    expect(warnings).toStrictEqual([]);
  });

  test('and are not there: a warning, as the rest is read all the same', async () => {
    const portal = await start();
    addRooms(portal, 1);
    const { report, warnings } = await scanAs(portal, 'owner', { exclude: [byTitle('Gone'), byId(4711)] });
    expect(report.coverage).toMatchObject({ total: 1, excluded: 0 });
    expect(warnings).toStrictEqual([
      'Nothing to exclude: `exclude-rooms` names "Gone": no such room here.',
      'Nothing to exclude: `exclude-rooms` names 4711: no such room here.',
    ]);
  });

  test('and are not clear: an error, or more would be left out than was meant', async () => {
    const portal = await start();
    const twins = [1, 2].map(() => portal.addRoom({ title: 'Twin', roomType: 5 }).id);
    const { problems } = await failureFrom(scanAs(portal, 'owner', { exclude: [byTitle('Twin')] }));
    expect(problems).toMatchObject([
      { code: 'room-ambiguous', message: `\`exclude-rooms\` names "Twin": 2 rooms have this title: ${twins.join(', ')}.` }, // prettier-ignore
    ]);
  });
});
