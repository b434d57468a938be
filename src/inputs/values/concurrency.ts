import { didYouMean } from './did-you-mean.ts';
import type { Parse } from './parsed.ts';
import { wholeNumber } from './whole-number.ts';

const most = 32;
const parseNumber = wholeNumber(1, most, '`auto`, or ');
const meanings = new Map(['auto', 'automatic', 'default', 'unlimited'].map((word) => [word, 'auto']));

/** How many requests at once: a number, or `auto`. */
export const parseConcurrency: Parse<'auto' | number> = (text) => {
  if (text.toLowerCase() === 'auto') return { value: 'auto' };
  const number = parseNumber(text);
  return 'value' in number ? number : { wrong: `${number.wrong}${didYouMean(text, meanings)}` };
};
