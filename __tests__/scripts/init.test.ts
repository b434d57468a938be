import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { day } from '../support/links.ts';
import { workspaceOf } from '../support/workspace.ts';
import { openStage, type Stage } from '../actions/apply/stage.ts';

const script = join(import.meta.dirname, '..', '..', 'scripts', 'init.ts');

let stage: Stage;
let folder: string;
beforeEach(async () => {
  stage = await openStage();
  ({ path: folder } = await workspaceOf());
});

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** '' if there is none. */
  readonly file: string;
}

/** Runs the script as npm does it in this folder. */
async function init(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const ended = await new Promise<Omit<Ended, 'file'>>((resolve) => {
    const options = { env: { PATH: process.env['PATH'], INIT_CWD: folder, ...env } };
    execFile(process.execPath, [script, ...args], options, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
  const file = await readFile(join(folder, '.github', 'docspace-links.yml'), 'utf8').catch(() => '');
  return { ...ended, file };
}

const access = (): string[] => ['--portal-url', stage.portal.url, '--api-key', stage.portal.key('owner')];

/** A portal with links of this repository, and links that were made by hand. */
function fill(): { readonly room: string; readonly press: string } {
  const room = stage.room('Contract\n# 2027: "A"');
  const press = stage.room('Press', { roomType: 6 });
  stage.room('Empty');
  stage.room('Theirs', { owner: 'manager' });
  stage.ours(room, 'release', { internal: true, expiresAt: Date.now() + 30 * day });
  stage.ours(room, 'renamed', { title: 'Renamed', internal: false, role: 10, denyDownload: true });
  stage.ours(room, 'team', { kind: 3, role: 11, maxUse: 20 });
  stage.portal.addLink(Number(room), { title: 'By hand\n- { key: x }', password: 'Hidden-Passw0rd', internal: true });
  stage.portal.addLink(Number(room), { title: ' # "odd": [title] ', expiresAt: Date.now() - day, internal: true });
  return { room, press };
}

test('a first file from what the portal has, which changes nothing', async () => {
  const { room, press } = fill();
  const before = JSON.stringify([room, press].map((id) => stage.links(id)));
  const ended = await init([...access(), '--repository-id', '4242']);
  expect([ended.code, ended.stderr]).toEqual([0, '']);
  expect(ended.stdout).toMatch(/^Written: .*docspace-links\.yml, with 6 links of 3 rooms\./u);
  expect(stage.portal.requests.every(({ method }) => method === 'GET')).toBe(true);

  // As it is, and with every comment that is an entry made one, it is a file that describes what is there.
  const claimed = ended.file.replaceAll(/^( +)# /gmu, '$1');
  expect(claimed).not.toBe(ended.file);
  for (const file of [ended.file, claimed]) {
    const outcome = await stage.apply(file, { 'dry-run': 'true' });
    expect(outcome.exitCode).toBe(0);
    // Nothing but the expired link that was made by hand, which the file proposes to revoke.
    expect(outcome.plan.map(({ action }) => action).filter((action) => action !== 'none')).toEqual(
      file === claimed ? ['revoke'] : [],
    );
  }
  expect((await stage.apply(ended.file)).outputs).toMatchObject({ result: 'unchanged', 'unchanged-count': '3' });
  expect(JSON.stringify([room, press].map((id) => stage.links(id)))).toBe(before);
});

test('names links of this repository by their keys where the titles show them, all others by their ids', async () => {
  const { room, press } = fill();
  const { file } = await init([...access(), '--repository-id', '4242']);
  const lines = file.split('\n').map((line) => line.trim());
  const idOf = (title: string): string => stage.links(room).find((link) => link.title === title)?.id ?? '';
  const release = stage.links(room).find(({ title }) => title.endsWith('release'));
  expect(lines).toContain(`- room: ${room} # "Contract # 2027_ _A_", Custom room`);
  expect(lines).toContainEqual(
    expect.stringMatching(
      /^- \{ key: "release", access: viewer, internal: true, title: "octo\/contracts: release" \} # external, \d{4}-/u,
    ),
  );
  expect(lines).toContain(
    `- { link-id: ${idOf('Renamed')}, access: editor, internal: false, deny-download: true, title: "Renamed" } # external, without end`,
  );
  expect(lines).toContain(
    '- { key: "team", type: invitation, access: content-creator, max-uses: 20, title: "octo/contracts: team" } # invitation, without end',
  );
  expect(lines).toContainEqual(
    expect.stringMatching(
      /^# - \{ link-id: [0-9a-f-]{36}, access: viewer, internal: true \} # external, without end, with a password, which stays$/u,
    ),
  );
  expect(lines).toContainEqual(
    expect.stringMatching(
      /^# - \{ link-id: [0-9a-f-]{36}, state: absent, access: viewer, internal: true \} # external, expired \d{4}/u,
    ),
  );
  expect(lines).toContain(`# - room: ${press} # "Press", Public room`);
  expect(lines).toContain(
    '#     - { primary: true, access: viewer, internal: false, title: "Shared link" } # primary, without end',
  );
  expect(lines).toContain('# 1 more room has no links.');
  expect(file).not.toContain(release?.id ?? 'no id');
});

test('without the repository everything is a comment', async () => {
  const { room } = fill();
  const { file } = await init(access());
  expect(file.split('\n').filter((line) => /^\s*- /u.test(line))).toEqual([]);
  expect(file).toContain('\nrooms: [] # remove the brackets with the first "# " below\n');
  const outcome = await stage.apply(file, { prune: 'false' });
  expect(outcome.outputs).toMatchObject({ result: 'unchanged', 'unchanged-count': '0' });
  expect(stage.links(room)).toHaveLength(5);
});

test('tells rooms that the key may not see, and no secret', async () => {
  fill();
  const { file, stdout, stderr } = await init(['--portal-url', stage.portal.url], {
    DOCSPACE_API_KEY: stage.portal.key('admin'),
  });
  expect(file).toMatch(/^# Room \d+ "Theirs": its links are not known/mu);
  const mine = await init([...access(), '--file', 'other.yml']);
  const written = await readFile(join(folder, 'other.yml'), 'utf8');
  const seen = [file, stdout, stderr, written, mine.stdout].join('');
  expect(seen).not.toMatch(/Hidden-Passw0rd|\/s\/|sk-[0-9a-f]/u);
});

describe('what is wrong is told, and nothing is written', () => {
  test.each<[string, () => readonly string[], RegExp]>([
    ['no address', () => [], /--portal-url is missing/u],
    ['a wrong address', () => ['--portal-url', 'portal.example', '--api-key', 'sk-1'], /--portal-url has no scheme/u],
    ['no key', () => ['--portal-url', stage.portal.url], /--api-key is missing/u],
    [
      'a key that is not known',
      () => ['--portal-url', stage.portal.url, '--api-key', stage.portal.key('wrong')],
      /401|not/u,
    ],
  ])('%s', async (_, args, message) => {
    const ended = await init(args());
    expect([ended.code, ended.file]).toEqual([1, '']);
    expect(ended.stderr).toMatch(message);
    expect(ended.stderr).not.toMatch(/sk-[0-9a-f]{16}/u);
  });

  test('a file that is there stays', async () => {
    await init(access());
    stage.room('Another');
    const again = await init(access());
    expect(again.code).toBe(1);
    expect(again.stderr).toContain('is there already');
  });

  test('a file of the other usual name is there: two would be an error of every action', async () => {
    await mkdir(join(folder, '.github'));
    await writeFile(join(folder, '.github', 'docspace-links.yaml'), 'version: 1\n');
    const ended = await init(access());
    expect([ended.code, ended.file]).toEqual([1, '']);
    expect(ended.stderr).toContain('.github/docspace-links.yaml is there already: give another name with --file.');
  });
});
