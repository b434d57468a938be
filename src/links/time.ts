/** Units of time, in milliseconds. */
export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Units of time and their lengths in milliseconds, the largest first. */
export const units = [
  ['day', day],
  ['hour', hour],
  ['minute', minute],
  ['second', second],
] as const;

/** A length of time in milliseconds, in the largest unit in which it is a whole number: `30 days`, `1 hour`. */
export function formatDuration(milliseconds: number): string {
  const [unit, size] = units.find(([, length]) => milliseconds % length === 0) ?? ['second', second];
  const count = Math.round(milliseconds / size);
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** A length of time in whole seconds as users write it, in the largest unit up to days that fits: `30d`, `36h`. */
export function durationText(milliseconds: number): string {
  const [unit, size] = units.find(([, length]) => milliseconds % length === 0) ?? ['second', second];
  return `${milliseconds / size}${unit.charAt(0)}`;
}

/** The instant in whole seconds: what is finer is cut. */
export function wholeSeconds(date: Date): Date {
  return new Date(Math.floor(date.getTime() / second) * second);
}

/**
 * An instant as outputs, plans and reports write it: ISO 8601 in UTC, to the second. What is finer is cut, as in
 * `formatInstant`, so that no text names a later time than the portal keeps.
 */
export function isoInstant(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/u, 'Z');
}

/** An instant to the millisecond, for what is sent to the portal: a date that is kept must not become another one. */
export function exactInstant(date: Date): string {
  return date.toISOString().replace('.000Z', 'Z');
}

/** An instant as log and summary say it: `2026-11-30 16:10 UTC`. */
export function formatInstant(date: Date): string {
  return `${formatMinute(date)} UTC`;
}

/** ... without the zone, for where it is named once: `2026-11-30 16:10`. */
export function formatMinute(date: Date): string {
  return date.toISOString().slice(0, 16).replace('T', ' ');
}

const wallClocks = new Map<string, Intl.DateTimeFormat>();

/** The clock on the wall in a zone. Each is made once: it is the making that takes time and memory, not the asking. */
function wallClockOf(timeZone: string): Intl.DateTimeFormat {
  const known = wallClocks.get(timeZone);
  if (known !== undefined) return known;
  // Swedish dates are those of ISO 8601: `2031-03-30 05:30:00`.
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  wallClocks.set(timeZone, made);
  return made;
}

/**
 * Whether the UTC wall time of an instant is one that spring takes away in a zone which has this offset from UTC
 * (minutes) an hour later. The portal does not tell its zone, so any zone of the world will do.
 */
export function fallsIntoDstGap(instant: Date, offset: number): boolean {
  const wall = Math.floor(instant.getTime() / second) * second;
  return Intl.supportedValuesOf('timeZone').some((timeZone) => {
    const wallClock = wallClockOf(timeZone);
    const offsetAt = (time: number): number => Date.parse(`${wallClock.format(time)}Z`) - time;
    // A wall time exists if some instant has it; its offset is that of the day before or of the day after.
    const exists = [wall - day, wall + day].map(offsetAt).some((one) => offsetAt(wall - one) === one);
    return !exists && offsetAt(wall + hour) === offset * minute;
  });
}
