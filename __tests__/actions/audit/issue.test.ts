import { describe, expect, test } from '@jest/globals';
import { portalOf } from '../../support/step.ts';
import { good, inDays, open } from './gallery.ts';
import { audit, gitHubOf } from './stage.ts';

const inputs = { issue: 'upsert', 'issue-labels': 'security\ndocspace', 'fail-on': 'never' };

test('the issue is opened, changed only with the findings, closed when there are none, and opened again [promise audit-issue]', async () => {
  const portal = await portalOf();
  const github = await gitHubOf();
  const room = portal.addRoom({ title: 'Contract', roomType: 5 });
  const clean = await audit(portal, inputs, { github });
  expect(clean.outputs).toMatchObject({ result: 'clean', 'issue-number': '' });
  expect(github.issues).toEqual([]);

  const link = portal.addLink(room.id, { ...open, expiresAt: null });
  const first = await audit(portal, inputs, { github });
  const [issue] = github.issues;
  expect(first.outputs['issue-number']).toBe(String(issue?.number));
  expect(issue).toMatchObject({ state: 'open', labels: ['security', 'docspace'] });
  expect(issue?.title).toBe(`DocSpace links of ${new URL(portal.url).host}: findings of the audit`);
  expect(issue?.body).toContain('DSL001');
  expect(issue?.body).toContain('### 1 of 1 room read');

  const before = github.seen.length;
  await audit(portal, inputs, { github });
  expect(github.seen.slice(before).filter(({ method }) => method === 'PATCH')).toEqual([]);

  portal.room(room.id).links.delete(link.id);
  const closed = await audit(portal, inputs, { github });
  expect(closed.outputs['issue-number']).toBe(String(issue?.number));
  expect(github.issues).toMatchObject([{ state: 'closed' }]);
  expect(github.comments.map(({ body }) => body)).toEqual(['The audit finds nothing any more. 1 of 1 room read.']);

  portal.addLink(room.id, { ...good, expiresAt: inDays(-1) });
  await audit(portal, inputs, { github });
  expect(github.issues).toMatchObject([{ state: 'open' }]);
  expect(github.issues).toHaveLength(1);
});

test('an audit that is not complete does not close it', async () => {
  const portal = await portalOf();
  const github = await gitHubOf();
  const room = portal.addRoom({ title: 'Contract', roomType: 5 });
  const link = portal.addLink(room.id, { ...open, expiresAt: null });
  await audit(portal, inputs, { github });
  portal.room(room.id).links.delete(link.id);
  portal.fault({ path: `/rooms/${room.id}/links`, times: 99 }, { kind: 'html', status: 503 });
  const ran = await audit(portal, { ...inputs, severity: 'DSL901=off' }, { github });
  expect(ran.outputs).toMatchObject({ result: 'incomplete', 'findings-count': '0' });
  expect(github.issues).toMatchObject([{ state: 'open' }]);
});

describe('GitHub refuses', () => {
  test('and the step is red with the permission that it needs, after all outputs', async () => {
    const portal = await portalOf();
    const github = await gitHubOf();
    const room = portal.addRoom({ title: 'Contract', roomType: 5 });
    portal.addLink(room.id, { ...open, password: null });
    github.fault('POST', /issues$/u, { status: 403, body: '{"message":"Resource not accessible by integration"}' }, 9);
    const ran = await audit(portal, inputs, { github });
    expect(ran.exitCode).toBe(1);
    expect(ran.problem).toContain('issues: write');
    expect(ran.outputs).toMatchObject({ result: 'findings', 'medium-count': '1', 'issue-number': '' });
  });

  test('before any request where there is no token', async () => {
    const portal = await portalOf();
    const ran = await audit(portal, inputs);
    expect(ran.exitCode).toBe(1);
    expect(ran.problem).toContain('`issue: upsert` needs `github-token`, which is empty.');
    expect(portal.requests).toEqual([]);
  });
});
