import { describe, expect, test } from '@jest/globals';
import { openStage, roomFile } from '../apply/stage.ts';
import { json, portalOf, set } from '../../support/step.ts';

const day = 86_400_000;
const week = 7 * day;
const invitation = { 'link-type': 'invitation' };

/** A portal of 3.6, which gives every invitation that it writes a week, whatever date is sent (portal.md §4.3). */
async function oldPortal() {
  const portal = await portalOf({ profile: '3.6' });
  return { portal, room: portal.addRoom({ title: 'Room', roomType: 5 }) };
}

/** An instant so long from now, as a user writes it. */
function instant(milliseconds: number): string {
  return new Date(Date.now() + milliseconds).toISOString().replace(/\.\d+Z$/u, 'Z');
}

describe('a portal before 3.7 cannot date an invitation: red before the write, with what to write', () => {
  test.each([
    ['30d', '30 days'],
    ['8d', '8 days'],
    ['6d', '6 days'],
    ['1h', '1 hour'],
    ['never', 'the requested expiration (never)'],
  ])('set with `expiration: %s` [promise old-portal-invitation]', async (expiration, words) => {
    const { portal, room } = await oldPortal();
    for (const more of [{}, { 'dry-run': 'true' }]) {
      const ran = await set(portal, room, { ...invitation, expiration, ...more });
      expect(ran.errors).toMatchObject([{ title: 'Portal too old for this' }]);
      expect(ran.problem).toContain(words);
      expect(ran.problem).toContain('expire 7 days after each change, whatever date is sent');
      expect(ran.problem).toContain('`expiration: 7d`');
      expect(ran.outputs).toMatchObject({ result: '', 'link-id': '' });
    }
    expect(portal.links(room.id)).toStrictEqual([]);
  });

  test('set with an instant that is not 7 days from now', async () => {
    const { portal, room } = await oldPortal();
    for (const end of [week + 11 * 60_000, week - 11 * 60_000, 30 * day]) {
      const ran = await set(portal, room, { ...invitation, expiration: instant(end) });
      expect(ran.errors).toMatchObject([{ title: 'Portal too old for this' }]);
    }
    expect(portal.links(room.id)).toStrictEqual([]);
  });

  test('apply, with the line of the file; the date may come from `defaults`', async () => {
    const stage = await openStage({ profile: '3.6' });
    const room = stage.room('A');
    const ran = await stage.apply(roomFile(room, ['type: invitation', 'key: b'], 'defaults: { expiration: 30d }'));
    expect(ran.errors).toMatchObject([{ line: 6 }]);
    expect(ran.problem).toContain('30 days');
    expect(stage.writes()).toStrictEqual([]);
  });
});

describe('what such a portal can do', () => {
  test.each([
    ['the default', {}],
    ['7d', { expiration: '7d' }],
    ['the instant in 7 days', { expiration: instant(week) }],
    ['no limit of uses', { 'max-uses': 'unlimited' }],
  ])('%s: created, and unchanged the next time', async (_, inputs) => {
    const { portal, room } = await oldPortal();
    const ran = await set(portal, room, { ...invitation, ...inputs });
    expect(ran.outputs).toMatchObject({ result: 'created', opens: 'join' });
    expect(Math.abs(Date.parse(ran.outputs['expiration'] ?? '') - Date.now() - week)).toBeLessThan(60_000);
    const again = await set(portal, room, { ...invitation, ...inputs });
    expect(again.outputs).toMatchObject({ result: 'unchanged', expiration: ran.outputs['expiration'] });
  });

  test('a link with less than the longest life that is asked stays as it is', async () => {
    const { portal, room } = await oldPortal();
    const first = await set(portal, room, invitation);
    const ran = await set(portal, room, { ...invitation, expiration: '30d' });
    expect(ran.outputs).toMatchObject({ result: 'unchanged', expiration: first.outputs['expiration'] });
  });
});

describe('an update on such a portal moves the date', () => {
  test('so a date that is to be kept, or another than 7 days from now, is red before the write', async () => {
    const { portal, room } = await oldPortal();
    const first = await set(portal, room, invitation);
    portal.clearRequests();
    for (const more of [{}, { expiration: '30d' }, { expiration: '1d' }]) {
      const ran = await set(portal, room, { ...invitation, access: 'editor', ...more });
      expect(ran.errors).toMatchObject([{ title: 'Portal too old for this' }]);
      expect(ran.problem).toContain('`expiration: 7d`');
    }
    expect(portal.requests.filter(({ method }) => method === 'PUT')).toStrictEqual([]);
    expect(portal.links(room.id)).toMatchObject([{ id: first.outputs['link-id'], role: 2 }]);
  });

  test('to a later one, which is named as such, where 7 days are asked for', async () => {
    const { portal, room } = await oldPortal();
    await set(portal, room, invitation);
    for (const link of portal.links(room.id)) link.expiresAt = Date.now() + day;
    const ran = await set(portal, room, { ...invitation, access: 'editor', expiration: '7d' });
    expect(ran.outputs).toMatchObject({ result: 'updated' });
    expect(json(ran, 'plan')).toMatchObject([
      { fields: [{ name: 'access' }, { name: 'expiration' }], widens: ['access', 'expiration'] },
    ]);
  });

  test('which `allow-widening: false` prevents', async () => {
    const stage = await openStage({ profile: '3.6' });
    const room = stage.room('A');
    stage.ours(room, 'a', { kind: 3, role: 10, expiresAt: Date.now() + day });
    const ran = await stage.apply(roomFile(room, ['key: a, type: invitation, access: viewer, expiration: 7d']), {
      'allow-widening': 'false',
    });
    expect(ran.problem).toContain('would become more open: expiration');
    expect(stage.writes()).toStrictEqual([]);
  });
});
