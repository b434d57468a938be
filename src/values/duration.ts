import { day, second } from '../links/time.ts';
import type { Parse } from './parsed.ts';

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

/**
 * A length of time in milliseconds, no longer than `longest`, which messages call `longestText`. `bare`: the units that a
 * number without one may mean, the likelier first.
 */
export function parseDuration(
  longest: number,
  longestText: string,
  bare: readonly string[] = ['d', 'h'],
): Parse<number> {
  return (text) => {
    const [, count, unit] = durationForm.exec(text) ?? [];
    if (count === undefined || unit === undefined) {
      const isBare = /^\d+$/u.test(text);
      const what = isBare ? 'has no unit' : 'is not a duration';
      const proposal = isBare ? bareSuggestion(text, longest, bare) : durationSuggestion(text, longest);
      return { wrong: `${what}: use a number and its unit, as in ${examples}.${proposal}` };
    }
    const value = Number(count) * lengthOf(unit);
    if (value === 0) return { wrong: 'must be longer than zero.' };
    if (value > longest) return { wrong: `is too long: at most ${longestText}.` };
    return { value };
  };
}

/** Whole days, as people write them in hours. */
const hours = ['24', '36', '48', '72', '96'];

/** ` Did you mean …?` for a number without a unit; '' if no unit makes it a time within the limit. */
export function bareSuggestion(text: string, longest: number, units: readonly string[] = ['d', 'h']): string {
  const likely = hours.includes(text) && units.includes('h') ? ['h'] : units;
  const proposals = likely
    .filter((unit) => Number(text) > 0 && Number(text) * lengthOf(unit) <= longest)
    .map((unit) => `\`${Number(text)}${unit}\``);
  const [first] = proposals;
  return first === undefined ? '' : ` Did you mean ${units.includes('h') ? first : proposals.join(' or ')}?`;
}

/** A life of links, or another long time of the policy: up to 10 years, as long as the portal lets a link live. */
export const parseLifetime = parseDuration(3652 * day, '10 years');

/**
 * ` Did you mean …?` for a duration in other words, no longer than `longest`: `7 days`, `1h 30m`, `1.5 hours`, `P7D`,
 * `1M`; '' for anything else.
 */
export function durationSuggestion(text: string, longest = longestSuggestion): string {
  const [, iso = '', months] = /^\+?([pP]?)(\d{1,2})M$/u.exec(text) ?? [];
  if (months !== undefined) return monthsSuggestion(Number(months), iso !== '', longest);
  const words = text
    .slice(0, 60)
    .toLowerCase()
    .replace(/^(?:\+|p(?=\d+[wdy])|pt(?=\d))/u, '');
  const parts = Array.from(words.matchAll(part), ([, count, word]) => partOf(Number(count), word as string));
  const total = parts.reduce((sum, { count, unit }) => sum + count * lengthOf(unit), 0);
  const understood = words.replace(part, '').replace(/[\s,]+/gu, '') === '' && parts.every(({ count }) => count > 0);
  if (!understood || total === 0 || total > longest) return '';
  // In the user's own unit if there is one, else in the greatest that gives a whole number.
  const own = parts.length === 1 ? parts.map(({ unit }) => unit) : [];
  const unit = wholeUnit(total, [...own, 'd', 'h', 'm', 's']);
  return unit === undefined ? '' : ` Did you mean \`${total / lengthOf(unit)}${unit}\`?`;
}

const mostMonths = 12;

/** A capital M is a month to most who write it, unless that is too long; in ISO 8601 (`P1M`) it is nothing else. */
function monthsSuggestion(count: number, iso: boolean, longest: number): string {
  const days = 30 * count;
  if (count === 0) return '';
  if (count > mostMonths || days * day > longest) return iso ? '' : ` Did you mean \`${count}m\`?`;
  return ` Did you mean \`${days}d\`? Months have no unit here, because they differ in length; \`${count}m\` is ${count === 1 ? 'a minute' : `${count} minutes`}.`;
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
