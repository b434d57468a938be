import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Log, Result, Run } from 'sarif';
import { severities, type Finding } from '../../../src/audit/finding.ts';
import type { AuditResult } from '../../../src/audit/result.ts';
import type { Rule } from '../../../src/audit/rules/rule.ts';
import { quoted, stripInvisible } from '../../../src/links/text.ts';
import { sarifReport } from '../../../src/render/audit/sarif.ts';
import { anyResult, anyTitle, hostileTitles, ruleNames } from '../../audit/results.ts';
import { mistakesOf, shown } from '../../actions/audit/sarif.ts';
import { findingOf, reportedLink, resultOf } from '../../audit/samples.ts';

const rules: readonly Rule[] = Object.entries(ruleNames).map(([id, name], index) => ({
  id,
  name,
  severity: severities[index] ?? 'info',
  scope: 'link',
  finds: `Rule ${id} is broken.`,
  why: 'Whoever has the link is in.',
  fix: index % 2 === 0 ? 'sets `expiration`' : '',
  advice: 'Set `expiration`, see `/rooms/{id}`.',
}));
const place = { path: '.github/docspace-links.yml', line: 3 };
const hash = (text: string): Uint8Array => createHash('sha256').update(text).digest();

function sarifOf(result: AuditResult, of = rules, at = place): string {
  return sarifReport(result, of, () => at, hash);
}

function runOf(result: AuditResult, of = rules, at = place): Run {
  return (JSON.parse(sarifOf(result, of, at)) as Log).runs[0] as Run;
}

function resultsOf(result: AuditResult): readonly Result[] {
  return runOf(result).results ?? [];
}

const messageOf = (one: Result | undefined): string => shown(one?.message.text ?? '');

describe('the SARIF report', () => {
  test('fits the official schema, whatever was found', () => {
    fc.assert(
      fc.property(anyResult, anyTitle, fc.integer({ min: 1, max: 9999 }), (result, title, line) => {
        expect(mistakesOf(sarifOf(result, rules, { path: `policies/${title}.yml`, line }))).toStrictEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test.each<[string, (run: Run) => void]>([
    ['a level that is none', (run) => Object.assign(run.results?.[0] ?? {}, { level: 'high' })],
    [
      'a line that is none',
      (run) => Object.assign(run.results?.[0]?.locations?.[0]?.physicalLocation?.region ?? {}, { startLine: 0 }),
    ],
    ['a rule without an id', (run) => Object.assign(run.tool.driver.rules?.[0] ?? {}, { id: undefined })],
    ['an address that is none', (run) => Object.assign(run.tool.driver, { informationUri: 'not an address' })],
  ])('would not fit it with %s', (_, spoil) => {
    const log = JSON.parse(sarifOf(resultOf({ findings: [findingOf()] }))) as Log;
    spoil(log.runs[0] as Run);
    expect(mistakesOf(JSON.stringify(log))).not.toStrictEqual([]);
  });

  test('is the same to the byte for equal results', () => {
    const findings = [findingOf(), findingOf({ status: 'waived' })];
    const at = (time: string): AuditResult => resultOf({ findings, generated: new Date(time) });
    expect(sarifOf(at('2026-11-24T09:30:15Z'))).toBe(sarifOf(at('2026-11-24T09:30:15Z')));
    expect(sarifOf(at('2027-01-01T00:00:00Z')).replace('2027-01-01T00:00:00Z', '2026-11-24T09:30:15Z')).toBe(
      sarifOf(at('2026-11-24T09:30:15Z')),
    );
  });

  test('names no address, of the portal or of a link', () => {
    fc.assert(
      fc.property(anyResult, ({ portal, ...result }) => {
        const text = sarifOf({ ...result, portal, findings: result.findings.map((one) => ({ ...one, message: 'x' })) });
        expect(text).not.toContain(new URL(portal).host);
      }),
    );
    const links = [{ ...reportedLink(), url: 'https://portal.example/s/hush' }];
    expect(sarifOf(resultOf({ links }))).not.toContain('hush');
  });

  test('says what made it', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
    expect(JSON.parse(sarifOf(resultOf()))).toMatchObject({
      version: '2.1.0',
      $schema: expect.stringMatching(/^https:.*sarif-schema-2\.1\.0\.json$/u),
      runs: [{ tool: { driver: { name: 'docspace-room-links', semanticVersion: version } }, results: [] }],
    });
  });
});

describe('the rules in it', () => {
  test('are all that there are, in their order, with words and severity', () => {
    const [first, second, ...more] = runOf(resultOf()).tool.driver.rules ?? [];
    expect(first).toStrictEqual({
      id: 'DSL001',
      name: 'AnyoneNoExpiration',
      shortDescription: { text: 'Rule DSL001 is broken.' },
      fullDescription: { text: 'Rule DSL001 is broken. Whoever has the link is in.' },
      help: {
        text: 'Why it matters: Whoever has the link is in.\nWhat to do: Set `expiration`, see `/rooms/{{id}}`.\nWhat the fix does: sets `expiration`',
        markdown:
          '**Why it matters**\n\nWhoever has the link is in.\n\n**What to do**\n\nSet `expiration`, see `/rooms/{{id}}`.\n\n**What the fix does**\n\nsets `expiration`',
      },
      defaultConfiguration: { level: 'error' },
      properties: { tags: ['security'], precision: 'high', 'security-severity': '9.5' },
    });
    expect(second?.help?.text).not.toContain('What the fix does');
    expect([first, second, ...more].map((one) => one?.id)).toStrictEqual(Object.keys(ruleNames));
  });

  test.each([
    { severity: 'critical', level: 'error', least: 9, most: 10 },
    { severity: 'high', level: 'error', least: 7, most: 8.9 },
    { severity: 'medium', level: 'warning', least: 4, most: 6.9 },
    { severity: 'low', level: 'note', least: 0.1, most: 3.9 },
    { severity: 'info', level: 'note', least: 0.1, most: 3.9 },
  ] as const)(
    'of severity $severity have the level $level, and a score from $least to $most as a text',
    ({ severity, level, least, most }) => {
      const [rule] = runOf(resultOf(), [{ ...(rules[0] as Rule), severity }]).tool.driver.rules ?? [];
      const score = rule?.properties?.['security-severity'] as unknown;
      expect([rule?.defaultConfiguration?.level, typeof score]).toStrictEqual([level, 'string']);
      expect(Number(score)).toBeGreaterThanOrEqual(least);
      expect(Number(score)).toBeLessThanOrEqual(most);
    },
  );
});

describe('a finding in it', () => {
  test('is a result of its rule, with the level of its own severity, at its place', () => {
    const findings = [findingOf({ rule: 'DSL019', severity: 'medium' })];
    expect(runOf(resultOf({ findings }), rules, { path: 'docs & more/käse#1.yml', line: 7 }).results).toStrictEqual([
      {
        ruleId: 'DSL019',
        ruleIndex: 2,
        level: 'warning',
        message: {
          text: 'Room 2201 "Press kit", link 0f6b1c9e-3b52-4d41-9c2e-0a1b2c3d4e5f "For editors": Anyone with the link can open the room for ever.',
        },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'docs%20%26%20more/k%C3%A4se%231.yml' },
              region: { startLine: 7 },
            },
          },
        ],
        partialFingerprints: {
          'docspaceRoomLink/v1': expect.stringMatching(/^[0-9a-f]{64}$/u),
          primaryLocationLineHash: expect.stringMatching(/^[0-9a-f]{64}$/u),
        },
        suppressions: [],
      },
    ]);
  });

  test('is there unless it is fixed, as suppressed if it is waived, and points to its rule', () => {
    fc.assert(
      fc.property(anyResult, (result) => {
        const run = runOf(result);
        const present = result.findings.filter(({ status }) => status !== 'fixed');
        expect(run.results).toHaveLength(present.length);
        const suppressed = run.results?.filter(({ suppressions }) => suppressions?.[0]?.status === 'accepted');
        expect(suppressed).toHaveLength(present.filter(({ status }) => status === 'waived').length);
        expect(run.results?.filter(({ suppressions }) => !Array.isArray(suppressions))).toStrictEqual([]);
        for (const one of run.results ?? []) {
          expect(run.tool.driver.rules?.[one.ruleIndex ?? -1]?.id).toBe(one.ruleId);
        }
      }),
    );
  });

  test('of a rule that is not listed has no index', () => {
    expect(runOf(resultOf({ findings: [findingOf()] }), []).results).toMatchObject([{ ruleId: 'DSL001' }]);
    expect(sarifOf(resultOf({ findings: [findingOf()] }), [])).not.toContain('ruleIndex');
  });

  test('says whether it is new, of all or none, by whether there is a baseline', () => {
    const findings = (['new', 'known', 'waived', 'fixed'] as const).map((status) => findingOf({ status }));
    const states = (baseline: Date | null): readonly unknown[] =>
      resultsOf(resultOf({ findings, baseline })).map(({ baselineState }) => baselineState);
    expect(states(new Date(0))).toStrictEqual(['new', 'unchanged', 'unchanged']);
    expect(states(null)).toStrictEqual([undefined, undefined, undefined]);
  });

  test.each<[Partial<Finding>, string]>([
    [{ linkId: '', linkTitle: '' }, 'Room 2201 "Press kit": Broken.'],
    [{ roomId: '', roomTitle: '', linkId: '', linkTitle: '' }, 'Broken.'],
    [{ roomTitle: '', linkId: '', linkTitle: '' }, 'Room 2201: Broken.'],
    [{ linkTitle: '' }, 'Room 2201 "Press kit", link 0f6b1c9e-3b52-4d41-9c2e-0a1b2c3d4e5f: Broken.'],
  ])('names what it is about: %j', (more, text) => {
    expect(messageOf(resultsOf(resultOf({ findings: [findingOf({ message: 'Broken.', ...more })] }))[0])).toBe(text);
  });

  test('has a message that is nothing but its text, whatever the titles', () => {
    const any = fc.oneof(
      { weight: 1, arbitrary: fc.constantFrom(...hostileTitles) },
      { weight: 3, arbitrary: anyTitle },
    );
    fc.assert(
      fc.property(any, any, any, (roomTitle, linkTitle, message) => {
        const finding = findingOf({ roomTitle, linkTitle, message });
        const text = messageOf(resultsOf(resultOf({ findings: [finding] }))[0]);
        const room = roomTitle === '' ? '' : ` ${quoted(roomTitle)}`;
        const link = linkTitle === '' ? '' : ` ${quoted(linkTitle)}`;
        expect(text).toBe(stripInvisible(`Room 2201${room}, link ${finding.linkId}${link}: ${message}`));
        expect(text).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      }),
      { numRuns: 500 },
    );
  });

  describe('has a fingerprint', () => {
    const printOf = (finding: Finding, portal = 'https://portal.example'): unknown =>
      resultsOf(resultOf({ portal, findings: [finding] }))[0]?.partialFingerprints;

    test('that stays while its words, severity and status change', () => {
      const later = findingOf({
        severity: 'low',
        status: 'waived',
        roomTitle: 'x',
        linkTitle: 'x',
        message: 'x',
        fix: 'x',
        name: 'x',
      });
      expect(printOf(later)).toStrictEqual(printOf(findingOf()));
    });

    test('of its own for each portal, room, link and rule', () => {
      const prints = [
        printOf(findingOf()),
        printOf(findingOf(), 'https://other.example'),
        printOf(findingOf({ roomId: '2202' })),
        printOf(findingOf({ linkId: '' })),
        printOf(findingOf({ rule: 'DSL003' })),
      ];
      expect(new Set(prints.map((print) => JSON.stringify(print))).size).toBe(5);
    });
  });
});

describe('what was not read', () => {
  const notesOf = (more: Partial<AuditResult['coverage']>): Run['invocations'] =>
    runOf(resultOf({ coverage: { ...resultOf().coverage, ...more } })).invocations;

  test('is said, and the run is no success', () => {
    expect(notesOf({ total: 180, read: 140, unreadable: 38, failed: 2, complete: false })).toStrictEqual([
      {
        executionSuccessful: false,
        startTimeUtc: '2026-11-24T09:30:15Z',
        toolExecutionNotifications: [
          {
            level: 'error',
            message: {
              text: '140 of 180 rooms were read. The links of 38 are not readable with this key. 2 could not be read.',
            },
          },
        ],
      },
    ]);
  });

  test('of the list of rooms, too', () => {
    expect(notesOf({ complete: false })).toMatchObject([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          { message: { text: '180 of 180 rooms were read. The list of rooms is not whole.' } },
        ],
      },
    ]);
  });

  test('is nothing where all was read', () => {
    expect(notesOf({})).toMatchObject([{ executionSuccessful: true, toolExecutionNotifications: [] }]);
  });
});

describe('of more than code scanning takes', () => {
  const numbered = (count: number, more: Partial<Finding> = {}): readonly Finding[] =>
    Array.from({ length: count }, (_, index) => findingOf({ roomId: String(index + 1), ...more }));

  test('the 25 000 worst are there, waived ones last, and a notification says so', () => {
    const findings = [
      ...numbered(2, { severity: 'critical', status: 'waived' }),
      ...numbered(24_998),
      ...numbered(1, { severity: 'low' }),
      ...numbered(1, { severity: 'info' }),
      ...numbered(1, { severity: 'medium' }),
      ...numbered(3, { status: 'fixed' }),
    ];
    const run = runOf(resultOf({ findings }));
    expect(run.results).toHaveLength(25_000);
    expect(run.results?.slice(24_997).map(({ level }) => level)).toStrictEqual(['error', 'warning', 'note']);
    expect(run.results?.filter(({ suppressions }) => suppressions?.length === 1)).toStrictEqual([]);
    expect(run.invocations).toMatchObject([
      {
        executionSuccessful: true,
        toolExecutionNotifications: [
          {
            level: 'warning',
            message: {
              text: 'These are the 25000 worst of 25003 findings: code scanning takes no more. The other reports have all.',
            },
          },
        ],
      },
    ]);
  });

  test('so many are there that the file, compressed, is not too large', () => {
    // Messages at random, which are hardly to be compressed.
    const random = createHash('shake256', { outputLength: 6400 * 1800 })
      .update('messages')
      .digest();
    const findings = numbered(6400).map((finding, index) => ({
      ...finding,
      message: random.subarray(index * 1800, (index + 1) * 1800).toString('base64'),
    }));
    const text = sarifOf(resultOf({ findings }));
    const kept = (JSON.parse(text) as Log).runs[0]?.results?.length ?? 0;
    expect(kept).toBeLessThan(6400);
    const size = gzipSync(text).length;
    expect(size).toBeLessThanOrEqual(10_000_000);
    expect(size).toBeGreaterThan(7_500_000);
    expect(text).toContain(`These are the ${kept} worst of 6400 findings`);
  });
});
