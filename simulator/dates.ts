import type { Culture } from './titles.ts';

/** An instant to 100 ns, as .NET keeps it. */
export interface Instant {
  readonly ms: number;
  readonly ticks: number;
}

const ISO =
  /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|z|[+-]\d{2}:?\d{2})?)?\s*$/;
const SLASHED = /^\s*(\d{1,2})\/(\d{1,2})\/(\d{4})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?\s*$/;
const DOTTED = /^\s*(\d{1,2})\.(\d{1,2})\.(\d{4})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?\s*$/;

function utc(parts: readonly (string | undefined)[]): number | null {
  const [year, month, day, hour, minute, second] = parts.map((part) => Number(part ?? 0));
  if (year === undefined || month === undefined || day === undefined) return null;
  const ms = Date.UTC(year, month - 1, day, hour, minute, second);
  const date = new Date(ms);
  const whole =
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    date.getUTCHours() === (hour ?? 0) &&
    date.getUTCMinutes() === (minute ?? 0) &&
    date.getUTCSeconds() === (second ?? 0);
  return whole ? ms : null;
}

function offsetMinutes(text: string | undefined): number {
  if (text === undefined || text.toUpperCase() === 'Z') return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(-2));
  return text.startsWith('-') ? -minutes : minutes;
}

/**
 * Reads `expirationDate` as the server does (section 1.2): ISO text, or a date in the order of the caller's language;
 * without an offset the server's own zone (UTC) counts, not the portal's (recordings/21). Anything else is silently
 * no date at all (recordings/07).
 */
export function readDate(text: string, culture: Culture): Instant | null {
  const iso = ISO.exec(text);
  if (iso !== null) {
    const ms = utc(iso.slice(1, 7));
    if (ms === null) return null;
    const fraction = (iso[7] ?? '').slice(0, 7).padEnd(7, '0');
    const instant = ms + Number(fraction.slice(0, 3)) - offsetMinutes(iso[8]) * 60_000;
    return { ms: instant, ticks: Number(fraction.slice(3)) };
  }
  const local = culture === 'de' ? DOTTED.exec(text) : SLASHED.exec(text);
  if (local === null) return null;
  const [, first, second, year, hour, minute, seconds] = local;
  const ms = utc(
    culture === 'de' ? [year, second, first, hour, minute, seconds] : [year, first, second, hour, minute, seconds],
  );
  return ms === null ? null : { ms, ticks: 0 };
}

const formats = new Map<string, Intl.DateTimeFormat>();

function wallClock(zone: string, ms: number): number {
  if (zone === 'UTC') return Math.floor(ms / 1000) * 1000;
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
  }
  const part = new Map(format.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
  const get = (name: Intl.DateTimeFormatPartTypes): number => part.get(name) ?? 0;
  return Date.UTC(get('year'), get('month') - 1, get('day'), get('hour'), get('minute'), get('second'));
}

function offset(zone: string, ms: number): number {
  const whole = Math.floor(ms / 1000) * 1000;
  return wallClock(zone, whole) - whole;
}

/** Does no instant have this wall clock time in the zone (the hour that spring takes away)? */
function inGap(zone: string, wall: number): boolean {
  const day = 86_400_000;
  return [wall - day, wall + day].map((ms) => offset(zone, ms)).every((guess) => offset(zone, wall - guess) !== guess);
}

/**
 * Prints an instant in the portal's zone: 7 fraction digits, `Z` when the offset is 0. The server prints an instant
 * whose UTC wall time falls into the zone's spring gap one hour late (section 4.2; recordings/21, Europe/Berlin).
 */
export function printDate(instant: Instant, zone: string): string {
  const ms = inGap(zone, instant.ms) ? instant.ms + 3_600_000 : instant.ms;
  const shift = offset(zone, ms);
  const text = new Date(ms + shift).toISOString().slice(0, -1) + String(instant.ticks).padStart(4, '0');
  if (shift === 0) return `${text}Z`;
  const minutes = Math.abs(shift) / 60_000;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${text}${shift < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
