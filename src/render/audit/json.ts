import { memberNames, reportVersion } from '../../audit/report-shape.ts';
import type { AuditResult } from '../../audit/result.ts';
import { isoInstant } from '../../links/settings.ts';

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
  return `${text}\n`.replace(/[\p{Cf}\p{Zl}\p{Zp}\u007f-\u009f]/gu, escaped);
}

/** By UTF-16 units, as JSON has it. */
function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, at) => {
    const unit = character.charCodeAt(at).toString(16).padStart(4, '0');
    return `\\u${unit}`;
  }).join('');
}
