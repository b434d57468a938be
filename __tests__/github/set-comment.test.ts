import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Portal, Room } from '../../simulator/index.ts';
import { serveProxy, stopServers } from '../docspace/servers.ts';
import { pullRequestEvent, pullRequestOf, type PullRequest } from '../support/pull-request.ts';
import { closeLater, githubToken, portalOf, set as setLink, type Ran, type Running } from '../support/step.ts';
import { workflow } from './connected.ts';
import { startGitHub, type FakeGitHub } from './fake-github.ts';

const dist = join(import.meta.dirname, '..', '..', 'dist');

let portal: Portal;
let room: Room;
let pull: PullRequest;
let fake: FakeGitHub;

beforeEach(async () => {
  portal = await portalOf();
  room = portal.addRoom({ title: 'Contract @octocat', roomType: 5 });
  pull = await pullRequestOf();
  fake = pull.github;
});
afterEach(stopServers);

function set(inputs: Readonly<Record<string, string>> = {}, { env, ...running }: Running = {}): Promise<Ran> {
  return setLink(
    portal,
    room,
    { key: 'pr-58', 'comment-on-pr': 'true', ...inputs },
    { ...pull.running, ...running, env: { ...pull.running.env, ...env } },
  );
}

describe('set with comment-on-pr', () => {
  test('comments once, and keeps the comment true [promise comment-kept]', async () => {
    const first = await set();
    expect(first.exitCode).toBe(0);
    expect(first.stdout).toContain('✓ comment on pull request #58: made');
    const second = await set();
    expect(second.stdout).toContain('✓ comment on pull request #58: as it should be');
    const third = await set({ access: 'editor' });
    expect(third.stdout).toContain('✓ comment on pull request #58: updated');
    expect(fake.comments).toEqual([
      expect.objectContaining({
        on: 58,
        login: workflow,
        body: expect.stringContaining('**Editor · DocSpace users only · until '),
      }),
    ]);
    expect(fake.comments[0]?.body).not.toContain('@octocat');
  });

  test('tells no secret, nor sends one [promise no-secrets]', async () => {
    const outcome = await set({ password: 'generate', 'link-type': 'external' });
    const [link] = portal.links(room.id);
    const { password } = outcome.outputs;
    expect(link?.password).toBe(password);
    const sent = JSON.stringify(fake.seen);
    expect(sent).not.toContain(password);
    expect(sent).not.toContain(outcome.outputs['link']);
    expect(sent).toContain('The URL is not shown here');
  });

  test('shows the URL where reveal-link allows it', async () => {
    const revealed = (): readonly string[] => portal.links(room.id).map(({ id }) => id);
    const { outputs } = await set({ 'reveal-link': 'protected' }, { revealed });
    expect(outputs['link']).toMatch(/^http/u);
    expect(fake.comments[0]?.body).toContain(`Open it: <${outputs['link'] ?? ''}>`);
  });

  test('works where the workflow comments from an issue’s event, and on an Enterprise Server', async () => {
    await pull.happens({ issue: { number: 58, pull_request: {} } });
    const server = await startGitHub('/api/v3');
    closeLater(() => server.close());
    server.addToken(githubToken, { login: workflow });
    const env = { GITHUB_API_URL: server.url, GITHUB_EVENT_NAME: 'issue_comment' };
    expect((await set({}, { env })).exitCode).toBe(0);
    expect((await set({}, { env })).exitCode).toBe(0);
    expect(server.comments).toHaveLength(1);
  });

  test('goes through the proxy of the runner', async () => {
    const proxy = await serveProxy(Number(new URL(fake.url).port));
    const outcome = await set({}, { env: { GITHUB_API_URL: 'http://github.example', http_proxy: proxy.url } });
    expect(outcome.exitCode).toBe(0);
    expect(proxy.seen).toContain('CONNECT github.example:80');
    expect(fake.comments).toHaveLength(1);
  });
});

describe('it does not comment', () => {
  test('unless it is asked to, and then GitHub’s library is not loaded [promise github-token-use]', async () => {
    const { exitCode } = await set({ 'comment-on-pr': 'false' });
    expect(exitCode).toBe(0);
    expect(fake.seen).toEqual([]);
    const main = await readFile(join(dist, 'index.js'), 'utf8');
    // A name that only the library has.
    expect(main).not.toContain('octokit-request.js/');
    const chunks = (await readdir(dist)).filter((file) => /^\d+\.index\.js$/u.test(file));
    const texts = await Promise.all(chunks.map((file) => readFile(join(dist, file), 'utf8')));
    expect(texts.filter((text) => text.includes('octokit-request.js/'))).toHaveLength(1);
  });

  test('outside of a pull request, and says so [promise comment-elsewhere]', async () => {
    await pull.happens({ ref: 'refs/heads/main' });
    const { exitCode, stdout } = await set({}, { env: { GITHUB_EVENT_NAME: 'push' } });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^::warning title=No pull request to comment on::/mu);
    expect(fake.seen).toEqual([]);
  });

  test('in a dry run', async () => {
    await set();
    const { stdout } = await set({ 'dry-run': 'true', access: 'editor' });
    expect(stdout).toContain('Dry run: the comment on the pull request stays as it is');
    expect(fake.comments[0]?.body).not.toContain('Editor');
  });
});

describe('where it cannot comment, the step is red after all outputs are set', () => {
  const link = { result: 'created', changed: 'true', 'links-count': '1', opens: 'login' };

  test.each<[string, object, string]>([
    ['without permission', {}, 'Give the job this permission: `permissions: { pull-requests: write }`.'],
    ['from a fork', { head: { repo: { id: 2 } } }, 'The pull request comes from a fork'],
  ])('%s [promise comment-refused]', async (_, facts, hint) => {
    await pull.happens(pullRequestEvent(facts));
    fake.addToken(githubToken, { login: workflow, issues: 'read', pullRequests: 'read' });
    const { exitCode, stdout, outputs, summary } = await set();
    expect(exitCode).toBe(1);
    expect(outputs).toEqual(expect.objectContaining(link));
    expect(stdout).toMatch(/^::error title=GitHub refused::GitHub refuses to comment on #58 \(403\)/mu);
    expect(stdout).toContain(hint);
    expect(summary).toContain('GitHub refused');
    expect(summary).toContain('### DocSpace room link: created');
    expect(portal.links(room.id)).toHaveLength(1);
  });

  test('because GitHub does not answer', async () => {
    fake.fault('GET', /\/comments$/u, 'stall', 9);
    const { exitCode, stdout, outputs } = await set({ timeout: '2s', 'request-timeout': '1s' });
    expect(exitCode).toBe(1);
    expect(outputs).toEqual(expect.objectContaining(link));
    expect(stdout).toMatch(/^::error title=GitHub not available::/mu);
  });

  test('without a token', async () => {
    const { exitCode, stdout, outputs } = await set({ 'github-token': '' });
    expect(exitCode).toBe(1);
    expect(stdout).toContain('`comment-on-pr` needs `github-token`, which is empty.');
    expect(outputs).toEqual(expect.objectContaining(link));
  });
});
