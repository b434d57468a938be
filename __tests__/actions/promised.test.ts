import { expect, test } from '@jest/globals';
import { audit } from './audit/stage.ts';
import { bodies, json, portalOf, run, set } from '../support/step.ts';

const invitation = { 'link-type': 'invitation' };

test('more uses of an invitation make it more open, and that is named [promise output-widens]', async () => {
  const portal = await portalOf();
  const room = portal.addRoom({ title: 'Team', roomType: 2 });
  await set(portal, room, { ...invitation, 'max-uses': '5' });
  for (const [uses, widens] of [
    ['3', []],
    ['10', ['max-uses']],
    ['unlimited', ['max-uses']],
  ] as const) {
    const ran = await set(portal, room, { ...invitation, 'max-uses': uses });
    expect(json(ran, 'plan')).toMatchObject([{ action: 'update', fields: [{ name: 'max-uses' }], widens }]);
    expect(ran.lines.filter((line) => line.endsWith('(wider)'))).toHaveLength(widens.length);
  }
});

test.each(['0', '1001'])('a limit of %s uses is an error before any request [promise set-max-uses]', async (uses) => {
  const portal = await portalOf();
  const ran = await set(portal, portal.addRoom({ title: 'Team', roomType: 2 }), { ...invitation, 'max-uses': uses });
  expect(ran.problem).toContain('`max-uses`');
  expect(portal.requests).toStrictEqual([]);
});

test('a limit of uses needs a portal from 3.7 on: before, it is an error, and nothing is written [promise set-max-uses]', async () => {
  const portal = await portalOf({ profile: '3.6' });
  const ran = await set(portal, portal.addRoom({ title: 'Team', roomType: 2 }), { ...invitation, 'max-uses': '5' });
  expect(ran.errors).toMatchObject([{ title: 'Portal too old for this' }]);
  expect(bodies(portal)).toStrictEqual([]);
});

test('a title with commas is one title; ids with commas are several rooms [promise list-titles]', async () => {
  const portal = await portalOf();
  const rooms = ['Sales, Europe', 'Board', '101, Board'].map((title) => portal.addRoom({ title, roomType: 5 }).id);
  for (const [given, total] of [
    ['Sales, Europe\n101, Board', '2'],
    [rooms.join(', '), '3'],
  ] as const) {
    const ran = await audit(portal, { rooms: given });
    expect(ran.outputs).toMatchObject({ result: 'clean', 'rooms-total': total, 'rooms-read': total });
  }
});

test('an audit of external links does not ask a room that says it has none [promise audit-external-only]', async () => {
  const portal = await portalOf();
  const [shared, quiet] = ['Shared', 'Quiet'].map((title) => portal.addRoom({ title, roomType: 5 }).id);
  portal.addLink(shared ?? '', { title: 'Link', expiresAt: Date.now() + 86_400_000 });
  portal.addLink(quiet ?? '', { kind: 3, expiresAt: Date.now() + 86_400_000 });
  const ran = await audit(portal, { 'link-type': 'external', 'fail-on': 'never' });
  expect(ran.outputs).toMatchObject({ complete: 'true', 'rooms-total': '2', 'links-count': '1' });
  const lists = portal.requests.filter(({ path }) => path.endsWith('/links')).map(({ path }) => path);
  expect(lists).toStrictEqual([`/api/2.0/files/rooms/${String(shared)}/links`]);
});

test('people who have joined by an invitation stay members when it is revoked [promise revoke-members-stay]', async () => {
  const portal = await portalOf();
  const room = portal.addRoom({ title: 'Team', roomType: 2, members: { member: 2 } });
  const made = await set(portal, room, invitation);
  portal.redeem(made.outputs['link-id'] ?? '', 1);
  const before = [...room.members];
  const ran = await run('revoke', portal, { 'room-id': String(room.id), key: 'default' });
  expect(ran.outputs).toMatchObject({ result: 'revoked', 'links-count': '0' });
  expect(ran.lines).toContainEqual(expect.stringContaining('stay members of the room'));
  expect([...room.members]).toStrictEqual(before);
  // The only write is the one that revokes the link: nobody is removed.
  expect(bodies(portal).slice(1)).toStrictEqual([{ linkId: made.outputs['link-id'], linkType: 0, access: 0 }]);
});
