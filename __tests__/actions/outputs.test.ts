import { describe, expect, test } from '@jest/globals';
import type { Portal } from '../../simulator/index.ts';
import type { Verb } from '../../src/actions/table.ts';
import { addOurs } from '../support/ours.ts';
import { json, portalOf, run, set, type Ran, type Running } from '../support/step.ts';
import { workspaceOf } from '../support/workspace.ts';

const day = 86_400_000;
/** The day so many days from now, as the file has it. */
const inDays = (days: number): string => new Date(Date.now() + days * day).toISOString().slice(0, 10);

const limit = 120 * 1024;
/** Three bytes of UTF-8 each, and the longest title that DocSpace takes. */
const title = '界'.repeat(255);

/** That no output is too large for an environment variable, and which were cut. */
function expectToFit(ran: Ran): void {
  for (const [name, text] of Object.entries(ran.outputs)) {
    expect([name, Buffer.byteLength(text) <= limit]).toStrictEqual([name, true]);
  }
}

/** The warnings that an output was cut. */
const cuts = ({ warnings }: Ran): readonly string[] =>
  warnings.filter(({ title: name }) => name === 'Output cut').map(({ text }) => text);

/** A portal with a room that holds more links than any real one: 300 long titles. */
async function fullRoom(): Promise<{ readonly portal: Portal; readonly id: string }> {
  const portal = await portalOf();
  const { id } = portal.addRoom({ title, roomType: 5 });
  for (let n = 0; n < 300; n += 1) addOurs(portal, id, `key ${n}`, { title, internal: true });
  return { portal, id: String(id) };
}

describe('no output is larger than 120 KiB', () => {
  test('links of list and set, whose elements stay whole [promise outputs-size]', async () => {
    const { portal, id } = await fullRoom();
    for (const [verb, inputs, where] of [
      ['list', {}, 'The log names all of them.'],
      ['set', { key: 'key 7' }, 'The log of the action `list` names all links of the room.'],
    ] as const) {
      const ran = await run(verb, portal, { 'room-id': id, ...inputs });
      expectToFit(ran);
      const links = json(ran, 'links') as readonly { readonly title: string; readonly managed: boolean }[];
      expect(ran.outputs).toMatchObject({ truncated: 'true', 'links-count': '300' });
      expect(links.length).toBeGreaterThan(50);
      expect(links.length).toBeLessThan(300);
      expect(links.every((link) => link.title === title && link.managed)).toBe(true);
      // One more element would not have found room.
      const bytes = Buffer.byteLength(ran.outputs['links'] ?? '');
      expect(bytes + bytes / links.length).toBeGreaterThan(limit);
      expect(cuts(ran)).toStrictEqual([
        `\`links\` holds ${links.length} of 300 elements, because an output of more than 120 KiB cannot be passed to a step. ${where}`,
      ]);
    }
    const listed = await run('list', portal, { 'room-id': id });
    expect(listed.lines.filter((line) => line.includes('additional link'))).toHaveLength(300);
  });

  test('links and plan of revoke', async () => {
    const { portal, id } = await fullRoom();
    const ran = await run('revoke', portal, { 'room-id': id, managed: 'true', 'dry-run': 'true' });
    expectToFit(ran);
    expect(ran.outputs).toMatchObject({ truncated: 'true', 'revoked-count': '300', 'links-count': '300' });
    expect(cuts(ran).map((text) => text.slice(0, 8))).toStrictEqual(['`links` ', '`plan` h']);
  });

  test('links and plan of apply, which a second run does not change', async () => {
    const portal = await portalOf();
    const ids = Array.from({ length: 40 }, () => String(portal.addRoom({ title, roomType: 5 }).id));
    for (const id of ids) for (let n = 0; n < 5; n += 1) portal.addLink(Number(id), { title, internal: true });
    const rooms = ids.map((id) => `  - { room: ${id}, links: [{ primary: true, title: "${title}" }] }\n`).join('');
    const { path: cwd } = await workspaceOf({ 'links.yml': `version: 1\nrooms:\n${rooms}` });
    const ran = await run('apply', portal, { file: 'links.yml' }, { cwd });
    expectToFit(ran);
    expect(ran.outputs).toMatchObject({ result: 'applied', 'created-count': '40', truncated: 'true' });
    const links = json(ran, 'links') as readonly { readonly roomId: string }[];
    expect(links.every(({ roomId }) => ids.includes(roomId))).toBe(true);
    expect(cuts(ran).map((text) => text.split('. ')[1])).toStrictEqual([
      'The action `list` gives the links of a single room.',
    ]);
    const again = await run('apply', portal, { file: 'links.yml' }, { cwd });
    expect(again.outputs).toMatchObject({ result: 'unchanged', truncated: 'true' });
  });

  test('findings and plan of audit: the worst first, and open ones before those that are waived [promise outputs-size]', async () => {
    const portal = await portalOf();
    const ids: number[] = [];
    for (let n = 0; n < 60; n += 1) {
      const { id } = portal.addRoom({ title: `${title.slice(0, 150)}${n}`, roomType: 5 });
      ids.push(Number(id));
      for (let link = 0; link < 4; link += 1) portal.addLink(id, { title, role: link === 0 ? 10 : 2 });
    }
    const [waived] = ids;
    const policy = [
      'version: 1',
      'waivers:',
      `  - { rule: DSL001, room: ${waived}, reason: "press", owner: "@press", until: ${inDays(30)} }`,
      '',
    ].join('\n');
    const { path: cwd } = await workspaceOf({ '.github/docspace-links.yml': policy });
    const inputs = { 'fail-on': 'never', fix: 'DSL001', 'max-changes': '500', reports: 'audit.json' };
    const ran = await run('audit', portal, inputs, { cwd });
    expectToFit(ran);
    expect(ran.outputs['truncated']).toBe('true');
    const findings = json(ran, 'findings') as readonly { readonly severity: string; readonly status: string }[];
    const order = ['critical', 'high', 'medium', 'low', 'info'];
    const severities = findings.map(({ severity }) => order.indexOf(severity));
    expect(severities).toStrictEqual(severities.toSorted());
    expect(findings.every(({ status }) => status === 'new')).toBe(true);
    expect(Number(ran.outputs['waived-count'])).toBeGreaterThan(0);
    expect(cuts(ran).map((text) => text.split('. ')[1])).toStrictEqual([
      'The report "audit.json" has all of them.',
      'The log has the whole plan.',
    ]);
    const without = await run('audit', portal, { 'fail-on': 'never' }, { cwd });
    expect(cuts(without)).toStrictEqual([
      expect.stringContaining('Add `reports: docspace-audit.json` to get all of them in a file.'),
    ]);
  });

  test('what fits is not cut, and `truncated` says so', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const ran = await set(portal, room);
    expect([ran.outputs['truncated'], cuts(ran)]).toStrictEqual(['false', []]);
  });
});

describe('dates', () => {
  test('are to the second in outputs and reports, however finely the portal prints them', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const expiresAt = Date.parse(`${inDays(400)}T18:00:00.987Z`);
    const link = portal.addLink(room.id, { title: 'Link', internal: true, expiresAt });
    const [second, sooner] = [`${inDays(400)}T18:00:00Z`, `${inDays(400)}T17:00:00Z`];
    const kept = await set(portal, room, { 'link-id': link.id, access: 'editor' });
    expect(kept.outputs['expiration']).toBe(second);
    // What is kept is sent as it was.
    expect(portal.links(room.id)[0]?.expiresAt).toBe(expiresAt);
    const { path: cwd, read } = await workspaceOf();
    const audited = await run('audit', portal, { 'fail-on': 'never', reports: 'a.json\na.sarif' }, { cwd });
    const shorter = await set(portal, room, { 'link-id': link.id, expiration: sooner });
    expect(json(shorter, 'plan')).toMatchObject([{ fields: [{ name: 'expiration', from: second, to: sooner }] }]);
    const texts = [kept, audited, shorter].flatMap(({ outputs }) => Object.values(outputs));
    for (const text of [...texts, read('a.json'), read('a.sarif')]) expect(text).not.toMatch(/:\d\d\.\d+Z/u);
    expect(read('a.json')).toContain(`"expiration": "${second}"`);
  });
});

/** Outputs of a step that are not empty. */
function known({ outputs }: Ran): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(outputs).filter(([, text]) => text !== ''));
}

const verbs = ['set', 'list', 'revoke', 'audit', 'apply'] as const;

/** Inputs with which each verb has work to do in the room. */
function inputsOf(verb: Verb, roomId: string): Readonly<Record<string, string>> {
  const more = { set: {}, list: {}, revoke: { key: 'one' }, audit: {}, apply: { file: 'links.yml' } }[verb];
  return verb === 'apply' || verb === 'audit' ? more : { 'room-id': roomId, ...more };
}

async function ranIn(
  portal: Portal,
  verb: Verb,
  roomId: string,
  inputs: Readonly<Record<string, string>>,
  running: Running = {},
): Promise<Ran> {
  const file = `version: 1\nrooms:\n  - { room: ${roomId}, links: [{ key: one, access: editor }] }\n`;
  const { path: cwd } = await workspaceOf({ 'links.yml': file });
  return run(verb, portal, { ...inputsOf(verb, roomId), ...inputs }, { cwd, ...running });
}

describe('a step that fails sets what it knows, and nothing else: `0` and `[]` are facts', () => {
  test.each(verbs)(
    '%s with a mistake in its inputs knows nothing [promise outputs-of-failure, outputs-all-set]',
    async (verb) => {
      const portal = await portalOf();
      const ran = await ranIn(portal, verb, '201', { summary: 'perhaps' });
      expect([ran.exitCode, known(ran)]).toStrictEqual([1, {}]);
    },
  );

  test.each(verbs)('%s with a key that the portal rejects knows nothing [promise outputs-of-failure]', async (verb) => {
    const portal = await portalOf();
    const { id } = portal.addRoom({ title: 'Room', roomType: 5 });
    const ran = await ranIn(portal, verb, String(id), {}, { key: 'wrong' });
    expect([ran.exitCode, known(ran)]).toStrictEqual([1, {}]);
  });

  test.each(['set', 'list', 'revoke', 'apply'] as const)(
    '%s in a room that is not there knows nothing',
    async (verb) => {
      const portal = await portalOf();
      const ran = await ranIn(portal, verb, '999', {});
      expect([ran.exitCode, known(ran)]).toStrictEqual([1, {}]);
    },
  );

  test.each(['set', 'list', 'revoke'] as const)(
    '%s in a room whose links this key may not see knows the room',
    async (verb) => {
      const portal = await portalOf();
      const { id } = portal.addRoom({ title: 'Room', roomType: 5, members: { member: 10 } });
      portal.addLink(id, { title: 'There is one' });
      const ran = await ranIn(portal, verb, String(id), {}, { key: 'member' });
      expect([ran.exitCode, known(ran)]).toStrictEqual([1, { 'room-id': String(id) }]);
    },
  );

  test('apply does not say that a room has no links whose links this key may not see', async () => {
    const portal = await portalOf();
    const { id } = portal.addRoom({ title: 'Room', roomType: 5, members: { member: 10 } });
    portal.addLink(id, { title: 'There is one' });
    const ran = await ranIn(portal, 'apply', String(id), {}, { key: 'member' });
    expect([ran.exitCode, ran.outputs['links']]).toStrictEqual([1, '']);
  });

  test.each(['set', 'list', 'revoke', 'apply'] as const)(
    '%s whose time is up while it reads knows nothing',
    async (verb) => {
      const portal = await portalOf();
      const { id } = portal.addRoom({ title: 'Room', roomType: 5 });
      portal.fault({ times: 99 }, { kind: 'stall', when: 'before-headers' });
      const ran = await ranIn(portal, verb, String(id), { timeout: '1s' });
      expect([ran.exitCode, known(ran)]).toStrictEqual([1, {}]);
    },
  );

  test.each(['set', 'revoke', 'apply'] as const)(
    '%s whose write is refused knows the links that are there',
    async (verb) => {
      const portal = await portalOf();
      const { id } = portal.addRoom({ title: 'Room', roomType: 5 });
      const link = addOurs(portal, id, 'one', { internal: true });
      const error = { message: 'Nein', type: 'System.InvalidOperationException', stack: '' };
      const body = { error, status: 1, statusCode: 403 };
      portal.fault({ method: 'PUT', times: 99 }, { kind: 'status', status: 403, body });
      const ran = await ranIn(portal, verb, String(id), verb === 'set' ? { key: 'one', access: 'editor' } : {});
      expect([ran.exitCode, ran.outputs['result']]).toStrictEqual([1, '']);
      expect(json(ran, 'links')).toMatchObject([{ id: link.id }]);
      expect(ran.outputs['truncated']).toBe('false');
    },
  );

  test.each(['set', 'revoke', 'apply'] as const)(
    '%s that cannot read the links back after its write does not call them known',
    async (verb) => {
      const portal = await portalOf();
      const { id } = portal.addRoom({ title: 'Room', roomType: 5 });
      addOurs(portal, id, 'one', { internal: true });
      portal.on({ method: 'PUT', times: 1 }, () => {
        portal.fault({ method: 'GET', path: '/links', times: 99 }, { kind: 'html', status: 403 });
      });
      const ran = await ranIn(portal, verb, String(id), verb === 'set' ? { key: 'one', access: 'editor' } : {});
      expect([ran.exitCode, ran.outputs['result'], ran.outputs['links']]).toStrictEqual([1, '', '']);
      expect(ran.outputs['links-count'] ?? '').toBe('');
    },
  );

  test('the URL of a link is not among what is known before it is proved, whatever `reveal-link` says', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    portal.fault({ method: 'PUT', times: 1 }, { kind: 'ignore-write' });
    const ran = await set(portal, room, { internal: 'false', 'reveal-link': 'always' });
    expect([ran.exitCode, ran.outputs['link'], ran.outputs['link-id']]).toStrictEqual([1, '', '']);
    expect(ran.stdout).not.toMatch(/\/s\/[\w-]{15}/u);
  });
});

describe('a step that is skipped did nothing, and says so', () => {
  test.each(verbs)('%s [promise outputs-of-skip, outputs-all-set]', async (verb) => {
    const portal = await portalOf();
    // The file of apply is checked without credentials, too.
    const { path } = await workspaceOf({ '.github/docspace-links.yml': 'version: 1\nrooms: []\n' });
    const inputs = { 'api-key': '', 'on-missing-credentials': 'skip' };
    const ran = await run(verb, portal, inputs, { cwd: path, env: { GITHUB_WORKSPACE: path } });
    expect(ran.exitCode).toBe(0);
    for (const [name, text] of Object.entries(ran.outputs)) {
      const expected =
        name === 'result'
          ? 'skipped'
          : name === 'changed' || name === 'truncated'
            ? 'false'
            : name === 'links' || name === 'plan' || name === 'findings'
              ? '[]'
              : /-count$|^rooms-/u.test(name)
                ? '0'
                : '';
      expect([name, text]).toStrictEqual([name, expected]);
    }
  });
});
