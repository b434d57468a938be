import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Link } from '../../../simulator/index.ts';
import { json } from '../../support/step.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});

const yesterday = (): number => Date.now() - 86_400_000;
const tomorrow = (): number => Date.now() + 86_400_000;

describe('somebody else revokes the link in that instant', () => {
  test('and the portal shows it, since the room is full: absent, and nothing was changed', async () => {
    for (const key of ['b', 'c', 'd', 'e', 'f']) stage.ours(key);
    const link = stage.ours('a');
    stage.portal.on({ method: 'PUT' }, () => {
      stage.portal.room(stage.roomId).links.delete(link.id);
    });
    const ran = await stage.revoke({ key: 'a' });
    expect(ran.exitCode).toBe(0);
    expect(ran.outputs).toMatchObject({ result: 'absent', changed: 'false', 'revoked-count': '0', plan: '[]' });
    expect(ran.logged).toContain(`= ${link.id.slice(0, 8)}…: somebody else has revoked it meanwhile`);
  });

  test('of two links one: the other is revoked', async () => {
    for (const key of ['c', 'd', 'e', 'f', 'g']) stage.ours(key);
    const [first, second] = [stage.ours('a'), stage.ours('b')];
    stage.portal.on({ method: 'PUT', times: 1 }, () => {
      stage.portal.room(stage.roomId).links.delete(first.id);
    });
    const ran = await stage.revoke({ key: 'a\nb' });
    expect(ran.outputs).toMatchObject({ result: 'revoked', changed: 'true', 'revoked-count': '1' });
    expect(json(ran, 'plan')).toMatchObject([{ action: 'revoke', linkId: second.id }]);
  });
});

test('a revoke that seems to fail and was carried out is one of this run', async () => {
  stage.ours('a');
  const error = { message: 'Oops', type: 'System.TimeoutException', stack: '', hresult: -1 };
  const body = { error, status: 1, statusCode: 500 };
  stage.portal.fault({ method: 'PUT' }, { kind: 'status', status: 500, body, applied: true });
  const ran = await stage.revoke({ key: 'a' });
  expect(ran.outputs).toMatchObject({ result: 'revoked', changed: 'true', 'revoked-count': '1' });
});

describe('`expired: true`, and somebody prolongs a link while others go', () => {
  test('it is left alone', async () => {
    // Links of one role come in the order of their ids.
    const links = ['a', 'b'].map((key) => stage.ours(key, { expiresAt: yesterday() }));
    const [first, second] = links.toSorted((one, other) => (one.id < other.id ? -1 : 1)) as [Link, Link];
    stage.portal.on(
      { method: 'PUT', times: 1 },
      () => {
        second.expiresAt = tomorrow();
      },
      { when: 'after' },
    );
    const ran = await stage.revoke({ expired: 'true' });
    expect(ran.exitCode).toBe(0);
    expect(stage.ids()).toEqual([second.id]);
    expect(ran.outputs).toMatchObject({ result: 'revoked', 'revoked-count': '1', 'links-count': '1' });
    expect(json(ran, 'plan')).toMatchObject([{ action: 'revoke', linkId: first.id }]);
    expect(ran.logged).toContain(`= ${second.id.slice(0, 8)}…: somebody has prolonged it meanwhile → kept`);
  });

  test('one that is named by its key goes in any case', async () => {
    stage.ours('a');
    const second = stage.ours('b', { expiresAt: yesterday() });
    stage.portal.on(
      { method: 'PUT', times: 1 },
      () => {
        second.expiresAt = tomorrow();
      },
      { when: 'after' },
    );
    expect((await stage.revoke({ key: 'a\nb' })).outputs).toMatchObject({ result: 'revoked', 'revoked-count': '2' });
    expect(stage.ids()).toEqual([]);
  });
});

describe('a revoke that is repeated, since the portal was busy, looks again', () => {
  const busy = { kind: 'status', status: 503, body: {}, headers: { 'retry-after': '1' } } as const;

  test('the link is gone: done, and not sent again', async () => {
    stage.ours('a');
    stage.portal.fault({ method: 'PUT' }, { ...busy, applied: true });
    const ran = await stage.revoke({ key: 'a' });
    expect(ran.outputs).toMatchObject({ result: 'revoked', changed: 'true', 'revoked-count': '1' });
    expect(stage.writes()).toHaveLength(1);
  });

  test('`expired: true`, and somebody has prolonged it: kept', async () => {
    const link = stage.ours('a', { expiresAt: yesterday() });
    stage.portal.fault({ method: 'PUT' }, busy);
    stage.portal.on({ method: 'PUT', times: 1 }, () => {
      link.expiresAt = tomorrow();
    });
    const ran = await stage.revoke({ expired: 'true' });
    expect(ran.outputs).toMatchObject({ result: 'absent', 'revoked-count': '0', 'links-count': '1', changed: 'false' });
    expect(stage.ids()).toEqual([link.id]);
    expect(ran.logged).toContain('somebody has prolonged it meanwhile → kept');
    expect(ran.summary).toContain('Others have revoked or prolonged meanwhile what was there');
    expect(ran.summary).not.toContain('No such link was there.');
  });
});

describe('a revoke that was answered has changed the portal, whatever its proof says', () => {
  test('the list cannot be read back: how many are revoked is not known [promise revoke-changed]', async () => {
    stage.ours('a');
    stage.portal.fault({ method: 'GET', path: '/links', nth: 2, times: 9 }, { kind: 'html', status: 403 });
    const ran = await stage.revoke({ key: 'a' });
    expect(ran.exitCode).toBe(1);
    expect(ran.outputs).toMatchObject({ result: '', changed: 'true', 'revoked-count': '' });
  });

  test('a rotation that cannot be read back', async () => {
    stage = await openStage(6);
    stage.portal.fault({ method: 'GET', path: '/links', nth: 3, times: 9 }, { kind: 'html', status: 403 });
    const ran = await stage.revoke({ primary: 'true', 'allow-rotate': 'true' });
    expect(ran.exitCode).toBe(1);
    expect(ran.outputs).toMatchObject({ result: '', changed: 'true', 'revoked-count': '' });
  });

  test('a rotation whose settings cannot be put back', async () => {
    stage = await openStage(6);
    for (const link of stage.portal.links(stage.roomId)) link.password = 'Zx9-longenough';
    const writes = (body: unknown): boolean => (body as { access: number }).access !== 0;
    stage.portal.fault({ method: 'PUT', body: writes, times: 9 }, { kind: 'status', status: 500, body: {} });
    const ran = await stage.revoke({ primary: 'true', 'allow-rotate': 'true' });
    expect(ran.exitCode).toBe(1);
    expect(ran.outputs).toMatchObject({ result: '', changed: 'true' });
  });

  test('a revoke that the portal ignores has changed nothing', async () => {
    stage.ours('a');
    stage.portal.fault({ method: 'PUT', times: 9 }, { kind: 'ignore-write' });
    const ran = await stage.revoke({ key: 'a' });
    expect(ran.exitCode).toBe(1);
    expect(ran.outputs).toMatchObject({ result: '', changed: 'false', 'revoked-count': '0' });
  });

  test('a revoke whose answer is lost may have', async () => {
    stage.ours('a');
    stage.portal.fault({ method: 'PUT', times: 99 }, { kind: 'html', status: 200, applied: true });
    const ran = await stage.revoke({ key: 'a' });
    expect(ran.exitCode).toBe(1);
    expect(ran.outputs).toMatchObject({ result: '', changed: '' });
  });
});

describe('a link that is named by its id, and that an earlier run has replaced', () => {
  test('is absent; a warning names the link in its place, which stays', async () => {
    const first = await stage.set({ key: 'a' });
    const second = await stage.set({ key: 'a', rotate: 'true' });
    const ran = await stage.revoke({ 'link-id': first.outputs['link-id'] ?? '' });
    expect(ran.outputs).toMatchObject({ result: 'absent', changed: 'false' });
    expect(ran.warnings).toMatchObject([{ title: 'Link was replaced' }]);
    expect(ran.warnings[0]?.text).toContain(second.outputs['link-id']);
    expect(stage.ids()).toEqual([second.outputs['link-id']]);
  });

  test('no warning where the link in its place goes, too', async () => {
    const first = await stage.set({ key: 'a' });
    const second = await stage.set({ key: 'a', rotate: 'true' });
    const ids = [first, second].map(({ outputs }) => outputs['link-id']);
    const ran = await stage.revoke({ 'link-id': ids.join('\n') });
    expect(ran.outputs).toMatchObject({ result: 'revoked', 'revoked-count': '1' });
    expect(ran.warnings).toEqual([]);
  });
});

test('the post step of a room that is gone: nothing is left to revoke', async () => {
  const desired = { key: 'job', 'revoke-after-job': 'true', expiration: '2h' };
  const step = await stage.set(desired);
  stage.portal.state.rooms.delete(String(stage.roomId));
  const post = await stage.afterJob(desired, step);
  expect(post.warnings).toEqual([]);
  expect(post.logged).toContain(`Room ${stage.roomId} is gone, and with it the link that the step made`);
});
