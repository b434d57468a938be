import { roles, type Role } from '../../links/access.ts';
import { didYouMean, listedWords, simplified } from './did-you-mean.ts';
import type { Parse } from './parsed.ts';

/** An older word of DocSpace's interface for a role. */
const older = new Map([['commentator', 'commenter']]);

/** DocSpace's other values of `access` (portal.md §1.1). */
const impossible: readonly (readonly [code: number, name: string])[] = [
  [0, 'None'],
  [1, 'ReadWrite'],
  [3, 'Restrict'],
  [4, 'Varies'],
  [8, 'CustomFilter'],
  [9, 'RoomManager'],
];

/** Words that are not taken, since they are no roles, but whose meaning can be guessed. */
const guesses: readonly (readonly [word: string, name: string])[] = [
  ['edit', 'editor'],
  ['write', 'editor'],
  ['ReadWrite', 'editor'],
  ['view', 'viewer'],
  ['form filling', 'form-filler'],
];

const taken: readonly Role[] = roles;
const wordsOf = (role: Role): string[] => [role.name, role.docSpaceName, role.label];
const meanings = new Map([
  ...guesses,
  ...older,
  ...taken.flatMap((role) => [role.name, role.docSpaceName].map((word) => [word, role.name] as const)),
]);
const possible = `Possible: ${listedWords(taken.map((role) => role.name))}.`;

/**
 * The role that a link gives, as DocSpace's number: by our name, DocSpace's name, the word on its screens, or the
 * number. Case does not matter in words, nor do spaces, hyphens and underscores between letters; a number has one form.
 */
export const parseAccess: Parse<number> = (text) => {
  const word = simplified(text);
  const name = older.get(word);
  const role = taken.find(
    (one) => one.name === name || String(one.code) === text || wordsOf(one).some((other) => simplified(other) === word),
  );
  if (role !== undefined) return { value: role.code };
  const other = impossible.find(([code, otherName]) => String(code) === word || simplified(otherName) === word);
  if (other === undefined) return { wrong: `is not a role. ${possible}${didYouMean(text, meanings)}` };
  const [code, otherName] = other;
  const guess = didYouMean(otherName, new Map(guesses));
  const why = code === 0 ? 'means "no access": it would revoke the link' : 'is a role that no link can give';
  return { wrong: `(${otherName}, ${code}) ${why}. ${possible}${guess}` };
};
