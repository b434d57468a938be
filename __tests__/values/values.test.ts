import { describe, expect, test } from '@jest/globals';
import { parseApiKey, parseCaCertificate } from '../../src/values/credentials.ts';
import { parseDuration } from '../../src/values/duration.ts';
import { parseGuid, parseKey, parseTitle } from '../../src/values/names.ts';
import { oneOf, parseBoolean } from '../../src/values/parsed.ts';
import { parseRoomId, parseRoomTitle } from '../../src/values/rooms.ts';
import { parseAccess, parseMaxUses, parsePassword, passwordWord } from '../../src/values/settings.ts';
import { revealed, wrongOf } from './parsing.ts';

describe('access', () => {
  test.each([
    ['viewer', 2],
    ['VIEWER', 2],
    ['Read', 2],
    ['2', 2],
    ['commenter', 6],
    ['Comment', 6],
    ['Commentator', 6],
    ['6', 6],
    ['reviewer', 5],
    ['Review', 5],
    ['5', 5],
    ['editor', 10],
    ['Editing', 10],
    ['10', 10],
    ['form-filler', 7],
    ['Form filler', 7],
    ['form_filler', 7],
    ['FillForms', 7],
    ['7', 7],
    ['content-creator', 11],
    ['Content creator', 11],
    ['ContentCreator', 11],
    ['11', 11],
  ])('%j is %j', (text, code) => {
    expect(parseAccess(text)).toEqual({ value: code });
  });

  const possible = 'Possible: `viewer`, `commenter`, `reviewer`, `form-filler`, `editor`, `content-creator`.';
  test.each([
    ['edtor', `is not a role. ${possible} Did you mean \`editor\`?`],
    ['commentor', `is not a role. ${possible} Did you mean \`commenter\`?`],
    ['edit', `is not a role. ${possible} Did you mean \`editor\`?`],
    ['Form filling', `is not a role. ${possible} Did you mean \`form-filler\`?`],
    ['king', `is not a role. ${possible}`],
    ['99', `is not a role. ${possible}`],
    ['02', `is not a role. ${possible}`],
    ['-', `is not a role. ${possible}`],
    ['0', `(None, 0) means "no access": it would revoke the link. ${possible}`],
    ['none', `(None, 0) means "no access": it would revoke the link. ${possible}`],
    ['1', `(ReadWrite, 1) is a role that no link can give. ${possible} Did you mean \`editor\`?`],
    ['9', `(RoomManager, 9) is a role that no link can give. ${possible}`],
    ['Room manager', `(RoomManager, 9) is a role that no link can give. ${possible}`],
    ['8', `(CustomFilter, 8) is a role that no link can give. ${possible}`],
  ])('%j is refused', (text, wrong) => {
    expect(parseAccess(text)).toEqual({ wrong });
  });
});

describe('duration', () => {
  const parse = parseDuration(14 * 86_400_000, '`14d`');

  test.each([
    ['45s', 45_000],
    ['90m', 5_400_000],
    ['12h', 43_200_000],
    ['7d', 604_800_000],
    ['2w', 1_209_600_000],
    ['014d', 1_209_600_000],
  ])('%j is %j ms [promise durations]', (text, value) => {
    expect(parse(text)).toEqual({ value });
  });

  const expected = 'use a number and its unit, as in `45s`, `90m`, `12h`, `7d`, `2w`.';
  test.each([
    ['0s', 'must be longer than zero.'],
    ['15d', 'is too long: at most `14d`.'],
    [`${'9'.repeat(400)}w`, 'is too long: at most `14d`.'],
    ['30', `has no unit: ${expected} Did you mean \`30h\`?`],
    ['400', `has no unit: ${expected}`],
    ['soon', `is not a duration: ${expected}`],
    ['-7d', `is not a duration: ${expected}`],
    ['٧d', `is not a duration: ${expected}`],
    ['7 days', `is not a duration: ${expected} Did you mean \`7d\`?`],
    ['7D', `is not a duration: ${expected} Did you mean \`7d\`?`],
    ['+7d', `is not a duration: ${expected} Did you mean \`7d\`?`],
    ['P7D', `is not a duration: ${expected} Did you mean \`7d\`?`],
    ['PT12H', `is not a duration: ${expected} Did you mean \`12h\`?`],
    ['P1M', `is not a duration: ${expected}`],
    ['30 sec', `is not a duration: ${expected} Did you mean \`30s\`?`],
    ['5 Minutes', `is not a duration: ${expected} Did you mean \`5m\`?`],
    ['2 hrs', `is not a duration: ${expected} Did you mean \`2h\`?`],
    ['2 weeks', `is not a duration: ${expected} Did you mean \`2w\`?`],
    // No unit makes it a length of time within the limit.
    ['1 month', `is not a duration: ${expected}`],
    ['1y', `is not a duration: ${expected}`],
    ['1h 30m', `is not a duration: ${expected} Did you mean \`90m\`?`],
    ['1d, 12h', `is not a duration: ${expected} Did you mean \`36h\`?`],
    ['1.5h', `is not a duration: ${expected} Did you mean \`90m\`?`],
    ['0.0001s', `is not a duration: ${expected}`],
    ['0 days', `is not a duration: ${expected}`],
    ['1d 0h', `is not a duration: ${expected}`],
    ['7 moons', `is not a duration: ${expected}`],
    ['1000 years', `is not a duration: ${expected}`],
  ])('%j is refused', (text, wrong) => {
    expect(parse(text)).toEqual({ wrong });
  });
});

describe('boolean and words', () => {
  test.each([
    ['true', true],
    ['True', true],
    ['FALSE', false],
  ])('%j is %j [promise booleans]', (text, value) => {
    expect(parseBoolean(text)).toEqual({ value });
  });

  test.each([
    ['yes', ' Did you mean `true`?'],
    ['1', ' Did you mean `true`?'],
    ['off', ' Did you mean `false`?'],
    ['n', ' Did you mean `false`?'],
    ['ture', ' Did you mean `true`?'],
    ['flase', ' Did you mean `false`?'],
    ['tue', ' Did you mean `true`?'],
    ['tro', ''],
    ['tru', ' Did you mean `true`?'],
    ['truee', ' Did you mean `true`?'],
    ['x', ''],
    ['maybe', ''],
  ])('%j is refused%s', (text, suggestion) => {
    expect(wrongOf(parseBoolean(text))).toBe(`is not valid. Use \`true\` or \`false\`.${suggestion}`);
  });

  test.each([
    ['Invitation', { value: 'invitation' }],
    ['exteranl', { wrong: 'is not valid. Use `external` or `invitation`. Did you mean `external`?' }],
    ['invit', { wrong: 'is not valid. Use `external` or `invitation`. Did you mean `invitation`?' }],
  ])('%j as one of two words', (text, parsed) => {
    expect(oneOf(['external', 'invitation'])(text)).toEqual(parsed);
  });
});

describe('id of a link', () => {
  const id = '6f1c0e9a-3b52-8d41-9c2e-0a1b2c3d4e5f';
  const other =
    'is not the id of a link, like `6f1c0e9a-3b52-4d41-9c2e-0a1b2c3d4e5f`: the output `links` names the ids.';

  test.each([
    [id, { value: id }],
    [id.toUpperCase(), { value: id }],
    [
      '00000000-0000-0000-0000-000000000000',
      { wrong: expect.stringMatching(/^stands for a link that is yet to be made/) },
    ],
    [`{${id}}`, { wrong: `${other} Did you mean \`${id}\`?` }],
    [id.replaceAll('-', ''), { wrong: `${other} Did you mean \`${id}\`?` }],
    [`urn:uuid:${id}`, { wrong: `${other} Did you mean \`${id}\`?` }],
    ['6f1c', { wrong: other }],
    [`${id}0`, { wrong: other }],
    ['press kit', { wrong: other }],
  ])('%j', (text, parsed) => {
    expect(parseGuid(text)).toEqual(parsed);
  });
});

describe('room', () => {
  const range = 'is not the id of a room: ids are 1 to 2147483647.';
  const alone = 'is a URL: use the id of the room alone.';
  const without = 'is a URL without the id of a room.';
  const address = "Use the number in the room's address, `/rooms/shared/<id>`.";

  test.each([
    ['2201', { value: '2201' }],
    ['007', { value: '7' }],
    ['2147483647', { value: '2147483647' }],
    ['sbox-12-x', { value: 'sbox-12-x' }],
    ['drive-15-root', { value: 'drive-15-root' }],
    ['box-3', { value: 'box-3' }],
    ['0', { wrong: range }],
    ['2147483648', { wrong: range }],
    ['9'.repeat(500), { wrong: range }],
    ['https://portal.example/rooms/shared/2201/filter?folder=2201', { wrong: `${alone} Did you mean \`2201\`?` }],
    ['portal.example/rooms/shared/2201', { wrong: `${alone} Did you mean \`2201\`?` }],
    ['https://portal.example/rooms/shared/filter?folder=2201', { wrong: `${alone} Did you mean \`2201\`?` }],
    ['https://portal.example/rooms/archived/sbox-3-a?x', { wrong: `${alone} Did you mean \`sbox-3-a\`?` }],
    ['https://portal.example/rooms/share?key=abc', { wrong: `${without} ${address}`, unseen: true }],
    [
      'https://portal.example/s/AbCdEf',
      { wrong: `${without} The URL of a link names no room. ${address}`, unseen: true },
    ],
  ])('id %j', (text, parsed) => {
    expect(parseRoomId(text)).toEqual(parsed);
  });

  test.each(['-5', '1.5', '0x10', 'Contract 2026/27', 'release-2027', 'sbox-', 'sbox-12-a\u0000'])(
    '%j is no id',
    (text) => {
      expect(wrongOf(parseRoomId(text))).toMatch(
        /^is not the id of a room: the number in .* For a title use `room-title`\.$/u,
      );
    },
  );

  test.each([
    ['Contract 2027', { value: 'Contract 2027' }],
    ['Cafe\u0301', { value: 'Caf\u00e9' }],
    [' two\nlines', { value: ' two\nlines' }],
    [' \t', { wrong: 'is empty or holds spaces only.' }],
  ])('title %j', (text, parsed) => {
    expect(parseRoomTitle(text)).toEqual(parsed);
  });
});

describe('title and key', () => {
  test.each([
    ['Release 4.2.0', { value: 'Release 4.2.0' }],
    [' trimmed ', { value: 'trimmed' }],
    ['x'.repeat(255), { value: 'x'.repeat(255) }],
    ['x'.repeat(256), { wrong: 'is too long: 256 of 255 characters.' }],
    ['😀'.repeat(128), { wrong: 'is too long: 256 of 255 characters.' }],
    ['  ', { wrong: 'is empty or holds spaces only.' }],
    ['', { wrong: 'is empty or holds spaces only.' }],
    ['a\nb', { wrong: 'holds a line break or a control character.' }],
    ['a\u2028b', { wrong: 'holds a line break or a control character.' }],
    ['a\ud800b', { wrong: 'holds a line break or a control character.' }],
  ])('title %j', (text, parsed) => {
    expect(parseTitle(text)).toEqual(parsed);
  });

  test.each([
    ['release-4.2', { value: 'release-4.2' }],
    ['PR 58', { value: 'PR 58' }],
    ['Cafe\u0301', { value: 'Caf\u00e9' }],
    ['k'.repeat(512), { value: 'k'.repeat(512) }],
    ['k'.repeat(513), { wrong: 'is too long: 513 of 512 characters.' }],
    [' ', { wrong: 'is empty or holds spaces only.' }],
    [' a', { wrong: 'has a space at its beginning or end.' }],
    ['a ', { wrong: 'has a space at its beginning or end.' }],
    ['a\tb', { wrong: 'holds a line break or a control character: a key is one line.' }],
  ])('key %j', (text, parsed) => {
    expect(parseKey(text)).toEqual(parsed);
  });
});

describe('password', () => {
  test.each([
    ['keep', { kind: 'keep' }],
    ['none', { kind: 'none' }],
    ['generate', { kind: 'generate' }],
    ['Generate ', { kind: 'generate' }],
    ['Passw0rd', { kind: 'given', password: 'Passw0rd' }],
    ['!'.repeat(30), { kind: 'given', password: '!'.repeat(30) }],
  ])('%j', (text, value) => {
    expect(revealed(parsePassword(text))).toEqual({ value });
  });

  test.each(['short12', 'x'.repeat(31), 'has a blank', 'пароль123', ' Passw0rd', 'Passw0rd\n'])(
    '%j does not fit',
    (text) => {
      expect(wrongOf(parsePassword(text))).toMatch(/^does not fit: 8 to 30 characters/u);
    },
  );

  test.each(['', '   ', '\t\n'])('%j is no password, which is not the same as an input that is left out', (text) => {
    expect(wrongOf(parsePassword(text))).toMatch(/^is empty or holds spaces only\. Use a password/u);
  });

  test('only its three words are no secrets', () => {
    expect(['KEEP', 'none\n', 'generate', 'generated', ''].map(passwordWord)).toEqual([
      'keep',
      'none',
      'generate',
      undefined,
      undefined,
    ]);
  });
});

describe('max-uses', () => {
  const possible = 'is not valid. Use `unlimited`, or a number from 1 to 1000.';
  test.each([
    ['1', { value: 1 }],
    ['1000', { value: 1000 }],
    ['Unlimited', { value: null }],
    ['0', { wrong: `${possible} Did you mean \`unlimited\`?` }],
    ['unlimted', { wrong: `${possible} Did you mean \`unlimited\`?` }],
    ['1001', { wrong: possible }],
    ['-1', { wrong: possible }],
    ['1.5', { wrong: possible }],
    ['1e2', { wrong: possible }],
  ])('%j', (text, parsed) => {
    expect(parseMaxUses(text)).toEqual(parsed);
  });
});

describe('api-key', () => {
  const key = `sk-${'0123456789abcdef'.repeat(4)}`;
  test.each([
    [key, { value: key }],
    [
      'tok.en=',
      {
        value: 'tok.en=',
        note: 'does not look like an API key of DocSpace: it has 7 characters and no `sk-`. An API key of DocSpace is `sk-` and 64 hexadecimal digits',
      },
    ],
    [`Bearer ${key}`, { wrong: 'begins with `Bearer`. Use the key alone, which begins with `sk-`.' }],
    ['sk-a b', { wrong: expect.stringMatching(/^contains a space/u) }],
    ['sk-a\nb', { wrong: expect.stringMatching(/^contains a space/u) }],
    ['sk-é', { wrong: expect.stringMatching(/^contains a space/u) }],
  ])('%j', (text, parsed) => {
    expect(revealed(parseApiKey(text))).toEqual(parsed);
  });
});

describe('ca-certificate', () => {
  test.each([
    ['-----BEGIN CERTIFICATE-----\nMII', { value: { kind: 'pem', pem: '-----BEGIN CERTIFICATE-----\nMII' } }],
    ['certs/ca.pem', { value: { kind: 'path', path: 'certs/ca.pem' } }],
    ['MIIB\nMIIC', { wrong: expect.stringMatching(/^is neither PEM text/u), unseen: true }],
  ])('%j', (text, parsed) => {
    expect(parseCaCertificate(text)).toEqual(parsed);
  });
});
