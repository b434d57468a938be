import { beforeEach, describe, expect, test } from '@jest/globals';
import { openStage, type Stage } from './stage.ts';

const unknown = '6f1c0e9a-3b52-4d41-9c2e-0a1b2c3d4e5f';
const yesterday = (): number => Date.now() - 86_400_000;

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});

describe('each selector takes exactly its own links', () => {
  test('key: one, of either type [promise revoke-keys, revoke-members-stay, revoke-result]', async () => {
    const { portal, roomId, ours, revoke, ids, writes } = stage;
    const external = ours('pr-58', { internal: true, password: 'Zx9-longenough' });
    const invitation = ours('pr-58', { kind: 3 });
    const other = ours('pr-59');
    const foreign = portal.addLink(roomId, { title: 'octo/contracts: pr-58' });

    const outcome = await revoke({ key: 'pr-58' });

    expect(ids()).toEqual([other.id, foreign.id]);
    expect(outcome.exitCode).toBe(0);
    expect(outcome.outputs).toMatchObject({
      result: 'revoked',
      changed: 'true',
      'revoked-count': '2',
      'links-count': '2',
    });
    expect(JSON.parse(outcome.outputs['plan'] ?? '')).toEqual(
      expect.arrayContaining([
        {
          action: 'revoke',
          roomId: String(roomId),
          roomTitle: 'Contract 2027',
          linkId: external.id,
          key: 'pr-58',
          type: 'external',
          primary: false,
          fields: [],
          widens: [],
        },
      ]),
    );
    // Exactly what the portal needs to apply it: the own type and `internal`, and no date.
    expect(writes()).toHaveLength(2);
    expect(writes()).toEqual(
      expect.arrayContaining([
        { linkId: external.id, linkType: 1, access: 0, internal: true },
        { linkId: invitation.id, linkType: 0, access: 0 },
      ]),
    );
    expect(outcome.logged).toContain('People who have joined by the invitation stay members of the room.');
    expect(outcome.logged).toContain(`✓ revoked ${external.id.slice(0, 8)}…   ✓ read back   ✓ tried: opens nothing`);
  });

  test('key: several, one a line, of which one is not there [promise revoke-keys]', async () => {
    const { ours, revoke, ids } = stage;
    ours('a');
    const stays = ours('b');
    ours('c d');
    const outcome = await revoke({ key: '\n a \n\nc d\nmissing\na\n' });
    expect(ids()).toEqual([stays.id]);
    expect(outcome.outputs).toMatchObject({ result: 'revoked', 'revoked-count': '2' });
    expect(outcome.logged).toContain('"missing": not there');
  });

  test('link-id: several, whoever made them, in any case [promise revoke-keys]', async () => {
    const { portal, roomId, ours, revoke, ids } = stage;
    const foreign = portal.addLink(roomId);
    const mine = ours('a');
    const stays = ours('b');
    const outcome = await revoke({ 'link-id': `${foreign.id.toUpperCase()}\n${mine.id}\n${unknown}` });
    expect(ids()).toEqual([stays.id]);
    expect(outcome.outputs).toMatchObject({ result: 'revoked', 'revoked-count': '2' });
  });

  test('primary, of a Custom room', async () => {
    const { portal, roomId, ours, revoke, ids } = stage;
    portal.addLink(roomId, { kind: 4 });
    const stays = ours('a');
    expect((await revoke({ primary: 'true' })).outputs).toMatchObject({ result: 'revoked', 'revoked-count': '1' });
    expect(ids()).toEqual([stays.id]);
  });

  test('expired, invitations too, or narrowed to external links [promise revoke-expired, revoke-link-type]', async () => {
    const { portal, roomId, ours, revoke, ids } = stage;
    portal.addLink(roomId, { expiresAt: yesterday() });
    const invitation = portal.addLink(roomId, { kind: 3, expiresAt: yesterday() });
    const stays = ours('a', { expiresAt: Date.now() + 60_000 });
    const endless = portal.addLink(roomId, {});
    await revoke({ expired: 'true', 'link-type': 'external' });
    expect(ids()).toEqual([invitation.id, stays.id, endless.id]);
    await revoke({ expired: 'true' });
    expect(ids()).toEqual([stays.id, endless.id]);
  });

  test('managed, except some keys [promise revoke-managed]', async () => {
    const { portal, roomId, ours, revoke, ids } = stage;
    const foreign = portal.addLink(roomId);
    ours('pr-1');
    const open = ours('pr-2');
    ours('pr-3', { kind: 3 });
    const outcome = await revoke({ managed: 'true', 'except-keys': 'pr-2\npr-9' });
    expect(ids()).toEqual([foreign.id, open.id]);
    expect(outcome.outputs).toMatchObject({ result: 'revoked', 'revoked-count': '2' });
    await revoke({ managed: 'true' });
    expect(ids()).toEqual([foreign.id]);
  });
});

test.each([{ key: 'pr-58' }, { 'link-id': unknown }, { primary: 'true' }, { expired: 'true' }, { managed: 'true' }])(
  'a link that is gone already is success and sends nothing: %j',
  async (inputs) => {
    const { portal, roomId, revoke, ids, writes } = stage;
    const foreign = portal.addLink(roomId);
    const outcome = await revoke(inputs);
    expect(outcome.exitCode).toBe(0);
    expect(outcome.outputs).toMatchObject({
      result: 'absent',
      changed: 'false',
      'revoked-count': '0',
      'room-id': String(roomId),
      'links-count': '1',
      plan: '[]',
    });
    expect(outcome.summary).toContain('absent');
    expect(writes()).toEqual([]);
    expect(portal.requests.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
      `GET /api/2.0/files/rooms/${roomId}`,
      `GET /api/2.0/files/rooms/${roomId}/links`,
    ]);
    expect(ids()).toEqual([foreign.id]);
  },
);

test('a second run says absent and writes nothing [promise revoke-absent, revoke-result]', async () => {
  stage.ours('a');
  await stage.revoke({ key: 'a' });
  stage.portal.clearRequests();
  expect((await stage.revoke({ key: 'a' })).outputs).toMatchObject({ result: 'absent' });
  expect(stage.writes()).toEqual([]);
});

test('dry-run: says what would be, and writes nothing [promise output-changed, dry-run]', async () => {
  const { ours, revoke, ids, writes } = stage;
  const link = ours('a');
  const outcome = await revoke({ key: 'a', 'dry-run': 'true' });
  expect(outcome.outputs).toMatchObject({
    result: 'revoked',
    changed: 'true',
    'revoked-count': '1',
    'links-count': '1',
  });
  expect(writes()).toEqual([]);
  expect(ids()).toEqual([link.id]);
  expect(outcome.summary).toContain('would be revoked (dry run)');
});

test('an invitation that a key has taken over is named, since the key does not find it', async () => {
  const { portal, roomId, revoke } = stage;
  const adopted = portal.addLink(roomId, { kind: 3 });
  const outcome = await revoke({ key: 'a' });
  expect(outcome.outputs).toMatchObject({ result: 'absent' });
  expect(outcome.logged).toContain(adopted.id);
});

describe('bad input: red, and no request', () => {
  test.each<[Readonly<Record<string, string>>, RegExp]>([
    [{}, /No links selected/u],
    [{ key: ' \n ' }, /No links selected/u],
    [{ key: 'a', managed: 'true' }, /`key` and `managed: true` each select links to revoke/u],
    [{ key: 'a', 'link-id': unknown, expired: 'TRUE' }, /`key` and `link-id` and `expired: true`/u],
    [{ 'link-id': 'pr-58' }, /`link-id`: "pr-58" is not the id of a link/u],
    [{ 'link-id': `${unknown}\nnonsense\n0` }, /line 2 is not the id.*Line 3 is not the id/u],
    [{ 'link-id': '00000000-0000-0000-0000-000000000000' }, /yet to be made/u],
    [{ key: 'a', 'except-keys': 'b' }, /`except-keys` is for `managed: true` only/u],
    [{ primary: 'true', 'link-type': 'invitation' }, /a primary link is an external link/u],
    [{ primary: 'yes' }, /Did you mean `true`/u],
    [{ managed: 'true', 'except-keys': ',' }, /`except-keys`: "," names nothing/u],
    [{ primary: 'false', expired: 'false' }, /No links selected/u],
  ])('%j [promise revoke-one-selector]', async (inputs, message) => {
    stage.ours('a');
    const outcome = await stage.revoke(inputs);
    expect(outcome.exitCode).toBe(1);
    expect(outcome.stdout).toMatch(message);
    expect(outcome.outputs).toEqual({
      result: '',
      changed: '',
      'revoked-count': '',
      'room-id': '',
      links: '',
      'links-count': '',
      plan: '',
      truncated: '',
    });
    expect(stage.portal.requests).toEqual([]);
  });

  test('an id whose link `link-type` leaves out is no success [promise revoke-link-type]', async () => {
    const link = stage.ours('a');
    const outcome = await stage.revoke({ 'link-id': link.id, 'link-type': 'invitation' });
    expect(outcome.exitCode).toBe(1);
    expect(outcome.stdout).toContain('is an external link, which `link-type: invitation` leaves out');
    expect(stage.writes()).toEqual([]);
  });
});

describe('what stands for a key and is none', () => {
  test.each(['one two', 'one | two', '"one, two"', 'octo/contracts: one'])(
    '%s in `except-keys`: red, and nothing is revoked [promise revoke-managed]',
    async (line) => {
      stage.ours('one');
      stage.ours('two');
      const ran = await stage.revoke({ managed: 'true', 'except-keys': line });
      expect(ran.exitCode).toBe(1);
      expect(ran.problem).toContain('no link has that key');
      expect(stage.writes()).toEqual([]);
    },
  );

  test.each(['one two', 'octo/contracts: one'])('%s in `key`: absent, with a warning', async (line) => {
    stage.ours('one');
    stage.ours('two');
    const ran = await stage.revoke({ key: line });
    expect(ran.outputs).toMatchObject({ result: 'absent', 'links-count': '2' });
    expect(ran.warnings).toMatchObject([{ title: 'Not a key' }]);
  });
});
