import { describe, expect, test } from '@jest/globals';
import type { Portal } from '../../../simulator/index.ts';
import { portalOf } from '../../support/step.ts';
import { workspaceOf } from '../../support/workspace.ts';
import { good, invite, open } from './gallery.ts';
import { audit, writesTo, type Audited } from './stage.ts';

const bad = { ...open, expiresAt: null };
const quiet = { 'fail-on': 'never' };
const reports = 'audit.json\naudit.md\naudit.csv\naudit.sarif';

/** Adds rooms with a bad link each; their ids. */
function addRooms(portal: Portal, count: number): readonly string[] {
  return Array.from({ length: count }, (_, n) => {
    const { id } = portal.addRoom({ title: `Room ${n}`, roomType: 5 });
    portal.addLink(id, bad);
    return String(id);
  });
}

/** Total, read, unreadable, complete and result. */
const coverageOf = ({ outputs }: Audited): readonly (string | undefined)[] =>
  ['rooms-total', 'rooms-read', 'rooms-unreadable', 'complete', 'result'].map((name) => outputs[name]);

describe('a room that `rooms` names and that is not there is a finding, and the others are audited', () => {
  test.each<{ readonly what: string; readonly name: string; readonly found: string; readonly message: RegExp }>([
    { what: 'an id that no room has', name: '999999', found: 'DSL901 999999', message: /^`rooms` names 999999: The portal has no room 999999/u },
    { what: 'an id that is no room', name: '9', found: 'DSL901 9', message: /^`rooms` names 9: "Rooms" \(9\) is a folder, not a room/u },
    { what: 'a title that no room has', name: 'Nowhere', found: 'DSL901', message: /^`rooms` names "Nowhere": no active room that this key can see has this title/u },
    { what: 'a title in other case', name: 'room 0', found: 'DSL901', message: /has this title\. Near titles: "Room 0" \(\d+, other case\)\./u },
    { what: 'the title of an archived room', name: 'Old', found: 'DSL901', message: /has this title\. Near titles: "Old" \(\d+, in the Archive\)\./u },
    { what: 'a title that several rooms have', name: 'Twin', found: 'DSL901', message: /^`rooms` names "Twin": 2 rooms have this title: \d+, \d+/u },
  ])('$what [promise audit-missing-room]', async ({ name, found, message }) => {
    const portal = await portalOf();
    const workspace = await workspaceOf();
    for (const title of ['Twin', 'Twin']) portal.addRoom({ title, roomType: 5 });
    portal.addRoom({ title: 'Old', roomType: 5, root: 20 });
    const [id] = addRooms(portal, 1);
    const ran = await audit(portal, { rooms: `${id}\n${name}`, reports }, { workspace });
    expect(ran.exitCode).toBe(1);
    expect([...ran.found].sort()).toEqual([found, `DSL001 ${id}`].sort());
    const finding = ran.findings.find(({ rule }) => rule === 'DSL901');
    expect(finding).toMatchObject({ severity: 'high', linkId: '', roomTitle: /\D/u.test(name) ? name : '' });
    expect(finding?.message).toMatch(message);
    expect(coverageOf(ran)).toEqual(['2', '1', '1', 'false', 'incomplete']);
    expect(ran.errors.map(({ title }) => title)).toContain('Audit incomplete');
    expect(ran.errors[0]?.text).toMatch(message);
    // Other actions have the input `room-id`.
    expect(ran.stdout).not.toContain('room-id');
    expect(ran.summary).toContain('1 of 2 rooms read; 1 failed');
    expect(ran.summary).not.toContain('the list of rooms is not whole');
    expect(await workspace.files()).toEqual(reports.split('\n').toSorted());
    expect((await audit(portal, { rooms: `${id}\n${name}`, ...quiet })).exitCode).toBe(0);
  }); // prettier-ignore

  test.each(['rooms', 'exclude-rooms'])(
    'a title in `%s` that several rooms have: the advice is about that input',
    async (input) => {
      const portal = await portalOf();
      const ids = ['Twin', 'Twin'].map((title) => portal.addRoom({ title, roomType: 5 }).id).join(', ');
      const { errors } = await audit(portal, { [input]: 'Twin' });
      expect(errors[0]?.text).toBe(`\`${input}\` names "Twin": 2 rooms have this title: ${ids}.\nUse one of these ids in \`${input}\`, or rename one room.`); // prettier-ignore
    },
  );

  test('one that the user of the key cannot see [promise audit-missing-room]', async () => {
    const portal = await portalOf();
    const [seen = ''] = addRooms(portal, 1);
    const { id } = portal.addRoom({ title: 'Hidden', roomType: 5, owner: 'manager' });
    const ran = await audit(portal, { rooms: `${seen}\n${id}`, ...quiet });
    expect([...ran.found].sort()).toEqual([`DSL001 ${seen}`, `DSL900 ${id}`]);
    expect(coverageOf(ran)).toEqual(['2', '1', '1', 'false', 'incomplete']);
  });

  test('all of them, and each is kept apart from the others, now and in the next audit', async () => {
    const portal = await portalOf();
    const workspace = await workspaceOf();
    portal.addRoom({ title: 'There', roomType: 5 });
    const rooms = '999998\nNowhere\n999999\nElsewhere';
    const ran = await audit(portal, { rooms, ...quiet, reports: 'last.json\nlast.sarif' }, { workspace });
    expect(ran.findings.map(({ roomId, roomTitle }) => roomId + roomTitle)).toEqual([
      'Elsewhere',
      'Nowhere',
      '999998',
      '999999',
    ]);
    expect(coverageOf(ran)).toEqual(['4', '0', '4', 'false', 'incomplete']);
    const prints = workspace.read('last.sarif').match(/"primaryLocationLineHash":"[^"]+"/gu) ?? [];
    expect(new Set(prints).size).toBe(4);
    portal.addRoom({ title: 'Nowhere', roomType: 5 });
    const next = await audit(portal, { rooms, ...quiet, baseline: 'last.json' }, { workspace });
    expect(next.findings.map(({ roomId, roomTitle, status }) => [roomId + roomTitle, status])).toEqual([
      ['Elsewhere', 'known'],
      ['Nowhere', 'fixed'],
      ['999998', 'known'],
      ['999999', 'known'],
    ]);
  });
});

describe('a portal that refuses in the middle gives an incomplete audit with all that was read', () => {
  const dies: readonly [string, (portal: Portal) => void, string][] = [
    ['the key is switched off (401)', ({ state }) => { for (const key of state.keys) key.active = false; }, 'API key rejected'],
    ['the key loses its scope (403)', (portal) => { Object.assign(portal.state.keysBySecret.get(portal.key('owner')) ?? {}, { scopes: ['accounts:read'] }); }, 'API key not sufficient'],
  ]; // prettier-ignore

  test.each(dies)('%s after 6 of 12 rooms [promise audit-breaks-off]', async (_, kill, title) => {
    const portal = await portalOf();
    const workspace = await workspaceOf();
    const ids = addRooms(portal, 12);
    portal.on({ path: /\/links$/u, nth: 6, times: 1 }, () => { kill(portal); }, { when: 'after' }); // prettier-ignore
    const ran = await audit(portal, { concurrency: '1', reports }, { workspace });
    expect(ran.exitCode).toBe(1);
    expect(coverageOf(ran)).toEqual(['12', '6', '6', 'false', 'incomplete']);
    expect(ran.outputs).toMatchObject({ 'links-count': '6', 'findings-count': '12' });
    expect(ran.found.filter((one) => one.startsWith('DSL901'))).toEqual(ids.slice(6).map((id) => `DSL901 ${id}`));
    expect(ran.errors.map((error) => error.title)).toEqual([title, 'Audit incomplete', 'Findings']);
    expect(ran.errors[0]?.text).toContain('The audit ended before all rooms were read: ');
    expect(await workspace.files()).toEqual(reports.split('\n').toSorted());
    expect(JSON.parse(workspace.read('audit.json'))).toMatchObject({
      coverage: { read: 6, failed: 6, complete: false },
    });
    // One room, and the key itself, are asked when it has died; no other.
    expect(portal.requests.filter(({ path }) => path.endsWith('/links'))).toHaveLength(7);
  });

  test('with `fail-on: never` it is green, with a warning', async () => {
    const portal = await portalOf();
    // A list without links, too, was read before.
    portal.room(addRooms(portal, 12)[2] ?? '').links.clear();
    portal.on({ path: /\/links$/u, nth: 6, times: 1 }, () => { for (const key of portal.state.keys) key.active = false; }, { when: 'after' }); // prettier-ignore
    const ran = await audit(portal, { concurrency: '1', ...quiet });
    expect(ran.exitCode).toBe(0);
    expect(coverageOf(ran)).toEqual(['12', '6', '6', 'false', 'incomplete']);
    expect(ran.warnings).toMatchObject([{ title: 'API key rejected' }]);
  });

  test('the portal wants to be paid', async () => {
    const portal = await portalOf();
    const workspace = await workspaceOf();
    addRooms(portal, 12);
    portal.on({ path: /\/links$/u, nth: 6, times: 1 }, () => { portal.setPaid(false); }, { when: 'after' }); // prettier-ignore
    const ran = await audit(portal, { concurrency: '1', reports }, { workspace });
    expect(coverageOf(ran)).toEqual(['12', '6', '6', 'false', 'incomplete']);
    expect(await workspace.files()).toEqual(reports.split('\n').toSorted());
  });

  test('the time is up while the list of rooms is read [promise audit-breaks-off]', async () => {
    const portal = await portalOf();
    const workspace = await workspaceOf();
    addRooms(portal, 150);
    portal.fault({ path: /startIndex=100/u, times: 9 }, { kind: 'stall', when: 'before-headers' });
    const ran = await audit(portal, { timeout: '5s', reports: 'audit.json' }, { workspace });
    expect(coverageOf(ran)).toEqual(['100', '0', '100', 'false', 'incomplete']);
    expect(ran.found).toContain('DSL901');
    expect(await workspace.files()).toEqual(['audit.json']);
  });

  test('the key dies before anything is fixed: what was found is reported all the same', async () => {
    const portal = await portalOf();
    const workspace = await workspaceOf();
    const [id] = addRooms(portal, 1);
    const dead = { kind: 'empty', status: 401 } as const;
    portal.fault({ path: /\/links$/u, nth: 2, times: 99 }, dead);
    portal.fault({ path: `/rooms/${id}`, times: 99 }, dead);
    const inputs = { fix: 'DSL001', 'dry-run': 'false', reports };
    const ran = await audit(portal, inputs, { workspace });
    expect(ran.exitCode).toBe(1);
    expect(ran.outputs).toMatchObject({ complete: 'true', result: 'findings', 'high-count': '1', plan: '[]' });
    expect(ran.errors.map(({ title }) => title)).toEqual(['API key rejected', 'Findings']);
    expect(await workspace.files()).toEqual(reports.split('\n').toSorted());
    expect(writesTo(portal)).toEqual([]);
  });

  test.each(dies)(
    '%s before the fixes of 12 rooms: that is said once, and nothing more is asked',
    async (_, kill, title) => {
      const portal = await portalOf();
      const ids = addRooms(portal, 12);
      // All rooms were read.
      portal.on({ path: /\/links$/u, nth: 12, times: 1 }, () => { kill(portal); }, { when: 'after' }); // prettier-ignore
      const ran = await audit(portal, { fix: 'DSL001', 'dry-run': 'false', 'max-changes': '12', concurrency: '1' });
      expect(ran.errors.map((error) => error.title)).toEqual([title, 'Findings']);
      expect(ran.outputs).toMatchObject({ complete: 'true', result: 'findings', 'high-count': '12', plan: '[]' });
      expect(ran.lines.filter((line) => line.includes('not done'))).toHaveLength(12);
      // The rooms that are written at the same time meet it at the same time.
      const after = portal.requests.slice(
        portal.requests.findLastIndex(({ path }) => path.endsWith(`/${ids[11]}/links`)),
      );
      expect(portal.requests.filter(({ path }) => path.endsWith('/links')).length).toBeLessThanOrEqual(12 + 4);
      expect(after.filter(({ method }) => method === 'PUT')).toEqual([]);
      expect(ran.stdout.split('✗ ').filter((text) => !text.startsWith('not done'))).toHaveLength(2);
    },
  );

  test('the time is up while findings are fixed', async () => {
    const portal = await portalOf();
    const workspace = await workspaceOf();
    addRooms(portal, 2);
    portal.fault({ method: 'PUT', times: 9 }, { kind: 'stall', when: 'before-headers', applied: false });
    const inputs = { fix: 'DSL001', 'dry-run': 'false', reports, timeout: '5s' };
    const ran = await audit(portal, inputs, { workspace });
    expect(ran.exitCode).toBe(1);
    expect(ran.outputs).toMatchObject({ complete: 'true', result: 'findings', 'high-count': '2' });
    expect(ran.errors.map(({ title }) => title)).toContain('Time is up');
    expect(await workspace.files()).toEqual(reports.split('\n').toSorted());
  });
});

describe('a room that says that it has an external link, and whose list has none', () => {
  const noLinks = { kind: 'mutate', change: () => ({ response: [], count: 0, status: 0, statusCode: 200 }) } as const;

  test('and goes on to say so is unread, not clean [promise audit-unread-is-finding]', async () => {
    const portal = await portalOf();
    const [id] = addRooms(portal, 1);
    portal.fault({ path: `/rooms/${id}/links`, times: 9 }, noLinks);
    const ran = await audit(portal, quiet);
    expect(ran.found).toEqual([`DSL900 ${id}`]);
    expect(ran.findings[0]?.message).toContain('has an external link, and its list has none');
    expect(coverageOf(ran)).toEqual(['1', '0', '1', 'false', 'incomplete']);
    const asked = portal.requests.map(({ path }) => path).filter((path) => path.includes(`/rooms/${id}`));
    expect(asked.map((path) => path.replace(/.*\/rooms\/\d+/u, ''))).toEqual(['/links', '', '/links']);
  });

  test('but for an invitation, is unread, too', async () => {
    const portal = await portalOf();
    const [id = ''] = addRooms(portal, 1);
    const { id: there } = portal.addLink(id, invite);
    const only = (body: { response: { sharedLink: { id: string } }[]; count: number }): unknown => {
      body.response = body.response.filter(({ sharedLink }) => sharedLink.id === there);
      body.count = body.response.length;
      return body;
    };
    portal.fault({ path: `/rooms/${id}/links`, times: 9 }, { kind: 'mutate', change: only });
    const ran = await audit(portal, quiet);
    expect(ran.found).toEqual([`DSL900 ${id}`]);
    expect(ran.findings[0]?.message).toContain('has an external link, and its list has none');
    expect(coverageOf(ran)).toEqual(['1', '0', '1', 'false', 'incomplete']);
  });

  test('because its link was revoked since the list of rooms is clean', async () => {
    const portal = await portalOf();
    const [id = ''] = addRooms(portal, 1);
    portal.on({ path: /files\/rooms\?/u }, () => { portal.room(id).links.clear(); }, { when: 'after' }); // prettier-ignore
    expect(coverageOf(await audit(portal, quiet))).toEqual(['1', '1', '0', 'true', 'clean']);
  });

  test.each<[string, (portal: Portal, id: string) => void, string]>([
    ['the rights of a manager', (portal, id) => { portal.room(id).members.set(portal.user('manager').id, 2); }, 'must become a Room manager'],
    ['all rights', (portal, id) => { portal.room(id).members.clear(); }, 'cannot see the room'],
  ])('because %s were withdrawn since the list of rooms is unread', async (_, withdraw, message) => {
    const portal = await portalOf();
    const { id } = portal.addRoom({ title: 'Contract', roomType: 5, members: { manager: 9 } });
    portal.addLink(id, bad);
    portal.on({ path: /files\/rooms\?/u }, () => { withdraw(portal, String(id)); }, { when: 'after' });
    const ran = await audit(portal, quiet, { key: 'manager' });
    expect(ran.found).toEqual([`DSL900 ${id}`]);
    expect(ran.findings[0]?.message).toContain(message);
  }); // prettier-ignore

  test.each(['all', 'named'])('or only an invitation, of which no flag tells, is unread when rights were withdrawn (rooms: %s)', async (rooms) => {
    const portal = await portalOf();
    const ids = Array.from({ length: 12 }, () => {
      const { id } = portal.addRoom({ title: 'Contract', roomType: 5, members: { manager: 9 } });
      portal.addLink(id, { ...invite, expiresAt: null });
      return String(id);
    });
    const [lowered = '', removed = '', deleted = '', empty = ''] = ids;
    portal.room(empty).links.clear();
    portal.on({ path: /\/links$/u, times: 1 }, () => {
      portal.room(lowered).members.set(portal.user('manager').id, 2);
      portal.room(removed).members.clear();
      portal.state.rooms.delete(deleted);
    }); // prettier-ignore
    const named = rooms === 'all' ? {} : { rooms: ids.filter((id) => id !== deleted).join('\n') };
    const ran = await audit(portal, { ...quiet, ...named, concurrency: '1' }, { key: 'manager' });
    expect(ran.found.filter((one) => one.startsWith('DSL9'))).toEqual([`DSL900 ${lowered}`, `DSL900 ${removed}`]);
    expect(coverageOf(ran)).toEqual(['11', '9', '2', 'false', 'incomplete']);
  }); // prettier-ignore

  test('after a fix, too, is not taken for one without findings', async () => {
    const portal = await portalOf();
    const [id = ''] = addRooms(portal, 1);
    portal.addLink(id, { ...good, title: 'Shared link' });
    // The scan, the room before the write, and the proof of the write; then the rights are gone.
    portal.fault({ path: `/rooms/${id}/links`, method: 'GET', nth: 4, times: 9 }, noLinks);
    const ran = await audit(portal, { ...quiet, fix: 'DSL001', 'dry-run': 'false' });
    expect(ran.findings.map(({ rule, status }) => [rule, status])).toEqual([
      ['DSL001', 'new'],
      ['DSL015', 'new'],
    ]);
  });
});
