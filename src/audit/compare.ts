import type { Finding } from './finding.ts';
import type { Baseline } from './read-baseline.ts';
import { isOpen, titleOf } from './result.ts';

/**
 * The findings, compared with an earlier audit. New ones that it had too are `known`; waived ones stay waived. What it
 * had as new or known and is there no more comes at the end as `fixed`, if it was judged anew: what was not looked at
 * may well be there still.
 */
export function compareWith(
  baseline: Baseline,
  findings: readonly Finding[],
  judgedAnew: (finding: Finding) => boolean,
): readonly Finding[] {
  const before = new Set(baseline.findings.map(keyOf));
  const now = new Set(findings.map(keyOf));
  const gone = baseline.findings.filter((one) => one.status !== 'waived' && !now.has(keyOf(one)) && judgedAnew(one));
  return [
    ...findings.map((one): Finding =>
      one.status === 'new' && before.has(keyOf(one)) ? { ...one, status: 'known' } : one,
    ),
    ...gone.map((one): Finding => ({ ...one, status: 'fixed' })),
  ];
}

/** What keeps the findings of one portal apart. */
export function keyOf(finding: Finding): string {
  const { rule, roomId, linkId } = finding;
  return JSON.stringify([rule, roomId, linkId, ...titleOf(finding)]);
}

/** What an earlier audit had, waived ones too, and this one has neither found nor looked for. */
export function neitherFoundNorFixed(
  baseline: Baseline,
  findings: readonly Finding[],
  judgedAnew: (finding: Finding) => boolean,
): readonly Finding[] {
  const now = new Set(findings.map(keyOf));
  return baseline.findings.filter((one) => !now.has(keyOf(one)) && !judgedAnew(one));
}

/** Rooms that were judged again after they were mended, and what they break then. */
export type JudgedAgain = ReadonlyMap<string, readonly Finding[]>;

/**
 * The findings once some rooms were mended, and what of them is there no more. Of the owners of rooms, whom no fix
 * changes, nothing was read again, so what was found of them stays.
 */
export function afterMending(
  findings: readonly Finding[],
  again: JudgedAgain,
): { readonly here: readonly Finding[]; readonly mended: readonly Finding[] } {
  const isOld = ({ roomId, rule }: Finding): boolean => again.has(roomId) && rule !== 'DSL024';
  const here = [...findings.filter((one) => !isOld(one)), ...[...again.values()].flat()];
  const left = new Set(here.map(keyOf));
  return { here, mended: findings.filter((one) => isOld(one) && isOpen(one) && !left.has(keyOf(one))) };
}
