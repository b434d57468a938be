import { describe, expect, test } from '@jest/globals';
import { ruleIds } from '../../src/audit/rules/ids.ts';
import { listOf } from '../../src/values/lists.ts';
import { parseGuid, parseKeys, parseLabels } from '../../src/values/names.ts';
import { type Parse, parseMaxChanges } from '../../src/values/parsed.ts';
import { parseReports } from '../../src/values/paths.ts';
import {
  parseConcurrency,
  parseFixableRule,
  parseRequirement,
  parseSeverities,
  runs,
} from '../../src/values/policy.ts';
import { parseRoomId, parseRooms, parseRoomsOrAll } from '../../src/values/rooms.ts';
import { parseMaxUses } from '../../src/values/settings.ts';
import { type Given, messagesOf } from '../support/sources.ts';
import { wrongOf } from './parsing.ts';

const one = '6f1c0e9a-3b52-8d41-9c2e-0a1b2c3d4e5f';
const other = '7f1c0e9a-3b52-8d41-9c2e-0a1b2c3d4e5f';

const parsers = {
  'link-id': listOf(parseGuid, { least: 'a link' }),
  fix: listOf(parseFixableRule),
  require: listOf(parseRequirement),
  severity: parseSeverities,
  reports: parseReports,
  'issue-labels': parseLabels,
  key: parseKeys,
  'except-keys': parseKeys,
  rooms: parseRoomsOrAll,
  'exclude-rooms': parseRooms,
} satisfies Readonly<Record<string, Parse<unknown>>>;
type List = keyof typeof parsers;

const byId = (...ids: readonly string[]): unknown => ids.map((id) => ({ by: 'id', id }));
const byTitle = (...titles: readonly string[]): unknown => titles.map((title) => ({ by: 'title', title }));

describe('a list has one value per line; commas separate where a value cannot hold one', () => {
  test.each<[List, string, unknown]>([
    ['link-id', `${one}, ${other}`, [one, other]],
    ['link-id', `# ours\n${one},\n\n  "${other}"\r\n#${one}`, [one, other]],
    ['fix', 'DSL006,DSL007\ndsl001, DSL006', ['DSL006', 'DSL007', 'DSL001']],
    ['require', 'expiration, password\n# login', ['expiration', 'password']],
    ['require', '# login', []],
    ['require', ' , ', []],
    [
      'severity',
      'DSL004=off, "DSL001: low"',
      new Map([
        ['DSL004', 'off'],
        ['DSL001', 'low'],
      ]),
    ],
    [
      'reports',
      'a.json, b.csv\n"c, d; e.md"',
      [
        { path: 'a.json', format: 'json' },
        { path: 'b.csv', format: 'csv' },
        { path: 'c, d; e.md', format: 'md' },
      ],
    ],
    ['issue-labels', 'good first issue, "bug; ui"\n# no\nBUG,bug', ['good first issue', 'bug; ui', 'bug']],
    ['rooms', '# every room\nAll', 'all'],
    ['rooms', '101, 102\n103,', byId('101', '102', '103')],
    ['exclude-rooms', 'sbox-3-a, 101', byId('sbox-3-a', '101')],
    ['exclude-rooms', '# nothing', []],
  ])('%s: %j [promise list-lines, list-commas, list-titles]', (list, text, value) => {
    expect(parsers[list](text)).toEqual({ value });
  });

  test.each<[List, string, unknown]>([
    // Which of them are keys, only the links of the room tell.
    ['key', 'k1, k2', ['k1, k2']],
    ['key', '# old\nfeature/a,b\n"c; d"', ['feature/a,b', '"c; d"']],
    ['except-keys', 'Cafe\u0301\nCaf\u00e9', ['Caf\u00e9']],
    [
      'rooms',
      'Sales, Europe\n101, Board\nSales; Asia\n[Board]\n-7',
      byTitle('Sales, Europe', '101, Board', 'Sales; Asia', '[Board]', '-7'),
    ],
    [
      'rooms',
      '"#general"\n"101"\n\'Board\'',
      [...(byTitle('#general') as []), ...(byId('101') as []), ...(byTitle("'Board'") as [])],
    ],
  ])('%s, whose values can hold commas: %j', (list, text, value) => {
    expect(parsers[list](text)).toEqual({ value });
  });
});

describe('another notation is an error that shows the right form', () => {
  const commas = 'is a JSON array. Write one value per line, or use commas';
  const dashes = 'has dashes before its lines, as in a YAML list. Write one value per line';
  test.each<[List, string, string]>([
    ['key', '["k1", "k2"]', `${commas}: \`k1, k2\`.`],
    ['key', '[k1, k2]', `${commas}, without brackets and quotes.`],
    ['key', '# ours\n["k1"]', `${commas}: \`k1\`.`],
    ['key', '[]', `${commas}, without brackets and quotes.`],
    ['key', '["a b"]', `${commas}, without brackets and quotes.`],
    ['key', '[{"key":"a"}]', `${commas}, without brackets and quotes.`],
    ['key', '{"key": "a"}', 'is a JSON object. Write one value per line, or use commas, without brackets and quotes.'],
    ['rooms', '{"id": 101}', 'is a JSON object. Write one value per line, without brackets and quotes.'],
    ['except-keys', '[\n  "k1",\n  "k2"\n]', `${commas}: \`k1, k2\`.`],
    ['link-id', `["${one}"]`, `${commas}: \`${one}\`.`],
    ['fix', '["DSL006"]', `${commas}: \`DSL006\`.`],
    ['severity', '["DSL004=off"]', `${commas}: \`DSL004=off\`.`],
    ['reports', '["a.json"]', `${commas}: \`a.json\`.`],
    [
      'issue-labels',
      JSON.stringify(Array.from({ length: 40 }, (_, index) => `label-${index}`)),
      `${commas}, without brackets and quotes.`,
    ],
    ['rooms', '[101, "Board"]', 'is a JSON array. Write one value per line, without brackets and quotes.'],
    ['key', '- k1\n- k2', `${dashes}, or use commas, without dashes.`],
    ['rooms', '- 101\n# no\n- Board', `${dashes}, without dashes.`],
    [
      'require',
      '- login',
      'has a dash before its value, as in a YAML list. Write one value per line, or use commas, without dashes.',
    ],
  ])('%s: %j', (list, text, wrong) => {
    expect(wrongOf(parsers[list](text))).toBe(wrong);
  });

  test.each<List>(['link-id', 'fix', 'require', 'severity', 'reports', 'issue-labels', 'key', 'except-keys'])(
    '%s: a semicolon',
    (list) => {
      expect(wrongOf(parsers[list]('a; b'))).toMatch(
        /^holds `;`, which separates nothing here\. Use commas, or write one/u,
      );
    },
  );

  test('rooms: ids with a semicolon [promise list-notation]', () => {
    expect(wrongOf(parsers.rooms('Board\n101; 102'))).toBe(
      'line 2 holds ids with `;` between them. Use commas, or write one room per line: `101, 102`.',
    );
  });

  test.each<[List, string, string]>([
    ['fix', 'DSL006 DSL007', 'holds several values. Separate them by commas: `DSL006, DSL007`.'],
    ['issue-labels', "'bug'", 'is in single quotes. Remove them, or use double quotes.'],
    [
      'reports',
      '"a.json',
      'has a double quote that does not end its value. Quotes stand around a whole value: `"a, b"`.',
    ],
    ['key', '"a" b', 'has a double quote that does not end its value. Quotes stand around a whole key: `"a, b"`.'],
    ['issue-labels', '"a, b"', 'is a label with a comma, which GitHub does not allow.'],
    ['issue-labels', '""', 'has 0 characters: GitHub allows 1 to 50.'],
  ])('%s: %j', (list, text, wrong) => {
    expect(wrongOf(parsers[list](text))).toBe(wrong);
  });
});

describe('a list that names nothing', () => {
  test.each<[List, string]>([
    ['key', '# k1'],
    ['key', ','],
    ['except-keys', '# nothing'],
    ['except-keys', ','],
    ['link-id', '# none\n,'],
    ['rooms', '# 101'],
  ])('%s: %j is an error, and never everything', (list, text) => {
    expect(wrongOf(parsers[list](text))).toMatch(/^names nothing\. Name (?:a link|`all` or a room); lines that begin/u);
  });
});

describe('a value of the wrong kind', () => {
  const url = 'https://portal.example/s/AbCdEf0123-_Xyz';
  const credentials = { 'portal-url': 'https://portal.example', 'api-key': `sk-${'0'.repeat(64)}`, 'room-id': '1' };
  test.each<[Given, RegExp]>([
    [{ key: `k1, ${url}` }, /^`key` is a URL, and a key is a name of your choice/u],
    [{ key: `k1\n${url}` }, /^`key`: line 2 is a URL/u],
    [{ key: 'portal.example/s/AbCdEf0123-_Xyz' }, /^`key` is a URL/u],
    [
      { key: `k1, ${one}` },
      /^`key`: "k1, [^"]*" is the id of a link, and a key is a name of your choice\. Use `link-id`/u,
    ],
    [{ managed: 'true', 'except-keys': one }, /^`except-keys`: "[^"]*" is the id of a link/u],
    [{ managed: 'true', 'except-keys': url }, /^`except-keys` is a URL/u],
    [{ 'link-id': `${one}, ${url}` }, /^`link-id`: value 2 is a URL/u],
    [{ 'link-id': `${one}\nk1, ${url}` }, /^`link-id`: value 1 of line 2 is not the id .* Value 2 of line 2 is a URL/u],
    [{ 'link-id': `"${url}"` }, /^`link-id` is a URL/u],
  ])('%j is refused, and no URL is printed', (inputs, message) => {
    const messages = messagesOf('revoke', { ...credentials, ...inputs });
    expect(messages).toEqual([expect.stringMatching(message)]);
    expect(messages.join()).not.toContain('AbCdEf');
  });
});

describe('numbers have one form', () => {
  test.each<[List, string, string]>([
    ['rooms', '007', 'is not the id of a room: ids have no zeros in front. Did you mean `7`?'],
    ['rooms', '101, 007', 'holds "007", which is not the id of a room: ids have no zeros in front. Did you mean `7`?'],
    ['rooms', '0, 101', 'holds "0", which is not the id of a room: ids are 1 to 2147483647.'],
    [
      'rooms',
      'all, 0',
      'has `all` among rooms. Use `all` alone, or only rooms; name a room with this title by its id.',
    ],
    ['exclude-rooms', '101,2147483648', 'holds "2147483648", which is not the id of a room: ids are 1 to 2147483647.'],
    ['exclude-rooms', '00', 'is not the id of a room: ids are 1 to 2147483647.'],
  ])('a line of digits is never a title, %s: %j', (list, text, wrong) => {
    expect(wrongOf(parsers[list](text))).toBe(wrong);
  });

  test.each([
    [parseMaxUses, '07', 'is not valid. Use `unlimited`, or a number from 1 to 1000. Did you mean `7`?'],
    [parseConcurrency, '010', 'is not valid. Use `auto`, or a number from 1 to 32. Did you mean `10`?'],
    [parseConcurrency, '099', 'is not valid. Use `auto`, or a number from 1 to 32.'],
    [parseMaxChanges, '00', 'is not valid. Use a number from 0 to 100000. Did you mean `0`?'],
  ])('a count has no zeros in front: %#', (parse: Parse<unknown>, text, wrong) => {
    expect(wrongOf(parse(text))).toBe(wrong);
  });
});

test('of very many mistakes only the first are reported, and the rest is understood', () => {
  const parsed = parseReports(`${'a.txt, '.repeat(10_000)}\na.json`);
  expect(parsed).toMatchObject({ rest: [{ path: 'a.json', format: 'json' }] });
  const wrong = wrongOf(parsed);
  expect(wrong).toContain('Value 20 of line 1 has none of the endings');
  expect(wrong).not.toContain('Value 21 ');
  expect(wrong).toMatch(/ And 9980 more values are wrong\.$/u);
});

test('a title or an id that no server would take is an error', () => {
  expect(wrongOf(parseRooms('x'.repeat(401)))).toBe(
    'is not the title of a room: it has 401 characters, more than 400.',
  );
  expect(parseRooms('x'.repeat(400))).toMatchObject({ value: [{ by: 'title' }] });
  expect(parseRoomId(`sbox-1-${'x'.repeat(393)}`)).toMatchObject({ value: expect.any(String) });
  expect(wrongOf(parseRoomId(`sbox-1-${'x'.repeat(394)}`))).toContain('is not the id of a room');
});

test('the ids of rules are listed in runs, whose ends are named', () => {
  const runsOf = (...numbers: readonly string[]): string => runs(numbers.map((number) => `DSL${number}`));
  expect(runsOf('001', '002', '003', '005', '006', '900')).toBe(
    '`DSL001` to `DSL003`, `DSL005` to `DSL006`, `DSL900` to `DSL900`',
  );
  expect(runs(ruleIds)).toMatch(/^`DSL001` to `DSL020`, `DSL022` to `DSL\d{3}`, `DSL900` to `DSL\d{3}`$/u);
});
