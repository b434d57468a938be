import { severities } from '../../audit/finding.ts';
import { countsOf, isOpen, type AuditResult } from '../../audit/result.ts';
import { misnamed } from '../../audit/rules/coverage.ts';
import type { AuditInputs } from '../inputs.ts';
import { problem, type Problem } from '../../links/problem.ts';
import { coverageWords, severityWords } from '../../render/audit/log.ts';
import type { AuditReport } from './audit.ts';

/** Why not all rooms were asked for. */
export function endedWords({ message }: Problem): string {
  return `The audit ended before all rooms were read: ${message}`;
}

/** Why the step is red because of what was found, or not seen; nothing with `fail-on: never`. */
export function verdictProblems(
  { findings, coverage }: AuditResult,
  { paging, ended, unread }: Pick<AuditReport, 'paging' | 'ended' | 'unread'>,
  { failOn }: Pick<AuditInputs, 'failOn'>,
): readonly Problem[] {
  if (failOn === 'never') return [];
  const grave = findings.filter(
    (finding) => isOpen(finding) && severities.indexOf(finding.severity) <= severities.indexOf(failOn),
  );
  const are = grave.length === 1 ? 'is 1 finding' : `are ${grave.length} findings`;
  return [
    ...(ended === null ? [] : [problem(ended.code, endedWords(ended), ended.hint)]),
    ...misnamed(unread),
    ...(coverage.complete
      ? []
      : [
          problem(
            'audit-incomplete',
            `The audit is not complete: ${coverageWords(coverage, paging !== null)}.`,
            // Rights are the cause of nothing else.
            coverage.unreadable > 0 ? undefined : 'Rooms that were not read cannot be assumed clean. The log says why.',
          ),
        ]),
    ...(grave.length === 0
      ? []
      : [
          problem(
            'audit-findings',
            `There ${are} of \`fail-on: ${failOn}\`${failOn === 'critical' ? '' : ' or above'}: ${severityWords(countsOf(grave))}.`,
          ),
        ]),
  ];
}
