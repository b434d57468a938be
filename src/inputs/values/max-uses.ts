import { didYouMean } from './did-you-mean.ts';
import type { Parse } from './parsed.ts';
import { wholeNumber } from './whole-number.ts';

const parseNumber = wholeNumber(1, 1000, '`unlimited`, or ');

/** Words that mean `unlimited`. */
const endless = new Map(['unlimited', 'none', 'infinite', 'never', 'any', '0'].map((word) => [word, 'unlimited']));

/** How many people may join by an invitation: a number, or null for `unlimited`. */
export const parseMaxUses: Parse<number | null> = (text) => {
  if (text.toLowerCase() === 'unlimited') return { value: null };
  const number = parseNumber(text);
  return 'value' in number ? number : { wrong: `${number.wrong}${didYouMean(text, endless)}` };
};
