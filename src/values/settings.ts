import { type Role, roles } from '../links/access.ts';
import type { DesiredPassword } from '../links/desired.ts';
import { Secret } from '../links/secret.ts';
import { didYouMean, listedWords, oneOf, type Parse, simplified, wholeNumber } from './parsed.ts';

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

const parseNumber = wholeNumber(1, 1000, '`unlimited`, or ');

/** Words that mean `unlimited`. */
const endless = new Map(['unlimited', 'none', 'infinite', 'never', 'any', '0'].map((word) => [word, 'unlimited']));

/** How many people may join by an invitation: a number, or null for `unlimited`. */
export const parseMaxUses: Parse<number | null> = (text) => {
  if (text.toLowerCase() === 'unlimited') return { value: null };
  const number = parseNumber(text);
  return 'value' in number ? number : { wrong: `${number.wrong}${didYouMean(text, endless)}` };
};

const words = ['keep', 'none', 'generate'] as const;

/** The word, if the text is one and not a password; in any case, since nobody means "Generate" as a password. */
export function passwordWord(text: string): (typeof words)[number] | undefined {
  return words.find((word) => word === text.trim().toLowerCase());
}

/**
 * What becomes of the password. Spaces are never cut: a password of spaces would be none at all for the portal
 * (portal.md §1.3). The length is that of the portal's policy; the rest of the policy only the portal knows.
 */
export const parsePassword: Parse<DesiredPassword> = (text) => {
  const kind = passwordWord(text);
  if (kind !== undefined) return { value: { kind } };
  if (text.trim() === '') {
    return {
      wrong: 'is empty or holds spaces only. Use a password, or `none` for a link without one, or leave the input out.',
    };
  }
  if (!/^[\x21-\x7e]{8,30}$/u.test(text)) {
    return {
      wrong:
        'does not fit: 8 to 30 characters, letters A to Z, digits and signs of ASCII, no spaces; or `keep`, `none`, `generate`.',
    };
  }
  return { value: { kind: 'given', password: new Secret(text) } };
};

/** Which links are meant where several types are possible. */
export const parseLinkTypes = oneOf(['all', 'external', 'invitation'], { invite: 'invitation', share: 'external' });
