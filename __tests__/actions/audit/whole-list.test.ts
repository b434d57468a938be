import { describe, expect, test } from '@jest/globals';
import type { Portal } from '../../../simulator/index.ts';
import { portalOf, set } from '../../support/step.ts';
import { workspaceOf } from '../../support/workspace.ts';
import { good, open } from './gallery.ts';
import { audit } from './stage.ts';

const bad = { ...open, title: 'For ever', expiresAt: null };

/** Adds rooms with a good link each; their ids. */
function addRooms(portal: Portal, count: number): readonly string[] {
  return Array.from({ length: count }, (_, n) => {
    const { id } = portal.addRoom({ title: `Room ${n}`, roomType: 5 });
    portal.addLink(id, good);
    return String(id);
  });
}

/** Does this before the second page of the list is read for the first time. */
function betweenPages(portal: Portal, act: () => void): void {
  portal.on({ path: /files\/rooms\?.*startIndex=[1-9]/u, times: 1 }, act);
}

const listed = (portal: Portal): number => portal.requests.filter(({ path }) => path.includes('files/rooms?')).length;

describe('a room that leaves the list while it is read moves no other room past the audit', () => {
  test.each<[string, (portal: Portal, id: string) => void, number]>([
    ['deleted', (portal, id) => void portal.state.rooms.delete(id), 9],
    ['archived', (portal, id) => { portal.archive(id); }, 9],
    ['deleted while another is created', (portal, id) => { portal.state.rooms.delete(id); portal.addRoom({ title: 'New', roomType: 5 }); }, 6],
    ['deleted while two others are created', (portal, id) => { portal.state.rooms.delete(id); ['A', 'B'].forEach((title) => portal.addRoom({ title, roomType: 5 })); }, 9],
    ['archived while another is created', (portal, id) => { portal.archive(id); portal.addRoom({ title: 'New', roomType: 5 }); }, 6],
  ])('%s [promise audit-whole-list]', async (_, leave, requests) => {
    const portal = await portalOf();
    const ids = addRooms(portal, 205);
    // The first room of the second page, which moves to the end of the first one.
    portal.addLink(ids[100] ?? '', bad);
    betweenPages(portal, () => { leave(portal, ids[3] ?? ''); });
    const ran = await audit(portal, { 'fail-on': 'never' });
    expect(ran.found).toEqual([`DSL001 ${ids[100]}`]);
    const there = [...portal.state.rooms.values()].filter(({ roomType, root }) => roomType !== null && root === 14);
    const read = portal.requests.filter(({ path }) => path.endsWith('/links')).map(({ path }) => path.split('/').at(-2));
    expect(read).toEqual(expect.arrayContaining(there.map(({ id }) => String(id))));
    expect(ran.outputs).toMatchObject({ complete: 'true', result: 'findings', 'rooms-unreadable': '0' });
    expect(listed(portal)).toBe(requests);
  }); // prettier-ignore

  test('a list of one page, too, is read again, as the room may only seem to be gone', async () => {
    const portal = await portalOf();
    const [first = ''] = addRooms(portal, 3);
    portal.on({ path: /files\/rooms\?/u }, () => void portal.state.rooms.delete(first), { when: 'after' });
    const ran = await audit(portal);
    expect(ran.outputs).toMatchObject({ complete: 'true', 'rooms-total': '2', 'rooms-read': '2' });
    expect(listed(portal)).toBe(2);
  });

  test.each([3, 0])('a list that has more rooms than the portal counts (%i) is not whole', async (total) => {
    const portal = await portalOf();
    addRooms(portal, 105);
    const fewer = (body: { response: { total: number } }): unknown => ({
      ...body,
      response: { ...body.response, total },
    });
    portal.fault({ path: /files\/rooms\?/u, times: 9 }, { kind: 'mutate', change: fewer });
    const ran = await audit(portal, { 'fail-on': 'never' });
    expect(ran.findings).toMatchObject([{ rule: 'DSL901', roomId: '' }]);
    expect(ran.findings[0]?.message).toContain(`The portal says that it has ${total} rooms, and lists 100 of them`);
    expect(ran.outputs).toMatchObject({ complete: 'false', result: 'incomplete' });
  });

  test('a list that changes during every reading is a finding, and the audit is incomplete [promise audit-whole-list]', async () => {
    const portal = await portalOf();
    const ids = [...addRooms(portal, 205)];
    portal.on({ path: /startIndex=100&/u }, () => void portal.state.rooms.delete(ids.shift() ?? ''));
    const ran = await audit(portal, { 'fail-on': 'never' });
    expect(ran.findings).toMatchObject([{ rule: 'DSL901', roomId: '', roomTitle: '' }]);
    expect(ran.findings[0]?.message).toBe('The list of rooms is not whole: The list of rooms changed while it was read, 5 times in a row.'); // prettier-ignore
    expect(ran.outputs).toMatchObject({ complete: 'false', result: 'incomplete' });
  });

  test('rooms that disappear after every reading are a finding, too', async () => {
    const portal = await portalOf();
    let last = addRooms(portal, 205)[3] ?? '';
    portal.on({ path: /startIndex=200&/u }, () => {
      portal.state.rooms.delete(last);
      last = String(portal.addRoom({ title: 'New', roomType: 5 }).id);
    }, { when: 'after' }); // prettier-ignore
    const ran = await audit(portal, { 'fail-on': 'never' });
    expect(ran.outputs).toMatchObject({ complete: 'false', result: 'incomplete' });
    expect(ran.findings).toMatchObject([{ rule: 'DSL901', roomId: '' }]);
  });
});

describe('a room that the baseline names and the list does not', () => {
  test('is read if it is there', async () => {
    const portal = await portalOf();
    const workspace = await workspaceOf();
    const [first = '', second = ''] = addRooms(portal, 3);
    portal.addLink(second, bad);
    await audit(portal, { reports: 'last.json', 'fail-on': 'never' }, { workspace });
    const without = (body: {
      readonly response: { folders: { readonly id: number }[]; total: number; count: number };
    }): unknown => {
      body.response.folders = body.response.folders.filter(({ id }) => ![first, second].includes(String(id)));
      body.response.total = body.response.folders.length;
      body.response.count = body.response.folders.length;
      return body;
    };
    portal.fault({ path: /files\/rooms\?/u, times: 9 }, { kind: 'mutate', change: without });
    const ran = await audit(portal, { baseline: 'last.json', 'fail-on': 'never' }, { workspace });
    expect(ran.findings).toMatchObject([{ rule: 'DSL001', roomId: second, status: 'known' }]);
    expect(ran.outputs).toMatchObject({ complete: 'true', 'rooms-total': '3', 'rooms-read': '3' });
  });

  test('is unread if it cannot be read, and no matter if it is elsewhere, gone or left out', async () => {
    const portal = await portalOf();
    const workspace = await workspaceOf();
    const [broken = '', archived = '', gone = '', out = '', alsoOut = ''] = addRooms(portal, 205);
    await audit(portal, { reports: 'last.json' }, { workspace });
    betweenPages(portal, () => void portal.state.rooms.delete(gone));
    portal.archive(archived);
    const without = (body: {
      readonly response: { folders: { readonly id: number }[]; total: number; count: number };
    }): unknown => {
      const { response } = body;
      const kept = response.folders.filter(({ id }) => ![broken, out, alsoOut].includes(String(id)));
      response.total -= 3;
      response.folders = kept;
      response.count = kept.length;
      return body;
    };
    portal.fault({ path: /files\/rooms\?/u, times: 99 }, { kind: 'mutate', change: without });
    portal.fault({ path: `/rooms/${broken}/links`, times: 99 }, { kind: 'html', status: 502 });
    const inputs = { baseline: 'last.json', 'fail-on': 'never', 'exclude-rooms': `${out}\nRoom 4` };
    const ran = await audit(portal, inputs, { workspace });
    expect(ran.found).toEqual([`DSL901 ${broken}`]);
    expect(ran.outputs).toMatchObject({ complete: 'false', 'rooms-total': '201', 'rooms-read': '200' });
  });

  test('is read also where the list breaks off', async () => {
    const portal = await portalOf();
    const workspace = await workspaceOf();
    const ids = addRooms(portal, 120);
    portal.addLink(ids[110] ?? '', bad);
    await audit(portal, { reports: 'last.json', 'fail-on': 'never' }, { workspace });
    portal.fault({ path: /startIndex=100/u, times: 99 }, { kind: 'html', status: 503 });
    const ran = await audit(portal, { baseline: 'last.json', 'fail-on': 'never' }, { workspace });
    expect(ran.outputs).toMatchObject({ complete: 'false', 'rooms-read': '120', 'rooms-total': '120' });
    expect(ran.findings.map(({ rule, roomId, status }) => [rule, roomId, status])).toEqual([
      ['DSL901', '', 'new'],
      ['DSL001', ids[110], 'known'],
    ]);
  });
});

test('a room that is named by its title is found, too, when another one leaves the list meanwhile [promise audit-whole-list]', async () => {
  const portal = await portalOf();
  const ids = addRooms(portal, 205);
  betweenPages(portal, () => void portal.state.rooms.delete(ids[3] ?? ''));
  const ran = await audit(portal, { rooms: 'Room 100' });
  expect(ran.outputs).toMatchObject({ complete: 'true', 'rooms-total': '1', 'rooms-read': '1' });
  betweenPages(portal, () => void portal.state.rooms.delete(ids[4] ?? ''));
  portal.fault({ path: /filterValue/u }, { kind: 'mutate', change: (body: { readonly response: object }) => ({ ...body, response: { ...body.response, folders: [], total: 0, count: 0 } }) }); // prettier-ignore
  const made = await set(portal, { id: '' }, { 'room-id': '', 'room-title': 'Room 101' });
  expect(made.outputs).toMatchObject({ result: 'created', 'room-id': ids[101] });
});

test('a title is not looked up in a list that never settles: nobody knows which room is meant', async () => {
  const portal = await portalOf();
  const ids = [...addRooms(portal, 205)];
  portal.on({ path: /startIndex=100&/u }, () => void portal.state.rooms.delete(ids.shift() ?? ''));
  const ran = await audit(portal, { rooms: 'Room 100', 'fail-on': 'never' });
  expect(ran.findings).toMatchObject([{ rule: 'DSL901', roomId: '', roomTitle: 'Room 100' }]);
  expect(ran.outputs).toMatchObject({ complete: 'false', result: 'incomplete', 'rooms-total': '1', 'rooms-read': '0' });
});
