import { afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inspect } from 'node:util';
import { decodeLinkFacts } from '../../../../src/docspace/decode-links.ts';
import { decodeRoom } from '../../../../src/docspace/decode-rooms.ts';
import { mayRead } from '../../../../src/docspace/refusal.ts';
import { fitsPolicy, generatePassword, type PasswordPolicy } from '../../../../src/links/password.ts';
import { addRooms, client } from './scanning.ts';
import { closeAll, portalOf as start } from '../../../support/step.ts';

afterEach(closeAll);

const policy = { minLength: 8, upperCase: false, digits: false, specSymbols: false };
const strictest = { minLength: 30, upperCase: true, digits: true, specSymbols: true };

describe('a password and the policy of a portal', () => {
  test.each<[string, Partial<PasswordPolicy>, boolean]>([
    ['longenough', {}, true],
    ['short', {}, false],
    ['x'.repeat(30), {}, true],
    ['x'.repeat(31), {}, false],
    ['long enough', {}, false],
    ['längenough', {}, false],
    ['longenough', { minLength: 11 }, false],
    ['longenough', { upperCase: true }, false],
    ['Longenough', { upperCase: true }, true],
    ['longenough', { digits: true }, false],
    ['longenough1', { digits: true }, true],
    ['longenough', { specSymbols: true }, false],
    ['long~enough', { specSymbols: true }, true],
    ['Long~enough1', { upperCase: true, digits: true, specSymbols: true }, true],
  ])('%s: %j: %s', (password, more, fits) => {
    expect(fitsPolicy(password, { ...policy, ...more })).toBe(fits);
  });

  test('one that was generated fits any', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 90, maxLength: 90 }), (bytes) => {
        let at = 0;
        // What is drawn may have to be drawn again; after that, something that fits.
        const fallback = Uint8Array.from({ length: 30 }, (_, n) => n * 17);
        const password = generatePassword((length) => (at < 90 ? bytes.slice(at, (at += length)) : fallback));
        expect(fitsPolicy(password.reveal(), strictest)).toBe(true);
      }),
    );
  });
});

test.each([
  [[], 'rooms', true],
  [['*'], 'accounts', true],
  [['*:read'], 'accounts', true],
  [['accounts:write'], 'accounts', true],
  [['accounts:*'], 'accounts', true],
  [['accounts.self:read'], 'accounts', false],
  [['rooms:write', 'files:read'], 'accounts', false],
  [['files:read', 'rooms:read'], 'rooms', true],
] as const)('a key with the scopes %j may read %s: %s', (scopes, area, may) => {
  expect(mayRead(scopes, area)).toBe(may);
});

describe('the links of a room, for an audit', () => {
  test('come with what they cost, and without secrets', async () => {
    const portal = await start();
    const { id } = portal.addRoom({ title: 'Room', roomType: 5 });
    portal.addLink(id, { password: 'Zx9-hush-hush' });
    const docSpace = client(portal, 'owner');
    const listing = await docSpace.auditLinks(String(id), policy);
    expect(listing).toMatchObject({ links: [{ hasPassword: true, passwordFits: true }], version: '3.7' });
    expect(listing.effort.attempts).toBe(1);
    expect(listing.effort.milliseconds).toBeGreaterThan(0);
    expect(inspect(listing, { depth: 9 })).not.toMatch(/hush|\/s\/|Secret/u);
    portal.fault({ times: 2 }, { kind: '429' });
    await expect(docSpace.auditLinks(String(id), null)).resolves.toMatchObject({
      links: [{ passwordFits: null }],
      effort: { attempts: 3 },
    });
  });

  test('of another shape are refused, and the error shows no value', () => {
    const link = { access: 2, subjectType: 1, sharedLink: { id: 'no guid', password: 'hush', shareLink: 'hush' } };
    expect(() => decodeLinkFacts([link], 'GET links', policy)).toThrow(/`response\.0\.sharedLink\.id`/u);
    expect(() => decodeLinkFacts([link], 'GET links', policy)).not.toThrow(/hush/u);
  });
});

describe('the list of rooms', () => {
  test('comes in pages, of active and archived rooms together if wanted', async () => {
    const portal = await start();
    addRooms(portal, 120);
    portal.addRoom({ title: 'Archived', roomType: 5, root: 20 });
    const docSpace = client(portal, 'owner');
    const sizes: number[] = [];
    for await (const page of docSpace.roomPages({ area: 'any' })) sizes.push(page.length);
    expect(sizes).toStrictEqual([100, 21]);
    await expect(docSpace.rooms({ area: 'active' })).resolves.toHaveLength(120);
  });

  test('gives what it had when it breaks off', async () => {
    const portal = await start();
    addRooms(portal, 101);
    portal.fault({ path: /startIndex=100/u, times: 9 }, { kind: 'html', status: 502 });
    const seen: string[] = [];
    const read = async (): Promise<void> => {
      for await (const page of client(portal, 'owner').roomPages({ area: 'active' })) {
        seen.push(...page.map(({ id }) => id));
      }
    };
    await expect(read()).rejects.toThrow('502');
    expect(seen).toHaveLength(100);
  });
});

describe('when a room was changed', () => {
  const room = { id: 1, title: 't', roomType: 5, rootFolderType: 14, access: 0 };
  test.each([
    ['2026-11-23T10:00:00.0000000+01:00', '2026-11-23T09:00:00.000Z'],
    ['yesterday', undefined],
    [null, undefined],
    [undefined, undefined],
  ])('%s', (updated, expected) => {
    expect(decodeRoom({ ...room, updated }, 'x', '1').modified?.toISOString()).toBe(expected);
  });
});

describe('what the portal tells if it wants to', () => {
  test('its password policy', async () => {
    const portal = await start();
    portal.setPasswordPolicy({ min: 12, digits: true });
    for (const key of ['owner-read', 'member']) {
      await expect(client(portal, key).passwordPolicy()).resolves.toStrictEqual({ ...policy, minLength: 12, digits: true }); // prettier-ignore
    }
    await expect(client(portal, 'wrong').passwordPolicy()).resolves.toBeNull();
  });

  test('whether an account is active', async () => {
    const portal = await start();
    const { id } = portal.user('member');
    const docSpace = client(portal, 'owner-readall');
    await expect(docSpace.userActive(id)).resolves.toBe(true);
    portal.user('member').active = false;
    await expect(docSpace.userActive(id)).resolves.toBe(false);
    await expect(docSpace.userActive('nobody')).resolves.toBeNull();
    await expect(client(portal, 'owner').userActive(id)).resolves.toBeNull();
  });
});

test('waiting for the limiter ends when the step’s time is up', async () => {
  const portal = await start();
  const step = new AbortController();
  const ends: AbortSignal[] = [];
  const sleep = (_: number, signal: AbortSignal): Promise<void> => Promise.resolve(void ends.push(signal));
  portal.fault({}, { kind: '429' });
  const docSpace = client(portal, 'owner', { signal: step.signal, sleep, timeLeft: () => 60_000 });
  await docSpace.key();
  expect(ends.map((end) => end === step.signal)).toStrictEqual([true]);
});
