import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { contradiction, isSameRoom, type Claims } from '../../src/docspace/contradiction.ts';
import { decodeKey } from '../../src/docspace/decode.ts';
import { decodeRooms } from '../../src/docspace/decode-rooms.ts';
import { problemFrom } from './failures.ts';

const folder = new URL('../fixtures/recordings/', import.meta.url);

interface Recorded {
  readonly method: string;
  readonly path: string;
  readonly response: { readonly status: number; readonly body?: Claims | string };
}

const recorded = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) => {
    const text = readFileSync(new URL(name, folder), 'utf8').replaceAll('{origin}', 'http://localhost:8092');
    const { steps } = JSON.parse(text) as { readonly steps: readonly (Recorded | { readonly setup: unknown })[] };
    return steps.flatMap((step, index) => {
      if (!('response' in step)) return [];
      const { method, path, response } = step;
      const { status, body } = response;
      return status === 200 && typeof body === 'object' && 'statusCode' in body
        ? [[`${name} ${index}`, { method, path }, body] as const]
        : [];
    });
  });

test.each(recorded)('an answer of the real portal is believed: %s', (_, question, claims) => {
  expect(contradiction(claims, {}, question)).toBeNull();
});

test('there are many', () => {
  expect(recorded.length).toBeGreaterThan(300);
});

const path = '/api/2.0/files/rooms/101/links';
const link = { href: `https://portal.test${path}`, action: 'PUT' };
const claims: Claims = { response: [1, 2], count: 2, links: [link], status: 0, statusCode: 200 };

describe('believed', () => {
  test.each<[string, Partial<Claims>, Readonly<Record<string, string>>]>([
    ['without links', { links: null }, {}],
    ['without a count', { count: null }, {}],
    ['under another host and scheme', { links: [{ ...link, href: `http://localhost:8092${path}` }] }, {}],
    ['under a path that a proxy puts in front', { links: [{ ...link, href: `http://x/docspace${path}` }] }, {}],
    ['with another query', { links: [{ ...link, href: `${link.href}?type=1` }] }, {}],
    ['in capitals', { links: [{ href: link.href.toUpperCase(), action: 'put' }] }, {}],
    ['without an action', { links: [{ ...link, action: null }] }, {}],
    ['fresh from a cache', {}, { age: '0' }],
    ['with an age that is none', {}, { age: 'old' }],
  ])('%s', (_, change, headers) => {
    expect(contradiction({ ...claims, ...change }, headers, { method: 'PUT', path })).toBeNull();
  });

  test('with an id that is written otherwise', () => {
    const asked = { method: 'PUT', path: '/api/2.0/files/rooms/drive-1-a%2Fb%20c' };
    const href = 'http://x/api/2.0/files/rooms/drive-1-a/b%20c';
    expect(contradiction({ ...claims, links: [{ ...link, href }] }, {}, asked)).toBeNull();
  });
});

describe('not believed', () => {
  test.each<[string, Partial<Claims>, Readonly<Record<string, string>>]>([
    ['it says `count` 3, and holds 2', { count: 3 }, {}],
    ['it says `count` 0, and holds 1', { count: 0, response: {} }, {}],
    ['it says `count` 1, and holds 0', { count: 1, response: undefined }, {}],
    ['it says `count` -1, and holds 2', { count: -1 }, {}],
    ['its body says that it failed (`statusCode` 403, `status` 1)', { status: 1, statusCode: 403 }, {}],
    ['its body says that it failed (`statusCode` 200, `status` 1)', { status: 1 }, {}],
    [
      'it answers another request: "/files/rooms/102/links"',
      { links: [{ ...link, href: link.href.replace('101', '102') }] },
      {},
    ],
    [
      'it answers another request: "/files/rooms/1101/links"',
      { links: [{ ...link, href: link.href.replace('101', '1101') }] },
      {},
    ],
    ['it answers another request', { links: [{ ...link, href: 'https://portal.test/api/2.0/files/share/hush' }] }, {}],
    ['it answers another request', { links: [link, { ...link, href: '' }] }, {}],
    ['it answers a GET, not a PUT', { links: [{ ...link, action: 'GET' }] }, {}],
    ['it comes from a cache, where it has been for 37 s (`Age`)', {}, { age: '37' }],
  ])('%s', (why, change, headers) => {
    const reported = contradiction({ ...claims, ...change }, headers, { method: 'PUT', path });
    expect(reported).toContain(why);
    expect(reported).not.toContain('hush');
  });
});

test.each([
  ['101', '101', true],
  ['0101', '101', true],
  ['101', '102', false],
  ['0', '00', true],
  ['sbox-3-abc', 'SBOX-3-abc', true],
  ['sbox-3-abc', 'sbox-3-abd', false],
])('room %s and room %s', (one, other, same) => {
  expect(isSameRoom(one, other)).toBe(same);
});

describe('a page of rooms', () => {
  const page = { folders: [], files: [], total: 7, startIndex: 100, count: 0 };

  test('is the one that was asked for', () => {
    expect(decodeRooms(page, 'x', 100)).toStrictEqual({ rooms: [], size: 0, total: 7 });
  });

  test.each([
    [{ startIndex: 0 }, 'begins at room 0, not at 100'],
    [{ total: -100 }, '`response.total`'],
  ])('%j is not', async (change, why) => {
    const { code, message } = await problemFrom(Promise.resolve().then(() => decodeRooms({ ...page, ...change }, 'x', 100))); // prettier-ignore
    expect([code, message]).toStrictEqual(['not-docspace', expect.stringContaining(why)]);
  });
});

test('a key without an id is none', async () => {
  const key = { permissions: [], createBy: { id: 'x' } };
  const { code } = await problemFrom(Promise.resolve().then(() => decodeKey(key, 'x')));
  expect(code).toBe('not-docspace');
});
