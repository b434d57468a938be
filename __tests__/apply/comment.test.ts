import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { workflow } from '../github/connected.ts';
import { startGitHub, type FakeGitHub } from '../github/fake-github.ts';
import { openStage, roomFile, type Applied, type Stage } from './stage.ts';

const token = 'ghs_0123456789abcdef0123456789abcdef0123';

let stage: Stage;
let github: FakeGitHub;
let folder: string;
let event: string;

beforeEach(async () => {
  stage = await openStage();
  github = await startGitHub();
  github.addToken(token, { login: workflow });
  github.addIssue({ number: 58, pull: true });
  folder = await mkdtemp(join(tmpdir(), 'event-'));
  event = join(folder, 'event.json');
  await writeFile(
    event,
    JSON.stringify({ pull_request: { number: 58, head: { repo: { id: 1 } }, base: { repo: { id: 1 } } } }),
  );
});
afterEach(async () => {
  await Promise.all([stage.close(), github.close(), rm(folder, { recursive: true })]);
});

/** Applies the file from one path, as a workflow does, with a comment. */
async function apply(file: string, inputs: Readonly<Record<string, string>> = {}): Promise<Applied> {
  const path = join(folder, 'docspace-links.yml');
  await writeFile(path, file);
  return stage.apply(
    file,
    { file: path, 'comment-on-pr': 'true', 'github-token': token, 'dry-run': 'true', ...inputs },
    { GITHUB_API_URL: github.url, GITHUB_EVENT_PATH: event, GITHUB_EVENT_NAME: 'pull_request' },
  );
}

test('the plan is one comment, kept true', async () => {
  const room = stage.room('Press @team');
  stage.ours(room, 'a', { internal: true });
  const first = await apply(roomFile(room, ['key: a, internal: false', 'key: "@team #1"']));
  expect(first.exitCode).toBe(0);
  expect(first.stdout).toContain('✓ comment on pull request #58: made');
  const [comment] = github.comments;
  expect(comment).toMatchObject({ on: 58, login: workflow });
  expect(comment?.body).toContain('### DocSpace room links: plan (dry run)');
  expect(comment?.body).toContain('⚠️ One link more open than before');
  expect(comment?.body).toContain('1 to create, 1 to update, 0 to revoke, 0 as described');
  expect(comment?.body).not.toMatch(/@team|#1\b/u);
  const second = await apply(roomFile(room, ['key: a']));
  expect(second.stdout).toContain('✓ comment on pull request #58: updated');
  expect(github.comments).toHaveLength(1);
  expect(github.comments[0]?.body).toContain('nothing to change (dry run)');
  expect(stage.writes()).toEqual([]);
});

test('a plan that is not possible says so in the comment, and the step is red', async () => {
  const room = stage.room('A', { roomType: 2 });
  const outcome = await apply(roomFile(room, ['key: a']));
  expect(outcome.exitCode).toBe(1);
  expect(github.comments).toHaveLength(1);
  expect(github.comments[0]?.body).toMatch(/\*\*Not possible\*\*[^]*- .*:5: Collaboration room/u);
});

test('what was applied is told, too', async () => {
  const room = stage.room('A');
  await apply(roomFile(room, ['key: a']));
  const outcome = await apply(roomFile(room, ['key: a']), { 'dry-run': 'false' });
  expect(outcome.outputs).toMatchObject({ result: 'applied' });
  expect(github.comments).toHaveLength(1);
  expect(github.comments[0]?.body).toContain('### DocSpace room links: applied');
});

test('a comment that GitHub refuses is red, and hides nothing of the plan', async () => {
  const room = stage.room('A', { roomType: 2 });
  const outcome = await apply(roomFile(room, ['key: a']), { 'github-token': 'ghs_unknown0123456789abcdef' });
  expect(outcome.exitCode).toBe(1);
  expect(outcome.stdout.match(/^::error/gmu)).toHaveLength(2);
  expect(outcome.stdout).toContain('Collaboration room');
  expect(outcome.outputs).toMatchObject({ result: 'planned', 'failed-count': '1' });
});
