import { describe, expect, test } from '@jest/globals';
import { applicable } from '../../src/links/declared-links.ts';
import type { FileLink } from '../../src/links/declared.ts';
import type { DesiredLink } from '../../src/links/desired.ts';
import { wishOf } from '../support/links.ts';
import { linksOf, parsed } from './reading.ts';

const day = 86_400_000;
const silent = wishOf();
const invitation = { by: 'key', type: 'invitation', key: 'default' } as const;
const guid = '6f1c0e9a-3b52-8d41-9c2e-0a1b2c3d4e5f';

test('the example of the documentation [promise file-fields]', async () => {
  const file = await parsed(`version: 1
defaults: { expiration: 30d, internal: true }
rooms:
  - room: 2201                    # id, or an exact title
    links:
      - { key: release-4.2, access: viewer, title: "Release 4.2.0", internal: false, expiration: 30d }
      - { key: release-4.1, state: absent }
  - room: Partners
    links:
      - { key: partners, type: invitation, access: viewer, max-uses: 20, expiration: 30d }
policy:
  max-lifetime: 30d
  max-access: viewer
  require: [expiration]
  severity: { DSL004: off }
  public-rooms: [2201]            # Public rooms that are meant to be public
  confidential-rooms: ["*HR*"]    # no "anyone" link here
waivers:
  - { rule: DSL001, room: 2201, link: "key:press", reason: "press kit", owner: "@press", until: 2027-03-31 }
`);
  const expiration = { kind: 'duration', milliseconds: 30 * day } as const;
  expect(file).toEqual({
    path: 'links.yml',
    rooms: [
      {
        room: { by: 'id', id: '2201' },
        line: 4,
        links: [
          {
            desired: {
              ...silent,
              reference: { by: 'key', type: 'external', key: 'release-4.2' },
              access: 2,
              title: 'Release 4.2.0',
              internal: false,
              expiration,
            },
            defaulted: [],
            absent: false,
            line: 6,
          },
          {
            desired: {
              ...silent,
              reference: { by: 'key', type: 'external', key: 'release-4.1' },
              internal: true,
              expiration,
            },
            defaulted: ['expiration', 'internal'],
            absent: true,
            line: 7,
          },
        ],
      },
      {
        room: { by: 'title', title: 'Partners' },
        line: 8,
        links: [
          {
            desired: { ...silent, reference: { ...invitation, key: 'partners' }, access: 2, maxUses: 20, expiration },
            defaulted: ['internal'],
            absent: false,
            line: 10,
          },
        ],
      },
    ],
    policy: {
      maxLifetime: 30 * day,
      maxAccess: 2,
      require: ['expiration'],
      severity: new Map([['DSL004', 'off']]),
      publicRooms: [{ reference: { by: 'id', id: '2201' }, line: 16 }],
      confidentialRooms: [{ reference: { by: 'title', title: '*HR*' }, line: 17 }],
      warnBefore: undefined,
      staleAfter: undefined,
      titlePattern: undefined,
    },
    waivers: [
      {
        rule: 'DSL001',
        room: { by: 'id', id: '2201' },
        link: { by: 'key', key: 'press' },
        reason: 'press kit',
        owner: '@press',
        until: new Date('2027-03-31T23:59:59Z'),
        line: 19,
      },
    ],
    policyLine: 11,
  });
});

test.each(['version: 1', 'version: 1\nrooms: []\nwaivers: []\n'])('only the version is needed: %j', async (text) => {
  expect(await parsed(text)).toMatchObject({ rooms: [], waivers: [], policyLine: null });
});

test('a room has no links if the file says so', async () => {
  const { rooms } = await parsed('version: 1\nrooms:\n  - room: 1\n    links: []\n      # - { key: a }\n');
  expect(rooms).toEqual([{ room: { by: 'id', id: '1' }, links: [], line: 3 }]);
});

describe('a link', () => {
  test.each<[string, Partial<DesiredLink>]>([
    ['', {}],
    ['key: pr-58', { reference: { by: 'key', type: 'external', key: 'pr-58' } }],
    // Numbers and words that YAML takes for other things are the texts that they are written as.
    ['key: 1.10', { reference: { by: 'key', type: 'external', key: '1.10' } }],
    ['key: 0x10, title: 007', { reference: { by: 'key', type: 'external', key: '0x10' }, title: '007' }],
    ['title: yes', { title: 'yes' }],
    ['title: "  Press: \\"kit\\" \\u00e9 "', { title: 'Press: "kit" é' }],
    ["title: 'it''s'", { title: "it's" }],
    ['access: Editing', { access: 10 }],
    ['access: 10', { access: 10 }],
    ['expiration: 2027-01-31', { expiration: { kind: 'instant', at: new Date('2027-01-31T23:59:59Z') } }],
    [
      'expiration: 2027-01-31T18:00:00+02:00',
      { expiration: { kind: 'instant', at: new Date('2027-01-31T16:00:00Z') } },
    ],
    ['expiration: never', { expiration: { kind: 'never' } }],
    ['internal: FALSE', { internal: false }],
    ['deny-download: "true"', { denyDownload: true }],
    ['password: generate', { password: { kind: 'generate' } }],
    ['password: none', { password: { kind: 'none' } }],
    ['password: Keep', { password: { kind: 'keep' } }],
    ['renew: true', { renew: true }],
    ['primary: true', { reference: { by: 'primary', key: 'default' } }],
    ['primary: true, key: site, type: external', { reference: { by: 'primary', key: 'site' } }],
    ['primary: false', {}],
    ['type: external', {}],
    ['type: invitation, max-uses: unlimited, adopt: true', { reference: invitation, maxUses: null, adopt: true }],
    [`link-id: ${guid.toUpperCase()}, internal: true`, { reference: { by: 'id', id: guid }, internal: true }],
    // With an id the link's own type counts.
    [`link-id: ${guid}, type: invitation, max-uses: 3`, { reference: { by: 'id', id: guid }, maxUses: 3 }],
  ])('{ %s } [promise file-fields]', async (fields, expected) => {
    expect(await linksOf([fields])).toEqual([
      { desired: { ...silent, ...expected }, defaulted: [], absent: false, line: 5 },
    ]);
  });

  test.each([
    ['state: absent', true],
    ['state: present', false],
    ['state: absent, access: editor', true],
  ])('{ %s } is to be gone: %j [promise file-absent]', async (fields, absent) => {
    expect(await linksOf([fields])).toMatchObject([{ absent }]);
  });

  test('is named by a room, a type and a key: all three can be alike elsewhere', async () => {
    const links = ['key: a', 'key: a, type: invitation', 'primary: true, key: a', `link-id: ${guid}`];
    expect(await linksOf(links)).toHaveLength(4);
    const rooms = ['1', 'A', 'a', 'drive-12-root'].map((room) => `  - { room: ${room}, links: [{ key: a }] }`);
    const file = await parsed(['version: 1', 'rooms:', ...rooms].join('\n'));
    expect(file.rooms.map(({ room }) => room)).toEqual([
      { by: 'id', id: '1' },
      { by: 'title', title: 'A' },
      { by: 'title', title: 'a' },
      { by: 'id', id: 'drive-12-root' },
    ]);
  });

  test('an invitation can take the place of one that goes', async () => {
    expect(await linksOf(['type: invitation, key: old, state: absent', 'type: invitation, key: new'])).toMatchObject([
      { absent: true },
      { absent: false },
    ]);
  });
});

describe('defaults', () => {
  const all =
    'access: editor, expiration: 30d, internal: false, password: generate, deny-download: true, max-uses: 5, renew: true';
  const expiration = { kind: 'duration', milliseconds: 30 * day } as const;

  test.each<[string, Partial<DesiredLink>]>([
    ['', { internal: false, password: { kind: 'generate' }, denyDownload: true }],
    [
      'access: viewer, expiration: never, internal: true, password: keep, deny-download: false, renew: false',
      {
        access: 2,
        expiration: { kind: 'never' },
        internal: true,
        password: { kind: 'keep' },
        denyDownload: false,
        renew: false,
      },
    ],
    ['type: invitation', { reference: invitation, maxUses: 5 }],
  ])('{ %s } says what they do not', async (fields, expected) => {
    const [link] = await linksOf([fields], all);
    expect(link?.desired).toEqual({ ...silent, access: 10, expiration, renew: true, ...expected });
  });

  test('can say the type, which does not concern the primary link', async () => {
    const links = await linksOf(['key: a', 'primary: true'], 'type: invitation, max-uses: 5, internal: true');
    expect(links.map(({ desired }) => [desired.reference, desired.maxUses, desired.internal])).toEqual([
      [{ ...invitation, key: 'a' }, 5, undefined],
      [{ by: 'primary', key: 'default' }, undefined, true],
    ]);
  });

  test('hold for a link that only the room knows, as far as they fit it there', async () => {
    const [link] = await linksOf(
      [`link-id: ${guid}, deny-download: true`],
      'internal: true, max-uses: 5, expiration: 1d',
    );
    const fits = (type: 'external' | 'invitation', permanent: boolean) => {
      const { internal, maxUses, denyDownload, expiration: ends } = applicable(link as FileLink, { type, permanent });
      return { internal, maxUses, denyDownload, ends: ends !== undefined };
    };
    expect(fits('external', false)).toEqual({ internal: true, maxUses: undefined, denyDownload: true, ends: true });
    expect(fits('external', true)).toEqual({ internal: true, maxUses: undefined, denyDownload: true, ends: false });
    // What the link says itself stays, so that the plan can refuse it.
    expect(fits('invitation', false)).toEqual({ internal: undefined, maxUses: 5, denyDownload: true, ends: true });
  });
});

test('a whole policy', async () => {
  const { policy } = await parsed(`version: 1
policy:
  warn-before: 3d
  stale-after: 90d
  title-pattern: "^[A-Z]+-[0-9]+"
  require: []
  severity:
    dsl001: critical
    DSL022: Info
  public-rooms: ["Cafe\u0301"]
`);
  expect(policy).toEqual({
    maxLifetime: undefined,
    maxAccess: undefined,
    require: [],
    severity: new Map([
      ['DSL001', 'critical'],
      ['DSL022', 'info'],
    ]),
    publicRooms: [{ reference: { by: 'title', title: 'Caf\u00e9' }, line: 10 }],
    confidentialRooms: undefined,
    warnBefore: 3 * day,
    staleAfter: 90 * day,
    titlePattern: { source: '^[A-Z]+-[0-9]+', test: expect.any(Function) },
  });
});

test.each([
  [
    'rule: dsl007, room: Partners, reason: r, until: 2027-05-23',
    { rule: 'DSL007', room: { by: 'title', title: 'Partners' }, until: new Date('2027-05-23T23:59:59Z') },
  ],
  // One that has ended says so in the audit; it is no mistake of the file.
  ['rule: DSL001, room: 1, reason: r, until: 2020-01-01T00:00:00Z', { until: new Date('2020-01-01T00:00:00Z') }],
  [
    `rule: DSL001, room: 1, link: ${guid.toUpperCase()}, reason: r, until: 2027-01-01`,
    { link: { by: 'id', start: guid } },
  ],
  ['rule: DSL001, room: 1, link: 6f1c0e9a..., reason: r, until: 2027-01-01', { link: { by: 'id', start: '6f1c0e9a' } }],
  // YAML alone would take it for a number.
  ['rule: DSL001, room: 1, link: 61234e12, reason: r, until: 2027-01-01', { link: { by: 'id', start: '61234e12' } }],
  ['rule: DSL001, room: 1, link: 12345678, reason: r, until: 2027-01-01', { link: { by: 'id', start: '12345678' } }],
  [
    'rule: DSL001, room: "1", link: "key: feature/a, b: c", reason: r, until: 2027-01-01',
    { link: { by: 'key', key: 'feature/a, b: c' } },
  ],
])('the waiver { %s }', async (fields, expected) => {
  const { waivers } = await parsed(`version: 1\nwaivers:\n  - { ${fields} }\n`);
  expect(waivers).toEqual([
    {
      rule: 'DSL001',
      room: { by: 'id', id: '1' },
      link: null,
      reason: 'r',
      owner: null,
      until: new Date('2027-01-01T23:59:59Z'),
      line: 3,
      ...expected,
    },
  ]);
});

test.each([
  ['a byte order mark', (text: string) => `\ufeff${text}`],
  ['Windows line ends', (text: string) => text.replaceAll('\n', '\r\n')],
  ['a document start', (text: string) => `---\n${text}`],
  ['a comment and a document end', (text: string) => `# links\n${text}...\n`],
  ['no line end at the end', (text: string) => text.trimEnd()],
  ['tabs before a comment', (text: string) => text.replace('1\n', '1\t# one\n')],
])('%s changes nothing', async (_, change) => {
  const text = 'version: 1\nrooms:\n  - room: 1\n    links:\n      - key: a\n        title: |\n          Two words\n';
  const plain = await parsed(text);
  const strip = (value: object): unknown => JSON.parse(JSON.stringify(value).replace(/"line":\d+/gu, '"line":0'));
  expect(strip(await parsed(change(text)))).toEqual(strip(plain));
});
