import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { GitHubRefusal, GitHubUnavailable } from '../../src/github/port.ts';
import { Secret } from '../../src/links/secret.ts';
import { failureFrom, problemFrom } from '../docspace/failures.ts';
import { connected, workflow } from './connected.ts';
import { startGitHub, type Effect, type FakeGitHub } from './fake-github.ts';

let fake: FakeGitHub;

beforeEach(async () => {
  fake = await startGitHub();
  fake.addToken('ghs_workflow', { login: workflow });
});
afterEach(() => fake.close());

const comments = /\/comments$/u;

describe('what is asked', () => {
  test('comments come from all pages, the oldest first', async () => {
    for (let number = 1; number <= 250; number += 1) fake.addComment(58, 'octocat', `comment ${number}`);
    fake.addComment(59, 'octocat', 'of another pull request');
    const { github } = await connected(fake);
    const found = await github.comments(58);
    expect(found.map(({ body }) => body)).toEqual(Array.from({ length: 250 }, (_, index) => `comment ${index + 1}`));
    expect(fake.calls('GET')).toHaveLength(3);
  });

  test('a comment is made, changed and deleted; to delete one that is gone is no failure', async () => {
    const { github } = await connected(fake);
    const made = await github.createComment(58, 'one');
    expect(made).toEqual({ id: made.id, author: workflow, body: 'one' });
    await github.updateComment(made.id, 'two');
    expect(fake.comments).toEqual([{ id: made.id, on: 58, login: workflow, body: 'two' }]);
    await github.deleteComment(made.id);
    await github.deleteComment(made.id);
    expect(fake.comments).toEqual([]);
  });

  test('issues are those of one author, without pull requests, open and closed', async () => {
    fake.addIssue({ number: 1, login: workflow, body: 'one', labels: ['audit'], state: 'closed' });
    fake.addIssue({ number: 2, login: workflow, pull: true });
    fake.addIssue({ number: 3, login: 'octocat' });
    const { github } = await connected(fake);
    const made = await github.createIssue({ title: 'New', body: 'text', labels: ['security'] });
    await github.updateIssue(4, { state: 'closed' });
    expect(await github.issuesBy(workflow)).toEqual([
      { number: 1, author: workflow, body: 'one', open: false, labels: ['audit'] },
      { ...made, open: false },
    ]);
  });

  test('the newest pull request, and which are closed', async () => {
    for (let number = 1; number <= 130; number += 1) {
      fake.addIssue({ number, pull: true, state: number % 10 === 0 ? 'open' : 'closed' });
    }
    fake.addIssue({ number: 131, state: 'closed' });
    const { github } = await connected(fake);
    expect(await github.newestPullRequest()).toBe(130);
    const closed = await Promise.all([1, 10, 131, 132].map((number) => github.isClosedPullRequest(number)));
    expect(closed).toEqual([true, false, false, false]);
    expect(fake.seen).toHaveLength(5);
  });

  test('no newest pull request in a repository without any', async () => {
    const { github } = await connected(fake);
    expect(await github.newestPullRequest()).toBe(0);
  });

  test.each([
    ['', '/graphql'],
    ['/api/v3', '/api/graphql'],
  ])('whose token it is, with the API at "%s"', async (prefix, path) => {
    const server = await startGitHub(prefix);
    server.addToken('ghs_app', { login: 'links[bot]' });
    const { github } = await connected(server, { token: new Secret('ghs_app') });
    expect(await github.whoAmI()).toBe('links[bot]');
    expect(server.seen).toEqual([
      {
        method: 'POST',
        path,
        body: { query: '{ viewer { login } }' },
        userAgent: expect.stringContaining('docspace-room-links'),
      },
    ]);
    await server.close();
  });

  test.each<[string, Effect]>([
    ['is refused', { status: 403 }],
    ['is refused within a 200', { status: 200, body: '{"data":null,"errors":[{"message":"no"}]}' }],
  ])('where that %s, it is taken for that of a workflow', async (_, effect) => {
    fake.fault('POST', /graphql/u, effect);
    const { github } = await connected(fake);
    expect(await github.whoAmI()).toBe(workflow);
  });
});

describe('what goes wrong', () => {
  const html = { status: 200, body: '<html>', headers: { 'content-type': 'text/html' } };

  test.each<[string, Effect, readonly number[]]>([
    ['502', { status: 502, body: '<html>', headers: { 'content-type': 'text/html' } }, [1000]],
    ['500', { status: 500 }, [1000]],
    ['a page of a proxy', html, [1000]],
    ['a lost connection', 'reset', [1000]],
    ['an answer that breaks off', 'cut', [1000]],
    ['429 with Retry-After', { status: 429, headers: { 'retry-after': '7' } }, [7000]],
    ['403 with Retry-After', { status: 403, headers: { 'retry-after': '0' } }, [0]],
    [
      'no requests left',
      { status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1795512620' } },
      [20_000],
    ],
    ['the secondary limit', { status: 403, body: '{"message":"You have exceeded a secondary rate limit."}' }, [60_000]],
  ])('a question survives %s', async (_, effect, expected) => {
    fake.addComment(58, 'octocat', 'hello');
    fake.fault('GET', comments, effect);
    const { github, waits, reported } = await connected(fake);
    expect(await github.comments(58)).toHaveLength(1);
    expect(waits).toEqual(expected);
    expect(reported).toEqual([expect.stringMatching(/list the comments of #58.* Attempt 1 of 4; again in /u)]);
  });

  test('it is asked four times, with waits that double', async () => {
    fake.fault('GET', comments, { status: 503 }, 9);
    const { github, waits } = await connected(fake);
    const error = await failureFrom(github.comments(58));
    expect(error).toBeInstanceOf(GitHubUnavailable);
    expect(error.problems).toEqual([
      {
        code: 'github-unavailable',
        message: 'GitHub answered 503 when asked to list the comments of #58: "Server Error".',
        hint: expect.any(String),
      },
    ]);
    expect(waits).toEqual([1000, 2000, 4000]);
    expect(fake.seen).toHaveLength(4);
  });

  test('a creation is repeated only if it was certainly not carried out', async () => {
    fake.fault('POST', comments, { status: 429, headers: { 'retry-after': '1' } });
    fake.fault('POST', comments, 'reset-after');
    const { github } = await connected(fake);
    expect(await failureFrom(github.createComment(58, 'one'))).toBeInstanceOf(GitHubUnavailable);
    expect(fake.calls('POST')).toHaveLength(2);
    expect(fake.comments).toHaveLength(1);
  });

  test('GitHub is not waited for longer than a minute', async () => {
    fake.fault('GET', comments, { status: 429, headers: { 'retry-after': '61' } });
    const { github, waits } = await connected(fake);
    const { message } = await problemFrom(github.comments(58));
    expect(message).toContain('It asks to wait until 2026-11-24 09:31 UTC, which is too long for a step.');
    expect(waits).toEqual([]);
  });

  test.each<[number, string]>([
    [401, 'Bad credentials'],
    [403, 'Resource not accessible by integration'],
    [404, 'Not Found'],
    [410, 'Issues are disabled for this repo'],
    [422, 'Validation Failed'],
  ])('%i is a refusal, not repeated', async (status, message) => {
    fake.fault('GET', comments, { status, body: JSON.stringify({ message }) });
    const { github } = await connected(fake);
    const error = await failureFrom(github.comments(58));
    expect(error).toBeInstanceOf(GitHubRefusal);
    expect(error.message).toBe(`GitHub refuses to list the comments of #58 (${status}): "${message}".`);
    expect(fake.seen).toHaveLength(1);
  });

  test('a request has its time, and so has the step', async () => {
    fake.fault('GET', comments, 'stall', 9);
    const step = new AbortController();
    const { github } = await connected(fake, { requestTimeout: 200, signal: step.signal });
    expect((await problemFrom(github.comments(58))).message).toBe(
      'GitHub could not be asked to list the comments of #58: no answer after 0.2 s (`request-timeout`).',
    );
    step.abort();
    expect((await problemFrom(github.comments(58))).message).toBe(
      "GitHub could not be asked to list the comments of #58: the step's time (`timeout`) was up.",
    );
    expect(fake.seen.length).toBe(4);
  });

  test('the time of the step may end in a wait', async () => {
    fake.fault('POST', comments, { status: 429, headers: { 'retry-after': '7' } }, 9);
    const step = new AbortController();
    const { github } = await connected(fake, {
      signal: step.signal,
      sleep: () => {
        step.abort();
        return Promise.resolve();
      },
    });
    expect((await problemFrom(github.createComment(58, 'one'))).message).toBe(
      "GitHub could not be asked to comment on #58: the step's time (`timeout`) was up.",
    );
    expect(fake.seen).toHaveLength(1);
  });

  test('nobody listens', async () => {
    const { github } = await connected(fake, { apiUrl: 'http://127.0.0.1:9' });
    expect((await problemFrom(github.comments(58))).message).toMatch(/^GitHub could not be asked to .*: .+\.$/u);
  });

  test('the library says nothing on the console, where it would be taken for commands', async () => {
    fake.fault('GET', comments, {
      status: 200,
      body: '[]',
      headers: { deprecation: 'true', sunset: '::error::x', link: '<https://github.example>; rel="deprecation"' },
    });
    const { github, debugged } = await connected(fake);
    await github.comments(58);
    expect(debugged).toEqual([expect.stringContaining('deprecated')]);
  });

  test('no error holds the token', async () => {
    fake.fault('GET', comments, 'reset', 9);
    const { github } = await connected(fake);
    expect((await failureFrom(github.comments(58))).text).not.toContain('ghs_workflow');
    fake.fault('PATCH', comments, { status: 403 });
    expect((await failureFrom(github.updateComment(1, 'x'))).text).not.toContain('ghs_workflow');
  });
});
