import { describe, expect, test } from '@jest/globals';
import { Secret } from '../../src/links/secret.ts';
import { keyDoubt, parseApiKey, parsePortalUrl } from '../../src/values/credentials.ts';
import { parseDuration } from '../../src/values/duration.ts';
import { parseGuid, parseKey, parseTitle } from '../../src/values/names.ts';
import { type Parse, parseBoolean, parseMaxChanges } from '../../src/values/parsed.ts';
import { parseConcurrency } from '../../src/values/policy.ts';
import { parseRoomId, parseRoomReference, parseRoomTitle } from '../../src/values/rooms.ts';
import { parseAccess, parseMaxUses } from '../../src/values/settings.ts';
import { type Given, messagesOf, textsOfSecrets } from '../support/sources.ts';
import { revealed, wrongOf } from './parsing.ts';

const apiKey = `sk-${'0123456789abcdef'.repeat(4)}`;
const guid = '6f1c0e9a-3b52-8d41-9c2e-0a1b2c3d4e5f';
const code = 'AbCdEf0123-_Xyz';
const url = `https://portal.example/s/${code}`;

describe('a number has one form', () => {
  const forms = ['-2', '+2', '2.0', '2,0', '2e0', '1e1', '0x2', '٢', '２', '²', '1_0', '1 0', '1-0'];
  const parsers: readonly (readonly [string, Parse<unknown>])[] = [
    ['access', parseAccess],
    ['max-uses', parseMaxUses],
    ['concurrency', parseConcurrency],
    ['max-changes', parseMaxChanges],
    ['room-id', parseRoomId],
    ['a duration', (text) => parseDuration(86_400_000, '1 day')(`${text}h`)],
  ];
  test.each(parsers.flatMap(([name, parse]) => forms.map((form) => [name, form, parse] as const)))(
    '%s: %j is none',
    (_, form, parse) => {
      expect(wrongOf(parse(form))).not.toBe('');
    },
  );

  test.each(['02', ' 2', '2 '])('access: %j is no number of a role', (text) => {
    expect(wrongOf(parseAccess(text))).toBe(wrongOf(parseAccess('king')));
  });

  test.each(['-viewer', '_viewer', '- viewer', 'viewer-'])('what is forgiven stands between letters: %j', (text) => {
    expect(wrongOf(parseAccess(text))).toContain('is not a role.');
  });

  test.each([
    ['- viewer', 'viewer'],
    ['-editor', 'editor'],
  ])('%j: the role that was meant', (text, role) => {
    expect(wrongOf(parseAccess(text))).toContain(`Did you mean \`${role}\`?`);
  });

  test.each(['-true', '- true', 'true-'])('%j is no boolean', (text) => {
    expect(wrongOf(parseBoolean(text))).toContain('Did you mean `true`?');
  });
});

describe('quotes and characters that nobody sees are named as what they are', () => {
  const quotes = 'is in quotes, which are taken as part of the value here. Remove them.';
  const hidden = (name: string, point: string, place: number): string =>
    `contains ${name} (U+${point}) as character ${place}. Remove it; it may come from copying the value.`;
  test.each<[string, Parse<unknown>, string, string]>([
    ['portal-url', parsePortalUrl, '"https://portal.example"', `${quotes} Did you mean \`https://portal.example\`?`],
    ['portal-url', parsePortalUrl, "'https://portal.example/s/AbC'", quotes],
    ['portal-url', parsePortalUrl, '“https://portal.example”', `${quotes} Did you mean \`https://portal.example\`?`],
    ['portal-url', parsePortalUrl, 'https://portal\u200b.example', hidden('a zero-width character', '200B', 15)],
    [
      'portal-url',
      parsePortalUrl,
      '\u2066https://portal.example',
      hidden('a mark of the direction of writing', '2066', 1),
    ],
    ['api-key', parseApiKey, `'${apiKey}'`, quotes],
    ['api-key', parseApiKey, `"${apiKey}"`, quotes],
    ['api-key', parseApiKey, `${apiKey}\u00a0x`, hidden('a no-break space', '00A0', 68)],
    ['api-key', parseApiKey, `sk\u00ad${apiKey}`, hidden('a soft hyphen', '00AD', 3)],
    [
      'api-key',
      parseApiKey,
      `Authorization: Bearer ${apiKey}`,
      'begins with `Bearer`. Use the key alone, which begins with `sk-`.',
    ],
    ['room-id', parseRoomId, '"2201"', `${quotes} Did you mean \`2201\`?`],
    ['room-id', parseRoomId, '‘2201’', `${quotes} Did you mean \`2201\`?`],
    ['room-id', parseRoomId, '"Contract"', quotes],
    ['room-id', parseRoomId, '22\ufeff01', hidden('a byte order mark', 'FEFF', 3)],
    [
      'a room',
      parseRoomReference,
      'portal.example/rooms/shared/2201',
      'is a URL: use the id of the room alone. Did you mean `2201`?',
    ],
    [
      'a room',
      parseRoomReference,
      'sbox-3-Док\u200b',
      `${hidden('a zero-width character', '200B', 11)} Did you mean \`sbox-3-Док\`?`,
    ],
    [
      'a room',
      parseRoomReference,
      '22\u200e01',
      `${hidden('a mark of the direction of writing', '200E', 3)} Did you mean \`2201\`?`,
    ],
    [
      'link-id',
      parseGuid,
      `${guid}\u200b`,
      `${hidden('a zero-width character', '200B', 37)} Did you mean \`${guid}\`?`,
    ],
    ['link-id', parseGuid, 'ab\u2007c', hidden('a no-break space', '2007', 3)],
    ['key', parseKey, '"pr-58"', `${quotes} Did you mean \`pr-58\`?`],
    ['key', parseKey, 'pr\u200d-58', hidden('a zero-width character', '200D', 3)],
    ['key', parseKey, '😀\u3000x', hidden('a space of another width', '3000', 2)],
    ['key', parseKey, 'a\u2029b', hidden('a line separator', '2029', 2)],
    ['key', parseKey, 'a\u3164b', hidden('an invisible character', '3164', 2)],
  ])('%s: %s %j', (_, parse, text, wrong) => {
    expect(wrongOf(parse(text))).toBe(wrong);
  });

  test.each(['👩‍👩‍👧 family', 'می‌خواهم', "it's", '"', 'a "b"'])('%j is a key as it is', (text) => {
    expect(parseKey(text)).toEqual({ value: text.normalize('NFC') });
  });

  test('a title of a room may hold what it likes', () => {
    expect(wrongOf(parseRoomReference(' '))).toBe('is empty or holds spaces only.');
    expect(parseRoomReference('Two\u00a0words')).toEqual({ value: { by: 'title', title: 'Two\u00a0words' } });
  });
});

describe('a key is a name', () => {
  test.each([
    [url, 'is a URL'],
    ['see //portal.example', ''],
    ['https://github.com/octo/contracts', 'is a URL'],
    [`portal.example/s/${code}`, 'is a URL'],
    ['portal.example/rooms/share?key=abc', 'is a URL'],
    [guid, 'is the id of a link'],
    [guid.toUpperCase(), 'is the id of a link'],
    [apiKey, 'contains an API key or a token'],
    [`pr-ghp_0123456789abcdefABCD`, 'contains an API key or a token'],
    ['["a", "b"]', 'is a JSON array'],
    ['- a', 'begins with a dash'],
    ['feature/s/login', ''],
    ['release.v1/s/x', ''],
    ['[draft', ''],
    ['[draft]', ''],
    ['-a', ''],
  ])('%j', (text, wrong) => {
    const parsed = parseKey(text);
    expect(wrongOf(parsed).slice(0, wrong.length || undefined)).toBe(wrong);
    expect('unseen' in parsed).toBe(/URL|token/u.test(wrong));
  });

  test('its identity is the whole text, as long as branch names get', () => {
    const branch = `feature/${'é'.repeat(247)}`;
    expect(parseKey(branch)).toEqual({ value: branch });
  });
});

describe('a secret in the wrong input', () => {
  test.each([
    [`Shared by ${url}`, 'contains the URL of a link'],
    [`(https://portal.example/rooms/share?key=${'k'.repeat(111)})`, 'contains the URL of a link'],
    [`Key ${apiKey}`, 'contains an API key or a token'],
    ['See https://jira.example/browse/A-1', ''],
    ['docs/s/readme', ''],
  ])('a title %j', (text, wrong) => {
    expect(wrongOf(parseTitle(text)).slice(0, wrong.length || undefined)).toBe(wrong);
  });

  test.each([
    [
      'https://portal.example/rooms/shared/2201',
      'is a URL, and not the title of a room. Its id is `2201`: use that instead.',
    ],
    [
      url,
      "is a URL without the id of a room. The URL of a link names no room. Use the number in the room's address, `/rooms/shared/<id>`.",
    ],
  ])('the title of a room %j', (text, wrong) => {
    expect(wrongOf(parseRoomTitle(text))).toBe(wrong);
  });

  const complete = { 'portal-url': 'https://portal.example', 'api-key': apiKey, 'room-id': '1' };
  test.each<[Given, string]>([
    [
      { title: `Use ${apiKey}` },
      '`title` contains an API key or a token, which everyone who sees the title could use.',
    ],
    [
      { 'api-key': 'unusual-key', title: 'Use unusual-key' },
      '`title` contains the value of `api-key`. Log and summary would show it. Remove it from this input.',
    ],
    [
      { 'github-token': 'hush-hush', 'room-id': '', 'room-title': 'hush-hush' },
      '`room-title` contains the value of `github-token`. Log and summary would show it. Remove it from this input.',
    ],
    [
      { 'room-id': '', 'room-title': `Room ghp_0123456789abcdefABCD` },
      '`room-title` contains an API key or a token. Log and summary would show it. Remove it from this input.',
    ],
    [
      { key: url },
      '`key` is a URL, and a key is a name of your choice, like `default` or `pr-58`. To name a link that exists, use its id in `link-id`.',
    ],
  ])('%j', (inputs, message) => {
    expect(messagesOf('set', { ...complete, ...inputs })).toEqual([message]);
  });

  test('a label with a URL of a link', () => {
    const inputs = { ...complete, issue: 'upsert', 'github-token': 'ghs_1', 'issue-labels': `ok, ${url}` };
    expect(messagesOf('audit', inputs)).toEqual([
      expect.stringMatching(/^`issue-labels`: value 2 contains the URL of a link\./u),
    ]);
  });

  test.each<[Given, readonly string[]]>([
    [{ key: url }, [url, code]],
    [{ 'room-id': `portal.example/s/${code}` }, [`portal.example/s/${code}`, code]],
    [
      { title: `https://portal.example/rooms/share?key=${'k'.repeat(111)}` },
      [`https://portal.example/rooms/share?key=${'k'.repeat(111)}`, 'k'.repeat(111)],
    ],
    // A word of this length stands in logs.
    [{ key: 'https://portal.example/s/docs' }, ['https://portal.example/s/docs']],
    [{ title: `x ${apiKey}.` }, [apiKey]],
    [{ 'portal-url': 'https://me:hush-hush@portal.example' }, ['hush-hush']],
    [{ 'portal-url': 'https://me:hsh@portal.example/rooms/shared/1' }, []],
    [{ 'room-id': 'https://portal.example/rooms/shared/2201' }, []],
  ])('is masked, if it is long enough: %j', (inputs, texts) => {
    expect(textsOfSecrets('set', inputs)).toEqual(texts);
  });

  test.each<[Given, readonly string[]]>([
    [{ password: 'x' }, []],
    [{ password: 'abc\n' }, []],
    [{ 'api-key': 'abc', password: 'abcd' }, ['abcd']],
    [{ 'api-key': `"${apiKey}"` }, [`"${apiKey}"`, apiKey]],
    [{ 'api-key': `Authorization: Bearer ${apiKey}` }, [`Authorization: Bearer ${apiKey}`, apiKey]],
  ])('of fewer than four characters masks nothing, since it would star out the log: %j', (inputs, texts) => {
    expect([...textsOfSecrets('set', inputs)].sort()).toEqual([...texts].sort());
  });
});

describe('a timeout without a unit, or with the unit of another', () => {
  const credentials = { 'portal-url': 'https://portal.example', 'api-key': apiKey, 'room-id': '1' };
  test.each([
    ['24', ' Did you mean `24s` or `24m`?'],
    ['100000', ' Did you mean `100000s`?'],
    ['5M', ' Did you mean `5m`?'],
    ['P1M', ''],
    ['1h30m', ' Did you mean `90m`?'],
    ['7 days', ' Did you mean `7d`?'],
  ])('%j%s', (timeout, proposal) => {
    const [message = ''] = messagesOf('set', { ...credentials, timeout });
    expect(message.slice(message.indexOf('`2w`.') + '`2w`.'.length)).toBe(proposal);
  });
});

describe('what is taken for an API key and cannot be one', () => {
  test.each([
    ['ghp_0123456789abcdefABCD', 'looks like a GitHub token'],
    ['eyJhbGciOi.x.y', 'looks like a sign-in token (JWT)'],
    ['***', 'consists of asterisks, as masked text does'],
    ['https://portal.example', 'is a URL'],
    ['$DOCSPACE_API_KEY', 'is the name of a variable, not its value'],
    [`sk-${'0'.repeat(60)}`, 'has 60 digits'],
    ['0'.repeat(64), 'lacks `sk-` at its beginning'],
    ['sk-proj-Zz', 'has other characters after `sk-`'],
    ['hunter2', 'has 7 characters and no `sk-`'],
  ])('%j', (text, words) => {
    expect(keyDoubt(new Secret(text))).toBe(
      `does not look like an API key of DocSpace: it ${words}. An API key of DocSpace is \`sk-\` and 64 hexadecimal digits`,
    );
    expect(revealed(parseApiKey(text))).toMatchObject({ value: text });
  });

  test('a key is none of this', () => {
    expect(keyDoubt(new Secret(apiKey))).toBeNull();
  });
});
