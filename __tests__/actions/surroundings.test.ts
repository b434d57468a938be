import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Portal } from '../../simulator/index.ts';
import { openStage as openRevoke } from './revoke/stage.ts';
import { afterJob, bodies, portalOf, run, set, type Ran } from '../support/step.ts';
import { workspaceOf } from '../support/workspace.ts';

const day = 86_400_000;

async function roomOf(): Promise<{ readonly portal: Portal; readonly room: { readonly id: number | string } }> {
  const portal = await portalOf();
  return { portal, room: portal.addRoom({ title: 'Contract *2027*', roomType: 5 }) };
}

/** No mistake of the action, and nothing that speaks of one. */
function expectNoMistake(ran: Ran): void {
  expect(ran.stdout).not.toContain('Error in this action');
  expect(ran.stdout).not.toContain('Please report');
  expect(ran.stderr).toBe('');
}

/** Places in which nothing can be written, and what is said of them. */
const places: readonly (readonly [string, string])[] = [
  ['/nowhere/file', 'it is not there'],
  [tmpdir(), 'it is a folder'],
  // Linux has a file for this.
  ...(existsSync('/dev/full') ? ([['/dev/full', 'there is no space left']] as const) : []),
];

describe('without a job summary the step does its work, with a warning and the text in the log', () => {
  test.each([['', 'is not set'] as const, ...places])(
    'GITHUB_STEP_SUMMARY=%s: %s [promise no-summary-file]',
    async (path, why) => {
      const { portal, room } = await roomOf();
      const ran = await set(portal, room, {}, { env: { GITHUB_STEP_SUMMARY: path }, broken: true });
      expect([ran.exitCode, ran.outputs['result'], portal.links(room.id).length]).toStrictEqual([0, 'created', 1]);
      expect(ran.warnings).toMatchObject([{ title: 'Summary not written' }]);
      expect(ran.warnings[0]?.text).toContain('`GITHUB_STEP_SUMMARY`');
      expect(ran.warnings[0]?.text).toContain(why);
      expect(ran.lines).toContain('### DocSpace room link: created');
      // As people read it: no HTML, no escapes, and the rows of the table are lines.
      expect(ran.lines).toContain(`Contract *2027* · room ${room.id} · Custom room · link default`);
      expect(ran.lines).not.toContainEqual(expect.stringMatching(/<[a-z]|&#|\| --- \|/u));
      expectNoMistake(ran);
    },
  );

  test('a step that fails says why, and is red for that alone', async () => {
    const { portal } = await roomOf();
    const ran = await set(portal, { id: 999 }, {}, { env: { GITHUB_STEP_SUMMARY: '' }, broken: true });
    expect(ran.errors).toMatchObject([{ title: 'Room not found' }]);
    expect(ran.lines).toContain('### DocSpace room links: set failed');
    expectNoMistake(ran);
  });

  test.each(['list', 'revoke', 'audit', 'apply'] as const)('%s', async (verb) => {
    const { portal, room } = await roomOf();
    portal.addLink(room.id, { title: 'Link ##[error]', internal: true, expiresAt: Date.now() + day });
    const { path: cwd } = await workspaceOf({
      'links.yml': `version: 1\nrooms:\n  - { room: ${room.id}, links: [] }\n`,
    });
    const inputs = {
      list: { 'room-id': String(room.id) },
      revoke: { 'room-id': String(room.id), managed: 'true' },
      audit: { 'fail-on': 'never' },
      apply: { file: 'links.yml' },
    }[verb];
    const ran = await run(verb, portal, inputs, { env: { GITHUB_STEP_SUMMARY: '/nowhere/file' }, broken: true, cwd });
    expect([ran.exitCode, ran.warnings.map(({ title }) => title)]).toStrictEqual([0, ['Summary not written']]);
    expect(ran.lines.some((line) => line.startsWith('#'))).toBe(true);
    expectNoMistake(ran);
  });

  test('none is missed with summary: false', async () => {
    const { portal, room } = await roomOf();
    const ran = await set(portal, room, { summary: 'false' }, { env: { GITHUB_STEP_SUMMARY: '' } });
    expect([ran.exitCode, ran.warnings]).toStrictEqual([0, []]);
  });
});

describe('outputs', () => {
  test('where no runner takes them, the step does its work, and the log has them without secrets [promise poor-surroundings]', async () => {
    const { portal, room } = await roomOf();
    const inputs = { password: 'generate', internal: 'false' };
    const ran = await set(portal, room, inputs, { env: { GITHUB_OUTPUT: '' }, broken: true });
    expect([ran.exitCode, ran.outputs]).toStrictEqual([0, {}]);
    expect(ran.warnings).toMatchObject([{ title: 'Outputs not handed over' }]);
    expect(ran.warnings[0]?.text).toContain('`GITHUB_OUTPUT` is not set');
    const [link] = portal.links(room.id);
    expect(ran.lines).toEqual(
      expect.arrayContaining(['  result: created', `  link-id: ${link?.id}`, '  link: ***', '  password: ***']),
    );
    // The toolkit's old command, which would hold the values.
    expect(ran.stdout).not.toContain('::set-output');
    expectNoMistake(ran);
  });

  test('nor does the program print what it would mask where nothing reads its commands', async () => {
    const { portal, room } = await roomOf();
    const poor = { GITHUB_ACTIONS: '', GITHUB_OUTPUT: '', GITHUB_STATE: '', GITHUB_STEP_SUMMARY: '' };
    const ran = await set(portal, room, { password: 'generate' }, { env: poor, broken: true });
    expect([ran.exitCode, ran.warnings.map(({ title }) => title)]).toStrictEqual([
      0,
      ['Outputs not handed over', 'Summary not written'],
    ]);
    expect(ran.stdout).not.toContain('::add-mask::');
    expect(ran.stdout).not.toContain(portal.key('owner'));
  });

  test.each(places)('a runner that takes them, and cannot, is red: GITHUB_OUTPUT=%s, %s', async (path, why) => {
    const { portal, room } = await roomOf();
    const ran = await set(portal, room, {}, { env: { GITHUB_OUTPUT: path }, broken: true });
    expect(ran.exitCode).toBe(1);
    expect(ran.errors).toMatchObject([{ title: 'Outputs not written' }]);
    expect(ran.problem).toContain(why);
    expect(ran.problem).toContain('later steps would go on with empty outputs');
    expect(ran.lines).toContain('  result: created');
    expect(ran.summary).toContain('### DocSpace room links: set failed');
    expect(ran.summary).toContain('Outputs not written');
    expect(portal.links(room.id)).toHaveLength(1);
    expectNoMistake(ran);
  });
});

describe('revoke-after-job', () => {
  test.each([['', 'is not set'] as const, ...places])(
    'where no state can be kept, a warning says that the link stays: GITHUB_STATE=%s, %s [promise poor-surroundings]',
    async (path, why) => {
      const { portal, room } = await roomOf();
      const inputs = { 'revoke-after-job': 'true', expiration: '12h' };
      const ran = await set(portal, room, inputs, { env: { GITHUB_STATE: path } });
      expect([ran.exitCode, ran.outputs['result']]).toStrictEqual([0, 'created']);
      expect(ran.warnings).toMatchObject([{ title: 'Link stays after the job' }]);
      expect(ran.warnings[0]?.text).toContain(why);
      expect(ran.stdout).not.toContain('::save-state');
      expectNoMistake(ran);
    },
  );

  test('warns once, also of a primary link, which is remembered twice', async () => {
    const { portal, room } = await roomOf();
    const inputs = { 'revoke-after-job': 'true', primary: 'true', expiration: '12h' };
    const ran = await set(portal, room, inputs, { env: { GITHUB_STATE: '' } });
    expect(ran.warnings).toMatchObject([{ title: 'Link stays after the job' }]);
  });

  test('the post step needs no files of the runner', async () => {
    const stage = await openRevoke();
    const step = await stage.set({ 'revoke-after-job': 'true', expiration: '12h' });
    const env = { GITHUB_OUTPUT: '', GITHUB_STATE: '', GITHUB_STEP_SUMMARY: '', GITHUB_WORKSPACE: '' };
    const ran = await stage.afterJob({ 'revoke-after-job': 'true' }, step, { env });
    expect([ran.warnings, stage.ids()]).toStrictEqual([[], []]);
    expectNoMistake(ran);
  });

  test.each(['[{"roomId":', '{}', '[{"roomId":7}]'])(
    'the post step cannot read its state %s: a warning',
    async (text) => {
      const { portal } = await roomOf();
      const ran = await afterJob(portal, {}, { state: { 'made-links': text } });
      expect(ran.warnings).toMatchObject([{ title: 'Not revoked after the job' }]);
      expect(ran.warnings[0]?.text).toContain('cannot be read, so it is not known which links it has made');
      expectNoMistake(ran);
    },
  );
});

describe('without a workspace or a repository', () => {
  const poor = { GITHUB_WORKSPACE: '', GITHUB_REPOSITORY: '', GITHUB_REPOSITORY_ID: '' };

  test('a link is made, and found again [promise poor-surroundings]', async () => {
    const { portal, room } = await roomOf();
    const first = await set(portal, room, { key: 'one' }, { env: poor });
    const again = await set(portal, room, { key: 'one' }, { env: poor });
    expect([first.outputs['result'], again.outputs['result']]).toStrictEqual(['created', 'unchanged']);
    expect(first.warnings).toMatchObject([{ title: 'No repository' }]);
    expect(first.warnings[0]?.text).toContain('two projects that use the same key in the same room share one link');
    expect(bodies(portal)).toMatchObject([{ title: 'one' }]);
  });

  test('reports are written where the step runs', async () => {
    const { portal } = await roomOf();
    const workspace = await workspaceOf();
    const reports = 'audit.json\naudit.sarif\naudit.md\naudit.csv';
    const ran = await run('audit', portal, { reports }, { env: poor, cwd: workspace.path });
    expect(ran.exitCode).toBe(0);
    expect(await workspace.files()).toStrictEqual(['audit.csv', 'audit.json', 'audit.md', 'audit.sarif']);
  });

  test('an issue has no place to be: a problem of the input that asks for it', async () => {
    const { portal } = await roomOf();
    const ran = await run('audit', portal, { issue: 'upsert' }, { env: poor });
    expect(ran.errors).toMatchObject([{ title: 'Input not usable' }]);
    expect(ran.problem).toContain(
      '`issue: upsert` needs the name of the repository, and `GITHUB_REPOSITORY` is not set.',
    );
    expect(ran.outputs).toMatchObject({ result: 'clean', complete: 'true', 'issue-number': '' });
  });

  test('a comment on no pull request is a warning', async () => {
    const { portal, room } = await roomOf();
    const env = { ...poor, GITHUB_EVENT_PATH: join('/nowhere', 'event.json') };
    const ran = await set(portal, room, { 'comment-on-pr': 'true' }, { env });
    expect(ran.exitCode).toBe(0);
    expect(ran.warnings).toMatchObject([{ title: 'No repository' }, { text: expect.stringContaining('pull request') }]);
    expectNoMistake(ran);
  });
});
