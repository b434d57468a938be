import { beforeEach, describe, expect, test } from '@jest/globals';
import { openStage, type Stage } from '../revoke/stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});

const desired = { key: 'job', 'revoke-after-job': 'true', expiration: '2h' };

test('what the step has made is revoked after the job, and proved; nothing else is touched [promise revoke-after-job]', async () => {
  const foreign = stage.portal.addLink(stage.roomId);
  const step = await stage.set({ ...desired, password: 'generate' });
  expect(step.outputs).toMatchObject({ result: 'created' });
  expect(stage.ids()).toHaveLength(2);
  expect(step.state).toEqual({
    'made-links': JSON.stringify([
      {
        roomId: String(stage.roomId),
        linkId: step.outputs['link-id'],
        expiration: `${step.outputs['expiration']}`.replace('Z', '.000Z'),
      },
    ]),
  });

  const post = await stage.afterJob(desired, step);
  expect(stage.ids()).toEqual([foreign.id]);
  expect(post.logged).toContain('"octo/contracts: job"   ✓ read back   ✓ tried: opens nothing');
  expect(post.warnings).toEqual([]);
});

test('the id is in the state before the first write, so a step that dies in the middle is cleaned up too', async () => {
  const { promise: written, resolve } = Promise.withResolvers<undefined>();
  stage.portal.fault({ method: 'PUT', times: 9 }, { kind: 'stall', when: 'before-headers', applied: true });
  stage.portal.on(
    { method: 'PUT' },
    () => {
      resolve(undefined);
    },
    { when: 'after' },
  );
  const step = await stage.set(desired, { kill: written });
  expect(step.exitCode).not.toBe(0);
  expect(stage.ids()).toHaveLength(1);
  stage.portal.clearFaults();
  await stage.afterJob(desired, step);
  expect(stage.ids()).toEqual([]);
});

test('the primary link of a Custom room that the step has made goes as well', async () => {
  const step = await stage.set({ ...desired, primary: 'true' });
  expect(step.outputs).toMatchObject({ result: 'created' });
  await stage.afterJob(desired, step);
  expect(stage.ids()).toEqual([]);
});

test('a primary link of which it is not certain whose it is stays, with a warning', async () => {
  const primary = stage.portal.addLink(stage.roomId, { kind: 4 });
  const made = [{ roomId: String(stage.roomId), linkId: null, expiration: null }];
  const post = await stage.afterJob(desired, { state: { 'made-links': JSON.stringify(made) } });
  expect(stage.ids()).toEqual([primary.id]);
  expect(post.stdout).toMatch(/^::warning title=Primary link not revoked::.*it is not certain/mu);
});

describe('nothing is revoked', () => {
  test('that was there before', async () => {
    const link = stage.ours('job', { expiresAt: Date.now() + 3_600_000 });
    const step = await stage.set({ ...desired, access: 'editor' });
    expect(step.outputs).toMatchObject({ result: 'updated' });
    expect(step.state).toEqual({});
    stage.portal.clearRequests();
    const post = await stage.afterJob(desired, step);
    expect(post.stdout).toBe('');
    expect(stage.portal.requests).toEqual([]);
    expect(stage.ids()).toEqual([link.id]);
  });

  test('without `revoke-after-job`', async () => {
    const step = await stage.set({ key: 'job' });
    expect(step.state).toEqual({});
  });

  test('by a dry run, which has made nothing', async () => {
    const step = await stage.set({ ...desired, 'dry-run': 'true' });
    expect(step.state).toEqual({});
  });

  test('that is gone already', async () => {
    const step = await stage.set(desired);
    stage.portal.room(stage.roomId).links.clear();
    stage.portal.clearRequests();
    const post = await stage.afterJob(desired, step);
    expect(post.logged).toContain('is gone already');
    expect(stage.writes()).toEqual([]);
  });
});

test.each([
  ['the portal is gone', () => ({ 'portal-url': 'http://127.0.0.1:9' })],
  ['the key is switched off', () => ({ 'api-key': stage.portal.key('disabled') })],
  ['the key sees the room no more', () => ({ 'api-key': stage.portal.key('admin') })],
])('%s: a warning that names the link and its end, not red', async (_, inputs) => {
  const step = await stage.set(desired);
  const post = await stage.afterJob({ ...desired, ...inputs() }, step);
  const end = `${step.outputs['expiration']}`.slice(0, 16).replace('T', ' ');
  expect(post.stdout).toContain('::warning title=Not revoked after the job::');
  expect(post.stdout).toContain(`Link ${step.outputs['link-id']} of room ${stage.roomId} was not revoked.`);
  expect(post.stdout).toContain(`It ends by itself on ${end} UTC.`);
});

test('an input that has run out meanwhile is no obstacle', async () => {
  const soon = new Date(Date.now() + 4000).toISOString();
  const step = await stage.set({ ...desired, expiration: soon });
  stage.portal.advance(5000);
  await stage.afterJob({ ...desired, expiration: '2020-01-01' }, step);
  expect(stage.ids()).toEqual([]);
});

test.each([
  ['7d', true],
  ['never', true],
  ['25h', true],
  ['24h', false],
  ['10m', false],
])('an expiration of %s: warned that a lost runner leaves the link: %s', async (expiration, warned) => {
  const step = await stage.set({ ...desired, expiration });
  expect(step.exitCode).toBe(0);
  expect(step.stdout.includes('::warning title=Link outlives the job if the runner dies::')).toBe(warned);
});
