import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { PortalFacts } from '../../src/audit/coverage.ts';
import type { AuditedLink } from '../../src/audit/finding.ts';
import { planFix, planFixes, tooManyProblem, type PlannedFix, type Settings } from '../../src/audit/fixes.ts';
import type { SafeFix } from '../../src/audit/rules/rule.ts';
import { isPermanent } from '../../src/links/desired.ts';
import { factsOf } from '../../src/links/link-facts.ts';
import { widenings } from '../../src/links/settings.ts';
import type { Link } from '../../src/links/link.ts';
import type { Problem } from '../../src/links/problem.ts';
import type { Room } from '../../src/links/room.ts';
import {
  after,
  day,
  foreign,
  identity,
  invited,
  linkOf,
  now,
  onlyOf,
  permanent,
  roomOf,
  types,
} from '../support/links.ts';
import { linksOf, roomDraft } from '../properties/drafts.ts';
import { judgedBy, revoke, set, firstPlanOf, type Rules } from './remedies.ts';

const portal: PortalFacts = { version: '3.7', sharing: null };

/** A link as an audit sees it. */
function audited(link: Link): AuditedLink {
  return { ...factsOf(link, null), managed: false };
}

/** The link that most tests are about: for anyone, an editor's, without end. */
const open = audited(foreign({ access: 10, internal: false, expiration: null }));

interface Place {
  readonly room?: Room;
  readonly portal?: PortalFacts;
  readonly named?: readonly string[];
}

/** What is planned for a link by these rules, all named in `fix` unless said otherwise. */
function planOf(link: AuditedLink, rules: Rules, place: Place = {}): PlannedFix | Problem | null {
  const room = place.room ?? roomOf();
  const named = place.named ?? Object.keys(rules).map((name) => name.replace('waived ', ''));
  const subject = { room, roomLinks: [], portal: place.portal ?? portal, evaluated: judgedBy(rules, room, [link]) };
  const planned = planFix(subject, link, new Set(named));
  return planned === null ? null : (planned.value ?? onlyOf(planned.problems));
}

/** Rules that ask for these settings, `A`, `B` and so on. */
function asking(...settings: readonly Settings[]): Rules {
  return Object.fromEntries(settings.map((to, index) => [String.fromCharCode(65 + index), () => set(to)]));
}

describe('the fix of a link is one change', () => {
  test('of the setting that a rule asks for, and no other', () => {
    expect(planOf(open, { DSL003: () => set({ access: 2 }) })).toEqual({
      room: { id: '7', title: 'Contract 2027' },
      link: open,
      shown: { id: open.id.slice(0, 8), key: null },
      rules: ['DSL003'],
      safeFix: set({ access: 2 }),
      change: {
        action: 'update',
        roomId: '7',
        roomTitle: 'Contract 2027',
        linkId: open.id,
        key: '',
        type: 'external',
        primary: false,
        fields: [{ name: 'access', from: 'editor', to: 'viewer' }],
        widens: [],
      },
    });
  });

  test('or that takes it away', () => {
    expect(planOf(open, { DSL025: () => revoke })).toMatchObject({
      rules: ['DSL025'],
      safeFix: revoke,
      change: { action: 'revoke', linkId: open.id, fields: [], widens: [] },
    });
  });

  const invitation = audited(invited({ access: 11, expiration: null, uses: 7 }));
  test.each<[string, AuditedLink, readonly Settings[], Settings]>([
    ['all that several rules ask for', open, [{ access: 2 }, { internal: true }], { access: 2, internal: true }],
    ['the lower of two roles, by their rank and not their number', open, [{ access: 5 }, { access: 6 }], { access: 6 }],
    [
      'the earlier of two ends',
      open,
      [{ expiration: after(day) }, { expiration: after(9 * day) }],
      { expiration: after(day) },
    ],
    ['a date and not "never"', open, [{ expiration: null }, { expiration: after(day) }], { expiration: after(day) }],
    ['whole seconds', open, [{ expiration: new Date(after(day).getTime() + 999) }], { expiration: after(day) }],
    ['the smaller of two numbers of uses', invitation, [{ maxUses: 20 }, { maxUses: 10 }], { maxUses: 10 }],
    ['but not fewer uses than there were', invitation, [{ maxUses: 5 }], { maxUses: 7 }],
    [
      'users only and no download, whoever else says otherwise',
      open,
      [
        { internal: false, denyDownload: false },
        { internal: true, denyDownload: true },
      ],
      { internal: true, denyDownload: true },
    ],
  ])('%s', (_, link, asked, to) => {
    expect(planOf(link, asking(...asked))).toMatchObject({ safeFix: { do: 'set', to } });
  });

  test('a revoke goes before everything else, and only who asks for it is named', () => {
    const fix = planOf(open, { A: () => set({ access: 2 }), B: () => revoke, C: () => revoke });
    expect(fix).toMatchObject({ rules: ['B', 'C'], safeFix: revoke, change: { action: 'revoke', fields: [] } });
  });
});

describe('nothing is planned', () => {
  const expired = { ...open, expired: true, expiration: after(-day) };
  const editing = audited({ ...permanent, access: 10 });
  test.each<[string, AuditedLink, Rules, Place]>([
    ['by rules that `fix` does not name', open, { A: () => revoke }, { named: ['B'] }],
    ['for findings that are waived', open, { 'waived A': () => revoke }, {}],
    ['where there is no safe fix', open, { A: () => 'nothing safe' }, {}],
    ['for a link without findings', open, { A: () => null }, {}],
    ['for settings that are so already', open, { A: () => set({ access: 10, internal: false, maxUses: 3 }) }, {}],
    ['for the settings of an expired link', expired, { A: () => set({ access: 2, expiration: after(day) }) }, {}],
    ['to revoke a permanent primary link', audited(permanent), { A: () => revoke }, { room: roomOf(types.public) }],
    ['to change a permanent primary link', editing, { A: () => set({ access: 2 }) }, { room: roomOf(types.form) }],
  ])('%s', (_, link, rules, place) => {
    expect(planOf(link, rules, place)).toBeNull();
  });

  test('but an expired link is revoked, and the primary link of a Custom room is changed', () => {
    expect(planOf(expired, { A: () => revoke })).toMatchObject({ safeFix: revoke });
    expect(planOf({ ...open, primary: true }, { A: () => set({ access: 2 }) })).toMatchObject({
      change: { primary: true },
    });
  });
});

describe('a fix that would do other things than mend is a problem', () => {
  const invitation = audited(invited({ access: 11 }));
  const restricted: PortalFacts = { version: '3.7', sharing: { restrictedInRooms: true, blocksExisting: false } };
  const limited = { ...open, internal: true, denyDownload: true, expiration: after(day) };

  test.each<[string, AuditedLink, Settings]>([
    ['a later end', limited, { expiration: after(2 * day) }],
    ['no end', limited, { expiration: null }],
    ['a higher role', audited(foreign({ access: 2 })), { access: 5 }],
    ['a role that is no role of a link', open, { access: 9 }],
    ['access 0, which is no role', open, { access: 0 }],
    ['anyone', limited, { internal: false }],
    ['downloads', limited, { denyDownload: false }],
    ['more uses', { ...invitation, maxUses: 5 }, { maxUses: 6 }],
    ['any number of uses', { ...invitation, maxUses: 5 }, { maxUses: null }],
  ])('by a rule that widens: %s', (_, link, to) => {
    const found = planOf(link, { DSL999: () => set(to) });
    expect(found).toMatchObject({ code: 'internal' });
    expect((found as Problem).message).toContain(`makes link ${link.id}`);
  });

  test.each(['3.6', '3.2'] as const)('an invitation of a portal %s, which ends a week from each change', (version) => {
    const place = { portal: { version, sharing: null } };
    expect(planOf(invitation, { A: () => set({ access: 2 }) }, place)).toMatchObject({ code: 'portal-too-old' });
    expect(planOf(invitation, { A: () => revoke }, place)).toMatchObject({ safeFix: revoke });
    expect(planOf(open, { A: () => set({ access: 2 }) }, place)).toMatchObject({ safeFix: { do: 'set' } });
  });

  test('a link for anyone where the portal restricts that, unless it is to be for users only', () => {
    const place = { portal: restricted };
    expect(planOf(open, { A: () => set({ access: 2 }) }, place)).toMatchObject({ code: 'sharing-restricted' });
    expect(planOf(open, { A: () => set({ internal: true }) }, place)).toMatchObject({ safeFix: { do: 'set' } });
    expect(planOf({ ...open, internal: true }, { A: () => set({ access: 2 }) }, place)).toMatchObject({ rules: ['A'] });
    expect(planOf(invitation, { A: () => set({ access: 2 }) }, place)).toMatchObject({ rules: ['A'] });
    expect(planOf(open, { A: () => revoke }, place)).toMatchObject({ safeFix: revoke });
  });
});

describe('the fixes of a room', () => {
  const links = [open, audited(linkOf()), audited(invited({ expired: true, expiration: after(-day) }))];
  const rules: Rules = {
    A: ({ access }) => (access === 10 ? set({ access: 2 }) : null),
    B: ({ expired }) => (expired ? revoke : null),
    C: ({ id }) => (id === links[1]?.id ? set({ access: 11 }) : null),
  };
  const planIn = (room: Room, asked: Rules = rules) =>
    planFixes(
      { room, roomLinks: [], portal, evaluated: judgedBy(asked, room, links) },
      links,
      new Set(['A', 'B', 'C']),
    );

  test('are told with what cannot be fixed', () => {
    const { fixes, problems } = planIn(roomOf());
    expect(firstPlanOf(fixes)).toEqual([
      ['update', links[0]?.id, ['A']],
      ['revoke', links[2]?.id, ['B']],
    ]);
    expect(problems).toMatchObject([{ code: 'internal' }]);
  });

  test('are none in the Archive, which is no problem', () => {
    expect(planIn(roomOf(types.custom, { area: 'archived', canEditAccess: false }))).toEqual({
      fixes: [],
      problems: [],
    });
  });

  test.each([
    ['whose links this key may not write', roomOf(types.custom, { canEditAccess: false }), 'not-room-manager'],
    ['of a type that is not known', roomOf(77), 'not-possible'],
  ] as const)('are one problem in a room %s', (_, room, code) => {
    const { fixes, problems } = planIn(room);
    expect(fixes).toEqual([]);
    expect(problems).toMatchObject([{ code }]);
    expect(planIn(room, {})).toEqual({ fixes: [], problems: [] });
  });

  test.each([
    [1, true],
    [2, false],
    [3, false],
  ])('are too many for `max-changes: %i`: %p', (most, tooMany) => {
    const found = tooManyProblem(planIn(roomOf()).fixes, most);
    expect(found?.code ?? null).toBe(tooMany ? 'too-many-changes' : null);
    expect(found?.message ?? '').toBe(tooMany ? 'The plan has 2 changes, and `max-changes` is 1.' : '');
  });
});

const anyEnd = fc.oneof(
  fc.constant(null),
  fc.integer({ min: -90 * day, max: 90 * day }).map((life) => new Date(now.getTime() + life)),
);
const anyRemedy: fc.Arbitrary<SafeFix> = fc.oneof(
  { arbitrary: fc.constant(revoke), weight: 1 },
  {
    arbitrary: fc
      .record(
        {
          access: fc.constantFrom(2, 6, 5, 7, 10, 11, 9, 0),
          expiration: anyEnd,
          internal: fc.boolean(),
          denyDownload: fc.boolean(),
          maxUses: fc.option(fc.integer({ min: 1, max: 12 })),
        },
        { requiredKeys: [] },
      )
      .map(set),
    weight: 6,
  },
);

/** What a fix does that no fix may do. */
function broken({ link, safeFix, change }: PlannedFix, room: Room, version: PortalFacts['version']): readonly string[] {
  const anyway = [
    ...(room.area === 'archived' ? ['writes to an archived room'] : []),
    ...(isPermanent({ room, ...link }) ? ['writes to a permanent link'] : []),
    ...(change.widens.length > 0 ? ['tells that it widens'] : []),
  ];
  if (safeFix.do === 'revoke') return change.action === 'revoke' ? anyway : [...anyway, 'tells another change'];
  const before = { ...link, password: null };
  const target = { ...before, ...safeFix.to };
  const end = (of: Date | null): number => of?.getTime() ?? Infinity;
  return [
    ...anyway,
    ...(link.expired ? ['changes an expired link'] : []),
    ...widenings(link.type, before, target).map((name) => `widens ${name}`),
    ...(end(target.expiration) > end(link.expiration) ? ['lengthens a life'] : []),
    ...(link.type === 'invitation' && version !== '3.7' ? ['lets an old portal date an invitation'] : []),
    ...(change.fields.length === 0 ? ['changes nothing'] : []),
  ];
}

describe('for any room, its links, and whatever rules ask for', () => {
  test('no fix widens anything, lengthens a life, or writes to an expired or permanent link but to revoke it', () => {
    const seen = { update: 0, revoke: 0 };
    fc.assert(
      fc.property(
        roomDraft,
        fc.array(fc.tuple(fc.nat(6), anyRemedy), { maxLength: 8 }),
        fc.constantFrom('3.7', '3.7', '3.6', '3.2'),
        fc.constantFrom('active', 'active', 'active', 'archived'),
        (draft, remedies, version, area) => {
          const room = roomOf(draft.typeCode, { area });
          const links = linksOf(draft, '7', identity, now).map(audited);
          const rules: Rules = Object.fromEntries(
            remedies.map(([place, safeFix], index) => [
              `R${index}`,
              ({ id }) => (id === links[place % links.length]?.id ? safeFix : null),
            ]),
          );
          const subject = {
            room,
            roomLinks: [],
            portal: { version, sharing: null },
            evaluated: judgedBy(rules, room, links),
          };
          const { fixes } = planFixes(subject, links, new Set(Object.keys(rules)));
          expect(fixes.flatMap((fix) => broken(fix, room, version))).toEqual([]);
          expect(new Set(fixes.map(({ link }) => link.id)).size).toBe(fixes.length);
          for (const { safeFix } of fixes) seen[safeFix.do === 'revoke' ? 'revoke' : 'update'] += 1;
        },
      ),
      { numRuns: 2000 },
    );
    // It was not about nothing; far below what any seed gives.
    expect(Math.min(seen.update, seen.revoke)).toBeGreaterThan(20);
  });
});
