import { type Answer, empty } from './envelope.ts';

/** The limits of section 5.3. */
export interface Limits {
  /** Requests of one user in any minute: a sliding window (section H1). */
  readonly perMinute: number;
  /** How long that minute lasts on the portal's clock; less is for tests that wait for a place. */
  readonly minuteMs: number;
  readonly concurrentReads: number;
  readonly concurrentWrites: number;
  readonly perDay: number;
}

/** What the vendor's cloud has on. */
export const CLOUD_LIMITS: Limits = {
  perMinute: 1500,
  minuteMs: 60_000,
  concurrentReads: 50,
  concurrentWrites: 15,
  perDay: 10_000,
};

interface Partition {
  recent: number[];
  reads: number;
  writes: number;
  day: { start: number; count: number };
}

/** Counts requests per user (all keys and tokens of one together), or per address without credentials. */
export interface Limiter {
  /** An answer if the request is refused, else what is to be called when it is done. */
  enter(who: string, method: string, now: number): Answer | (() => void);
}

const DAY = 86_400_000;

/** The empty 429 with the headers of RedisRateLimiting 1.2.1 (section H1): `Retry-After` only comes with the daily limit. */
export function tooMany(limit: number, daily?: { readonly reset: number; readonly retryAfter: number }): Answer {
  return empty(429, {
    'X-RateLimit-Limit': String(limit),
    'X-RateLimit-Remaining': '0',
    ...(daily === undefined
      ? {}
      : { 'X-RateLimit-Reset': String(daily.reset), 'Retry-After': String(daily.retryAfter) }),
  });
}

/** A limiter with its own memory. A request that it refuses takes no place. */
export function createLimiter(limits: Limits): Limiter {
  const partitions = new Map<string, Partition>();
  return {
    enter(who, method, now) {
      const part = partitions.get(who) ?? { recent: [], reads: 0, writes: 0, day: { start: now, count: 0 } };
      partitions.set(who, part);
      part.recent = part.recent.filter((at) => at > now - limits.minuteMs);
      if (part.recent.length >= limits.perMinute) return tooMany(limits.perMinute);
      part.recent.push(now);
      const read = method === 'GET';
      if (read && part.reads >= limits.concurrentReads) return tooMany(limits.concurrentReads);
      if (!read && part.writes >= limits.concurrentWrites) return tooMany(limits.concurrentWrites);
      if (method === 'POST' || method === 'PUT') {
        if (now >= part.day.start + DAY) part.day = { start: now, count: 0 };
        if (part.day.count >= limits.perDay) {
          const end = part.day.start + DAY;
          return tooMany(limits.perDay, { reset: Math.ceil(end / 1000), retryAfter: Math.ceil((end - now) / 1000) });
        }
        part.day.count += 1;
      }
      if (read) part.reads += 1;
      else part.writes += 1;
      return () => {
        if (read) part.reads -= 1;
        else part.writes -= 1;
      };
    },
  };
}
