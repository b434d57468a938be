import type { Log } from '../../../render/log.ts';

/** Time between two lines; milliseconds. */
const pause = 5000;

/**
 * Tells how far a long scan is, at most every five seconds: rooms done of rooms known, how many a second, time left.
 * The result is to be called whenever a room is done. Short scans say nothing.
 */
export function createProgress(log: Log, now: () => Date, rooms: number): () => void {
  const begun = now().getTime();
  let reported = begun;
  let done = 0;
  return () => {
    done += 1;
    const at = now().getTime();
    if (at - reported < pause || done >= rooms) return;
    reported = at;
    const perSecond = (done * 1000) / (at - begun);
    log.line(
      `${done} of ${rooms} rooms, ${perSecond.toFixed(1)} a second, about ${spoken((rooms - done) / perSecond)} left`,
    );
  };
}

/** `45 s`, `3 min`: no finer than an estimate is. */
function spoken(seconds: number): string {
  return seconds < 90 ? `${Math.max(1, Math.round(seconds))} s` : `${Math.round(seconds / 60)} min`;
}
