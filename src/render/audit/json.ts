import { memberNames, reportVersion } from '../../audit/report-shape.ts';
import type { AuditResult } from '../../audit/result.ts';
import { escapeForJson } from '../../links/text.ts';
import { isoInstant } from '../../links/time.ts';

/**
 * The JSON report, in the shape of `reportShape` and without any other member: equal results give the same bytes. Titles
 * are what DocSpace has to the last character, but characters that are not seen, or turn the direction of the text, are
 * written as escapes: whoever looks at the file sees what it says.
 */
export function jsonReport({ portal, generated, coverage, findings, links, notSeen }: AuditResult): string {
  const report = {
    version: reportVersion,
    portal,
    generated: isoInstant(generated),
    coverage,
    findings,
    links,
    notSeen,
  };
  // Members are chosen by their names, since copies of so many links would need more memory than the text.
  const text = JSON.stringify(report, [...memberNames], 2);
  return escapeForJson(`${text}\n`);
}
