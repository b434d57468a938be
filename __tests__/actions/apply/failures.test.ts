import { beforeEach, describe, expect, test } from '@jest/globals';
import { openStage, roomFile, type Applied, type Stage } from './stage.ts';

const day = 86_400_000;

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});

/** The annotations of errors: where they are shown, and the first line of each. */
function errorsOf({ errors }: Applied): readonly string[] {
  return errors.map(({ line = '', text }) => `${line}|${text.split('\n')[0] ?? ''}`);
}

/** Whether the body of a write takes a link away. */
const isRevoke = (body: unknown): boolean => (body as { readonly access?: unknown }).access === 0;

/** That nothing was written, whatever else is so. */
function expectNothingWritten(outcome: Applied): void {
  expect(outcome.exitCode).toBe(1);
  expect(stage.writes()).toEqual([]);
  expect(outcome.outputs).toMatchObject({ result: '', changed: 'false', 'created-count': '0', 'revoked-count': '0' });
}

describe('the file', () => {
  test.each([
    [
      'a mistake',
      'version: 1\nrooms:\n  - { room: 1, links: [{ acess: editor }] }\n',
      '3|links.yml:3:26: "acess" is not a field of a link.',
    ],
    ['broken YAML', 'version: 1\nrooms: [\n', '2|links.yml:2:8: `[` is opened here and not closed'],
    ['two megabytes', `version: 1\n#${'x'.repeat(2 * 1024 * 1024)}`, '|The file links.yml is too large'],
    ['an alias bomb', `version: 1\na: &a [x]\nb: [${'*a,'.repeat(99)}]`, '2|links.yml:2:7: Anchors'],
    ['nothing', '', '1|links.yml:1:1: The file is empty'],
  ])('%s: red, and no request is sent', async (_, file, error) => {
    const outcome = await stage.apply(file);
    expect(outcome.exitCode).toBe(1);
    expect(stage.portal.requests).toEqual([]);
    expect(errorsOf(outcome)[0]?.startsWith(error)).toBe(true);
    expect(outcome.outputs).toMatchObject({ result: '', changed: '', plan: '', links: '', 'failed-count': '' });
  });

  test('all mistakes at once [promise file-errors]', async () => {
    const outcome = await stage.apply(
      'version: 2\nrooms:\n  - { room: 0, links: [{ key: a, access: king }, { rotate: true }] }\n',
    );
    expect(errorsOf(outcome)).toHaveLength(4);
    expect(outcome.summary).toContain('File not usable');
  });

  test('a password in it is refused, and told nowhere [promise file-no-passwords]', async () => {
    const outcome = await stage.apply(roomFile('1', ['key: a, password: Hunter2-hunter2']));
    expect(outcome.exitCode).toBe(1);
    expect(JSON.stringify(outcome)).not.toContain('Hunter2');
    expect(errorsOf(outcome)).toEqual([expect.stringMatching(/^5\|links\.yml:5:29: `password` holds a password/u)]);
  });

  test('that is not there', async () => {
    const outcome = await stage.apply('', { file: '/nowhere/links.yml' });
    expect(errorsOf(outcome)).toEqual(['|The file /nowhere/links.yml is not there.']);
    expect(outcome.stdout).toContain('actions/checkout');
  });
});

test.each([
  [
    { 'max-changes': 'many', prune: 'yes' },
    ['`prune`: "yes"', '`max-changes`: "many" is not valid. Use a number from 0'],
  ],
  [{ 'max-changes': '-1' }, ['`max-changes`: "-1" is not valid']],
  [{ file: 'a\nb' }, ['`file`: "a b" is not the path of a file, which is one line.']],
])('the inputs %j are refused', async (inputs, messages) => {
  const outcome = await stage.apply(roomFile('1', []), inputs);
  expect(errorsOf(outcome)).toEqual(messages.map((message) => expect.stringContaining(message) as unknown));
  expect(stage.portal.requests).toEqual([]);
});

describe('what the plan finds stops everything before the first write', () => {
  test('rooms that are not there, or not to be told apart, all of them', async () => {
    const room = stage.room('Here');
    stage.room('Twice');
    stage.room('Twice');
    const entries = [room, 'Twice', 'Nowhere', '999', '9', 'Here'].map(
      (name) => `  - { room: ${name}, links: [{ key: a }] }`,
    );
    const outcome = await stage.apply(['version: 1', 'rooms:', ...entries].join('\n'));
    expect(stage.writes()).toEqual([]);
    expect(errorsOf(outcome)).toEqual([
      expect.stringMatching(/^4\|links.yml:4: 2 active rooms have the title "Twice": 202, 203\./u),
      expect.stringMatching(/^5\|links.yml:5: No active room that this key can see has the title "Nowhere"/u),
      expect.stringMatching(/^6\|links.yml:6: .*999/u),
      expect.stringMatching(/^7\|links.yml:7: .*9/u),
      `8|links.yml:8: This is room ${room}, and so is line 3.`,
    ]);
  });

  test('one room with a problem: the others are not written either [promise apply-plan-first]', async () => {
    const [good, bad] = [stage.room('Good'), stage.room('Bad', { roomType: 2 })];
    const file = `version: 1\nrooms:\n  - { room: ${good}, links: [{ key: a }, { key: b, state: absent }] }\n  - { room: ${bad}, links: [{ key: a }, { key: b }] }\n`;
    const outcome = await stage.apply(file);
    expectNothingWritten(outcome);
    expect(outcome.outputs).toMatchObject({ 'failed-count': '2', 'unchanged-count': '1' });
    expect(errorsOf(outcome)).toEqual([
      expect.stringMatching(/^4\|links\.yml:4: Collaboration room .* has invitation links only/u),
      expect.stringMatching(/^4\|links\.yml:4: Collaboration room .* has invitation links only/u),
    ]);
    expect(outcome.logged).toContain('  ! cannot (line 4): Collaboration room');
    expect(outcome.summary).toMatch(
      /^### DocSpace room links: apply failed[^]*### DocSpace room links: not applied[^]*1 to create/u,
    );
    const dry = await stage.apply(file, { 'dry-run': 'true' });
    expect(dry.exitCode).toBe(1);
    expect(dry.outputs).toMatchObject({ result: 'planned', 'created-count': '1', 'failed-count': '2' });
  });

  test.each([
    ['a key without rights', 'outsider', /not a manager of room|cannot see|permission/u],
    ['an admin who is no member', 'admin', /is not a manager of room/u],
    ['a wrong key', 'wrong', /401|rejected|not accept/iu],
  ])('%s', async (_, key, message) => {
    const room = stage.room('A');
    const outcome = await stage.apply(roomFile(room, ['key: a']), { 'api-key': stage.portal.key(key) });
    expect(outcome.exitCode).toBe(1);
    expect(stage.writes()).toEqual([]);
    expect(errorsOf(outcome)[0]).toMatch(message);
  });

  test('a wrong key is told once, however many rooms there are', async () => {
    const rooms = Array.from({ length: 12 }, (_, index) => stage.room(`R${String(index)}`));
    const file = ['version: 1', 'rooms:', ...rooms.map((room) => `  - { room: ${room}, links: [] }`)].join('\n');
    const outcome = await stage.apply(file, { 'api-key': stage.portal.key('wrong') });
    expect(errorsOf(outcome)).toHaveLength(1);
  });

  test('rooms in the Archive', async () => {
    const room = stage.room('A');
    stage.portal.archive(Number(room));
    const outcome = await stage.apply(roomFile(room, ['key: a']));
    expect(errorsOf(outcome)).toEqual([expect.stringMatching(/^3\|links\.yml:3: Room .* is in the Archive/u)]);
  });

  test('a portal that restricts external sharing', async () => {
    const [open, closed] = [stage.room('Open'), stage.room('Closed')];
    stage.portal.setSharing({ externalShare: false, applyToRooms: true });
    const file = (internal: boolean): string =>
      `version: 1\nrooms:\n  - { room: ${closed}, links: [{ key: a }] }\n  - { room: ${open}, links: [{ key: a, internal: ${String(internal)} }] }\n`;
    const full = { 'api-key': stage.portal.key('owner-full') };
    const outcome = await stage.apply(file(false), full);
    expectNothingWritten(outcome);
    expect(errorsOf(outcome)).toEqual([
      expect.stringMatching(/^4\|links\.yml:4: The portal restricts external sharing/u),
    ]);
    expect((await stage.apply(file(true), full)).outputs).toMatchObject({ result: 'applied', 'created-count': '2' });
    // A key with room scopes only is not told: then it is the answer that shows it, and the link does not stay.
    const late = await stage.apply(roomFile(open, ['key: b, internal: false']));
    expect(late.exitCode).toBe(1);
    expect(stage.links(open)).toHaveLength(1);
    expect(errorsOf(late)).toEqual([expect.stringMatching(/^5\|links\.yml:5: .*for DocSpace users only/u)]);
    expect(late.outputs).toMatchObject({ result: '', changed: 'true', 'failed-count': '1' });
  });

  test('an older portal', async () => {
    stage = await openStage({ profile: '3.6' });
    const room = stage.room('A');
    const outcome = await stage.apply(roomFile(room, ['type: invitation, max-uses: 5, expiration: 7d']));
    expectNothingWritten(outcome);
    expect(errorsOf(outcome)).toEqual([expect.stringMatching(/^5\|.*needs a portal of version 3\.7/u)]);
  });
});

describe('brakes', () => {
  test('allow-widening: false [promise apply-allow-widening]', async () => {
    const room = stage.room('A');
    stage.ours(room, 'a', { internal: true });
    const links = ['key: a, internal: false, access: editor', 'key: b, internal: false'];
    const outcome = await stage.apply(roomFile(room, links), { 'allow-widening': 'false' });
    expectNothingWritten(outcome);
    expect(errorsOf(outcome)).toEqual([
      `5|links.yml:5: The link "a" of room ${room} "A" would become more open: access, internal.`,
    ]);
    expect(outcome.plan.map(({ action, widens }) => [action, widens])).toEqual([
      ['update', ['access', 'internal']],
      ['create', []],
    ]);
    const dry = await stage.apply(roomFile(room, links), { 'allow-widening': 'false', 'dry-run': 'true' });
    expect(dry.exitCode).toBe(1);
    const narrower = await stage.apply(roomFile(room, ['key: a, expiration: 7d']), { 'allow-widening': 'false' });
    expect(narrower.outputs).toMatchObject({ result: 'applied' });
  });

  test('max-changes [promise apply-max-changes]', async () => {
    const room = stage.room('A');
    stage.ours(room, 'gone');
    const file = roomFile(room, ['key: a', 'key: b', 'key: gone, state: absent']);
    const outcome = await stage.apply(file, { 'max-changes': '2' });
    expectNothingWritten(outcome);
    expect(errorsOf(outcome)).toEqual(['|The plan has 3 changes, and `max-changes` is 2.']);
    expect((await stage.apply(file, { 'max-changes': '3' })).outputs).toMatchObject({ result: 'applied' });
    // As described is no change.
    expect((await stage.apply(file, { 'max-changes': '0' })).outputs).toMatchObject({ result: 'unchanged' });
  });
});

describe('a room that fails does not stop the others', () => {
  const both = (one: string, other: string): string =>
    `version: 1\nrooms:\n  - { room: ${one}, links: [{ key: a }, { key: b }, { key: c }] }\n  - { room: ${other}, links: [{ key: a }] }\n`;
  const putsIn = (room: string): RegExp => new RegExp(`/rooms/${room}/links$`, 'u');

  test('red at the end, with what is done and what is not; a second run carries on [promise apply-others-go-on, apply-converges]', async () => {
    const [one, other] = [stage.room('One'), stage.room('Other')];
    stage.portal.fault({ method: 'PUT', path: putsIn(one), nth: 2 }, { kind: 'status', status: 500, body: {} });
    const outcome = await stage.apply(both(one, other));
    expect(outcome.exitCode).toBe(1);
    expect(stage.links(one)).toHaveLength(1);
    expect(stage.links(other)).toHaveLength(1);
    expect(outcome.outputs).toMatchObject({
      result: 'applied',
      changed: 'true',
      'created-count': '2',
      'failed-count': '2',
    });
    expect(outcome.plan.map(({ action, roomId, key }) => [action, roomId, key])).toEqual([
      ['create', one, 'a'],
      ['create', other, 'a'],
    ]);
    expect(errorsOf(outcome)).toEqual([expect.stringMatching(/^3\|links\.yml:3: /u)]);
    expect(outcome.logged).toMatch(/✓ created[^]*✗ not done: \+ create link "b"\n +✗ not done: \+ create link "c"/u);
    expect(outcome.summary).toMatch(
      /not all applied[^]*\*\*Not done\*\*[^]*- <code>\+ create link &#34;b&#34;<\/code>/u,
    );

    stage.portal.clearRequests();
    const again = await stage.apply(both(one, other));
    expect(again.outputs).toMatchObject({ result: 'applied', 'created-count': '2', 'unchanged-count': '2' });
    expect(stage.writes()).toHaveLength(2);
  });

  test('a revoke that is ignored', async () => {
    const [one, other] = [stage.room('One'), stage.room('Other')];
    const stays = stage.ours(one, 'gone');
    const revokes = {
      method: 'PUT',
      path: putsIn(one),
      body: (body: unknown) => isRevoke(body),
    };
    stage.portal.fault({ ...revokes, times: 9 }, { kind: 'ignore-write' });
    const file = both(one, other).replace('{ key: a }', '{ key: gone, state: absent }');
    const outcome = await stage.apply(file);
    expect(outcome.exitCode).toBe(1);
    expect(stage.links(one).map(({ id }) => id)).toEqual([stays.id]);
    expect(outcome.outputs).toMatchObject({
      result: 'applied',
      'created-count': '1',
      'revoked-count': '0',
      'failed-count': '3',
    });
  });

  test('a write that the portal carries out otherwise is taken back', async () => {
    const [one, other] = [stage.room('One'), stage.room('Other')];
    const opens = (response: { response?: object }): object => ({
      ...response,
      response: { ...response.response, status: 0 },
    });
    stage.portal.fault({ path: /\/files\/share\//u, times: 99 }, { kind: 'mutate', change: opens });
    const outcome = await stage.apply(both(one, other));
    expect(outcome.exitCode).toBe(1);
    expect([...stage.links(one), ...stage.links(other)]).toEqual([]);
    expect(outcome.outputs).toMatchObject({
      result: '',
      changed: 'true',
      'created-count': '0',
      'failed-count': '4',
      // They were taken back, and not listed since.
      links: '',
    });
    expect(errorsOf(outcome)).toHaveLength(4);
  });

  test.each(['before', 'after'] as const)('a connection that breaks %s a write is no failure', async (when) => {
    const [one, other] = [stage.room('One'), stage.room('Other')];
    stage.portal.fault({ method: 'PUT' }, { kind: 'reset', when });
    const outcome = await stage.apply(both(one, other));
    expect(outcome.outputs).toMatchObject({ result: 'applied', 'created-count': '4', 'failed-count': '0' });
    expect([...stage.links(one), ...stage.links(other)]).toHaveLength(4);
  });

  test('the list that cannot be read back: nothing is called done', async () => {
    const room = stage.room('One');
    stage.portal.fault({ method: 'GET', path: putsIn(room), nth: 3, times: 99 }, { kind: 'html', status: 403 });
    const outcome = await stage.apply(roomFile(room, ['key: a']));
    expect(outcome.exitCode).toBe(1);
    expect(outcome.outputs).toMatchObject({ result: '', 'created-count': '', 'failed-count': '1' });
    expect((await stage.apply(roomFile(room, []), { 'dry-run': 'true' })).exitCode).toBe(1);
    stage.portal.clearFaults();
    expect((await stage.apply(roomFile(room, ['key: a']))).outputs).toMatchObject({ result: 'unchanged' });
  });

  test('the time of the step is up', async () => {
    const room = stage.room('One');
    stage.portal.fault({ method: 'PUT' }, { kind: 'stall', when: 'before-headers' });
    const outcome = await stage.apply(roomFile(room, ['key: a', 'key: b']), { timeout: '2s' });
    expect(outcome.exitCode).toBe(1);
    expect(outcome.outputs).toMatchObject({ result: '', 'failed-count': '2' });
    expect(errorsOf(outcome)).toEqual([expect.stringMatching(/^5\|links\.yml:5: /u)]);
  });
});

describe('others at the same time', () => {
  test('what was changed after the plan was made is not undone', async () => {
    const room = stage.room('A');
    const link = stage.ours(room, 'a', { internal: true });
    // Between the reading and the first write somebody sets a password.
    stage.portal.on({ method: 'GET', path: /\/files\/settings$/u }, () => {
      Object.assign(link, { password: 'Hand-Passw0rd' });
    });
    const outcome = await stage.apply(
      roomFile(room, ['key: a, internal: true, access: editor', 'key: open, internal: false']),
    );
    expect(outcome.outputs).toMatchObject({ result: 'applied', 'updated-count': '1', 'created-count': '1' });
    expect(stage.links(room)[0]).toMatchObject({ role: 10, password: 'Hand-Passw0rd' });
    expect(outcome.logged).toContain('The room has changed since it was read → plan again');
  });

  test('a plan that is made anew passes the same brakes', async () => {
    const room = stage.room('A');
    const link = stage.ours(room, 'a', { internal: false });
    stage.portal.on({ method: 'GET', path: /\/files\/settings$/u }, () => {
      Object.assign(link, { internal: true });
    });
    const outcome = await stage.apply(roomFile(room, ['key: a, internal: false, title: T', 'key: b']), {
      'allow-widening': 'false',
    });
    expect(outcome.exitCode).toBe(1);
    expect(stage.writes()).toEqual([]);
    expect(errorsOf(outcome)).toEqual([expect.stringMatching(/^5\|links\.yml:5: .*would become more open: internal/u)]);
    expect(outcome.outputs).toMatchObject({ result: '', 'failed-count': '2' });
  });

  test('a link that is revoked while the portal is busy gets a new URL', async () => {
    const room = stage.room('A');
    const link = stage.ours(room, 'a', { internal: true });
    stage.portal.fault({ method: 'PUT' }, { kind: 'status', status: 503, body: {}, headers: { 'retry-after': '1' } });
    stage.portal.on({ method: 'PUT', times: 1 }, () => {
      stage.portal.room(Number(room)).links.clear();
    });
    const outcome = await stage.apply(roomFile(room, ['key: a, access: editor']));
    expect(outcome.outputs).toMatchObject({ result: 'applied', 'created-count': '1' });
    expect(stage.links(room)).toMatchObject([{ role: 10 }]);
    expect(stage.links(room)[0]?.id).not.toBe(link.id);
  });

  test('somebody takes the last place: told with who has it', async () => {
    const room = stage.room('A');
    for (const key of ['a', 'b', 'c', 'd']) stage.ours(room, key, { internal: true });
    let once = true;
    stage.portal.on({ method: 'PUT' }, () => {
      if (once) stage.portal.addLink(Number(room), { title: 'Quicker' });
      once = false;
    });
    const outcome = await stage.apply(roomFile(room, ['key: e']));
    expect(outcome.exitCode).toBe(1);
    expect(errorsOf(outcome)).toEqual([
      expect.stringMatching(/^5\|links\.yml:5: .*holds 5 additional links.*"Quicker"/u),
    ]);
  });

  test('two applies at once end with the file, once', async () => {
    const rooms = [stage.room('A'), stage.room('B')];
    stage.ours(rooms[0] ?? '', 'c', { internal: true, expiresAt: Date.now() - day });
    const links = '[{ key: a }, { key: b }, { key: c }, { key: i, type: invitation }, { primary: true }]';
    const file = ['version: 1', 'rooms:', ...rooms.map((room) => `  - { room: ${room}, links: ${links} }`)].join('\n');
    const outcomes = await Promise.all([stage.apply(file), stage.apply(file)]);
    expect(outcomes.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    for (const room of rooms) {
      expect(
        stage
          .links(room)
          .map(({ title }) => title)
          .sort(),
      ).toEqual(['a', 'b', 'c', 'default', 'i'].map((key) => `octo/contracts: ${key}`).sort());
    }
    expect((await stage.apply(file)).outputs).toMatchObject({ result: 'unchanged' });
  });
});
