import { afterEach, describe, expect, test } from '@jest/globals';
import type { Fault, Link, LinkInput } from '../../../simulator/index.ts';
import type { ProblemCode } from '../../../src/links/problem.ts';
import { closeAll } from '../../support/step.ts';
import { makesOtherwise } from '../../support/makes.ts';
import { foreignId } from '../../support/links.ts';
import { fixAll, openStage, type Stage } from './fixing.ts';
import { revoke, set, firstPlanOf, type Rules } from '../../audit/remedies.ts';

afterEach(closeAll);

const day = 86_400_000;
const editor: LinkInput = { role: 10, expiresAt: Math.floor((Date.now() + 90 * day) / 1000) * 1000 };
const viewers: Rules = { A: ({ access }) => (access >= 10 ? set({ access: 2 }) : null) };
const revokes: Rules = { A: ({ access }) => (access >= 10 ? revoke : null) };

const writes = { method: 'PUT' } as const;
const of = (id: string) => ({ method: 'PUT', body: (body: unknown) => (body as { linkId?: string }).linkId === id });

describe('what others have changed since the scan', () => {
  test('is kept', async () => {
    const stage = await openStage();
    const link = stage.link(editor);
    const { codes } = await fixAll(stage, viewers, {
      between: () => Object.assign(link, { title: 'Renamed', password: 'Another-Passw0rd', denyDownload: true }),
    });
    expect(codes).toEqual([]);
    expect(stage.links()).toMatchObject([
      { role: 2, title: 'Renamed', password: 'Another-Passw0rd', denyDownload: true, expiresAt: editor.expiresAt },
    ]);
  });

  test.each<[string, Rules, boolean]>([
    ['changed', viewers, false],
    ['revoked', { A: ({ title }) => (title === 'First' ? revoke : set({ access: 2 })) }, false],
    ['refused', viewers, true],
  ])('is kept also where it happens while the link before it is %s', async (_, rules, isRefused) => {
    const stage = await openStage();
    const first = stage.link({ ...editor, id: '1'.repeat(8) + foreignId.slice(8), title: 'First' });
    const second = stage.link({ ...editor, id: '2'.repeat(8) + foreignId.slice(8) });
    stage.portal.on(of(first.id), () => {
      second.title = 'Renamed';
    });
    if (isRefused) stage.portal.fault(of(first.id), { kind: 'status', status: 500, body: {} });
    const { report } = await fixAll(stage, rules);
    expect(report.done).toHaveLength(isRefused ? 1 : 2);
    expect(stage.links().at(-1)).toMatchObject({ id: second.id, role: 2, title: 'Renamed' });
  });

  test('is told as it was found: the plan is made anew', async () => {
    const stage = await openStage();
    const link = stage.link(editor);
    const { report } = await fixAll(stage, viewers, { between: () => (link.role = 11) });
    expect(report.done).toMatchObject([{ fields: [{ name: 'access', from: 'content-creator', to: 'viewer' }] }]);
  });

  test.each<[string, (stage: Stage, id: string) => unknown, string]>([
    [
      'mended it',
      ({ portal, roomId }, id) => Object.assign(portal.room(roomId).links.get(id) ?? {}, { role: 2 }),
      'was changed meanwhile',
    ],
    [
      'let it expire',
      ({ portal, roomId }, id) =>
        Object.assign(portal.room(roomId).links.get(id) ?? {}, { expiresAt: Date.now() - day }),
      'was changed meanwhile',
    ],
    ['revoked it', ({ portal, roomId }, id) => portal.room(roomId).links.delete(id), 'is gone already'],
  ])('nothing is left to do where they have %s: no write, and no problem', async (_, happens, reported) => {
    const stage = await openStage();
    const { id } = stage.link(editor);
    stage.link(editor);
    const { report, writes, codes, logged } = await fixAll(stage, viewers, { between: () => happens(stage, id) });
    expect(codes).toEqual([]);
    expect(writes).toHaveLength(1);
    expect(writes.map(({ linkId }) => linkId)).not.toContain(id);
    expect(report.done).toHaveLength(1);
    expect(report.undone).toEqual([]);
    expect(report.rooms).toEqual([String(stage.roomId)]);
    expect(logged).toContain(reported);
  });

  test('a link that has gone is not made again, nor revoked', async () => {
    const stage = await openStage();
    const { id } = stage.link(editor);
    const { writes, codes, report } = await fixAll(stage, revokes, {
      between: () => stage.portal.room(stage.roomId).links.delete(id),
    });
    expect([writes, codes, report.done, report.undone]).toEqual([[], [], [], []]);
  });

  test('a link that breaks other rules since is mended by those that it was planned for', async () => {
    const stage = await openStage();
    const link = stage.link(editor);
    const other = stage.link({ role: 2, internal: true });
    const open: Rules = { ...viewers, B: ({ internal, title }) => (internal || title !== 'New' ? null : revoke) };
    const { report } = await fixAll(stage, open, {
      between: () => {
        link.title = 'New';
        Object.assign(other, { role: 10, internal: false, title: 'New' });
      },
    });
    expect(report.done).toMatchObject([{ action: 'update', linkId: link.id }]);
    expect(stage.links()).toMatchObject([{ role: 2 }, { role: 10 }]);
  });

  test('a link that would now have to be revoked, and not only changed, stays as it is', async () => {
    const stage = await openStage();
    const link = stage.link({ ...editor, title: 'Old' });
    const rules: Rules = { A: ({ title }) => (title === 'Old' ? set({ access: 2 }) : revoke) };
    const { report, writes, codes, reported } = await fixAll(stage, rules, { between: () => (link.title = 'New') });
    expect(codes).toEqual(['conflict']);
    expect(reported).toContain('it was to be changed, and now would have to be revoked');
    expect(writes).toEqual([]);
    expect(firstPlanOf(report.undone)).toEqual([['update', link.id, ['A']]]);
  });

  test.each<[string, (stage: Stage) => unknown, string]>([
    [
      'is in the Archive',
      ({ portal, roomId }) => {
        portal.archive(roomId);
      },
      'room-archived',
    ],
    ['is gone', ({ portal, roomId }) => portal.state.rooms.delete(String(roomId)), 'room-not-found'],
    [
      'is not this key’s to write',
      ({ portal, roomId }) => portal.room(roomId).members.delete(portal.user('manager').id),
      'room-forbidden',
    ],
    [
      'is not this key’s to manage',
      ({ portal, roomId }) => portal.room(roomId).members.set(portal.user('manager').id, 2),
      'not-room-manager',
    ],
  ])('a room that %s: nothing is written, told once, and other rooms go on', async (_, happens, code) => {
    const members = { manager: 9 };
    const stage = await openStage({}, { members });
    const second = stage.portal.addRoom({ title: 'Second', roomType: 5, members }).id;
    stage.link(editor);
    stage.link(editor);
    stage.link(editor, second);
    const { report, writes, codes } = await fixAll(stage, viewers, { key: 'manager', between: happens });
    expect(codes).toEqual([code]);
    expect(writes).toHaveLength(1);
    expect(report.undone).toHaveLength(2);
    expect(report).toMatchObject({ done: [{ roomId: String(second) }], rooms: [String(second)] });
  });
});

describe('a portal that does not do what was asked', () => {
  test('and is silent about it: red, with the setting that differs, and the others go on', async () => {
    const stage = await openStage();
    const stays = stage.link({ ...editor, title: 'Stays' });
    stage.link(editor);
    stage.portal.fault({ ...of(stays.id), times: 9 }, { kind: 'ignore-write' });
    const { report, codes, reported, logged } = await fixAll(stage, viewers);
    expect(codes).toEqual(['not-applied']);
    expect(reported).toContain('access of the link in room 201 "Contract 2027": asked viewer, the portal has editor.');
    expect(reported).toContain(`It is the link ${stays.id} "Stays" of room 201 "Contract 2027".`);
    expect(report.done).toHaveLength(1);
    expect(firstPlanOf(report.undone)).toEqual([['update', stays.id, ['A']]]);
    expect(logged).toContain('✗ not done: ~ update link');
    expect(stage.links()).toMatchObject([{ role: 10 }, { role: 2 }]);
  });

  test('but changes a setting that was to be kept: red, with that setting', async () => {
    const stage = await openStage();
    const link = stage.link({ ...editor, password: 'Zx9-longenough' });
    makesOtherwise(stage.portal, stage.roomId, { password: null });
    const { codes, reported, report } = await fixAll(stage, viewers);
    expect(codes).toEqual(['not-applied']);
    expect(reported).toContain('password of the link in room 201 "Contract 2027": asked set, the portal has none');
    expect(firstPlanOf(report.undone)).toEqual([['update', link.id, ['A']]]);
  });

  test('but others change such a setting since: what was asked is done', async () => {
    const stage = await openStage();
    const link = stage.link({ ...editor, password: 'Zx9-longenough' });
    stage.portal.on(
      writes,
      () => {
        for (const one of stage.portal.links(stage.roomId)) one.password = null;
      },
      { when: 'after' },
    );
    const { codes, report } = await fixAll(stage, viewers);
    expect(codes).toEqual([]);
    expect(report).toMatchObject({ done: [{ linkId: link.id }], undone: [] });
    expect(stage.links()).toMatchObject([{ role: 2, password: null }]);
  });

  test('and still opens what was revoked: red', async () => {
    const stage = await openStage();
    stage.link(editor);
    stage.portal.fault(
      { path: /\/files\/share\//u, times: 9 },
      {
        kind: 'mutate',
        change: (body: { response: { status: number } }) => {
          body.response.status = 0;
        },
      },
    );
    const { codes, report } = await fixAll(stage, revokes);
    expect(codes).toEqual(['not-applied']);
    expect(report).toMatchObject({ done: [], undone: [{}] });
  });

  test('as the date of the link passed on the way, which made it endless: red, and it is revoked', async () => {
    const stage = await openStage();
    const link = stage.link({ ...editor, expiresAt: Date.now() + 60_000 });
    stage.portal.on({ ...of(link.id), times: 1 }, () => {
      stage.portal.advance(120_000);
    });
    const { codes, reported, report } = await fixAll(stage, viewers);
    expect(codes).toEqual(['not-applied']);
    expect(reported).toContain('the portal has never');
    expect(reported).toContain(`So that it does not live for ever, the link ${link.id}`);
    expect(stage.links()).toEqual([]);
    expect(report).toMatchObject({ done: [], undone: [{}] });
  });

  test('... and if it cannot be revoked, that is said', async () => {
    const stage = await openStage();
    const link = stage.link({ ...editor, expiresAt: Date.now() + 60_000 });
    stage.portal.on({ ...of(link.id), times: 1 }, () => {
      stage.portal.advance(120_000);
    });
    stage.portal.fault({ ...of(link.id), nth: 2, times: 9 }, { kind: 'ignore-write' });
    const { reported } = await fixAll(stage, viewers);
    expect(reported).toContain('now lives for ever, and could not be revoked: revoke it in DocSpace.');
  });

  test('is not given a date that passes at this moment by its clock', async () => {
    const stage = await openStage();
    const at = Date.now();
    stage.portal.setClock(at);
    stage.link({ ...editor, expiresAt: at + 900 });
    const { codes, writes } = await fixAll(stage, viewers, { options: { now: () => at } });
    expect(codes).toEqual(['expired-on-the-way']);
    expect(writes).toEqual([]);
  });
});

describe('a portal that refuses', () => {
  const denied = {
    error: { message: 'Access denied', type: 'System.Security.SecurityException' },
    status: 1,
    statusCode: 403,
  };
  const refused: Fault = { kind: 'status', status: 403, body: denied };

  test.each<[string, Rules]>([
    ['a change', viewers],
    ['a revoke', revokes],
  ])('%s in one room: red and explained, and the other rooms and links go on', async (_, rules) => {
    const stage = await openStage();
    const second = stage.portal.addRoom({ title: 'Second', roomType: 5 }).id;
    const stays = stage.link({ ...editor, internal: true });
    stage.link(editor);
    stage.link(editor, second);
    stage.portal.fault({ ...of(stays.id), times: 9 }, refused);
    const { codes, reported, report } = await fixAll(stage, rules);
    expect(codes).toEqual(['not-room-manager']);
    expect(reported).toContain(stays.id);
    expect(reported).toContain('denies this key the right');
    expect(report.done).toHaveLength(2);
    expect(report.undone).toMatchObject([{ link: { id: stays.id } }]);
    expect(stage.links()[0]).toMatchObject({ id: stays.id, role: 10 });
  });

  test('because the password of the link is not good enough today: red, the password stays', async () => {
    const stage = await openStage();
    stage.link({ ...editor, password: 'weak-weak' });
    stage.portal.setPasswordPolicy({ min: 20 });
    const { codes, reported } = await fixAll(stage, viewers);
    expect(codes).toEqual(['refused']);
    expect(reported).toContain('does not accept the password');
    expect(stage.links()).toMatchObject([{ role: 10, password: 'weak-weak' }]);
  });

  test('as the key may only read', async () => {
    const stage = await openStage();
    stage.link(editor);
    const { codes, report } = await fixAll(stage, viewers, { key: 'owner-read' });
    expect(codes).toEqual(['key-scope']);
    expect(report).toMatchObject({ done: [], undone: [{}] });
  });
});

describe('a portal that restricts external sharing in rooms', () => {
  const restricted = { externalShare: false, applyToRooms: true };

  test('is not asked to change a link for anyone, which it would make one for users only', async () => {
    const stage = await openStage();
    stage.link(editor);
    stage.link({ ...editor, internal: true });
    stage.portal.setSharing(restricted);
    const { obstacles, codes } = await fixAll(stage, viewers, { key: 'owner-full' });
    expect(obstacles).toMatchObject([{ code: 'sharing-restricted' }]);
    expect(codes).toEqual([]);
    expect(stage.links()).toMatchObject([
      { role: 10, internal: false },
      { role: 2, internal: true },
    ]);
  });

  test('but does not tell this key: red, as the link is for users only now', async () => {
    const stage = await openStage();
    stage.link(editor);
    stage.portal.setSharing(restricted);
    const { codes, reported } = await fixAll(stage, viewers);
    expect(codes).toEqual(['sharing-restricted']);
    expect(reported).toContain('for DocSpace users only, not for anyone');
  });

  test('has its links made for users only, or revoked', async () => {
    const stage = await openStage();
    const { id } = stage.link(editor);
    stage.link(editor);
    stage.portal.setSharing(restricted);
    const { codes } = await fixAll(stage, { A: (link) => (link.id === id ? revoke : set({ internal: true })) });
    expect(codes).toEqual([]);
    expect(stage.links()).toMatchObject([{ role: 10, internal: true }]);
  });
});

describe('a connection that is lost at a write', () => {
  const broken = { times: 99 };

  test.each<[string, Rules]>([
    ['a change', viewers],
    ['a revoke', revokes],
  ])('%s that was carried out all the same is done', async (_, rules) => {
    const stage = await openStage();
    stage.link(editor);
    stage.portal.fault({ ...writes, ...broken }, { kind: 'reset', when: 'after' });
    const { codes, report } = await fixAll(stage, rules);
    expect(codes).toEqual([]);
    expect(report).toMatchObject({ done: [{}], undone: [] });
  });

  test.each<[string, Rules]>([
    ['a change', viewers],
    ['a revoke', revokes],
  ])('%s that was not is not: red', async (_, rules) => {
    const stage = await openStage();
    const { id } = stage.link(editor);
    stage.portal.fault({ ...writes, ...broken }, { kind: 'reset', when: 'before' });
    const { codes, report, reported } = await fixAll(stage, rules);
    expect(codes).toEqual(['unreachable']);
    expect(report).toMatchObject({ done: [], undone: [{ link: { id } }] });
    expect(stage.links()).toMatchObject([{ role: 10 }]);
    expect(reported).not.toBe('');
  });

  test('and nothing can be read back: red', async () => {
    const stage = await openStage();
    stage.link(editor);
    const { codes, report } = await fixAll(stage, viewers, {
      between: ({ portal }) => {
        portal.fault({ method: 'GET', path: '/links', nth: 2, times: 99 }, { kind: 'html', status: 502 });
      },
    });
    expect(codes).toEqual(['portal-unavailable']);
    expect(report).toMatchObject({ done: [], undone: [{}] });
  });

  test.each<[string, Rules]>([
    ['a change', viewers],
    ['a revoke', revokes],
  ])('%s that is repeated after it was carried out is done', async (_, rules) => {
    const stage = await openStage();
    stage.link(editor);
    stage.portal.fault(writes, { kind: 'html', status: 502, applied: true });
    const { codes, report } = await fixAll(stage, rules);
    expect(codes).toEqual([]);
    expect(report.done).toHaveLength(1);
  });
});

test('a link that somebody revokes while the portal is busy stays gone, and no problem', async () => {
  const stage = await openStage();
  stage.link({ role: 2 });
  const link = stage.link(editor);
  stage.portal.fault(of(link.id), { kind: 'status', status: 503, body: {} });
  stage.portal.on({ ...of(link.id), times: 1 }, () => {
    stage.portal.room(stage.roomId).links.delete(link.id);
  });
  const { codes, report } = await fixAll(stage, viewers);
  expect([codes, report.done, report.undone]).toEqual([[], [], []]);
  expect(stage.links()).toMatchObject([{ role: 2 }]);
});

test.each<[string, Partial<Link>, ProblemCode[]]>([
  ['mends it', { role: 2 }, []],
  ['makes another fix of it', { role: 11 }, ['conflict']],
])('a link that was to be revoked stays where somebody %s while the portal is busy', async (_, to, expected) => {
  const stage = await openStage();
  const link = stage.link(editor);
  stage.portal.fault(of(link.id), { kind: 'status', status: 503, body: {} });
  stage.portal.on({ ...of(link.id), times: 1 }, () => {
    Object.assign(link, to);
  });
  const rules: Rules = { A: ({ access }) => (access === 10 ? revoke : access > 10 ? set({ access: 2 }) : null) };
  const { codes, report } = await fixAll(stage, rules);
  expect([codes, report.done]).toEqual([expected, []]);
  expect(stage.links()).toMatchObject([to]);
});

test('a link that somebody revokes in the instant of the write, in a room that is full: gone, and no problem', async () => {
  const stage = await openStage();
  for (let n = 0; n < 5; n++) stage.link({ role: 2 });
  const link = stage.link(editor);
  stage.portal.on(of(link.id), () => {
    stage.portal.room(stage.roomId).links.delete(link.id);
  });
  const { codes, report } = await fixAll(stage, viewers);
  expect([codes, report.done, report.undone]).toEqual([[], [], []]);
  expect(stage.links()).toHaveLength(5);
});
