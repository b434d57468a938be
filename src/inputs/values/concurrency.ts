import { didYouMean } from './did-you-mean.ts';
import type { Parse } from './parsed.ts';
import { wholeNumber } from './whole-number.ts';

const most = 32;
const meanings = new Map(['auto', 'automatic', 'default', 'unlimited'].map((word) => [word, 'auto']));

/** How many requests at once: a number, or `auto`. */
export const parseConcurrency: Parse<'auto' | number> = (text) => {
  if (text.toLowerCase() === 'auto') return { value: 'auto' };
  const number = wholeNumber(1, most)(text);
  if ('value' in number) return number;
  return { wrong: `is not possible. Possible: \`auto\`, or a number from 1 to ${most}.${didYouMean(text, meanings)}` };
};
