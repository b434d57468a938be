/** Units of time and their lengths in milliseconds, the largest first. */
export const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const;

/** A length of time in milliseconds, in the largest unit in which it is a whole number: `30 days`, `1 hour`. */
export function spokenDuration(milliseconds: number): string {
  const [unit, size] = units.find(([, length]) => milliseconds % length === 0) ?? ['second', 1000];
  const count = Math.round(milliseconds / size);
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** A length of time in whole seconds as users write it, in the largest unit up to days that fits: `30d`, `36h`. */
export function durationText(milliseconds: number): string {
  const [unit, size] = units.find(([, length]) => milliseconds % length === 0) ?? ['second', 1000];
  return `${milliseconds / size}${unit.charAt(0)}`;
}
