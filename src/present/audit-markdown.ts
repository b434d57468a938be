import { severities, type Finding, type Severity } from '../audit/finding.ts';
import { countsOf, isOpen, type AuditResult } from '../audit/result.ts';
import { spokenInstant } from '../links/fields.ts';
import { endsPicture, severityPicture } from './audit-picture.ts';
import { coverageWords, isOfUnreadRoom, severityWords } from './audit-story.ts';
import { code, prose, table } from './markdown.ts';

/** What a text about an audit has place for. */
export interface Bounds {
  /** Findings in the tables of all severities together, and rows of any other table; `table` takes 500. */
  readonly rows: number;
  /** The whole text, as UTF-8. */
  readonly bytes: number;
  /**
   * Whether it tells of this one audit: when it was, what is new since the baseline and what is fixed, when links end.
   * A text that stands for long does not, so that it changes only when the findings do.
   */
  readonly ofThisRun: boolean;
}

/** GitHub takes 1 MiB; problems of the run stand there too. */
export const summaryBounds: Bounds = { rows: 200, bytes: 700_000, ofThisRun: true };

/** A file has no limit, but who reads it in the browser has one. */
export const reportBounds: Bounds = { rows: 500, bytes: 2_000_000, ofThisRun: true };

/** GitHub takes 65 536 characters for an issue, its first line included, which nobody sees. */
export const issueBounds: Bounds = { rows: 100, bytes: 60_000, ofThisRun: false };

/** Of the bytes, what each part may take at most; the rest is for what stands around them. */
const shares = { changes: 0.2, findings: 0.5, waived: 0.1, fixed: 0.1, rooms: 0.05, unread: 0.15 } as const;

/** Of longer titles, which are the exception, a table shows the beginning. */
const longestTitle = 60;

const mostRooms = 10;

/**
 * What an audit has found, as Markdown: coverage first, then how bad it is, what is new, a picture, the findings, and
 * what they are about. `changes` is what `fix` changes or would change, as Markdown. What finds no place is counted.
 */
export function auditMarkdown(result: AuditResult, bounds: Bounds, changes = ''): string {
  const { coverage, findings } = result;
  const brokeOff = findings.some(
    ({ rule, roomId, status }) => rule === 'DSL901' && roomId === '' && status !== 'fixed',
  );
  const parts = [
    `### ${coverageWords(coverage, brokeOff)}`,
    countsLine(result, bounds),
    ...(bounds.ofThisRun ? newsLines(result) : []),
    aboutLine(result, bounds),
    pictureOf(result, bounds),
    ...openParts(result, bounds),
    changesPart(changes, bounds),
    foldedPart('waived', result, bounds),
    ...(bounds.ofThisRun ? [foldedPart('fixed', result, bounds)] : []),
    roomsPart(findings, bounds),
    unreadPart(result, bounds),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function countsLine({ findings, coverage }: AuditResult, { ofThisRun }: Bounds): string {
  const counts = countsOf(findings);
  const none = coverage.complete ? 'No findings' : 'No findings in what was read';
  const unread = findings.filter((one) => isOpen(one) && isOfUnreadRoom(one)).length;
  const ofThem = unread === 0 ? '' : ` (${unread} of them: rooms that could not be read)`;
  return [
    `**${counts.all === 0 ? none : severityWords(counts)}**${ofThem}`,
    ...(counts.waived === 0 ? [] : [`${counts.waived} waived`]),
    ...(ofThisRun && counts.fixed > 0 ? [`${counts.fixed} fixed`] : []),
  ].join(' · ');
}

function newsLines({ baseline, findings }: AuditResult): readonly string[] {
  if (baseline === null) return [];
  const fresh = countsOf(findings.filter(({ status }) => status === 'new'));
  const since = `since the baseline of ${spokenInstant(baseline)}`;
  return [fresh.all === 0 ? `Nothing new ${since}` : `**${fresh.all} new** ${since}: ${severityWords(fresh)}`];
}

function aboutLine({ portal, generated, coverage }: AuditResult, { ofThisRun }: Bounds): string {
  const { links } = coverage;
  const read = `${links} ${links === 1 ? 'link' : 'links'} read, ${spokenInstant(generated)}`;
  return `${code(portal)}${ofThisRun ? ` · ${read}` : ''}`;
}

function pictureOf({ ends, generated, findings }: AuditResult, { ofThisRun }: Bounds): string {
  return (ofThisRun ? endsPicture(ends, generated) : '') || severityPicture(countsOf(findings));
}

/** The findings that count, a table for each severity; those that are only good to know are folded. */
function openParts(result: AuditResult, bounds: Bounds): readonly string[] {
  const marked = bounds.ofThisRun && result.baseline !== null;
  const open = newFirst(
    result.findings.filter((one) => isOpen(one) && !isOfUnreadRoom(one)),
    marked,
  );
  const rows = fitting(
    open.map((one) => findingRow(one, marked)),
    bounds,
    shares.findings,
  );
  return severities
    .map((severity) => {
      const first = open.findIndex((one) => one.severity === severity);
      const count = open.filter((one) => one.severity === severity).length;
      return { severity, count, shown: first < 0 ? [] : rows.slice(first, first + count) };
    })
    .filter(({ count }) => count > 0)
    .map(({ severity, count, shown }) => {
      const heading = `${capital(severity)} (${count})`;
      const body = tableOf(['Room', 'Link', 'Rule', 'What is wrong', 'Safe fix'], shown, count);
      return severity === 'info' ? folded(heading, body) : `#### ${heading}\n\n${body}`;
    });
}

function newFirst(findings: readonly Finding[], marked: boolean): readonly Finding[] {
  const rank = ({ severity, status }: Finding): number =>
    severities.indexOf(severity) * 2 + (marked && status !== 'new' ? 1 : 0);
  return findings.toSorted((one, other) => rank(one) - rank(other));
}

function capital(severity: Severity): string {
  return `${severity.charAt(0).toUpperCase()}${severity.slice(1)}`;
}

function findingRow(finding: Finding, marked: boolean): readonly string[] {
  const { status, message, fix } = finding;
  const mark = marked && status === 'new' ? '**New.** ' : '';
  return [
    roomCell(finding),
    linkCell(finding),
    ruleCell(finding),
    `${mark}${prose(message)}`,
    fix === '' ? '–' : prose(fix),
  ];
}

function roomCell({ roomId, roomTitle }: Finding): string {
  return roomId === '' ? 'The portal' : nameCell(roomTitle, roomId);
}

function linkCell({ linkId, linkTitle }: Finding): string {
  return linkId === '' ? '–' : nameCell(linkTitle, linkId.slice(0, 8));
}

function nameCell(title: string, id: string): string {
  return [title, id]
    .filter((text) => text !== '')
    .map((text) => code(text, longestTitle))
    .join('<br>');
}

function ruleCell({ rule, name }: Finding): string {
  return `${prose(rule)}<br>${prose(name)}`;
}

function changesPart(changes: string, { bytes }: Bounds): string {
  return Buffer.byteLength(changes) > bytes * shares.changes
    ? 'What `fix` changes does not fit here: see the log.'
    : changes;
}

/** Findings that do not count, folded. */
function foldedPart(status: 'waived' | 'fixed', { findings }: AuditResult, bounds: Bounds): string {
  const those = findings.filter((one) => one.status === status);
  if (those.length === 0) return '';
  const rows = those.map((one) => [roomCell(one), linkCell(one), ruleCell(one), one.severity, prose(one.message)]);
  const shown = fitting(rows, bounds, shares[status]);
  const what = status === 'waived' ? 'What is wrong' : 'What was wrong';
  return folded(`${those.length} ${status}`, tableOf(['Room', 'Link', 'Rule', 'Severity', what], shown, those.length));
}

/** The rooms with most of what is more than good to know, if there are several. */
function roomsPart(findings: readonly Finding[], bounds: Bounds): string {
  const grave = findings.filter(
    (one) => isOpen(one) && one.severity !== 'info' && one.roomId !== '' && !isOfUnreadRoom(one),
  );
  const rooms = [...Map.groupBy(grave, ({ roomId }) => roomId).values()];
  if (rooms.length < 2) return '';
  const rows = rooms
    .toSorted((one, other) => other.length - one.length)
    .slice(0, mostRooms)
    .map((ofRoom) => [...ofRoom.slice(0, 1).map(roomCell), String(ofRoom.length), severityWords(countsOf(ofRoom))]);
  const shown = fitting(rows, bounds, shares.rooms);
  const which = shown.length < rooms.length ? ` (${shown.length} of ${rooms.length})` : '';
  return `#### Rooms with most findings${which}\n\n${table(['Room', 'Findings', 'Severities'], shown)}`;
}

function unreadPart({ findings, baseline }: AuditResult, bounds: Bounds): string {
  const marked = bounds.ofThisRun && baseline !== null;
  const unread = newFirst(
    findings.filter((one) => isOpen(one) && isOfUnreadRoom(one)),
    marked,
  );
  if (unread.length === 0) return '';
  const rows = unread.map((one) => {
    const [room = '', , rule = '', what = ''] = findingRow(one, marked);
    return [room, rule, what];
  });
  const body = tableOf(['Room', 'Rule', 'Why'], fitting(rows, bounds, shares.unread), unread.length);
  return `#### Rooms that could not be read (${severityWords(countsOf(unread))})\n\n${body}`;
}

/** The rows that there is place for, from the first on. */
function fitting(rows: readonly (readonly string[])[], bounds: Bounds, share: number): readonly (readonly string[])[] {
  let left = bounds.bytes * share;
  const end = rows.slice(0, bounds.rows).findIndex((cells) => {
    left -= Buffer.byteLength(cells.join(' | ')) + 5;
    return left < 0;
  });
  return rows.slice(0, end < 0 ? bounds.rows : end);
}

/** A table of these rows, and of how many others there are. */
function tableOf(header: readonly string[], rows: readonly (readonly string[])[], count: number): string {
  const rest = count - rows.length;
  return [
    ...(rows.length === 0 ? [] : [table(header, rows)]),
    ...(rest === 0 ? [] : [`_… and ${rest} more: a report has them all (\`reports: audit.json\`)_`]),
  ].join('\n\n');
}

/** Blank lines around the Markdown make GitHub read it as such. */
function folded(heading: string, markdown: string): string {
  return `<details>\n<summary>${heading}</summary>\n\n${markdown}\n\n</details>`;
}
