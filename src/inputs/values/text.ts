import type { Parse } from './parsed.ts';

/** Lengths as the portal counts them: in UTF-16 units (portal.md §1). */
const longestTitle = 255;
/** Leaves room for `<owner/repo>: ` in front, in the default title. */
const longestKey = 100;

const unfit = /\p{Cc}|\p{Cs}|[\u2028\u2029]/u;

/** Title of a link. */
export const parseTitle: Parse<string> = (text) => {
  const value = text.trim();
  if (value === '') return { wrong: 'is blank.' };
  if (unfit.test(value)) return { wrong: 'holds a line break or a control character.' };
  if (value.length > longestTitle) return { wrong: `is too long: ${value.length} of ${longestTitle} characters.` };
  return { value };
};

/** Name of a link in this repository, in Unicode NFC. */
export const parseKey: Parse<string> = (text) => {
  const value = text.normalize('NFC');
  if (value.trim() === '') return { wrong: 'is blank.' };
  if (value !== value.trim()) return { wrong: 'has a blank at its beginning or end.' };
  if (unfit.test(value)) return { wrong: 'holds a line break or a control character: a key is one line.' };
  if (value.length > longestKey) return { wrong: `is too long: ${value.length} of ${longestKey} characters.` };
  return { value };
};
