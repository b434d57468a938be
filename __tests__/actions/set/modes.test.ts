import { describe, expect, test } from '@jest/globals';
import { asked, bodies, json, planOf, portalOf, reads, run, set, type Ran } from '../../support/step.ts';

const day = 86_400_000;

describe('dry-run', () => {
  test.each([
    ['created', {}, false],
    ['updated', { access: 'editor' }, true],
    ['unchanged', {}, true],
    ['rotated', { rotate: 'true' }, true],
  ] as const)('says that it would be %s, and writes nothing [promise dry-run]', async (result, inputs, there) => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    if (there) await set(portal, room);
    const before = portal.links(room.id).map((link) => ({ ...link }));
    portal.clearRequests();
    const ran = await set(portal, room, { ...inputs, 'dry-run': 'true' });
    expect(asked(portal)).toStrictEqual(reads);
    expect(portal.links(room.id)).toStrictEqual(before);
    expect(ran.outputs).toMatchObject({ result, changed: String(result !== 'unchanged'), opens: '', password: '' });
    expect(ran.lines.at(-1)).toBe('Dry run: nothing was written');
    expect(ran.summary).toContain(`### DocSpace room link: would be ${result} (dry run)`);
  });

  test('of an expired link says replaced; the link that is there has no URL to give', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const link = portal.addLink(room.id, { expiresAt: Date.now() - day });
    const ran = await set(portal, room, { 'link-id': link.id, 'dry-run': 'true' });
    expect(ran.outputs).toMatchObject({ result: 'replaced', link: '', 'link-id': '', 'links-count': '1' });
    expect(planOf(ran)).toMatchObject({ action: 'replace' });
  });

  test('draws no password for anyone, and finds what stands in the way', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Press', roomType: 6 });
    const ran = await set(portal, room, { 'dry-run': 'true', internal: 'false', password: 'generate' });
    expect(ran.outputs).toMatchObject({ result: 'created', password: '' });
    expect(ran.summary).toContain('Viewer · Anyone with the link · password · until ');
    const red = await set(portal, room, { 'dry-run': 'true' });
    expect(red.errors).toMatchObject([{ title: 'Not possible for this link' }]);
  });
});

/** Titles of the elements of `links` that have a URL. */
function titlesWithUrl(ran: Ran): readonly string[] {
  const links = json(ran, 'links') as readonly { readonly title: string; readonly url?: string }[];
  return links
    .filter((link) => link.url !== undefined)
    .map(({ title }) => title)
    .sort();
}

describe('reveal-link', () => {
  test.each([
    ['never', []],
    ['protected', ['internal', 'password']],
    ['always', ['internal', 'password', 'open', 'invitation']],
  ])('%s [promise reveal-never, reveal-protected, reveal-always]', async (reveal, shown) => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const links = {
      internal: portal.addLink(room.id, { title: 'internal', internal: true, expiresAt: Date.now() + day }),
      password: portal.addLink(room.id, { title: 'password', password: 'longenough1' }),
      open: portal.addLink(room.id, { title: 'open' }),
      invitation: portal.addLink(room.id, { kind: 3, title: 'invitation', maxUse: 5 }),
    };
    const visible = Object.entries(links).filter(([name]) => shown.includes(name));
    const revealed = (): readonly string[] => visible.map(([, { id }]) => id);
    for (const [name, { id }] of Object.entries(links)) {
      const ran = await set(portal, room, { 'link-id': id, 'reveal-link': reveal }, { revealed });
      const url = ran.outputs['link'] ?? '';
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/s\/[\w-]{15}$/u);
      expect([name, ran.stdout.includes(`::add-mask::${url}\n`)]).toStrictEqual([name, !shown.includes(name)]);
      // Its own link, in log, summary and outputs; those of others nowhere.
      const own = shown.includes(name) ? [name] : [];
      expect(titlesWithUrl(ran)).toStrictEqual(own);
      expect(ran.lines.filter((line) => line.includes('/s/'))).toStrictEqual(own.map(() => `  ${url}`));
      expect(ran.summary.match(/<http:[^>]+>/gu) ?? []).toStrictEqual(own.map(() => `<${url}>`));
    }
    const list = await run('list', portal, { 'room-id': String(room.id), 'reveal-link': reveal }, { revealed });
    expect(titlesWithUrl(list)).toStrictEqual([...shown].sort());
    expect(list.lines.filter((line) => /^ {4}http:[^ ]+\/s\/[\w-]{15}$/u.test(line))).toHaveLength(shown.length);
    expect(list.summary.match(/<br><http:[^>]+>/gu) ?? []).toHaveLength(shown.length);
  });
});

describe('what the runner is told', () => {
  test('masks come before anything else, and nothing secret is in the debug log [promise api-key-masked, no-secrets]', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    portal.addLink(room.id, { title: 'Other', password: 'other-Password1' });
    const inputs = { password: 'given-Password1', 'portal-url': `${portal.url}/rooms/shared` };
    const ran = await set(portal, room, inputs, { env: { RUNNER_DEBUG: '1', ACTIONS_STEP_DEBUG: 'true' } });
    const first = ran.stdout.split('\n').findIndex((line) => !line.startsWith('::add-mask::'));
    const masked = ran.stdout.split('\n').slice(0, first).join('\n');
    expect(masked).toContain(portal.key('owner'));
    expect(masked).toContain('given-Password1');
    expect(ran.debug).toContainEqual(
      expect.stringMatching(/^GET \/api\/2\.0\/files\/rooms\/201\/links: 200 in \d+ ms$/u),
    );
    expect(ran.debug).toContainEqual(
      expect.stringMatching(/^PUT \/api\/2\.0\/files\/rooms\/201\/links: 200 in \d+ ms$/u),
    );
    expect(ran.debug).toContainEqual(expect.stringMatching(/^GET \/api\/2\.0\/files\/share\/\*\*\*: 200 in \d+ ms$/u));
  });

  test('all input errors at once, one annotation each, and no request [promise error-annotations, input-errors-together]', async () => {
    const portal = await portalOf();
    const ran = await run('set', portal, {
      'room-id': 'x',
      'link-type': 'invite',
      access: 'edtor',
      expiration: '31.01.2020',
      password: 'short',
      renew: 'yes',
      timeout: '5',
    });
    const names = ran.errors.map(({ text }) => /^`([a-z-]+)`/u.exec(text)?.[1]);
    const wrong = ['access', 'expiration', 'link-type', 'password', 'renew', 'room-id', 'timeout'];
    expect(names.sort()).toStrictEqual(wrong);
    expect(
      ran.errors.every(
        ({ title, text }) => title === 'Input not usable' && text.endsWith('\nCorrect the input; no request was sent.'),
      ),
    ).toBe(true);
    expect(ran.problem).toContain('Did you mean `editor`?');
    expect(ran.summary.match(/^- \*\*Input not usable\*\*/gmu)).toHaveLength(7);
    expect(portal.requests).toStrictEqual([]);
  });

  test('more than ten problems: ten annotations, which is what GitHub shows; the others stand in the log', async () => {
    const portal = await portalOf();
    const ran = await run('set', portal, {
      'room-id': 'x',
      'link-type': 'x',
      access: 'x',
      expiration: 'x',
      internal: 'x',
      primary: 'x',
      adopt: 'x',
      password: 'short-1',
      'deny-download': 'x',
      'max-uses': 'x',
      renew: 'x',
      rotate: 'x',
    });
    expect(ran.errors).toHaveLength(10);
    expect(ran.lines).toStrictEqual([
      expect.stringMatching(/^Input not usable: `/u),
      expect.stringMatching(/^Input not usable: `/u),
    ]);
    expect(ran.summary.match(/^- \*\*/gmu)).toHaveLength(12);
  });

  test('no summary with summary: false, green or red [promise summary-always]', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const green = await set(portal, room, { summary: 'false' });
    const red = await set(portal, { id: 999 }, { summary: 'FALSE ' });
    expect([green.summary, red.summary, green.exitCode, red.exitCode]).toStrictEqual(['', '', 0, 1]);
  });

  test('... and then none is needed', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const ran = await set(portal, room, { summary: 'false' }, { env: { GITHUB_STEP_SUMMARY: '' } });
    expect(ran.exitCode).toBe(0);
    expect(bodies(portal)).toHaveLength(1);
  });
});
