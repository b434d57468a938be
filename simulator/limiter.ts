import { empty } from './envelope.ts';
import type { Answer } from './envelope.ts';

/** The limits of section 5.3. */
export interface Limits {
  readonly perMinute: number;
  readonly concurrentReads: number;
  readonly concurrentWrites: number;
  readonly perDay: number;
}

/** What the vendor's cloud has on. */
export const CLOUD_LIMITS: Limits = { perMinute: 1500, concurrentReads: 50, concurrentWrites: 15, perDay: 10_000 };

interface Partition {
  recent: number[];
  reads: number;
  writes: number;
  day: { start: number; count: number };
}

/** Counts requests per user or address. */
export interface Limiter {
  /** An answer if the request is refused, else what is to be called when it is done. */
  enter(who: string, method: string, now: number): Answer | (() => void);
}

const MINUTE = 60_000;
const DAY = 86_400_000;

/** The empty 429 with the headers of RedisRateLimiting 1.2.1: `Retry-After` only comes with the daily limit. */
export function tooMany(limit: number, daily?: { readonly reset: number; readonly retryAfter: number }): Answer {
  return empty(429, {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': '0',
    ...(daily === undefined
      ? {}
      : { 'x-ratelimit-reset': String(daily.reset), 'retry-after': String(daily.retryAfter) }),
  });
}

/** A limiter with its own memory. All keys of one person share a partition. */
export function createLimiter(limits: Limits): Limiter {
  const partitions = new Map<string, Partition>();
  return {
    enter(who, method, now) {
      const part = partitions.get(who) ?? { recent: [], reads: 0, writes: 0, day: { start: now, count: 0 } };
      partitions.set(who, part);
      part.recent = part.recent.filter((at) => at > now - MINUTE);
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
