import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { longestBody } from '../../src/github/sticky.ts';
import { upsertIssue, type IssueContent } from '../../src/github/issue.ts';
import { Secret } from '../../src/links/secret.ts';
import { problemFrom } from '../docspace/failures.ts';
import { connected, workflow } from './connected.ts';
import { startGitHub, type FakeGitHub } from './fake-github.ts';
import { portal } from './samples.ts';

let fake: FakeGitHub;

beforeEach(async () => {
  fake = await startGitHub();
  fake.addToken('ghs_workflow', { login: workflow });
});
afterEach(() => fake.close());

/** Upserts as the job's own token; the issue's number and the log. */
async function upsert(
  facts: Partial<IssueContent> = {},
  token = 'ghs_workflow',
): Promise<{ number: number | null; log: readonly string[] }> {
  const { github } = await connected(fake, { token: new Secret(token) });
  const log: string[] = [];
  const number = await upsertIssue(
    { github, log: { line: (text) => log.push(text), warning: () => undefined, debug: () => undefined } },
    { portal, title: 'DocSpace links', body: '3 findings', labels: ['security'], closing: null, ...facts },
  );
  return { number, log };
}

const clean = { body: '0 findings', closing: 'Nothing is left to do.' };
const writes = (): number => fake.seen.filter(({ method }) => method === 'POST' || method === 'PATCH').length;

test('the life of an issue: opened, as it is, updated, closed, closed, opened again', async () => {
  fake.addIssue({ number: 6, login: 'octocat' });
  expect(await upsert()).toEqual({ number: 7, log: ['✓ issue #7: opened'] });
  expect(await upsert()).toEqual({ number: 7, log: ['✓ issue #7: as it should be'] });
  expect(fake.calls('PATCH')).toEqual([]);
  expect(await upsert({ body: '2 findings' })).toEqual({ number: 7, log: ['✓ issue #7: updated'] });
  expect(await upsert(clean)).toEqual({ number: 7, log: ['✓ issue #7: closed'] });
  expect(fake.issues.at(-1)).toEqual(
    expect.objectContaining({ state: 'closed', body: expect.stringMatching(/\n\n0 findings$/u) }),
  );
  expect(fake.comments).toEqual([expect.objectContaining({ on: 7, body: 'Nothing is left to do.' })]);
  expect(await upsert(clean)).toEqual({ number: 7, log: [] });
  expect(fake.comments).toHaveLength(1);
  expect(await upsert()).toEqual({ number: 7, log: ['✓ issue #7: opened again'] });
  expect(fake.issues.at(-1)).toEqual(
    expect.objectContaining({ state: 'open', body: expect.stringMatching(/\n\n3 findings$/u) }),
  );
  expect(fake.issues).toHaveLength(2);
});

test('none is opened to say that there is nothing', async () => {
  expect(await upsert(clean)).toEqual({ number: null, log: [] });
  expect(fake.issues).toEqual([]);
});

test('what people have done to it stays: its title, its labels', async () => {
  await upsert({ labels: ['Security', 'docspace'] });
  const [issue] = fake.issues;
  Object.assign(issue ?? {}, { title: 'Links, please have a look', labels: ['security', 'urgent'] });
  await upsert({ body: '4 findings', labels: ['Security', 'docspace'] });
  expect(issue).toEqual(
    expect.objectContaining({ title: 'Links, please have a look', labels: ['security', 'urgent', 'docspace'] }),
  );
});

test('each portal has its own', async () => {
  await upsert();
  await upsert({ portal: 'https://other.example' });
  expect(fake.issues.map(({ number }) => number)).toEqual([1, 2]);
  expect((await upsert()).number).toBe(1);
});

test('one of others that looks like ours is left alone', async () => {
  await upsert();
  const [ours] = fake.issues.splice(0);
  const stranger = { ...fake.addIssue({ login: 'mallory', body: ours?.body ?? '' }) };
  expect((await upsert(clean)).number).toBeNull();
  expect((await upsert()).number).toBe(2);
  expect(fake.issues[0]).toEqual(stranger);
});

test('it is found among hundreds', async () => {
  for (let number = 1; number <= 230; number += 1) fake.addIssue({ login: workflow, pull: number % 2 === 0 });
  await upsert();
  for (let number = 1; number <= 230; number += 1) fake.addIssue({ login: workflow });
  expect((await upsert()).number).toBe(231);
});

test('of two from a race the older stays open', async () => {
  await upsert();
  fake.addIssue({ login: workflow, body: fake.issues[0]?.body ?? '' });
  expect((await upsert()).number).toBe(1);
  expect(fake.issues.map(({ state }) => state)).toEqual(['open', 'closed']);
  const before = writes();
  await upsert();
  // To ask whose token it is takes a POST too.
  expect(writes()).toBe(before + 1);
});

test('one whose answer is lost is not opened twice', async () => {
  fake.fault('POST', /\/issues$/u, 'reset-after');
  expect((await upsert()).number).toBe(1);
  expect(fake.issues).toHaveLength(1);
});

test('a text that is too long is cut between its lines, and says so', async () => {
  const body = `${'| x |'.repeat(20)}\n`.repeat(1000);
  await upsert({ body });
  const [issue] = fake.issues;
  expect(issue?.body.length).toBeLessThanOrEqual(longestBody);
  expect(issue?.body.split('\n').at(-1)).toBe('_The rest does not fit here: see the reports of the audit._');
  expect((await upsert({ body })).log).toEqual(['✓ issue #1: as it should be']);
});

describe('without permission', () => {
  test.each<[string, Parameters<FakeGitHub['addToken']>[1]]>([
    ['to write', { login: workflow, issues: 'read', pullRequests: 'write' }],
    ['to read', { login: workflow, issues: 'none', pullRequests: 'none' }],
  ])('%s, the error says what to do', async (_, account) => {
    fake.addToken('ghs_other', account);
    const { code, message, hint } = await problemFrom(upsert({}, 'ghs_other'));
    expect(code).toBe('github');
    expect(message).toContain('The audit itself is done, and its outputs are set.');
    expect(hint).toContain('`permissions: { issues: write }`');
  });

  test('because issues are switched off, GitHub’s own words are told', async () => {
    fake.fault('POST', /\/issues$/u, { status: 410, body: '{"message":"Issues are disabled for this repo"}' });
    const { message, hint } = await problemFrom(upsert());
    expect(message).toContain('Issues are disabled for this repo');
    expect(hint).toContain('Issues are switched off in this repository');
  });
});
