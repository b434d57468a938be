import { describe, expect, test } from '@jest/globals';
import type { Answer } from '../../src/docspace/exchange.ts';
import { askedWait, isTransient, isTransientFailure, waitAfter } from '../../src/docspace/retry.ts';
import { failure } from '../../src/links/problem.ts';

const at = Date.UTC(2026, 10, 24, 9, 30);

const answerOf = (status: number, headers: Answer['headers'] = {}): Answer => ({
  status,
  headers,
  contentType: '',
  text: '',
});

describe('the wait', () => {
  test.each([
    [1, null, 0, 0],
    [1, null, 0.5, 250],
    [1, null, 1, 500],
    [2, null, 1, 1000],
    [3, null, 1, 2000],
    [4, null, 1, 4000],
    [5, null, 1, 8000],
    [9, null, 1, 8000],
    [1, 3000, 0.9, 3000],
    [4, 60_000, 0, 60_000],
    [2, 0, 0.5, 500],
  ])('after attempt %i, asked for %j, with the random number %d: %i ms', (attempt, asked, random, wait) => {
    expect(waitAfter(attempt, asked, () => random)).toBe(wait);
  });

  test.each<[Answer['headers'], number | null]>([
    [{}, null],
    [{ 'retry-after': '7' }, 7000],
    [{ 'retry-after': ' 0 ' }, 0],
    [{ 'retry-after': '86400' }, 86_400_000],
    [{ 'retry-after': 'Tue, 24 Nov 2026 09:30:20 GMT' }, 20_000],
    [{ 'retry-after': 'Tue, 24 Nov 2026 09:29:00 GMT' }, 0],
    [{ 'retry-after': 'soon' }, null],
    [{ 'retry-after': 'soon GMT' }, null],
    [{ 'retry-after': '-5' }, null],
    [{ 'retry-after': '1e9' }, null],
    [{ 'retry-after': '5', 'x-ratelimit-reset': String(at / 1000 + 30) }, 5000],
    [{ 'retry-after': '?', 'x-ratelimit-reset': String(at / 1000 + 30) }, null],
    [{ 'x-ratelimit-reset': String(at / 1000 + 30) }, 30_000],
    [{ 'x-ratelimit-reset': String(at / 1000 - 30) }, 0],
    [{ 'x-ratelimit-reset': '30' }, null],
    [{ 'x-ratelimit-limit': '1500', 'x-ratelimit-remaining': '0' }, null],
  ])('that headers ask for: %j is %j', (headers, wait) => {
    expect(askedWait(headers, at)).toBe(wait);
  });
});

test.each([200, 302, 400, 401, 402, 403, 404, 408, 409, 415, 421, 425, 429, 500, 501, 502, 503, 504])(
  'status %i',
  (status) => {
    expect(isTransient(answerOf(status))).toBe([408, 421, 425, 429, 502, 503, 504].includes(status));
  },
);

test.each(['unreachable', 'timeout', 'cut-answer', 'tls', 'not-docspace', 'key-rejected', 'input'] as const)(
  'a failure of the kind %s',
  (code) => {
    expect(isTransientFailure(failure(code, 'x'))).toBe(['unreachable', 'timeout', 'cut-answer'].includes(code));
  },
);
