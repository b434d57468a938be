import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Coverage, UnreadRoom } from '../../../src/audit/coverage.ts';
import { severities, statuses } from '../../../src/audit/finding.ts';
import { countsOf } from '../../../src/audit/result.ts';
import { problem } from '../../../src/links/problem.ts';
import { countWords, coverageWords, findingLines, unreadLines } from '../../../src/render/audit/log.ts';
import { coverageOf, findingOf, partly, unreadFinding, unreadOf } from '../../audit/samples.ts';

const broke = 'the list of rooms is not whole';

describe('how much was read', () => {
  test.each<[Coverage, string]>([
    [coverageOf(), 'All 180 rooms read'],
    [coverageOf({ total: 1, read: 1 }), '1 of 1 room read'],
    [coverageOf({ total: 0, read: 0 }), 'No rooms to read'],
    [partly, '140 of 180 rooms read; 40 not readable with this key'],
    [coverageOf({ read: 177, failed: 3, complete: false }), '177 of 180 rooms read; 3 failed'],
    [
      coverageOf({ read: 137, unreadable: 40, failed: 3, excluded: 5, gone: 2, unasked: 100, complete: false }),
      '137 of 180 rooms read; 40 not readable with this key; 3 failed; 5 excluded; 2 deleted meanwhile; 100 of those read not asked, having no external link',
    ],
    [coverageOf({ excluded: 1 }), 'All 180 rooms read; 1 excluded'],
    [coverageOf({ complete: false }), `180 of 180 rooms read; ${broke}`],
    [coverageOf({ total: 0, read: 0, complete: false }), `0 of 0 rooms read; ${broke}`],
  ])('%j', (coverage, words) => {
    expect(coverageWords(coverage)).toBe(words);
  });

  test('a list that broke off is told besides rooms that could not be read', () => {
    expect(coverageWords(partly, true)).toBe(`140 of 180 rooms read; ${broke}; 40 not readable with this key`);
  });

  test('is only called all if it is', () => {
    const some = fc.nat({ max: 30 });
    fc.assert(
      fc.property(some, some, some, fc.boolean(), (read, unreadable, failed, listed) => {
        const complete = unreadable + failed === 0 && listed;
        const counts = { total: read + unreadable + failed, read, unreadable, failed };
        const words = coverageWords(coverageOf({ ...counts, complete }), !listed);
        expect(/^(?:All|No)\b/u.test(words)).toBe(complete && read !== 1);
        expect(words.includes(broke)).toBe(!listed);
      }),
    );
  });
});

describe('how many findings there are', () => {
  const known = findingOf({ status: 'known', severity: 'medium' });
  const waived = findingOf({ status: 'waived' });
  const fixed = findingOf({ status: 'fixed' });

  test.each([
    { name: 'none', findings: [], baseline: false, words: 'no findings' },
    {
      name: 'by severity',
      findings: [findingOf({ severity: 'critical' }), findingOf(), findingOf()],
      baseline: false,
      words: '1 critical, 2 high',
    },
    {
      name: 'waived ones apart',
      findings: [waived, findingOf({ severity: 'info' })],
      baseline: false,
      words: '1 info; 1 waived',
    },
    { name: 'only waived ones', findings: [waived, waived], baseline: false, words: 'no findings; 2 waived' },
    {
      name: 'mended ones without a baseline',
      findings: [findingOf(), fixed],
      baseline: false,
      words: '1 high; 1 fixed',
    },
    {
      name: 'with a baseline',
      findings: [findingOf(), known, fixed, waived],
      baseline: true,
      words: '1 high, 1 medium; 1 new, 1 known, 1 fixed; 1 waived',
    },
    { name: 'with a baseline, and none', findings: [], baseline: true, words: 'no findings; 0 new, 0 known, 0 fixed' },
  ] as const)('$name', ({ findings, baseline, words }) => {
    expect(countWords(countsOf(findings), baseline)).toBe(words);
  });
});

describe('findings in the log', () => {
  test('name severity, rule, room and link, say what is wrong, and what fix does', () => {
    expect(findingLines([findingOf()], false, new Map())).toStrictEqual([
      'high · DSL001 anyone-no-expiration · Room 2201 "Press kit" · link 0f6b1c9e… "For editors"',
      '  Anyone with the link can open the room for ever. → fix: let the link end 30 days from now',
    ]);
  });

  test('of a whole room or portal name no link and no room, and no fix if there is none', () => {
    const room = findingOf({ linkId: '', linkTitle: '', fix: '' });
    const portal = {
      ...room,
      rule: 'DSL902',
      name: 'old-portal',
      severity: 'info',
      roomId: '',
      roomTitle: '',
    } as const;
    expect(findingLines([room, portal], false, new Map())).toStrictEqual([
      'high · DSL001 anyone-no-expiration · Room 2201 "Press kit"',
      '  Anyone with the link can open the room for ever.',
      'info · DSL902 old-portal',
      '  Anyone with the link can open the room for ever.',
    ]);
  });

  test('are marked as new only where there is a baseline', () => {
    const findings = [findingOf(), findingOf({ status: 'known' })];
    const marks = (baseline: boolean): readonly boolean[] =>
      findingLines(findings, baseline, new Map())
        .filter((line) => line.startsWith('high'))
        .map((line) => line.startsWith('high (new) ·'));
    expect(marks(true)).toStrictEqual([true, false]);
    expect(marks(false)).toStrictEqual([false, false]);
  });

  test('are at most 100, and 20 that are only good to know; the others are counted', () => {
    const many = [
      ...Array.from({ length: 90 }, () => findingOf()),
      ...Array.from({ length: 14 }, () => findingOf({ severity: 'medium' })),
      ...Array.from({ length: 25 }, () => findingOf({ severity: 'info' })),
    ];
    const lines = findingLines(many, false, new Map());
    const count = (start: string): number => lines.filter((line) => line.startsWith(start)).length;
    expect([count('high ·'), count('medium ·'), count('info ·')]).toStrictEqual([90, 10, 20]);
    const all = 'a report has them all (`reports: audit.json`)';
    expect(lines.filter((line) => line.startsWith('…'))).toStrictEqual([
      `… and 4 medium more: ${all}`,
      `… and 5 info more: ${all}`,
    ]);
    expect(lines.at(200)).toBe(`… and 4 medium more: ${all}`);
  });

  test('are no waived and fixed ones, and none of rooms that are told as unread', () => {
    const findings = [
      findingOf({ status: 'waived' }),
      findingOf({ status: 'fixed' }),
      unreadFinding(),
      unreadFinding({ rule: 'DSL901', name: 'scan-incomplete' }),
    ];
    expect(findingLines(findings, false, new Map())).toStrictEqual([]);
    const list = unreadFinding({ rule: 'DSL901', roomId: '', roomTitle: '', message: 'The list broke off.' });
    expect(findingLines([...findings, list], false, new Map())).toHaveLength(2);
  });

  test('stand on lines of their own, whatever the titles are', () => {
    const title = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('a\nb', '\r', '\u2028', '::error::x', '"'));
    fc.assert(
      fc.property(
        title,
        title,
        fc.constantFrom(...severities),
        fc.constantFrom(...statuses),
        (roomTitle, linkTitle, severity, status) => {
          const finding = findingOf({ roomTitle, linkTitle, severity, status });
          const lines = findingLines([finding], true, new Map());
          expect(lines).toHaveLength(countsOf([finding]).all * 2);
          expect(lines.filter((line) => /[\p{Cc}\u2028\u2029]/u.test(line) || line.startsWith('::'))).toStrictEqual([]);
        },
      ),
    );
  });
});

describe('rooms that could not be read, in the log', () => {
  const failed = (id: string, code: 'portal-error' | 'timeout'): UnreadRoom => ({
    room: { id, title: `Room ${id}`, shared: null, sharedExternal: null },
    kind: 'failed',
    problem: problem(code, `The portal said no ${id}.`, `Do ${code}.`),
  });

  test('are grouped by why, with what to do, those that are open to anyone first', () => {
    const rooms = [
      unreadOf(),
      unreadOf({ id: '8', shared: false, sharedExternal: false }),
      failed('9', 'timeout'),
      unreadOf({ id: '10', shared: true, sharedExternal: false }),
      { ...unreadOf({ id: '11', title: '' }), why: 'not-visible' },
      unreadOf({ id: '12', shared: true, sharedExternal: true }),
      failed('13', 'portal-error'),
      { ...unreadOf({ id: '14', shared: true, sharedExternal: true }), why: 'says-shared' },
      failed('15', 'timeout'),
    ] as readonly UnreadRoom[];
    expect(unreadLines(rooms)).toStrictEqual([
      expect.stringMatching(/^4 rooms not read · DSL900 · .* must become a Room manager of the room\.$/u),
      '  - Room 12 "Contract 2027". It says that it has an external link that is open to anyone.',
      '  - Room 10 "Contract 2027". It says that it has an external link, and none that is open to anyone.',
      '  - Room 7 "Contract 2027"',
      '  - Room 8 "Contract 2027". It says that it has no external link; of invitations it says nothing.',
      '2 rooms not read · DSL901 · Time is up. Do timeout.',
      '  - Room 9 "Room 9": The portal said no 9.',
      '  - Room 15 "Room 15": The portal said no 15.',
      expect.stringMatching(/^1 room not read · DSL900 · .*: invite that user as Room manager\.$/u),
      '  - Room 11',
      '1 room not read · DSL901 · Error inside the portal. Do portal-error.',
      '  - Room 13 "Room 13": The portal said no 13.',
      expect.stringMatching(/^1 room not read · DSL900 · The room says that it has an external link, .*$/u),
      '  - Room 14 "Contract 2027". It says that it has an external link that is open to anyone.',
    ]);
  });

  test('are at most 20 by name for one reason; the others are counted', () => {
    const rooms = Array.from({ length: 38 }, (_, index) => unreadOf({ id: String(index) }));
    const lines = unreadLines([...rooms, failed('99', 'timeout')]);
    expect(lines[0]).toMatch(/^38 rooms not read/u);
    expect(lines.filter((line) => line.startsWith('  - '))).toHaveLength(21);
    expect(lines[21]).toBe('  … and 18 more: a report has them all (`reports: audit.json`)');
  });

  test('are nothing if all were read', () => {
    expect(unreadLines([])).toStrictEqual([]);
  });
});
