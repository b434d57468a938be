import type { Expiration } from '../links/desired.ts';
import { day, isoInstant, wholeSeconds } from '../links/time.ts';
import { bareSuggestion, durationForm, durationSuggestion, parseDuration } from './duration.ts';
import { didYouMean, mapped, type Parse, type Parsed } from './parsed.ts';

const forms =
  'a duration from now (`12h`, `7d`, `2w`), an instant (`2027-01-31T18:00:00Z`), a date (`2027-01-31`, the end of that day in UTC), or `never`';

const instantForm = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)$/u;
const dateForm = /^\d{4}-\d\d-\d\d$/u;
/** Dates and times as people write them, year first: other orders are ambiguous. */
const looseForm =
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s]+(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*(Z|UTC|GMT|[+-]\d\d:?(?:\d\d)?)?)?$/u;

/** Ten years in days: a longer number of them is no slip. */
const longestBare = 3650 * day;

/** Words that mean `never`, which has to be written out. */
const endless = new Map(
  ['never', 'none', 'no', 'false', 'unlimited', 'infinite', 'forever', 'permanent', '0'].map((word) => [word, 'never']),
);

/** When a link expires. A date means the end of that day in UTC; instants are whole seconds. */
export function parseExpiration(now: Date): Parse<Expiration> {
  const latest = tenYearsAfter(now);
  const longest = latest.getTime() - now.getTime();
  return (text) => {
    const plain = text.toUpperCase();
    if (plain === 'NEVER') return { value: { kind: 'never' } };
    if (durationForm.test(text)) {
      return mapped(parseDuration(longest, '10 years')(text), (milliseconds) => ({ kind: 'duration', milliseconds }));
    }
    const parsed = instantOf(plain);
    if (parsed === null) return { wrong: unreadable(text) };
    if ('wrong' in parsed) return parsed;
    const at = parsed.value;
    if (at <= now) return { wrong: `has passed: it is ${isoInstant(wholeSeconds(now))} now.` };
    if (at > latest) return { wrong: `is too late: at most 10 years from now, ${isoInstant(wholeSeconds(latest))}.` };
    return { value: { kind: 'instant', at } };
  };
}

/** The portal's own limit (portal.md §1.2); from 29 February to 28 February, as its `AddYears` counts. */
function tenYearsAfter(now: Date): Date {
  const later = new Date(now);
  later.setUTCFullYear(now.getUTCFullYear() + 10);
  if (later.getUTCDate() !== now.getUTCDate()) later.setUTCDate(0);
  return later;
}

/** The instant that a text in the right form means; null if it is in no such form. */
export function instantOf(text: string): Parsed<Date> | null {
  const match = instantForm.exec(dateForm.test(text) ? `${text}T23:59:59Z` : text);
  if (match === null) return null;
  const [, date = '', hour = '', minute = '', second = '00', offset = ''] = match;
  const midnight = new Date(`${date}T00:00:00Z`);
  // A day that does not exist is either no date at all, or another day.
  if (Number.isNaN(midnight.getTime()) || !midnight.toISOString().startsWith(date)) {
    return { wrong: 'is not a calendar date.' };
  }
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) {
    return { wrong: 'is not a time of day: hours go to 23, minutes and seconds to 59.' };
  }
  const [offsetHours = 0, offsetMinutes = 0] = offset.slice(1).split(':').map(Number);
  if (offsetMinutes > 59 || offsetHours * 60 + offsetMinutes > 14 * 60) {
    return { wrong: 'has an offset of more than 14 hours, which no time zone has.' };
  }
  return { value: new Date(`${date}T${hour}:${minute}:${second}${offset}`) };
}

function unreadable(text: string): string {
  const [, year, month, day, hour, minute, second, zone] = looseForm.exec(text.toUpperCase()) ?? [];
  if (year === undefined) {
    const bare = /^[1-9]\d{0,3}$/u.test(text) ? bareSuggestion(text, longestBare) : '';
    return `is not a valid expiration. Use ${forms}.${bare || durationSuggestion(text) || didYouMean(text, endless)}`;
  }
  const two = (number = '0'): string => number.padStart(2, '0');
  const date = `${year}-${two(month)}-${two(day)}`;
  // In the right form now, so that only the calendar can be against it.
  const exists = (one: string): string =>
    'value' in (instantOf(one) as Parsed<Date>) ? ` Did you mean \`${one}\`?` : '';
  if (hour === undefined) return `is not a valid date: use YYYY-MM-DD, as in \`2027-01-31\`.${exists(date)}`;
  const instant = `${date}T${two(hour)}:${two(minute)}:${two(second)}`;
  if (zone === undefined) {
    return `has no offset from UTC: add \`Z\` for UTC, or one like \`+02:00\`.${exists(`${instant}Z`)}`;
  }
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)?$/u.exec(zone) ?? [];
  const offset = sign === undefined ? 'Z' : `${sign}${two(hours)}:${two(minutes)}`;
  return `is not a valid instant: use the form \`2027-01-31T18:00:00Z\`.${exists(`${instant}${offset}`)}`;
}
