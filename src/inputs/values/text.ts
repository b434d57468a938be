import { guidForm } from './guid.ts';
import { jsonKind } from './notation.ts';
import type { Misunderstood, Parse } from './parsed.ts';
import { holdsAddress, pastedSecret } from './pasted.ts';
import { notPlain } from './written.ts';

/** Length of a title as the portal counts it: in UTF-16 units (portal.md §1). */
const longestTitle = 255;
/** Twice what GitHub takes for a branch, so that a word fits beside the branch. Titles are cut, identities are not. */
export const longestKey = 512;

const unfit = /\p{Cc}|\p{Cs}|[\u2028\u2029]/u;

/** Title of a link. Everyone who sees the link reads it, so it holds no secret. */
export const parseTitle: Parse<string> = (text) => {
  const value = text.trim();
  if (value === '') return { wrong: 'is empty or holds spaces only.' };
  const secret = pastedSecret(value);
  if (secret !== null)
    return { wrong: `contains ${secret}, which everyone who sees the title could use.`, unseen: true };
  if (unfit.test(value)) return { wrong: 'holds a line break or a control character.' };
  if (value.length > longestTitle) return { wrong: `is too long: ${value.length} of ${longestTitle} characters.` };
  return { value };
};

/** Name of a link in this repository, in Unicode NFC: any text of one line that is not plainly something else. */
export const parseKey: Parse<string> = (text) => {
  const value = text.normalize('NFC');
  if (value.trim() === '') return { wrong: 'is empty or holds spaces only.' };
  const other = somethingElse(value);
  if (other !== null) return other;
  if (value !== value.trim()) return { wrong: 'has a space at its beginning or end.' };
  if (unfit.test(value)) return { wrong: 'holds a line break or a control character: a key is one line.' };
  if (value.length > longestKey) return { wrong: `is too long: ${value.length} of ${longestKey} characters.` };
  return { value };
};

/** What a text is, if it is not the name of a link. */
function somethingElse(text: string): Misunderstood | null {
  if (holdsAddress(text)) {
    return {
      wrong:
        'is a URL, and a key is a name of your choice, like `default` or `pr-58`. To name a link that exists, use its id in `link-id`.',
      unseen: true,
    };
  }
  if (pastedSecret(text) !== null) return { wrong: 'contains an API key or a token. A key is a name.', unseen: true };
  if (guidForm.test(text.trim().toLowerCase())) {
    return { wrong: 'is the id of a link, and a key is a name of your choice. Use `link-id` for ids.' };
  }
  const json = jsonKind(text.trim());
  if (json !== null) return { wrong: `is ${json}. Write the key alone, without brackets and quotes.` };
  if (/^-\s/u.test(text)) return { wrong: 'begins with a dash, as in a YAML list. Write the key alone.' };
  return notPlain(text, () => true);
}
