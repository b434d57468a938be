import { didYouMean } from './did-you-mean.ts';
import type { Parse } from './parsed.ts';

/** Words that mean `unlimited`. */
const endless = new Map(['unlimited', 'none', 'infinite', 'never', 'any', '0'].map((word) => [word, 'unlimited']));

/** How many people may join by an invitation: a number, or null for `unlimited`. */
export const parseMaxUses: Parse<number | null> = (text) => {
  if (text.toLowerCase() === 'unlimited') return { value: null };
  const value = /^\d+$/u.test(text) ? Number(text) : 0;
  if (value >= 1 && value <= 1000) return { value };
  return { wrong: `is not possible. Possible: 1 to 1000, or \`unlimited\`.${didYouMean(text, endless)}` };
};
