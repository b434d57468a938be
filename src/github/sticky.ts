import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { GitHubUnavailable } from './port.ts';

/** What a comment or an issue of ours is about. */
const mark = v.object({
  /** `link`, `plan`, `audit`. */
  kind: v.string(),
  /** The one thing that it is about: see `placeOf`. */
  place: v.string(),
  /** Of a link: where it is, by the same measure; its id; its title. */
  room: v.optional(v.string()),
  link: v.optional(v.string()),
  title: v.optional(v.string()),
});
export type Mark = v.InferOutput<typeof mark>;

/**
 * A short name for a place, from the words that make it up. A hash, since portal and key need not be told to everyone
 * who can read a pull request.
 */
export function placeOf(words: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 16);
}

/** The first line of what we write on GitHub, which nobody sees there. No text in it can end it or speak to GitHub. */
export function markLine(of: Mark): string {
  const json = JSON.stringify(of).replace(/[^\w":,{}\\]/gu, (character) =>
    // By UTF-16 units, as JSON has it.
    Array.from({ length: character.length }, (_, at) => {
      const unit = character.charCodeAt(at).toString(16).padStart(4, '0');
      return `\\u${unit}`;
    }).join(''),
  );
  return `<!-- docspace-room-links ${json} -->`;
}

/** Reads the mark of a text that begins with one; null for any other text. */
export function markOf(body: string): Mark | null {
  const [, json] = /^<!-- docspace-room-links (\{.*\}) -->/u.exec(body) ?? [];
  if (json === undefined) return null;
  try {
    const parsed = v.safeParse(mark, JSON.parse(json));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** Whether GitHub shows this text already; it may have turned line breaks and cut blanks at the end. */
export function sameText(one: string, other: string): boolean {
  const plain = (text: string): string => text.replace(/\r\n/gu, '\n').trimEnd();
  return plain(one) === plain(other);
}

/** The most that GitHub takes for the body of a comment or an issue, in characters. */
export const longestBody = 65_536;

/** The text as GitHub takes it: whole lines from its end go if it is too long, and a note says so. */
export function fitted(text: string, note: string): string {
  if (text.length <= longestBody) return text;
  const end = `\n\n_${note}_`;
  const start = text.slice(0, longestBody - end.length);
  return `${start.slice(0, start.lastIndexOf('\n')).trimEnd()}${end}`;
}

/** The one that stays, and those that a race or a lost answer left besides it. */
export interface Ensured<T> {
  readonly one: T;
  readonly others: readonly T[];
  readonly created: boolean;
}

/** How often something is looked for, and made if it is not there. */
const attempts = 3;

/**
 * Makes sure that there is one, without a lock. `find` gives what is ours, the oldest first: of several, the oldest
 * stays, on which all runs agree. If the answer to a creation was lost, it is looked for before it is made again.
 */
export async function ensureOne<T>(find: () => Promise<readonly T[]>, create: () => Promise<T>): Promise<Ensured<T>> {
  let created = false;
  for (let attempt = 1; ; attempt += 1) {
    const [found, ...others] = await find();
    if (found !== undefined) return { one: found, others, created };
    try {
      const made = await create();
      created = true;
      // GitHub may list it a moment later only.
      const [one = made, ...rest] = await find();
      return { one, others: rest, created };
    } catch (error) {
      if (!(error instanceof GitHubUnavailable) || attempt === attempts) throw error;
      created = true;
    }
  }
}
