import { afterEach, describe, expect, test } from '@jest/globals';
import type { Portal } from '../../../../simulator/index.ts';
import { codeFrom } from '../../../docspace/failures.ts';
import { scan } from '../../../../src/actions/audit/scan/scan.ts';
import { addRooms, asked, client, everything, scanAs } from './scanning.ts';
import { closeAll, portalOf as start } from '../../../support/step.ts';
import { identity } from '../../../support/links.ts';

afterEach(closeAll);

const linksOf = (id: string | undefined): RegExp => new RegExp(`/rooms/${id}/links$`, 'u');
const always = 999;

describe('a room that this key cannot read', () => {
  test.each([
    ['an administrator who is in no room', 'admin'],
    ['a member who is no manager', 'member'],
  ])('for %s: unreadable, with what the room tells everybody, and no request', async (_, key) => {
    const portal = await start();
    for (const internal of [true, false]) {
      const { id } = portal.addRoom({ title: `Internal ${internal}`, roomType: 5, members: { member: 2 } });
      portal.addLink(id, { internal });
    }
    portal.addRoom({ title: 'None', roomType: 5, members: { member: 10 } });
    const { report } = await scanAs(portal, key);
    expect(report.coverage).toMatchObject({ total: 3, read: 0, unreadable: 3, failed: 0, complete: false });
    expect(report.unread).toMatchObject([
      {
        kind: 'unreadable',
        why: 'not-manager',
        room: { title: 'Internal true', shared: true, sharedExternal: false },
      },
      {
        kind: 'unreadable',
        why: 'not-manager',
        room: { title: 'Internal false', shared: true, sharedExternal: true },
      },
      { kind: 'unreadable', why: 'not-manager', room: { title: 'None', shared: false, sharedExternal: false } },
    ]);
    expect(report).toMatchObject({ results: [], version: null });
    expect(asked(portal).filter((text) => text.endsWith('/links'))).toStrictEqual([]);
  });

  test('does not keep the others from being read', async () => {
    const portal = await start();
    const [first] = addRooms(portal, 2);
    portal.room(first ?? '').members.set(portal.user('admin').id, 9);
    const { report } = await scanAs(portal, 'admin');
    expect(report.coverage).toMatchObject({ total: 2, read: 1, unreadable: 1, links: 1, complete: false });
  });

  test('an archived one is read by owner and manager only', async () => {
    const portal = await start();
    const { id } = portal.addRoom({ title: 'Archived', roomType: 5, members: { manager: 9, member: 2 }, root: 20 });
    portal.addRoom({ title: 'Active', roomType: 5, members: { manager: 9, member: 2 } });
    for (const [key, read] of [
      ['owner', 1],
      ['manager', 1],
      ['member', 0],
      ['admin', 0],
    ] as const) {
      const { report } = await scanAs(portal, key, { area: 'archived' });
      expect([key, report.coverage.total, report.coverage.read]).toStrictEqual([key, 1, read]);
    }
    portal.addLink(id);
    const { report } = await scanAs(portal, 'owner', { area: 'any' });
    expect(report.coverage).toMatchObject({ total: 2, read: 2, links: 1 });
    expect(report.results.map(({ room }) => room.area).sort()).toStrictEqual(['active', 'archived']);
  });

  test.each([
    ['every time', always, { read: 1, unreadable: 1 }],
    ['once, as its link was revoked meanwhile', 1, { read: 2, unreadable: 0 }],
  ])('one that says it is shared and shows no link %s', async (_, times, coverage) => {
    const portal = await start();
    const [, second] = addRooms(portal, 2);
    portal.fault({ path: linksOf(second), times }, { kind: 'mutate', change: () => ({ response: [], count: 0, status: 0, statusCode: 200 }) }); // prettier-ignore
    const { report } = await scanAs(portal, 'owner');
    expect(report.coverage).toMatchObject(coverage);
    expect(report.unread.map((one) => one.kind === 'unreadable' && one.why)).toStrictEqual(
      times === always ? ['says-shared'] : [],
    );
  });

  test('one whose link was revoked after the list of rooms is read, and empty', async () => {
    const portal = await start();
    const [id] = addRooms(portal, 1);
    portal.on({ path: /files\/rooms\?/u }, () => { portal.room(id ?? '').links.clear(); }, { when: 'after' }); // prettier-ignore
    const { report } = await scanAs(portal, 'owner');
    expect(report.coverage).toMatchObject({ read: 1, links: 0, complete: true });
  });

  test('one in which the rights were withdrawn after the list of rooms', async () => {
    const portal = await start();
    const { id } = portal.addRoom({ title: 'Room', roomType: 5, members: { manager: 9 } });
    portal.addLink(id);
    portal.on({ path: /files\/rooms\?/u }, () => { portal.room(id).members.set(portal.user('manager').id, 2); }, { when: 'after' }); // prettier-ignore
    const { report } = await scanAs(portal, 'manager');
    expect(report.unread).toMatchObject([{ kind: 'unreadable', why: 'not-manager' }]);
  });
});

describe('a room that fails', () => {
  test.each([
    [500, 'portal-error', 2],
    [503, 'portal-unavailable', 10],
    [502, 'portal-unavailable', 10],
  ])('with %i to the end is told, and the others are read', async (status, code, requests) => {
    const portal = await start();
    const [, second] = addRooms(portal, 30);
    const body = {
      error: { message: 'x', type: 'System.Exception', stack: '', hresult: 0 },
      status: 1,
      statusCode: status,
    };
    portal.fault(
      { path: linksOf(second), times: always },
      { kind: 'status', status, ...(status === 500 ? { body } : {}) },
    );
    const { report, lines } = await scanAs(portal, 'owner');
    expect(report.coverage).toMatchObject({ total: 30, read: 29, unreadable: 0, failed: 1, complete: false });
    expect(report.unread).toMatchObject([{ kind: 'failed', room: { id: second, title: 'Room 1' }, problem: { code } }]);
    expect(asked(portal).filter((text) => linksOf(second).test(text))).toHaveLength(requests);
    expect(lines).toStrictEqual(['1 room could not be read and will be asked once more']);
  });

  test('the first time and not the second is read', async () => {
    const portal = await start();
    const [first, , third] = addRooms(portal, 3);
    portal.fault({ path: linksOf(first), times: 5 }, { kind: 'html', status: 504 });
    portal.fault({ path: linksOf(third) }, { kind: 'status', status: 200, body: 'no json' });
    const { report } = await scanAs(portal, 'owner');
    expect(report.coverage).toMatchObject({ total: 3, read: 3, failed: 0, complete: true });
    expect(report.results).toHaveLength(3);
  });

  test('now and then: 429, cut bodies, lost connections, gateways', async () => {
    const portal = await start();
    addRooms(portal, 150);
    const path = /\/links$/u;
    portal.fault({ path, nth: 10, times: 3 }, { kind: '429' });
    portal.fault({ path, nth: 40, times: 2 }, { kind: 'cut' });
    portal.fault({ path, nth: 80, times: 2 }, { kind: 'reset', when: 'before' });
    portal.fault({ path, nth: 100, times: 4 }, { kind: 'html', status: 502 });
    portal.fault({ path: /files\/rooms\?/u, nth: 2 }, { kind: 'cut' });
    const { report } = await scanAs(portal, 'owner');
    expect(report.coverage).toMatchObject({ total: 150, read: 150, complete: true });
    expect(report.results.flatMap(({ links }) => links)).toHaveLength(150);
  });

  test('is no part of the portal any more if it was deleted meanwhile', async () => {
    const portal = await start();
    const [, second] = addRooms(portal, 3);
    portal.on({ path: /files\/rooms\?/u }, () => void portal.state.rooms.delete(second ?? ''), { when: 'after' });
    const { report } = await scanAs(portal, 'owner');
    expect(report.coverage).toMatchObject({ total: 2, read: 2, failed: 0, gone: 1, complete: true });
  });
});

describe('the limiter', () => {
  test('that refuses beyond the retries is waited for', async () => {
    const portal = await start();
    addRooms(portal, 20);
    portal.fault({ path: /\/links$/u, times: 60 }, { kind: '429' });
    portal.fault({ path: '/keys/@self', times: 7 }, { kind: '429' });
    portal.fault({ path: /files\/rooms\?/u, times: 7 }, { kind: '429' });
    const rests: number[] = [];
    const sleep = (milliseconds: number): Promise<void> => Promise.resolve(void rests.push(milliseconds));
    const { report } = await scanAs(portal, 'owner', {}, { sleep });
    expect(report.coverage).toMatchObject({ total: 20, read: 20, complete: true });
    expect(rests.filter((rest) => rest > 7500).length).toBeGreaterThan(2);
  });

  test('that refuses to the end leaves rooms unread', async () => {
    const portal = await start();
    addRooms(portal, 3);
    portal.fault({ path: /\/links$/u, times: always }, { kind: '429' });
    let left = 600_000;
    const sleep = (milliseconds: number): Promise<void> => Promise.resolve(void (left -= milliseconds));
    const { report } = await scanAs(portal, 'owner', {}, { sleep, timeLeft: () => left });
    expect(report.coverage).toMatchObject({ total: 3, read: 0, failed: 3, complete: false });
    expect(report.unread).toMatchObject(Array(3).fill({ problem: { code: 'rate-limited' } }));
    expect(left).toBeLessThan(15_000);
  });
});

describe('a portal that does not answer any more', () => {
  test('is not asked for each of the rooms that are left', async () => {
    const portal = await start();
    addRooms(portal, 200);
    portal.fault({ path: /./u, nth: 60, times: 99_999 }, { kind: 'html', status: 502 });
    const { report } = await scanAs(portal, 'owner');
    const { read, failed } = report.coverage;
    expect(read).toBeGreaterThan(0);
    expect(failed).toBe(200 - read);
    expect(new Set(report.unread.map((one) => one.kind === 'failed' && one.problem.code))).toStrictEqual(new Set(['portal-unavailable'])); // prettier-ignore
    expect(portal.requests.length).toBeLessThan(60 + 5 * 60);
  });

  test('is asked on if only some rooms fail, however many in a row', async () => {
    const portal = await start();
    addRooms(portal, 100);
    portal.fault({ path: /\/links$/u, nth: 1, times: 5 * 40 }, { kind: 'html', status: 502 });
    const { report } = await scanAs(portal, 'owner', { concurrency: 4 });
    expect(report.coverage).toMatchObject({ total: 100, read: 100, complete: true });
  });

  test('or whose time is up: what is left has failed, and the report is made', async () => {
    const portal = await start();
    addRooms(portal, 50);
    const step = new AbortController();
    portal.on({ path: /\/links$/u, nth: 20, times: 1 }, () => {
      step.abort();
    });
    const { report } = await scanAs(portal, 'owner', { concurrency: 4 }, { signal: step.signal });
    expect(report.coverage).toMatchObject({ total: 50, complete: false });
    expect(report.coverage.read).toBeGreaterThan(10);
    expect(report.unread.map((one) => one.kind === 'failed' && one.problem.code)).toStrictEqual(Array(report.coverage.failed).fill('timeout')); // prettier-ignore
  });
});

describe('a key that stops working', () => {
  const kill = (portal: Portal): void => {
    for (const key of portal.state.keys) key.active = false;
  };

  test('in the middle ends the scan: what was read is there, and the rest has failed without being asked', async () => {
    const portal = await start();
    addRooms(portal, 60);
    portal.on({ path: /\/links$/u, nth: 30, times: 1 }, () => { kill(portal); }, { when: 'after' }); // prettier-ignore
    const { report } = await scanAs(portal, 'owner', { concurrency: 1 });
    expect(report.coverage).toMatchObject({ total: 60, read: 30, failed: 30, complete: false });
    expect(report.results).toHaveLength(30);
    expect(report.ended).toMatchObject({ code: 'key-rejected' });
    expect(report.unread).toMatchObject(Array(30).fill({ kind: 'failed', problem: { code: 'key-rejected' } }));
    expect(asked(portal)).toHaveLength(1 + 31);
  });

  test('while the list of rooms is read: its rooms have failed, and the list is not whole', async () => {
    const portal = await start();
    addRooms(portal, 150);
    portal.on({ path: /startIndex=100/u, times: 1 }, () => { kill(portal); }, { when: 'after' }); // prettier-ignore
    portal.fault({ path: /startIndex=100/u, times: 1 }, { kind: 'html', status: 502 });
    const { report } = await scanAs(portal, 'owner');
    expect(report.coverage).toMatchObject({ total: 100, read: 0, failed: 100, complete: false });
    expect(report).toMatchObject({ paging: { code: 'key-rejected' }, ended: { code: 'key-rejected' } });
  });

  test('while rooms are looked up that were named: those that were found have failed, too', async () => {
    const portal = await start();
    const ids = addRooms(portal, 4);
    portal.on({ path: new RegExp(`/rooms/${ids[1]}$`, 'u'), times: 1 }, () => { kill(portal); }, { when: 'after' }); // prettier-ignore
    const rooms = ids.map((id) => ({ by: 'id' as const, id }));
    const { report } = await scanAs(portal, 'owner', { rooms, concurrency: 1 });
    expect(report.coverage).toMatchObject({ total: 4, read: 0, failed: 4, complete: false });
  });

  test('for one room only, though it is valid, is a failure of that room', async () => {
    const portal = await start();
    const [, second] = addRooms(portal, 3);
    portal.fault({ path: linksOf(second), times: always }, { kind: 'empty', status: 401 });
    const { report } = await scanAs(portal, 'owner');
    expect(report.coverage).toMatchObject({ total: 3, read: 2, failed: 1, complete: false });
    expect(report.ended).toBeNull();
  });
});

describe('the audit did not run, which is an error', () => {
  test.each(['wrong', 'disabled'])('with the key %s', async (key) => {
    const portal = await start();
    addRooms(portal, 3);
    await expect(codeFrom(scanAs(portal, key))).resolves.toBe('key-rejected');
    expect(portal.requests).toHaveLength(1);
  });

  test('with a key without the scope', async () => {
    const portal = await start();
    addRooms(portal, 3);
    await expect(codeFrom(scanAs(portal, 'owner-files'))).resolves.toBe('key-scope');
  });

  test('without the first page of the list', async () => {
    const portal = await start();
    addRooms(portal, 3);
    portal.fault({ path: /files\/rooms\?/u, times: always }, { kind: 'html', status: 502 });
    await expect(codeFrom(scanAs(portal, 'owner'))).resolves.toBe('portal-unavailable');
  });
});

describe('the list of rooms', () => {
  test('that breaks off: what it had is read, and the scan is not complete', async () => {
    const portal = await start();
    addRooms(portal, 150);
    portal.fault({ path: /startIndex=100/u, times: always }, { kind: 'html', status: 502 });
    const { report } = await scanAs(portal, 'owner');
    expect(report.coverage).toMatchObject({ total: 100, read: 100, complete: false });
    expect(report.paging).toMatchObject({ code: 'portal-unavailable' });
  });

  test('in which rooms move between pages, come anew and go', async () => {
    const portal = await start();
    const ids = addRooms(portal, 250);
    let made = '';
    portal.on({ path: /startIndex=0/u, times: 1 }, () => {
      // The first room is used and goes to the end, so that what was the 101st is the 100th now.
      const [first = ''] = ids;
      const moved = portal.room(first);
      portal.state.rooms.delete(first);
      portal.state.rooms.set(first, moved);
      [made = ''] = addRooms(portal, 1);
    }, { when: 'after' }); // prettier-ignore
    const { report } = await scanAs(portal, 'owner');
    expect(report.results.map(({ room }) => room.id)).toStrictEqual([...ids, made]);
    expect(report.coverage).toMatchObject({ total: 251, read: 251, complete: true });
    const reads = asked(portal).filter((text) => text.endsWith('/links'));
    expect(new Set(reads).size).toBe(reads.length);
  });
});

test('an error of the judge ends the scan, after what is under way', async () => {
  const portal = await start();
  addRooms(portal, 40);
  let evaluated = 0;
  const docSpace = client(portal, 'owner');
  const log = { line: () => undefined, warning: () => undefined, debug: () => undefined };
  const evaluate = (): never => {
    evaluated += 1;
    throw new TypeError('a bug');
  };
  await expect(scan({ portal: docSpace, log, identity, now: () => new Date() }, everything, evaluate)).rejects.toThrow(
    new TypeError('a bug'),
  );
  expect(evaluated).toBeLessThan(10);
  expect(portal.requests.filter(({ status }) => status === 0)).toStrictEqual([]);
});
