import type { Finding } from '../../audit/finding.ts';
import { namedIn, type RoomLinks } from '../../audit/room-links.ts';
import { code, prose, table } from '../markdown.ts';

/** What a table about an audit has place for. */
export interface Place {
  readonly rows: number;
  /** Of all rows together, as UTF-8. */
  readonly bytes: number;
}

/** Where what is cut is to be found. */
export const whereAll = 'a report has them all (`reports: audit.json`)';

/** Cells of a row; they are Markdown already. */
export type Row = readonly string[];

/** Of longer titles, which are the exception, a table shows the beginning. */
export const longestTitle = 60;

/** The room of a finding: its title, and its id. */
export function roomCell({ roomId, roomTitle }: Finding): string {
  return roomId === '' && roomTitle === '' ? 'The portal' : nameCell(roomTitle, roomId);
}

/**
 * The link of a finding: its title, its id, and the key of a managed link where the title does not show it. The id is
 * whole where texts stand for long; else the beginning that no other link of the room has. Waivers can name it by each.
 */
export function linkCell(finding: Finding, roomLinks: RoomLinks, wholeIds: boolean): string {
  const { linkId, linkTitle } = finding;
  if (linkId === '') return '–';
  const { id, key } = namedIn(roomLinks, finding);
  return `${nameCell(linkTitle, wholeIds ? linkId : id)}${key === null ? '' : `<br>${code(`key:${key}`, longestTitle)}`}`;
}

function nameCell(title: string, id: string): string {
  return [title, id]
    .filter((text) => text !== '')
    .map((text) => code(text, longestTitle))
    .join('<br>');
}

/** The rule of a finding, by id and name. */
export function ruleCell({ rule, name }: Finding): string {
  return `${prose(rule)}<br>${prose(name)}`;
}

/** What is wrong; `marked` says so of what is new. */
export function messageCell({ status, message }: Finding, marked: boolean): string {
  return `${marked && status === 'new' ? '**New.** ' : ''}${prose(message)}`;
}

/** The rows of the first of these, as many as there is place for. */
export function fitting<T>(all: readonly T[], toRow: (one: T) => Row, { rows, bytes }: Place): readonly Row[] {
  const first = all.slice(0, rows).map(toRow);
  let left = bytes;
  const end = first.findIndex((cells) => {
    left -= Buffer.byteLength(`| ${cells.join(' | ')} |\n`);
    return left < 0;
  });
  return end < 0 ? first : first.slice(0, end);
}

/** A table of these rows, and how many of the `count` are not among them. */
export function tableOf(header: Row, rows: readonly Row[], count: number): string {
  const rest = count - rows.length;
  return [
    ...(rows.length === 0 ? [] : [table(header, rows)]),
    ...(rest === 0 ? [] : [`_… and ${rest} more: ${whereAll}_`]),
  ].join('\n\n');
}

/** Markdown that is shown only on demand. Without the blank lines GitHub would not read it as Markdown. */
export function folded(heading: string, markdown: string): string {
  return `<details>\n<summary>${heading}</summary>\n\n${markdown}\n\n</details>`;
}
