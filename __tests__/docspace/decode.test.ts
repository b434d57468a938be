import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import {
  decodeEnvelope,
  decodeKey,
  decodeLink,
  decodeLinks,
  decodeNumber,
  decodeRoom,
  decodeRooms,
  decodeSharing,
  hasSharedLink,
  parseDate,
} from '../../src/docspace/decode.ts';
import { excerpt } from '../../src/docspace/excerpt.ts';
import { failureFrom } from './failures.ts';

const folder = new URL('../fixtures/recordings/', import.meta.url);
const fill = (text: string): string =>
  text
    .replace(/\{guid:(\d+)\}/gu, (_, n: string) => `6F1C0000-0000-4000-8000-${n.padStart(12, '0')}`)
    .replace(/\{now[^}]*\}/gu, '2026-11-23T10:00:00.5000000Z')
    .replaceAll('{origin}', 'https://portal.test');
const recorded: readonly [name: string, response: unknown][] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) => {
    const file = JSON.parse(fill(readFileSync(new URL(name, folder), 'utf8'))) as {
      steps: { response?: { status: number; body?: { response?: unknown } | string } }[];
    };
    return file.steps.flatMap(({ response }, index): [string, unknown][] =>
      response?.status === 200 && typeof response.body === 'object'
        ? [[`${name} ${index}`, response.body.response]]
        : [],
    );
  });

interface Item {
  access: number;
  subjectType: number;
  sharedLink: Record<string, unknown>;
}
const isLink = (item: unknown): item is Item => typeof item === 'object' && item !== null && 'sharedLink' in item;

const secretPassword = 'Zx9-hush-hush';
const sharedLink = {
  id: '6F1C0000-0000-4000-8000-00000000000A',
  title: 'Shared link',
  shareLink: 'https://portal.test/s/hush',
  expirationDate: '2026-12-31T23:59:59.1234567+01:00',
  linkType: 1,
  password: secretPassword,
  denyDownload: true,
  isExpired: false,
  primary: false,
  internal: true,
  requestToken: 'hush-token',
};
const item = { access: 2, sharedTo: sharedLink, sharedLink, subjectType: 1, canRevoke: false };
const invitation = { ...sharedLink, linkType: 0, maxUseCount: 5, currentUseCount: 2 };

describe('dates', () => {
  test.each([
    ['2031-01-31T18:00:00.0000000Z', '2031-01-31T18:00:00.000Z', 0],
    ['2031-01-31T18:00:00Z', '2031-01-31T18:00:00.000Z', 0],
    ['2031-01-31T18:00:00.1239999Z', '2031-01-31T18:00:00.123Z', 0],
    ['2031-01-31T18:00:00.5Z', '2031-01-31T18:00:00.500Z', 0],
    ['2031-01-31T23:30:00.0000000+05:30', '2031-01-31T18:00:00.000Z', 330],
    ['2031-01-31T14:00:00.0000000-04:00', '2031-01-31T18:00:00.000Z', -240],
    ['2032-02-29T00:00:00.0000000+14:00', '2032-02-28T10:00:00.000Z', 840],
    ['2031-01-31T18:00:00.0000000-00:00', '2031-01-31T18:00:00.000Z', 0],
  ])('%s', (text, iso, offset) => {
    const printed = parseDate(text);
    expect(printed?.date.toISOString()).toBe(iso);
    expect(printed?.offset).toBe(offset);
  });

  test.each([
    '',
    'tomorrow',
    '2031-01-31',
    '2031-01-31T18:00:00',
    '2031-01-31 18:00:00Z',
    '2031-02-30T18:00:00Z',
    '2031-02-29T18:00:00Z',
    '2031-13-01T18:00:00Z',
    '2031-01-31T24:00:00Z',
    '2031-01-31T18:60:00Z',
    '2031-01-31T18:00:60Z',
    '2031-01-31T18:00:00.12345678Z',
    '2031-01-31T18:00:00+14:01',
    '2031-01-31T18:00:00+01:60',
    '2031-01-31T18:00:00+0100',
    ' 2031-01-31T18:00:00Z',
  ])('%j is none', (text) => {
    expect(parseDate(text)).toBeNull();
  });
});

describe('links', () => {
  const links = recorded.flatMap(([name, response]) =>
    [response].flat().flatMap((one): [string, Item][] => (isLink(one) ? [[name, one]] : [])),
  );

  test('all those recorded are read', () => {
    expect(links.length).toBeGreaterThan(200);
    for (const [name, raw] of links) {
      const link = decodeLink(raw, name);
      const { sharedLink: shared } = raw;
      const external = raw.subjectType !== 3;
      const words = {
        id: String(shared['id']).toLowerCase(),
        access: raw.access,
        title: shared['title'],
        type: external ? 'external' : 'invitation',
        primary: raw.subjectType === 4,
        expired: shared['isExpired'],
        internal: shared['internal'],
        uses: shared['currentUseCount'] ?? null,
        maxUses: shared['maxUseCount'] ?? null,
      };
      expect(link).toMatchObject(words);
      expect(link.password?.reveal()).toBe(shared['password']);
      expect(link.token?.reveal()).toBe(shared['requestToken']);
      expect(link.url.reveal()).toBe(shared['shareLink']);
      expect(link.expiration === null).toBe(shared['expirationDate'] === undefined);
    }
  });

  test('an external one, with its secrets wrapped', () => {
    const link = decodeLink(item, 'x');
    expect(link).toMatchObject({
      id: '6f1c0000-0000-4000-8000-00000000000a',
      type: 'external',
      primary: false,
      expiration: new Date('2026-12-31T22:59:59.123Z'),
      expirationOffset: 60,
      internal: true,
      denyDownload: true,
      maxUses: null,
      uses: null,
    });
    expect(`${inspect(link)}${JSON.stringify(link)}`).not.toContain('hush');
  });

  test('an invitation has neither password nor token, and is never internal', () => {
    expect(decodeLink({ ...item, subjectType: 3, sharedLink: invitation }, 'x')).toMatchObject({
      type: 'invitation',
      password: null,
      token: null,
      internal: false,
      denyDownload: false,
      maxUses: 5,
      uses: 2,
    });
  });

  test.each([
    ['3.2 without sharedLink', { access: 2, sharedTo: sharedLink, subjectType: 4 }, 'external', true],
    ['without subjectType', { access: 2, sharedLink }, 'external', false],
    ['without subjectType, primary', { access: 2, sharedLink: { ...sharedLink, primary: true } }, 'external', true],
    ['without subjectType, invitation', { access: 2, sharedLink: invitation }, 'invitation', false],
    ['whose stored kind is another', { ...item, subjectType: 3 }, 'invitation', false],
    ['of an unknown kind', { ...item, subjectType: 7 }, 'external', false],
    ['with nulls', { ...item, sharedLink: { ...sharedLink, password: null, title: null } }, 'external', false],
    ['with an empty password', { ...item, sharedLink: { ...sharedLink, password: '' } }, 'external', false],
  ])('%s', (_, raw, type, primary) => {
    expect(decodeLink(raw, 'x')).toMatchObject({ type, primary });
  });

  test.each<[unknown, string]>([
    [undefined, '`response` is missing'],
    [null, '`response`'],
    ['text', '`response`'],
    [[item, { ...item, access: '2' }], '`response.1.access`'],
    [[{ access: 2 }], '`response.0.sharedLink`'],
    [[{ ...item, sharedLink: { ...sharedLink, id: 'hush' } }], '`response.0.sharedLink.id`'],
    [[{ ...item, sharedLink: { ...sharedLink, shareLink: '' } }], '`response.0.sharedLink.shareLink`'],
    [[{ ...item, sharedLink: { ...sharedLink, password: 5 } }], '`response.0.sharedLink.password`'],
    [[{ ...item, sharedLink: { ...sharedLink, isExpired: null } }], '`response.0.sharedLink.isExpired`'],
    [[{ ...item, sharedLink: { ...sharedLink, linkType: 'External' } }], '`response.0.sharedLink.linkType`'],
    [[{ ...item, sharedLink: { ...sharedLink, expirationDate: '2031-02-30T00:00:00Z' } }], 'expirationDate'],
    [[{ ...item, sharedLink: { ...sharedLink, linkType: null }, subjectType: null }], '`response.0`'],
  ])('of another shape: %#', async (response, path) => {
    const { problems, text } = await failureFrom(Promise.resolve().then(() => decodeLinks(response, 'GET /x')));
    expect(problems[0]?.code).toBe('not-docspace');
    expect(problems[0]?.message).toContain(path);
    expect(text).not.toContain('hush');
  });

  test.each<[unknown, boolean]>([
    [[], true],
    [[item], true],
    [[{ access: 2, sharedTo: sharedLink }], false],
    [[item, null], false],
    [undefined, false],
  ])('sharedLink shows the version: %#', (response, known) => {
    expect(hasSharedLink(response)).toBe(known);
  });
});

describe('rooms', () => {
  const room = {
    id: 12,
    title: 'A\nroom',
    roomType: 5,
    rootFolderType: 14,
    access: 9,
    security: { EditAccess: true, Read: true },
    createdBy: { id: '6F1C0000-0000-4000-8000-00000000000A' },
    shared: true,
    sharedExternal: false,
  };

  test('a room', () => {
    expect(decodeRoom(room, 'x', '12')).toMatchObject({
      id: '12',
      title: 'A\nroom',
      type: { label: 'Custom room' },
      typeCode: 5,
      area: 'active',
      canEditAccess: true,
      access: 9,
      ownerId: '6f1c0000-0000-4000-8000-00000000000a',
      shared: true,
      sharedExternal: false,
    });
  });

  test.each([
    [{ id: 'sbox-3-x' }, { id: 'sbox-3-x' }],
    [{ rootFolderType: 20 }, { area: 'archived' }],
    [{ rootFolderType: 30 }, { area: 'template' }],
    [{ rootFolderType: 34 }, { area: 'agents' }],
    [{ roomType: 77 }, { type: null, typeCode: 77 }],
    [{ security: null }, { canEditAccess: false }],
    [{ security: {} }, { canEditAccess: false }],
    [{ createdBy: null }, { ownerId: null }],
    [{ createdBy: {} }, { ownerId: null }],
    [{ sharedExternal: null }, { shared: null, sharedExternal: null }],
  ])('%j', (change, expected) => {
    const changed = { ...room, ...change };
    expect(decodeRoom(changed, 'x', String(changed.id))).toMatchObject(expected);
  });

  test('all those recorded are read', () => {
    const found = recorded.flatMap(([name, response]) => {
      if (typeof response !== 'object' || response === null || !('rootFolderType' in response)) return [];
      if (!('roomType' in response && 'id' in response)) return [];
      return [decodeRoom(response, name, String(response.id))];
    });
    expect(found.length).toBeGreaterThan(10);
    expect(new Set(found.map(({ area }) => area))).toStrictEqual(new Set(['active', 'archived']));
  });

  test('a folder is none', async () => {
    const call = Promise.resolve().then(() => decodeRoom({ ...room, roomType: undefined }, 'x', '12'));
    const { problems } = await failureFrom(call);
    expect(problems[0]).toMatchObject({ code: 'not-a-room', message: '"A room" (12) is a folder, not a room.' });
  });

  test.each([{ rootFolderType: 5 }, { id: 1.5 }, { id: '' }, { title: null }, { access: undefined }])(
    '%j is not DocSpace',
    async (change) => {
      const call = Promise.resolve().then(() => decodeRoom({ ...room, ...change }, 'x', '12'));
      const { problems } = await failureFrom(call);
      expect(problems[0]?.code).toBe('not-docspace');
    },
  );

  test('a page of them, without folders that are none', () => {
    const page = { folders: [room, { ...room, id: 13, roomType: null }], total: 7, files: [] };
    const { rooms, size, total } = decodeRooms(page, 'x', 0);
    expect([rooms.map(({ id }) => id), size, total]).toStrictEqual([['12'], 2, 7]);
  });
});

const rules = (restrictedInRooms: boolean, blocksExisting: boolean): unknown => ({ restrictedInRooms, blocksExisting });

test.each([
  [{ externalShare: false, externalShareApplyToRooms: true }, rules(true, false)],
  [{ externalShare: false, externalShareApplyToRooms: true, blockExistingLinksOnRestrict: true }, rules(true, true)],
  [{ externalShare: false, externalShareApplyToRooms: false, blockExistingLinksOnRestrict: true }, rules(false, false)],
  [{ externalShare: true, externalShareApplyToRooms: true, blockExistingLinksOnRestrict: true }, rules(false, false)],
  [{ externalShare: true }, null],
  [{}, null],
])('sharing settings %j', (response, expected) => {
  expect(decodeSharing(response, 'x')).toStrictEqual(expected);
});

test('a key', () => {
  const response = { id: '7', permissions: ['rooms:write'], createBy: { id: 'ABC' }, key: 'sk-***abcd' };
  expect(decodeKey(response, 'x')).toStrictEqual({ scopes: ['rooms:write'], userId: 'abc' });
});

test('a number', async () => {
  expect(decodeNumber({ status: 3 }, 'status', 'x')).toBe(3);
  const { problems } = await failureFrom(Promise.resolve().then(() => decodeNumber({ status: '3' }, 'status', 'x')));
  expect(problems[0]?.code).toBe('not-docspace');
});

describe('the envelope', () => {
  const answer = (text: string, contentType = 'application/json', status = 200) => ({
    status,
    contentType,
    text,
    headers: {},
  });
  const question = { method: 'GET', path: '/x' };

  test.each<[string, unknown]>([
    ['{"count":0,"links":[],"status":0,"statusCode":200}', undefined],
    ['{"response":[1],"count":1,"status":0,"statusCode":200}', [1]],
  ])('%s', (text, response) => {
    expect(decodeEnvelope(answer(text), 'x', question)).toStrictEqual({ response });
  });

  test.each([
    ['{}', 'application/json', '`status` is missing'],
    ['[]', 'application/json', 'not as DocSpace sends it'],
    ['null', 'application/json', 'not as DocSpace sends it'],
    ['', 'application/json', 'otherwise than DocSpace does: 200, application/json, empty'],
    ['', '', 'otherwise than DocSpace does: 200, no content type, empty'],
    ['ok', 'text/plain', 'otherwise than DocSpace does: 200, text/plain, "ok"'],
    ['{"response":{"password":"hush","title":"a \\"hush', 'application/json', 'JSON that is cut or broken: 200'],
    ['{"response":{"password":"hush"}}', 'text/json', 'otherwise than DocSpace does: 200, text/json, "{"response"'],
    [
      '<!DOCTYPE html>\n<html>\u0007<title>DocSpace\u202e</title>',
      'text/html',
      'with a web page, not with DocSpace\'s API: 200, text/html, "<!DOCTYPE html> <html><title>DocSpace</title>".',
    ],
  ])('%j as %s is none', async (text, type, words) => {
    const failed = await failureFrom(
      Promise.resolve().then(() => decodeEnvelope(answer(text, type), 'GET /x', question)),
    );
    expect(failed.problems[0]?.code).toBe('not-docspace');
    expect(failed.message).toContain(words);
    expect(failed.message).toContain('GET /x');
    expect(failed.text).not.toContain('hush');
  });
});

test.each([
  ['plain', 80, '"plain"'],
  ['x'.repeat(100), 10, `"${'x'.repeat(9)}…"`],
  ['😀'.repeat(20), 10, `"${'😀'.repeat(9)}…"`],
  ['a\r\nb\u0000c\u202ed\u2066', 80, '"a bcd"'],
  ['{"a":"b","c":["d"], "e" : 5}', 80, '"{"a":"…","c":["…"], "e" : 5}"'],
  ['[ "cut', 80, '"[ "…""'],
  ['echo Bearer sk-0123456789abcdef0123', 80, '"echo Bearer sk-***"'],
])('an excerpt of %j', (text, limit, expected) => {
  expect(excerpt(text, limit)).toBe(expected);
});
