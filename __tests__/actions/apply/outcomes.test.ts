import { beforeEach, describe, expect, test } from '@jest/globals';
import { openStage, roomFile, type Stage } from './stage.ts';

let stage: Stage;
let room: string;
beforeEach(async () => {
  stage = await openStage();
  room = stage.room('A');
});

const putPath = /\/links$/u;
const opensRoom = (body: { response?: object }): object => ({ ...body, response: { ...body.response, status: 0 } });

/** Lets somebody else work in the room after the plan was made, before the first write. */
function beforeTheWrites(work: () => void): void {
  stage.portal.on({ method: 'GET', path: putPath, nth: 2, times: 1 }, work);
}

describe('another run does everything meanwhile: unchanged', () => {
  test('what was to be created is there [promise apply-result-always]', async () => {
    const file = roomFile(room, ['key: a', 'key: gone, state: absent']);
    stage.ours(room, 'gone');
    beforeTheWrites(() => {
      for (const link of stage.links(room)) stage.portal.room(Number(room)).links.delete(link.id);
      stage.ours(room, 'a', { internal: true, expiresAt: Date.now() + 86_400_000 });
    });
    const ran = await stage.apply(file);
    expect(ran.exitCode).toBe(0);
    expect(stage.writes()).toEqual([]);
    expect(ran.outputs).toMatchObject({
      result: 'unchanged',
      changed: 'false',
      'created-count': '0',
      'revoked-count': '0',
      'unchanged-count': '2',
      'failed-count': '0',
    });
    expect(ran.plan.map(({ action }) => action)).toEqual(['none']);
    expect(ran.summary).toContain('### DocSpace room links: unchanged');
  });

  test('a link that was to go is revoked by somebody else in that instant', async () => {
    // In a full room the portal refuses to revoke what is not there (portal.md §0.10), so that it shows.
    for (const key of ['b', 'c', 'd', 'e', 'f']) stage.ours(room, key);
    const toRevoke = stage.ours(room, 'a');
    stage.portal.on({ method: 'PUT' }, () => {
      stage.portal.room(Number(room)).links.delete(toRevoke.id);
    });
    const ran = await stage.apply(roomFile(room, ['key: a, state: absent']));
    expect(ran.exitCode).toBe(0);
    expect(ran.outputs).toMatchObject({
      result: 'unchanged',
      changed: 'false',
      'revoked-count': '0',
      'unchanged-count': '1',
      'failed-count': '0',
    });
    expect(ran.plan).toEqual([]);
  });

  test('... and the rest is done', async () => {
    for (const key of ['b', 'c', 'd', 'e', 'f']) stage.ours(room, key, { internal: true });
    const toRevoke = stage.ours(room, 'a');
    stage.portal.on({ method: 'PUT', times: 1 }, () => {
      stage.portal.room(Number(room)).links.delete(toRevoke.id);
    });
    const ran = await stage.apply(roomFile(room, ['key: a, state: absent', 'key: b, access: editor']));
    expect(ran.outputs).toMatchObject({
      result: 'applied',
      changed: 'true',
      'updated-count': '1',
      'revoked-count': '0',
      'unchanged-count': '1',
    });
  });
});

describe('a write that was answered has changed the portal, whatever its proof says', () => {
  test('a link that is taken back since it opens otherwise', async () => {
    stage.portal.fault({ path: /\/files\/share\//u, times: 99 }, { kind: 'mutate', change: opensRoom });
    const ran = await stage.apply(roomFile(room, ['key: a']));
    expect(ran.exitCode).toBe(1);
    expect(stage.links(room)).toEqual([]);
    expect(ran.outputs).toMatchObject({ result: '', changed: 'true', 'created-count': '0', 'failed-count': '1' });
  });

  test('a link that cannot be read back: how many were made is not known', async () => {
    stage.portal.fault({ method: 'GET', path: putPath, nth: 3, times: 99 }, { kind: 'html', status: 403 });
    const ran = await stage.apply(roomFile(room, ['key: a']));
    expect(ran.exitCode).toBe(1);
    expect(ran.outputs).toMatchObject({
      result: '',
      changed: 'true',
      'created-count': '',
      'updated-count': '0',
      'failed-count': '1',
    });
  });

  test('a revoke that cannot be read back', async () => {
    stage.ours(room, 'a');
    stage.portal.fault({ method: 'GET', path: putPath, nth: 3, times: 99 }, { kind: 'html', status: 403 });
    const ran = await stage.apply(roomFile(room, ['key: a, state: absent']));
    expect(ran.exitCode).toBe(1);
    expect(ran.outputs).toMatchObject({ result: '', changed: 'true', 'revoked-count': '', 'failed-count': '1' });
  });

  test('a write that was refused has changed nothing', async () => {
    const error = { message: 'No', type: 'System.InvalidOperationException', stack: '', hresult: -1 };
    stage.portal.fault(
      { method: 'PUT', times: 9 },
      { kind: 'status', status: 403, body: { error, status: 1, statusCode: 403 } },
    );
    const ran = await stage.apply(roomFile(room, ['key: a']));
    expect(ran.exitCode).toBe(1);
    expect(ran.outputs).toMatchObject({ result: '', changed: 'false', 'created-count': '0', 'failed-count': '1' });
  });

  test('a write whose answer is lost may have', async () => {
    stage.portal.fault({ method: 'PUT', times: 99 }, { kind: 'html', status: 200, applied: true });
    const ran = await stage.apply(roomFile(room, ['key: a']));
    expect(ran.exitCode).toBe(1);
    expect(ran.outputs).toMatchObject({ result: '', changed: '', 'failed-count': '1' });
  });

  test.each([
    ['key: new', { 'created-count': '', 'updated-count': '0', 'revoked-count': '0' }],
    ['key: a, access: editor', { 'created-count': '0', 'updated-count': '', 'revoked-count': '0' }],
    ['key: a, state: absent', { 'created-count': '0', 'updated-count': '0', 'revoked-count': '' }],
  ])('... so how many is not known: %s [promise outputs-of-failure]', async (entry, counts) => {
    stage.ours(room, 'a', { internal: true });
    stage.portal.fault({ method: 'PUT', times: 99 }, { kind: 'html', status: 200, applied: true });
    const ran = await stage.apply(roomFile(room, [entry]));
    expect(ran.exitCode).toBe(1);
    expect(ran.outputs).toMatchObject({ result: '', changed: '', 'failed-count': '1', ...counts });
  });

  test('... unless the room shows that it was not carried out', async () => {
    stage.ours(room, 'a', { internal: true });
    stage.portal.fault({ method: 'PUT', times: 99 }, { kind: 'html', status: 200 });
    for (const entry of ['key: new', 'key: a, access: editor', 'key: a, title: Other', 'key: a, state: absent']) {
      const ran = await stage.apply(roomFile(room, [entry]));
      const none = { 'created-count': '0', 'updated-count': '0', 'revoked-count': '0' };
      expect(ran.outputs).toMatchObject({ result: '', changed: '', 'failed-count': '1', ...none });
      expect(ran.outputs['links']).toContain('octo/contracts: a');
    }
  });
});
