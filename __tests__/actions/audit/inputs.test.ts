import { describe, expect, test } from '@jest/globals';
import { fixableRuleIds } from '../../../src/audit/rules/ids.ts';
import { readInputs } from '../../../src/actions/inputs.ts';
import { revealed, possibleRules as rules } from '../../values/parsing.ts';
import { messagesOf, sourceOf, textsOfSecrets, type Given } from '../../support/sources.ts';
import { now } from '../../support/links.ts';

const key = `sk-${'0123456789abcdef'.repeat(4)}`;
const complete = { 'portal-url': 'https://portal.example', 'api-key': key };
const day = 86_400_000;

const silentPolicy = {
  maxLifetime: undefined,
  maxAccess: undefined,
  require: undefined,
  severity: undefined,
  publicRooms: undefined,
  confidentialRooms: undefined,
  warnBefore: undefined,
  staleAfter: undefined,
  titlePattern: undefined,
};
const audit = {
  kind: 'audit',
  rooms: 'all',
  exclude: [],
  area: 'active',
  linkType: 'all',
  concurrency: 'auto',
  policyFile: null,
  policy: silentPolicy,
  failOn: 'high',
  baseline: null,
  fix: [],
  maxChanges: 10,
  reports: [],
  issue: 'none',
  issueLabels: [],
  githubToken: null,
  portal: 'https://portal.example',
  apiKey: key,
  ca: null,
  requestTimeout: 30_000,
  timeout: 1_800_000,
  summary: true,
  dryRun: true,
  notes: [],
};
const upsert = { issue: 'upsert', 'github-token': 'ghs_token' };
const upserted = { issue: 'upsert', githubToken: 'ghs_token' };
const byId = (id: string): object => ({ by: 'id', id });
const byTitle = (title: string): object => ({ by: 'title', title });

function read(inputs: Given): unknown {
  const { policy, ...rest } = readInputs('audit', sourceOf({ ...complete, ...inputs }), now) as unknown as {
    readonly policy: object;
  };
  // Secrets of the rest are turned into text; a map has none.
  return { ...(revealed(rest) as object), policy };
}

test('what is not given is left to file and default', () => {
  expect(read({})).toEqual(audit);
});

test('everything', () => {
  const inputs = {
    rooms: '2201\nPartners',
    'exclude-rooms': '2202',
    'search-area': 'any',
    'link-type': 'external',
    concurrency: '8',
    'policy-file': '.github/policy.yml',
    'max-lifetime': '60d',
    'max-access': 'Commentator',
    require: 'expiration\nno-download',
    severity: 'DSL004=off\nDSL022=high',
    'fail-on': 'medium',
    baseline: 'last-week/audit.json',
    fix: 'DSL006\nDSL007',
    'max-changes': '25',
    reports: 'audit.json\naudit.sarif',
    issue: 'upsert',
    'issue-labels': 'security\ndocspace',
    'github-token': 'ghs_abc',
    'ca-certificate': 'ca.pem',
    'request-timeout': '10s',
    timeout: '1h',
    summary: 'false',
    'dry-run': 'false',
  };
  expect(read(inputs)).toEqual({
    ...audit,
    rooms: [byId('2201'), byTitle('Partners')],
    exclude: [byId('2202')],
    area: 'any',
    linkType: 'external',
    concurrency: 8,
    policyFile: '.github/policy.yml',
    policy: {
      ...silentPolicy,
      maxLifetime: 60 * day,
      maxAccess: 6,
      require: ['expiration', 'no-download'],
      severity: new Map([
        ['DSL004', 'off'],
        ['DSL022', 'high'],
      ]),
    },
    failOn: 'medium',
    baseline: 'last-week/audit.json',
    fix: ['DSL006', 'DSL007'],
    maxChanges: 25,
    reports: [
      { path: 'audit.json', format: 'json' },
      { path: 'audit.sarif', format: 'sarif' },
    ],
    issue: 'upsert',
    issueLabels: ['security', 'docspace'],
    githubToken: 'ghs_abc',
    ca: { kind: 'path', path: 'ca.pem' },
    requestTimeout: 10_000,
    timeout: 3_600_000,
    summary: false,
    dryRun: false,
  });
});

test('the tokens are secrets', () => {
  expect(textsOfSecrets('audit', { 'api-key': 'sk-1', 'github-token': 'ghs_1' })).toEqual(['ghs_1', 'sk-1']);
});

describe('what an input means', () => {
  test.each<[Given, object]>([
    [{ rooms: ' ALL\n' }, { rooms: 'all' }],
    [{ rooms: 'all\n\nAll' }, { rooms: 'all' }],
    [{ rooms: '\n 2201 \r\nCafe\u0301\n2201\nCaf\u00e9\n' }, { rooms: [byId('2201'), byTitle('Caf\u00e9')] }],
    [{ rooms: 'drive-12-root\nAll hands' }, { rooms: [byId('drive-12-root'), byTitle('All hands')] }],
    [{ 'exclude-rooms': 'Press\nPress\n7' }, { exclude: [byTitle('Press'), byId('7')] }],
    [{ 'search-area': 'Archived' }, { area: 'archived' }],
    [{ 'search-area': 'active' }, { area: 'active' }],
    [{ 'link-type': 'invitation' }, { linkType: 'invitation' }],
    [{ concurrency: 'AUTO' }, { concurrency: 'auto' }],
    [{ concurrency: '1' }, { concurrency: 1 }],
    [{ concurrency: '32' }, { concurrency: 32 }],
    [{ 'max-lifetime': '3652d' }, { policy: { ...silentPolicy, maxLifetime: 3652 * day } }],
    [{ 'max-access': '10' }, { policy: { ...silentPolicy, maxAccess: 10 } }],
    [
      { require: 'password\nLogin\n\nmanaged\npassword' },
      { policy: { ...silentPolicy, require: ['password', 'login', 'managed'] } },
    ],
    [
      { severity: 'dsl004 = Off\nDSL001: critical\r\nDSL901=info' },
      {
        policy: {
          ...silentPolicy,
          severity: new Map([
            ['DSL004', 'off'],
            ['DSL001', 'critical'],
            ['DSL901', 'info'],
          ]),
        },
      },
    ],
    ...['critical', 'high', 'medium', 'low', 'never'].map((word): [Given, object] => [
      { 'fail-on': word.toUpperCase() },
      { failOn: word },
    ]),
    [{ fix: 'dsl006\nDSL001\nDSL006' }, { fix: ['DSL006', 'DSL001'] }],
    [{ fix: fixableRuleIds.join('\n') }, { fix: fixableRuleIds }],
    [{ 'max-changes': '0' }, { maxChanges: 0 }],
    [{ 'max-changes': '100000' }, { maxChanges: 100_000 }],
    [
      { reports: 'a.JSON\nout/b.Md\n../c.csv\n/tmp/d.sarif\ne.json' },
      {
        reports: [
          { path: 'a.JSON', format: 'json' },
          { path: 'out/b.Md', format: 'md' },
          { path: '../c.csv', format: 'csv' },
          { path: '/tmp/d.sarif', format: 'sarif' },
          { path: 'e.json', format: 'json' },
        ],
      },
    ],
    [
      { issue: 'Upsert', 'github-token': 'ghs_token' },
      { issue: 'upsert', githubToken: 'ghs_token' },
    ],
    [
      { ...upsert, 'issue-labels': 'good first issue, security\n,docspace,\nSecurity' },
      { ...upserted, issueLabels: ['good first issue', 'Security', 'docspace'] },
    ],
    [
      { ...upsert, 'issue-labels': '\u{1f512}'.repeat(50) },
      { ...upserted, issueLabels: ['\u{1f512}'.repeat(50)] },
    ],
    // Nothing that could do harm, so it is no mistake.
    [
      { 'issue-labels': 'security' },
      { issueLabels: ['security'], notes: ['`issue-labels` is not used: `issue` is `none`.'] },
    ],
    [{ ...upsert, 'issue-labels': ' , ' }, upserted],
    [{ 'dry-run': 'False' }, { dryRun: false }],
    // Comments only say nothing, so the file's own counts.
    [{ require: '# login', severity: '# DSL004=off', fix: '#' }, { policy: { ...silentPolicy, severity: new Map() } }],
  ])('%j', (inputs, expected) => {
    expect(read(inputs)).toEqual({ ...audit, ...expected });
  });
});

describe('what is refused', () => {
  const severities = 'Use `critical`, `high`, `medium`, `low`, `info` or `off`.';
  const roles = '`viewer`, `commenter`, `reviewer`, `form-filler`, `editor`, `content-creator`';
  const requirements = 'Use `expiration`, `password`, `login`, `no-download` or `managed`.';
  const endings = 'has none of the endings that say the format: `.json`, `.md`, `.csv`, `.sarif`.';
  const without = `is a rule without a fix. Rules that have one: ${fixableRuleIds.map((id) => `\`${id}\``).join(', ')}.`;
  const among = 'has `all` among rooms. Use `all` alone, or only rooms; name a room with this title by its id.';

  test.each<[Given, string]>([
    [{ rooms: 'all\n2201' }, `\`rooms\`: "all 2201" ${among}`],
    [{ rooms: 'Press\nALL' }, `\`rooms\`: "Press ALL" ${among}`],
    [{ rooms: '0' }, '`rooms`: "0" is not the id of a room: ids are 1 to 2147483647.'],
    [
      { rooms: 'Press\nhttps://portal.example/rooms/shared/2201/filter' },
      '`rooms`: (an address) line 2 is a URL: use the id of the room alone. Did you mean `2201`?',
    ],
    [
      { 'exclude-rooms': '99999999999\nPress\n0' },
      '`exclude-rooms`: "99999999999 Press 0" line 1 is not the id of a room: ids are 1 to 2147483647. Line 3 is not the id of a room: ids are 1 to 2147483647.',
    ],
    [
      { 'search-area': 'archive' },
      '`search-area`: "archive" is not valid. Use `active`, `archived` or `any`. Did you mean `archived`?',
    ],
    [
      { 'search-area': 'all' },
      '`search-area`: "all" is not valid. Use `active`, `archived` or `any`. Did you mean `any`?',
    ],
    [
      { 'link-type': 'share' },
      '`link-type`: "share" is not valid. Use `all`, `external` or `invitation`. Did you mean `external`?',
    ],
    ...['0', '33', '-1', '1.5', 'many'].map((number): [Given, string] => [
      { concurrency: number },
      `\`concurrency\`: "${number}" is not valid. Use \`auto\`, or a number from 1 to 32.`,
    ]),
    [
      { concurrency: 'automatic' },
      '`concurrency`: "automatic" is not valid. Use `auto`, or a number from 1 to 32. Did you mean `auto`?',
    ],
    [{ 'policy-file': 'a.yml\nb.yml' }, '`policy-file`: "a.yml b.yml" is not the path of a file, which is one line.'],
    [{ baseline: 'a.json\nb.json' }, '`baseline`: "a.json b.json" is not the path of a file, which is one line.'],
    [
      { 'max-lifetime': '30' },
      '`max-lifetime`: "30" has no unit: use a number and its unit, as in `45s`, `90m`, `12h`, `7d`, `2w`. Did you mean `30d`?',
    ],
    [{ 'max-lifetime': '3653d' }, '`max-lifetime`: "3653d" is too long: at most 10 years.'],
    [{ 'max-lifetime': '0d' }, '`max-lifetime`: "0d" must be longer than zero.'],
    [
      { 'max-lifetime': 'never' },
      '`max-lifetime`: "never" is not a duration: use a number and its unit, as in `45s`, `90m`, `12h`, `7d`, `2w`.',
    ],
    [{ 'max-access': 'edtor' }, `\`max-access\`: "edtor" is not a role. Possible: ${roles}. Did you mean \`editor\`?`],
    [
      { require: 'expirations' },
      `\`require\`: "expirations" is not valid. ${requirements} Did you mean \`expiration\`?`,
    ],
    [
      { require: 'internal\nmanaged\nhttps' },
      `\`require\`: "internal managed https" line 1 is not valid. ${requirements} Did you mean \`login\`? Line 3 is not valid. ${requirements}`,
    ],
    [{ severity: 'DSL004' }, '`severity`: "DSL004" is not the id of a rule and its severity, like `DSL004=off`.'],
    [{ severity: 'DSL021=off' }, `\`severity\`: "DSL021=off" begins with what is not the id of a rule. ${rules}`],
    [{ severity: '=off' }, `\`severity\`: "=off" begins with what is not the id of a rule. ${rules}`],
    [{ severity: 'DSL004=' }, `\`severity\`: "DSL004=" ends with a severity that is not valid. ${severities}`],
    [
      { severity: 'DSL4=false' },
      `\`severity\`: "DSL4=false" begins with what is not the id of a rule. ${rules} Did you mean \`DSL004\`? It ends with a severity that is not valid. ${severities} Did you mean \`off\`?`,
    ],
    [
      { severity: 'DSL004=off\nDSL001=error\ndsl004=low' },
      `\`severity\`: "DSL004=off DSL001=error dsl004=low" line 2 ends with a severity that is not valid. ${severities} Did you mean \`high\`? Line 3 names a rule a second time.`,
    ],
    [
      { 'fail-on': 'info' },
      '`fail-on`: "info" is not valid. Use `critical`, `high`, `medium`, `low` or `never`. Did you mean `low`?',
    ],
    [
      { 'fail-on': 'none' },
      '`fail-on`: "none" is not valid. Use `critical`, `high`, `medium`, `low` or `never`. Did you mean `never`?',
    ],
    [{ fix: 'all' }, `\`fix\`: "all" is not the id of a rule. ${rules}`],
    [{ fix: 'DLS-6' }, `\`fix\`: "DLS-6" is not the id of a rule. ${rules} Did you mean \`DSL006\`?`],
    [{ fix: '901' }, `\`fix\`: "901" is not the id of a rule. ${rules} Did you mean \`DSL901\`?`],
    [{ fix: 'dsl004' }, `\`fix\`: "dsl004" ${without}`],
    [
      { fix: 'DSL006\nDSL900\nDSL099' },
      `\`fix\`: "DSL006 DSL900 DSL099" line 2 ${without} Line 3 is not the id of a rule. ${rules}`,
    ],
    ...['-1', '100001', 'all'].map((number): [Given, string] => [
      { 'max-changes': number },
      `\`max-changes\`: "${number}" is not valid. Use a number from 0 to 100000.`,
    ]),
    [{ reports: 'audit' }, `\`reports\`: "audit" ${endings}`],
    [{ reports: 'audit.json.txt' }, `\`reports\`: "audit.json.txt" ${endings}`],
    [{ reports: 'json' }, `\`reports\`: "json" ${endings}`],
    [{ reports: 'a\u0007.json' }, '`reports`: "a.json" is not the path of a file, which is one line.'],
    [
      { reports: 'out/a.json\na.html\n./out//a.json' },
      `\`reports\`: (an address) line 2 ${endings} Line 3 names a file a second time.`,
    ],
    [
      { issue: 'upsert' },
      '`issue: upsert` needs `github-token`, which is empty. Leave it out to use the token of the job.',
    ],
    [{ issue: 'true' }, '`issue`: "true" is not valid. Use `none` or `upsert`. Did you mean `upsert`?'],
    [
      { 'issue-labels': `ok\n${'x'.repeat(51)}, short` },
      `\`issue-labels\`: "ok ${'x'.repeat(51)}, short" value 1 of line 2 has 51 characters: GitHub allows 1 to 50.`,
    ],
    [{ 'issue-labels': 'a\u0007b' }, '`issue-labels`: "ab" holds a control character.'],
    [{ 'dry-run': 'no' }, '`dry-run`: "no" is not valid. Use `true` or `false`. Did you mean `false`?'],
  ])('%j', (inputs, message) => {
    expect(messagesOf('audit', { ...complete, ...inputs })).toEqual([message]);
  });

  test('all at once', () => {
    const given = { rooms: '0', severity: 'x', fix: 'x', reports: 'x', issue: 'x', 'fail-on': 'x', timeout: 'x' };
    expect(messagesOf('audit', given).map((message) => message.split(':')[0])).toEqual([
      '`portal-url` and `api-key` are empty, and so are `DOCSPACE_PORTAL_URL` and `DOCSPACE_API_KEY` in the environment.',
      '`rooms`',
      '`severity`',
      '`fail-on`',
      '`fix`',
      '`reports`',
      '`issue`',
      '`timeout`',
    ]);
  });
});

test('without credentials it can be skipped', () => {
  expect(readInputs('audit', sourceOf({ 'on-missing-credentials': 'skip', rooms: '0' }), now)).toMatchObject({
    kind: 'skip',
    verb: 'audit',
  });
});
