import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Portal, startPortal } from '../../simulator/index.ts';
import { at, client, type Reply } from './http.ts';

const G1 = '11111111-1111-4111-8111-111111111111';
const G2 = '22222222-2222-4222-8222-222222222222';

let portal: Portal;
let owner: ReturnType<typeof client>;

beforeEach(async () => {
  portal = await startPortal();
  owner = client(portal.url, portal.key('owner'));
});

afterEach(async () => {
  await portal.close();
});

function linksOf(roomType: 1 | 2 | 5 | 6): string {
  return `/api/2.0/files/rooms/${portal.addRoom({ title: 'Golden', roomType }).id}/links`;
}

function shared(reply: Reply, name: string): unknown {
  return at(reply.body, 'response', 'sharedLink', name);
}

function message(reply: Reply): string {
  return `${reply.status} ${String(at(reply.body, 'error', 'message'))}`;
}

function nothing(reply: Reply): unknown[] {
  return [reply.status, at(reply.body, 'response'), at(reply.body, 'count')];
}

const NOTHING = [200, undefined, 0];
const MAX = (limit: number) => `403 The maximum number of links may not exceed ${limit}`;
const ROLE = '403 The role is not available for this user type';

describe('the golden cases of section E', () => {
  test('1–7: the invitation', async () => {
    const path = linksOf(5);
    expect(nothing(await owner.put(path, {}))).toEqual(NOTHING);
    const made = await owner.put(path, { access: 2 });
    expect(at(made.body, 'response', 'subjectType')).toBe(3);
    expect([shared(made, 'title'), shared(made, 'currentUseCount')]).toEqual(['Invitation link', 0]);
    expect(shared(made, 'expirationDate')).toBeUndefined();
    expect(message(await owner.put(path, { access: 2 }))).toBe(MAX(1));
    expect(message(await owner.put(path, {}))).toBe(MAX(1));
    const linkId = String(shared(made, 'id'));
    const edited = await owner.put(path, { linkId, access: 10, maxUseCount: 5 });
    expect([shared(edited, 'id'), shared(edited, 'shareLink')]).toEqual([linkId, shared(made, 'shareLink')]);
    expect([at(edited.body, 'response', 'access'), shared(edited, 'title')]).toEqual([10, 'Invitation link']);
    portal.redeem(linkId, 5);
    const below = await owner.put(path, { linkId, access: 10, maxUseCount: 4 });
    expect(message(below)).toContain("(Parameter 'maxUseCount')");
    const reset = await owner.put(path, { linkId, access: 10 });
    expect([shared(reset, 'maxUseCount'), shared(reset, 'currentUseCount')]).toEqual([undefined, 0]);
  });

  test('8–13: external links', async () => {
    const path = linksOf(5);
    const made = await owner.put(path, { linkType: 1, access: 2, linkId: G1, password: ' longenough1 ' });
    expect([shared(made, 'id'), shared(made, 'password')]).toEqual([G1, 'longenough1']);
    expect(at(made.body, 'response', 'subjectType')).toBe(1);
    const past = await owner.put(path, { linkType: 1, access: 2, linkId: G1, expirationDate: '2000-01-01T00:00:00Z' });
    expect([shared(past, 'expirationDate'), shared(past, 'password')]).toEqual([undefined, undefined]);
    expect(nothing(await owner.put(path, { linkType: 1, access: 'editing', linkId: G1 }))).toEqual(NOTHING);
    expect(message(await owner.put(path, { linkType: 1, access: 9 }))).toBe(ROLE);
    expect(nothing(await owner.put(path, { linkType: 1, access: 0, linkId: G2 }))).toEqual(NOTHING);
    for (let count = 0; count < 5; count += 1) {
      expect((await owner.put(path, { linkType: 1, access: 2 })).status).toBe(200);
    }
    expect(message(await owner.put(path, { linkType: 1, access: 2 }))).toBe(MAX(5));
    expect(message(await owner.put(path, { linkType: 1, access: 0, linkId: G2 }))).toBe(MAX(5));
  });

  test('14: a link type in words', async () => {
    const reply = await owner.put(linksOf(5), { linkType: 'External', access: 2 });
    expect(reply.status).toBe(400);
    expect(Object.keys(at(reply.body, 'response', 'errors') as object)).toEqual(['$.linkType']);
  });

  test('15: GET /link creates once', async () => {
    const path = linksOf(5).slice(0, -1);
    const [first, second] = [await owner.get(path), await owner.get(path)];
    expect(shared(first, 'id')).toBe(shared(second, 'id'));
    expect(shared(first, 'primary')).toBe(true);
  });

  test('16–18: the primary of a Public room', async () => {
    const path = linksOf(6);
    const list = await owner.get(path);
    const old = String(at(list.body, 'response', 0, 'sharedLink', 'id'));
    const made = await owner.put(path, { linkId: old, linkType: 1, access: 0 });
    const linkId = String(shared(made, 'id'));
    expect(linkId).not.toBe(old);
    expect([shared(made, 'primary'), shared(made, 'requestToken')]).toEqual([true, undefined]);
    const kept = await owner.put(path, { linkId, linkType: 1, access: 0, internal: true });
    expect(shared(kept, 'id')).toBe(linkId);
    expect(nothing(await owner.put(path, { linkId, access: 0 }))).toEqual(NOTHING);
    expect(at((await owner.get(path)).body, 'response')).toEqual([]);
  });

  test('19 and 20: rooms without additional links', async () => {
    expect(message(await owner.put(linksOf(1), { linkType: 1, access: 7 }))).toBe(MAX(0));
    expect(message(await owner.put(linksOf(2), { linkType: 1, access: 0, linkId: G1 }))).toBe(ROLE);
  });

  test('21: a portal administrator from outside', async () => {
    const path = linksOf(5);
    const admin = client(portal.url, portal.key('admin'));
    expect(at((await admin.get(path)).body, 'response')).toEqual([]);
    expect(message(await admin.put(path, { linkType: 1, access: 2 }))).toBe('403 Access denied');
  });

  test('22: an archived room', async () => {
    const path = linksOf(5);
    await owner.put(path, { linkType: 1, access: 2, linkId: G1 });
    portal.archive(path.split('/')[5] ?? '');
    expect(message(await owner.put(path, { linkType: 1, access: 0, linkId: G1 }))).toBe('403 Access denied');
    const item = at((await owner.get(path)).body, 'response', 0);
    expect(item).toMatchObject({ canEditInternal: false, canEditExpirationDate: false, canRevoke: false });
  });

  test('23: no such room', async () => {
    const room = '/api/2.0/files/rooms/999999';
    expect(message(await owner.get(`${room}/links`))).toBe('404 Item not found');
    expect(message(await owner.put(`${room}/links`, { linkType: 1, access: 2 }))).toBe('404 Item not found');
    expect(message(await owner.get(`${room}/link`))).toBe('404 Item not found');
    expect(message(await owner.get(room))).toBe('404 The required folder was not found');
  });

  test('24 and 25: keys', async () => {
    const path = linksOf(5);
    const reader = client(portal.url, portal.key('owner-read'));
    const refused = await reader.put(path, { linkType: 1, access: 2 });
    expect([refused.status, refused.text]).toEqual([403, '']);
    const wrong = client(portal.url, portal.key('wrong'));
    const put = await wrong.put(path, { linkType: 1, access: 2 });
    expect([put.status, put.text]).toEqual([401, '']);
    const room = await wrong.get(path.replace('/links', ''));
    expect([room.status, room.headers['content-type']]).toEqual([403, 'application/problem+json; charset=utf-8']);
    const self = await wrong.get('/api/2.0/keys/@self');
    expect([self.status, self.text]).toEqual([401, '']);
  });
});
