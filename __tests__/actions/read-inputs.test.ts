import { describe, expect, test } from '@jest/globals';
import { readInputs, secretsOf, wantsSummary } from '../../src/actions/inputs.ts';
import { problemTable } from '../../src/links/problem.ts';
import { revealed } from '../values/parsing.ts';
import { messagesOf, sourceOf, textsOfSecrets, type Given } from '../support/sources.ts';
import { now } from '../support/links.ts';

const key = `sk-${'0123456789abcdef'.repeat(4)}`;
const credentials = { 'portal-url': 'https://portal.example', 'api-key': key };
const complete = { ...credentials, 'room-id': '2201' };
const linkId = '6f1c0e9a-3b52-8d41-9c2e-0a1b2c3d4e5f';

const common = {
  portal: 'https://portal.example',
  apiKey: key,
  ca: null,
  requestTimeout: 30_000,
  timeout: 300_000,
  summary: true,
  dryRun: false,
  notes: [],
};
const desired = {
  reference: { by: 'key', type: 'external', key: 'default' },
  access: undefined,
  expiration: undefined,
  internal: undefined,
  title: undefined,
  password: undefined,
  denyDownload: undefined,
  maxUses: undefined,
  renew: false,
  rotate: false,
  adopt: false,
};
const set = {
  kind: 'set',
  room: { by: 'id', id: '2201' },
  desired,
  revealLink: 'never',
  revokeAfterJob: false,
  commentOnPr: false,
  githubToken: null,
  ...common,
};

describe('set', () => {
  test('what is not given is left to the link', () => {
    expect(revealed(readInputs('set', sourceOf(complete), now))).toEqual(set);
  });

  test('everything for an external link', () => {
    const inputs = {
      ...complete,
      'room-id': '',
      'room-title': 'Cafe\u0301',
      access: 'Commentator',
      expiration: '2027-01-31',
      internal: 'False',
      key: 'pr-58\n',
      title: ' Reviewers ',
      password: 'Passw0rd\n',
      'deny-download': 'TRUE',
      renew: 'true',
      rotate: 'true',
      'reveal-link': 'protected',
      'revoke-after-job': 'true',
      'comment-on-pr': 'true',
      'github-token': 'ghs_abc',
      'ca-certificate': 'ca.pem',
      'request-timeout': '10s',
      timeout: '1h',
      summary: 'false',
      'dry-run': 'true',
    };
    expect(revealed(readInputs('set', sourceOf(inputs), now))).toEqual({
      ...set,
      room: { by: 'title', title: 'Caf\u00e9' },
      desired: {
        ...desired,
        reference: { by: 'key', type: 'external', key: 'pr-58' },
        access: 6,
        expiration: { kind: 'instant', at: new Date('2027-01-31T23:59:59Z') },
        internal: false,
        title: 'Reviewers',
        password: { kind: 'given', password: 'Passw0rd' },
        denyDownload: true,
        renew: true,
        rotate: true,
      },
      revealLink: 'protected',
      revokeAfterJob: true,
      commentOnPr: true,
      githubToken: 'ghs_abc',
      ca: { kind: 'path', path: 'ca.pem' },
      requestTimeout: 10_000,
      timeout: 3_600_000,
      summary: false,
      dryRun: true,
    });
  });

  test.each<[Given, object]>([
    [
      { 'link-type': 'Invitation', 'max-uses': '20', adopt: 'true', password: 'keep' },
      {
        reference: { by: 'key', type: 'invitation', key: 'default' },
        maxUses: 20,
        adopt: true,
        password: { kind: 'keep' },
      },
    ],
    [{ primary: 'true' }, { reference: { by: 'primary', key: 'default' } }],
    [{ primary: 'true', key: 'site' }, { reference: { by: 'primary', key: 'site' } }],
    [{ 'link-id': linkId.toUpperCase(), key: 'default', primary: 'false' }, { reference: { by: 'id', id: linkId } }],
    // Only the room tells which type it is.
    [
      { 'link-id': linkId, 'max-uses': 'unlimited', internal: 'true' },
      { reference: { by: 'id', id: linkId }, maxUses: null, internal: true },
    ],
    [{ access: '  editor\n', expiration: ' ' }, { access: 10 }],
  ])('%j', (inputs, expected) => {
    expect(revealed(readInputs('set', sourceOf({ ...complete, ...inputs }), now))).toEqual({
      ...set,
      desired: { ...desired, ...expected },
    });
  });

  test.each<[Given, readonly string[]]>([
    [{ 'room-title': 'A' }, ['`room-id` and `room-title` both name the room: give only one of them.']],
    [{ 'room-id': '' }, ['The room is not named: give `room-id` or `room-title`.']],
    [{ 'room-id': '', 'room-title': ' ' }, ['`room-title`: "" is empty or holds spaces only.']],
    [{ 'link-id': linkId, key: 'a' }, ['`link-id` and `key` both name the link: give only one of them.']],
    [
      { 'link-id': linkId, primary: 'true' },
      ['`link-id` and `primary: true` both name the link: give only one of them.'],
    ],
    [
      { primary: 'true', 'link-type': 'invitation', 'max-uses': '3' },
      ['`primary: true` is not possible with `link-type: invitation`: the primary link of a room is an external link.'],
    ],
    [
      { 'max-uses': '3', adopt: 'true' },
      ['max-uses', 'adopt'].map(
        (name) =>
          `\`${name}\` is for invitation links only, and \`link-type\` is \`external\`. Leave it out, or use \`link-type: invitation\`.`,
      ),
    ],
    [
      { 'link-type': 'invitation', internal: 'true', password: 'none', 'deny-download': 'false' },
      ['internal', 'password', 'deny-download'].map(
        (name) =>
          `\`${name}\` is for external links only, and \`link-type\` is \`invitation\`. Leave it out, or use \`link-type: external\`.`,
      ),
    ],
    // With a type that cannot be read, nothing is said about what does not fit it.
    [
      { 'link-type': 'invite', 'max-uses': '3' },
      ['`link-type`: "invite" is not valid. Use `external` or `invitation`. Did you mean `invitation`?'],
    ],
    [
      { title: 'Use Passw0rd!', key: 'Passw0rd!', password: 'Passw0rd!' },
      ['title', 'key'].map(
        (name) =>
          `\`${name}\` contains the value of \`password\`, and everyone who sees the link in DocSpace can read it there.`,
      ),
    ],
    [
      { password: '\n' },
      [
        '`password` is empty or holds spaces only. Use a password, or `none` for a link without one, or leave the input out.',
      ],
    ],
    [
      { password: '   ' },
      [
        '`password` is empty or holds spaces only. Use a password, or `none` for a link without one, or leave the input out.',
      ],
    ],
    [
      { 'reveal-link': 'true' },
      ['`reveal-link`: "true" is not valid. Use `never`, `protected` or `always`. Did you mean `always`?'],
    ],
    [{ timeout: '25d' }, ['`timeout`: "25d" is too long: at most `24d`.']],
    [
      { 'on-missing-credentials': 'ignore' },
      ['`on-missing-credentials`: "ignore" is not valid. Use `fail` or `skip`.'],
    ],
  ])('%j is refused', (inputs, messages) => {
    expect(messagesOf('set', { ...complete, ...inputs })).toEqual(messages);
  });

  test('all mistakes are told at once [promise input-errors-together]', () => {
    const given = {
      'portal-url': 'portal.example',
      'api-key': 'Bearer x',
      access: 'edtor',
      expiration: '2020-01-31',
      renew: 'yes',
      summary: 'no',
    };
    expect(messagesOf('set', given)).toEqual([
      'The room is not named: give `room-id` or `room-title`.',
      '`access`: "edtor" is not a role. Possible: `viewer`, `commenter`, `reviewer`, `form-filler`, `editor`, `content-creator`. Did you mean `editor`?',
      '`expiration`: "2020-01-31" has passed: it is 2026-11-24T09:30:15Z now.',
      '`renew`: "yes" is not valid. Use `true` or `false`. Did you mean `true`?',
      '`portal-url`: "portal.example" has no scheme. Did you mean `https://portal.example`?',
      '`api-key` begins with `Bearer`. Use the key alone, which begins with `sk-`.',
      '`summary`: "no" is not valid. Use `true` or `false`. Did you mean `false`?',
    ]);
  });
});

test('the password may not be read in the title of a link that is named by its id, either', () => {
  expect(messagesOf('set', { ...complete, 'link-id': linkId, title: 'Passw0rd!', password: 'Passw0rd!' })).toHaveLength(
    1,
  );
  expect(messagesOf('set', { ...complete, 'link-id': linkId, password: 'Passw0rd!' })).toEqual([]);
});

describe('list', () => {
  test.each<[Given, object]>([
    [{}, { linkType: 'all', revealLink: 'never' }],
    [
      { 'link-type': 'external', 'reveal-link': 'ALWAYS' },
      { linkType: 'external', revealLink: 'always' },
    ],
    // Not inputs of this action.
    [
      { 'dry-run': 'true', key: '' },
      { linkType: 'all', revealLink: 'never' },
    ],
  ])('%j', (inputs, expected) => {
    expect(revealed(readInputs('list', sourceOf({ ...complete, ...inputs }), now))).toEqual({
      kind: 'list',
      room: { by: 'id', id: '2201' },
      ...common,
      ...expected,
    });
  });

  test('what it does not know is refused', () => {
    expect(messagesOf('list', { ...complete, 'link-type': 'every' })).toEqual([
      '`link-type`: "every" is not valid. Use `all`, `external` or `invitation`.',
    ]);
  });
});

describe('credentials', () => {
  const env = { DOCSPACE_PORTAL_URL: ' https://env.example/api/2.0\n', DOCSPACE_API_KEY: ` ${key}\n` };

  test('come from the environment where the inputs are empty [promise credentials-from-env]', () => {
    expect(revealed(readInputs('list', sourceOf({ 'room-id': '1', 'api-key': ' \n' }, env), now))).toMatchObject({
      portal: 'https://env.example',
      apiKey: key,
      notes: ['`portal-url` was cut to https://env.example.'],
    });
  });

  test('an input goes before the environment', () => {
    expect(revealed(readInputs('list', sourceOf({ ...complete, 'api-key': '  other\n' }, env), now))).toMatchObject({
      portal: 'https://portal.example',
      apiKey: 'other',
    });
  });

  const missing = [
    [
      {},
      '`portal-url` and `api-key` are empty, and so are `DOCSPACE_PORTAL_URL` and `DOCSPACE_API_KEY` in the environment.',
    ],
    [
      { 'portal-url': 'https://portal.example' },
      '`api-key` is empty, and so is `DOCSPACE_API_KEY` in the environment.',
    ],
    [{ 'api-key': key }, '`portal-url` is empty, and so is `DOCSPACE_PORTAL_URL` in the environment.'],
  ] as const;

  test.each(missing)('missing: %j is an error, among the others', (given, message) => {
    expect(() => readInputs('list', sourceOf({ ...given, 'room-id': '0' }), now)).toThrow(
      expect.objectContaining({
        problems: [
          { code: 'credentials-missing', message, hint: problemTable['credentials-missing'].advice },
          expect.objectContaining({ code: 'input', message: expect.stringContaining('`room-id`: "0"') }),
        ],
      }),
    );
  });

  test.each(missing)('missing: %j with `skip` is no error, whatever else is wrong', (given, reason) => {
    const inputs = { ...given, 'on-missing-credentials': 'Skip', access: 'king', summary: 'false' };
    expect(readInputs('set', sourceOf(inputs), now)).toEqual({ kind: 'skip', verb: 'set', reason });
  });

  test('`skip` changes nothing where they are there', () => {
    expect(readInputs('set', sourceOf({ ...complete, 'on-missing-credentials': 'skip' }), now)).toHaveProperty(
      'kind',
      'set',
    );
  });
});

describe('secrets', () => {
  test.each<[Given, readonly string[]]>([
    [{}, []],
    [{ 'api-key': ' sk-1\n' }, [' sk-1\n', 'sk-1']],
    [{ 'api-key': 'Bearer sk-1' }, ['Bearer sk-1', 'sk-1']],
    [{ password: 'generate' }, []],
    [{ password: 'hush-hush\n' }, ['hush-hush\n', 'hush-hush']],
    [{ password: '   ' }, []],
    [{ 'github-token': 'ghs_1' }, ['ghs_1']],
    [{ 'room-id': 'no secret', access: 'king' }, []],
  ])('of %j', (inputs, texts) => {
    expect(textsOfSecrets('set', inputs)).toEqual(texts);
  });

  test('those of the environment count, too', () => {
    expect(secretsOf('list', sourceOf({}, { DOCSPACE_API_KEY: 'sk-2' })).map(revealed)).toEqual(['sk-2']);
  });

  test.each<[Given, string]>([
    [{ access: key }, '`access`: "***" is not a role.'],
    [{ access: 'no', 'api-key': 'no' }, '`access`: "no" is not a role.'],
    [{ 'portal-url': 'HUSH.example', password: 'hush(hush' }, 'Did you mean `https://hush.example`?'],
    [
      { 'portal-url': 'Passw0rd.example', password: 'Passw0rd' },
      '"***.example" has no scheme. Did you mean `https://***.example`?',
    ],
    [{ access: 'role of Passw0rd', password: 'Passw0rd' }, '`access`: "role of ***" is not a role.'],
    [{ access: `sk-${'f'.repeat(64)}` }, '`access`: "***" is not a role.'],
    [{ access: 'ghp_0123456789abcdefABCD' }, '`access`: "***" is not a role.'],
    [
      { 'room-id': 'https://portal.example/s/AbCdEf' },
      '`room-id` is a URL without the id of a room. The URL of a link names no room.',
    ],
    [{ 'room-id': 'portal.example/s/AbCdEf' }, '`room-id` is a URL without the id of a room.'],
    [{ 'link-id': 'file:///rooms/share?key=abc' }, '`link-id` is a URL, which does not hold the id of the link.'],
    [{ 'portal-url': 'https://me:hush@portal.example' }, '`portal-url` contains `@`'],
    [{ access: `a\n::error::${'x'.repeat(200)}` }, `"a ::error::${'x'.repeat(88)}…" is not a role.`],
  ])('are not told: %j', (inputs, part) => {
    expect(messagesOf('set', { ...complete, ...inputs })).toEqual([expect.stringContaining(part)]);
  });
});

test.each([
  ['', true],
  ['maybe', true],
  [' FALSE ', false],
])('summary: %j is wanted: %j', (summary, wanted) => {
  expect(wantsSummary(sourceOf({ summary }))).toBe(wanted);
});
