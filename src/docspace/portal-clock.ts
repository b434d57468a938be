import { day, formatInstant, minute, second } from '../links/time.ts';

/** How far the portal's clock is ahead of this machine's: at least and at most so many milliseconds; negative: behind. */
export interface ClockOffset {
  readonly least: number;
  readonly most: number;
}

/** What the portal's answers say of its clock. */
export interface PortalClock {
  /**
   * Takes in the `Date` header of an answer, with the time of this machine when the request was sent and when its answer
   * was there. What is not an HTTP date is passed over.
   */
  readonly note: (date: string | undefined, sent: number, received: number) => void;
  /** What all answers together say; null if none has a date, or if they contradict each other. */
  readonly offset: () => ClockOffset | null;
}

/** Several servers behind one address may differ by so much, in milliseconds; more is a contradiction. */
const tolerance = 2000;
/** A portal whose clock is further off could not work: a proxy has made up the date. Milliseconds. */
export const unbelievable = day;
const httpDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/u;

/**
 * A clock that knows nothing yet. One answer tells the difference to about a second; each further one narrows it, since
 * the true difference lies within what every one of them says.
 */
export function createPortalClock(): PortalClock {
  let known: ClockOffset | null = null;
  let contradicted = false;
  return {
    note(date, sent, received) {
      const time = date !== undefined && httpDate.test(date) ? Date.parse(date) : NaN;
      if (Number.isNaN(time) || received < sent) return;
      // The portal wrote the date at some time between the two, and in whole seconds (RFC 9110, 6.6.1): its time may have
      // been up to a second later.
      const heard = { least: time - received, most: time + second - sent };
      const both = {
        least: Math.max(heard.least, known?.least ?? -Infinity),
        most: Math.min(heard.most, known?.most ?? Infinity),
      };
      contradicted ||= both.least - both.most > tolerance;
      known = both.least <= both.most ? both : heard;
    },
    offset: () => (contradicted ? null : known),
  };
}

/**
 * The latest time that it may be by the portal's clock where this machine's says `now`, both in milliseconds since 1970;
 * `now` itself if the difference is not known, or too large to be true.
 */
export function latestThere(offset: ClockOffset | null, now: number): number {
  if (offset === null || Math.max(Math.abs(offset.least), Math.abs(offset.most)) >= unbelievable) return now;
  return now + offset.most;
}

/** From this difference on there is a warning; milliseconds. */
const remarkable = minute;

/** What tells the portal's clock: a `DocSpace`. */
interface Clocked {
  readonly clock: () => ClockOffset | null;
}

/** How the portal's time differs from the runner's. */
export interface PortalTime {
  /** Milliseconds to be added to the runner's time; 0 where the clocks agree as far as is known. */
  readonly ahead: number;
  /** What people should know of the difference; null if it is less than a minute. */
  readonly warning: string | null;
}

/**
 * The portal's time, which decides when its links expire, as its answers so far show it; `now` is the runner's. The
 * `Date` header has whole seconds, so of the times that it may be the latest is taken: then no link seems to live longer
 * than it does.
 */
export function portalTime(portal: Clocked, now: Date): PortalTime {
  const offset = portal.clock();
  if (offset === null || (offset.least <= 0 && offset.most >= 0)) return { ahead: 0, warning: null };
  const { least, most } = offset;
  const difference = Math.max(Math.abs(least), Math.abs(most));
  if (difference < remarkable) return { ahead: most, warning: null };
  const there = formatInstant(new Date(now.getTime() + (least + most) / 2));
  const clocks = `The portal's clock says ${there}, the runner's ${formatInstant(now)}.`;
  return difference < unbelievable
    ? { ahead: most, warning: `${clocks} Dates are judged by the portal's clock, which decides when links expire.` }
    : {
        ahead: 0,
        warning: `${clocks} A difference of more than a day cannot be right, so dates are judged by the runner's clock. A proxy in front of the portal may send a wrong \`Date\` header.`,
      };
}

/** The time by the portal's clock, where the runner's says `now`. */
export function portalNow(portal: Clocked, now: Date): Date {
  return new Date(now.getTime() + portalTime(portal, now).ahead);
}
