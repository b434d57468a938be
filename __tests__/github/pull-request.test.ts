import { expect, test } from '@jest/globals';
import { pullRequestOf } from '../../src/github/pull-request.ts';

const repo = (id: number): object => ({ repo: { id, full_name: 'octo/contracts' } });
const own = { number: 58, head: repo(1), base: repo(1) };
const forked = { number: 58, head: repo(2), base: repo(1) };
const deletedFork = { number: 58, head: { repo: null }, base: repo(1) };

test.each<[string, string, unknown, object | null]>([
  ['of this repository', 'pull_request', { pull_request: own }, { number: 58, readOnly: false }],
  ['from a fork', 'pull_request', { pull_request: forked }, { number: 58, readOnly: true }],
  ['from a fork that is gone', 'pull_request', { pull_request: deletedFork }, { number: 58, readOnly: true }],
  ['from a fork, run for the base', 'pull_request_target', { pull_request: forked }, { number: 58, readOnly: false }],
  ['that is reviewed', 'pull_request_review', { pull_request: forked }, { number: 58, readOnly: true }],
  [
    'that is commented on',
    'issue_comment',
    { issue: { number: 58, pull_request: { url: 'x' } } },
    { number: 58, readOnly: false },
  ],
  ['none: a comment on an issue', 'issue_comment', { issue: { number: 58 } }, null],
  ['none: a comment on an issue, said otherwise', 'issue_comment', { issue: { number: 58, pull_request: null } }, null],
  ['none: a push', 'push', { ref: 'refs/heads/main' }, null],
  ['none: started by hand', 'workflow_dispatch', { inputs: {} }, null],
  ['none: a number that is none', 'pull_request', { pull_request: { number: 'x' } }, null],
  ['none: no object', 'pull_request', [], null],
])('the pull request %s', async (_, name, event, expected) => {
  const env = { GITHUB_EVENT_PATH: '/event.json', GITHUB_EVENT_NAME: name };
  const readFile = (path: string): Promise<string> =>
    Promise.resolve(path === '/event.json' ? JSON.stringify(event) : '');
  expect(await pullRequestOf(env, readFile)).toEqual(expected);
});

test.each<[string, () => Promise<string>]>([
  ['cannot be read', () => Promise.reject(new Error('no such file'))],
  ['is no JSON', () => Promise.resolve('{')],
])('an event whose file %s has none', async (_, readFile) => {
  expect(await pullRequestOf({ GITHUB_EVENT_PATH: '/event.json' }, readFile)).toBeNull();
  expect(await pullRequestOf({}, readFile)).toBeNull();
});
