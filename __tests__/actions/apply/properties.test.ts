import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { startPortal, type Fault, type Link, type Match, type Portal } from '../../../simulator/index.ts';
import { parseLinksFile } from '../../../src/config-file/parse.ts';
import { generatePassword } from '../../../src/links/password.ts';
import { apply, type ApplyReport } from '../../../src/actions/apply/apply.ts';
import { Failure } from '../../../src/links/problem.ts';
import { identity } from '../../support/links.ts';
import { noWait, together, type Wait } from '../../properties/together.ts';
import { clientOf } from '../../support/client.ts';
import { build, roomDraft, type Built, type Expected, type RoomDraft } from './drafts.ts';

const day = 86_400_000;

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(async () => {
  await portal.close();
});

const silent = { line: () => undefined, debug: () => undefined, warning: () => undefined };

/** Applies the part of a file for one room, as a process of its own would. Null if the room could not even be read. */
async function applyTo(
  { text }: Built,
  prune: boolean,
  dryRun = false,
  wait: Wait = noWait,
): Promise<ApplyReport | null> {
  const now = new Date();
  const client = clientOf(portal);
  try {
    return await apply(
      {
        portal: client,
        log: silent,
        wait,
        now: () => new Date(),
        seen: () => undefined,
      },
      {
        file: await parseLinksFile(`version: 1\nrooms:\n${text}\n`, 'links.yml', now),
        context: {
          identity,
          prune,
          defaultTitle: (key) => `octo: ${key}`,
          newPassword: () => generatePassword(identity.random),
        },
        allowWidening: true,
        maxChanges: 50,
        dryRun,
      },
    );
  } catch (error) {
    if (error instanceof Failure) return null;
    throw error;
  } finally {
    client.close();
  }
}

const isExpired = ({ expiresAt }: Link): boolean => expiresAt !== null && expiresAt < Date.now();
const inOrder = (links: readonly Link[]): readonly Link[] =>
  links.toSorted((one, other) => (one.id < other.id ? -1 : 1));

/** That the room is as the file says, and everything else as it was. */
function expectAsDescribed({ roomId, before, expected, managed }: Built, prune: boolean): void {
  const after = portal.links(roomId);
  const named = expected.flatMap(({ means }) => [...means(before), ...means(after)]);
  const ids = new Set(named.map(({ id }) => id));
  const stays = (link: Link): boolean => !ids.has(link.id) && !(prune && managed(link));
  expect(inOrder(after.filter(({ id }) => !ids.has(id)))).toEqual(inOrder(before.filter(stays)));
  for (const one of expected) {
    const links = one.means(after);
    expect(links).toHaveLength(one.absent ? 0 : 1);
    if (!one.absent) expectFields(one, links[0] as Link, before);
  }
}

function expectFields(one: Expected, link: Link, before: readonly Link[]): void {
  const was = one.means(before);
  // Of several links of one key the live one stays, else the one with the smaller id.
  const [kept] = inOrder(was).toSorted((a, b) => Number(isExpired(a)) - Number(isExpired(b)));
  const reported = (title: string): string => (title.startsWith('octo: ') ? 'default' : title);
  expect({ ...link, title: reported(link.title) }).toMatchObject({
    role: one.access ?? kept?.role ?? 2,
    ...(one.invitation ? {} : { internal: one.internal ?? kept?.internal ?? true }),
    ...(one.invitation ? {} : { denyDownload: one.denyDownload ?? kept?.denyDownload ?? false }),
    ...(one.title ? { title: one.titled } : { title: kept?.title ?? 'default' }),
  });
  expect(isExpired(link)).toBe(false);
  if (one.password === 'none') expect(link.password).toBeNull();
  if (one.password === 'generate') expect(link.password).toMatch(/^\S{8,30}$/u);
  if (
    kept?.password !== undefined &&
    one.password !== 'none' &&
    (one.password !== 'generate' || kept.password !== null)
  ) {
    expect(link.password).toBe(kept.password);
  }
  const life = link.expiresAt === null ? Infinity : link.expiresAt - Date.now();
  const longest = { never: Infinity, '1d': day, '40d': 40 * day };
  if (one.expiration !== undefined) expect(life).toBeLessThanOrEqual(longest[one.expiration]);
  if (one.expiration === 'never' && !one.permanent) expect(link.expiresAt).toBeNull();
  if (one.expiration === undefined && kept !== undefined && !isExpired(kept))
    expect(link.expiresAt).toBe(kept.expiresAt);
}

const writes = (): readonly unknown[] =>
  portal.requests.filter(({ method, path }) => method === 'PUT' || path.endsWith('/link'));

/** What was changed, without what is drawn anew each time. */
function changesOf({ changes }: ApplyReport): unknown {
  return changes.map(({ action, linkId, fields, ...rest }) => ({
    ...rest,
    action,
    linkId: action === 'create' || action === 'replace' ? '' : linkId,
    fields: fields.map((field) => (field.name === 'expiration' ? field.name : field)),
  }));
}

test('for any room and any file: refused without a write, or as described, as planned, and never written again', async () => {
  let refused = 0;
  let changed = 0;
  await fc.assert(
    fc.asyncProperty(roomDraft, fc.boolean(), async (draft, prune) => {
      const room = build(portal, draft);
      portal.clearRequests();
      const planned = await applyTo(room, prune, true);
      expect(writes()).toEqual([]);
      const report = await applyTo(room, prune);
      if (planned === null || report === null) throw new Error('the room could not be read');
      // Refused with the same words, and nothing written; or done.
      const isRefused = planned.problems.length > 0;
      expect(report.problems).toEqual(planned.problems);
      expect([report.result === 'applied', report.result === '']).toEqual([writes().length > 0, isRefused]);
      if (isRefused) refused++;
      if (report.result === 'applied') changed++;
      if (isRefused) return;
      expect(changesOf(report)).toEqual(changesOf(planned));
      expectAsDescribed(room, prune);

      portal.clearRequests();
      expect((await applyTo(room, prune))?.result).toBe('unchanged');
      expect(writes()).toEqual([]);
      expect(portal.requests).toHaveLength(2);
    }),
    { numRuns: 300 },
  );
  // Otherwise the property would say little.
  expect(changed).toBeGreaterThan(20);
  expect(refused).toBeGreaterThan(0);
});

const fault = fc.record({
  match: fc.record({
    method: fc.constantFrom('PUT', 'PUT', 'GET'),
    nth: fc.integer({ min: 1, max: 6 }),
  }) satisfies fc.Arbitrary<Match>,
  times: fc.constantFrom(1, 1, 9),
  effect: fc.constantFrom<Fault>(
    { kind: 'status', status: 500, body: {} },
    { kind: 'status', status: 500, body: {}, applied: true },
    { kind: 'status', status: 503, body: {} },
    { kind: 'status', status: 403, body: {} },
    { kind: 'reset', when: 'before' },
    { kind: 'reset', when: 'after' },
    { kind: 'cut' },
    { kind: 'html', status: 200, applied: true },
    { kind: 'empty', status: 200 },
    { kind: '429', retryAfter: 0 },
    { kind: 'ignore-write' },
  ),
});

/**
 * In a full room an expired link goes before the one that replaces it comes. If that fails, nothing is left that an id
 * could name, and the next run can only say so; a key finds its place again.
 */
function withoutLostNames(draft: RoomDraft): RoomDraft {
  const lost = draft.additional.some(({ key, life }) => key === null && life !== null && life < 0);
  return lost ? { ...draft, byId: [] } : draft;
}

test('whatever goes wrong: what is called done is done, and the next run converges [promise apply-converges]', async () => {
  let red = 0;
  await fc.assert(
    fc.asyncProperty(
      roomDraft,
      fc.boolean(),
      fc.array(fault, { minLength: 1, maxLength: 3 }),
      async (draft, prune, faults) => {
        const room = build(portal, withoutLostNames(draft));
        if ((await applyTo(room, prune, true))?.problems.length !== 0) return;
        for (const { match, times, effect } of faults) portal.fault({ ...match, times }, effect);
        const hurt = await applyTo(room, prune);
        portal.clearFaults();
        if (hurt === null || hurt.problems.length > 0) red++;
        const there = portal.links(room.roomId).map(({ id }) => id);
        for (const { action, linkId } of hurt?.changes ?? []) {
          // A plan that was not begun is no claim.
          if (hurt?.result !== 'applied') continue;
          expect(there.includes(linkId)).toBe(action !== 'revoke');
        }
        const next = await applyTo(room, prune);
        expect(next?.problems).toEqual([]);
        expectAfterTrouble(room, prune);
        portal.clearRequests();
        expect((await applyTo(room, prune))?.result).toBe('unchanged');
        expect(writes()).toEqual([]);
      },
    ),
    { numRuns: 200 },
  );
  expect(red).toBeGreaterThan(3);
});

/** As described; but a link that was lost in the middle of a replacement has lost what it kept, too. */
function expectAfterTrouble({ roomId, before, expected, managed }: Built, prune: boolean): void {
  const after = portal.links(roomId);
  const ids = new Set(expected.flatMap(({ means }) => [...means(before), ...means(after)]).map(({ id }) => id));
  const stays = (link: Link): boolean => !ids.has(link.id) && !(prune && managed(link));
  expect(inOrder(after.filter(({ id }) => !ids.has(id)))).toEqual(inOrder(before.filter(stays)));
  for (const one of expected) {
    const links = one.means(after);
    expect(links).toHaveLength(one.absent ? 0 : 1);
    if (!one.absent && one.access !== undefined) expect(links[0]?.role).toBe(one.access);
    if (!one.absent && one.internal !== undefined) expect(links[0]?.internal).toBe(one.internal);
  }
}

test('two applies at once end with what one would have made', async () => {
  await fc.assert(
    fc.asyncProperty(roomDraft, fc.boolean(), async (draft, prune) => {
      const room = build(portal, draft);
      if ((await applyTo(room, prune, true))?.problems.length !== 0) return;
      const run = (wait: Wait): Promise<ApplyReport | null> => applyTo(room, prune, false, wait);
      const reports = await together([run, run]);
      expect(reports.map((report) => report?.problems)).toEqual([[], []]);
      expectAsDescribed(room, prune);
      portal.clearRequests();
      expect((await applyTo(room, prune))?.result).toBe('unchanged');
      expect(writes()).toEqual([]);
    }),
    { numRuns: 150 },
  );
});
