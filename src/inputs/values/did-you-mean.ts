import { closestMatch } from 'leven';

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
