import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Portal, startPortal } from '../../simulator/index.ts';
import { at, client, send, until } from './http.ts';

const G1 = '11111111-1111-4111-8111-111111111111';

let portal: Portal;
let path: string;
let owner: ReturnType<typeof client>;

beforeEach(async () => {
  portal = await startPortal();
  owner = client(portal.url, portal.key('owner'));
  path = `/api/2.0/files/rooms/${portal.addRoom({ title: 'Faults', roomType: 5 }).id}/links`;
});

afterEach(async () => {
  await portal.close();
});

const create = { linkId: G1, linkType: 1, access: 2, title: 'made' };

function links() {
  return portal.links(path.split('/')[5] ?? '');
}

describe('answers that are replaced', () => {
  test('status with body, headers and content type; nothing is carried out', async () => {
    portal.fault(
      { method: 'PUT' },
      { kind: 'status', status: 503, body: { error: 'busy' }, headers: { 'retry-after': '2' } },
    );
    const reply = await owner.put(path, create);
    expect([reply.status, reply.body, reply.headers['retry-after']]).toEqual([503, { error: 'busy' }, '2']);
    expect(links()).toEqual([]);
    expect((await owner.put(path, create)).status).toBe(200);
  });

  test('status after the write took place', async () => {
    portal.fault(
      { method: 'PUT' },
      { kind: 'status', status: 500, body: 'oops', contentType: 'text/plain', applied: true },
    );
    const reply = await owner.put(path, create);
    expect([reply.status, reply.text, reply.headers['content-type']]).toEqual([500, 'oops', 'text/plain']);
    expect(links()).toHaveLength(1);
  });

  test('html, empty, redirect', async () => {
    portal.fault({}, { kind: 'html' });
    portal.fault({}, { kind: 'empty', status: 401 });
    portal.fault({}, { kind: 'redirect', location: 'https://elsewhere.example/' });
    const page = await owner.get(path);
    expect([page.status, page.headers['content-type']]).toEqual([502, 'text/html; charset=utf-8']);
    const nothing = await owner.get(path);
    expect([nothing.status, nothing.text, nothing.headers['content-type']]).toEqual([401, '', undefined]);
    const moved = await owner.get(path);
    expect([moved.status, moved.headers['location']]).toEqual([302, 'https://elsewhere.example/']);
    expect((await owner.get(path)).status).toBe(200);
  });

  test('429: plain, with Retry-After, daily', async () => {
    portal.fault({}, { kind: '429' });
    portal.fault({}, { kind: '429', retryAfter: 3 });
    portal.fault({}, { kind: '429', daily: true });
    const replies = [await owner.get(path), await owner.get(path), await owner.get(path)];
    expect(replies.map(({ status, text }) => [status, text])).toEqual(replies.map(() => [429, '']));
    expect(replies.map(({ headers }) => headers['retry-after'])).toEqual([undefined, '3', '86400']);
    expect(replies.map(({ headers }) => headers['x-ratelimit-remaining'])).toEqual(['0', '0', '0']);
    expect(replies.map(({ headers }) => typeof headers['x-ratelimit-reset'])).toEqual([
      'undefined',
      'undefined',
      'string',
    ]);
  });

  test('mutate rewrites a success, and only that', async () => {
    portal.addLink(path.split('/')[5] ?? '', { id: G1 });
    const change = (body: { response: unknown[]; count: number }) => ({ ...body, response: [], count: 0 });
    portal.fault({ method: 'GET', times: 2 }, { kind: 'mutate', change });
    expect(at((await owner.get(path)).body, 'response')).toEqual([]);
    expect((await owner.get('/api/2.0/files/rooms/999999/links')).status).toBe(404);
    expect(at((await owner.get(path)).body, 'count')).toBe(1);
  });
});

describe('connections that break', () => {
  test.each([
    ['before', 0],
    ['after', 1],
  ] as const)('reset %s the write', async (when, stored) => {
    portal.fault({ method: 'PUT' }, { kind: 'reset', when });
    await expect(owner.put(path, create)).rejects.toThrow(/ECONNRESET|hang up/);
    expect(links()).toHaveLength(stored);
    expect(portal.requests.map(({ status }) => status)).toEqual([0]);
  });

  test('cut in the middle of the body', async () => {
    portal.fault({ method: 'PUT' }, { kind: 'cut' });
    await expect(owner.put(path, create)).rejects.toThrow(/aborted|ECONNRESET/);
    expect(links()).toHaveLength(1);
  });

  test.each(['before-headers', 'in-body'] as const)('stall %s ends with the portal', async (when) => {
    portal.fault({ method: 'PUT' }, { kind: 'stall', when });
    const reply = owner.put(path, create).then(
      () => 'answered',
      () => 'broken',
    );
    await until(() => links().length === 1);
    expect(portal.requests).toMatchObject([{ status: when === 'in-body' ? 200 : 0 }]);
    await portal.close();
    expect(await reply).toBe('broken');
  });

  test('a client that gives up is recorded', async () => {
    portal.fault({}, { kind: 'stall', when: 'before-headers' });
    const retryWhenLimited = new AbortController();
    const reply = fetch(portal.url + path, { signal: retryWhenLimited.signal });
    const end = reply.then(
      () => 'answered',
      () => 'given up',
    );
    await until(() => portal.requests.length === 1);
    retryWhenLimited.abort();
    expect(await end).toBe('given up');
    await until(() => portal.requests[0]?.aborted === true);
    expect(portal.requests).toMatchObject([{ authorization: 'none', status: 0, aborted: true }]);
  });
});

describe('writes that come out otherwise', () => {
  test('ignore-write answers with the old record', async () => {
    await owner.put(path, create);
    portal.fault({ method: 'PUT', times: 2 }, { kind: 'ignore-write' });
    const edited = await owner.put(path, { ...create, title: 'edited' });
    const revoked = await owner.put(path, { ...create, access: 0 });
    expect(at(edited.body, 'response', 'sharedLink', 'title')).toBe('made');
    expect(at(revoked.body, 'response', 'sharedLink', 'id')).toBe(G1);
    expect(links()).toMatchObject([{ title: 'made' }]);
  });

  test('redemption-race brings a revoked invitation back', async () => {
    await owner.put(path, { linkId: G1, access: 2 });
    portal.fault({ method: 'PUT' }, { kind: 'redemption-race', afterMs: 500 });
    expect((await owner.put(path, { linkId: G1, access: 0 })).status).toBe(200);
    expect(links()).toEqual([]);
    await until(() => links().length === 1);
    expect(links()).toMatchObject([{ id: G1, kind: 3 }]);
  });

  test('delay leaves room for another fault', async () => {
    portal.fault({}, { kind: 'delay', ms: 60 });
    portal.fault({}, { kind: 'empty', status: 503 });
    const start = performance.now();
    expect((await owner.get(path)).status).toBe(503);
    expect(performance.now() - start).toBeGreaterThan(50);
  });
});

describe('matching', () => {
  test('nth, times, path and body', async () => {
    const isRevoke = (body: unknown) => at(body, 'access') === 0;
    portal.fault({ path: '/links', method: 'put', body: isRevoke, nth: 2, times: 2 }, { kind: 'empty', status: 500 });
    const statuses: number[] = [];
    for (const access of [0, 2, 0, 0, 0]) statuses.push((await owner.put(path, { ...create, access })).status);
    expect(statuses).toEqual([200, 200, 500, 500, 200]);
  });

  test('a text is the end of the path, a pattern sees the query', async () => {
    portal.fault({ path: '/link', times: Infinity }, { kind: 'empty', status: 500 });
    portal.fault({ path: /type=1/, times: Infinity }, { kind: 'empty', status: 501 });
    const statuses = [await owner.get(path), await owner.get(`${path}?type=1`), await owner.get(path.slice(0, -1))];
    expect(statuses.map(({ status }) => status)).toEqual([200, 501, 500]);
    portal.clearFaults();
    expect((await owner.get(`${path}?type=1`)).status).toBe(200);
  });

  test('hooks change the state between two calls, and see requests without keys', async () => {
    const room = path.split('/')[5] ?? '';
    const seen: string[] = [];
    portal.on(
      { method: 'GET', nth: 1, times: 1 },
      () => {
        portal.archive(room);
      },
      { when: 'after' },
    );
    portal.on({}, (request) => {
      seen.push(`${request.method} ${request.authorization} ${request.keyName ?? ''}`);
    });
    await owner.get(path);
    expect((await owner.put(path, create)).status).toBe(403);
    expect(seen).toEqual(['GET owner owner', 'PUT owner owner']);
    await send(`${portal.url}/api/2.0/nothing?${portal.key('owner')}`, { method: 'POST', text: portal.key('owner') });
    expect(JSON.stringify(portal.requests)).not.toContain(portal.key('owner').slice(8));
    expect(portal.requests.map(({ status }) => status)).toEqual([200, 403, 404]);
  });
});
