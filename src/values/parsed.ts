import { closestMatch } from 'leven';

/** The value that a text means; `note` is told in the debug log. */
export interface Understood<T> {
  readonly value: T;
  readonly note?: string;
}

/** Why a text means no value. */
export interface Misunderstood {
  /** The rest of a sentence whose subject is the input and its value: "is not a role. Possible: …". */
  readonly wrong: string;
  /** The value may hold a secret, and is not to be told. */
  readonly unseen?: true;
}

/** Why a part of a text means nothing, and what the rest of it means. */
interface PartlyUnderstood<T> extends Misunderstood {
  readonly rest: T;
}

/** What a text means, or why it means nothing. */
export type Parsed<T> = Understood<T> | Misunderstood | PartlyUnderstood<T>;

/** The same, with the value turned into another; why it is not understood stays. */
export function mapped<T, U>(parsed: Parsed<T>, turn: (value: T) => U): Parsed<U> {
  if ('rest' in parsed) return { ...parsed, rest: turn(parsed.rest) };
  return 'wrong' in parsed ? parsed : { ...parsed, value: turn(parsed.value) };
}

/** Reads the value out of a text; pure, and never throws. */
export type Parse<T> = (text: string) => Parsed<T>;

/** Longer texts are no slips of the pen. */
const longest = 40;

/**
 * The word without what is forgiven in words: case, spaces around it, and spaces, hyphens and underscores between its
 * letters. A number stays as it is, with its sign.
 */
export function simplified(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/(?<=\p{L})[\s_-]+(?=\p{L})/gu, '');
}

/**
 * ` Did you mean …?`, if the text resembles one of the words; '' if none. `meanings` says for each word what is to be
 * written for it.
 */
export function didYouMean(text: string, meanings: ReadonlyMap<string, string>): string {
  const word = simplified(text.replace(/^[-*\s]+/u, '')).slice(0, longest);
  const known = new Map(Array.from(meanings, ([one, meaning]) => [simplified(one), meaning]));
  const meaning = known.get(word) ?? known.get(resembling(word, [...known.keys()]) ?? '');
  return meaning === undefined ? '' : ` Did you mean \`${meaning}\`?`;
}

/**
 * A word that begins alike, or has few letters wrong: two, as when they changed places, or every third. Words of one
 * or two letters resemble none.
 */
function resembling(word: string, words: readonly string[]): string | undefined {
  const long = words.filter((one) => one.length > 2);
  if (word.length < 3) return undefined;
  return (
    long.find((one) => one.startsWith(word) || word.startsWith(one)) ??
    closestMatch(word, long, { maxDistance: word.length === 3 ? 1 : Math.max(2, Math.floor(word.length / 3)) })
  );
}

/** Words of which one is to be used: `a`, `b` or `c`. */
export function alternatives(words: readonly string[]): string {
  return [listedWords(words.slice(0, -1)), listedWords(words.slice(-1))].filter((part) => part !== '').join(' or ');
}

/** Words as an enumeration in a sentence: `a`, `b`. */
export function listedWords(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(', ');
}

/** One of these words, in any case. `others` are words that are not taken, but for which one of these is proposed. */
export function oneOf<const T extends string>(
  words: readonly T[],
  others: Readonly<Record<string, NoInfer<T>>> = {},
): Parse<T> {
  return (text) => {
    const value = words.find((word) => simplified(word) === simplified(text));
    if (value !== undefined) return { value };
    const meanings = new Map<string, string>([
      ...words.map((word) => [word, word] as const),
      ...Object.entries(others),
    ]);
    return { wrong: `is not valid. Use ${alternatives(words)}.${didYouMean(text, meanings)}` };
  };
}

const truth = oneOf(['true', 'false'], {
  yes: 'true',
  y: 'true',
  on: 'true',
  '1': 'true',
  enabled: 'true',
  no: 'false',
  n: 'false',
  off: 'false',
  '0': 'false',
  disabled: 'false',
});

/** `true` or `false`, in any case. */
export const parseBoolean: Parse<boolean> = (text) => mapped(truth(text), (value) => value === 'true');

/**
 * A whole number within these bounds, without zeros in front: YAML of another version reads `010` as 8. `other` is what
 * can be used instead of a number: "`auto`, or ".
 */
export function wholeNumber(least: number, most: number, other = ''): Parse<number> {
  const fits = (text: string): boolean =>
    /^(?:0|[1-9]\d{0,8})$/u.test(text) && Number(text) >= least && Number(text) <= most;
  return (text) => {
    if (fits(text)) return { value: Number(text) };
    const plain = text.replace(/^0+(?=\d)/u, '');
    const meant = plain !== text && fits(plain) ? ` Did you mean \`${plain}\`?` : '';
    return { wrong: `is not valid. Use ${other}a number from ${least} to ${most}.${meant}` };
  };
}

/** How many changes there may be at most: no portal and no file of 1 MiB asks for more than 100 000. */
export const parseMaxChanges = wholeNumber(0, 100_000);
