import { severities } from '../../audit/finding.ts';
import type { Counts, LinkEnd, LinkEnds } from '../../audit/result.ts';
import { escapeForMermaid } from '../../links/text.ts';
import { day, formatMinute } from '../../links/time.ts';

/** Characters of a name that find place beside a bar, and in the margin. */
const longest = { bar: 30, section: 18 } as const;

/** What stands below the chart so that it can be read, by the days that it spans at most. Beyond, Mermaid finds ticks. */
const axes: readonly (readonly [number, string, string?])[] = [
  [2, '%a %H:%M', '6hour'],
  [16, '%m-%d', '1day'],
  [100, '%m-%d', '1week'],
  [400, '%Y-%m', '1month'],
  [Infinity, '%Y-%m'],
];

/**
 * When the live links end, as a Gantt chart that GitHub draws, from the time of the audit on, and what it does not
 * show. All times in it are UTC; the line that it has for today stands at the time of the reader. '' if none ends.
 */
export function endsPicture({ soonest, later, never }: LinkEnds, now: Date): string {
  if (soonest.length === 0) return '';
  return [
    fenced([
      ...wideMargin,
      'gantt',
      '  dateFormat YYYY-MM-DD HH:mm',
      ...axisLines(soonest, now),
      ...byRoom(soonest).flatMap((links) => sectionLines(links, now)),
    ]),
    endsCaption(soonest, later, never),
  ].join('\n\n');
}

/** How many findings there are of each severity, as a pie; '' if there are none. */
export function severityPicture(counts: Counts): string {
  const slices = severities.filter((one) => counts[one] > 0).map((one) => `  "${one}" : ${counts[one]}`);
  return slices.length === 0 ? '' : `${fenced(['pie showData', ...slices])}\n\n_Findings by severity._`;
}

/** The names of rooms stand in the margin, which else has no place for them. */
const wideMargin = ['---', 'config:', '  gantt:', '    leftPadding: 180', '---'];

function fenced(lines: readonly string[]): string {
  return ['```mermaid', ...lines, '```'].join('\n');
}

function axisLines(links: readonly LinkEnd[], now: Date): readonly string[] {
  const days = Math.max(...links.map(({ expiration }) => expiration.getTime() - now.getTime())) / day;
  const [, format = '', tick] = axes.find(([most]) => days <= most) ?? [];
  return [`  axisFormat ${format}`, ...(tick === undefined ? [] : [`  tickInterval ${tick}`, '  weekday monday'])];
}

/** The links of each room together, rooms in the order in which their first link ends. */
function byRoom(links: readonly LinkEnd[]): readonly (readonly LinkEnd[])[] {
  return [...Map.groupBy(links, ({ roomId }) => roomId).values()];
}

function sectionLines(links: readonly LinkEnd[], now: Date): readonly string[] {
  const [first] = links;
  return [...(first === undefined ? [] : [sectionLine(first)]), ...links.map((link) => `  ${barLine(link, now)}`)];
}

/** The id keeps apart rooms of one title: to Mermaid a section is its name. */
function sectionLine({ roomId, roomTitle }: LinkEnd): string {
  return `  section ${drawable(roomId, longest.bar)} “${drawable(roomTitle, longest.section)}”`;
}

/** A name begins with a quotation mark, so that none is a keyword of Mermaid or a date. */
function barLine({ shownId, linkTitle, anyone, expiration }: LinkEnd, now: Date): string {
  const name = drawable(linkTitle, longest.bar) || drawable(shownId, longest.bar);
  const end = formatMinute(new Date(Math.max(expiration.getTime(), now.getTime())));
  return `“${name}” ${end.slice(0, 10)} :${anyone ? 'crit, ' : ''}${formatMinute(now)}, ${end}`;
}

/** A text from outside as Mermaid may have it, cut at so many characters. */
function drawable(text: string, most: number): string {
  const plain = escapeForMermaid(text);
  const characters = Array.from(plain);
  return characters.length > most
    ? `${characters
        .slice(0, most - 1)
        .join('')
        .trim()}…`
    : plain;
}

function endsCaption(soonest: readonly LinkEnd[], later: number, never: number): string {
  const count = soonest.length;
  return [
    `_When links end, in UTC${later === 0 ? '' : `: the ${count} that end first`}.`,
    ...(soonest.some(({ anyone }) => anyone) ? ['Red: “Anyone with the link”.'] : []),
    ...(later === 0 ? [] : [`${later} more ${later === 1 ? 'ends' : 'end'} later.`]),
    ...(never === 0 ? [] : [`${never} ${never === 1 ? 'has' : 'have'} no end.`]),
  ]
    .join(' ')
    .concat('_');
}
