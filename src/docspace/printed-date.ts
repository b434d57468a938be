/** A date as the portal prints it, and the offset from UTC, in minutes, in which it printed it. */
export interface PrintedDate {
  readonly date: Date;
  readonly offset: number;
}

/**
 * Reads `2026-12-31T23:59:59.0000000+01:00` (portal.md §4.2); what is finer than a millisecond is cut. Null for
 * anything else, a date that no calendar has included.
 */
export function parseDate(text: string): PrintedDate | null {
  const match =
    /^(?<wall>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(?<fraction>\d{1,7}))?(?:Z|(?<sign>[+-])(?<hours>\d\d):(?<minutes>\d\d))$/u.exec(
      text,
    )?.groups;
  if (match === undefined) return null;
  const { wall = '', fraction = '', sign, hours = '0', minutes = '0' } = match;
  const local = new Date(`${wall}Z`);
  // The engine carries the 30th of February over to March, and 24:00 over to the next day.
  if (Number.isNaN(local.getTime()) || !local.toISOString().startsWith(wall)) return null;
  const amount = Number(hours) * 60 + Number(minutes);
  if (amount > 14 * 60 || Number(minutes) > 59) return null;
  const offset = sign === '-' && amount !== 0 ? -amount : amount;
  const milliseconds = Number(fraction.padEnd(3, '0').slice(0, 3));
  return { date: new Date(local.getTime() + milliseconds - offset * 60_000), offset };
}
