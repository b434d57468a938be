import { describe, expect, test } from '@jest/globals';
import type { Portal } from '../../../simulator/index.ts';
import { asked, json, portalOf, reads, run, type Ran, type Running } from '../../support/step.ts';

const day = 86_400_000;

function list(
  portal: Portal,
  room: { readonly id: number | string },
  inputs: Readonly<Record<string, string>> = {},
  running?: Running,
): Promise<Ran> {
  return run('list', portal, { 'room-id': String(room.id), ...inputs }, running);
}

describe('the links of a room', () => {
  test('in outputs, log and summary; two reads and no more [promise list-writes-nothing, list-room]', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Contract 2027', roomType: 5 });
    const primary = portal.addLink(room.id, { kind: 4, title: 'Shared link', internal: true });
    portal.addLink(room.id, { title: 'Old', role: 10, expiresAt: Date.now() - day, password: 'longenough1' });
    portal.addLink(room.id, { title: 'Press', role: 6, expiresAt: Date.now() + 3 * day + 60_000, denyDownload: true });
    portal.addLink(room.id, { kind: 3, title: 'Invite', role: 11, maxUse: 20, used: 4 });
    const ran = await list(portal, room);
    expect(asked(portal)).toStrictEqual(reads);
    expect(ran.outputs).toMatchObject({
      'links-count': '4',
      'room-id': String(room.id),
      'primary-link-id': primary.id,
    });
    expect(json(ran, 'links')).toHaveLength(4);
    expect(ran.lines.slice(0, 2)).toStrictEqual([
      `Room ${room.id} "Contract 2027" · Custom room · portal 3.7 or later`,
      '4 links',
    ]);
    expect(
      ran.lines
        .slice(2)
        .map((line) => line.replace(/^ {2}[0-9a-f]{8}… /u, '').replace(/\d{4}-\d\d-\d\d \d\d:\d\d/u, 'date'))
        .sort(),
    ).toStrictEqual([
      '"Invite": invitation link · Content creator · 20 uses · without end',
      '"Old": additional link · Editor · Anyone with the link · password · until date UTC (expired)',
      '"Press": additional link · Commenter · Anyone with the link · no download · until date UTC (3 days)',
      '"Shared link": primary link · Viewer · DocSpace users only · without end',
    ]);
    for (const word of ['Press', 'Invitation', 'Content creator', '4 of 20 uses', '(expired)', '(3 days)', 'never']) {
      expect(ran.summary).toContain(word);
    }
  });

  test.each([
    ['all', 3, '3 links'],
    ['external', 2, '2 external links'],
    ['invitation', 1, '1 invitation link'],
  ])('of the type %s [promise list-link-type]', async (type, count, words) => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 6 });
    portal.addLink(room.id, {});
    portal.addLink(room.id, { kind: 3 });
    const ran = await list(portal, room, { 'link-type': type });
    expect(ran.outputs['links-count']).toBe(String(count));
    expect(ran.lines[1]).toBe(words);
    expect(ran.summary).toContain(words);
    // Whatever type was asked for.
    expect(ran.outputs['primary-link-id']).toBe(portal.links(room.id).find(({ kind }) => kind === 4)?.id);
    const types = (json(ran, 'links') as readonly { readonly type: string }[]).map((link) => link.type);
    expect(types.every((one) => type === 'all' || one === type)).toBe(true);
  });

  test('none, of a room whose links this key may see', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const ran = await list(portal, room, { 'link-type': 'external' });
    expect(ran.outputs).toMatchObject({ links: '[]', 'links-count': '0', 'primary-link-id': '' });
    expect(ran.lines[1]).toBe('no external links');
    expect(asked(portal)).toStrictEqual(reads);
  });

  test.each([
    ['owner-read', 14],
    ['owner-readall', 14],
    ['manager', 14],
    ['manager', 20],
    ['owner', 20],
    ['owner', 30],
  ] as const)('a key of %s may see that there are none (area %i)', async (key, root) => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5, members: { manager: 9 }, root });
    const ran = await list(portal, room, {}, { key });
    expect([ran.exitCode, ran.outputs['links']]).toStrictEqual([0, '[]']);
    expect(asked(portal).filter((name) => name !== 'GET key')).toStrictEqual(reads);
  });

  test.each([2, 8, 9, 1] as const)('of a room of type %i', async (roomType) => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType });
    portal.addLink(room.id, { kind: 3, role: 11 });
    const ran = await list(portal, room);
    expect(json(ran, 'links')).toContainEqual(
      expect.objectContaining({ type: 'invitation', access: 'content-creator' }),
    );
  });

  test('by title; of a room on third-party storage; of a portal before 3.5 [promise list-room]', async () => {
    const portal = await portalOf({ profile: '3.2' });
    const room = portal.addRoom({ title: 'Elsewhere', roomType: 5, thirdParty: 'drive-1-a/b' });
    portal.addLink(room.id, { title: 'Link' });
    const ran = await run('list', portal, { 'room-title': 'Elsewhere' });
    expect(ran.outputs).toMatchObject({ 'room-id': 'drive-1-a/b', 'links-count': '1' });
    expect(ran.lines[0]).toContain('portal before 3.5');
  });

  test('a role that nobody knows is told by its number', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    portal.addLink(room.id, { role: 9 });
    const ran = await list(portal, room);
    expect(json(ran, 'links')).toMatchObject([{ access: 'unknown', accessCode: 9 }]);
    expect(ran.lines[2]).toContain('access 9');
  });
});

describe('a key that may not see the links gets an error, never an empty list', () => {
  test.each([
    ['member', 14],
    ['admin', 14],
    ['admin', 20],
    ['member', 20],
  ] as const)('%s (area %i)', async (key, root) => {
    for (const shared of [true, false]) {
      const portal = await portalOf();
      const room = portal.addRoom({ title: 'Room', roomType: 5, members: { member: 10 }, root });
      if (shared) portal.addLink(room.id, { title: 'There is one' });
      const ran = await list(portal, room, {}, { key });
      expect(ran.errors).toMatchObject([{ title: 'Not a manager of the room' }]);
      expect(ran.problem).toContain('which does not mean that there are none');
      expect(ran.outputs).toMatchObject({ 'room-id': String(room.id), links: '', 'links-count': '' });
    }
  });

  test.each([
    ['outsider', 'Room not accessible'],
    ['wrong', 'API key rejected'],
    ['owner-files', 'API key not sufficient'],
  ])('%s [promise list-unreadable]', async (key, title) => {
    const portal = await portalOf();
    const ran = await list(portal, portal.addRoom({ title: 'Room', roomType: 5 }), {}, { key });
    expect(ran.errors).toMatchObject([{ title }]);
  });
});

test('inputs that are wrong', async () => {
  const portal = await portalOf();
  const ran = await run('list', portal, { 'link-type': 'invite', 'reveal-link': 'true' });
  expect(ran.errors).toHaveLength(3);
  expect(ran.problem).toContain('Did you mean `invitation`?');
  expect(ran.problem).toContain('Did you mean `always`?');
  expect(portal.requests).toStrictEqual([]);
});
