/**
 * Whether the UTC wall time of an instant is one that spring takes away in a zone which has this offset from UTC
 * (minutes) an hour later. The portal does not tell its zone, so any zone of the world will do.
 */
export function fallsIntoSpringGap(instant: Date, offset: number): boolean {
  const wall = instant.getTime();
  return Intl.supportedValuesOf('timeZone').some((timeZone) => {
    const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
    const offsetAt = (time: number): number => offsetOf(format.format(time));
    // A wall time exists if some instant has it; its offset is that of the day before or of the day after.
    const exists = [wall - day, wall + day].map(offsetAt).some((one) => offsetAt(wall - one * minute) === one);
    return !exists && offsetAt(wall + hour) === offset;
  });
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Minutes of `…, GMT+05:30`; of `…, GMT` none. */
function offsetOf(text: string): number {
  const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d\d):(\d\d)/u.exec(text) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
