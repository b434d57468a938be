import { beforeEach, describe, expect, test } from '@jest/globals';
import { idIn } from '../../support/links.ts';
import { openStage, roomFile, type Applied, type Stage } from './stage.ts';

const day = 86_400_000;

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});

const annotations = ({ errors, warnings, notices }: Applied) => [...errors, ...warnings, ...notices];

/** A file with an entry for each action, and the rooms that it is for. */
function everything(): {
  readonly file: string;
  readonly release: string;
  readonly partners: string;
  readonly press: string;
} {
  const release = stage.room('Release downloads');
  const partners = stage.room('Partners');
  const press = stage.room('Press', { roomType: 6 });
  stage.ours(release, 'old', { internal: true });
  stage.ours(release, 'differs', { internal: true, expiresAt: Date.now() + 5 * day });
  stage.ours(release, 'expired', { internal: true, expiresAt: Date.now() - day });
  stage.ours(release, 'same', { internal: true, expiresAt: Date.now() + day });
  stage.portal.addLink(Number(release), { title: 'By hand', internal: true });
  const file = `version: 1
defaults: { expiration: 30d, internal: true }
rooms:
  - room: ${release}
    links:
      - { key: new, access: commenter, title: "Release 4.2", internal: false, password: generate }
      - { key: old, state: absent }
      - { key: never, state: absent }
      - { key: differs, access: editor, internal: false }
      - { key: expired }
      - { key: same }
  - room: Partners
    links:
      - { key: partners, type: invitation, max-uses: 20 }
  - room: ${press}
    links:
      - { primary: true, internal: false, title: Kit }
`;
  return { file, release, partners, press };
}

test('a plan shows everything and writes nothing [promise apply-dry-run]', async () => {
  const { file, release, partners, press } = everything();
  const before = [release, partners, press].map((id) => JSON.stringify(stage.links(id)));
  const outcome = await stage.apply(file, { 'dry-run': 'true' });
  expect(outcome.exitCode).toBe(0);
  expect([release, partners, press].map((id) => JSON.stringify(stage.links(id)))).toEqual(before);
  expect(stage.portal.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  expect(outcome.outputs).toMatchObject({
    result: 'planned',
    changed: 'true',
    'created-count': '2',
    'updated-count': '3',
    'revoked-count': '1',
    'unchanged-count': '2',
    'failed-count': '0',
  });
  const logged = outcome.logged
    .replaceAll(/[0-9a-f]{8}…/gu, '12345678…')
    .replaceAll(/\d{4}-\d\d-\d\d[T ][\d:.]+(?:Z| UTC)/gu, '<date>');
  expect(logged).toBe(`⚠ WIDER: 2 links become more open
  ⚠ Room ${release} "Release downloads", link "differs": access: viewer → editor, internal: true → false
  ⚠ Room ${release} "Release downloads", link "expired": expiration: <date> → <date>
Room ${release} "Release downloads" · Custom room · portal 3.7 or later
  - revoke link "old" 12345678… "octo/contracts: old" (state: absent)
  = link "never": absent, as described
  ~ update link "differs"
      access: viewer → editor   ⚠ wider
      internal: true → false   ⚠ wider
  ± replace link "expired": expired, so it gets a new URL
      expiration: <date> → <date>   ⚠ wider
  = link "same": as described
  + create link "new"
      Commenter · Anyone with the link · password · until <date> (30 days)
Room ${partners} "Partners" · Custom room · portal 3.7 or later
  + create invitation link "partners"
      Viewer · 20 uses · until <date> (30 days)
Room ${press} "Press" · Public room · portal 3.7 or later
  ~ update primary link
      title: "Shared link" → Kit
Plan: 2 to create, 2 to update, 1 to replace, 1 to revoke, 2 as described
Dry run: nothing was written`);
  expect(annotations(outcome).map(({ title }) => title)).toEqual(['Primary link as the portal makes it']);
  expect(outcome.summary).toMatch(/^### DocSpace room links: plan \(dry run\)\n/u);
  expect(outcome.summary).toContain('2 to create, 3 to update, 1 to revoke, 2 as described');
  expect(outcome.summary).toMatch(
    /⚠️ 2 links more open[^]*`~` update ⚠️ wider[^]*`±` replace ⚠️ wider[^]*`-` revoke[^]*`\+` create/u,
  );
});

test('apply does what the plan says, change by change; a second run writes nothing [promise apply-converges, apply-outputs, file-absent, file-fields]', async () => {
  const { file, release, partners, press } = everything();
  const plan = await stage.apply(file, { 'dry-run': 'true' });
  const applied = await stage.apply(file);
  expect(applied.exitCode).toBe(0);
  expect(applied.outputs).toMatchObject({
    ...plan.outputs,
    result: 'applied',
    plan: expect.anything(),
    links: expect.anything(),
  });

  // Ids that are drawn anew and dates from now are all that differs.
  const comparable = ({ plan: elements }: typeof plan): unknown =>
    elements.map((one) => ({
      ...one,
      linkId: one.action === 'create' || one.action === 'replace' ? '' : one.linkId,
      fields: one.fields.map((field) => (field.name === 'expiration' ? { ...field, to: '' } : field)),
    }));
  expect(comparable(applied)).toEqual(comparable(plan));

  const titles = (id: string): unknown =>
    stage
      .links(id)
      .map(({ title, role, internal }) => [title, role, internal])
      .sort();
  expect(titles(release)).toEqual([
    ['By hand', 2, true],
    ['Release 4.2', 6, false],
    ['octo/contracts: differs', 10, false],
    ['octo/contracts: expired', 2, true],
    ['octo/contracts: same', 2, true],
  ]);
  expect(stage.links(release).find(({ title }) => title === 'Release 4.2')?.password).toMatch(/^\S{30}$/u);
  expect(stage.links(partners)).toMatchObject([{ kind: 3, maxUse: 20 }]);
  expect(titles(press)).toEqual([['Kit', 2, false]]);
  const logged = applied.logged;
  expect(logged).toMatch(/✓ created \S+ \(key "new"\) +✓ read back +✓ tried: asks for the password/u);
  expect(logged).toMatch(/✓ revoked \S+ \(key "old"\) +✓ read back +✓ tried: opens nothing/u);
  expect(logged).toMatch(/✓ created \S+ \(key "partners"\) +✓ read back +✓ tried: invites to join the room/u);

  // Each element of `links` says its room.
  const links = JSON.parse(applied.outputs['links'] ?? '') as { roomId: string; id: string }[];
  expect(links.map(({ roomId, id }) => `${roomId} ${id}`).sort()).toEqual(
    [release, partners, press].flatMap((room) => stage.links(room).map(({ id }) => `${room} ${id}`)).sort(),
  );

  stage.portal.clearRequests();
  const again = await stage.apply(file);
  expect(again.outputs).toMatchObject({
    result: 'unchanged',
    changed: 'false',
    'unchanged-count': '8',
    'failed-count': '0',
  });
  expect(again.plan.every(({ action }) => action === 'none')).toBe(true);
  expect(stage.portal.requests.every(({ method }) => method === 'GET')).toBe(true);
  // Two requests a room, and one for the title.
  expect(stage.portal.requests).toHaveLength(3 * 2 + 1);
  expect(again.logged).toBe(`Room ${release} "Release downloads": = 6 links as described
Room ${partners} "Partners": = 1 link as described
Room ${press} "Press": = 1 link as described
Plan: 8 as described`);
  expect(annotations(again).map(({ title }) => title)).toEqual(['Primary link as the portal makes it']);
});

test('a password is made once, and kept', async () => {
  const room = stage.room('A');
  const file = roomFile(room, ['key: a, password: generate']);
  await stage.apply(file);
  const [link] = stage.links(room);
  await stage.apply(roomFile(room, ['key: a, password: generate, title: Other']));
  expect(stage.links(room)).toMatchObject([{ title: 'Other', password: link?.password }]);
});

test('a run again never extends what a duration says', async () => {
  const room = stage.room('A');
  await stage.apply(roomFile(room, ['key: a, expiration: 10d']));
  const [link] = stage.links(room);
  await stage.apply(roomFile(room, ['key: a, expiration: 20d, title: B']));
  expect(stage.links(room)).toMatchObject([{ title: 'B', expiresAt: link?.expiresAt }]);
});

describe('prune', () => {
  test('revokes what this repository made and the file names no more, in the rooms that it names [promise apply-prune]', async () => {
    const [room, other] = [stage.room('A'), stage.room('B')];
    const kept = stage.ours(room, 'kept', { internal: true });
    stage.ours(room, 'dropped');
    stage.ours(other, 'elsewhere');
    const hand = stage.portal.addLink(Number(room), { title: 'By hand' });
    const outcome = await stage.apply(roomFile(room, ['key: kept']), { prune: 'true' });
    expect(outcome.outputs).toMatchObject({ result: 'applied', 'revoked-count': '1', 'unchanged-count': '1' });
    expect(stage.links(room).map(({ id }) => id)).toEqual([kept.id, hand.id]);
    expect(stage.links(other)).toHaveLength(1);
  });

  test('is off by default, and never means links that others made [promise apply-prune]', async () => {
    const room = stage.room('A');
    stage.ours(room, 'dropped');
    const off = await stage.apply(roomFile(room, []));
    expect(off.outputs).toMatchObject({ result: 'unchanged' });
    const abroad = await stage.apply(roomFile(room, []), { prune: 'true' }, { env: { GITHUB_REPOSITORY_ID: '99' } });
    expect(abroad.outputs).toMatchObject({ result: 'unchanged' });
    expect(stage.links(room)).toHaveLength(1);
  });
});

test('in a full room what goes makes place for what comes [promise apply-full-room]', async () => {
  const room = stage.room('A');
  for (const key of ['a', 'b', 'c', 'd']) stage.ours(room, key, { internal: true });
  stage.ours(room, 'e', { internal: true, expiresAt: Date.now() - day });
  const links = ['key: a, state: absent', 'key: f', 'key: e'];
  const outcome = await stage.apply(roomFile(room, links));
  expect(outcome.outputs).toMatchObject({
    result: 'applied',
    'created-count': '1',
    'updated-count': '1',
    'revoked-count': '1',
  });
  expect(
    stage
      .links(room)
      .map(({ id }) => id.slice(0, 19))
      .sort(),
  ).toEqual(['b', 'c', 'd', 'e', 'f'].map((key) => idIn(room, key).slice(0, 19)).sort());
});

test('one invitation takes the place of another', async () => {
  const room = stage.room('A');
  const hand = stage.portal.addLink(Number(room), { kind: 3, role: 11 });
  const links = [`link-id: ${hand.id}, state: absent`, 'key: new, type: invitation'];
  const outcome = await stage.apply(roomFile(room, links));
  expect(outcome.outputs).toMatchObject({ result: 'applied', 'created-count': '1', 'revoked-count': '1' });
  expect(stage.links(room).map(({ id }) => id.slice(0, 19))).toEqual([idIn(room, 'new', 'invitation').slice(0, 19)]);
  expect(outcome.logged).toContain('People who have joined by the invitation stay members of the room.');
});

test('a link that somebody made is taken over by its id', async () => {
  const room = stage.room('A');
  const hand = stage.portal.addLink(Number(room), { title: 'By hand', internal: true, password: 'Hidden-Passw0rd' });
  const outcome = await stage.apply(roomFile(room, [`link-id: ${hand.id}, access: commenter, expiration: 7d`]));
  expect(outcome.outputs).toMatchObject({ result: 'applied', 'updated-count': '1' });
  expect(stage.links(room)).toMatchObject([{ id: hand.id, role: 6, title: 'By hand', password: 'Hidden-Passw0rd' }]);
  const absent = await stage.apply(roomFile(room, [`link-id: ${hand.id}, state: absent`]));
  expect(absent.outputs).toMatchObject({ result: 'applied', 'revoked-count': '1' });
  expect(stage.links(room)).toEqual([]);
});

test('a file without rooms has nothing to do, and needs no request', async () => {
  const outcome = await stage.apply('version: 1\npolicy: { max-lifetime: 30d }\n');
  expect(outcome.outputs).toMatchObject({ result: 'unchanged', links: '[]', plan: '[]' });
  expect(stage.portal.requests).toEqual([]);
});

test('titles that speak to the runner, to Markdown or to a terminal do not', async () => {
  const title = 'Kit\n::error::x ##[error]y <b>@team</b> | [z](https://evil.example) \u202e';
  const room = stage.room(title);
  stage.portal.addLink(Number(room), { title: '::set-output name=a::b', internal: true });
  stage.ours(room, 'a', { title: `\r\n::warning::${title}` });
  const outcome = await stage.apply(
    roomFile(room, [
      'key: a, state: absent',
      'key: "x|y <i>@me</i>"',
      `link-id: ${stage.links(room)[0]?.id ?? ''}, access: editor`,
    ]),
  );
  expect(outcome.outputs).toMatchObject({ result: 'applied' });
  expect(outcome.stdout.match(/^::(?!add-mask|debug)/gmu)).toBeNull();
  expect(outcome.stdout).not.toContain('##[');
  expect(outcome.stdout).not.toContain('\u202e');
  expect(outcome.summary).not.toMatch(/<b>|<i>|@team|@me|\]\(/u);
  expect(
    outcome.summary
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .map((line) => line.split('|').length),
  ).toEqual([6, 6, 6, 6, 6]);
});

test('without credentials nothing is done, but the file is checked [promise apply-skip-checks-file]', async () => {
  const wrong = await stage.apply('no: file', { 'api-key': '', 'on-missing-credentials': 'skip' });
  expect(wrong.errors.map(({ text }) => text)).toEqual([
    expect.stringContaining('links.yml:1:1: "no" is not a field of the file.'),
    expect.stringContaining('links.yml:1:1: The file needs `version`.'),
  ]);
  const outcome = await stage.apply('version: 1', { 'api-key': '', 'on-missing-credentials': 'skip' });
  expect(outcome.exitCode).toBe(0);
  expect(outcome.outputs).toMatchObject({
    result: 'skipped',
    changed: 'false',
    plan: '[]',
    links: '[]',
    'created-count': '0',
  });
});
