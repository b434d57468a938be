import type { Finding } from '../../audit/finding.ts';
import type { ConfigFile, Waiver } from '../../audit/policy.ts';
import { countsOf, type AuditResult } from '../../audit/result.ts';
import { ambiguousBy } from '../../audit/rules/waivers.ts';
import { isAbout } from '../../audit/waivers.ts';
import type { AuditInputs } from '../inputs.ts';
import type { Identity } from '../../links/identity.ts';
import { problemTable } from '../../links/problem.ts';
import {
  countWords,
  findingLines,
  notEvaluatedWords,
  notSeenWords,
  unmetWords,
  unreadLines,
} from '../../render/audit/log.ts';
import type { Tools } from '../../context.ts';
import type { AuditReport } from './audit.ts';
import { endedWords } from './verdict.ts';

/** Logs what was found and what was not read, and warns of what names no room or nothing. */
export function logResult(
  result: AuditResult,
  report: Pick<AuditReport, 'unread' | 'ended' | 'unmet'>,
  file: ConfigFile | null,
  inputs: Pick<AuditInputs, 'rooms' | 'linkType' | 'failOn' | 'area'>,
  { runner, identity }: Pick<Tools, 'runner' | 'identity'>,
): void {
  const { unread, ended, unmet } = report;
  // With `fail-on` it is among what is wrong.
  if (ended !== null && inputs.failOn === 'never') runner.warning(problemTable[ended.code].title, endedWords(ended));
  const { findings, baseline, notSeen, roomLinks, notEvaluated } = result;
  const isCompared = baseline !== null;
  runner.line(`Findings: ${countWords(countsOf(findings), isCompared)}`);
  const notSeenLine = notSeenWords(notSeen);
  if (notSeenLine !== '') runner.line(notSeenLine);
  findingLines(findings, isCompared, roomLinks).forEach(runner.line);
  unreadLines(unread).forEach(runner.line);
  if (notEvaluated.length > 0) runner.line(notEvaluatedWords(notEvaluated));
  for (const one of unmet) runner.warning('Name without a room', unmetWords(one, file?.path ?? '', inputs.area));
  for (const { rule, line } of idleWaivers(result, report, file, inputs, identity)) {
    runner.line(`The waiver of ${rule} in line ${line} is about nothing that was found: remove it`);
  }
}

/** The waivers that are about nothing. Only an audit of everything knows that nothing is there. */
function idleWaivers(
  result: AuditResult,
  { unmet }: Pick<AuditReport, 'unmet'>,
  file: ConfigFile | null,
  { rooms, linkType }: Pick<AuditInputs, 'rooms' | 'linkType'>,
  identity: Identity,
): readonly Waiver[] {
  if (file === null || rooms !== 'all' || linkType !== 'all' || !result.coverage.complete) return [];
  return file.waivers.filter(
    (waiver) =>
      !unmet.some(({ where, line }) => where === 'waiver' && line === waiver.line) &&
      !result.findings.some((finding) => concerns(waiver, finding, result, identity)),
  );
}

/** Whether a finding is waived by this waiver, or says that it is ambiguous. */
function concerns(waiver: Waiver, finding: Finding, { roomLinks }: AuditResult, identity: Identity): boolean {
  const links = roomLinks.get(finding.roomId) ?? [];
  return ambiguousBy([waiver], finding, links).length > 0 || isAbout(waiver, finding, { links, identity });
}
