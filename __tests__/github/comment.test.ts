import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { commentOnPullRequest, type CommentContent } from '../../src/github/comment.ts';
import type { PullRequest } from '../../src/github/pull-request.ts';
import type { LinkReference } from '../../src/links/desired.ts';
import { Secret } from '../../src/links/secret.ts';
import { problemFrom } from '../docspace/failures.ts';
import { connected, workflow } from './connected.ts';
import { startGitHub, type FakeGitHub } from './fake-github.ts';
import { aLink, aRoom, portal } from './samples.ts';

let fake: FakeGitHub;

beforeEach(async () => {
  fake = await startGitHub();
  fake.addToken('ghs_workflow', { login: workflow });
  fake.addIssue({ number: 58, pull: true });
});
afterEach(() => fake.close());

const comments = /\/comments$/u;
const room = aRoom();
const byKey: LinkReference = { by: 'key', type: 'external', key: 'pr-58' };
const aboutLink = (
  facts: Partial<ReturnType<typeof aLink>> = {},
  reference: LinkReference = byKey,
): CommentContent => ({
  ...{ kind: 'link', portal, room, reference, reveal: 'never' },
  link: aLink(facts),
});
const inPull: PullRequest = { number: 58, readOnly: false };
const revoked = (...references: readonly LinkReference[]): CommentContent => ({
  ...{ kind: 'revoked', portal, room },
  references,
});

/** Comments as the job's own token, or another; the lines and warnings of the log. */
async function comment(
  content: CommentContent,
  { pullRequest = inPull, token = 'ghs_workflow' }: { pullRequest?: PullRequest | null; token?: string } = {},
): Promise<readonly string[]> {
  const log: string[] = [];
  await commentOnPullRequest(
    {
      pullRequest,
      connect: async () => (await connected(fake, { token: new Secret(token) })).github,
      log: {
        line: (text) => log.push(text),
        warning: (title, message) => log.push(`${title}: ${message}`),
        debug: () => undefined,
      },
    },
    content,
  );
  return log;
}

const bodies = (): readonly string[] => fake.comments.map(({ body }) => body);

describe('the comment about a link', () => {
  test('is made once, and then found again among all others', async () => {
    for (let number = 0; number < 120; number += 1) fake.addComment(58, 'octocat', 'me too');
    expect(await comment(aboutLink())).toEqual(['✓ comment on pull request #58: made']);
    for (let number = 0; number < 120; number += 1) fake.addComment(58, 'octocat', 'me too');
    expect(await comment(aboutLink())).toEqual(['✓ comment on pull request #58: as it should be']);
    expect(fake.comments.filter(({ login }) => login === workflow)).toHaveLength(1);
    expect(fake.calls('PATCH')).toEqual([]);
  });

  test('is updated in place, and only if its text changes', async () => {
    await comment(aboutLink());
    const [before] = fake.comments;
    const id = before?.id;
    expect(await comment(aboutLink({ internal: false }))).toEqual(['✓ comment on pull request #58: updated']);
    expect(fake.comments).toEqual([expect.objectContaining({ id, body: expect.stringContaining('Anyone') })]);
  });

  test('is not updated because GitHub keeps line breaks in its own way', async () => {
    await comment(aboutLink());
    for (const one of fake.comments) one.body = `${one.body.replaceAll('\n', '\r\n')}\r\n`;
    expect(await comment(aboutLink())).toEqual(['✓ comment on pull request #58: as it should be']);
  });

  test('there is one for each name of a link', async () => {
    await comment(aboutLink());
    await comment(aboutLink({}, { ...byKey, key: 'other' }));
    expect(fake.comments).toHaveLength(2);
  });

  test('of others that looks like ours is left alone', async () => {
    await comment(aboutLink());
    const [ours] = bodies();
    const stranger = { ...fake.addComment(58, 'mallory', ours ?? '') };
    for (const one of fake.comments) if (one.login === workflow) one.body += '\n\nedited';
    await comment(aboutLink());
    await comment(revoked(byKey));
    expect(fake.comments.filter(({ login }) => login === 'mallory')).toEqual([stranger]);
    expect(fake.comments.filter(({ login }) => login === workflow)).toHaveLength(1);
  });

  test('of others that looks like ours is not taken for ours where there is none', async () => {
    await comment(aboutLink());
    const [ours] = fake.comments.splice(0);
    fake.addComment(58, 'mallory', ours?.body ?? '');
    expect(await comment(revoked(byKey))).toEqual([]);
    expect(await comment(aboutLink())).toEqual(['✓ comment on pull request #58: made']);
    expect(fake.comments.map(({ login }) => login)).toEqual(['mallory', workflow]);
  });

  test('a token of one’s own has comments of its own', async () => {
    fake.addToken('ghs_app', { login: 'links[bot]' });
    await comment(aboutLink());
    await comment(aboutLink(), { token: 'ghs_app' });
    await comment(aboutLink(), { token: 'ghs_app' });
    expect(fake.comments.map(({ login }) => login)).toEqual([workflow, 'links[bot]']);
  });
});

describe('two runs at once', () => {
  test('the oldest comment stays, and gets the text of the run that wrote last', async () => {
    await comment(aboutLink({ internal: false }));
    const [other] = fake.comments.splice(0);
    // The other run's comment appears after this run has looked, and before it writes.
    let once = true;
    fake.after('GET', comments, () => {
      if (once) fake.comments.push({ ...(other as NonNullable<typeof other>), id: 1 });
      once = false;
    });
    await comment(aboutLink());
    expect(fake.comments).toEqual([
      expect.objectContaining({ id: 1, body: expect.stringContaining('DocSpace users') }),
    ]);
  });

  test('many at once leave one comment', async () => {
    await Promise.all(Array.from({ length: 6 }, () => comment(aboutLink())));
    await comment(aboutLink());
    expect(fake.comments).toHaveLength(1);
  });

  test('a comment whose answer is lost is not made twice', async () => {
    fake.fault('POST', comments, 'reset-after');
    await comment(aboutLink());
    expect(fake.comments).toHaveLength(1);
    expect(fake.calls('POST').filter((path) => path.endsWith('/comments'))).toHaveLength(1);
  });

  test('a comment that was not made because the connection was lost is made', async () => {
    fake.fault('POST', comments, 'reset', 2);
    await comment(aboutLink());
    expect(fake.comments).toHaveLength(1);
  });

  test('it is given up when GitHub is not available', async () => {
    fake.fault('POST', comments, { status: 502 }, 9);
    const { code, message } = await problemFrom(comment(aboutLink()));
    expect(code).toBe('github-unavailable');
    expect(message).toContain('What was to be done in DocSpace is done, and the outputs are set.');
    expect(fake.calls('POST')).toHaveLength(3);
  });
});

describe('when links are revoked', () => {
  test('their comments say so, by key or by id, and only theirs', async () => {
    await comment(aboutLink({ title: 'one' }));
    await comment(aboutLink({ title: 'two', id: '2f0c7a44-3d2e-8abc-9123-0123456789ab' }, { ...byKey, key: 'two' }));
    await comment(
      aboutLink({ title: 'three', id: '3f0c7a44-3d2e-8abc-9123-0123456789ab' }, { ...byKey, key: 'three' }),
    );
    const [, , third] = bodies();
    const log = await comment(revoked(byKey, { by: 'id', id: '2f0c7a44-3d2e-8abc-9123-0123456789ab' }));
    expect(log).toEqual(Array(2).fill('✓ comment on pull request #58: says that the link is revoked'));
    expect(bodies()).toEqual([
      expect.stringMatching(/revoked\n\n.*<code>one<\/code>/u),
      expect.stringMatching(/revoked\n\n.*<code>two<\/code>/u),
      third,
    ]);
  });

  test('a second time changes nothing, and set makes the comment true again', async () => {
    await comment(aboutLink());
    const before = bodies();
    await comment(revoked(byKey));
    expect(await comment(revoked(byKey))).toEqual(['✓ comment on pull request #58: as it should be']);
    expect(fake.calls('PATCH')).toHaveLength(1);
    await comment(aboutLink());
    expect(bodies()).toEqual(before);
  });

  test.each<[string, Partial<Extract<CommentContent, { kind: 'revoked' }>>]>([
    ['another room', { room: aRoom({ id: '7' }) }],
    ['another portal', { portal: 'https://other.example' }],
    ['an invitation of the same key', { references: [{ ...byKey, type: 'invitation' }] }],
    ['no links', { references: [] }],
  ])('those of %s say nothing here', async (_, facts) => {
    await comment(aboutLink());
    const before = bodies();
    const references = [byKey, { by: 'id', id: aLink().id } satisfies LinkReference];
    expect(await comment({ kind: 'revoked', portal, room, references, ...facts })).toEqual([]);
    expect(bodies()).toEqual(before);
  });

  test('without a comment none is made, and nobody is asked whose token it is', async () => {
    fake.addComment(58, 'octocat', 'hello');
    expect(await comment(revoked(byKey))).toEqual([]);
    expect(fake.seen.map(({ method }) => method)).toEqual(['GET']);
  });

  test('what a race left behind goes', async () => {
    await comment(aboutLink());
    const [first] = fake.comments;
    fake.addComment(58, workflow, first?.body ?? '');
    await comment(revoked(byKey));
    expect(fake.comments).toEqual([
      expect.objectContaining({ id: first?.id, body: expect.stringContaining('revoked') }),
    ]);
  });
});

test('the plan of a file has a comment of its own', async () => {
  const plan = (markdown: string): CommentContent => ({ kind: 'plan', portal, file: 'links.yml', markdown });
  await comment(plan('### Plan: 2 changes'));
  await comment(plan('### Plan: no changes'));
  expect(bodies()).toEqual([expect.stringMatching(/^<!-- .* -->\n\n### Plan: no changes$/u)]);
});

test('outside of a pull request there is a warning, and GitHub is not asked', async () => {
  expect(await comment(aboutLink(), { pullRequest: null })).toEqual([
    'No pull request to comment on: `comment-on-pr` is on, but this run does not belong to a pull request: its event is none of one.',
  ]);
  expect(fake.seen).toEqual([]);
});

describe('without permission', () => {
  test.each<[string, Parameters<FakeGitHub['addToken']>[1], PullRequest, string]>([
    [
      'to write',
      { login: workflow, issues: 'none', pullRequests: 'read' },
      { number: 58, readOnly: false },
      'Give the job this permission: `permissions: { pull-requests: write }`.',
    ],
    [
      'to see the repository',
      { login: workflow, blind: true },
      { number: 58, readOnly: false },
      'Give the job this permission: `permissions: { pull-requests: write }`.',
    ],
    [
      'in a pull request from a fork',
      { login: workflow, issues: 'read', pullRequests: 'read' },
      { number: 58, readOnly: true },
      'The pull request comes from a fork',
    ],
  ])('%s, the error says what to do', async (_, account, pullRequest, hint) => {
    fake.addToken('ghs_other', account);
    const problem = await problemFrom(comment(aboutLink(), { token: 'ghs_other', pullRequest }));
    expect(problem.code).toBe('github');
    expect(problem.message).toMatch(
      /^GitHub refuses to .* \(40[34]\): ".*"\. What was to be done in DocSpace is done/u,
    );
    expect(problem.hint).toContain(hint);
  });

  test('of the issues is enough', async () => {
    fake.addToken('ghs_other', { login: workflow, issues: 'write', pullRequests: 'none' });
    await comment(aboutLink(), { token: 'ghs_other' });
    expect(fake.comments).toHaveLength(1);
  });

  test('because the token is wrong', async () => {
    const { hint } = await problemFrom(comment(aboutLink(), { token: 'ghs_wrong' }));
    expect(hint).toBe('GitHub does not know `github-token`: it is wrong, or it has expired.');
  });
});
