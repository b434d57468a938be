import { afterEach, describe, expect, test } from '@jest/globals';
import { audit } from '../actions/audit/stage.ts';
import { serve, stopServers } from '../docspace/servers.ts';
import { pullRequestOf } from '../support/pull-request.ts';
import { portalOf, set } from '../support/step.ts';

afterEach(stopServers);

const comment = /\/issues\/58\/comments$/u;

/** A step that comments, where GitHub answers so to the comment. */
async function commenting(status: number, body: object, times = 1) {
  const portal = await portalOf();
  const room = portal.addRoom({ title: 'Room', roomType: 5 });
  const { github, running } = await pullRequestOf();
  github.fault('POST', comment, { status, body: JSON.stringify(body) }, times);
  return { github, ran: await set(portal, room, { 'comment-on-pr': 'true' }, running) };
}

describe("a refusal shows GitHub's own reason, and what helps against it", () => {
  const permission = 'Give the job this permission';

  test.each([
    [403, 'Unable to create comment because issue is locked.', 'The conversation is locked.'],
    [403, 'Repository was archived so is read-only.', 'The repository is archived'],
    [410, 'Issues are disabled for this repo', 'Issues are switched off in this repository'],
    [403, 'Resource protected by organization SAML enforcement. You must grant your token access.', 'single sign-on'],
    [
      403,
      'Although you appear to have the correct authorization credentials, the `octo` organization has an IP allow list enabled',
      'IP allow list',
    ],
    [403, 'Sorry. Your account was suspended', 'Ask GitHub Support.'],
    [403, 'Resource not accessible by integration', permission],
    [404, 'Not Found', permission],
    [451, 'Repository access blocked', 'Ask GitHub Support.'],
  ])('%i %j', async (status, message, hint) => {
    const { ran } = await commenting(status, { message });
    expect(ran.errors).toMatchObject([{ title: 'GitHub refused' }]);
    expect(ran.problem).toContain(`GitHub refuses to comment on #58 (${status}): "${message.slice(0, 90)}`);
    expect(ran.problem).toContain(hint);
    expect(ran.problem.includes(permission)).toBe(hint === permission);
    // The link itself is made, and told.
    expect(ran.outputs['result']).toBe('created');
  });

  test('what stands under `errors` is part of the reason', async () => {
    const errors = [{ resource: 'IssueComment', code: 'custom', message: 'Body is too long (maximum is 65536 characters)' }, 'Body is odd', { code: 'missing' }]; // prettier-ignore
    const { ran } = await commenting(422, { message: 'Validation Failed', errors });
    expect(ran.problem).toContain('"Validation Failed: Body is too long (maximum is 65536 characters): Body is odd".');
  });

  test('of an issue too', async () => {
    const portal = await portalOf();
    portal.addRoom({ title: 'Room', roomType: 6 });
    const { github } = await pullRequestOf();
    github.fault('POST', /\/issues$/u, { status: 410, body: '{"message":"Issues are disabled for this repo"}' });
    const ran = await audit(portal, { 'fail-on': 'never', issue: 'upsert' }, { github });
    expect(ran.problem).toContain('Issues are switched off in this repository');
  });
});

describe('what passes is tried again', () => {
  test.each([421, 425])('%i', async (status) => {
    const { github, ran } = await commenting(status, {});
    expect(ran.problem).toBe('');
    expect(github.comments).toHaveLength(1);
  });

  test('408: looked for first, since the comment may have been made', async () => {
    const { github, ran } = await commenting(408, {});
    expect(github.comments).toHaveLength(1);
    expect(ran.outputs['result']).toBe('created');
    expect(ran.problem).toBe('');
  });
});

describe('a redirect', () => {
  test('of a repository that was renamed is followed, on the same host', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const { github, running } = await pullRequestOf();
    const location = '/repos/octo/contracts/issues/58/comments?per_page=100&page=1';
    github.fault('GET', comment, { status: 301, body: '{}', headers: { location } });
    github.fault('POST', comment, { status: 307, body: '{}', headers: { location: location.split('?')[0] ?? '' } });
    const ran = await set(portal, room, { 'comment-on-pr': 'true' }, running);
    expect(ran.problem).toBe('');
    expect(github.comments).toHaveLength(1);
  });

  test('to another host is not: the token would go with it', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const { github, running } = await pullRequestOf();
    const other = await serve((_, response) => response.end('[]'));
    const headers = { location: `${other.url}/repos/octo/contracts/issues/58/comments` };
    github.fault('GET', comment, { status: 302, body: '{}', headers }, 9);
    const inputs = { 'comment-on-pr': 'true', timeout: '1s' };
    const ran = await set(portal, room, inputs, running);
    expect(ran.errors).toMatchObject([{ title: 'GitHub refused' }]);
    expect(ran.problem).toContain('leads to another address');
    expect(other.seen).toStrictEqual([]);
  });
});
