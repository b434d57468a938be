import { severities, type Finding, type Severity } from '../../audit/finding.ts';
import { countsOf, isOpen, type AuditResult } from '../../audit/result.ts';
import { ruleOf } from '../../audit/rules/registry.ts';
import { formatInstant } from '../../links/time.ts';
import { endsPicture, severityPicture } from './charts.ts';
import { coverageWords, isOfUnreadRoom, notEvaluatedWords, severityWords } from './log.ts';
import {
  fitting,
  folded,
  linkCell,
  longestTitle,
  messageCell,
  roomCell,
  ruleCell,
  tableOf,
  type Place,
} from './tables.ts';
import { code, prose, table } from '../markdown.ts';

/** What a text about an audit has place for. */
export interface Bounds {
  /** Findings in the tables of all severities together, and rows of any other table; at most the 500 of `table`. */
  readonly rows: number;
  /** The whole text, as UTF-8. */
  readonly bytes: number;
  /**
   * Whether it tells of this one audit: when it was, what is new since the baseline and what is fixed, when links end.
   * A text that stands for long does not, so that it changes only when the findings or the coverage do.
   */
  readonly ofThisRun: boolean;
  /** Whether it holds the ids of links whole, as a text does that is looked at for long. */
  readonly wholeIds: boolean;
}

/** GitHub takes 1 MiB; problems of the run stand there too. */
export const summaryBounds: Bounds = { rows: 200, bytes: 700_000, ofThisRun: true, wholeIds: false };

/** A file has no limit, but what a browser shows of it has one. */
export const reportBounds: Bounds = { rows: 500, bytes: 2_000_000, ofThisRun: true, wholeIds: true };

/** GitHub takes 65 536 characters for an issue, with a first line that nobody sees. */
export const issueBounds: Bounds = { rows: 100, bytes: 60_000, ofThisRun: false, wholeIds: true };

/** Of the bytes, what each part takes at most; the rest is for what stands around them. */
const shares = { findings: 0.45, changes: 0.15, waived: 0.1, fixed: 0.05, rooms: 0.05, unread: 0.15 } as const;

const mostRooms = 10;

/**
 * What an audit has found, as Markdown: coverage first, then how bad it is, what is new, a picture, and the findings.
 * `changes` is what `fix` changed or would change, as Markdown. What finds no place is counted.
 */
export function auditMarkdown(result: AuditResult, bounds: Bounds, changes = ''): string {
  const { findings, baseline } = result;
  const { ofThisRun } = bounds;
  const marked = ofThisRun && baseline !== null;
  const open = newFirst(findings.filter(isOpen), marked);
  const unread = open.filter(isOfUnreadRoom);
  const others = open.filter((one) => !isOfUnreadRoom(one));
  const linkOf: Cell = (one) => linkCell(one, result.roomLinks, bounds.wholeIds);
  return [
    headingOf(result),
    countsLine(result, unread.length, ofThisRun),
    ofThisRun ? newsLine(result) : '',
    aboutLine(result, ofThisRun),
    prose(notEvaluatedWords(result.notEvaluated)),
    pictureOf(result, ofThisRun),
    ...severityParts(others, linkOf, marked, placeFor('findings', bounds)),
    changesPart(changes, placeFor('changes', bounds)),
    foldedPart('waived', findings, linkOf, placeFor('waived', bounds)),
    ofThisRun ? foldedPart('fixed', findings, linkOf, placeFor('fixed', bounds)) : '',
    roomsPart(others, placeFor('rooms', bounds)),
    unreadPart(unread, marked, placeFor('unread', bounds)),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** A cell of the row of a finding; Markdown. */
type Cell = (finding: Finding) => string;

function placeFor(part: keyof typeof shares, { rows, bytes }: Bounds): Place {
  return { rows, bytes: bytes * shares[part] };
}

/** Worst first, and of the same severity, with `marked`, new ones first; otherwise in their order. */
function newFirst(findings: readonly Finding[], marked: boolean): readonly Finding[] {
  const rank = ({ severity, status }: Finding): number =>
    severities.indexOf(severity) * 2 + Number(marked && status !== 'new');
  return findings.toSorted((one, other) => rank(one) - rank(other));
}

function headingOf({ coverage, findings }: AuditResult): string {
  const ofTheList = (finding: Finding): boolean =>
    ruleOf(finding.rule)?.ofUnread === true && !isOfUnreadRoom(finding) && finding.status !== 'fixed';
  return `### ${coverageWords(coverage, findings.some(ofTheList))}`;
}

function countsLine({ findings, coverage }: AuditResult, unread: number, ofThisRun: boolean): string {
  const counts = countsOf(findings);
  const none = coverage.complete ? 'No findings' : 'No findings in what was read';
  const ofThem = unread === 0 ? '' : ` (${unread} of them: rooms that could not be read)`;
  return [
    `**${counts.all === 0 ? none : severityWords(counts)}**${ofThem}`,
    ...(counts.waived === 0 ? [] : [`${counts.waived} waived`]),
    ...(ofThisRun && counts.fixed > 0 ? [`${counts.fixed} fixed`] : []),
  ].join(' · ');
}

function newsLine({ baseline, findings }: AuditResult): string {
  if (baseline === null) return '';
  const fresh = countsOf(findings.filter(({ status }) => status === 'new'));
  const since = `since the baseline of ${formatInstant(baseline)}`;
  return fresh.all === 0 ? `Nothing new ${since}` : `**${fresh.all} new** ${since}: ${severityWords(fresh)}`;
}

function aboutLine({ portal, generated, coverage: { links } }: AuditResult, ofThisRun: boolean): string {
  const read = `${links} ${links === 1 ? 'link' : 'links'} read, ${formatInstant(generated)}`;
  return `${code(portal, longestTitle)}${ofThisRun ? ` · ${read}` : ''}`;
}

function pictureOf({ ends, generated, findings }: AuditResult, ofThisRun: boolean): string {
  return (ofThisRun ? endsPicture(ends, generated) : '') || severityPicture(countsOf(findings));
}

/** A table for each severity; what is only good to know is folded. */
function severityParts(findings: readonly Finding[], linkOf: Cell, marked: boolean, place: Place): readonly string[] {
  const rows = fitting(
    findings,
    (one) => [
      roomCell(one),
      linkOf(one),
      ruleCell(one),
      messageCell(one, marked),
      one.fix === '' ? '–' : prose(one.fix),
    ],
    place,
  );
  return [...Map.groupBy(findings, ({ severity }) => severity)].map(([severity, those]) => {
    const from = findings.findIndex((one) => one.severity === severity);
    const heading = `${capital(severity)} (${those.length})`;
    const shown = rows.slice(from, from + those.length);
    const body = tableOf(['Room', 'Link', 'Rule', 'What is wrong', 'Safe fix'], shown, those.length);
    return severity === 'info' ? folded(heading, body) : `#### ${heading}\n\n${body}`;
  });
}

function capital(severity: Severity): string {
  return `${severity.charAt(0).toUpperCase()}${severity.slice(1)}`;
}

function changesPart(changes: string, { bytes }: Place): string {
  return Buffer.byteLength(changes) > bytes ? 'What `fix` changes does not fit here: see the log.' : changes;
}

/** Findings that do not count, folded. */
function foldedPart(status: 'waived' | 'fixed', findings: readonly Finding[], linkOf: Cell, place: Place): string {
  const those = findings.filter((one) => one.status === status);
  if (those.length === 0) return '';
  const rows = fitting(
    those,
    (one) => [roomCell(one), linkOf(one), ruleCell(one), one.severity, messageCell(one, false)],
    place,
  );
  const what = status === 'waived' ? 'What is wrong' : 'What was wrong';
  return folded(`${those.length} ${status}`, tableOf(['Room', 'Link', 'Rule', 'Severity', what], rows, those.length));
}

/** The rooms with most of what is more than good to know, if there are several. */
function roomsPart(findings: readonly Finding[], place: Place): string {
  const grave = findings.filter(({ severity, roomId }) => severity !== 'info' && roomId !== '');
  const rooms = [...Map.groupBy(grave, ({ roomId }) => roomId).values()];
  if (rooms.length < 2) return '';
  const rows = fitting(
    rooms.toSorted((one, other) => other.length - one.length).slice(0, mostRooms),
    (those) => [...those.slice(0, 1).map(roomCell), String(those.length), severityWords(countsOf(those))],
    place,
  );
  const which = rows.length < rooms.length ? ` (${rows.length} of ${rooms.length})` : '';
  return `#### Rooms with most findings${which}\n\n${table(['Room', 'Findings', 'Severities'], rows)}`;
}

function unreadPart(findings: readonly Finding[], marked: boolean, place: Place): string {
  if (findings.length === 0) return '';
  const rows = fitting(findings, (one) => [roomCell(one), ruleCell(one), messageCell(one, marked)], place);
  const heading = `Rooms that could not be read (${severityWords(countsOf(findings))})`;
  return `#### ${heading}\n\n${tableOf(['Room', 'Rule', 'Why'], rows, findings.length)}`;
}
