import { describe, expect, test } from '@jest/globals';
import { portalOf } from '../../support/step.ts';
import { good, inDays, open } from './gallery.ts';
import { workspaceOf } from '../../support/workspace.ts';
import { audit, writesTo } from './stage.ts';

const critical = { ...open, role: 10, expiresAt: null };
const high = { ...open, expiresAt: null, role: 2 };
const medium = { ...open, password: null };
const low = { ...good, title: 'Shared link' };
const info = { ...good, expiresAt: inDays(3) };

describe('the step is red', () => {
  test.each([
    ['critical', [critical], true],
    ['critical', [high], false],
    ['high', [high], true],
    ['high', [critical], true],
    ['high', [medium], false],
    ['medium', [medium], true],
    ['low', [low], true],
    ['low', [info], false],
    ['never', [critical], false],
  ] as const)('from `fail-on: %s` upwards: %# [promise audit-fail-on]', async (failOn, links, red) => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Contract', roomType: 5 });
    for (const link of links) portal.addLink(room.id, link);
    const ran = await audit(portal, { 'fail-on': failOn });
    expect(ran.exitCode).toBe(red ? 1 : 0);
    expect(ran.outputs['result']).toBe('findings');
    expect(ran.errors.map(({ title }) => title)).toEqual(red ? ['Findings'] : []);
  });

  test('and says how many there are of it, and what to do; waived ones are none of them [promise audit-fail-on, audit-counts, audit-result]', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Contract', roomType: 5 });
    for (const link of [critical, { ...high, title: 'Another' }]) portal.addLink(room.id, link);
    const red = await audit(portal);
    expect(red.outputs).toMatchObject({ 'findings-count': '3', 'critical-count': '1', 'high-count': '2' });
    expect(red.problem).toContain('There are 3 findings of `fail-on: high` or above: 1 critical, 2 high.');
    expect(red.problem).toContain('`waivers`');
    const until = new Date(inDays(30)).toISOString().slice(0, 10);
    const waiver = (rule: string): string => `{ rule: ${rule}, room: Contract, reason: "known", until: ${until} }`;
    const workspace = await workspaceOf({
      'policy.yml': `version: 1\nwaivers: [${['DSL001', 'DSL003', 'DSL030'].map(waiver).join(', ')}]\n`,
    });
    const green = await audit(portal, { 'policy-file': 'policy.yml' }, { workspace });
    expect(green.exitCode).toBe(0);
    expect(green.outputs).toMatchObject({ result: 'clean', 'findings-count': '0', 'waived-count': '3' });
    expect(green.stdout).toContain('The waiver of DSL030 in line 2 is about nothing that was found: remove it');
  });
});

describe('what was not read', () => {
  test('makes the audit incomplete, and is never called clean [promise audit-unread-is-finding, audit-result]', async () => {
    const portal = await portalOf();
    for (const title of ['One', 'Two']) portal.addRoom({ title, roomType: 5, owner: 'manager', members: { owner: 2 } });
    portal.addRoom({ title: 'Own', roomType: 5 });
    const ran = await audit(portal);
    expect(ran.exitCode).toBe(1);
    expect(ran.outputs).toMatchObject({
      result: 'incomplete',
      complete: 'false',
      'rooms-total': '3',
      'rooms-read': '1',
      'rooms-unreadable': '2',
      'high-count': '2',
    });
    const words = '1 of 3 rooms read; 2 not readable with this key';
    expect(ran.lines[0]).toBe(words);
    expect(ran.summary.split('\n')[0]).toBe(`### ${words}`);
    expect(ran.problem).toContain(`The audit is not complete: ${words}.`);
    expect(ran.stdout + ran.summary).not.toMatch(/no findings|\ball \d/iu);

    const never = await audit(portal, { 'fail-on': 'never' });
    expect(never.exitCode).toBe(0);
    expect(never.outputs).toMatchObject({ result: 'incomplete', complete: 'false' });
  });

  test('a room that answers 5xx to the end is a finding; one that does so once is read [promise audit-unread-is-finding]', async () => {
    const portal = await portalOf();
    const [first, second] = ['One', 'Two'].map((title) => portal.addRoom({ title, roomType: 5 }).id);
    portal.fault({ path: `/rooms/${first}/links` }, { kind: 'html', status: 503 });
    portal.fault({ path: `/rooms/${second}/links`, times: 99 }, { kind: 'html', status: 503 });
    const ran = await audit(portal);
    expect(ran.found).toEqual([`DSL901 ${second}`]);
    expect(ran.outputs).toMatchObject({ result: 'incomplete', 'rooms-read': '1', 'rooms-unreadable': '1' });
  });

  test('a list that breaks off is a finding, and what was read is judged', async () => {
    const portal = await portalOf();
    for (let n = 0; n < 120; n += 1) portal.addRoom({ title: `Room ${n}`, roomType: 5 });
    portal.fault({ path: /startIndex=100/u, times: 99 }, { kind: 'html', status: 503 });
    const ran = await audit(portal);
    expect(ran.outputs).toMatchObject({ result: 'incomplete', complete: 'false', 'rooms-read': '100' });
    expect(ran.findings).toMatchObject([{ rule: 'DSL901', roomId: '', severity: 'high' }]);
    expect(ran.summary.split('\n')[0]).toBe('### 100 of 100 rooms read; the list of rooms is not whole');
  });

  test('rooms that move between the pages are read once each, and a limiter is waited for', async () => {
    const portal = await portalOf();
    for (let n = 0; n < 230; n += 1) portal.addRoom({ title: `Room ${n}`, roomType: 5 });
    portal.on({ path: /startIndex=100/u }, () => {
      portal.addRoom({ title: 'A new one', roomType: 5 });
    });
    portal.fault({ path: /\/links$/u, nth: 20, times: 2 }, { kind: '429', retryAfter: 1 });
    const ran = await audit(portal);
    expect(ran.exitCode).toBe(0);
    const reads = portal.requests.filter(({ path }) => path.endsWith('/links'));
    expect(Number(ran.outputs['rooms-read'])).toBeGreaterThanOrEqual(230);
    expect(new Set(reads.map(({ path }) => path)).size).toBe(Number(ran.outputs['rooms-read']));
    expect(reads).toHaveLength(Number(ran.outputs['rooms-read']) + 2);
  });

  test('a list that stays shorter than the portal says is not whole', async () => {
    const portal = await portalOf();
    for (const title of ['One', 'Two']) portal.addRoom({ title, roomType: 5 });
    const shorter = (body: {
      readonly response: { folders: { readonly title: string }[]; count: number };
    }): unknown => {
      body.response.folders = body.response.folders.filter(({ title }) => title !== 'One');
      body.response.count = body.response.folders.length;
      return body;
    };
    portal.fault({ path: /files\/rooms\?/u, times: 99 }, { kind: 'mutate', change: shorter });
    const ran = await audit(portal, { 'fail-on': 'never' });
    expect(ran.outputs).toMatchObject({ result: 'incomplete', complete: 'false', 'rooms-read': '1' });
    expect(ran.findings).toMatchObject([{ rule: 'DSL901', roomId: '' }]);
    expect(ran.findings[0]?.message).toContain('The portal says that it has 2 rooms, and lists 1 of them');
  });

  test('a user who sees no room at all is told so, and the audit is not complete', async () => {
    const portal = await portalOf();
    portal.addRoom({ title: 'One', roomType: 5 });
    const ran = await audit(portal, {}, { key: 'outsider' });
    expect(ran.exitCode).toBe(1);
    expect(ran.outputs).toMatchObject({ result: 'incomplete', complete: 'false', 'rooms-total': '0' });
    expect(ran.findings).toMatchObject([{ rule: 'DSL901' }]);
    expect(ran.findings[0]?.message).toContain('sees no room at all');
  });

  test.each([
    ['wrong', 'API key rejected'],
    ['owner-files', 'API key not sufficient'],
  ])('a key that is %s: the audit did not run, and no report says so little', async (key, title) => {
    const portal = await portalOf();
    const workspace = await workspaceOf();
    const ran = await audit(portal, { reports: 'audit.json\naudit.md', 'fail-on': 'never' }, { key, workspace });
    expect(ran.exitCode).toBe(1);
    expect(ran.errors).toMatchObject([{ title }]);
    expect(ran.outputs).toMatchObject({ result: '', complete: '' });
    expect(await workspace.files()).toEqual([]);
    expect(ran.stdout + ran.summary).not.toMatch(/findings|clean/iu);
  });

  test('a time that is up in the middle is told, room by room', async () => {
    const portal = await portalOf({ latency: 300 });
    for (let n = 0; n < 60; n += 1) portal.addRoom({ title: `Room ${n}`, roomType: 5 });
    const ran = await audit(portal, { timeout: '3s', concurrency: '1' });
    expect(ran.exitCode).toBe(1);
    expect(ran.outputs).toMatchObject({ result: 'incomplete', complete: 'false', 'rooms-total': '60' });
    expect(Number(ran.outputs['rooms-read'])).toBeLessThan(60);
  });
});

describe('what is scanned', () => {
  test('rooms by id and title, exclusions, the archive, and the type of links [promise audit-rooms]', async () => {
    const portal = await portalOf();
    const rooms = ['One', 'Two', 'Three'].map((title) => portal.addRoom({ title, roomType: 5 }));
    for (const { id } of rooms)
      for (const link of [good, { title: 'Join', kind: 3 as const, maxUse: 5, expiresAt: inDays(20) }])
        portal.addLink(id, link);
    const [one, two, three] = rooms.map(({ id }) => String(id));
    portal.archive(three ?? '');
    const read = async (inputs: Readonly<Record<string, string>>): Promise<readonly (string | undefined)[]> => {
      const { outputs } = await audit(portal, { 'fail-on': 'never', ...inputs });
      return [outputs['rooms-read'], outputs['links-count'], outputs['complete']];
    };
    expect(await read({})).toEqual(['2', '4', 'true']);
    expect(await read({ 'search-area': 'any' })).toEqual(['3', '6', 'true']);
    expect(await read({ 'search-area': 'archived' })).toEqual(['1', '2', 'true']);
    expect(await read({ rooms: `${one}\nTwo` })).toEqual(['2', '4', 'true']);
    expect(await read({ 'exclude-rooms': `One\n${two}` })).toEqual(['0', '0', 'true']);
    expect(await read({ 'link-type': 'invitation' })).toEqual(['2', '2', 'true']);
    portal.clearRequests();
    portal.addRoom({ title: 'Not shared', roomType: 5 });
    expect(await read({ 'link-type': 'external', concurrency: '2' })).toEqual(['3', '2', 'true']);
    expect(portal.requests.filter(({ path }) => path.endsWith('/links'))).toHaveLength(2);
    expect(writesTo(portal)).toEqual([]);
  });
});

describe('the policy', () => {
  test('says where each value came from, the inputs before the file [promise audit-precedence]', async () => {
    const portal = await portalOf();
    const workspace = await workspaceOf({
      '.github/docspace-links.yml': 'version: 1\npolicy: { max-lifetime: 10d, max-access: reviewer }\n',
    });
    const ran = await audit(portal, { 'max-lifetime': '5d', severity: 'dsl004 = off' }, { workspace });
    expect(ran.lines[1]).toBe(
      'Policy: max-lifetime 5d (input) · max-access reviewer (file) · severity DSL004=off (input) · warn-before 7d (default) · stale-after 60d (default) · policy file .github/docspace-links.yml',
    );
  });

  test.each([
    ['that is not there', { 'policy-file': 'nowhere.yml' }, 'The file nowhere.yml is not there.'],
    ['with an unknown rule', {}, 'docspace-links.yml:2:23: `severity`: "DSL404" is not the id of a rule.'],
  ])('%s is an error before any request', async (_, inputs, message) => {
    const portal = await portalOf();
    const workspace = await workspaceOf({
      '.github/docspace-links.yml': 'version: 1\npolicy: { severity: { DSL404: off } }\n',
    });
    const ran = await audit(portal, inputs, { workspace });
    expect(ran.exitCode).toBe(1);
    expect(ran.problem).toContain(message);
    expect(portal.requests).toEqual([]);
  });
});

test('without credentials, a step that may be skipped is green', async () => {
  const portal = await portalOf();
  const ran = await audit(portal, { 'api-key': '', 'on-missing-credentials': 'skip' });
  expect(ran.exitCode).toBe(0);
  expect(ran.outputs).toMatchObject({ result: 'skipped', findings: '[]', complete: '' });
});

test('findings that do not fit the output are cut from the least bad on, and counted', async () => {
  const portal = await portalOf();
  const title = 'x'.repeat(250);
  for (let n = 0; n < 90; n += 1) {
    const { id } = portal.addRoom({ title: `${title}${n}`, roomType: 5 });
    for (let link = 0; link < 5; link += 1)
      portal.addLink(id, { ...open, expiresAt: null, password: null, role: 10, title });
  }
  const ran = await audit(portal, { 'fail-on': 'never' });
  expect(ran.outputs['truncated']).toBe('true');
  expect(Buffer.byteLength(ran.outputs['findings'] ?? '')).toBeLessThanOrEqual(120 * 1024);
  expect(Number(ran.outputs['findings-count'])).toBeGreaterThan(ran.findings.length);
  expect(ran.findings.slice(0, 50).every(({ severity }) => severity === 'critical')).toBe(true);
});
