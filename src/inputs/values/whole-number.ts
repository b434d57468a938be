import type { Parse } from './parsed.ts';

/** A whole number within these bounds. */
export function wholeNumber(least: number, most: number): Parse<number> {
  return (text) => {
    const value = /^\d{1,9}$/u.test(text) ? Number(text) : NaN;
    return value >= least && value <= most
      ? { value }
      : { wrong: `is not possible. Possible: a number from ${least} to ${most}.` };
  };
}

/** How many changes there may be at most: no portal and no file of 1 MiB asks for more than 100 000. */
export const parseMaxChanges = wholeNumber(0, 100_000);
