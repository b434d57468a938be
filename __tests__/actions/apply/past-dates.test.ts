import { beforeEach, describe, expect, test } from '@jest/globals';
import { audit } from '../audit/stage.ts';
import { workspaceOf } from '../../support/workspace.ts';
import { openStage, roomFile, type Applied, type Stage } from './stage.ts';

const day = 86_400_000;
/** Passed: on the day, and as instants. */
const past = ['2020-11-01', '2020-02-29T10:00:00Z', '2020-11-01T10:00:00+05:30'];
const ahead = new Date(Date.now() + 20 * day).toISOString().slice(0, 10);

let stage: Stage;
let room: string;
beforeEach(async () => {
  stage = await openStage();
  room = stage.room('Contract');
});

const errorsOf = ({ errors }: Applied): readonly string[] =>
  errors.map(({ line, text }) => `${line ?? ''}|${text.split('\n')[0] ?? ''}`);
const expired = (): object => ({ internal: true, expiresAt: Date.now() - day });
/** The findings of an audit with this file about differences from it. */
async function driftOf(file: string): Promise<readonly string[]> {
  const workspace = await workspaceOf({ '.github/docspace-links.yml': file });
  const ran = await audit(stage.portal, { 'fail-on': 'never' }, { workspace });
  expect(ran.errors).toEqual([]);
  return ran.findings.filter(({ rule }) => rule === 'DSL026').map(({ message }) => message);
}

describe('an entry whose date has passed', () => {
  test.each(past)(
    'is up to date if its link has expired, is gone or is absent: %s [promise apply-past-date]',
    async (date) => {
      stage.ours(room, 'expired', expired());
      stage.ours(room, 'old', { internal: true });
      const byId = stage.portal.addLink(Number(room), { title: 'By hand', ...expired() });
      const file = roomFile(room, [
        `key: expired, expiration: ${date}, access: editor, renew: true`,
        `key: gone, expiration: ${date}`,
        `key: team, type: invitation, expiration: ${date}`,
        `link-id: ${byId.id}, expiration: ${date}`,
        `link-id: 6f1c0e9a-3b52-4d41-9c2e-0a1b2c3d4e5f, expiration: ${date}`,
        `primary: true, expiration: ${date}`,
        `key: absent, state: absent, expiration: ${date}`,
        `key: old, state: absent, expiration: ${date}`,
        `key: new, expiration: ${ahead}, internal: true`,
      ]);
      expect(await driftOf(file)).toEqual([
        expect.stringContaining('the external link with the key "new" is missing (line 13)'),
        expect.stringContaining('state: present, the file says absent (line 12)'),
      ]);
      const outcome = await stage.apply(file, { prune: 'true' });
      expect(outcome.exitCode).toBe(0);
      expect(outcome.plan.map(({ action, key }) => `${action} ${key}`)).toEqual(['revoke old', 'create new']);
      expect(outcome.outputs).toMatchObject({ result: 'applied', 'unchanged-count': '7', 'failed-count': '0' });
      expect(outcome.notices).toMatchObject([
        {
          title: 'Dates have passed',
          text: expect.stringContaining('links.yml, lines 5, 6, 7, 8, 9, 10: ') as unknown,
        },
      ]);
      const again = await stage.apply(file, { prune: 'true' });
      expect(again.outputs).toMatchObject({ result: 'unchanged', changed: 'false', 'unchanged-count': '9' });
      expect(stage.links(room)).toHaveLength(3);
    },
  );

  test.each(['', 'dry-run'])(
    'is an error if its link is live, and the others go on: %s [promise apply-past-date]',
    async (dry) => {
      const other = stage.room('Other');
      const live = stage.ours(room, 'live', { internal: true, expiresAt: Date.now() + 5 * day });
      stage.ours(room, 'forever', { internal: true });
      const lone = stage.ours(other, 'lone', { internal: true });
      const file = `${roomFile(room, [
        'key: live, expiration: 2020-11-01',
        'key: forever, expiration: 2020-11-01T10:00:00Z',
        `key: new, expiration: ${ahead}, internal: true`,
      ])}  - room: ${other}\n    links: [{ key: lone, expiration: 2020-11-01 }]\n`;
      const outcome = await stage.apply(file, dry === '' ? {} : { 'dry-run': 'true' });
      expect(errorsOf(outcome)).toEqual([
        expect.stringMatching(
          `^5\\|links\\.yml:5: The date of the external link with the key "live" has passed \\(2020-11-01T23:59:59Z\\), but the link ${live.id} ".*" is live and expires 20`,
        ),
        expect.stringMatching(/^6\|links\.yml:6: .*\(2020-11-01T10:00:00Z\).* is live and never expires\./u),
        expect.stringMatching(`^9\\|links\\.yml:9: .*${lone.id}.* is live`),
      ]);
      expect(outcome.stdout).toContain('Give the entry a later date, or `state: absent` to revoke the link.');
      expect(outcome.plan.map(({ action, key }) => `${action} ${key}`)).toEqual(['create new']);
      expect(outcome.outputs).toMatchObject({
        result: dry === '' ? 'applied' : 'planned',
        changed: 'true',
        'created-count': '1',
        'failed-count': '3',
      });
      expect(stage.links(room).map(({ title }) => title)).toHaveLength(dry === '' ? 3 : 2);
      expect(outcome.logged).toContain('! cannot (line 5): The date of the external link');
      expect(outcome.summary).toContain(dry === '' ? ': not all applied' : ': plan (dry run)');
      expect(outcome.summary).toContain('as described, 3 not possible');
    },
  );

  test('alone in a file changes nothing, and is reported all the same [promise apply-past-date]', async () => {
    stage.ours(room, 'live', { internal: true });
    const outcome = await stage.apply(roomFile(room, ['key: live, expiration: 2020-11-01']));
    expect(outcome.outputs).toMatchObject({ result: '', changed: 'false', 'failed-count': '1' });
    expect(errorsOf(outcome)).toHaveLength(1);
    expect(stage.writes()).toEqual([]);
  });

  test('is drift in an audit if its link is live', async () => {
    const live = stage.ours(room, 'live', { internal: true, expiresAt: Date.UTC(2096, 0, 31, 18) });
    expect(await driftOf(roomFile(room, ['key: live, expiration: 2020-11-01']))).toEqual([
      'Differs from the file: expiration: 2096-01-31T18:00:00Z, the file says 2020-11-01T23:59:59Z (line 5).',
    ]);
    expect(live.expiresAt).toBe(Date.UTC(2096, 0, 31, 18));
  });

  test('may have its date from `defaults`, which a permanent link does not take', async () => {
    const press = stage.room('Press', { roomType: 6 });
    const file = `${roomFile(room, ['key: gone'], 'defaults: { expiration: 2020-11-01, internal: false }')}  - room: ${press}\n    links: [{ primary: true }]\n`;
    const outcome = await stage.apply(file);
    expect(errorsOf(outcome)).toEqual([]);
    expect(outcome.outputs).toMatchObject({ 'unchanged-count': '2', 'failed-count': '0' });
    expect(stage.links(room)).toEqual([]);
    expect(stage.links(press)).toHaveLength(1);
  });

  test('of a permanent link itself is a mistake at any time', async () => {
    const press = stage.room('Press', { roomType: 6 });
    const outcome = await stage.apply(roomFile(press, ['primary: true, internal: false, expiration: 2020-11-01']));
    expect(errorsOf(outcome)).toEqual([expect.stringContaining('is permanent: it cannot expire')]);
  });

  test('does not make room for others: an expired link keeps its slot', async () => {
    for (const key of ['a', 'b', 'c', 'd', 'e']) stage.ours(room, key, expired());
    const entries = ['a', 'b', 'c', 'd', 'e'].map((key) => `key: ${key}, expiration: 2020-11-01`);
    const outcome = await stage.apply(roomFile(room, [...entries, 'key: new']));
    expect(errorsOf(outcome)).toEqual([expect.stringContaining('holds 5 additional links')]);
    expect(stage.writes()).toEqual([]);
  });

  test('is checked for its form as any other, with credentials or without', async () => {
    for (const inputs of [{}, { 'api-key': '', 'on-missing-credentials': 'skip' }]) {
      const outcome = await stage.apply(roomFile(room, ['key: a, expiration: 2020-02-30']), inputs);
      expect(errorsOf(outcome)).toEqual([expect.stringContaining('5|links.yml:5:31: `expiration`: "2020-02-30" is ')]);
    }
    const skipped = await stage.apply(roomFile(room, ['key: a, expiration: 2020-11-01']), {
      'api-key': '',
      'on-missing-credentials': 'skip',
    });
    expect(skipped.outputs['result']).toBe('skipped');
  });
});

describe('a room that is not there', () => {
  const absent = (rooms: readonly string[], state = 'absent'): string =>
    `version: 1\nrooms:\n${rooms.map((name) => `  - room: ${name}\n    links: [{ key: a, state: ${state} }, { key: b, expiration: 2020-11-01 }]\n`).join('')}`;

  test.each(['', 'dry-run'])('is up to date if the file wants nothing: %s [promise apply-absent-room]', async (dry) => {
    const file = `${absent(['999999', 'Nowhere'])}  - { room: 999998, links: [] }\n  - { room: ${room}, links: [{ key: new, internal: true }] }\n`;
    const outcome = await stage.apply(file, dry === '' ? {} : { 'dry-run': 'true' });
    expect(outcome.exitCode).toBe(0);
    expect(outcome.outputs).toMatchObject({ 'created-count': '1', 'unchanged-count': '4', 'failed-count': '0' });
    expect(outcome.notices).toMatchObject([
      {
        title: 'Rooms are not there',
        text: 'links.yml, lines 3, 5, 7: this API key sees no such room, and the file wants no links in it: 999999, "Nowhere", 999998. Remove the room from the file, or correct its name.',
      },
    ]);
    // The log counts as the outputs do.
    expect(outcome.logged).toContain('Plan: 1 to create, 4 as described');
    const missing = (await driftOf(file)).filter((words) => !words.includes('the external link with the key "new"'));
    expect(missing).toEqual([]);
    const alone = await stage.apply(absent(['999999']));
    expect(alone.outputs).toMatchObject({ result: 'unchanged', changed: 'false', links: '[]' });
    expect(alone.logged).toContain('Room 999999: not there, = 2 links as described\nPlan: 2 as described');
  });

  test('may be one whose title is near, which the notice names [promise apply-absent-room]', async () => {
    const { notices, outputs } = await stage.apply(absent(['contract']));
    expect(outputs['result']).toBe('unchanged');
    expect(notices[0]?.text).toContain(`"contract" (near titles: "Contract" (${room}, other case))`);
    expect(stage.portal.requests.filter(({ path }) => !path.includes('filterValue'))).toHaveLength(2);
  });

  test('is an error if the file wants a link of it [promise apply-absent-room]', async () => {
    const outcome = await stage.apply(absent(['999999', 'Nowhere'], 'present'));
    expect(errorsOf(outcome)).toEqual([expect.stringContaining('3|'), expect.stringContaining('5|')]);
    expect(stage.writes()).toEqual([]);
  });

  test('may be there and not visible, or in the archive: then it is an error', async () => {
    stage.room('Theirs', { owner: 'manager' });
    const theirs = stage.room('Also theirs', { owner: 'manager' });
    const put = stage.room('Put away');
    stage.ours(put, 'a', { internal: true });
    stage.portal.archive(Number(put));
    const outcome = await stage.apply(absent([theirs, put, 'Put away']), {
      'api-key': stage.portal.key('outsider'),
    });
    expect(errorsOf(outcome)).toContainEqual(expect.stringMatching(/^3\|.*may not see room/u));
    const mine = await stage.apply(absent([put, 'Put away'].slice(1)));
    expect(errorsOf(mine)).toEqual([expect.stringContaining('3|links.yml:3: No active room')]);
    const byId = await stage.apply(absent([put]));
    expect(errorsOf(byId)).toEqual([expect.stringContaining('is in the Archive')]);
  });
});
