import { separated } from '../links/separated.ts';
import { jsonKind, linesOf, listOf } from './lists.ts';
import { mapped, type Misunderstood, type Parse, type Parsed } from './parsed.ts';
import { hiddenCharacter, holdsAddress, notPlain, pastedSecret } from './pasted.ts';

/** Id of a link as the portal writes it. */
export const guidForm = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** Id of a link: a GUID with hyphens, in any case, given in lower case. The portal takes no other form. */
export const parseGuid: Parse<string> = (text) => {
  const value = text.toLowerCase();
  if (/^[0-]+$/u.test(value) && guidForm.test(value)) {
    return { wrong: 'stands for a link that is yet to be made. To make one, use `key`.' };
  }
  if (guidForm.test(value)) return { value };
  if (holdsAddress(text)) {
    return {
      wrong:
        'is a URL, which does not hold the id of the link. Use the id: the output `links` of the action `list` names it.',
      unseen: true,
    };
  }
  const invisible = hiddenCharacter(text);
  if (invisible !== null) return { wrong: `${invisible.wrong}${suggestion(value.replace(/[^\da-f-]/gu, ''))}` };
  return {
    wrong: `is not the id of a link, like \`6f1c0e9a-3b52-4d41-9c2e-0a1b2c3d4e5f\`: the output \`links\` names the ids.${suggestion(value)}`,
  };
};

/** The same digits in the right form, out of braces or without hyphens. */
function suggestion(text: string): string {
  const [, ...parts] =
    /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/u.exec(
      text.replace(/^urn:uuid:|[-{}()\s"']/gu, ''),
    ) ?? [];
  return parts.length === 0 ? '' : ` Did you mean \`${parts.join('-')}\`?`;
}

/** Length of a title as the portal counts it: in UTF-16 units (portal.md §1). */
export const longestTitle = 255;
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

/**
 * A line of a list of keys, as it is written (in Unicode NFC): a branch name may hold commas, so only where the links of
 * the room are known is it known whether commas separate keys. Every key that it can name is fit to be one.
 */
const parseLine: Parse<readonly string[]> = (line) => {
  const values = separated(line);
  if (values === null) {
    return { wrong: 'has a double quote that does not end its value. Quotes stand around a whole key: `"a, b"`.' };
  }
  if (values.some(({ text, inQuotes }) => !inQuotes && text.includes(';'))) {
    return {
      wrong:
        'holds `;`, which separates nothing here. Use commas, or write one key per line; a key that holds `;` itself needs double quotes.',
    };
  }
  const wrong = values.map(({ text }): Parsed<string> => parseKey(text)).find((one) => 'wrong' in one);
  return wrong ?? { value: values.length === 0 ? [] : [line.normalize('NFC')] };
};

/**
 * Keys: one per line, or separated by commas; at least one. A list of keys to keep that holds only commas or comments
 * would keep nothing.
 */
export const parseKeys: Parse<readonly string[]> = linesOf(parseLine, { least: 'a link' });

/** GitHub allows no longer label, and none with a comma in it. */
const longest = 50;

/** Labels of GitHub, each once: case makes no difference to GitHub. */
export const parseLabels: Parse<readonly string[]> = (text) =>
  mapped(listOf(parseLabel)(text), (labels) => [
    ...new Map(labels.map((label) => [label.toLowerCase(), label])).values(),
  ]);

const parseLabel: Parse<string> = (label) => {
  if (label.includes(',')) return { wrong: 'is a label with a comma, which GitHub does not allow.' };
  if (/\p{Cc}/u.test(label)) return { wrong: 'holds a control character.' };
  const secret = pastedSecret(label);
  if (secret !== null) return { wrong: `contains ${secret}. Everyone who sees the issue could use it.`, unseen: true };
  const { length } = Array.from(label);
  if (length === 0 || length > longest) return { wrong: `has ${length} characters: GitHub allows 1 to ${longest}.` };
  return { value: label };
};
