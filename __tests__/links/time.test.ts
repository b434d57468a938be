import { describe, expect, test } from '@jest/globals';
import {
  day,
  exactInstant,
  fallsIntoDstGap,
  formatDuration,
  formatInstant,
  formatMinute,
  hour,
  isoInstant,
  minute,
  wholeSeconds,
} from '../../src/links/time.ts';

describe('an instant', () => {
  test.each([
    ['2026-12-01T08:05:09Z', '2026-12-01T08:05:09Z', '2026-12-01 08:05 UTC'],
    ['2026-12-01T08:05:09.120Z', '2026-12-01T08:05:09Z', '2026-12-01 08:05 UTC'],
    ['2026-12-01T08:05:59.999Z', '2026-12-01T08:05:59Z', '2026-12-01 08:05 UTC'],
    ['2026-12-01T23:59:59+02:00', '2026-12-01T21:59:59Z', '2026-12-01 21:59 UTC'],
  ])('%s', (text, iso, spoken) => {
    expect(isoInstant(new Date(text))).toBe(iso);
    expect(formatInstant(new Date(text))).toBe(spoken);
  });
});

test.each([
  { text: '2026-12-01T08:05:09.999Z', whole: '2026-12-01T08:05:09.000Z', exact: '2026-12-01T08:05:09.999Z' },
  { text: '2026-12-01T08:05:09Z', whole: '2026-12-01T08:05:09.000Z', exact: '2026-12-01T08:05:09Z' },
])('$text in whole seconds, and to the millisecond', ({ text, whole, exact }) => {
  expect(wholeSeconds(new Date(text)).toISOString()).toBe(whole);
  expect(exactInstant(new Date(text))).toBe(exact);
  expect(formatMinute(new Date(text))).toBe('2026-12-01 08:05');
});

test.each([
  { milliseconds: 30 * day, words: '30 days' },
  { milliseconds: day, words: '1 day' },
  { milliseconds: 36 * hour, words: '36 hours' },
  { milliseconds: 90 * minute, words: '90 minutes' },
  { milliseconds: 1000, words: '1 second' },
  { milliseconds: 1500, words: '2 seconds' },
])('a duration of $milliseconds ms: $words', ({ milliseconds, words }) => {
  expect(formatDuration(milliseconds)).toBe(words);
});

test.each([
  { instant: '2031-03-30T02:30:00Z', offset: 120, gap: true },
  { instant: '2031-03-30T03:30:00Z', offset: 120, gap: false },
  { instant: '2031-07-01T02:30:00Z', offset: 120, gap: false },
])('the wall time $instant falls into the gap that daylight saving makes: $gap', ({ instant, offset, gap }) => {
  expect(fallsIntoDstGap(new Date(instant), offset)).toBe(gap);
});
