import { separated } from '../../links/separated.ts';
import { linesOf } from './lines.ts';
import type { Parse, Parsed } from './parsed.ts';
import { parseKey } from './text.ts';

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
