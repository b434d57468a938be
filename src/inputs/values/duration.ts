import type { Parse } from './parsed.ts';

const second = 1000;
const day = 86_400 * second;

const units: Readonly<Record<string, number>> = {
  s: second,
  m: 60 * second,
  h: 3600 * second,
  d: day,
  w: 7 * day,
};

/** The words for units that people write, and the unit that each is; months and years have none of their own. */
const spoken: readonly (readonly [words: RegExp, unit: string, times: number])[] = [
  [/^s(ec(ond)?s?)?$/u, 's', 1],
  [/^m(in(ute)?s?)?$/u, 'm', 1],
  [/^h((ou)?rs?)?$/u, 'h', 1],
  [/^d(ays?)?$/u, 'd', 1],
  [/^w(k|eek)?s?$/u, 'w', 1],
  [/^mo(n|nth)?s?$/u, 'd', 30],
  [/^y(r|ear)?s?$/u, 'd', 365],
];

/** The units, by example. */
const examples = '`45s`, `90m`, `12h`, `7d`, `2w`';

/** Written by users, and in our own texts, as `7d`. */
export const durationForm = /^(\d+)([smhdw])$/u;

/** A length of time in milliseconds, no longer than `longest`, which is told as `longestText`. */
export function parseDuration(longest: number, longestText: string): Parse<number> {
  return (text) => {
    const [, count, unit] = durationForm.exec(text) ?? [];
    if (count === undefined || unit === undefined) {
      const what = /^\d+$/u.test(text) ? 'has no unit' : 'is not a duration';
      return { wrong: `${what}: a number and its unit are expected, like ${examples}.${durationSuggestion(text)}` };
    }
    const value = Number(count) * lengthOf(unit);
    if (value === 0) return { wrong: 'is no time at all: a duration is longer than zero.' };
    if (value > longest) return { wrong: `is too long: at most ${longestText}.` };
    return { value };
  };
}

/** A length of time in whole seconds as users write it, in the greatest unit up to days that fits: `30d`, `36h`. */
export function durationText(milliseconds: number): string {
  const unit = wholeUnit(milliseconds, ['d', 'h', 'm']) ?? 's';
  return `${milliseconds / lengthOf(unit)}${unit}`;
}

/** ` Did you mean …?` for a duration in other words: `7 days`, `1h 30m`, `1.5 hours`, `P7D`; '' for anything else. */
export function durationSuggestion(text: string): string {
  const words = text
    .slice(0, 60)
    .toLowerCase()
    .replace(/^(?:\+|p(?=\d+[wd])|pt(?=\d))/u, '');
  const parts = Array.from(words.matchAll(part), ([, count, word]) => partOf(Number(count), word as string));
  const total = parts.reduce((sum, { count, unit }) => sum + count * lengthOf(unit), 0);
  const understood = words.replace(part, '').replace(/[\s,]+/gu, '') === '' && parts.every(({ count }) => count > 0);
  if (!understood || total === 0 || total > longestSuggestion) return '';
  // In the user's own unit if there is one, else in the greatest that gives a whole number.
  const own = parts.length === 1 ? parts.map(({ unit }) => unit) : [];
  const unit = wholeUnit(total, [...own, 'd', 'h', 'm', 's']);
  return unit === undefined ? '' : ` Did you mean \`${total / lengthOf(unit)}${unit}\`?`;
}

const part = /(\d+(?:\.\d+)?)\s*([a-z]+)/gu;
const longestSuggestion = 3650 * day;

function partOf(count: number, word: string): { readonly count: number; readonly unit: string } {
  const [, unit, times] = spoken.find(([form]) => form.test(word)) ?? [null, 's', 0];
  return { count: count * times, unit };
}

/** The first of these units in which the length is a whole number. */
function wholeUnit(milliseconds: number, among: readonly string[]): string | undefined {
  return among.find((one) => Number.isInteger(milliseconds / lengthOf(one)));
}

function lengthOf(unit: string): number {
  return units[unit] as number;
}
