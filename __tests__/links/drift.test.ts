import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { driftOf, roomEntryOf, type Drift, type DriftContext } from '../../src/links/drift.ts';
import { stateAfter, without } from '../../src/links/plan-room.ts';
import { linksOf as linksOfGoing } from '../../src/links/declared-links.ts';
import type { FileLink, LinksFile } from '../../src/links/declared.ts';
import { planRoom, type RoomPlan } from '../../src/links/plan-declared.ts';
import { isManaged } from '../../src/links/identity.ts';
import { factsOf } from '../../src/links/link-facts.ts';
import type { Link, LinkFacts } from '../../src/links/link.ts';
import type { Room, RoomState } from '../../src/links/room.ts';
import { Secret } from '../../src/links/secret.ts';
import { linksOf as linksOfDraft, roomDraft, typeOf, wishDraft, desiredIn } from '../properties/drafts.ts';
import { fileOf, parsed } from '../config-file/reading.ts';
import { now, identity } from '../support/links.ts';
import { guid, link, ours, stateOf } from './room-states.ts';

const day = 86_400_000;
const hand = guid('6');
const past = new Date('2026-11-01T00:00:00Z');
const secret = new Secret('Zx9-hush-hush');
const inDays = (days: number): Date => new Date(Math.floor((now.getTime() + days * day) / 1000) * 1000);

/** The link as an audit reads it. */
const facts = (link: Link): LinkFacts => factsOf(link, null);

interface Options extends Partial<DriftContext> {
  readonly defaults?: string;
  readonly typeCode?: number;
  readonly room?: Partial<Room>;
}

/** The drift of a room with these links from a file with these entries, the first of which stands in line 5, or 6 with defaults. */
async function drifts(
  entries: readonly string[],
  links: readonly Link[],
  { defaults = '', typeCode = 5, room = {}, ...context }: Options = {},
): Promise<readonly Drift[]> {
  const state = stateOf(links, typeCode, room);
  return driftOfState(await parsed(fileOf(entries, defaults)), state, context);
}

function driftOfState(file: LinksFile, state: RoomState, context: Partial<DriftContext> = {}): readonly Drift[] {
  const { room, links, version } = state;
  return driftOf(file, room, links.map(facts), { now, identity, version, linkType: 'all', ...context });
}

describe('a link that is as the file says is no drift', () => {
  test.each<[string, readonly string[], readonly Link[], Options?]>([
    ['a field that the file does not give', ['key: a'], [ours('a', { access: 10, title: 'Other', password: secret })]],
    [
      'each field as given',
      ['key: a, access: editor, internal: true, title: T'],
      [ours('a', { access: 10, title: 'T' })],
    ],
    ['an end within the duration', ['key: a, expiration: 30d'], [ours('a', { expiration: inDays(3) })]],
    ['... that `renew` would move', ['key: a, expiration: 30d, renew: true'], [ours('a', { expiration: inDays(3) })]],
    ['a password that is kept', ['key: a, password: keep'], [ours('a', { password: secret })]],
    ['none that is kept', ['key: a, password: keep'], [ours('a')]],
    ['a password that was generated', ['key: a, password: generate'], [ours('a', { password: secret })]],
    ['no password', ['key: a, password: none'], [ours('a')]],
    ['an absent link that is gone', ['key: a, state: absent', `link-id: ${hand}, state: absent`], [ours('b')]],
    ['links that the file does not name', [], [ours('b'), link({ id: hand })]],
    [
      'defaults that do not fit the link',
      ['key: a, type: invitation', 'primary: true'],
      [
        ours('a', { type: 'invitation', expiration: inDays(3) }),
        link({ id: hand, primary: true, internal: false, password: secret }),
      ],
      { typeCode: 6, defaults: 'password: generate, expiration: 30d, internal: false' },
    ],
    [
      'a permanent primary link that cannot be absent',
      ['primary: true, state: absent'],
      [link({ id: hand, primary: true })],
      { typeCode: 1 },
    ],
    ['what this room cannot have', ['key: a, access: content-creator'], [ours('a')]],
    ['an archived room', ['key: a, access: editor', 'key: b'], [ours('a')], { room: { area: 'archived' } }],
    ['a room template', ['key: b'], [], { room: { area: 'template' } }],
    ['another room', ['key: b'], [], { room: { id: '7' } }],
    [
      'an invitation that an old portal has dated by a clock that is ahead',
      ['key: a, type: invitation, expiration: 7d'],
      [ours('a', { type: 'invitation', expiration: new Date(inDays(7).getTime() + 60_000) })],
      { version: '3.6' },
    ],
    [
      'an instant that the portal prints an hour late, since its zone does not have it',
      ['key: a, expiration: "2027-03-28T02:30:00Z"'],
      [ours('a', { expiration: new Date('2027-03-28T03:30:00Z'), expirationOffset: 120 })],
    ],
  ])('%s', async (_, entries, links, options = {}) => {
    expect(await drifts(entries, links, options)).toEqual([]);
  });
});

type Row = readonly [string, string, Link, readonly string[], Options?];

const rows: readonly Row[] = [
  ['a role', 'key: a, access: viewer', ours('a', { access: 10 }), ['access: editor, the file says viewer (line 5)']],
  [
    'a role without a name',
    'key: a, access: viewer',
    ours('a', { access: 9 }),
    ['access: 9, the file says viewer (line 5)'],
  ],
  [
    'for anyone',
    'key: a, internal: true',
    ours('a', { internal: false }),
    ['internal: false, the file says true (line 5)'],
  ],
  [
    'a default',
    'key: a',
    ours('a', { internal: false }),
    ['internal: false, the file says true (line 6)'],
    { defaults: 'internal: true' },
  ],
  [
    'a password too many',
    'key: a, password: none',
    ours('a', { password: secret }),
    ['password: set, the file says none (line 5)'],
  ],
  ['no password', 'key: a, password: generate', ours('a'), ['password: none, the file says generate (line 5)']],
  ['downloads', 'key: a, deny-download: true', ours('a'), ['deny-download: false, the file says true (line 5)']],
  [
    'a title, made harmless',
    'key: a, title: Press kit',
    ours('a', { title: 'Evil\n::error::\u202e' }),
    ['title: "Evil ::error::", the file says "Press kit" (line 5)'],
  ],
  [
    'a limit of uses',
    'key: a, type: invitation, max-uses: 20',
    ours('a', { type: 'invitation' }),
    ['max-uses: unlimited, the file says 20 (line 5)'],
  ],
  [
    'an end beyond the duration',
    'key: a, expiration: 30d',
    ours('a', { expiration: new Date('2027-05-01T12:00:00Z') }),
    ['expiration: 2027-05-01T12:00:00Z, the file allows 30d from now (line 5)'],
  ],
  [
    'no end, and a duration',
    'key: a, expiration: 36h',
    ours('a'),
    ['expiration: never, the file allows 36h from now (line 5)'],
  ],
  [
    'another end',
    'key: a, expiration: 2027-06-30',
    ours('a', { expiration: new Date('2027-05-01T12:00:00Z') }),
    ['expiration: 2027-05-01T12:00:00Z, the file says 2027-06-30T23:59:59Z (line 5)'],
  ],
  [
    'an end where there shall be none',
    'key: a, expiration: never',
    ours('a', { expiration: new Date('2027-05-01T12:00:00Z') }),
    ['expiration: 2027-05-01T12:00:00Z, the file says never (line 5)'],
  ],
  [
    'several fields',
    'key: a, access: viewer, internal: true',
    ours('a', { access: 10, internal: false }),
    ['access: editor, the file says viewer (line 5)', 'internal: false, the file says true (line 5)'],
  ],
  [
    'a link that has expired',
    'key: a, access: editor, expiration: 30d',
    ours('a', { expired: true, expiration: past }),
    ['it has expired, the file describes a live link (line 5)', 'access: viewer, the file says editor (line 5)'],
  ],
  [
    '... and that `renew` would bring back',
    'key: a, renew: true, expiration: 30d',
    ours('a', { expired: true, expiration: past }),
    ['it has expired, the file describes a live link (line 5)'],
  ],
  [
    'a role, of a link whose end is printed an hour late',
    'key: a, access: viewer, expiration: "2027-03-28T02:30:00Z"',
    ours('a', { access: 10, expiration: new Date('2027-03-28T03:30:00Z'), expirationOffset: 120 }),
    ['access: editor, the file says viewer (line 5)'],
  ],
  [
    'a link that shall be absent',
    'key: a, state: absent',
    ours('a'),
    ['state: present, the file says absent (line 5)'],
  ],
  [
    '... by its id',
    `link-id: ${hand}, state: absent`,
    link({ id: hand }),
    ['state: present, the file says absent (line 5)'],
  ],
  [
    'the primary link',
    'primary: true, access: editor',
    link({ id: hand, primary: true }),
    ['access: viewer, the file says editor (line 5)'],
  ],
  [
    'a link by its id',
    `link-id: ${hand}, access: editor`,
    link({ id: hand }),
    ['access: viewer, the file says editor (line 5)'],
  ],
  [
    'an invitation that was taken over',
    'key: a, type: invitation, adopt: true, access: viewer',
    link({ id: hand, type: 'invitation' }),
    ['access: content-creator, the file says viewer (line 5)'],
  ],
  [
    'an invitation of an old portal, whose date says nothing',
    'key: a, type: invitation, access: viewer, expiration: 7d',
    ours('a', { type: 'invitation', access: 11, expiration: inDays(3) }),
    ['access: content-creator, the file says viewer (line 5)'],
    { version: '3.6' },
  ],
];

describe('what differs is told of its link', () => {
  test.each(rows)('%s', async (_, entry, there, words, options = {}) => {
    expect(await drifts([entry], [there], options)).toEqual([{ linkId: there.id, words }]);
  });

  test.each(rows)('%s: two audits say it in the same words', async (_, entry, there, words, options = {}) => {
    const later = new Date(now.getTime() + day / 2);
    expect(await drifts([entry], [there], { ...options, now: later })).toEqual([{ linkId: there.id, words }]);
  });

  test('the link that took the place of the one that the file names', async () => {
    const first = planOf(await parsed(fileOf([`link-id: ${hand}`])), stateOf([link({ id: hand, expired: true })]));
    const replacement = link({ id: first.toKeep[0]?.plan.id ?? '' });
    expect(await drifts([`link-id: ${hand}, access: editor`], [replacement])).toEqual([
      { linkId: replacement.id, words: ['access: viewer, the file says editor (line 5)'] },
    ]);
    expect(await drifts([`link-id: ${hand}`], [link({ id: hand, expired: true }), replacement])).toEqual([
      { linkId: hand, words: [`a second link beside ${replacement.id} (line 5)`] },
    ]);
  });

  test('a second link of the same key', async () => {
    const [one, other] = [ours('a'), ours('a')];
    expect(await drifts(['key: b', 'key: a'], [other, ours('b'), one])).toEqual([
      { linkId: other.id, words: [`a second link beside ${one.id} (line 6)`] },
    ]);
  });
});

describe('links of the file that are not there', () => {
  test('are told together', async () => {
    const entries = ['key: a', 'key: there', 'key: b, type: invitation', 'primary: true', 'key: c, state: absent'];
    expect(await drifts(entries, [ours('there')])).toEqual([
      {
        linkId: '',
        words: [
          'the external link with the key "a" is missing (line 5)',
          'the invitation link with the key "b" is missing (line 7)',
          'the primary link is missing (line 8)',
        ],
      },
    ]);
  });

  test.each<[string, string, readonly Link[], string]>([
    ['the id is gone', `link-id: ${hand}`, [], `the link ${hand}`],
    [
      'others have taken all places',
      'key: a',
      ['1', '2', '3', '4', '5'].map((digit) => link({ id: guid(digit) })),
      'the external link with the key "a"',
    ],
    [
      'somebody has made the invitation',
      'key: a, type: invitation',
      [link({ id: hand, type: 'invitation' })],
      'the invitation link with the key "a"',
    ],
  ])('also where `apply` cannot make them: %s', async (_, entry, links, name) => {
    expect(await drifts([entry], links)).toEqual([{ linkId: '', words: [`${name} is missing (line 5)`] }]);
  });

  test('are not looked for among links that were not read', async () => {
    const entries = [
      'key: a',
      'key: b, type: invitation',
      'primary: true',
      `link-id: ${hand}`,
      'key: c, access: editor',
    ];
    const there = ours('c');
    expect(await drifts(entries, [there], { linkType: 'external' })).toEqual([
      { linkId: there.id, words: ['access: viewer, the file says editor (line 9)'] },
      {
        linkId: '',
        words: ['the external link with the key "a" is missing (line 5)', 'the primary link is missing (line 7)'],
      },
    ]);
    expect(await drifts(entries, [], { linkType: 'invitation' })).toEqual([
      { linkId: '', words: ['the invitation link with the key "b" is missing (line 6)'] },
    ]);
    const named = link({ id: hand });
    expect(await drifts([`link-id: ${hand}, access: editor`], [named], { linkType: 'external' })).toHaveLength(1);
  });
});

describe('a room of the file', () => {
  test.each([
    ['2201', 'Anything', 4],
    ['7', 'Caf\u00e9', 6],
    ['7', 'Cafe\u0301', 6],
    ['7', 'caf\u00e9', undefined],
    ['7', '2201', undefined],
  ])('%s %j is that of line %s', async (id, title, line) => {
    const file = await parsed(
      [
        'version: 1',
        '',
        'rooms:',
        '  - room: 2201',
        '    links: [{ key: a }]',
        '  - room: "Caf\u00e9"',
        '    links: []',
        '',
      ].join('\n'),
    );
    expect(roomEntryOf(file, { id, title })?.line).toBe(line);
  });
});

const file = (links: readonly FileLink[]): LinksFile => ({
  path: 'links.yml',
  rooms: [{ room: { by: 'id', id: '2201' }, links, line: 4 }],
});

/** Where the entry's link belongs; a room has one primary link, and one invitation. */
function placeOf({ desired: { reference } }: FileLink): string {
  if (reference.by === 'id') return reference.id;
  if (reference.by === 'primary') return 'primary';
  return reference.type === 'invitation' ? 'invitation' : reference.key;
}

/**
 * Entries that do not contradict each other: each link once. What is found by its key or as the primary link is not
 * named by its id: an id is lost when the portal draws a new one for an expired primary link.
 */
function consistent(entries: readonly FileLink[], links: readonly Link[]): readonly FileLink[] {
  const places = entries.map(placeOf);
  const byHand = links.filter(({ id, primary }) => !primary && !isManaged(identity, id)).map(({ id }) => id);
  return entries.filter(
    ({ desired: { reference } }, index) =>
      places.indexOf(places[index] as string) === index && (reference.by !== 'id' || byHand.includes(reference.id)),
  );
}

/** What apply would do. */
function planOf({ rooms: [room] }: LinksFile, state: RoomState): RoomPlan {
  return planRoom(state, room as NonNullable<typeof room>, {
    now,
    identity,
    prune: false,
    defaultTitle: (key) => `octo/contracts: ${key}`,
    newPassword: () => secret,
  });
}

describe('for any room and any file', () => {
  /** Any room, and a file of which apply can make something. */
  const cases = fc
    .tuple(roomDraft, fc.array(fc.tuple(wishDraft, fc.constantFrom(false, false, true)), { maxLength: 4 }))
    .map(([room, drafts]) => {
      const state = stateOf(linksOfDraft(room, '2201', identity, now), room.typeCode);
      const links = drafts.map(([draft, absent], index): FileLink => {
        const desired = desiredIn(draft, typeOf(room), state.links, now);
        // No secrets in files.
        const password = desired.password?.kind === 'given' ? ({ kind: 'generate' } as const) : desired.password;
        return {
          desired: { ...desired, password, rotate: false, renew: false },
          defaulted: [],
          absent,
          line: 5 + index,
        };
      });
      return { state, file: file(consistent(links, state.links)) };
    });

  test('drift is told of the very links that apply would change', () => {
    let changed = 0;
    fc.assert(
      fc.property(cases, ({ state, file }) => {
        const plan = planOf(file, state);
        fc.pre(plan.problems.length === 0);
        const expected = [
          ...linksOfGoing(plan.toRevoke).map(({ id }) => id),
          ...plan.toKeep.flatMap(({ plan: { action, current, duplicates } }) => [
            ...(action === 'none' ? [] : [current?.id ?? '']),
            ...duplicates.map(({ id }) => id),
          ]),
        ];
        const drift = driftOfState(file, state);
        if (drift.length > 0) changed += 1;
        expect(drift.map(({ linkId }) => linkId).toSorted()).toEqual([...new Set(expected)].toSorted());
        expect(drift.every(({ words }) => words.length > 0)).toBe(true);
      }),
      { numRuns: 500 },
    );
    // Otherwise the property would say little.
    expect(changed).toBeGreaterThan(20);
  });

  test('there is none once apply has made it so', () => {
    fc.assert(
      fc.property(cases, ({ state, file }) => {
        const plan = planOf(file, state);
        fc.pre(plan.problems.length === 0);
        const left = without(state, linksOfGoing(plan.toRevoke));
        const after = plan.toKeep.reduce((so, one) => stateAfter(so, one.plan, one.plan.id ?? guid('9')), left);
        expect(driftOfState(file, after)).toEqual([]);
        expect(driftOfState(file, after, { now: new Date(now.getTime() + 30_000) })).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('nothing crashes, and each link is told once', () => {
    fc.assert(
      fc.property(
        cases,
        fc.constantFrom('all', 'external', 'invitation'),
        fc.constantFrom('3.7', '3.6', '3.2'),
        ({ state, file }, linkType, version) => {
          const links = state.links.filter(({ type }) => linkType === 'all' || type === linkType);
          const ids = driftOfState(file, { ...state, links }, { linkType, version }).map(({ linkId }) => linkId);
          expect(new Set(ids).size).toBe(ids.length);
          expect(ids.filter((id) => id !== '' && !links.some((one) => one.id === id))).toEqual([]);
        },
      ),
    );
  });
});
