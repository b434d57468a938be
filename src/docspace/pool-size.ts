/** The most requests at once that `auto` uses. */
export const mostAtOnce = 16;

/** Where it begins, and below which it goes only when the portal is in trouble: less does not spare a portal anything. */
const first = 4;
const least = 2;
/** How many rounds pass between two trials: at first, and at most, when trials keep failing. */
const shortRest = 8;
const longRest = 64;
/** Of the gain that a portal without any limit would show, a larger number must bring so much. */
const leastGain = 0.1;
/** A smaller number may cost so much of the throughput. */
const mostLoss = 0.03;
/** When the throughput falls to this without a change of ours, the portal has changed. */
const collapse = 0.7;
/** How much the newest round counts for what is known of the throughput. */
const weight = 0.25;

/** A number of requests at once, and what is known about it. */
export interface Limit {
  /** So many requests at once, 1 to 16. */
  readonly atOnce: number;
  /** Set while this number is on trial: the number it would go back to, and the throughput there. */
  readonly trial: { readonly from: number; readonly throughput: number } | null;
  /** Requests per millisecond where the limit last rested; null at first and after trouble. */
  readonly throughput: number | null;
  /** Rounds until the next trial. */
  readonly rest: number;
  /** How long to rest after the next trial that fails. */
  readonly nextRest: number;
  /** Whether the next trial goes up. */
  readonly up: boolean;
}

/** What one round showed: requests that all began since the last decision. */
export interface Round {
  /** How long the portal took for one of them: the median. */
  readonly milliseconds: number;
  /** One of them had to be repeated, or failed in a way that tells of overload: 429, 5xx, no answer. */
  readonly troubled: boolean;
}

/** The limit to begin with. */
export const firstLimit: Limit = {
  atOnce: first,
  trial: { from: least, throughput: 0 },
  throughput: null,
  rest: 0,
  nextRest: shortRest,
  up: true,
};

/** How many requests make a round: at first few, to get on; later more, as small differences count. */
export function roundSize({ atOnce, throughput }: Limit): number {
  return Math.max(atOnce, least) * (throughput === null ? 1 : 2);
}

/**
 * Decides how many requests are sent at once after this round. By Little's law, requests at once divided by the time
 * that each takes is the throughput; the number that gives the most is looked for: by doubling while that is worth it,
 * then by trials, less and less often. Where several numbers give as much, the smallest is kept, for the sake of
 * everybody else. Trouble halves.
 */
export function nextLimit(limit: Limit, round: Round): Limit {
  const { atOnce, trial } = limit;
  if (round.troubled) {
    return { ...settled(Math.max(1, Math.floor(atOnce / 2)), null, shortRest), up: true };
  }
  const throughput = atOnce / Math.max(round.milliseconds, 1);
  if (trial === null) return rested(limit, throughput);
  const worth =
    atOnce > trial.from
      ? throughput >= trial.throughput * (1 + leastGain * (atOnce / trial.from - 1))
      : throughput >= trial.throughput * (1 - mostLoss);
  if (!worth) return { ...settled(trial.from, trial.throughput, limit.nextRest), up: atOnce < trial.from };
  const toRevoke = { ...limit, nextRest: shortRest };
  return atOnce > trial.from ? climb(toRevoke, 2, throughput) : descend(toRevoke, trial.throughput);
}

/** A round at a number that is not on trial. */
function rested(limit: Limit, latest: number): Limit {
  if (limit.throughput !== null && latest < limit.throughput * collapse) {
    return descend({ ...limit, throughput: latest, nextRest: shortRest }, latest);
  }
  const throughput = limit.throughput === null ? latest : limit.throughput + weight * (latest - limit.throughput);
  const toRevoke = { ...limit, throughput, rest: limit.rest - 1 };
  if (toRevoke.rest > 0) return toRevoke;
  const up = limit.atOnce <= least || (limit.up && limit.atOnce < mostAtOnce);
  return up ? climb(toRevoke, 1.5, throughput) : descend(toRevoke, throughput);
}

/** Tries a larger number; stays where there is none. */
function climb(limit: Limit, factor: number, throughput: number): Limit {
  const atOnce = Math.min(mostAtOnce, Math.ceil(limit.atOnce * factor));
  if (atOnce === limit.atOnce) return { ...settled(atOnce, throughput, limit.nextRest), up: false };
  return { ...limit, atOnce, trial: { from: limit.atOnce, throughput } };
}

/** Tries a smaller number, which has to hold what the number gave at which the descent began. */
function descend(limit: Limit, throughput: number): Limit {
  const atOnce = Math.max(least, limit.atOnce - Math.max(1, Math.round(limit.atOnce / 4)));
  if (atOnce >= limit.atOnce) return { ...settled(limit.atOnce, throughput, limit.nextRest), up: true };
  return { ...limit, atOnce, trial: { from: limit.atOnce, throughput } };
}

/** Stays at a number for a while; the next time for longer. */
function settled(atOnce: number, throughput: number | null, rest: number): Omit<Limit, 'up'> {
  return { atOnce, trial: null, throughput, rest, nextRest: Math.min(longRest, rest * 2) };
}
