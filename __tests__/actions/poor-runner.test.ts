import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { pullRequestOf } from '../support/pull-request.ts';
import { closeLater, portalOf, run, set } from '../support/step.ts';

/** A pipe at whose other end nobody is. */
async function pipe(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pipe-'));
  closeLater(() => rm(folder, { recursive: true }));
  execFileSync('mkfifo', [join(folder, 'pipe')]);
  return join(folder, 'pipe');
}

async function roomOf() {
  const portal = await portalOf();
  return { portal, room: portal.addRoom({ title: 'Room', roomType: 5 }) };
}

test('a summary that is a pipe which nobody reads is not waited for [promise no-summary-file]', async () => {
  const { portal, room } = await roomOf();
  const ran = await set(portal, room, {}, { env: { GITHUB_STEP_SUMMARY: await pipe() }, broken: true });
  expect([ran.exitCode, ran.outputs['result']]).toStrictEqual([0, 'created']);
  expect(ran.warnings).toMatchObject([{ title: 'Summary not written' }]);
  expect(ran.warnings[0]?.text).toContain('it is a pipe or a device that nobody reads');
});

test('outputs that are such a pipe: red, as the steps that wait for them get none', async () => {
  const { portal, room } = await roomOf();
  const ran = await set(portal, room, {}, { env: { GITHUB_OUTPUT: await pipe() }, broken: true });
  expect([ran.exitCode, ran.errors.map(({ title }) => title)]).toStrictEqual([1, ['Outputs not written']]);
  expect(portal.links(room.id)).toHaveLength(1);
});

test('an event that is such a pipe is none', async () => {
  const { portal, room } = await roomOf();
  const env = { GITHUB_EVENT_PATH: await pipe(), GITHUB_EVENT_NAME: 'pull_request' };
  const ran = await set(portal, room, { 'comment-on-pr': 'true' }, { env });
  expect([ran.exitCode, ran.outputs['result']]).toStrictEqual([0, 'created']);
  expect(ran.warnings).toMatchObject([{ title: 'No pull request to comment on' }]);
});

test('a summary that goes to the log comes without the text of its picture', async () => {
  const { portal, room } = await roomOf();
  portal.addLink(room.id, { title: 'Soon', internal: true, expiresAt: Date.now() + 3_600_000 });
  const env = { GITHUB_STEP_SUMMARY: '' };
  const ran = await run('audit', portal, { 'fail-on': 'never' }, { env, broken: true });
  expect(ran.lines).toContain('### 1 of 1 room read');
  expect(ran.lines.filter((line) => /mermaid|gantt|^```/u.test(line))).toStrictEqual([]);
});

test('an address of the API of GitHub that is none is named at once', async () => {
  const { portal, room } = await roomOf();
  const { running } = await pullRequestOf();
  const env = { ...running.env, GITHUB_API_URL: 'not a url' };
  const ran = await set(portal, room, { 'comment-on-pr': 'true' }, { ...running, env });
  expect([ran.exitCode, ran.outputs['result']]).toStrictEqual([1, 'created']);
  expect(ran.errors).toMatchObject([{ title: 'Input not usable' }]);
  expect(ran.problem).toContain('the environment variable `GITHUB_API_URL` is not an address.');
});
