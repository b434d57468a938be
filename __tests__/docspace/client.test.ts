import { afterEach, describe, expect, test } from '@jest/globals';
import type { LinkInput, Portal } from '../../simulator/index.ts';
import { connect } from '../../src/docspace/client.ts';
import { Refusal } from '../../src/docspace/refusal.ts';
import type { Link } from '../../src/links/link.ts';
import { Secret } from '../../src/links/secret.ts';
import { codeFrom, failureFrom, problemFrom } from './failures.ts';
import { serve, stopServers } from './servers.ts';
import { apiKey, client, closeAll, closeLater, external, id, invitation, settings, start } from './stage.ts';

afterEach(closeAll);

/** Answers as DocSpace does, whatever is asked. */
const success = (response: unknown): string => JSON.stringify({ response, count: 1, status: 0, statusCode: 200 });

describe('reads', () => {
  test('of a room, its links and the portal', async () => {
    const portal = await start({ zone: 'Europe/Berlin' });
    const room = portal.addRoom({ title: 'Room', roomType: 6 });
    const end = Date.UTC(2031, 6, 31, 18);
    portal.addLink(room.id, { id, expiresAt: end, password: 'longenough1' });
    const docSpace = portal.as('owner');
    await expect(docSpace.room(String(room.id))).resolves.toMatchObject({ title: 'Room', canEditAccess: true });
    const { links, version } = await docSpace.links(String(room.id));
    expect(version).toBe('3.7');
    expect(links.map(({ primary }) => primary).sort()).toStrictEqual([false, true]);
    const link = links.find((one) => one.id === id);
    expect(link).toMatchObject({ expiration: new Date(end), expirationOffset: 120 });
    expect(link?.password?.reveal()).toBe('longenough1');
    await expect(docSpace.key()).resolves.toStrictEqual({ scopes: ['rooms:write'], userId: portal.user('owner').id });
  });

  test.each([
    ['3.7', '3.7', '3.7'],
    ['3.6', '3.6', '3.6'],
    ['3.2', '3.2', '3.6'],
  ] as const)('tell the version of a portal %s: %s, and %s by an empty list', async (profile, full, empty) => {
    const portal = await start({ profile });
    const { id: roomId } = portal.addRoom({ title: 'Room', roomType: 5 });
    const docSpace = portal.as('owner');
    await expect(docSpace.links(String(roomId))).resolves.toMatchObject({ version: empty });
    portal.addLink(roomId, {});
    await expect(docSpace.links(String(roomId))).resolves.toMatchObject({ version: full });
  });

  test('carry the key, and are anonymous where they need none', async () => {
    const portal = await start();
    const { id: roomId } = portal.addRoom({ title: 'Room', roomType: 5 });
    const docSpace = portal.as('owner');
    portal.addLink(roomId, {});
    const { links } = await docSpace.links(String(roomId));
    await docSpace.open(links[0] as Link);
    expect(portal.requests.map(({ authorization }) => authorization)).toStrictEqual(['owner', 'none']);
  });

  test('ask for the room by its encoded id', async () => {
    const { url, seen } = await serve((_, response) => response.writeHead(404).end());
    const { docSpace } = client(url, apiKey);
    await failureFrom(docSpace.room('drive-1-a/b c?#%'));
    expect(seen).toStrictEqual(['GET /api/2.0/files/rooms/drive-1-a%2Fb%20c%3F%23%25']);
    await expect(codeFrom(docSpace.room('..'))).resolves.toBe('room-not-found');
    expect(seen).toHaveLength(1);
  });
});

describe('the list of rooms', () => {
  test('is read page by page, by area', async () => {
    const portal = await start();
    for (let n = 0; n < 205; n += 1) portal.addRoom({ title: `Room ${n}`, roomType: 5 });
    portal.addRoom({ title: 'Old room', roomType: 5, root: 20 });
    portal.addRoom({ title: 'Template', roomType: 5, root: 30 });
    const docSpace = portal.as('owner');
    await expect(docSpace.rooms({ area: 'active' })).resolves.toHaveLength(205);
    expect(portal.requests.map(({ path }) => path)).toStrictEqual(
      [0, 100, 200].map((start) => `/api/2.0/files/rooms?count=100&startIndex=${start}&searchArea=0`),
    );
    await expect(docSpace.rooms({ area: 'archived' })).resolves.toMatchObject([
      { title: 'Old room', area: 'archived' },
    ]);
    await expect(docSpace.rooms({ area: 'template' })).resolves.toMatchObject([{ title: 'Template' }]);
    await expect(docSpace.rooms({ area: 'agents' })).resolves.toStrictEqual([]);
    const found = await docSpace.rooms({ area: 'active', title: 'room 20&' });
    expect(found).toStrictEqual([]);
    expect(portal.requests.at(-1)?.path).toContain('&searchArea=0&filterValue=room%2020%26');
    await expect(docSpace.rooms({ area: 'active', title: 'room 204' })).resolves.toHaveLength(1);
  });

  interface Page {
    readonly ids: readonly number[];
    readonly total: number;
  }
  const pageOf = ({ ids, total }: Page): string =>
    success({
      folders: ids.map((one) => ({ id: one, title: 't', roomType: 5, rootFolderType: 14, access: 0 })),
      total,
    });

  test.each<[string, readonly Page[], readonly number[], number]>([
    ['one page', [{ ids: [1, 2], total: 2 }], [1, 2], 1],
    ['none', [{ ids: [], total: 0 }], [], 1],
    ['short pages', [{ ids: [1], total: 3 }, { ids: [2], total: 3 }, { ids: [3], total: 3 }], [1, 2, 3], 3], // prettier-ignore
    ['a total that shrinks', [{ ids: [1, 2], total: 4 }, { ids: [4], total: 3 }, { ids: [2, 3], total: 3 }, { ids: [4], total: 3 }], [2, 4, 3], 4], // prettier-ignore
    ['an impossible total', [{ ids: [1, 2], total: 9 }, { ids: [], total: 9 }, { ids: [1, 2], total: 9 }, { ids: [], total: 9 }], [1, 2], 4], // prettier-ignore
    ['a room that moved past us', [{ ids: [1, 2], total: 4 }, { ids: [2, 3], total: 4 }, { ids: [4, 1], total: 4 }, { ids: [2, 3], total: 4 }], [1, 2, 3, 4], 4], // prettier-ignore
  ])('%s', async (_, pages, ids, requests) => {
    const { url, seen } = await serve((_request, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(pageOf(pages[seen.length - 1] as Page));
    });
    const rooms = await client(url, apiKey).docSpace.rooms({ area: 'active' });
    expect(rooms.map((room) => Number(room.id))).toStrictEqual(ids);
    expect(seen).toHaveLength(requests);
  });

  test('that comes round again and again is not taken for whole', async () => {
    const { url, seen } = await serve((_, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(pageOf({ ids: [1, 2], total: 300 }));
    });
    const { code, message } = await problemFrom(client(url, apiKey).docSpace.rooms({ area: 'active' }));
    expect(code).toBe('not-docspace');
    expect(message).toContain(
      'The portal says that it has 300 rooms, and lists 2 of them, also when it is asked again.',
    );
    expect(seen).toHaveLength(4);
  });
});

describe('writes', () => {
  test('send an external link, all of it', async () => {
    const portal = await start();
    const { id: roomId } = portal.addRoom({ title: 'Room', roomType: 5 });
    const docSpace = portal.as('owner');
    const expiration = new Date('2031-01-31T18:00:00Z');
    const full = { ...settings, expiration, password: new Secret('longenough1'), internal: true, denyDownload: true };
    const link = await docSpace.putLink(String(roomId), external, full);
    expect(portal.requests.at(-1)).toMatchObject({ method: 'PUT', path: `/api/2.0/files/rooms/${roomId}/links` });
    expect(portal.requests.at(-1)?.body).toStrictEqual({
      linkId: id,
      linkType: 1,
      access: 2,
      title: 'A title',
      expirationDate: '2031-01-31T18:00:00Z',
      internal: true,
      denyDownload: true,
      password: 'longenough1',
    });
    expect(link).toMatchObject({ id, type: 'external', internal: true, denyDownload: true, expiration });
    await docSpace.putLink(String(roomId), external, { ...settings, expiration: new Date(+expiration + 5) });
    expect(portal.requests.at(-1)?.body).toStrictEqual({
      linkId: id,
      linkType: 1,
      access: 2,
      title: 'A title',
      expirationDate: '2031-01-31T18:00:00.005Z',
      internal: false,
      denyDownload: false,
    });
  });

  test('send an invitation without what only external links have', async () => {
    const portal = await start();
    const { id: roomId } = portal.addRoom({ title: 'Room', roomType: 5 });
    const docSpace = portal.as('owner');
    await docSpace.putLink(String(roomId), invitation, { ...settings, maxUses: 7 });
    const body = { linkId: id, linkType: 0, access: 2, title: 'A title' };
    expect(portal.requests.at(-1)?.body).toStrictEqual({ ...body, maxUseCount: 7 });
    await docSpace.putLink(String(roomId), invitation, settings);
    expect(portal.requests.at(-1)?.body).toStrictEqual(body);
  });

  test('revoke by the stored type, and external links with their own internal', async () => {
    const portal = await start();
    const { id: roomId } = portal.addRoom({ title: 'Room', roomType: 5 });
    const docSpace = portal.as('owner');
    portal.addLink(roomId, { internal: true, password: 'longenough1', expiresAt: Date.now() - 1000 });
    portal.addLink(roomId, { kind: 3 });
    const { links } = await docSpace.links(String(roomId));
    for (const link of links) await expect(docSpace.revokeLink(String(roomId), link)).resolves.toBeNull();
    const bodies = portal.requests.filter(({ method }) => method === 'PUT').map(({ body }) => body);
    const idOf = (type: string) => links.find((link) => link.type === type)?.id;
    expect(bodies).toHaveLength(2);
    expect(bodies).toContainEqual({ linkId: idOf('external'), linkType: 1, access: 0, internal: true });
    expect(bodies).toContainEqual({ linkId: idOf('invitation'), linkType: 0, access: 0 });
    expect(portal.links(roomId)).toStrictEqual([]);
  });

  test('give the new primary of a Public room after a revoke', async () => {
    const portal = await start();
    const { id: roomId } = portal.addRoom({ title: 'Room', roomType: 6 });
    const docSpace = portal.as('owner');
    const { links } = await docSpace.links(String(roomId));
    const primary = links[0] as Link;
    const next = await docSpace.revokeLink(String(roomId), primary);
    expect(next).toMatchObject({ primary: true, token: null });
    expect(next?.id).not.toBe(primary.id);
    await expect(docSpace.open(next as Link)).resolves.toBe('room');
    await expect(docSpace.open(primary)).resolves.toBe('nothing');
  });

  test('make a primary link', async () => {
    const portal = await start();
    const { id: roomId } = portal.addRoom({ title: 'Room', roomType: 5 });
    const made = await portal.as('owner').makePrimary(String(roomId));
    expect(made).toMatchObject({ primary: true, type: 'external', title: 'Shared link' });
  });

  test('never send a date that has passed, not even in a later attempt', async () => {
    const portal = await start();
    const { id: roomId } = portal.addRoom({ title: 'Room', roomType: 5 });
    let time = Date.now();
    const { docSpace } = client(portal.url, portal.key('owner'), {
      now: () => time,
      sleep: () => {
        time += 5000;
        return Promise.resolve();
      },
    });
    const put = (seconds: number) =>
      docSpace.putLink(String(roomId), external, { ...settings, expiration: new Date(time + seconds * 1000) });
    await expect(codeFrom(put(0.9))).resolves.toBe('expired-on-the-way');
    await expect(codeFrom(put(-5))).resolves.toBe('expired-on-the-way');
    expect(portal.requests).toStrictEqual([]);
    portal.fault({ method: 'PUT' }, { kind: 'html', status: 503, applied: false });
    await expect(codeFrom(put(5.5))).resolves.toBe('expired-on-the-way');
    expect(portal.requests).toHaveLength(1);
    expect(portal.links(roomId)).toStrictEqual([]);
  });
});

describe('another attempt', () => {
  test.each([
    ['502', { kind: 'html', status: 502 }],
    ['503', { kind: 'status', status: 503 }],
    ['504 after the write', { kind: 'html', status: 504, applied: true }],
    ['408', { kind: 'html', status: 408 }],
    ['421', { kind: 'empty', status: 421 }],
    ['425', { kind: 'empty', status: 425 }],
    ['a reset', { kind: 'reset', when: 'before' }],
    ['a reset after the write', { kind: 'reset', when: 'after' }],
    ['a cut body', { kind: 'cut' }],
    ['a stall before the answer', { kind: 'stall', when: 'before-headers' }],
    ['a stall in the body', { kind: 'stall', when: 'in-body' }],
  ] as const)('after %s, for reads and writes alike', async (_, fault) => {
    const portal = await start();
    const { id: roomId } = portal.addRoom({ title: 'Room', roomType: 5 });
    const { docSpace, retries, waits } = client(portal.url, portal.key('owner'), { requestTimeout: 250 });
    portal.fault({ method: 'PUT', times: 2 }, fault);
    portal.fault({ method: 'GET' }, fault);
    await expect(docSpace.putLink(String(roomId), external, settings)).resolves.toMatchObject({ id });
    await expect(docSpace.links(String(roomId))).resolves.toMatchObject({ links: [{ id }] });
    expect(waits).toStrictEqual([250, 500, 250]);
    const path = `/api/2.0/files/rooms/${roomId}/links`;
    expect(retries.map(({ request, attempt }) => [request, attempt])).toStrictEqual([
      [`PUT ${path}`, 1],
      [`PUT ${path}`, 2],
      [`GET ${path}`, 1],
    ]);
    expect(portal.links(roomId)).toHaveLength(1);
  });

  test('waits as the portal says', async () => {
    const portal = await start();
    const { docSpace, waits } = client(portal.url, portal.key('owner'));
    portal.fault({ method: 'GET' }, { kind: '429', retryAfter: 17 });
    await docSpace.key();
    expect(waits).toStrictEqual([17_000]);
  });

  test('is not made when the portal closes for the day', async () => {
    const portal = await start();
    const { docSpace, waits } = client(portal.url, portal.key('owner'), { timeLeft: () => 300_000 });
    portal.fault({ method: 'GET' }, { kind: '429', daily: true });
    const { code, message } = await problemFrom(docSpace.key());
    expect(code).toBe('rate-limited');
    expect(message).toMatch(
      /Its limit is 10000\. It asks to wait until \d{4}-\d\d-\d\d \d\d:\d\d UTC, which is later than `timeout` allows\.$/u,
    );
    expect(waits).toStrictEqual([]);
  });

  test('is the fifth at most', async () => {
    const portal = await start();
    const { docSpace, waits } = client(portal.url, portal.key('owner'));
    portal.fault({ times: 99 }, { kind: 'html', status: 502 });
    const { code, message } = await problemFrom(docSpace.key());
    expect(code).toBe('portal-unavailable');
    expect(message).toContain('That was attempt 5 of 5.');
    expect([portal.requests.length, waits.length]).toStrictEqual([5, 4]);
  });

  test.each([400, 401, 402, 403, 404, 409, 500])('is not made after %i', async (status) => {
    const portal = await start();
    const { docSpace, waits } = client(portal.url, portal.key('owner'));
    portal.fault({ times: 9 }, { kind: 'empty', status });
    await failureFrom(docSpace.putLink('5', external, settings));
    expect([portal.requests.length, waits.length]).toStrictEqual([1, 0]);
  });

  test('is not waited for longer than the step has time', async () => {
    const portal = await start();
    const step = new AbortController();
    const docSpace = connect({
      portal: portal.url,
      apiKey: new Secret(portal.key('owner')),
      requestTimeout: 2000,
      signal: step.signal,
      userAgent: 'tests/1',
      onRetry: () => {
        setTimeout(() => {
          step.abort();
        }, 30);
      },
    });
    closeLater(() => {
      docSpace.close();
    });
    portal.fault({}, { kind: 'status', status: 503, headers: { 'retry-after': '50' } });
    const { code, message } = await problemFrom(docSpace.key());
    expect(code).toBe('timeout');
    expect(message).toContain('Before that: The portal is not available');
    await expect(codeFrom(docSpace.sharing())).resolves.toBe('timeout');
  });
});

describe('a refused key', () => {
  test.each([
    ['wrong', 'key-rejected', '(401 to'],
    ['disabled', 'key-rejected', '(401 to'],
    ['owner-files', 'key-scope', 'files:write'],
  ] as const)('%s', async (key, code, text) => {
    const portal = await start();
    const { id: roomId } = portal.addRoom({ title: 'Room', roomType: 5 });
    const docSpace = portal.as(key);
    const problem = await problemFrom(docSpace.room(String(roomId)));
    expect(problem.code).toBe(code);
    expect(problem.message).toContain(text);
    await expect(codeFrom(docSpace.links(String(roomId)))).resolves.toBe(code);
    await expect(codeFrom(docSpace.rooms({ area: 'active' }))).resolves.toBe(code);
  });

  test('that may only read', async () => {
    const portal = await start();
    const { id: roomId } = portal.addRoom({ title: 'Room', roomType: 5 });
    const docSpace = portal.as('owner-read');
    await expect(docSpace.links(String(roomId))).resolves.toMatchObject({ links: [] });
    const { code, message } = await problemFrom(docSpace.putLink(String(roomId), external, settings));
    expect([code, message.includes('`rooms:write`')]).toStrictEqual(['key-scope', true]);
  });

  test.each(['owner', 'owner-read', 'owner-readall', 'owner-full', 'owner-star'])(
    '%s is told from a portal that is closed to all',
    async (key) => {
      const portal = await start();
      const { id: roomId } = portal.addRoom({ title: 'Room', roomType: 5 });
      portal.setStatus('restoring');
      const { code, message } = await problemFrom(portal.as(key).room(String(roomId)));
      expect(code).toBe('portal-unavailable');
      expect(message).toContain('being restored, transferred or encrypted');
    },
  );
});

describe('a refused request', () => {
  test.each<[string, (portal: Portal) => void, string, string]>([
    ['suspended', (portal) => { portal.setStatus('suspended'); }, 'portal-unavailable', 'no active portal'], // prettier-ignore
    ['not paid', (portal) => { portal.setPaid(false); }, 'portal-unpaid', 'payment required'], // prettier-ignore
    ['closed to this address', (portal) => { portal.setIpAllowed(false); }, 'portal-unavailable', 'does not let this machine in'], // prettier-ignore
    ['the web client', (portal) => { portal.fault({}, { kind: 'html', status: 200 }); }, 'not-docspace', "with a web page, not with DocSpace's API"], // prettier-ignore
    ['an empty 200', (portal) => { portal.fault({}, { kind: 'empty' }); }, 'not-docspace', '200, no content type, empty'], // prettier-ignore
    ['a moved portal', (portal) => { portal.fault({}, { kind: 'redirect', location: 'https://new.test/x?key=hush' }); }, 'redirected', 'https://new.test (302)'], // prettier-ignore
    ['another shape', (portal) => { portal.fault({}, { kind: 'mutate', change: () => ({ rooms: [] }) }); }, 'not-docspace', '`status`'], // prettier-ignore
  ])('%s', async (_, prepare, code, text) => {
    const portal = await start();
    const { id: roomId } = portal.addRoom({ title: 'Room', roomType: 5 });
    prepare(portal);
    const problem = await problemFrom(portal.as('owner').room(String(roomId)));
    expect(problem.code).toBe(code);
    expect(problem.message).toContain(text);
    expect(problem.message).not.toContain('hush');
  });

  test('by rights and state', async () => {
    const portal = await start();
    const { id: roomId } = portal.addRoom({ title: 'Room', roomType: 2 });
    await expect(codeFrom(portal.as('outsider').room(String(roomId)))).resolves.toBe('room-forbidden');
    await expect(codeFrom(portal.as('owner').room('999999'))).resolves.toBe('room-not-found');
    await expect(codeFrom(portal.as('owner').links('999999'))).resolves.toBe('room-not-found');
    const folder = portal.addRoom({ title: 'Folder', roomType: null });
    await expect(codeFrom(portal.as('owner').room(String(folder.id)))).resolves.toBe('not-a-room');
    const put = (key: string) => failureFrom(portal.as(key).putLink(String(roomId), external, settings));
    const role = await put('owner');
    expect(role).toBeInstanceOf(Refusal);
    expect(role).toMatchObject({ status: 403, exceptionType: 'System.InvalidOperationException' });
    await expect(put('admin')).resolves.toMatchObject({ exceptionType: 'System.Security.SecurityException' });
    const long = { ...settings, title: 'x'.repeat(300) };
    const title = await failureFrom(portal.as('owner').putLink(String(roomId), external, long));
    expect(title).toMatchObject({ status: 400, fields: ['RoomLink.Title'] });
  });

  test('is the same in a portal that speaks German', async () => {
    const portal = await start({ culture: 'de' });
    const { id: roomId } = portal.addRoom({ title: 'Raum', roomType: 2 });
    const refusal = await failureFrom(portal.as('owner').putLink(String(roomId), external, settings));
    expect(refusal).toMatchObject({ status: 403, exceptionType: 'System.InvalidOperationException' });
  });

  test('never sends the key elsewhere', async () => {
    const other = await serve((_, response) => response.end());
    const { url } = await serve((_, response) => response.writeHead(307, { location: other.url }).end());
    const { docSpace } = client(url, apiKey);
    await expect(codeFrom(docSpace.putLink('5', external, settings))).resolves.toBe('redirected');
    await expect(codeFrom(docSpace.links('5'))).resolves.toBe('redirected');
    expect(other.seen).toStrictEqual([]);
  });

  test('holds no secret, whatever the answer repeats of the request', async () => {
    const link = { ...settings, password: new Secret('hush-password') };
    for (const contentType of ['text/plain', 'text/html', 'application/json', 'application/problem+json']) {
      for (const status of [200, 400, 401, 403, 404, 418, 500]) {
        const { url } = await serve((request, response) => {
          response.writeHead(status, { 'content-type': contentType });
          response.end(JSON.stringify({ password: 'hush-password', ...request.headers }));
        });
        const { docSpace, lines } = client(url, apiKey);
        const { text } = await failureFrom(docSpace.putLink('5', external, link));
        expect(text + lines.join('')).not.toMatch(/hush|0123456789abcdef/u);
        stopServers();
      }
    }
  });
});

describe('what a link opens', () => {
  test.each<[string, LinkInput, string]>([
    ['open', {}, 'room'],
    ['with a password', { password: 'longenough1' }, 'password'],
    ['for DocSpace users', { internal: true }, 'login'],
    ['expired', { expiresAt: 1_700_000_000_000 }, 'nothing'],
    ['an invitation', { kind: 3 }, 'join'],
    ['an expired invitation', { kind: 3, expiresAt: 1_700_000_000_000 }, 'nothing'],
    ['an invitation that is used up', { kind: 3, maxUse: 2, used: 2 }, 'nothing'],
  ])('%s', async (_, input, opens) => {
    const portal = await start();
    const { id: roomId } = portal.addRoom({ title: 'Room', roomType: 5 });
    portal.addLink(roomId, input);
    const { docSpace, lines } = client(portal.url, portal.key('owner'));
    const link = (await docSpace.links(String(roomId))).links[0] as Link;
    portal.clearRequests();
    await expect(docSpace.open(link)).resolves.toBe(opens);
    await expect(docSpace.open({ ...link, token: null })).resolves.toBe(opens);
    expect(new Set(portal.requests.map(({ authorization }) => authorization))).toStrictEqual(new Set(['none']));
    const secrets = [link.url.reveal().split('/s/')[1], link.token?.reveal()].filter((text) => text !== undefined);
    for (const secret of secrets) expect(lines.join('\n')).not.toContain(secret);
    await docSpace.revokeLink(String(roomId), link);
    await expect(docSpace.open(link)).resolves.toBe('nothing');
  });

  const link = (type: Link['type'], url: string, token: string | null = null): Link => ({
    ...settings,
    id,
    type,
    primary: false,
    expired: false,
    expirationOffset: 0,
    uses: null,
    url: new Secret(url),
    token: token === null ? null : new Secret(token),
  });

  test.each([4, 9, -1])('is not known for status %i', async (status) => {
    const { url, seen } = await serve((_, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(success({ status, result: status }));
    });
    const { docSpace, lines } = client(url, apiKey);
    await expect(docSpace.open(link('external', '', 'a/b'))).resolves.toBe('unknown');
    expect(seen).toStrictEqual(['GET /api/2.0/files/share/a%2Fb']);
    expect(lines.at(-1)).toBe(`What link ${id} opens is not known: neither its URL nor the portal's answer tells.`);
  });

  test('is asked again after an error of the network, and not known in the end', async () => {
    const portal = await start();
    portal.fault({ times: 9 }, { kind: 'reset', when: 'before' });
    const { docSpace, lines, retries } = client(portal.url, portal.key('owner'));
    await expect(docSpace.open(link('external', '', 'hush'))).resolves.toBe('unknown');
    expect(retries).toHaveLength(4);
    expect(JSON.stringify([lines, retries])).not.toContain('hush');
    expect(lines.at(-1)).toContain('cannot be reached');
  });

  test.each<[string, Link['type'], (origin: string) => string, number]>([
    ['of another host', 'external', () => 'https://other.test/s/abc', 1],
    ['of a shortener', 'external', () => 'https://other.test/abc', 0],
    ['of a shortener', 'invitation', () => 'https://other.test/abc', 0],
    ['of another scheme', 'invitation', () => 'ftp://other.test/s/abc', 0],
    ['that is none', 'invitation', () => 'http://[', 0],
    ['that leads elsewhere', 'invitation', (origin) => `${origin}/s/elsewhere`, 1],
    ['that leads nowhere', 'invitation', (origin) => `${origin}/s/nowhere`, 1],
    ['that leads home', 'invitation', (origin) => `${origin}/s/home`, 1],
    ['that leads home', 'external', (origin) => `${origin}/s/home`, 1],
  ])('is not known for a URL %s (%s)', async (_, type, urlOf, requests) => {
    const { url, seen } = await serve((request, response) => {
      const locations: Record<string, string> = {
        '/s/elsewhere': 'https://other.test/confirm?type=a&key=b&uid=c',
        '/s/home': '/',
      };
      const location = locations[request.url ?? ''];
      response.writeHead(location === undefined ? 200 : 302, location === undefined ? {} : { location }).end();
    });
    await expect(client(url, apiKey).docSpace.open(link(type, urlOf(url)))).resolves.toBe('unknown');
    expect(seen).toHaveLength(requests);
  });

  test('is found under the address that we were given, whatever scheme the portal believes it has', async () => {
    const { url, seen } = await serve((request, response) => {
      if (request.url?.startsWith('/s/') === true) {
        const location = `${url.replace('http:', 'https:')}/confirm/LinkInvite?type=LinkInvite&key=k&uid=u`;
        response.writeHead(302, { location }).end();
        return;
      }
      response.setHeader('content-type', 'application/json');
      response.end(success({ result: 0 }));
    });
    const { docSpace } = client(url, apiKey);
    await expect(docSpace.open(link('invitation', `${url.replace('http:', 'https:')}/s/abc`))).resolves.toBe('join');
    expect(seen).toStrictEqual(['GET /s/abc', 'POST /api/2.0/authentication/confirm']);
  });
});

describe('sharing settings', () => {
  test.each(['owner-full', 'owner-files'])('are told to the key %s', async (key) => {
    const portal = await start();
    const docSpace = portal.as(key);
    await expect(docSpace.sharing()).resolves.toStrictEqual({ restrictedInRooms: false, blocksExisting: false });
    portal.setSharing({ externalShare: false });
    await expect(docSpace.sharing()).resolves.toStrictEqual({ restrictedInRooms: true, blocksExisting: false });
    portal.setSharing({ blockExisting: true });
    await expect(docSpace.sharing()).resolves.toStrictEqual({ restrictedInRooms: true, blocksExisting: true });
    portal.setSharing({ applyToRooms: false });
    await expect(docSpace.sharing()).resolves.toStrictEqual({ restrictedInRooms: false, blocksExisting: false });
  });

  test('are not known where the portal does not tell', async () => {
    const portal = await start();
    const { docSpace, lines } = client(portal.url, portal.key('owner'));
    await expect(docSpace.sharing()).resolves.toBeNull();
    expect(lines.at(-1)).toContain('does not tell its sharing settings');
    const older = await start({ profile: '3.6' });
    await expect(older.as('owner-full').sharing()).resolves.toBeNull();
  });
});

test('debug lines say what was asked, the status and the time', async () => {
  const portal = await start();
  const { id: roomId } = portal.addRoom({ title: 'Room', roomType: 5 });
  const { docSpace, lines } = client(portal.url, portal.key('owner'));
  await docSpace.links(String(roomId));
  portal.fault({}, { kind: 'reset', when: 'before' });
  await docSpace.key();
  expect(lines.map((line) => line.replace(/\d+ ms/u, 'n ms'))).toStrictEqual([
    `GET /api/2.0/files/rooms/${roomId}/links: 200 in n ms`,
    'GET /api/2.0/keys/@self: unreachable after n ms',
    'GET /api/2.0/keys/@self: 200 in n ms',
  ]);
});

test('works with its own clock, sleep and chance', async () => {
  const portal = await start();
  portal.fault({}, { kind: 'html', status: 503 });
  const docSpace = connect({
    portal: `${portal.url}/`,
    apiKey: new Secret(portal.key('owner')),
    requestTimeout: 2000,
    signal: new AbortController().signal,
    userAgent: 'tests/1',
    onRetry: () => undefined,
  });
  closeLater(() => {
    docSpace.close();
  });
  await expect(docSpace.key()).resolves.toMatchObject({ scopes: ['rooms:write'] });
});
