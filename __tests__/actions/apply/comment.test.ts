import { beforeEach, expect, test } from '@jest/globals';
import { workflow } from '../../github/connected.ts';
import { pullRequestOf, type PullRequest } from '../../support/pull-request.ts';
import { openStage, roomFile, type Applied, type Stage } from './stage.ts';

let stage: Stage;
let pull: PullRequest;

beforeEach(async () => {
  stage = await openStage();
  pull = await pullRequestOf();
});

/** Shows the plan of the file on the pull request. */
const apply = (file: string, inputs: Readonly<Record<string, string>> = {}): Promise<Applied> =>
  stage.apply(file, { 'comment-on-pr': 'true', 'dry-run': 'true', ...inputs }, pull.running);

test('the plan is one comment, kept true [promise apply-comment]', async () => {
  const room = stage.room('Press @team');
  stage.ours(room, 'a', { internal: true });
  const first = await apply(roomFile(room, ['key: a, internal: false', 'key: "@team #1"']));
  expect(first.exitCode).toBe(0);
  expect(first.stdout).toContain('✓ comment on pull request #58: made');
  const [comment] = pull.github.comments;
  expect(comment).toMatchObject({ on: 58, login: workflow });
  expect(comment?.body).toContain('### DocSpace room links: plan (dry run)');
  expect(comment?.body).toContain('⚠️ One link more open than before');
  expect(comment?.body).toContain('1 to create, 1 to update, 0 to revoke, 0 as described');
  expect(comment?.body).not.toMatch(/@team|#1\b/u);
  const second = await apply(roomFile(room, ['key: a']));
  expect(second.stdout).toContain('✓ comment on pull request #58: updated');
  expect(pull.github.comments).toHaveLength(1);
  expect(pull.github.comments[0]?.body).toContain('nothing to change (dry run)');
  expect(stage.writes()).toEqual([]);
});

test('a plan that is not possible says so in the comment, and the step is red', async () => {
  const room = stage.room('A', { roomType: 2 });
  const outcome = await apply(roomFile(room, ['key: a']));
  expect(outcome.exitCode).toBe(1);
  expect(pull.github.comments).toHaveLength(1);
  expect(pull.github.comments[0]?.body).toMatch(/\*\*Not possible\*\*[^]*- .*:5: Collaboration room/u);
});

test('what was applied is told, too', async () => {
  const room = stage.room('A');
  await apply(roomFile(room, ['key: a']));
  const outcome = await apply(roomFile(room, ['key: a']), { 'dry-run': 'false' });
  expect(outcome.outputs).toMatchObject({ result: 'applied' });
  expect(pull.github.comments).toHaveLength(1);
  expect(pull.github.comments[0]?.body).toContain('### DocSpace room links: applied');
});

test('a comment that GitHub refuses is red, and hides nothing of the plan', async () => {
  const room = stage.room('A', { roomType: 2 });
  const outcome = await apply(roomFile(room, ['key: a']), { 'github-token': 'ghs_unknown0123456789abcdef' });
  expect(outcome.exitCode).toBe(1);
  expect(outcome.stdout.match(/^::error/gmu)).toHaveLength(2);
  expect(outcome.stdout).toContain('Collaboration room');
  expect(outcome.outputs).toMatchObject({ result: 'planned', 'failed-count': '1' });
});
