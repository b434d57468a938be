import type { Finding } from '../../audit/finding.ts';
import { countsOf, isOpen, type AuditResult } from '../../audit/result.ts';
import { quoted } from '../../links/text.ts';
import type { AuditInputs } from '../inputs.ts';
import type { Tools } from '../../context.ts';

/** Sets the outputs of what was found, and how much was read. */
export function outputResult(
  { findings, coverage }: AuditResult,
  inputs: Pick<AuditInputs, 'reports'>,
  { output }: Pick<Tools, 'output'>,
): void {
  const counts = countsOf(findings);
  output('findings-count', String(counts.all));
  output('critical-count', String(counts.critical));
  output('high-count', String(counts.high));
  output('medium-count', String(counts.medium));
  output('low-count', String(counts.low));
  output('waived-count', String(counts.waived));
  output('new-count', String(counts.new));
  output('fixed-count', String(counts.fixed));
  output('rooms-total', String(coverage.total));
  output('rooms-read', String(coverage.read));
  output('rooms-unreadable', String(coverage.unreadable + coverage.failed));
  output('complete', String(coverage.complete));
  output('links-count', String(coverage.links));
  output('findings', {
    elements: findings,
    // What is waived or fixed gives way to what is not.
    byWeight: [...findings.filter(isOpen), ...findings.filter((finding) => !isOpen(finding))],
    whole: wholeFindings(inputs),
  });
  output('result', resultWord(findings, coverage.complete));
}

/** Which report has all findings, or how to get one. */
function wholeFindings({ reports }: Pick<AuditInputs, 'reports'>): string {
  const whole = reports.find(({ format }) => format === 'json' || format === 'csv');
  if (whole === undefined) return 'Add `reports: docspace-audit.json` to get all of them in a file.';
  return `The report ${quoted(whole.path)} has all of them.`;
}

function resultWord(findings: readonly Finding[], complete: boolean): 'clean' | 'findings' | 'incomplete' {
  if (!complete) return 'incomplete';
  return findings.some(isOpen) ? 'findings' : 'clean';
}
