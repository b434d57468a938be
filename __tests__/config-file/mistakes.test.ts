import { describe, expect, test } from '@jest/globals';
import { parseLinksFile } from '../../src/config-file/parse.ts';
import { problemTable } from '../../src/links/problem.ts';
import { fileOf, mistakesOf } from './reading.ts';
import { now } from '../support/links.ts';
import { possibleRules as rules } from '../values/parsing.ts';

const guid = '6f1c0e9a-3b52-8d41-9c2e-0a1b2c3d4e5f';
const roles = '`viewer`, `commenter`, `reviewer`, `form-filler`, `editor`, `content-creator`';
const fields =
  '`key`, `type`, `access`, `expiration`, `internal`, `password`, `deny-download`, `max-uses`, `renew`, `title`, `primary`, `link-id`, `adopt`, `state`';

describe('a link', () => {
  // The first character of the fields stands in line 5, column 11.
  test.each<[string, readonly string[]]>([
    ['acess: editor', [`5:11: "acess" is not a field of a link. Possible: ${fields}. Did you mean \`access\`?`]],
    [
      'link-type: external',
      [`5:11: "link-type" is not a field of a link. Possible: ${fields}. Did you mean \`type\`?`],
    ],
    ['zebra: 1', [`5:11: "zebra" is not a field of a link. Possible: ${fields}.`]],
    ['__proto__: 1', [`5:11: "__proto__" is not a field of a link. Possible: ${fields}.`]],
    ['constructor: 1', [`5:11: "constructor" is not a field of a link. Possible: ${fields}.`]],
    ['toString: 1', [`5:11: "toString" is not a field of a link. Possible: ${fields}.`]],
    [
      'zebra: 1, ~: 2, prototype: 3',
      ['5:11: "zebra"', '5:21: "~"', '5:27: "prototype"'].map(
        (start) => `${start} is not a field of a link. Possible: ${fields}.`,
      ),
    ],
    ['access: edtor', [`5:19: "edtor" is not a role. Possible: ${roles}. Did you mean \`editor\`?`]],
    ['access: "edtor"', [`5:19: "edtor" is not a role. Possible: ${roles}. Did you mean \`editor\`?`]],
    ['access: 0', [`5:19: "0" (None, 0) means "no access": it would revoke the link. Possible: ${roles}.`]],
    ['access: [viewer]', ['5:19: is a single value, not a list.']],
    ['access: { a: 1 }', ['5:19: is a single value, not a mapping.']],
    ['access:', ['5:11: has no value.']],
    ['access: null', ['5:11: has no value.']],
    ['access: ~, expiration: ', ['5:11: has no value.', '5:22: has no value.']],
    ['access: ""', [`5:19: "" is not a role. Possible: ${roles}.`]],
    // A file may be older than its dates: what that means is up to the plan.
    ['expiration: 2020-01-31', []],
    ['expiration: 2020-02-30', ['5:23: "2020-02-30" is not a calendar date.']],
    ['expiration: 2037-01-31', ['5:23: "2037-01-31" is too late: at most 10 years from now, 2036-11-24T09:30:15Z.']],
    ['internal: yes', ['5:21: "yes" is not valid. Use `true` or `false`. Did you mean `true`?']],
    [
      'max-uses: 0, type: invitation',
      ['5:21: "0" is not valid. Use `unlimited`, or a number from 1 to 1000. Did you mean `unlimited`?'],
    ],
    ['key: " a"', ['5:16: "a" has a space at its beginning or end.']],
    [`title: ${'x'.repeat(256)}`, [`5:18: "${'x'.repeat(99)}…" is too long: 256 of 255 characters.`]],
    [
      'link-id: 6f1c',
      [
        '5:20: "6f1c" is not the id of a link, like `6f1c0e9a-3b52-4d41-9c2e-0a1b2c3d4e5f`: the output `links` names the ids.',
      ],
    ],
    ['state: gone', ['5:18: "gone" is not valid. Use `present` or `absent`. Did you mean `absent`?']],
    [
      'rotate: true',
      [
        '5:11: "rotate" is an act and not a state: every run would give the link a new URL. Run the root action with `rotate: true`, or give the link another `key`.',
      ],
    ],
    ['key: a, key: b', ['5:19: "key" stands here a second time; the first is in line 5.']],
    [`link-id: ${guid}, key: a`, ['5:58: `link-id` and `key` both name the link: give only one of them.']],
    [
      `link-id: ${guid}, primary: true`,
      ['5:67: `link-id` and `primary: true` both name the link: give only one of them.'],
    ],
    [
      'type: invitation, primary: true, max-uses: 3',
      [
        '5:38: `primary: true` is not possible with `type: invitation`: the primary link of a room is an external link.',
      ],
    ],
    [
      'type: invitation, internal: true, password: none, deny-download: false',
      ['5:39: `internal`', '5:55: `password`', '5:76: `deny-download`'].map(
        (start) =>
          `${start} is for external links only, and this is an invitation link. Leave it out, or write \`type: external\`.`,
      ),
    ],
    [
      'max-uses: 3, adopt: true',
      ['5:21: `max-uses`', '5:31: `adopt`'].map(
        (start) =>
          `${start} is for invitation links only, and this is an external link. Leave it out, or write \`type: invitation\`.`,
      ),
    ],
    [
      'primary: true, adopt: true',
      [
        '5:33: `adopt` is for invitation links only, and this is an external link. Leave it out, or write `type: invitation`.',
      ],
    ],
    // With a type that cannot be read, nothing is said about what does not fit it.
    [
      'type: invite, max-uses: 3',
      ['5:17: "invite" is not valid. Use `external` or `invitation`. Did you mean `invitation`?'],
    ],
  ])('{ %s }', async (link, mistakes) => {
    const reported = (await mistakesOf(fileOf([link]))).map((message) =>
      message.replace(/^(\d+:\d+:) `[a-z-]+`:? (?=is a |has no|")/u, '$1 '),
    );
    expect(reported).toEqual(mistakes);
  });

  test.each(['hunter2hunter2', '"generate!"', '12345678', 'true', '"a b"', "''"])(
    'a password in the file is refused without being told: %s [promise file-no-passwords]',
    async (password) => {
      const reported = await mistakesOf(fileOf([`password: ${password}`]));
      expect(reported).toEqual([
        expect.stringMatching(/^5:21: `password` holds a password.*Possible: `generate`.*`none`, `keep`.*root action/u),
      ]);
      expect(reported.join()).not.toContain(password.replaceAll(/["']/gu, '') || 'no empty text');
    },
  );

  test('the words for a password can be defaults; a password cannot', async () => {
    expect(
      await mistakesOf(fileOf(['key: a'], 'password: hunter2hunter2, key: a, rotate: true, role: editor')),
    ).toEqual([
      expect.stringMatching(/^2:23: `password` holds a password/u),
      '2:39: "key" belongs to a single link and cannot be a default.',
      expect.stringMatching(/^2:47: "rotate" is an act/u),
      expect.stringMatching(/^2:61: "role" is not a field of `defaults`.*Did you mean `access`\?$/u),
    ]);
  });

  test.each<[readonly string[], readonly string[]]>([
    [
      ['key: a', 'key: a'],
      [
        '6:9: The external link with the key "a" a second time: the first is in line 5. Give each link a `key` of its own.',
      ],
    ],
    [
      ['', 'access: editor'],
      [
        '6:9: The external link with the key "default" a second time: the first is in line 5. Give each link a `key` of its own.',
      ],
    ],
    [
      ['key: a', 'key: a, state: absent'],
      [
        '6:9: The external link with the key "a" a second time: the first is in line 5. Give each link a `key` of its own.',
      ],
    ],
    [
      ['key: "e\u0301"', 'key: "\u00e9"'],
      [expect.stringMatching(/^6:9: The external link with the key "é" a second time/u) as never],
    ],
    [['primary: true', 'primary: true, key: b'], ['6:9: The primary link a second time: the first is in line 5.']],
    [
      [`link-id: ${guid}`, `link-id: ${guid.toUpperCase()}`],
      [`6:9: The link ${guid} a second time: the first is in line 5.`],
    ],
    [
      ['type: invitation, key: a', 'type: invitation, key: b', 'type: invitation, key: b'],
      [
        '6:9: A room has a single invitation link, and line 5 describes it already.',
        '7:9: The invitation link with the key "b" a second time: the first is in line 6. Give each link a `key` of its own.',
      ],
    ],
  ])('two for one place: %j', async (links, mistakes) => {
    expect(await mistakesOf(fileOf(links))).toEqual(mistakes);
  });
});

describe('the file', () => {
  test.each<[string, readonly string[]]>([
    ['version: 2', ['1:10: `version`: "2" is not known. Possible: `1`.']],
    ['version: 1.0', ['1:10: `version`: "1.0" is not known. Possible: `1`.']],
    ['rooms: []', ['1:1: The file needs `version`.']],
    ['- version: 1', ['1:1: The file is a mapping of names and values, not a list.']],
    ['version', ['1:1: The file is a mapping of names and values, not a single value.']],
    [
      'version: 1\nroom: 5',
      [
        '2:1: "room" is not a field of the file. Possible: `version`, `defaults`, `rooms`, `policy`, `waivers`. Did you mean `rooms`?',
      ],
    ],
    ['version: 1\nrooms: 2201', ['2:8: `rooms` is a list, like `- room: 2201`.']],
    ['version: 1\ndefaults:\npolicy:', ['2:1: `defaults` has no value.', '3:1: `policy` has no value.']],
    [
      'version: 1\nrooms:\n  # - room: 1\nwaivers: null\npolicy:\n  require: ~',
      [
        '2:1: `rooms` has nothing under it. Write `rooms: []` if that is meant, or put `- room: 2201` under it.',
        expect.stringMatching(/^4:1: `waivers` has nothing under it\. Write `waivers: \[\]` if/u) as never,
        expect.stringMatching(/^6:3: `require` has nothing under it\. Write `require: \[\]` if/u) as never,
      ],
    ],
    ['version: 1\ndefaults: []', ['2:11: `defaults` is a mapping of names and values, not a list.']],
    [
      'version: 1\nrooms:\n  - 2201\n  - links: []\n  -\n  - room: 1\n    links:\n  - room: 2\n    links: [a, { key: [] }]\n',
      [
        '3:5: A room is a mapping of names and values, not a single value.',
        '4:5: A room needs `room`.',
        '5:4: `rooms` has no value.',
        '7:5: `links` has nothing under it. Write `links: []` if that is meant, or put `- { key: …, access: viewer }` under it.',
        '9:13: A link is a mapping of names and values, not a single value.',
        '9:23: `key` is a single value, not a list.',
      ],
    ],
    [
      'version: 1\nrooms:\n  - { room: 0, links: [] }',
      ['3:13: `room`: "0" is not the id of a room: ids are 1 to 2147483647.'],
    ],
    [
      'version: 1\nrooms:\n  - { room: "https://portal.example/rooms/shared/2201/filter?key=abc", links: [] }',
      ['3:13: `room`: "https://portal.example/…" is a URL: use the id of the room alone. Did you mean `2201`?'],
    ],
    ['version: 1\nrooms:\n  - { room: " ", links: [] }', ['3:13: `room`: "" is empty or holds spaces only.']],
    [
      'version: 1\nrooms:\n  - { title: A, links: [] }',
      [
        '3:5: A room needs `room`.',
        '3:7: "title" is not a field of a room. Possible: `room`, `links`. Did you mean `room`?',
      ],
    ],
    [
      'version: 1\nrooms:\n  - { room: 7, links: [] }\n  - { room: A, links: [] }\n  - { room: "7", links: [] }\n  - room: A\n    links: []',
      [
        '5:13: The room of line 3 a second time: put all its links there.',
        '6:11: The room of line 4 a second time: put all its links there.',
      ],
    ],
  ])('%j', async (text, mistakes) => {
    expect(await mistakesOf(text)).toEqual(mistakes);
  });

  test.each<[string, readonly string[]]>([
    [
      'max-lifetime: 30',
      [
        '3:17: `max-lifetime`: "30" has no unit: use a number and its unit, as in `45s`, `90m`, `12h`, `7d`, `2w`. Did you mean `30d`?',
      ],
    ],
    ['max-access: king', [`3:15: \`max-access\`: "king" is not a role. Possible: ${roles}.`]],
    ['require: expiration', ['3:12: `require` is a list, like `[expiration, password]`.']],
    [
      'require: [expirations, login, passwort]',
      [
        '3:13: `require`: "expirations" is not valid. Use `expiration`, `password`, `login`, `no-download` or `managed`. Did you mean `expiration`?',
        '3:33: `require`: "passwort" is not valid. Use `expiration`, `password`, `login`, `no-download` or `managed`. Did you mean `password`?',
      ],
    ],
    ['severity: [DSL001]', ['3:13: `severity` is a mapping of names and values, not a list.']],
    [
      'severity: { DSL1: off, DSL002: false, DSL003: high, dsl003: low, DSL021: off }',
      [
        `3:15: \`severity\`: "DSL1" is not the id of a rule. ${rules} Did you mean \`DSL001\`?`,
        '3:34: `DSL002`: "false" is not valid. Use `critical`, `high`, `medium`, `low`, `info` or `off`. Did you mean `off`?',
        '3:55: `severity`: "dsl003" stands here a second time.',
        `3:68: \`severity\`: "DSL021" is not the id of a rule. ${rules}`,
      ],
    ],
    // What stands after an unknown name may be a secret in a wrong place.
    ['severity: { password: hunter2 }', [`3:15: \`severity\`: "password" is not the id of a rule. ${rules}`]],
    [
      'severity: { constructor: off, __proto__: off, DSL001: [], DSL002: }',
      [
        `3:15: \`severity\`: "constructor" is not the id of a rule. ${rules}`,
        `3:33: \`severity\`: "__proto__" is not the id of a rule. ${rules}`,
        '3:57: `DSL001` is a single value, not a list.',
        '3:61: `DSL002` has no value.',
      ],
    ],
    ['public-rooms: [" "]', ['3:18: `public-rooms`: "" is empty or holds spaces only.']],
    [
      'title-pattern: "("',
      ['3:18: `title-pattern`: "(" is not a regular expression in RE2 syntax: missing closing ), in "(".'],
    ],
    [
      'title-pattern: "(?=.*[0-9]).+"',
      [
        '3:18: `title-pattern`: "(?=.*[0-9]).+" is not a regular expression in RE2 syntax: look-ahead and look-behind, as in `(?=…)`, are not available.',
      ],
    ],
    [
      'public: [a]',
      [
        '3:3: "public" is not a field of `policy`. Possible: `max-lifetime`, `max-access`, `require`, `severity`, `public-rooms`, `confidential-rooms`, `warn-before`, `stale-after`, `title-pattern`. Did you mean `public-rooms`?',
      ],
    ],
  ])('policy: %s', async (line, mistakes) => {
    expect(await mistakesOf(`version: 1\npolicy:\n  ${line}\n`)).toEqual(mistakes);
  });

  test.each<[string, readonly string[]]>([
    [
      '{}',
      [
        '3:5: A waiver needs `rule`.',
        '3:5: A waiver needs `room`.',
        '3:5: A waiver needs `reason`.',
        '3:5: A waiver needs `until`.',
      ],
    ],
    [
      '{ rule: anyone, room: 1, reason: r, until: soon }',
      [
        `3:13: \`rule\`: "anyone" is not the id of a rule. ${rules}`,
        '3:48: `until`: "soon" is not a day, like `2027-01-31`, nor an instant, like `2027-01-31T18:00:00Z`.',
      ],
    ],
    [
      '{ rule: DSL99, room: 1, reason: r, until: 2027-03-31 }',
      [`3:13: \`rule\`: "DSL99" is not the id of a rule. ${rules}`],
    ],
    [
      '{ rule: DSL001, room: 1, reason: r, until: 2027-05-24 }',
      ['3:48: `until`: "2027-05-24" is too late: a waiver holds for 180 days at most, until 2027-05-23.'],
    ],
    [
      '{ rule: DSL001, room: 1, reason: r, until: 2027-02-30 }',
      ['3:48: `until`: "2027-02-30" is not a calendar date.'],
    ],
    [
      '{ rule: DSL001, room: 1, link: all, reason: " ", until: 2027-01-01 }',
      [
        '3:36: `link`: "all" is not the id of a link, the beginning of one, or `key:` and the key of a managed link. Reports name the ids.',
        '3:49: `reason`: "" is empty or holds spaces only.',
      ],
    ],
    [
      '{ rule: DSL001, room: 1, link: 6f1c, reason: r, until: 2027-01-01 }',
      [
        '3:36: `link`: "6f1c" is too short: use the whole id, or at least 8 characters of it, since the ids of one repository begin alike; or `key:` and the key of the link.',
      ],
    ],
    [
      '{ rule: DSL001, room: 1, link: "key:", reason: r, until: 2027-01-01 }',
      ['3:36: `link`: "key:" is empty or holds spaces only.'],
    ],
    [
      '{ rule: DSL001, room: 0, reason: r, until: 2027-01-01 }',
      ['3:27: `room`: "0" is not the id of a room: ids are 1 to 2147483647.'],
    ],
  ])('waiver: %s [promise waiver-needs]', async (line, mistakes) => {
    expect(await mistakesOf(`version: 1\nwaivers:\n  - ${line}\n`)).toEqual(mistakes);
  });

  test('all mistakes at once, in the order of the file, each with its place for GitHub [promise file-errors]', async () => {
    const text = `version: 3\n${fileOf(['acess: a', 'key: a', 'key: a']).slice('version: 1\n'.length)}`;
    await expect(parseLinksFile(text, '.github/links.yml', now)).rejects.toMatchObject({
      problems: [
        {
          code: 'links-file',
          message: expect.stringMatching(/^\.github\/links\.yml:1:10: `version`/u),
          hint: problemTable['links-file'].advice,
          place: { path: '.github/links.yml', line: 1, column: 10 },
        },
        { message: expect.stringMatching(/^\.github\/links\.yml:5:11: "acess"/u), place: { line: 5, column: 11 } },
        { message: expect.stringMatching(/^\.github\/links\.yml:7:9: /u), place: { line: 7, column: 9 } },
      ],
    });
  });

  test('of very many mistakes the first are told, and how many there are', async () => {
    const reported = await mistakesOf(fileOf(Array.from({ length: 80 }, (_, index) => `key: k${String(index)}, x: 1`)));
    expect(reported).toHaveLength(51);
    expect(reported.at(-1)).toBe(' and 30 more mistakes.');
  });
});
