import type { DocSpace } from '../docspace/docspace.ts';
import { spokenInstant } from '../links/fields.ts';

/** From this difference on there is a warning; milliseconds. */
const remarkable = 60_000;
/** A portal whose clock is further off could not work: a proxy has made up the date. Milliseconds. */
const unbelievable = 86_400_000;

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
export function portalTime(portal: Pick<DocSpace, 'clock'>, now: Date): PortalTime {
  const offset = portal.clock();
  if (offset === null || (offset.least <= 0 && offset.most >= 0)) return { ahead: 0, warning: null };
  const { least, most } = offset;
  const difference = Math.max(Math.abs(least), Math.abs(most));
  if (difference < remarkable) return { ahead: most, warning: null };
  const there = spokenInstant(new Date(now.getTime() + (least + most) / 2));
  const clocks = `The portal's clock says ${there}, the runner's ${spokenInstant(now)}.`;
  return difference < unbelievable
    ? { ahead: most, warning: `${clocks} Dates are judged by the portal's clock, which decides when links expire.` }
    : {
        ahead: 0,
        warning: `${clocks} A difference of more than a day cannot be right, so dates are judged by the runner's clock. A proxy in front of the portal may send a wrong \`Date\` header.`,
      };
}

/** The time by the portal's clock, where the runner's says `now`. */
export function portalNow(portal: Pick<DocSpace, 'clock'>, now: Date): Date {
  return new Date(now.getTime() + portalTime(portal, now).ahead);
}
