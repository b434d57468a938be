import { expect, test } from '@jest/globals';
import { audit } from '../audit/stage.ts';
import { bodies, json, portalOf, set } from './step.ts';

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
