import { afterEach, describe, expect, test } from '@jest/globals';
import { type Culture, DEFAULT_TITLES, type Portal, type PortalOptions, startPortal } from '../../simulator/index.ts';
import { at, client, type Reply, send } from './http.ts';

const MINUTE = 60_000;
const guid = (digit: number) => `${digit}1111111-1111-4111-8111-111111111111`;

let portal: Portal;

async function open(options: PortalOptions = {}) {
  portal = await startPortal(options);
  return client(portal.url, portal.key('owner'));
}

function pathOf({ id }: { readonly id: number | string }): string {
  return `/api/2.0/files/rooms/${encodeURIComponent(id)}/links`;
}

function shared(reply: Reply, name: string): unknown {
  return at(reply.body, 'response', 'sharedLink', name);
}

function listed(reply: Reply): readonly unknown[] {
  const items = at(reply.body, 'response') as readonly unknown[];
  return items.map((item) => at(item, 'sharedLink', 'id'));
}

function refused(reply: Reply): unknown {
  return [reply.status, at(reply.body, 'error', 'type'), at(reply.body, 'error', 'message')];
}

afterEach(async () => {
  await portal.close();
});

describe('H1: the limiter', () => {
  test('keys and login tokens of one user count together, and another user has places of their own', async () => {
    const owner = await open({ now: () => Date.parse('2026-11-27T10:00:00Z'), limiter: { perMinute: 3 } });
    const path = pathOf(portal.addRoom({ title: 'Room', roomType: 5, members: { manager: 9 } }));
    await owner.get(path);
    await client(portal.url, portal.key('owner-full')).get(path);
    const token = portal.token('owner');
    expect((await send(portal.url + path, { authorization: token })).status).toBe(200);
    const over = [await owner.get(path), await send(portal.url + path, { authorization: token })];
    expect(over.map(({ status, text }) => [status, text])).toEqual([
      [429, ''],
      [429, ''],
    ]);
    expect(over[0]?.headers).toMatchObject({ 'x-ratelimit-limit': '3', 'x-ratelimit-remaining': '0' });
    expect(over[0]?.headers).not.toHaveProperty('retry-after');
    expect(over[0]?.headers).not.toHaveProperty('x-ratelimit-reset');
    expect((await client(portal.url, portal.key('manager')).get(path)).status).toBe(200);
  });

  test('the window slides: a place is free again a minute after it was taken, and refusals take none', async () => {
    const owner = await open({ limiter: { perMinute: 2 } });
    portal.setClock(Date.parse('2026-11-27T10:00:00Z'));
    const path = pathOf(portal.addRoom({ title: 'Room', roomType: 5 }));
    const statuses: number[] = [];
    for (const pause of [0, 30_000, 29_999, 1, 0, 30_000]) {
      portal.advance(pause);
      statuses.push((await owner.get(path)).status);
    }
    expect(statuses).toEqual([200, 200, 429, 200, 429, 200]);
  });

  test('is the limit of 1500 when it is switched on while the portal runs, and gone when switched off', async () => {
    const owner = await open({ now: () => Date.parse('2026-11-27T10:00:00Z') });
    const path = pathOf(portal.addRoom({ title: 'Room', roomType: 5 }));
    portal.setLimiter({ perMinute: 1, minuteMs: 2 * MINUTE });
    expect([(await owner.get(path)).status, (await owner.get(path)).status]).toEqual([200, 429]);
    portal.advance(MINUTE);
    expect((await owner.get(path)).status).toBe(429);
    portal.setLimiter(true);
    for (let sent = 0; sent < 1500; sent += 50) {
      const replies = await Promise.all(Array.from({ length: 50 }, () => owner.get('/api/2.0/keys/@self')));
      expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
    }
    const over = await owner.get(path);
    expect([over.status, over.headers['x-ratelimit-limit']]).toEqual([429, '1500']);
    portal.setLimiter(false);
    expect((await owner.get(path)).status).toBe(200);
  });
});

describe('H2: languages', () => {
  test.each(Object.entries(DEFAULT_TITLES))('default titles in %s', async (culture, titles) => {
    const owner = await open({ culture: culture as Culture });
    const custom = pathOf(portal.addRoom({ title: 'Custom', roomType: 5 }));
    const form = pathOf(portal.addRoom({ title: 'Form', roomType: 1 }));
    const open6 = pathOf(portal.addRoom({ title: 'Public', roomType: 6 }));
    expect(shared(await owner.put(custom, { linkType: 1, access: 2 }), 'title')).toBe(titles.shared);
    expect(shared(await owner.put(custom, { access: 2 }), 'title')).toBe(titles.invitation);
    expect(shared(await owner.get(custom.slice(0, -1)), 'title')).toBe(titles.shared);
    expect(shared(await owner.get(form.slice(0, -1)), 'title')).toBe(titles.fillOut);
    expect(shared(await owner.get(open6.slice(0, -1)), 'title')).toBe(titles.shared);
  });

  test("a title is stored in the language of whoever makes the link, and stays so in everyone's list", async () => {
    const owner = await open({ culture: 'de' });
    portal.user('owner').culture = 'fr';
    const room = portal.addRoom({ title: 'Public', roomType: 6, members: { manager: 9 } });
    const primary = portal.links(room.id)[0];
    expect(primary?.title).toBe('Lien partagé');
    const manager = client(portal.url, portal.key('manager'));
    const renewed = await manager.put(pathOf(room), { linkId: primary?.id, linkType: 1, access: 0 });
    expect(shared(renewed, 'title')).toBe('Gemeinsamer Link');
    expect(shared(await owner.get(pathOf(room).slice(0, -1)), 'title')).toBe('Gemeinsamer Link');
    expect(portal.addLink(room.id, { owner: 'manager', kind: 3 }).title).toBe('Einladungs-Link');
    expect(portal.addLink(room.id, { kind: 3 }).title).toBe("Lien d'invitation");
  });

  test.each(['de', 'fr', 'ru'] as const)('%s: two messages stay English, the others do not', async (culture) => {
    const owner = await open({ culture });
    const path = pathOf(portal.addRoom({ title: 'Room', roomType: 5 }));
    await owner.put(path, { access: 2 });
    const message = (reply: Reply) => at(reply.body, 'error', 'message');
    const admin = client(portal.url, portal.key('admin'));
    expect(message(await admin.put(path, { access: 2 }))).toBe('Access denied');
    expect(message(await owner.get('/api/2.0/files/rooms/999999/links'))).toBe('Item not found');
    const outsider = client(portal.url, portal.key('outsider'));
    const translated = [
      await owner.put(path, { access: 2 }),
      await owner.put(path, { access: 9 }),
      await owner.put(path, { linkType: 1, access: 2, password: 'short' }),
      await owner.get('/api/2.0/files/rooms/999999'),
      await outsider.get(path.replace('/links', '')),
    ].map(message);
    expect(translated.join(' ')).not.toMatch(/maximum|role is|Password must|required folder|permission/);
    expect(new Set(translated).size).toBe(5);
  });
});

describe('H3: order', () => {
  async function orders(read: () => Promise<readonly unknown[]>): Promise<readonly (readonly unknown[])[]> {
    const seen = [await read()];
    for (const order of ['reversed', 1, 2, 1] as const) {
      portal.setOrder(order);
      seen.push(await read());
    }
    return seen;
  }

  test('links of one role come by their ids, or as a test wants; roles keep their rank', async () => {
    const owner = await open();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const made = [5, 2, 4, 1, 3].map(guid);
    for (const id of made) portal.addLink(room.id, { id });
    portal.addLink(room.id, { id: guid(9), role: 10 });
    const [byId, reversed, one, two, again] = await orders(async () => listed(await owner.get(pathOf(room))));
    expect(byId).toEqual([9, 1, 2, 3, 4, 5].map(guid));
    expect(reversed).toEqual([9, 5, 4, 3, 2, 1].map(guid));
    expect(again).toEqual(one);
    expect(two).not.toEqual(one);
    expect([one, two].map((list) => list?.[0])).toEqual([guid(9), guid(9)]);
    expect([...(one ?? [])].sort()).toEqual([...(byId ?? [])].sort());
  });

  test('primary links stay first where they are first', async () => {
    const owner = await open({ order: 'reversed' });
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    for (const [digit, kind] of [
      [1, 4],
      [2, 1],
      [3, 1],
    ] as const) {
      portal.addLink(room.id, { id: guid(digit), kind });
    }
    expect(listed(await owner.get(`${pathOf(room)}?type=1`))).toEqual([1, 3, 2].map(guid));
    expect(listed(await owner.get(pathOf(room)))).toEqual([3, 2, 1].map(guid));
  });

  test('rooms come by their ids, or as a test wants, over all pages', async () => {
    const owner = await open();
    for (const id of [30, 4, 200]) portal.addRoom({ title: `Room ${id}`, roomType: 5, id });
    portal.addRoom({ title: 'Box', roomType: 5, thirdParty: 'box-1-a' });
    const page = async (start: number) => {
      const reply = await owner.get(`/api/2.0/files/rooms?count=2&startIndex=${start}`);
      const folders = at(reply.body, 'response', 'folders') as readonly unknown[];
      return folders.map((folder) => at(folder, 'id'));
    };
    const [byId, reversed, one, two] = await orders(async () => [...(await page(0)), ...(await page(2))]);
    expect(byId).toEqual([4, 30, 200, 'box-1-a']);
    expect(reversed).toEqual(['box-1-a', 200, 30, 4]);
    expect(new Set(one)).toEqual(new Set(byId));
    expect(new Set(two)).toEqual(new Set(byId));
  });

  test('ids that the portal chooses are the same on every run', async () => {
    await open();
    const room = portal.addRoom({ title: 'Room', roomType: 6 });
    const first = [portal.links(room.id)[0]?.id, portal.addLink(room.id).id];
    await portal.close();
    await open();
    const same = portal.addRoom({ title: 'Room', roomType: 6 });
    expect([portal.links(same.id)[0]?.id, portal.addLink(same.id).id]).toEqual(first);
    expect(new Set(first).size).toBe(2);
  });
});

describe('H4: third-party rooms that are not there', () => {
  const broken = [500, 'System.AggregateException', 'One or more errors occurred. (Sequence contains no elements)'];

  test.each(['sbox-3-abc', 'onedrive-12-a b/c', 'box-1', 'dropbox-1-x', 'spoint-1-x'])(
    '%s of a storage that is not connected: the portal fails',
    async (id) => {
      const owner = await open();
      const room = `/api/2.0/files/rooms/${encodeURIComponent(id)}`;
      expect(refused(await owner.get(room))).toEqual(broken);
      expect(refused(await owner.get(`${room}/links`))).toEqual(broken);
      expect(refused(await owner.get(`${room}/link`))).toEqual(broken);
      expect(refused(await owner.put(`${room}/links`, { linkType: 1, access: 2 }))).toEqual(broken);
    },
  );

  test.each([
    ['x-3-y', 'x'],
    ['drive-15-root', 'drive'],
    ['abc', ''],
    ['2147483648', ''],
  ])('%s: no such selector', async (id, selector) => {
    const owner = await open();
    const room = `/api/2.0/files/rooms/${id}`;
    const missing = [404, 'ASC.Common.Web.ItemNotFoundException', `Selector '${selector}' not found`];
    expect(refused(await owner.get(room))).toEqual(missing);
    expect(refused(await owner.get(`${room}/links`))).toEqual(missing);
  });
});

describe('H5: addresses', () => {
  test("URLs begin with the portal's own domain, whatever host is asked", async () => {
    const owner = await open();
    portal.setOrigin('http://localhost:4100');
    const path = pathOf(portal.addRoom({ title: 'Room', roomType: 5 }));
    const made = await owner.put(path, { access: 2 });
    const url = String(shared(made, 'shareLink'));
    expect(url).toMatch(/^http:\/\/localhost:4100\/s\//);
    expect(at(made.body, 'links', 0, 'href')).toBe(portal.url + path);
    const short = await send(portal.url + new URL(url).pathname);
    expect(short.headers['location']).toMatch(/^http:\/\/localhost:4100\/confirm\/LinkInvite\?/);
    expect((await send(`${portal.url}/s/none`)).headers['location']).toBe('http://localhost:4100');
    portal.setOrigin(null);
    expect(String(at((await owner.get(path)).body, 'response', 0, 'sharedLink', 'shareLink'))).toContain(portal.url);
  });
});

describe('H7: members of a Public room', () => {
  const add = (label: string, role: number) =>
    portal.addRoom({ title: 'Public', roomType: 6, members: { [label]: role } });

  test.each([
    ['manager', 11],
    ['manager', 9],
    ['member', 2],
  ] as const)('%s may have role %i', async (label, role) => {
    await open();
    expect(add(label, role).members.get(portal.user(label).id)).toBe(role);
  });

  test.each([
    ['manager', 2],
    ['member', 10],
  ] as const)('%s cannot have role %i, and no test can make such a room', async (label, role) => {
    await open();
    expect(() => add(label, role)).toThrow(`"${label}" cannot have role ${role}`);
  });
});

describe("H8: a room's history", () => {
  test('a key with rooms:write may not read it', async () => {
    const owner = await open();
    const { id } = portal.addRoom({ title: 'Room', roomType: 5 });
    const reply = await owner.get(`/api/2.0/files/folder/${id}/log`);
    expect([reply.status, reply.text]).toEqual([403, '']);
    const full = await client(portal.url, portal.key('owner-full')).get(`/api/2.0/files/folder/${id}/log`);
    expect(full.status).toBe(200);
  });
});
