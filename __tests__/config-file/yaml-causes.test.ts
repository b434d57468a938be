import { expect, test } from '@jest/globals';
import { mistakesOf } from './reading.ts';

const head = 'version: 1\nrooms:\n';
const names =
  'The indentation of this line does not fit the lines above: the names of one mapping begin in the same column.';
const hyphens =
  'The indentation of this line does not fit the lines above: the hyphens of one list begin in the same column.';
const deeper =
  'This line is indented more than the line above, which has a value already: indent it as the names that it belongs to.';
const less =
  'This line is indented less than the lines that it belongs to: indent it as they are. Or, if it begins a new item, `- ` is missing.';
const colon = 'A colon and a space are missing after the name, as in `name: value`.';
const afterColon = 'A space is missing after the colon, as in `name: value`.';
const tabs = 'Tabs are not allowed as indentation in YAML: use spaces.';
const needsQuotes = 'A text that holds `: ` needs quotes, as in `title: "Contract: 2027"`.';
const special = 'This line is indented with a no-break or other special space: use ordinary spaces.';
const conflict = 'This line is a conflict marker of Git: resolve the conflict.';

test.each<[string, string, readonly string[]]>([
  ['items with less indentation', `${head}   - room: 1\n  - room: 2`, [`4:3: ${hyphens}`]],
  ['items with more', `${head}  - room: 1\n    links: []\n   - room: 2\n     links: []`, [`5:4: ${hyphens}`]],
  ['a name that is too deep', `${head}  - room: 1\n      links:\n        - { key: a }`, [`4:7: ${deeper}`]],
  ['... after a comment', `${head}  - room: 1\n    # note\n\n      links: []`, [`6:7: ${names}`]],
  ['a name that is not deep enough', `${head}  - room: 1\n   links:\n    - { key: a }`, [`4:4: ${less}`]],
  ['a name below its hyphen', `${head}  - room: 1\n  links:\n    - { key: a }`, [`4:3: ${names}`]],
  [
    'a field below its hyphen',
    `${head}  - room: 1\n    links:\n      - key: a\n      access: viewer`,
    [`6:7: ${names}`],
  ],
  [
    'a field that is too deep',
    `${head}  - room: 1\n    links:\n      - key: a\n         access: viewer`,
    [`6:10: ${deeper}`],
  ],
  [
    'a field that is not deep enough',
    'version: 1\ndefaults:\n    expiration: 30d\n  internal: true',
    [`4:3: ${names}`],
  ],
  ['the first line', ' version: 1\nrooms: []', [`2:1: ${names}`]],
  ['the second line', 'version: 1\n rooms: []', [`2:2: ${deeper}`]],
  ['a list under a value', 'version: 1\n  - rooms: []', [`2:3: ${deeper}`]],
  [
    'items without hyphens',
    `${head}  - room: 1\n    links:\n      { key: a }\n      { key: b }`,
    ['6:7: A hyphen and a space are missing: each item of a list begins with `- `.'],
  ],
  ['a hyphen without space', `${head}  -room: 1\n   links: []`, ['3:3: A space is missing after the hyphen: `- `.']],
  ['no colon', 'version: 1\nrooms\n  - room: 1', [`2:1: ${colon}`]],
  ['no colon in the first line', 'version 1\nrooms: []', [`1:1: ${colon}`]],
  ['no colon further in', 'version: 1\ndefaults:\n  expiration 30d\n  internal: true', [`3:3: ${colon}`]],
  ['a colon without space', 'version:1\nrooms: []', [`1:1: ${afterColon}`]],
  ['... in a list', `${head}  - room: 1\n    links:\n      - key:a\n        access: viewer`, [`5:9: ${afterColon}`]],
  [
    '... in braces',
    `${head}  - room: 1\n    links:\n      - { password:hush, access: viewer }`,
    [`5:11: ${afterColon}`],
  ],
  ['a full-width colon', 'version： 1\nrooms: []', ['1:1: This colon is a full-width one (`：`): use `: `.']],
  ['tabs', `${head}\t- room: 1`, [`3:1: ${tabs}`]],
  ['tabs after spaces', 'version: 1\ndefaults:\n  \tinternal: true\n  \trenew: true', [`3:3: ${tabs}`, `4:3: ${tabs}`]],
  ['no-break spaces', `${head}\u00a0\u00a0- room: 1\n \u3000 links: []`, [`3:1: ${special}`, `4:2: ${special}`]],
  [
    'a quote that is not closed',
    `${head}  - room: "Press\n    links:\n      - { key: "a" }\n`,
    ['3:11: A quote (`"`) is opened here and not closed.'],
  ],
  [
    '... to the end',
    `${head}  - room: 'Press\n    links: []\n`,
    ["3:11: A quote (`'`) is opened here and not closed."],
  ],
  [
    'an apostrophe',
    `${head}  - room: 'Anna's room'\n    links: []`,
    [expect.stringMatching(/^3:17: Text follows a closing quote\..* as in `'Anna''s room'`\.$/u) as never],
  ],
  [
    'text after a quote',
    `${head}  - room: "Press" room\n    links: []`,
    [expect.stringMatching(/^3:19: Text follows a closing quote\./u) as never],
  ],
  ['a colon in a text', `${head}  - room: Contract: 2027\n    links: []`, [`3:11: ${needsQuotes}`]],
  [
    'no comma',
    `${head}  - room: 1\n    links:\n      - { key: a access: viewer }`,
    [expect.stringMatching(/^5:16: A comma is missing before this `name: value`\./u) as never],
  ],
  [
    'a brace that is not closed',
    `${head}  - room: 1\n    links:\n      - { key: a\n      - { key: b }\n`,
    ['5:9: `{` is opened here and not closed: `}` is missing.'],
  ],
  [
    'a bracket that is not closed',
    'version: 1\npolicy:\n  require: [expiration\n  max-lifetime: 30d\n',
    ['3:12: `[` is opened here and not closed: `]` is missing.'],
  ],
  ['a brace too many', `${head}  - room: 1\n    links: [{ key: a }}]\n`, [expect.stringMatching(/^4:\d+: /u) as never]],
  [
    'a merge conflict',
    `${head}<<<<<<< HEAD\n  - room: 1\n=======\n  - room: 2\n>>>>>>> other\n`,
    [`3:1: ${conflict}`, `5:1: ${conflict}`, `7:1: ${conflict}`],
  ],
])('the likeliest cause, and its place: %s', async (_, text, mistakes) => {
  expect(await mistakesOf(text)).toEqual(mistakes);
  expect(await mistakesOf(text.replaceAll('\n', '\r\n'))).toEqual(mistakes);
});

test('the list of a name may begin in the column of that name', async () => {
  expect(await mistakesOf(`${head}- room: 1\n  links:\n  - { key: a }\n  - key: b\n    access: viewer\n`)).toEqual([]);
});
