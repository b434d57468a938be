/**
 * Whether the UTC wall time of an instant is one that spring takes away in a zone which has this offset from UTC
 * (minutes) an hour later. The portal does not tell its zone, so any zone of the world will do.
 */
export function fallsIntoSpringGap(instant: Date, offset: number): boolean {
  const wall = Math.floor(instant.getTime() / second) * second;
  return Intl.supportedValuesOf('timeZone').some((timeZone) => {
    const wallClock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
    // Swedish dates are those of ISO 8601: `2031-03-30 05:30:00`.
    const offsetAt = (time: number): number => Date.parse(`${wallClock.format(time)}Z`) - time;
    // A wall time exists if some instant has it; its offset is that of the day before or of the day after.
    const exists = [wall - day, wall + day].map(offsetAt).some((one) => offsetAt(wall - one) === one);
    return !exists && offsetAt(wall + hour) === offset * minute;
  });
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
