import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Baseline, compareWith } from '../../src/audit/baseline.ts';
import type { Finding } from '../../src/audit/finding.ts';
import { anyFindings } from './results.ts';
import { findingOf } from './samples.ts';

function baselineOf(findings: readonly Finding[]): Baseline {
  return { generated: new Date('2026-11-17T04:23:00Z'), findings, links: new Map() };
}

const same = (one: Finding, other: Finding): boolean =>
  one.rule === other.rule && one.roomId === other.roomId && one.linkId === other.linkId;

/** What a judging yields: nothing is known by it. */
const evaluated = anyFindings.map((findings) => findings.filter(({ status }) => status !== 'known'));
const earlier = anyFindings.map((findings) => findings.filter(({ status }) => status !== 'fixed'));
/** Two audits of a portal, where the later one finds some of what the earlier one has found. */
const audits = fc
  .tuple(earlier, evaluated, fc.func(fc.constantFrom(...(['new', 'waived', 'gone'] as const))))
  .map(([before, other, fate]) => {
    const stayed = before.flatMap((one): readonly Finding[] => {
      const status = fate(one);
      return status === 'gone' ? [] : [{ ...one, status, message: 'Now.' }];
    });
    return { before, now: [...stayed, ...other.filter((one) => !before.some((two) => same(one, two)))] };
  });
const anew = fc.func(fc.boolean());

describe('compared with an earlier audit', () => {
  test.each<{
    readonly name: string;
    readonly before: Finding['status'];
    readonly now: Finding['status'];
    readonly then: Finding['status'];
  }>([
    { name: 'what it had is known', before: 'new', now: 'new', then: 'known' },
    { name: 'what it knew is known', before: 'known', now: 'new', then: 'known' },
    { name: 'what it had waived and is waived no more is known', before: 'waived', now: 'new', then: 'known' },
    { name: 'what is waived stays waived', before: 'new', now: 'waived', then: 'waived' },
    { name: 'what this run has mended stays fixed', before: 'new', now: 'fixed', then: 'fixed' },
  ])('$name', ({ before, now, then }) => {
    const finding = findingOf({ status: now, roomTitle: 'Renamed', severity: 'low' });
    expect(compareWith(baselineOf([findingOf({ status: before })]), [finding], () => true)).toStrictEqual([
      { ...finding, status: then },
    ]);
  });

  test.each([{ rule: 'DSL003' }, { roomId: '2202' }, { linkId: '' }])('%j makes it another finding', (more) => {
    const [first, ...gone] = compareWith(baselineOf([findingOf()]), [findingOf(more)], () => true);
    expect([first, gone]).toStrictEqual([findingOf(more), [findingOf({ status: 'fixed' })]]);
  });

  test.each<[Finding['status'], boolean, readonly Finding['status'][]]>([
    ['new', true, ['fixed']],
    ['known', true, ['fixed']],
    ['waived', true, []],
    ['new', false, []],
  ])('what was %s and is gone, judged anew: %s', (status, isJudged, statuses) => {
    const compared = compareWith(baselineOf([findingOf({ status })]), [], () => isJudged);
    expect(compared.map((one) => one.status)).toStrictEqual(statuses);
  });

  test('no finding goes or changes but in its status, and new ones are those that it did not have', () => {
    fc.assert(
      fc.property(audits, anew, ({ before, now }, judgedAnew) => {
        const compared = compareWith(baselineOf(before), now, judgedAnew).slice(0, now.length);
        expect(compared.map((one) => ({ ...one, status: '' }))).toStrictEqual(
          now.map((one) => ({ ...one, status: '' })),
        );
        for (const [index, { status }] of compared.entries()) {
          const finding = now[index] as Finding;
          const had = before.some((one) => same(one, finding));
          expect(status).toBe(finding.status === 'new' && had ? 'known' : finding.status);
        }
      }),
    );
  });

  test('fixed are those that it had, that counted, and that were looked at and not found', () => {
    fc.assert(
      fc.property(audits, anew, ({ before, now }, judgedAnew) => {
        const appended = compareWith(baselineOf(before), now, judgedAnew).slice(now.length);
        const expected = before.filter(
          (one) => one.status !== 'waived' && !now.some((two) => same(one, two)) && judgedAnew(one),
        );
        expect(appended).toStrictEqual(expected.map((one) => ({ ...one, status: 'fixed' })));
      }),
    );
  });

  test('the same audit twice has nothing new and nothing fixed', () => {
    fc.assert(
      fc.property(evaluated, (findings) => {
        const now = findings.filter(({ status }) => status !== 'fixed');
        const statuses = compareWith(baselineOf(now), now, () => true).map(({ status }) => status);
        expect(statuses).toStrictEqual(now.map(({ status }) => (status === 'new' ? 'known' : status)));
      }),
    );
  });

  test('with an empty one all is as it was', () => {
    fc.assert(
      fc.property(evaluated, (findings) => {
        expect(compareWith(baselineOf([]), findings, () => true)).toStrictEqual(findings);
      }),
    );
  });
});
