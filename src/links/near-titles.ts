import { problem, type Problem } from './problem.ts';
import type { Room, RoomArea } from './room.ts';
import { quoted, stripInvisible } from './text.ts';

/** A room whose title is nearly the one that was asked for, or exactly that, but not among the active rooms. */
export interface NearRoom {
  readonly id: string;
  readonly title: string;
  /** How it differs: `other case, in the Archive`. */
  readonly how: string;
}

/** How an action names a room: the input or field for its title, and the one for its id. */
export interface RoomNaming {
  readonly title: string;
  readonly id: string;
}

/** The naming of the actions that work in one room. */
export const oneRoom: RoomNaming = { title: 'room-title', id: 'room-id' };

/** No message needs more of them. */
const mostNear = 5;

type Named = Pick<Room, 'id' | 'title'> & { readonly area?: RoomArea };

/**
 * The rooms whose titles a user may have meant by this one, the nearest first, then by id; at most five. Near is what
 * differs only in case, in spaces and invisible characters, in quotes around it, in the characters that DocSpace replaces
 * by `_`, or in few letters; and the room whose id it is.
 */
export function nearRooms(title: string, rooms: readonly Named[]): readonly NearRoom[] {
  return rooms
    .map((room) => ({ room, difference: isIdOf(title, room) ?? differenceOf(title, room.title) }))
    .flatMap(({ room, difference }) => (difference === null ? [] : [{ room, ...difference }]))
    .toSorted(
      (one, other) => one.rank - other.rank || one.room.id.localeCompare(other.room.id, 'en', { numeric: true }),
    )
    .slice(0, mostNear)
    .map(({ room: { id, title: near, area }, how }) => ({
      id,
      title: near,
      how: [how, area === undefined ? '' : areaWords[area]].filter((words) => words !== '').join(', '),
    }));
}

/** Near rooms for a sentence: `"partners" (201, other case)`; '' for none. */
export function listedNear(near: readonly NearRoom[]): string {
  return near
    .map(({ id, title, how }) => `${quoted(title)} (${[id, how].filter((one) => one !== '').join(', ')})`)
    .join('; ');
}

/** The problem of a title that no active room has; `rooms` are those that were read, the archived ones too. */
export function titleProblem(title: string, rooms: readonly Named[], naming: RoomNaming): Problem {
  const near = nearRooms(title, rooms);
  // On screen it may look like the title of a room that it is not.
  const unseen = stripInvisible(title) === title ? '' : ' (with spaces or characters that do not show here)';
  const message = `No active room that this key can see has the title ${quoted(title)}${unseen}.`;
  if (near.length === 0) {
    return problem(
      'room-not-found',
      message,
      `Titles are compared exactly, case included. DocSpace stores \`:\`, \`|\`, \`<\`, \`>\` and \`"\` in a title as \`_\`. Check \`${naming.title}\`, and whether the user who owns the API key is a member of the room. Or name the room by its id in \`${naming.id}\`.`,
    );
  }
  const archived = near.some(({ how }) => how.includes(areaWords.archived))
    ? ' Restore an archived room in DocSpace first.'
    : '';
  return problem(
    'room-not-found',
    `${message} Near titles: ${listedNear(near)}.`,
    `Titles are compared exactly. Correct \`${naming.title}\`, or name the room by its id in \`${naming.id}\`.${archived}`,
  );
}

const areaWords: Readonly<Record<RoomArea, string>> = {
  active: '',
  archived: 'in the Archive',
  template: 'a template',
  agents: 'an AI agent',
};

interface Step {
  readonly how: string;
  readonly fold: (text: string) => string;
}

/** What is forgiven, the smallest first, and what the difference is called. */
const steps: readonly Step[] = [
  { how: '', fold: (text) => text.normalize('NFC') },
  { how: 'invisible characters', fold: (text) => text.replace(/\p{Cf}/gu, '') },
  { how: 'other spaces around it', fold: (text) => text.trim() },
  { how: 'no-break spaces', fold: (text) => text.replace(/[\u00a0\u2007\u202f]/gu, ' ') },
  { how: 'other spaces', fold: (text) => text.replace(/[\s\u0085]+/gu, ' ') },
  { how: 'other case', fold: (text) => text.toLowerCase() },
  { how: 'no quotes', fold: (text) => text.replace(/^["'`“”„«»](.+)["'`“”«»]$/su, '$1') },
  // As the portal cleans titles: portal.md G1.
  {
    how: '`_` for other characters',
    fold: (text) => text.replace(/[:|<>"]/gu, '_').replace(/\p{Cs}|[^\0-\uffff]/gu, '__'),
  },
];

function folded(text: string, by: readonly Step[]): string {
  return by.reduce((rest, { fold }) => fold(rest), text);
}

function isIdOf(asked: string, { id }: Named): { readonly rank: number; readonly how: string } | null {
  return asked.trim() === id ? { rank: 0, how: 'this is its id' } : null;
}

function differenceOf(asked: string, title: string): { readonly rank: number; readonly how: string } | null {
  const equalBy = (by: readonly Step[]): boolean => folded(asked, by) === folded(title, by);
  const rank = steps.findIndex((_, index) => equalBy(steps.slice(0, index + 1)));
  if (rank === -1) {
    return isSlip(folded(asked, steps), folded(title, steps)) ? { rank: steps.length, how: 'similar' } : null;
  }
  const probed = steps.slice(0, rank + 1);
  // A difference is one that matters: without its step the texts are not equal.
  const needed = probed.filter((step) => step.how !== '' && !equalBy(probed.filter((other) => other !== step)));
  return { rank, how: needed.map(({ how }) => how).join(', ') };
}

/** Whether few letters differ: one, or every sixth, three at most. Titles of one or two letters resemble none. */
function isSlip(one: string, other: string): boolean {
  const longest = Math.max(one.length, other.length);
  const most = Math.min(3, Math.max(1, Math.floor(longest / 6)));
  return Math.min(one.length, other.length) > 2 && distance(one, other, most) <= most;
}

/** How many letters are to be put in, left out, changed or swapped with the next; more than `most` is not counted out. */
function distance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      const ways = [at(row, j) + 1, at(next, j - 1) + 1, at(row, j - 1) + (same ? 0 : 1)];
      next.push(Math.min(...ways, ...(swapped ? [at(before, j - 2) + 1] : [])));
    }
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  return at(row, other.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] as number;
}
