import type { Parse } from '../inputs/values/parsed.ts';

const longest = 200;
const longestTitle = 255;

/** How many ways there may be to lay an expression over the longest title: some seconds of work at the very worst. */
const mostWays = 1e9;

/**
 * A regular expression that titles have to match somewhere. Refused is what could keep a run busy for ever on a title
 * that somebody else chooses: a repeated group with a repetition or alternatives in it, references back, and too many
 * repetitions in a row.
 */
export const parseTitlePattern: Parse<RegExp> = (text) => {
  if (text === '') return { wrong: 'is blank.' };
  if (text.length > longest) return { wrong: `is too long: ${text.length} of ${longest} characters.` };
  let value: RegExp;
  try {
    value = new RegExp(text, 'u');
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/^[^]*: /u, '') : 'it cannot be read';
    return { wrong: `is not a regular expression of JavaScript: ${why}.` };
  }
  const danger = dangerOf(text);
  return danger === null ? { value } : { wrong: `${danger}, which can take for ever on some titles.` };
};

/** One piece of an expression: an escape, a class, the opening of a group, a repetition, or any other character. */
const piece =
  /\\(?:k<[^>]*>|[^])|\[(?:\\[^]|[^\]\\])*\]|\((?:\?(?:<[=!]|<[^>]*>|[=!:]))?|[*+?]\??|\{\d+(?:,\d*)?\}\??|[^]/gu;

/** A group that is being read: whether the same text can fit it in several ways. */
interface Group {
  varies: boolean;
}

/** Why a valid expression may take too long; null if it does not. */
function dangerOf(text: string): string | null {
  const groups: Group[] = [{ varies: false }];
  let closed: Group | null = null;
  let unbounded = 0;
  let ways = 1;
  for (const [token] of text.matchAll(piece)) {
    const here = groups.at(-1) as Group; // a valid expression closes only what it opened
    if (/^\\(?:k<|[1-9])/u.test(token)) return 'refers back to a group, as in `(a)\\1`';
    const count = lengthsOf(token);
    if (count !== null && closed?.varies === true && !token.startsWith('?')) {
      return 'repeats a group that holds a repetition or alternatives, as in `(a+-?)+`';
    }
    if (token === '|' || (count !== null && count > 1)) here.varies = true;
    if (count !== null) {
      if (count === longestTitle) unbounded++;
      // Repetitions without limit share the title: so many of them divide it in fewer ways.
      ways *= count === longestTitle ? count / unbounded : count;
    }
    closed = null;
    if (token.startsWith('(')) groups.push({ varies: false });
    if (token === ')') {
      closed = groups.pop() as Group;
      if (closed.varies) (groups.at(-1) as Group).varies = true;
    }
  }
  return ways > mostWays ? 'has too many repetitions (`*`, `+`, `?`, `{…}`)' : null;
}

/** Between how many lengths a repetition lets choose; null if the piece is none. */
function lengthsOf(token: string): number | null {
  if (/^[*+]\??$/u.test(token)) return longestTitle;
  if (/^\?\??$/u.test(token)) return 2;
  const [, least, comma, most = ''] = /^\{(\d+)(,(\d*))?\}\??$/u.exec(token)?.map((part) => part) ?? [];
  if (least === undefined) return null;
  if (comma === undefined) return 1;
  return most === '' ? longestTitle : Math.min(Number(most) - Number(least) + 1, longestTitle);
}
