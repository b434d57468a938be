import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Outcome } from '../../scripts/action-process.ts';
import { startPortal, type Link, type Portal } from '../../simulator/index.ts';
import { accessCode, type Access } from '../../src/links/access.ts';
import type { LinkType } from '../../src/links/room-types.ts';
import { cases, furnish, prefixOf } from '../support/any-room.ts';
import { runHere } from '../support/here.ts';
import { day } from '../support/links.ts';

let portal: Portal;

beforeAll(async () => {
  portal = await startPortal();
});

afterAll(() => portal.close());

type Inputs = Readonly<Record<string, string>>;

/** The defaults of `action.yml`. */
const defaults: Inputs = {
  'link-type': 'external',
  key: 'default',
  primary: 'false',
  renew: 'false',
  rotate: 'false',
  adopt: 'false',
};

/** The links that the inputs mean: they may change, all others may not. */
function meant(inputs: Inputs, roomId: string, before: readonly Link[]): readonly Link[] {
  if (inputs['link-id'] !== undefined) return before.filter(({ id }) => id === inputs['link-id']);
  if (inputs['primary'] === 'true') return before.filter(({ kind }) => kind === 4);
  const type = inputs['link-type'] as LinkType;
  const ours = before.filter(({ id }) => id.startsWith(prefixOf(roomId, type, inputs['key'] ?? 'default')));
  if (ours.length > 0 || type === 'external' || inputs['adopt'] !== 'true') return ours;
  return before.filter(({ kind }) => kind === 3);
}

const isDead = ({ expiresAt }: Link): boolean => expiresAt !== null && expiresAt < Date.now();
const byId = (one: Link, other: Link): number => (one.id < other.id ? -1 : 1);

/** The one of several links of a key that stays: a live one, of these the one with the smaller id. */
function survivor(links: readonly Link[]): Link | undefined {
  return links.toSorted((one, other) => Number(isDead(one)) - Number(isDead(other)) || byId(one, other))[0];
}

/** Everything but the date, which has rules of its own. */
function settingsOf(link: Link | undefined): Readonly<Record<string, unknown>> {
  const { role, title, internal, password, denyDownload, maxUse } = link ?? {
    role: 2,
    title: null,
    internal: true,
    password: null,
    denyDownload: false,
    maxUse: null,
  };
  return { role, title, internal, password, denyDownload, maxUse };
}

/** What the link must be: what was given; where nothing was, what it was before. */
function expected(
  inputs: Inputs,
  current: Link | undefined,
  link: Link,
  left: Outcome,
): Readonly<Record<string, unknown>> {
  const invitation = link.kind === 3;
  const was = settingsOf(current);
  const { access, internal, title, password, 'deny-download': deny, 'max-uses': uses } = inputs;
  const passwords: Readonly<Record<string, unknown>> = {
    none: null,
    keep: was['password'],
    generate: was['password'] ?? left.outputs['password'],
    'given-Password1': 'given-Password1',
  };
  return {
    role: access === undefined ? was['role'] : accessCode(access as Access),
    title: title ?? was['title'] ?? `octo/contracts: ${inputs['key'] ?? 'default'}`,
    internal: !invitation && (internal === undefined ? was['internal'] : internal === 'true'),
    password: password === undefined || invitation ? was['password'] : passwords[password],
    denyDownload: deny === undefined ? was['denyDownload'] : deny === 'true',
    maxUse: uses === undefined ? was['maxUse'] : uses === 'unlimited' ? null : Number(uses),
  };
}

function expectDate(inputs: Inputs, current: Link | undefined, link: Link): void {
  const { expiration, renew } = inputs;
  const alive = current !== undefined && (current.expiresAt === null || current.expiresAt > Date.now());
  if (link.kind === 4 && [1, 6].includes(portalRoomType(link))) {
    expect(link.expiresAt).toBeNull();
  } else if (expiration === 'never') {
    expect(link.expiresAt).toBeNull();
  } else if (expiration === undefined && alive) {
    expect(link.expiresAt).toBe(current.expiresAt);
  } else if (expiration?.includes('-') === true) {
    expect(link.expiresAt).toBe(Date.parse(`${expiration}T23:59:59Z`));
  } else {
    const limit = Date.now() + Number.parseInt(expiration ?? '7d', 10) * day;
    expect(link.expiresAt).not.toBeNull();
    expect(link.expiresAt).toBeLessThanOrEqual(limit);
    const kept = alive && renew !== 'true' && current.expiresAt !== null && current.expiresAt <= limit - 1000;
    const least = kept ? (current.expiresAt as number) : limit - 10_000;
    expect(link.expiresAt).toBeGreaterThanOrEqual(least);
  }
}

function portalRoomType(link: Link): number {
  const room = [...portal.state.rooms.values()].find(({ links }) => links.get(link.id) === link);
  return room?.roomType ?? 0;
}

function setIn(id: string, inputs: Inputs): Promise<Outcome> {
  const room = { 'portal-url': portal.url, 'api-key': portal.key('owner'), 'room-id': id };
  // What is waited for between two looks is of no interest here.
  const sleep = (): Promise<void> => Promise.resolve();
  return runHere({ entry: 'index.js', inputs: { ...room, ...defaults, ...inputs } }, { world: { sleep } });
}

/** The links that share their key with no other: what becomes of the others, its own tests say. */
function alone(links: readonly Link[]): readonly Link[] {
  const place = ({ id }: Link): string => id.slice(0, 19);
  return links.filter((link) => links.every((other) => other === link || place(other) !== place(link)));
}

/** The inputs for this link, without the others that would name one. */
function byLinkId(inputs: Inputs, id: string): Inputs {
  const rest = Object.entries(inputs).filter(([name]) => name !== 'key' && name !== 'primary');
  return { ...Object.fromEntries(rest), 'link-id': id };
}

/** Nothing that this action knows of goes wrong after the first write. */
function expectUntouched(before: readonly Link[], id: string): void {
  expect(portal.requests.filter(({ method }) => method === 'PUT')).toStrictEqual([]);
  expect(portal.links(id)).toStrictEqual(before);
}

/** One link that fits, and all others as they were; gives its id. */
function expectDone(inputs: Inputs, before: readonly Link[], id: string, left: Outcome): string {
  const after = portal.links(id);
  const touched = meant(inputs, id, before);
  const current = survivor(touched);
  const link = after.find((one) => one.id === left.outputs['link-id']) as Link;
  const others = (links: readonly Link[], without: readonly (Link | undefined)[]): readonly Link[] =>
    links.filter((one) => !without.some((other) => other?.id === one.id)).toSorted(byId);
  expect(others(after, [link])).toStrictEqual(others(before, touched));
  expect(settingsOf(link)).toStrictEqual(expected(inputs, current, link, left));
  expectDate(inputs, current, link);
  return link.id;
}

test('set is all or nothing in any room: one link that fits, others untouched, nothing to do the second time [promise set-idempotent]', async () => {
  const results: string[] = [];
  await fc.assert(
    fc.asyncProperty(cases, async (given) => {
      const { id, before } = furnish(portal, given);
      const target = given.byId === null ? undefined : alone(before)[given.byId];
      const inputs = target === undefined ? given.inputs : byLinkId(given.inputs, target.id);
      portal.clearRequests();
      const left = await setIn(id, inputs);
      results.push(left.outputs['result'] ?? '');
      if (left.exitCode !== 0) {
        expectUntouched(before, id);
        return;
      }
      const linkId = expectDone(inputs, before, id, left);

      portal.clearRequests();
      const still = {
        ...inputs,
        rotate: 'false',
        renew: 'false',
        ...(target === undefined ? {} : { 'link-id': linkId }),
      };
      const again = await setIn(id, still);
      expect([again.exitCode, again.outputs['result']]).toStrictEqual([0, 'unchanged']);
      expect(portal.requests.map(({ method }) => method)).toStrictEqual(['GET', 'GET']);
    }),
    { numRuns: 600 },
  );
  // The cases are worth their name: everything has happened, and often it was possible.
  expect([...new Set(results)].sort()).toStrictEqual(['', 'created', 'replaced', 'rotated', 'unchanged', 'updated']);
  expect(results.filter((result) => result !== '').length).toBeGreaterThan(results.length / 10);
});
