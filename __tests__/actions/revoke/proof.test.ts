import { describe, expect, test } from '@jest/globals';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;

const isRevoke = (id: string) => (body: unknown) => {
  const { linkId, access } = body as { readonly linkId?: string; readonly access?: number };
  return linkId === id && access === 0;
};

test.each([
  [6, false],
  [5, true],
] as const)('a revoke says of `internal` what the list says (room type %i)', async (roomType, internal) => {
  stage = await openStage(roomType);
  const link = stage.ours('a', { internal });
  await stage.revoke({ key: 'a' });
  expect(stage.writes()).toEqual([{ linkId: link.id, linkType: 1, access: 0, internal }]);
  expect(stage.ids()).not.toContain(link.id);
});

describe('a revoke that the portal does not carry out', () => {
  test('in silence, again and again: red, and the others go all the same [promise revoke-others-go-on, revoke-proved]', async () => {
    stage = await openStage();
    const stays = stage.ours('a');
    stage.ours('b');
    stage.portal.fault({ method: 'PUT', body: isRevoke(stays.id), times: 9 }, { kind: 'ignore-write' });
    const outcome = await stage.revoke({ key: 'a\nb' });
    expect(outcome.exitCode).toBe(1);
    expect(stage.ids()).toEqual([stays.id]);
    expect(outcome.outputs).toMatchObject({ result: 'revoked', 'revoked-count': '1', 'links-count': '1' });
    expect(outcome.stdout.match(/^::error/gmu)).toHaveLength(1);
    expect(outcome.stdout).toContain(stays.id);
  });

  test('with an error: red, and the others go all the same [promise revoke-others-go-on]', async () => {
    stage = await openStage();
    const stays = stage.ours('a');
    stage.ours('b');
    stage.portal.fault({ method: 'PUT', body: isRevoke(stays.id) }, { kind: 'status', status: 500, body: {} });
    const outcome = await stage.revoke({ managed: 'true' });
    expect(outcome.exitCode).toBe(1);
    expect(stage.ids()).toEqual([stays.id]);
    expect(outcome.outputs).toMatchObject({ result: 'revoked', 'revoked-count': '1' });
  });

  test('and the former URL still opens the room: red [promise revoke-proved]', async () => {
    stage = await openStage();
    stage.ours('a');
    stage.portal.fault(
      { path: /\/files\/share\//u, times: 9 },
      {
        kind: 'mutate',
        change: (body: { response: object }) => ({ ...body, response: { ...body.response, status: 0 } }),
      },
    );
    const outcome = await stage.revoke({ key: 'a' });
    expect(outcome.exitCode).toBe(1);
    expect(outcome.outputs).toMatchObject({ result: '', changed: 'true', 'revoked-count': '0' });
    expect(outcome.stdout).toContain('its URL still opens the room for anyone');
  });

  test('and the list cannot be read back: red', async () => {
    stage = await openStage();
    stage.ours('a');
    stage.portal.fault({ method: 'GET', path: '/links', nth: 2, times: 9 }, { kind: 'html', status: 403 });
    const outcome = await stage.revoke({ key: 'a' });
    expect(outcome.exitCode).toBe(1);
    expect(outcome.outputs).toMatchObject({ result: '', 'revoked-count': '' });
  });
});

test('what a stranger meets could not be asked: green, with a warning', async () => {
  stage = await openStage();
  stage.ours('a');
  stage.portal.fault({ path: /\/files\/share\//u, times: 99 }, { kind: 'html', status: 403 });
  const outcome = await stage.revoke({ key: 'a' });
  expect(outcome.outputs).toMatchObject({ result: 'revoked' });
  expect(outcome.stdout).toContain('::warning title=Former link not tried');
});

test('somebody else has revoked it in that instant: success', async () => {
  stage = await openStage();
  for (const key of ['b', 'c', 'd', 'e', 'f']) stage.ours(key);
  const link = stage.ours('a');
  stage.portal.on({ method: 'PUT' }, () => {
    stage.portal.room(stage.roomId).links.delete(link.id);
  });
  const outcome = await stage.revoke({ key: 'a' });
  expect(outcome.exitCode).toBe(0);
  expect(stage.ids()).toHaveLength(5);
});

test.each(['before', 'after'] as const)('the connection breaks %s the write: tried again', async (when) => {
  stage = await openStage();
  stage.ours('a');
  const stays = stage.ours('b');
  stage.portal.fault({ method: 'PUT' }, { kind: 'reset', when });
  const outcome = await stage.revoke({ key: 'a' });
  expect(outcome.outputs).toMatchObject({ result: 'revoked' });
  expect(stage.ids()).toEqual([stays.id]);
});

describe('an invitation that is redeemed in that instant', () => {
  test('comes back once: revoked again [promise revoke-proved]', async () => {
    stage = await openStage();
    const link = stage.ours('a', { kind: 3 });
    stage.portal.fault({ method: 'PUT' }, { kind: 'redemption-race', afterMs: 300 });
    const outcome = await stage.revoke({ 'link-id': link.id });
    expect(outcome.outputs).toMatchObject({ result: 'revoked', 'revoked-count': '1' });
    expect(outcome.logged).toContain('is there again, as when somebody joins by it in that instant → revoke again');
    expect(stage.ids()).toEqual([]);
    expect(stage.writes()).toHaveLength(2);
  });

  test('comes back each time: red', async () => {
    stage = await openStage();
    const link = stage.ours('a', { kind: 3 });
    stage.portal.fault({ method: 'PUT', times: 9 }, { kind: 'redemption-race', afterMs: 300 });
    const outcome = await stage.revoke({ key: 'a' });
    expect(outcome.exitCode).toBe(1);
    expect(outcome.stdout).toContain(`Link ${link.id} "octo/contracts: a" of Room`);
    expect(outcome.stdout).toContain('is not revoked: the room still lists it');
    expect(outcome.outputs).toMatchObject({ result: '', 'revoked-count': '0', 'links-count': '1' });
  });
});

describe.each([
  [6, 'Public room', { access: 6, internal: false }],
  [1, 'Form filling room', { access: 2, internal: true }],
] as const)('the permanent primary link (room type %i)', (roomType, label, { access, internal }) => {
  const prepared = async (): Promise<string> => {
    stage = await openStage(roomType);
    const [primary] = stage.portal.links(stage.roomId);
    if (primary === undefined) throw new Error('The portal makes a primary link with the room.');
    Object.assign(primary, { role: access, internal, password: 'Zx9-longenough', denyDownload: true, title: 'Press' });
    return primary.id;
  };

  test.each<Readonly<Record<string, string>>>([{ primary: 'true' }, { 'link-id': 'ID' }])(
    'is not revoked without `allow-rotate`: red, nothing sent: %j [promise revoke-allow-rotate]',
    async (inputs) => {
      const id = await prepared();
      const outcome = await stage.revoke('link-id' in inputs ? { 'link-id': id } : inputs);
      expect(outcome.exitCode).toBe(1);
      expect(outcome.stdout).toContain(`is a ${label}: its primary link ${id} "Press" cannot be revoked`);
      expect(outcome.stdout).toContain('`allow-rotate: true`');
      expect(stage.writes()).toEqual([]);
      expect(outcome.outputs).toMatchObject({ result: '', 'links-count': '1' });
    },
  );

  test('with it: rotated, with role, password, title and limits put back [promise revoke-keeps-settings, revoke-result]', async () => {
    const id = await prepared();
    const outcome = await stage.revoke({ primary: 'true', 'allow-rotate': 'true' });
    expect(outcome.exitCode).toBe(0);
    const [link, ...more] = stage.portal.links(stage.roomId);
    expect(more).toEqual([]);
    expect(link?.id).not.toBe(id);
    expect(link).toMatchObject({
      kind: 4,
      role: access,
      internal,
      password: 'Zx9-longenough',
      denyDownload: true,
      title: 'Press',
      expiresAt: null,
    });
    expect(outcome.outputs).toMatchObject({
      result: 'rotated',
      changed: 'true',
      'revoked-count': '1',
      'links-count': '1',
    });
    expect(JSON.parse(outcome.outputs['plan'] ?? '')).toMatchObject([
      { action: 'rotate', linkId: link?.id, primary: true, widens: [], fields: [] },
    ]);
    expect(outcome.logged).toContain('the former URL opens nothing');
  });

  test('whose settings cannot be put back: red, and it says so', async () => {
    await prepared();
    stage.portal.fault(
      { method: 'PUT', body: (body) => (body as { access: number }).access !== 0, times: 9 },
      { kind: 'status', status: 500, body: {} },
    );
    const outcome = await stage.revoke({ primary: 'true', 'allow-rotate': 'true' });
    expect(outcome.exitCode).toBe(1);
    expect(outcome.stdout).toContain('could not be given its settings. It stays as the portal made it');
  });
});

test('a portal that restricts sharing refuses to rotate: it says why', async () => {
  stage = await openStage(6);
  stage.portal.setSharing({ externalShare: false, applyToRooms: true });
  const outcome = await stage.revoke({
    primary: 'true',
    'allow-rotate': 'true',
    'api-key': stage.portal.key('owner-full'),
  });
  expect(outcome.exitCode).toBe(1);
  expect(stage.ids()).toHaveLength(1);
});

describe('a room in which nothing can be revoked: red, and no write', () => {
  test.each([
    ['archived', 'owner', 'room-archived'],
    ['of others', 'outsider', 'room-forbidden'],
    ['seen by a portal admin who is no member', 'admin', 'not-room-manager'],
    ['with a key that is not valid', 'wrong', 'key-rejected'],
  ])('%s', async (_, key, code) => {
    stage = await openStage();
    stage.ours('a');
    if (code === 'room-archived') stage.portal.archive(stage.roomId);
    const outcome = await stage.revoke({ key: 'a', 'api-key': stage.portal.key(key) });
    expect(outcome.exitCode).toBe(1);
    expect(outcome.summary).toContain(`(<code>${code}</code>)`);
    expect(stage.writes()).toEqual([]);
    expect(outcome.outputs).toMatchObject({ result: '', 'revoked-count': '' });
  });

  test('with a key that may only read', async () => {
    stage = await openStage();
    stage.ours('a');
    const outcome = await stage.revoke({ key: 'a', 'api-key': stage.portal.key('owner-read') });
    expect(outcome.exitCode).toBe(1);
    expect(outcome.stdout).toContain('it needs `rooms:write`');
    expect(stage.ids()).toHaveLength(1);
  });
});
