import type { Finding } from './finding.ts';
import type { Baseline } from './read-baseline.ts';

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
function keyOf({ rule, roomId, linkId }: Finding): string {
  return JSON.stringify([rule, roomId, linkId]);
}
