import { describe, expect, test } from '@jest/globals';
import type { LinkInput, Portal } from '../../../simulator/index.ts';
import { asked, bodies, portalOf, reads, run, set, type Ran } from '../../support/step.ts';
import { workspaceOf } from '../../support/workspace.ts';

const links = /\/links$/u;
const invitation = { 'link-type': 'invitation' };

/** Lets an invitation be redeemed in the instant of the nth write that matches: it is written back as it was. */
function redeemed(portal: Portal, nth: number, times = 1): void {
  portal.fault({ method: 'PUT', nth, times }, { kind: 'redemption-race', afterMs: 300 });
}

describe('an invitation that is redeemed in that instant', () => {
  test('and rotated: the old URL is revoked again [promise set-redeemed]', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const old = await set(portal, room, invitation);
    redeemed(portal, 1);
    const ran = await set(portal, room, { ...invitation, rotate: 'true' });
    expect(ran.outputs).toMatchObject({ result: 'rotated' });
    expect(portal.links(room.id).map(({ id }) => id)).toStrictEqual([ran.outputs['link-id']]);
    expect(ran.outputs['link-id']).not.toBe(old.outputs['link-id']);
    expect(ran.logged).toContain('is there again, as when somebody joins by it in that instant → revoke again');
  });

  test.each(['set', 'apply'] as const)('and narrowed by %s: it is written once more', async (verb) => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    await set(portal, room, { ...invitation, access: 'editor', 'max-uses': '9' });
    redeemed(portal, 1);
    const text = `version: 1\nrooms:\n  - { room: ${room.id}, links: [{ type: invitation, access: viewer }] }\n`;
    const { path: cwd } = await workspaceOf({ 'links.yml': text });
    const ran =
      verb === 'set'
        ? await set(portal, room, { ...invitation, access: 'viewer' })
        : await run('apply', portal, { file: 'links.yml' }, { cwd });
    expect(ran.exitCode).toBe(0);
    expect(portal.links(room.id)).toMatchObject([{ role: 2, maxUse: 9 }]);
    expect(ran.logged).toContain('→ write again');
  });

  test('and again each time: red', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    await set(portal, room, { ...invitation, access: 'editor' });
    redeemed(portal, 1, 9);
    const ran = await set(portal, room, { ...invitation, access: 'viewer' });
    expect(ran.exitCode).toBe(1);
    expect(ran.problem).toContain('asked viewer, the portal has editor');
  });

  test('a wider one is not waited for', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    await set(portal, room, invitation);
    portal.clearRequests();
    await set(portal, room, { ...invitation, access: 'editor' });
    expect(asked(portal)).toStrictEqual([...reads, 'PUT links', 'GET links', 'GET short', 'POST confirm']);
  });
});

describe('two runs', () => {
  /** Another run makes its link of the same key when this one has written: with the larger or the smaller id. */
  function rivalAfterWrite(
    portal: Portal,
    roomId: number | string,
    tail: string,
    more: LinkInput = {},
  ): { id: string } {
    const rival = { id: '' };
    portal.on(
      { method: 'PUT', times: 1 },
      ({ body }) => {
        rival.id = `${(body as { readonly linkId: string }).linkId.slice(0, 19)}${tail}`;
        portal.addLink(roomId, { id: rival.id, title: 'octo/contracts: default', internal: true, ...more });
      },
      { when: 'after' },
    );
    return rival;
  }
  const larger = 'bfff-ffffffffffff';

  test('the smaller id waits, and stays where the larger one goes [promise set-two-runs]', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const rival = rivalAfterWrite(portal, room.id, larger);
    portal.on({ method: 'GET', path: links, nth: 3, times: 1 }, () => void room.links.delete(rival.id));
    const ran = await set(portal, room);
    expect(ran.outputs).toMatchObject({ result: 'created', changed: 'true' });
    expect(portal.links(room.id).map(({ id }) => id)).toStrictEqual([ran.outputs['link-id']]);
    expect(bodies(portal)).toHaveLength(1);
  });

  test('a link that another run has proved is not taken away: the smaller id names it [promise set-two-runs]', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const rival = rivalAfterWrite(portal, room.id, larger);
    const ran = await set(portal, room);
    expect(ran.outputs).toMatchObject({ result: 'unchanged', changed: 'false', 'link-id': rival.id });
    expect(portal.links(room.id).map(({ id }) => id)).toStrictEqual([rival.id]);
  });

  test('nothing left after yielding: made anew', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const rival = rivalAfterWrite(portal, room.id, '8000-000000000000');
    portal.on({ method: 'PUT', nth: 2, times: 1 }, () => void room.links.delete(rival.id), { when: 'after' });
    const ran = await set(portal, room);
    expect(ran.outputs).toMatchObject({ result: 'created', changed: 'true' });
    expect(portal.links(room.id).map(({ id }) => id)).toStrictEqual([ran.outputs['link-id']]);
  });

  test.each(['external', 'invitation'])(
    'two rotations at once of an %s link end with one link, which both name',
    async (type) => {
      const portal = await portalOf();
      const room = portal.addRoom({ title: 'Room', roomType: 5 });
      const old = await set(portal, room, { 'link-type': type });
      // Both have read the room before either writes.
      const both: (() => void)[] = [];
      portal.on({ method: 'GET', path: links, times: 2 }, () => {
        const wait = new Promise<void>((resolve) => both.push(resolve));
        if (both.length === 2) for (const go of both) go();
        return wait;
      });
      const rotate = (): Promise<Ran> => set(portal, room, { 'link-type': type, rotate: 'true' });
      const runs = await Promise.all([rotate(), rotate()]);
      const [link, ...others] = portal.links(room.id);
      expect(others).toStrictEqual([]);
      expect(link?.id).not.toBe(old.outputs['link-id']);
      expect(runs.map(({ exitCode, outputs }) => [exitCode, outputs['link-id']])).toStrictEqual([
        [0, link?.id],
        [0, link?.id],
      ]);
    },
  );

  test('two links of a key, one of which another run is about to take away: that is waited for', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const first = await set(portal, room);
    const id = `${String(first.outputs['link-id']).slice(0, 19)}8000-000000000000`;
    portal.addLink(room.id, { id, internal: true, title: 'octo/contracts: default' });
    portal.clearRequests();
    portal.on({ method: 'GET', path: links, nth: 2, times: 1 }, () => void room.links.delete(id));
    const ran = await set(portal, room);
    expect(ran.outputs).toMatchObject({ result: 'unchanged', 'link-id': first.outputs['link-id'] });
    expect(bodies(portal)).toStrictEqual([]);
  });
});
