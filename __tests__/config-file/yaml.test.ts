import { expect, test } from '@jest/globals';
import { mistakesOf, parsed } from './reading.ts';

const anchors = '(`&…`) are not supported: write the value alone. A text that begins with `&` needs quotes: "&…".';
const aliases = '(`*…`) are not supported: write the value itself. A text that begins with `*` needs quotes: "*…".';
const tags = 'Tags (`!…`) are not supported: write the value alone. A text that begins with `!` needs quotes.';

test.each<[string, readonly string[]]>([
  ['version: &v 1', [`1:13: Anchors ${anchors}`]],
  ['version: &v 1\ndefaults: *v', [`1:13: Anchors ${anchors}`, `2:11: Aliases ${aliases}`]],
  ['&a version: 1', ['1:4: A name is expected here: a plain word, followed by a colon.']],
  ['&a {version: 1}', [`1:4: Anchors ${anchors}`]],
  ['version: 1\npolicy: { confidential-rooms: [*HR] }', [`2:32: Aliases ${aliases}`]],
  ['version: !!int 1', [`1:16: ${tags}`]],
  ['version: !!js/function "process.exit()"', [`1:24: ${tags}`]],
  ['version: !<tag:yaml.org,2002:python/object> {}', [`1:45: ${tags}`]],
  ['version: ! 1', [`1:12: ${tags}`]],
  [
    'version: 1\n<<: { defaults: {} }',
    ['2:1: Merge keys (`<<`) are not supported: what many links share stands in `defaults`.'],
  ],
  ['version: 1\nversion: 1', ['2:1: "version" stands here a second time; the first is in line 1.']],
  ['{ version: 1, "version": 1 }', ['1:15: "version" stands here a second time; the first is in line 1.']],
  ['? [version]\n: 1', ['1:3: A name is expected here: a plain word, followed by a colon.']],
  ['version: 1\n---\nversion: 1', ['2:1: A second YAML document begins here: the file holds a single one.']],
  ['version: 1\n\trooms: []', ['2:1: Tabs are not allowed as indentation in YAML: use spaces.']],
  [
    'version: 1\nrooms:\n   - room: 1\n  - room: 2',
    [
      '4:3: The indentation of this line does not fit the lines above: the hyphens of one list begin in the same column.',
    ],
  ],
  ['version: "1', ['1:10: A quote (`"`) is opened here and not closed.']],
  ['version: {', ['1:10: `{` is opened here and not closed: `}` is missing.']],
  ['[version: 1]]', ['1:13: This closing bracket is one too many, or its opening one is missing.']],
  ['version: 1\nwaivers:\n  - owner: @press', ['3:12: A text that begins with this character needs quotes: "@…".']],
  [
    'version: 1\ndefaults: { access: a: b }',
    [expect.stringMatching(/^2:\d+: A comma is missing before this `name: value`/u) as never],
  ],
  [
    'version: 1\ndefaults:\n  access: a: b',
    ['3:11: A text that holds `: ` needs quotes, as in `title: "Contract: 2027"`.'],
  ],
  ['version: "\\q"', [expect.stringMatching(/^1:11: In double quotes a backslash/u) as never]],
  ['%FOO\n---\nversion: 1\n%YAML 1.2', [expect.stringMatching(/^4:1: |^1:1: /u) as never]],
  ['\ufeffversion: 2', ['1:10: `version`: "2" is not known. Possible: `1`.']],
  ['version: 1\r\nrooms: 1\r\n', ['2:8: `rooms` is a list, like `- room: 2201`.']],
  ['\0', [expect.stringMatching(/^1:1: /u) as never]],
])('%j', async (text, mistakes) => {
  expect(await mistakesOf(text)).toEqual(mistakes);
});

test.each([
  'password: *hunter22',
  'password: &hunter22',
  'password: &hunter22 x',
  'password: !hunter22',
  'password: "hunter22',
  'password=hunter22',
  'password hunter22',
  'password:hunter22',
  'password: a, password:hunter22, password:hunter22',
  'password: hunter22: x',
  'password: [hunter22]',
  'password: { hunter22: x }',
])('no message shows a password that is not written as one: %j', async (field) => {
  const mistakes = await mistakesOf(`version: 1\nrooms:\n  - room: 7\n    links:\n      - { key: a, ${field} }\n`);
  expect(mistakes).not.toEqual([]);
  expect(mistakes.join('\n')).not.toContain('hunter22');
});

test.each(['', '\n\n', '# nothing\n', '---\n', '---\n...\n', 'null', '~', '\ufeff', '%YAML 1.2\n---\n'])(
  'an empty file: %j',
  async (text) => {
    expect(await mistakesOf(text)).toEqual(['1:1: The file is empty: it needs `version: 1`, and `rooms` or `policy`.']);
  },
);

test('a file of more than 1 MiB is not even looked at [promise file-hostile]', async () => {
  const text = (size: number): string => `version: 1\n#${'é'.repeat(size / 2 - 6)}`;
  expect(await parsed(text(1024 * 1024))).toMatchObject({ rooms: [] });
  expect(await mistakesOf(text(1024 * 1024 + 2))).toEqual([
    '1:1: The file is too large: 1048578 bytes; at most 1048576 (1 MiB) are read.',
  ]);
});

test.each([
  ['lists in lists', '['.repeat(20_000)],
  ['mappings in mappings', '{a: '.repeat(20_000)],
  ['hyphens', '- '.repeat(30_000)],
  ['question marks', '? '.repeat(20_000)],
  ['quotes', '"'.repeat(50_000)],
  ['exclamation marks', '! '.repeat(30_000)],
  ['documents', '---\n'.repeat(20_000)],
  [
    'an alias bomb',
    `a0: &a0 [x]\n${Array.from({ length: 30 }, (_, n) => `a${n + 1}: &a${n + 1} [${`*a${n},`.repeat(9)}]`).join('\n')}`,
  ],
  ['unknown names', `version: 1\n${Array.from({ length: 70_000 }, (_, n) => `n${n}: 1`).join('\n')}`],
  ['a nested file', `version: 1\nrooms: ${'['.repeat(400)}${']'.repeat(400)}`],
])('%s end in a mistake, and soon', async (_, text) => {
  const reported = await mistakesOf(text);
  expect(reported.length).toBeGreaterThan(0);
  expect(reported.length).toBeLessThanOrEqual(51);
});

test('nothing of a broken file is quoted: it may be a password in a wrong place', async () => {
  const reported = await mistakesOf('version: 1\nhunter2: "hunter2\n  hunter2: {hunter2: hunter2: *hunter2');
  expect(reported.join('\n')).toMatch(/^\d+:\d+: /u);
  expect(reported.join('\n')).not.toContain('hunter2');
});
