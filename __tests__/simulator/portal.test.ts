import { afterEach, describe, expect, test } from '@jest/globals';
import { demoRooms } from '../../simulator/demo.ts';
import { type Portal, type PortalOptions, startPortal } from '../../simulator/index.ts';
import { throughput } from '../../simulator/workload.ts';
import { compare } from './compare.ts';
import { at, client, send } from './http.ts';

const G1 = '11111111-1111-4111-8111-111111111111';
const DAY = 86_400_000;

let portal: Portal;

async function open(options: PortalOptions = {}) {
  portal = await startPortal(options);
  return client(portal.url, portal.key('owner'));
}

function linksOf(roomType: 1 | 2 | 5 | 6 | 8): string {
  return `/api/2.0/files/rooms/${portal.addRoom({ title: 'A room', roomType }).id}/links`;
}

afterEach(async () => {
  await portal.close();
});

describe('profile 3.6', () => {
  test('invitations last a week whatever is asked; no use counts; no version header', async () => {
    const owner = await open({ profile: '3.6' });
    const reply = await owner.put(linksOf(5), { access: 2, expirationDate: '2000-01-01T00:00:00Z', maxUseCount: 5 });
    const link = at(reply.body, 'response', 'sharedLink') as Record<string, unknown>;
    const days = (Date.parse(String(link['expirationDate'])) - Date.now()) / DAY;
    expect(days).toBeCloseTo(7, 2);
    expect(Object.keys(link)).not.toContain('currentUseCount');
    expect(Object.keys(link)).not.toContain('maxUseCount');
    expect(reply.headers['api-supported-versions']).toBeUndefined();
  });

  test('no scope on anonymous routes, 200 for GET /link without rights, 0/200 around a 400', async () => {
    const owner = await open({ profile: '3.6' });
    const path = linksOf(5);
    expect((await owner.get('/api/2.0/settings/version/build')).status).toBe(200);
    const wrong = await client(portal.url, portal.key('wrong')).get(path.replace('/links', ''));
    expect([wrong.status, at(wrong.body, 'error', 'message')]).toEqual([401, 'System error.']);
    const outsider = await client(portal.url, portal.key('outsider')).get(path.slice(0, -1));
    expect([outsider.status, at(outsider.body, 'count')]).toEqual([200, 0]);
    const bad = await owner.put(path, { linkType: null });
    expect([bad.status, at(bad.body, 'status'), at(bad.body, 'statusCode')]).toEqual([400, 0, 200]);
  });
});

describe('profile 3.2', () => {
  test('no sharedLink, no canEdit, never internal, no form filling by external links', async () => {
    const owner = await open({ profile: '3.2' });
    const path = linksOf(5);
    const reply = await owner.put(path, { linkType: 1, access: 2, linkId: G1, internal: true });
    const item = at(reply.body, 'response') as Record<string, unknown>;
    const members = ['access', 'sharedTo', 'isLocked', 'isOwner', 'canEditAccess', 'subjectType'];
    expect(Object.keys(item).sort()).toEqual(members.sort());
    expect(at(item, 'sharedTo', 'internal')).toBe(false);
    expect((await owner.put(path, { linkType: 1, access: 7, linkId: G1 })).status).toBe(403);
  });
});

describe('languages', () => {
  test('a German portal answers in German where the real one does', async () => {
    const owner = await open({ culture: 'de' });
    const path = linksOf(5);
    const made = await owner.put(path, { access: 2 });
    expect(at(made.body, 'response', 'sharedLink', 'title')).toBe('Einladungs-Link');
    expect(at((await owner.put(path, { access: 2 })).body, 'error', 'message')).toMatch(/^Die maximale Anzahl/);
    const admin = client(portal.url, portal.key('admin'));
    expect(at((await admin.put(path, { access: 2 })).body, 'error', 'message')).toBe('Access denied');
  });
});

describe('limiter', () => {
  test('per minute: two headers, gone with time', async () => {
    const owner = await open({ limiter: { perMinute: 2, concurrentReads: 50, concurrentWrites: 15, perDay: 100 } });
    portal.setClock(Date.parse('2026-11-23T10:00:00Z'));
    const path = linksOf(5);
    const replies = [await owner.get(path), await owner.get(path), await owner.get(path)];
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(replies[2]).toMatchObject({ text: '', headers: { 'x-ratelimit-limit': '2', 'x-ratelimit-remaining': '0' } });
    expect(replies[2]?.headers['retry-after']).toBeUndefined();
    portal.advance(61_000);
    expect((await owner.get(path)).status).toBe(200);
  });

  test('per day: writes only, with Retry-After; all keys of one person together', async () => {
    const owner = await open({ limiter: { perMinute: 99, concurrentReads: 50, concurrentWrites: 15, perDay: 1 } });
    portal.setClock(Date.parse('2026-11-23T10:00:00Z'));
    const path = linksOf(5);
    expect((await owner.put(path, { access: 2 })).status).toBe(200);
    const reply = await client(portal.url, portal.key('owner-full')).put(path, { access: 2 });
    expect([reply.status, reply.headers['retry-after']]).toEqual([429, '86400']);
    expect(reply.headers['x-ratelimit-reset']).toBe(String(Date.parse('2026-11-24T10:00:00Z') / 1000));
    expect((await owner.get(path)).status).toBe(200);
  });

  test('at once', async () => {
    const limiter = { perMinute: 99, concurrentReads: 2, concurrentWrites: 1, perDay: 99 };
    const owner = await open({ limiter, latency: 80 });
    const path = linksOf(5);
    const replies = await Promise.all([1, 2, 3, 4].map(() => owner.get(path)));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 200, 429, 429]);
  });
});

describe('clock and zone', () => {
  test('a link expires while the clock moves on', async () => {
    const owner = await open({ now: () => Date.parse('2026-11-23T10:00:00Z') });
    const path = linksOf(5);
    await owner.put(path, { linkType: 1, access: 2, linkId: G1, expirationDate: '2026-11-23T11:00:00.1234567Z' });
    const first = at((await owner.get(path)).body, 'response', 0, 'sharedLink');
    expect(first).toMatchObject({ isExpired: false, expirationDate: '2026-11-23T11:00:00.1234567Z' });
    portal.advance(3_601_000);
    const second = at((await owner.get(path)).body, 'response', 0, 'sharedLink', 'isExpired');
    portal.setClock(Date.parse('2026-11-23T10:30:00Z'));
    const third = at((await owner.get(path)).body, 'response', 0, 'sharedLink', 'isExpired');
    expect([second, third]).toEqual([true, false]);
  });

  test('rooms tell their dates in the zone of the portal', async () => {
    const owner = await open({ zone: 'Europe/Berlin' });
    const room = portal.addRoom({ title: 'Zone', roomType: 5, modifiedAt: Date.parse('2026-07-01T10:00:00Z') });
    const reply = await owner.get(`/api/2.0/files/rooms/${room.id}`);
    expect(at(reply.body, 'response', 'updated')).toBe('2026-07-01T12:00:00.0000000+02:00');
  });
});

describe('a portal of limited capacity', () => {
  test('the measured throughput', () => {
    expect([1, 8, 16, 32, 100].map(throughput)).toEqual([12.5, 12.5, 6.7, 5.8, 5.8]);
    expect(throughput(12)).toBeCloseTo(9.6, 5);
  });

  test('few workers let the others wait', async () => {
    const owner = await open({ workers: 1, cpuMs: 40 });
    const path = linksOf(5);
    const start = performance.now();
    const replies = await Promise.all([1, 2, 3, 4].map(() => owner.get(path)));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(performance.now() - start).toBeGreaterThan(140);
  });

  test('crowding: requests without a key cost nothing, and closing ends all waits', async () => {
    const owner = await open({ crowding: true });
    const path = linksOf(5);
    const start = performance.now();
    await send(portal.url + path);
    const free = performance.now() - start;
    await owner.get(path);
    expect(performance.now() - start - free).toBeGreaterThan(70);
    const crowd = Promise.allSettled(Array.from({ length: 40 }, () => owner.get(path)));
    await new Promise((done) => setTimeout(done, 50));
    await portal.close();
    expect(await crowd).toHaveLength(40);
  });
});

describe('the state of the portal', () => {
  test.each([
    ['suspended', 404, 404],
    ['restoring', 403, 200],
  ] as const)('%s', async (status, rooms, self) => {
    const owner = await open();
    const path = linksOf(5);
    portal.setStatus(status);
    const reply = await owner.get(path);
    expect([reply.status, reply.headers['content-type']]).toEqual([rooms, 'application/problem+json; charset=utf-8']);
    expect((await owner.get('/api/2.0/keys/@self')).status).toBe(self);
  });

  test('not found, unpaid, foreign address', async () => {
    const owner = await open();
    const path = linksOf(5);
    portal.setIpAllowed(false);
    expect((await owner.get(path)).text).toBe('The access to the portal is restricted');
    portal.setPaid(false);
    expect((await owner.get(path)).status).toBe(402);
    portal.state.found = false;
    const lost = await owner.get(path);
    expect([lost.status, at(lost.body, 'error', 'message')]).toEqual([500, 'Could not resolve current tenant :-(.']);
  });
});

describe('people and settings', () => {
  test('new users and keys; a password policy', async () => {
    await open();
    portal.addUser('guest', { type: 'guest', displayName: 'Gabi Guest' });
    const room = portal.addRoom({ title: 'People', roomType: 5, members: { guest: 9 } });
    const path = `/api/2.0/files/rooms/${room.id}/links`;
    const guest = client(portal.url, portal.addKey('guest', { expiresAt: portal.state.now() + 1000 }));
    expect((await guest.put(path, { access: 2 })).status).toBe(403);
    portal.advance(2000);
    expect((await guest.get(path)).status).toBe(401);
    portal.setPasswordPolicy({ min: 10, digits: true });
    const owner = client(portal.url, portal.key('owner'));
    const reply = await owner.put(path, { linkType: 1, access: 2, password: 'longenough' });
    expect(at(reply.body, 'error', 'message')).toBe(
      'Password must contain from 10 to 30 characters, only latin letters, no spaces, digits',
    );
    const token = await send(`${portal.url}${path}`, { authorization: portal.token('owner') });
    expect(token.status).toBe(200);
    expect(portal.requests.map(({ authorization }) => authorization)).toEqual(['guest', 'unknown', 'owner', 'owner']);
  });
});

describe('rooms', () => {
  test('third-party rooms answer under their encoded text id', async () => {
    const owner = await open();
    const room = portal.addRoom({ title: 'Box', roomType: 5, thirdParty: 'sbox-12-a b/c' });
    const path = `/api/2.0/files/rooms/${encodeURIComponent(String(room.id))}`;
    expect((await owner.put(`${path}/links`, { linkType: 1, access: 2, linkId: G1 })).status).toBe(200);
    expect(at((await owner.get(`${path}/links`)).body, 'response', 0, 'sharedLink', 'id')).toBe(G1);
    expect(at((await owner.get(path)).body, 'response')).toMatchObject({ id: 'sbox-12-a b/c', providerKey: 'sbox' });
    expect((await owner.get(`${path}/link`)).status).toBe(200);
  });

  test('a page out of 10 000 rooms is quick', async () => {
    const owner = await open();
    for (let index = 0; index < 10_000; index += 1) portal.addRoom({ title: `Room ${index}`, roomType: 5 });
    const start = performance.now();
    for (let page = 0; page < 10; page += 1) {
      const reply = await owner.get(`/api/2.0/files/rooms?count=100&startIndex=${page * 1000}`);
      expect(at(reply.body, 'response', 'total')).toBe(10_000);
    }
    // Generous: 10 pages take far less even on a busy machine.
    expect(performance.now() - start).toBeLessThan(5000);
  });

  test('the demo has a room of each kind', async () => {
    const owner = await open();
    const rooms = demoRooms(portal);
    const reply = await owner.get('/api/2.0/files/rooms?searchArea=2');
    expect(at(reply.body, 'response', 'total')).toBe(rooms.length);
    expect(new Set(rooms.map(({ roomType }) => roomType))).toEqual(new Set([1, 2, 5, 6, 8]));
  });
});

describe('hostile input', () => {
  test.each([
    ['deep objects', '{"access":'.repeat(5000), 400],
    ['deep arrays', '['.repeat(100_000), 400],
    ['half a surrogate', '{"title":"\\ud800"}', 200],
    ['a bad escape', '{"title":"\\u00"}', 400],
    ['a control character', '{"title":"\u0001"}', 400],
    ['no quotes', '{access:2}', 400],
    ['something after', '{"access":2} x', 400],
    ['a number beyond all', '{"access":1e999}', 200],
    ['a zero byte', '\u0000', 400],
  ])('%s', async (_name, text, status) => {
    const key = (await open()).get;
    const path = linksOf(5);
    const authorization = `Bearer ${portal.key('owner')}`;
    const reply = await send(portal.url + path, { method: 'PUT', text, authorization });
    expect(reply.status).toBe(status);
    expect((await key(path)).status).toBe(200);
  });

  test('paths', async () => {
    const owner = await open();
    expect((await owner.get('/api/2.0/files/rooms/%E0%A4%A/links')).status).toBe(400);
    expect((await owner.get('/rooms/share?key=x')).headers['content-type']).toContain('text/html');
    expect((await owner.get('/api/2.0')).status).toBe(404);
    expect((await owner.get('/api/2.0/files/share/%22')).status).toBe(403);
    expect(at((await send(`${portal.url}/api/2.0/files/share/%22`)).body, 'response', 'status')).toBe(1);
  });
});

describe('the comparison of the recordings notices', () => {
  const bindings = () => ({
    values: new Map([['{guid:1}', G1]]),
    origin: 'http://x',
    run: 'r',
    now: () => 0,
  });

  test.each([
    ['a member that is missing', { a: 1, b: 2 }, { a: 1 }],
    ['a member that is too many', { a: 1 }, { a: 1, b: 2 }],
    ['another value', { a: 1 }, { a: '1' }],
    ['another id', { id: '{guid:1}' }, { id: '22222222-2222-4222-8222-222222222222' }],
    ['one id for two', ['{guid:1}', '{guid:2}'], [G1, G1]],
    ['an item too few', [1, 2], [1]],
    ['a null', { a: null }, {}],
  ])('%s', async (_name, expected, actual) => {
    await open();
    expect(compare(bindings(), expected, actual, 'body')).not.toEqual([]);
  });

  test('and lets pass what is alike', async () => {
    await open();
    const expected = { list: ['{guid:1}', '{guid:2}'], url: '{origin}/s/{short:1}' };
    const actual = { list: ['22222222-2222-4222-8222-222222222222', G1], url: 'http://x/s/5XzpDt6wZRdsTrJ' };
    expect(compare(bindings(), expected, actual, 'body')).toEqual([]);
  });
});
