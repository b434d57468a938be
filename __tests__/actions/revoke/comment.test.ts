import { beforeEach, expect, test } from '@jest/globals';
import { workflow } from '../../github/connected.ts';
import { pullRequestOf, type PullRequest } from '../../support/pull-request.ts';
import { githubToken, type Ran } from '../../support/step.ts';
import { openStage, type Stage } from './stage.ts';

type Inputs = Readonly<Record<string, string>>;

const commented = { key: 'pr-58', 'comment-on-pr': 'true' };
const short = { ...commented, 'revoke-after-job': 'true', expiration: '2h' };

let stage: Stage;
let pull: PullRequest;

beforeEach(async () => {
  stage = await openStage();
  pull = await pullRequestOf();
});

const set = (inputs: Inputs = {}): Promise<Ran> => stage.set({ ...commented, ...inputs }, pull.running);
const revoke = (inputs: Inputs = {}): Promise<Ran> => stage.revoke({ ...commented, ...inputs }, pull.running);
const bodies = (): readonly string[] => pull.github.comments.map(({ body }) => body);

/** From now on GitHub refuses comments. */
function refuse(): void {
  pull.github.addToken(githubToken, { login: workflow, pullRequests: 'read', issues: 'read' });
}

test('revoke edits the comment of the link that is gone, and no other [promise revoke-comment]', async () => {
  await set();
  await set({ key: 'other' });
  const before = bodies()[1];
  const outcome = await revoke();
  expect(outcome.logged).toContain('✓ comment on pull request #58: says that the link is revoked');
  expect(bodies()).toHaveLength(2);
  expect(bodies()[0]).toContain('DocSpace room link: revoked');
  expect(bodies()[1]).toBe(before);
});

test('a link that somebody else took away is told as revoked too', async () => {
  await set();
  stage.portal.room(stage.roomId).links.clear();
  const outcome = await revoke();
  expect(outcome.outputs).toMatchObject({ result: 'absent' });
  expect(bodies()).toEqual([expect.stringContaining('DocSpace room link: revoked')]);
});

test('a link that is opened again after that has a true comment again, the same one', async () => {
  await set();
  await revoke();
  await set({ access: 'editor' });
  expect(bodies()).toEqual([expect.stringContaining('**Editor · ')]);
});

test('a link that stays, since the portal ignores the revoke, is not told as revoked', async () => {
  await set();
  stage.portal.fault({ method: 'PUT', times: 9 }, { kind: 'ignore-write' });
  const outcome = await revoke();
  expect(outcome.exitCode).toBe(1);
  expect(bodies()).toEqual([expect.stringContaining('**Viewer · ')]);
});

test('no comment is made to say that there is no link, and a dry run changes none', async () => {
  expect((await revoke()).exitCode).toBe(0);
  expect(bodies()).toEqual([]);
  await set();
  await revoke({ 'dry-run': 'true' });
  expect(bodies()).toEqual([expect.stringContaining('**Viewer · ')]);
});

test('what GitHub refuses makes the step red, after the link is gone and all outputs are set', async () => {
  await set();
  refuse();
  const outcome = await revoke();
  expect(outcome.exitCode).toBe(1);
  expect(outcome.outputs).toMatchObject({ result: 'revoked', changed: 'true', 'revoked-count': '1' });
  expect(outcome.stdout).toContain('pull-requests: write');
  expect(outcome.summary).toContain('### DocSpace room links: revoked');
  expect(stage.ids()).toEqual([]);
});

test('a link that stays is told even if GitHub refuses the comment about another', async () => {
  await set();
  await set({ key: 'other' });
  refuse();
  stage.portal.fault({ method: 'PUT', times: 1 }, { kind: 'ignore-write' });
  const outcome = await revoke({ key: 'pr-58\nother' });
  expect(outcome.exitCode).toBe(1);
  expect(stage.ids()).toHaveLength(1);
  expect(outcome.stdout).toMatch(/^::error title=The portal did not do what was asked::/mu);
  expect(outcome.stdout).toMatch(/^::error title=GitHub refused::/mu);
});

test('GitHub is not asked if there is nothing to say', async () => {
  await set();
  pull.github.seen.length = 0;
  const outcome = await revoke({ key: '', expired: 'true' });
  expect(outcome.outputs).toMatchObject({ result: 'absent' });
  expect(pull.github.seen).toEqual([]);
});

test('the post step edits the comment', async () => {
  const step = await set(short);
  const post = await stage.afterJob(short, step, pull.running);
  expect(post.warnings).toEqual([]);
  expect(bodies()).toEqual([expect.stringContaining('DocSpace room link: revoked')]);
});

test('in the post step a refusal of GitHub is a warning [promise post-step-warns]', async () => {
  const step = await set(short);
  refuse();
  const post = await stage.afterJob(short, step, pull.running);
  expect(post.stdout).toMatch(/^::warning title=GitHub refused::.*pull-requests: write/mu);
  expect(post.stdout).not.toContain('was not revoked');
  expect(stage.ids()).toEqual([]);
});
