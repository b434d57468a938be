import { expect, test } from '@jest/globals';
import type { Link } from '../../src/links/link.ts';
import type { RoomState } from '../../src/links/room.ts';
import { now } from '../support/links.ts';
import { guid, link, ours, planned, stateOf } from './room-states.ts';

/** What becomes of an entry with this date: `create`, `none`, …, `nothing to do`, `overdue`. */
async function outcome(state: RoomState, date: string, more = 'key: a'): Promise<string> {
  const { gone, overdue, toKeep, problems } = await planned(state, [`${more}, expiration: ${date}`]);
  return [
    ...gone.map(() => 'nothing to do'),
    ...overdue.map(() => 'overdue'),
    ...toKeep.map(({ plan }) => plan.action),
    ...problems.map(({ problem }) => problem.code),
  ].join();
}

/** A link of the key `a` that ends then; null: never. */
const ending = (end: string | null, fields: Partial<Link> = {}): RoomState => {
  const expiration = end === null ? null : new Date(end);
  return stateOf([ours('a', { expiration, expired: expiration !== null && expiration <= now, ...fields })]);
};

// Now it is 2026-11-24T09:30:15.500Z.
test.each([
  ['2026-11-24', 'create'],
  ['2026-11-23', 'nothing to do'],
  ['2026-11-24T09:30:16Z', 'create'],
  ['2026-11-24T09:30:15Z', 'nothing to do'],
  ['2026-11-24T15:00:15+05:30', 'nothing to do'],
  ['2026-11-24T10:30:16+01:00', 'create'],
])('a day passes at its end in UTC, an instant to the second: %s', async (date, expected) => {
  expect(await outcome(stateOf([]), date)).toBe(expected);
});

test.each<[string, RoomState, string]>([
  ['expired before it', ending('2026-11-01T00:00:00Z'), 'nothing to do'],
  ['expired after it', ending('2026-11-24T09:00:00Z'), 'nothing to do'],
  ['live', ending('2026-12-24T09:00:00Z'), 'overdue'],
  ['live and never expires', ending(null), 'overdue'],
  ['live, by a clock that is a little behind', ending('2026-11-23T23:59:59Z', { expired: false }), 'nothing to do'],
  ['of another role, and expired', ending('2026-11-01T00:00:00Z', { access: 10 }), 'nothing to do'],
])('of a link that is %s', async (_, state, expected) => {
  expect(await outcome(state, '2026-11-23')).toBe(expected);
  expect(await outcome(state, '2026-11-23', 'key: a, renew: true')).toBe(expected);
});

test('of two links of a key, a live one counts', async () => {
  const [expired] = ending('2026-11-01T00:00:00Z').links;
  const [live] = ending(null).links;
  expect(await outcome(stateOf([expired as Link, live as Link]), '2026-11-23')).toBe('overdue');
});

test('of invitations, primary links and links by their id', async () => {
  const invitation = { type: 'invitation', expiration: null, expired: false } as const;
  const mine = stateOf([ours('a', invitation)]);
  const theirs = stateOf([link({ id: guid('1'), ...invitation })]);
  expect(await outcome(mine, '2026-11-23', 'key: a, type: invitation')).toBe('overdue');
  expect(await outcome({ ...mine, version: '3.6' }, '2026-11-23', 'key: a, type: invitation')).toBe('overdue');
  expect(await outcome(theirs, '2026-11-23', 'key: a, type: invitation')).toBe('nothing to do');
  expect(await outcome(theirs, '2026-11-23', 'key: a, type: invitation, adopt: true')).toBe('overdue');
  expect(await outcome(theirs, '2026-11-23', `link-id: ${guid('1')}`)).toBe('overdue');
  expect(await outcome(theirs, '2026-11-23', `link-id: ${guid('2')}`)).toBe('nothing to do');
  expect(await outcome(stateOf([]), '2026-11-23', 'primary: true')).toBe('nothing to do');
  const primary = link({ id: guid('3'), primary: true });
  expect(await outcome(stateOf([primary]), '2026-11-23', 'primary: true')).toBe('overdue');
  expect(await outcome(stateOf([primary], 6), '2026-11-23', 'primary: true, internal: false')).toBe('not-possible');
});
