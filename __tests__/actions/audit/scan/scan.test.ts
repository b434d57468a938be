import { afterEach, describe, expect, test } from '@jest/globals';
import { idPrefix } from '../../../../src/links/identity.ts';
import { Secret } from '../../../../src/links/secret.ts';
import { addRooms, asked, scanAs } from './scanning.ts';
import { closeAll, portalOf as start } from '../../../support/step.ts';
import { identity } from '../../../support/links.ts';

afterEach(closeAll);

describe('a scan of all rooms', () => {
  test('reads the links of each once, over several pages, and reports in the order of their ids', async () => {
    const portal = await start();
    const ids = addRooms(portal, 205);
    portal.addRoom({ title: 'Third party', roomType: 5, thirdParty: 'sbox-12-xyz' });
    portal.addRoom({ title: 'Template', roomType: 5, root: 30 });
    const { report } = await scanAs(portal, 'owner');
    expect(report.coverage).toStrictEqual({
      total: 206,
      read: 206,
      unasked: 0,
      unreadable: 0,
      failed: 0,
      gone: 0,
      excluded: 0,
      links: 205,
      complete: true,
    });
    expect(report.results.map(({ room }) => room.id)).toStrictEqual([...ids, 'sbox-12-xyz']);
    expect(report.results[7]).toMatchObject({ room: { title: 'Room 7' }, links: [{ title: 'Link 7' }] });
    expect(report).toMatchObject({ unread: [], paging: null, version: '3.7' });
    const requests = asked(portal);
    // A list of several pages is read once more; that also tells the rights in the one room without links.
    const [list, links] = [true, false].map((ofList) =>
      requests.filter((text) => text.includes('files/rooms?') === ofList),
    );
    expect(list).toStrictEqual(
      [0, 100, 200, 0, 100, 200].map((at) => `GET files/rooms?count=100&startIndex=${at}&searchArea=0`),
    );
    expect(links).toHaveLength(206);
    expect(new Set(links).size).toBe(206);
  });

  test('asks for the rights in many rooms without links by the pages of the list', async () => {
    const portal = await start();
    Array.from({ length: 205 }, (_, n) => portal.addRoom({ title: `Room ${n}`, roomType: 5 }));
    const { report } = await scanAs(portal, 'owner');
    expect(report.coverage).toMatchObject({ read: 205, complete: true });
    expect(asked(portal).filter((text) => !text.endsWith('/links'))).toStrictEqual(
      [0, 100, 200, 0, 100, 200].map((at) => `GET files/rooms?count=100&startIndex=${at}&searchArea=0`),
    );
  });

  test('only reads: no write, and never GET …/link, which makes one [promise audit-writes-nothing]', async () => {
    const portal = await start();
    addRooms(portal, 5);
    portal.addRoom({ title: 'Empty', roomType: 5 });
    await scanAs(portal, 'owner-full', { area: 'any' });
    await scanAs(portal, 'admin', { area: 'any' });
    expect(portal.requests.filter(({ method, path }) => method !== 'GET' || path.endsWith('/link'))).toStrictEqual([]);
    expect(portal.state.audit).toStrictEqual([]);
    expect(portal.user('owner').sortBy).toBeNull();
  });

  test('keeps nothing of a room for which there is nothing to say', async () => {
    const portal = await start();
    addRooms(portal, 3);
    const { report } = await scanAs(portal, 'owner', { rooms: [] });
    expect(report).toMatchObject({ results: [], version: null, coverage: { total: 0, complete: true } });
  });

  test('takes a list without any room for one that is not whole, but for the archive', async () => {
    const portal = await start();
    addRooms(portal, 2);
    const { report } = await scanAs(portal, 'outsider');
    expect(report.coverage).toMatchObject({ total: 0, read: 0, complete: false });
    expect(report.paging).toMatchObject({ message: 'The user who owns the API key sees no room at all.' });
    const archive = await scanAs(portal, 'outsider', { area: 'archived' });
    expect(archive.report).toMatchObject({ paging: null, coverage: { total: 0, complete: true } });
  });

  test.each([1, 3, 32])('sends %i requests at once, and no more [promise audit-concurrency]', async (concurrency) => {
    const portal = await start();
    addRooms(portal, 70);
    const { promise: full, resolve } = Promise.withResolvers<undefined>();
    let now = 0;
    let most = 0;
    const path = /\/links$/u;
    portal.on({ path }, async () => {
      now += 1;
      most = Math.max(most, now);
      if (now === concurrency) resolve(undefined);
      await full;
    });
    portal.on({ path }, () => void (now -= 1), { when: 'after' });
    const { report } = await scanAs(portal, 'owner', { concurrency });
    expect(report.coverage.read).toBe(70);
    expect(most).toBe(concurrency);
  });
});

describe('what a judge is told of a link', () => {
  test('all but its secrets', async () => {
    const portal = await start();
    const { id } = portal.addRoom({ title: 'Room', roomType: 6 });
    portal.addLink(id, { title: 'Press', password: 'Zx9-hush-hush', expiresAt: Date.UTC(2031, 0, 31), role: 10 });
    portal.addLink(id, { kind: 3, title: 'Join', maxUse: 5, used: 2, role: 11 });
    const { report, lines } = await scanAs(portal, 'owner');
    const [verdict] = report.results;
    expect(verdict?.links.find(({ title }) => title === 'Press')).toMatchObject({
      type: 'external',
      primary: false,
      access: 10,
      expiration: new Date('2031-01-31T00:00:00Z'),
      expired: false,
      internal: false,
      hasPassword: true,
      passwordFits: true,
      denyDownload: false,
      managed: false,
    });
    expect(verdict?.links.find(({ title }) => title === 'Join')).toMatchObject({
      type: 'invitation',
      access: 11,
      maxUses: 5,
      uses: 2,
      hasPassword: false,
      passwordFits: null,
    });
    const secrets = [...portal.state.shortByLong].flat().concat('hush-hush', portal.key('owner'));
    const texts: string[] = [];
    const walk = (value: unknown): void => {
      expect(value).not.toBeInstanceOf(Secret);
      if (typeof value === 'string') texts.push(value);
      if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) walk(one);
    };
    walk([report, lines]);
    expect(texts).toContain('Press');
    expect(texts.filter((text) => secrets.some((secret) => text.includes(secret)) || text.includes('/s/'))).toStrictEqual([]); // prettier-ignore
  });

  test('whether its password fits the policy of today', async () => {
    const portal = await start();
    const { id } = portal.addRoom({ title: 'Room', roomType: 5 });
    portal.addLink(id, { title: 'weak', password: 'longenough1' });
    portal.addLink(id, { title: 'strong', password: 'Long-enough1' });
    portal.setPasswordPolicy({ upper: true, special: true });
    const fits = async (): Promise<unknown> =>
      Object.fromEntries(
        (await scanAs(portal, 'owner')).report.results[0]?.links.map((link) => [link.title, link.passwordFits]) ?? [],
      );
    await expect(fits()).resolves.toStrictEqual({ weak: false, strong: true });
    portal.fault({ path: '/settings/security/password' }, { kind: 'empty', status: 403 });
    await expect(fits()).resolves.toStrictEqual({ weak: null, strong: null });
  });

  test('whether this repository made it', async () => {
    const portal = await start();
    const { id } = portal.addRoom({ title: 'Room', roomType: 5 });
    const prefix = idPrefix(identity, { roomId: String(id), type: 'external', key: 'any' });
    portal.addLink(id, { id: `${prefix}8000-000000000000`, title: 'ours' });
    portal.addLink(id, { title: 'theirs' });
    const { report } = await scanAs(portal, 'owner');
    const managed = report.results[0]?.links.map((link) => [link.title, link.managed]);
    expect(new Map(managed as [string, boolean][])).toStrictEqual(new Map([['ours', true], ['theirs', false]])); // prettier-ignore
  });
});

describe('links of one type', () => {
  test('a room that says that it has no external link is not asked [promise audit-external-only]', async () => {
    const portal = await start();
    const [shared] = addRooms(portal, 1);
    const { id } = portal.addRoom({ title: 'Invitation only', roomType: 5 });
    portal.addLink(id, { kind: 3 });
    portal.addLink(shared ?? '', { kind: 3 });
    const { report } = await scanAs(portal, 'owner', { linkType: 'external' });
    expect(report.coverage).toMatchObject({ total: 2, read: 2, unasked: 1, links: 1, complete: true });
    expect(report.results.map(({ links }) => links.length)).toStrictEqual([1, 0]);
    expect(asked(portal).filter((text) => text.endsWith('/links'))).toStrictEqual([`GET files/rooms/${shared}/links`]);
    // ... and counts as read even for a key that could not read it.
    const { report: admins } = await scanAs(portal, 'admin', { linkType: 'external' });
    expect(admins.coverage).toMatchObject({ read: 1, unreadable: 1, complete: false });
  });

  test('invitations do not show in flags, nor do older portals have any', async () => {
    const portal = await start();
    addRooms(portal, 1);
    portal.addLink(portal.addRoom({ title: 'B', roomType: 2 }).id, { kind: 3 });
    const { report } = await scanAs(portal, 'owner', { linkType: 'invitation' });
    expect(report.coverage).toMatchObject({ read: 2, unasked: 0, links: 1 });
    expect(report.results.map(({ links }) => links.map(({ type }) => type))).toStrictEqual([[], ['invitation']]);
    const older = await start({ profile: '3.6' });
    older.addRoom({ title: 'Empty', roomType: 5 });
    await scanAs(older, 'owner', { linkType: 'external' });
    expect(asked(older).filter((text) => text.endsWith('/links'))).toHaveLength(1);
  });
});

describe('what a judge is told of room and portal', () => {
  test.each(['3.7', '3.6', '3.2'] as const)('a portal %s', async (profile) => {
    const portal = await start({ profile });
    portal.addRoom({ title: 'Empty', roomType: 5 });
    addRooms(portal, 1);
    const { report } = await scanAs(portal, 'owner');
    expect(report.version).toBe(profile);
  });

  test('when the room was changed, and the rules for sharing', async () => {
    const portal = await start();
    portal.addRoom({ title: 'Old', roomType: 5, modifiedAt: Date.UTC(2025, 1, 3) });
    portal.setSharing({ externalShare: false, blockExisting: true });
    const { report } = await scanAs(portal, 'owner-full');
    const sharing = { restrictedInRooms: true, blocksExisting: true };
    expect(report).toMatchObject({
      sharing,
      results: [{ room: { modified: new Date('2025-02-03T00:00:00Z') }, portal: { version: '3.7', sharing } }],
    });
    // A key for rooms is not told.
    await expect(scanAs(portal, 'owner')).resolves.toMatchObject({ report: { sharing: null } });
  });

  test('whether its owner is active, where the key may ask, once for each owner', async () => {
    const portal = await start();
    portal.addUser('leaver', { type: 'roomAdmin' });
    addRooms(portal, 1);
    for (const title of ['A', 'B']) portal.addRoom({ title, roomType: 5, owner: 'leaver', members: { owner: 9 } });
    portal.user('leaver').active = false;
    const owners = async (key: string): Promise<readonly unknown[]> => {
      portal.clearRequests();
      return (await scanAs(portal, key)).report.results.map(({ room }) => room.ownerActive);
    };
    await expect(owners('owner-full')).resolves.toStrictEqual([true, false, false]);
    expect(asked(portal).filter((text) => text.includes('people'))).toHaveLength(1);
    // Its own owner must be active, or the key would not work.
    await expect(owners('owner')).resolves.toStrictEqual([true, null, null]);
    expect(asked(portal).filter((text) => text.includes('people'))).toStrictEqual([]);
  });

  test('owners of whom nothing is told are no failure, and after three of them no more are asked for', async () => {
    const portal = await start();
    for (const label of ['a', 'b', 'c', 'd', 'e']) {
      portal.addUser(label, { type: 'roomAdmin' });
      portal.addRoom({ title: label, roomType: 5, owner: label, members: { owner: 9 } });
    }
    portal.fault({ path: /people/u, times: 99 }, { kind: 'empty', status: 404 });
    const { report } = await scanAs(portal, 'owner-full', { concurrency: 1 });
    expect(report.results.map(({ room }) => room.ownerActive)).toStrictEqual([null, null, null, null, null]);
    expect(report).toMatchObject({ ownersReported: false, coverage: { complete: true } });
    expect(asked(portal).filter((text) => text.includes('people'))).toHaveLength(3);
  });

  test('one owner who is there no more does not hide what is told of the others', async () => {
    const portal = await start();
    for (const label of ['a', 'b']) {
      portal.addUser(label, { type: 'roomAdmin' });
      portal.addRoom({ title: label, roomType: 5, owner: label, members: { owner: 9 } });
    }
    portal.user('b').active = false;
    portal.fault({ path: /people/u }, { kind: 'empty', status: 404 });
    const { report } = await scanAs(portal, 'owner-full', { concurrency: 1 });
    expect(report.results.map(({ room }) => room.ownerActive)).toStrictEqual([null, false]);
    expect(report.ownersReported).toBe(true);
  });
});
