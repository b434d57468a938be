import { afterEach, describe, expect, test } from '@jest/globals';
import type { Link, LinkInput } from '../../../simulator/index.ts';
import type { SafeFix } from '../../../src/audit/rules/rule.ts';
import { closeAll } from '../../support/step.ts';
import { fixAll, openStage, type Stage } from './fixing.ts';
import { revoke, set, type Rules } from '../../audit/remedies.ts';

afterEach(closeAll);

const day = 86_400_000;
/** An instant so many days from now, in whole seconds. */
const inDays = (days: number): number => Math.floor((Date.now() + days * day) / 1000) * 1000;

/** A link for anyone with everything that a link can have. */
const full: LinkInput = {
  role: 10,
  title: 'Press <kit> & more',
  password: 'Zx9-longenough',
  denyDownload: true,
  expiresAt: inDays(90),
};
const endless: LinkInput = { ...full, expiresAt: null, denyDownload: false };
const invitation: LinkInput = { kind: 3, role: 11, title: 'Join us', maxUse: 40, used: 3, expiresAt: inDays(90) };

/** The rule `A`, which asks for the same of every link. */
const always = (safeFix: SafeFix): Rules => ({ A: () => safeFix });
/** The rule `A`, which asks for viewers where there are editors or more. */
const viewers: Rules = { A: ({ access }) => (access >= 10 ? set({ access: 2 }) : null) };

describe('a fix changes what is asked for, and nothing else', () => {
  const end = new Date(inDays(30));
  test.each<[string, LinkInput, SafeFix, Partial<Link>]>([
    ['the role', full, set({ access: 2 }), { role: 2 }],
    ['the role of the primary link', { ...full, kind: 4 }, set({ access: 2 }), { role: 2 }],
    ['the role of an endless link', endless, set({ access: 6 }), { role: 6 }],
    ['an end that is too late', full, set({ expiration: end }), { expiresAt: end.getTime() }],
    ['an end that is missing', endless, set({ expiration: end }), { expiresAt: end.getTime() }],
    ['who may use it', full, set({ internal: true }), { internal: true }],
    ['downloads', endless, set({ denyDownload: true }), { denyDownload: true }],
    ['the role of an invitation', invitation, set({ access: 2 }), { role: 2 }],
    ['the end of an invitation', invitation, set({ expiration: end }), { expiresAt: end.getTime() }],
    ['the uses of an invitation', invitation, set({ maxUses: 5 }), { maxUse: 5 }],
    [
      'all at once',
      endless,
      set({ access: 2, internal: true, expiration: end }),
      { role: 2, internal: true, expiresAt: end.getTime() },
    ],
  ])('%s', async (_, link, safeFix, changed) => {
    const stage = await openStage();
    stage.link({ title: 'Another', role: 2 });
    const { id } = stage.link(link);
    const [other, before] = stage.links();
    const { report, writes, codes } = await fixAll(stage, { A: (one) => (one.id === id ? safeFix : null) });
    expect(codes).toEqual([]);
    expect(stage.links()).toEqual([other, { ...before, ...changed, expiresTicks: 0 }]);
    expect(writes).toHaveLength(1);
    expect(report).toMatchObject({ undone: [], rooms: [String(stage.roomId)] });
    expect(report.done).toMatchObject([{ action: 'update', linkId: id, roomId: String(stage.roomId), widens: [] }]);
  });

  test.each<[string, LinkInput]>([
    ['an additional link', full],
    ['an expired link', { ...full, expiresAt: inDays(-3) }],
    ['the primary link of a Custom room', { ...full, kind: 4 }],
    ['an invitation', invitation],
    ['an expired invitation', { ...invitation, expiresAt: inDays(-3) }],
  ])('or takes %s away, and proves it', async (_, link) => {
    const stage = await openStage();
    stage.link({ title: 'Another', role: 2 });
    const { id } = stage.link(link);
    const { report, codes, writes, logged } = await fixAll(stage, { A: (one) => (one.id === id ? revoke : null) });
    expect(codes).toEqual([]);
    expect(stage.links()).toMatchObject([{ title: 'Another' }]);
    expect(writes).toMatchObject([{ linkId: id, access: 0 }]);
    expect(report.done).toMatchObject([{ action: 'revoke', linkId: id }]);
    expect(logged).toContain('✓ tried: opens nothing');
  });

  test('in many rooms, those of a room one after the other, each read again before it is written', async () => {
    const stage = await openStage();
    const rooms = Array.from({ length: 6 }, (_, n) => stage.portal.addRoom({ title: `Room ${n}`, roomType: 5 }).id);
    for (const id of rooms) for (const role of [10, 10, 5, 10]) stage.link({ role }, id);
    const { report, writes } = await fixAll(stage, viewers);
    expect(report.done).toHaveLength(18);
    expect(writes).toHaveLength(18);
    expect(rooms.flatMap((id) => stage.links(id)).filter(({ role }) => role === 10)).toEqual([]);
    expect([...report.rooms].sort()).toEqual(rooms.map(String).sort());
    for (const id of rooms) {
      const asked = stage.portal.requests.filter(({ path }) => path.endsWith(`/rooms/${String(id)}/links`));
      expect(asked.map(({ method }) => method).join(' ')).toBe('GET PUT GET PUT GET PUT GET');
    }
  });

  test('what several rules ask for of a link is one write', async () => {
    const stage = await openStage();
    stage.link(endless);
    const { writes, report } = await fixAll(stage, { ...viewers, B: () => set({ internal: true }) });
    expect(writes).toHaveLength(1);
    expect(report.done[0]?.fields.map(({ name }) => name)).toEqual(['access', 'internal']);
    expect(stage.links()).toMatchObject([{ role: 2, internal: true, password: full.password }]);
  });
});

describe('no write is sent', () => {
  /** What happened that should not. */
  const noise = async (stage: Stage, rules: Rules, named?: readonly string[]): Promise<readonly unknown[]> => {
    const before = JSON.stringify(stage.links());
    const { planned, writes, report } = await fixAll(stage, rules, named === undefined ? {} : { named });
    const { done, undone, problems, rooms } = report;
    const change = JSON.stringify(stage.links()) === before ? [] : [stage.links()];
    return [...planned, ...writes, ...done, ...undone, ...problems, ...rooms, ...change];
  };

  test('for rules that are not named, and findings that are waived [promise audit-fix]', async () => {
    const stage = await openStage();
    stage.link(full);
    expect(await noise(stage, { ...viewers, 'waived B': () => revoke, C: () => revoke }, ['B', 'X'])).toEqual([]);
  });

  test.each([6, 1] as const)('for the permanent primary link (room type %i)', async (roomType) => {
    const stage = await openStage({}, { roomType });
    expect(stage.links()).toMatchObject([{ kind: 4 }]);
    expect(
      await noise(stage, {
        A: () => revoke,
        B: () => set({ access: 2, internal: true, expiration: new Date(inDays(1)) }),
      }),
    ).toEqual([]);
  });

  test('in archived rooms', async () => {
    const stage = await openStage();
    stage.link(full);
    stage.portal.archive(stage.roomId);
    expect(await noise(stage, { A: () => revoke, B: () => set({ access: 2 }) })).toEqual([]);
  });

  test('for expired links that are not to be revoked', async () => {
    const stage = await openStage();
    stage.link({ ...full, expiresAt: inDays(-1) });
    expect(await noise(stage, always(set({ access: 2, expiration: new Date(inDays(1)) })))).toEqual([]);
  });
});

test.each(['3.6', '3.2'] as const)(
  'an invitation of a portal %s, which would date it anew, is not changed but revoked; other links are changed',
  async (profile) => {
    const stage = await openStage({ profile });
    const { id } = stage.link({ kind: 3, role: 11, expiresAt: inDays(1) });
    stage.link({ role: 10 });
    const before = stage.links();
    const changed = await fixAll(stage, viewers);
    expect(changed.obstacles).toMatchObject([{ code: 'portal-too-old' }]);
    expect(changed.codes).toEqual([]);
    expect(stage.links()).toEqual([before[0], { ...before[1], role: 2 }]);
    const revoked = await fixAll(stage, { A: ({ type }) => (type === 'invitation' ? revoke : null) });
    expect(revoked.writes).toMatchObject([{ linkId: id, access: 0 }]);
    expect(stage.links()).toHaveLength(1);
  },
);

test.each(['Europe/Berlin', 'UTC'])(
  'an end that the portal may have printed an hour late does not become later by that (a portal in %s)',
  async (zone) => {
    const stage = await openStage({ zone });
    const ends = ['2031-03-30T02:30:00Z', '2031-03-30T05:30:00Z', '2031-07-01T02:30:00Z'].map(Date.parse);
    for (const expiresAt of ends) stage.link({ role: 10, expiresAt });
    const { codes } = await fixAll(stage, viewers);
    expect(codes).toEqual([]);
    expect(stage.links().map(({ role, expiresAt }) => [role, expiresAt])).toEqual(ends.map((end) => [2, end]));
  },
);

test('the log tells the room, what was done, and that people keep what they have', async () => {
  const stage = await openStage();
  const one = stage.link(full);
  const two = stage.link({ ...invitation, title: '::error::\nJoin' });
  const { logged } = await fixAll(stage, {
    A: ({ type }) => (type === 'invitation' ? set({ access: 2 }) : set({ access: 2, internal: true })),
  });
  expect(logged.split('\n')).toEqual([
    `Room ${String(stage.roomId)} "Contract 2027":`,
    `  ✓ updated ${two.id.slice(0, 8)}… "::error:: Join": access: content-creator → viewer   ✓ read back`,
    '    People who have joined by the invitation keep their role.',
    `  ✓ updated ${one.id.slice(0, 8)}… "Press <kit> & more": access: editor → viewer, internal: false → true   ✓ read back`,
  ]);
});
