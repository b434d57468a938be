import type { Parse } from './parsed.ts';

/**
 * A whole number within these bounds, without zeros in front: YAML of another version reads `010` as 8. `other` is what
 * can be used instead of a number: "`auto`, or ".
 */
export function wholeNumber(least: number, most: number, other = ''): Parse<number> {
  const fits = (text: string): boolean =>
    /^(?:0|[1-9]\d{0,8})$/u.test(text) && Number(text) >= least && Number(text) <= most;
  return (text) => {
    if (fits(text)) return { value: Number(text) };
    const plain = text.replace(/^0+(?=\d)/u, '');
    const meant = plain !== text && fits(plain) ? ` Did you mean \`${plain}\`?` : '';
    return { wrong: `is not valid. Use ${other}a number from ${least} to ${most}.${meant}` };
  };
}

/** How many changes there may be at most: no portal and no file of 1 MiB asks for more than 100 000. */
export const parseMaxChanges = wholeNumber(0, 100_000);
