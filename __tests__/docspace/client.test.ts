import { afterEach, describe, expect, test } from '@jest/globals';
import type { Portal } from '../../simulator/index.ts';
import { Refusal } from '../../src/docspace/refusal.ts';
import type { Link } from '../../src/links/link.ts';
import { Secret } from '../../src/links/secret.ts';
import { codeFrom, failureFrom, problemFrom } from './failures.ts';
import { serve, stopServers } from './servers.ts';
import { apiKey, client, closeAll, external, id, invitation, settings, start } from './stage.ts';

afterEach(closeAll);

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
