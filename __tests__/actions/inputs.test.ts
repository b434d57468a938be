import { describe, expect, test } from '@jest/globals';
import { audit } from './audit/stage.ts';
import { openStage as openFile, roomFile } from './apply/stage.ts';
import { openStage } from './revoke/stage.ts';
import { workspaceOf } from '../support/workspace.ts';
import { readLog } from '../support/log.ts';
import { start } from '../support/start.ts';
import { asked, json, linkOf, portalOf, reads, run, set, writes } from '../support/step.ts';

const code = 'AbCdEf0123-_Xyz';
const url = `https://portal.example/s/${code}`;

describe('lists', () => {
  test('revoke: keys with commas between them [promise list-keys]', async () => {
    const { ours, revoke, ids } = await openStage();
    ours('k1');
    ours('k2');
    const stays = ours('k3');
    const ran = await revoke({ key: '# old ones\nk1, k2' });
    expect(ran.outputs).toMatchObject({ result: 'revoked', 'revoked-count': '2' });
    expect(ids()).toStrictEqual([stays.id]);
  });

  test('revoke: a line that as a whole is the key of a link is that key [promise list-keys]', async () => {
    const { ours, revoke, ids } = await openStage();
    ours('feature/a,b');
    const stays = ours('b');
    const ran = await revoke({ key: 'feature/a,b' });
    expect(ran.outputs).toMatchObject({ result: 'revoked', 'revoked-count': '1' });
    expect(ids()).toStrictEqual([stays.id]);
  });

  test('revoke: keys that are kept, with commas between them', async () => {
    const { ours, revoke, ids } = await openStage();
    const kept = [ours('k1'), ours('k2')];
    ours('k3');
    const ran = await revoke({ managed: 'true', 'except-keys': 'k1, k2' });
    expect(ran.outputs).toMatchObject({ result: 'revoked', 'revoked-count': '1' });
    expect(ids()).toStrictEqual(kept.map(({ id }) => id));
    expect(ran.warnings).toStrictEqual([]);
  });

  test('revoke: a kept key that no link has is a warning, and one that differs in case is an error', async () => {
    const { ours, revoke, ids } = await openStage();
    const link = ours('pr-58');
    const refused = await revoke({ managed: 'true', 'except-keys': 'PR-58' });
    expect(refused.problem).toContain('`except-keys` names "PR-58", and the room has a link with the key "pr-58"');
    expect(ids()).toStrictEqual([link.id]);
    const ran = await revoke({ managed: 'true', 'except-keys': 'release, k9' });
    expect(ran.warnings).toMatchObject([{ title: 'Nothing to except' }]);
    expect(ran.warnings[0]?.text).toContain('`except-keys` names the keys "release", "k9": Room ');
    expect(ids()).toStrictEqual([]);
  });

  test('revoke: a key that is there in another case only is absent, with a warning', async () => {
    const { ours, revoke, ids } = await openStage();
    const link = ours('pr-58');
    const ran = await revoke({ key: 'PR-58, pr-59' });
    expect(ran.outputs['result']).toBe('absent');
    expect(ran.warnings).toMatchObject([{ title: 'Key in another case' }]);
    expect(ran.warnings[0]?.text).toContain('has a link with the key "pr-58"');
    expect(ids()).toStrictEqual([link.id]);
  });

  test('revoke: another notation, a URL or an id is an error before any request [promise list-notation, list-wrong-kind, revoke-absent]', async () => {
    const { portal, ours, revoke } = await openStage();
    ours('k1');
    for (const key of ['["k1"]', '{"key":"k1"}', '- k1', 'k1; k2', url, '6f1c0e9a-3b52-4d41-9c2e-0a1b2c3d4e5f']) {
      for (const inputs of [{ key }, { managed: 'true', 'except-keys': key }]) {
        const ran = await revoke(inputs);
        expect(ran.errors).toHaveLength(1);
      }
    }
    expect(portal.requests).toStrictEqual([]);
  });

  test('revoke: ids with commas between them [promise list-commas]', async () => {
    const { portal, roomId, revoke, ids } = await openStage();
    const [one, other] = [portal.addLink(roomId, { title: 'One' }), portal.addLink(roomId, { title: 'Other' })];
    const ran = await revoke({ 'link-id': `${one.id}, ${other.id}` });
    expect(ran.outputs['revoked-count']).toBe('2');
    expect(ids()).toStrictEqual([]);
  });

  test('audit: rooms, rules, words and reports with commas between them [promise list-commas, list-lines]', async () => {
    const portal = await portalOf();
    const rooms = ['A', 'B', 'C'].map((title) => portal.addRoom({ title, roomType: 5 }).id);
    const workspace = await workspaceOf();
    const ran = await audit(
      portal,
      {
        rooms: `# two of them\n${String(rooms[0])}, ${String(rooms[1])}`,
        require: 'expiration, password',
        severity: 'DSL004=off, DSL022=low',
        fix: 'DSL006, DSL007',
        reports: 'a.json, b.csv',
      },
      { workspace },
    );
    expect(ran.errors).toStrictEqual([]);
    expect(ran.outputs['rooms-total']).toBe('2');
    expect(workspace.read('a.json')).toContain('"version"');
    expect(workspace.read('b.csv')).toContain('rule');
  });
});

test.each(['-2', '+2', '2.0', '02', '1e1', '٢'])(
  'access: %j is not a role, as an input and in the file',
  async (access) => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const ran = await set(portal, room, { access });
    expect(ran.problem).toContain('is not a role');
    expect(portal.requests).toStrictEqual([]);
    const stage = await openFile();
    const applied = await stage.apply(roomFile(stage.room('Room'), [`key: a, access: ${access}`]));
    expect(applied.problem).toContain('is not a role');
    expect(stage.portal.requests).toStrictEqual([]);
  },
);

test('a key as long as branch names get: its identity is the whole text, the title shows its beginning [promise set-key-long]', async () => {
  const portal = await portalOf();
  const room = portal.addRoom({ title: 'Room', roomType: 5 });
  const branch = `feature/${'x'.repeat(247)}`;
  const env = { GITHUB_REPOSITORY: 'octo/contracts' };
  const ran = await set(portal, room, { key: branch }, { env });
  expect(ran.outputs['result']).toBe('created');
  expect(linkOf(ran)).toMatchObject({ title: `octo/contracts: ${branch.slice(0, 99)}…` });
  const other = await set(portal, room, { key: `${branch.slice(0, -1)}y` }, { env });
  expect(other.outputs['result']).toBe('created');
  const again = await set(portal, room, { key: branch }, { env });
  expect(again.outputs).toMatchObject({ result: 'unchanged', 'link-id': ran.outputs['link-id'] });
  const gone = await run('revoke', portal, { 'room-id': String(room.id), key: branch }, { env });
  expect(gone.outputs['revoked-count']).toBe('1');
});

test('a key as long as branch names get, in the file: the same link as by the input', async () => {
  const stage = await openFile();
  const roomId = stage.room('Room');
  const branch = `feature/${'x'.repeat(247)}`;
  const file = roomFile(roomId, [`key: ${branch}`]);
  const ran = await stage.apply(file);
  expect(ran.plan).toMatchObject([{ action: 'create', key: branch }]);
  expect(stage.links(roomId)[0]?.title).toMatch(/^(?:[^:]+: )?feature\/x{91}…$/u);
  const again = await set(stage.portal, { id: roomId }, { key: branch });
  expect(again.outputs['result']).toBe('unchanged');
});

describe('a secret in the wrong input', () => {
  test.each(['key', 'title', 'link-id', 'room-title', 'room-id'])(
    '%s: the URL of a link is refused unseen, and masked',
    async (name) => {
      const portal = await portalOf();
      portal.addRoom({ title: 'Room', roomType: 5 });
      const ran = await run('set', portal, { 'room-id': name === 'room-title' ? '' : '1', [name]: url });
      expect(ran.problem).toContain('URL');
      expect(ran.stdout).toContain(`::add-mask::${url}\n`);
      expect(`${ran.stdout.replace(/^::add-mask::.*$/gmu, '')}${ran.summary}`).not.toContain(code);
      expect(portal.requests).toStrictEqual([]);
    },
  );

  test.each(['key', 'title'])('%s in the file: the URL of a link is refused unseen', async (name) => {
    const stage = await openFile();
    const ran = await stage.apply(roomFile(stage.room('Room'), [`${name}: "${url}"`]));
    expect(ran.errors).toHaveLength(1);
    expect(ran.problem).toMatch(new RegExp(`\`${name}\` (?:is a URL|contains the URL of a link)`, 'u'));
    expect(`${ran.stdout}${ran.summary}`).not.toContain(code);
    expect(stage.portal.requests).toStrictEqual([]);
  });

  test('a password of one character is refused, and stars nothing out', async () => {
    const inputs = { 'portal-url': 'https://portal.example', 'api-key': 'y z\na', 'room-id': '1', password: 'x' };
    const { stdout, exitCode } = await start({ entry: 'index.js', inputs });
    expect(exitCode).toBe(1);
    expect(readLog(stdout).problem).toMatch(/`password` does not fit[^]*`api-key` contains a space/u);
    expect(stdout.match(/^::add-mask::.*$/gmu)).toStrictEqual(['::add-mask::y z%0Aa']);
  });

  test('the address of a room as its id names the id', async () => {
    const portal = await portalOf();
    const ran = await set(portal, { id: 'https://portal.example/rooms/shared/123' });
    expect(ran.problem).toContain('Did you mean `123`?');
  });
});

describe('a room-title that no active room has', () => {
  test.each(['set', 'list', 'revoke'] as const)('%s names near titles with their ids', async (verb) => {
    const portal = await portalOf();
    const near = portal.addRoom({ title: 'partners', roomType: 5 });
    const spaced = portal.addRoom({ title: 'Partners\u00a0', roomType: 5 });
    const archived = portal.addRoom({ title: 'Partners', roomType: 5, root: 20 });
    const inputs = verb === 'revoke' ? { managed: 'true' } : {};
    const ran = await run(verb, portal, { 'room-title': 'Partners', ...inputs });
    expect(ran.errors).toMatchObject([{ title: 'Room not found' }]);
    expect(ran.problem).toContain(
      `Near titles: "Partners" (${archived.id}, in the Archive); "Partners" (${spaced.id}, other spaces around it); "partners" (${near.id}, other case).`,
    );
    expect(ran.problem).toContain('`room-id`');
  });

  test('apply advises `room`, and reads each list once [promise room-title-near]', async () => {
    const stage = await openFile();
    const near = stage.room('partners');
    const file = ['Partners', 'PARTNERS'].map((title) => `  - { room: ${title}, links: [{ key: a }] }`);
    const ran = await stage.apply(
      `version: 1\nrooms:\n${file.join('\n')}\n  - { room: 999999, links: [{ key: a }] }\n`,
    );
    expect(ran.problem).toContain(`Near titles: "partners" (${near}, other case).`);
    expect(ran.problem).toContain('name the room by its id in `room`');
    expect(ran.problem).not.toContain('room-id');
    const lists = stage.portal.requests.filter(
      ({ path }) => path.includes('/rooms?') && !path.includes('filterValue='),
    );
    expect(lists).toHaveLength(2);
  });

  test('where the Archive cannot be read, the error is the same without it', async () => {
    const portal = await portalOf();
    portal.addRoom({ title: 'partners', roomType: 5 });
    portal.fault({ path: 'searchArea=1' }, { kind: 'status', status: 403 });
    const ran = await run('set', portal, { 'room-title': 'Partners' });
    expect(ran.problem).toContain('Near titles: "partners"');
  });
});

test('a rejected key that cannot be one: the error says so', async () => {
  const portal = await portalOf();
  const room = portal.addRoom({ title: 'Room', roomType: 5 });
  for (const verb of ['set', 'list', 'audit'] as const) {
    const inputs = verb === 'audit' ? {} : { 'room-id': String(room.id) };
    const ran = await run(verb, portal, { ...inputs, 'api-key': 'ghp_0123456789abcdefABCD' });
    expect(ran.errors).toMatchObject([{ title: 'API key rejected' }]);
    expect(ran.problem).toContain('`api-key` does not look like an API key of DocSpace: it looks like a GitHub token.');
  }
});

test('an unchanged run by title costs what it did', async () => {
  const portal = await portalOf();
  portal.addRoom({ title: 'Partners', roomType: 5 });
  await run('set', portal, { 'room-title': 'Partners' });
  expect(asked(portal)).toStrictEqual(['GET links', 'GET room', 'GET rooms', ...writes]);
  expect(reads).toHaveLength(2);
  expect(json(await run('list', portal, { 'room-title': 'Partners' }), 'links')).toHaveLength(1);
});
