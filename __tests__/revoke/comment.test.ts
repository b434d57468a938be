import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Outcome } from '../../scripts/action-process.ts';
import { workflow } from '../github/connected.ts';
import { startGitHub, type FakeGitHub } from '../github/fake-github.ts';
import { openStage, storyOf, type Stage } from './stage.ts';

const token = 'ghs_0123456789abcdef0123456789abcdef0123';
const commented = { key: 'pr-58', 'comment-on-pr': 'true', 'github-token': token };

let stage: Stage;
let fake: FakeGitHub;
let folder: string;

beforeEach(async () => {
  stage = await openStage();
  fake = await startGitHub();
  fake.addToken(token, { login: workflow });
  fake.addIssue({ number: 58, pull: true });
  folder = await mkdtemp(join(tmpdir(), 'event-'));
  const repo = { id: 1 };
  await writeFile(
    join(folder, 'event'),
    JSON.stringify({ pull_request: { number: 58, head: { repo }, base: { repo } } }),
  );
});
afterEach(async () => {
  await Promise.all([stage.portal.close(), fake.close(), rm(folder, { recursive: true })]);
});

function run(
  entry: string,
  inputs: Readonly<Record<string, string>>,
  state: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const env = { GITHUB_API_URL: fake.url, GITHUB_EVENT_PATH: join(folder, 'event'), GITHUB_EVENT_NAME: 'pull_request' };
  return stage.run(entry, { ...commented, ...inputs }, { env, state });
}

const bodies = (): readonly string[] => fake.comments.map(({ body }) => body);

test('revoke edits the comment of the link that is gone, and no other', async () => {
  await run('index.js', {});
  await run('index.js', { key: 'other' });
  const before = bodies()[1];
  const outcome = await run('revoke.js', {});
  expect(storyOf(outcome)).toContain('✓ comment on pull request #58: says that the link is revoked');
  expect(bodies()).toHaveLength(2);
  expect(bodies()[0]).toContain('DocSpace room link: revoked');
  expect(bodies()[1]).toBe(before);
});

test('a link that somebody else took away is told as revoked too', async () => {
  await run('index.js', {});
  stage.portal.room(stage.roomId).links.clear();
  const outcome = await run('revoke.js', {});
  expect(outcome.outputs).toMatchObject({ result: 'absent' });
  expect(bodies()).toEqual([expect.stringContaining('DocSpace room link: revoked')]);
});

test('a link that is opened again after that has a true comment again, the same one', async () => {
  await run('index.js', {});
  await run('revoke.js', {});
  await run('index.js', { access: 'editor' });
  expect(bodies()).toEqual([expect.stringContaining('**Editor · ')]);
});

test('a link that stays, since the portal ignores the revoke, is not told as revoked', async () => {
  await run('index.js', {});
  stage.portal.fault({ method: 'PUT', times: 9 }, { kind: 'ignore-write' });
  const outcome = await run('revoke.js', {});
  expect(outcome.exitCode).toBe(1);
  expect(bodies()).toEqual([expect.stringContaining('**Viewer · ')]);
});

test('no comment is made to say that there is no link, and a dry run changes none', async () => {
  expect((await run('revoke.js', {})).exitCode).toBe(0);
  expect(bodies()).toEqual([]);
  await run('index.js', {});
  await run('revoke.js', { 'dry-run': 'true' });
  expect(bodies()).toEqual([expect.stringContaining('**Viewer · ')]);
});

test('what GitHub refuses makes the step red, after the link is gone and all outputs are set', async () => {
  await run('index.js', {});
  fake.addToken(token, { login: workflow, pullRequests: 'read', issues: 'read' });
  const outcome = await run('revoke.js', {});
  expect(outcome.exitCode).toBe(1);
  expect(outcome.outputs).toMatchObject({ result: 'revoked', changed: 'true', 'revoked-count': '1' });
  expect(outcome.stdout).toContain('pull-requests: write');
  expect(stage.ids()).toEqual([]);
});

test('a link that stays is told even if GitHub refuses the comment about another', async () => {
  await run('index.js', {});
  await run('index.js', { key: 'other' });
  fake.addToken(token, { login: workflow, pullRequests: 'read', issues: 'read' });
  stage.portal.fault({ method: 'PUT', times: 1 }, { kind: 'ignore-write' });
  const outcome = await run('revoke.js', { key: 'pr-58\nother' });
  expect(outcome.exitCode).toBe(1);
  expect(stage.ids()).toHaveLength(1);
  expect(outcome.stdout).toMatch(/^::error title=The portal did not do what was asked::/mu);
  expect(outcome.stdout).toMatch(/^::error title=GitHub refused::/mu);
});

test('GitHub is not asked if there is nothing to say', async () => {
  await run('index.js', {});
  fake.seen.length = 0;
  const outcome = await run('revoke.js', { key: '', expired: 'true' });
  expect(outcome.outputs).toMatchObject({ result: 'absent' });
  expect(fake.seen).toEqual([]);
});

test('the post step edits the comment', async () => {
  const inputs = { 'revoke-after-job': 'true', expiration: '2h' };
  const step = await run('index.js', inputs);
  const post = await run('after-job.js', inputs, step.state);
  expect(post.exitCode).toBe(0);
  expect(storyOf(post)).not.toContain('::warning');
  expect(bodies()).toEqual([expect.stringContaining('DocSpace room link: revoked')]);
  const seen = JSON.stringify([post, step.state, fake.comments]);
  expect(seen).not.toContain(step.outputs['link']);
});

test('in the post step a refusal of GitHub is a warning', async () => {
  const inputs = { 'revoke-after-job': 'true', expiration: '2h' };
  const step = await run('index.js', inputs);
  fake.addToken(token, { login: workflow, pullRequests: 'read', issues: 'read' });
  const post = await run('after-job.js', inputs, step.state);
  expect(post.exitCode).toBe(0);
  expect(post.stdout).toMatch(/^::warning title=GitHub refused::.*pull-requests: write/mu);
  expect(post.stdout).not.toContain('was not revoked');
  expect(stage.ids()).toEqual([]);
});
