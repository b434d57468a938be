import { describe, expect, test } from '@jest/globals';
import type { Answer } from '../../src/docspace/exchange.ts';
import {
  askedWait,
  isTransient,
  isTransientFailure,
  retrying,
  waitAfter,
  type Attempt,
  type Retry,
  type RetryPolicy,
} from '../../src/docspace/retry.ts';
import { sleep } from '../../src/docspace/sleep.ts';
import { failure } from '../../src/links/problem.ts';
import { problemFrom } from './failures.ts';

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

describe('attempts', () => {
  const failed = failure('portal-unavailable', 'It was answered 503.', 'Wait.');

  function setUp(headers: Answer['headers'] = {}) {
    const waits: number[] = [];
    const retries: Retry[] = [];
    const step = new AbortController();
    const policy: RetryPolicy = {
      request: 'GET /x',
      signal: step.signal,
      onRetry: (retry) => retries.push(retry),
      random: () => 1,
      sleep: (milliseconds) => {
        waits.push(milliseconds);
        return Promise.resolve();
      },
      now: () => at,
      timeLeft: () => 90_000,
      patience: { wait: () => Promise.resolve(), refused: () => Promise.resolve(), served: () => undefined },
    };
    const again: Attempt<string> = { failed, answer: answerOf(503, headers) };
    return { waits, retries, step, policy, again };
  }

  test('end with the first success', async () => {
    const { waits, retries, policy, again } = setUp();
    const result = await retrying(policy, (number) => Promise.resolve(number < 4 ? again : { done: `at ${number}` }));
    expect(result).toBe('at 4');
    expect(waits).toStrictEqual([500, 1000, 2000]);
    expect(retries[2]).toStrictEqual({
      request: 'GET /x',
      attempt: 3,
      of: 5,
      waitMs: 2000,
      why: 'It was answered 503.',
    });
  });

  test('are five at most', async () => {
    const { waits, policy, again } = setUp();
    const problem = await problemFrom(retrying(policy, () => Promise.resolve(again)));
    expect(problem).toStrictEqual({
      code: 'portal-unavailable',
      message: 'It was answered 503. That was attempt 5 of 5.',
      hint: 'Wait.',
    });
    expect(waits).toHaveLength(4);
  });

  test('wait as long as the portal asks', async () => {
    const { waits, policy, again } = setUp({ 'retry-after': '60' });
    await retrying(policy, (number) => Promise.resolve(number === 1 ? again : { done: 1 }));
    expect(waits).toStrictEqual([60_000]);
  });

  test('are given up at once if it asks for more time than is left', async () => {
    const { waits, retries, policy, again } = setUp({ 'retry-after': '11400' });
    const { message } = await problemFrom(retrying(policy, () => Promise.resolve(again)));
    expect(message).toBe(
      'It was answered 503. It asks to wait until 2026-11-24 12:40 UTC, which is later than `timeout` allows.',
    );
    expect([waits, retries]).toStrictEqual([[], []]);
  });

  test('back off where there was no answer', async () => {
    const { waits, policy } = setUp();
    await retrying(policy, (number) => Promise.resolve(number === 1 ? { failed, answer: null } : { done: 1 }));
    expect(waits).toStrictEqual([500]);
  });

  test('end with the step: in a wait', async () => {
    const { step, policy, again } = setUp();
    const stopping = {
      ...policy,
      sleep: () => {
        step.abort();
        return Promise.resolve();
      },
    };
    const { code, message } = await problemFrom(retrying(stopping, () => Promise.resolve(again)));
    expect(code).toBe('timeout');
    expect(message).toBe(
      "The step's time (`timeout`) was up before GET /x was done. Before that: It was answered 503.",
    );
  });

  test('end with the step: in a request', async () => {
    const { step, waits, policy } = setUp();
    const up = failure('timeout', 'Time is up.');
    const attempt = () => {
      step.abort();
      return Promise.resolve({ failed: up, answer: null });
    };
    await expect(retrying(policy, attempt)).rejects.toBe(up);
    expect(waits).toStrictEqual([]);
  });

  test('pass on what is thrown', async () => {
    const { policy } = setUp();
    const error = failure('tls', 'x');
    await expect(retrying(policy, () => Promise.reject(error))).rejects.toBe(error);
  });
});

describe('sleep', () => {
  test('takes its time', async () => {
    const started = performance.now();
    await sleep(40, new AbortController().signal);
    expect(performance.now() - started).toBeGreaterThan(35);
  });

  test('ends when the signal aborts, and does not begin after that', async () => {
    const step = new AbortController();
    const sleeping = sleep(600_000, step.signal);
    step.abort();
    await expect(sleeping).resolves.toBeUndefined();
    await expect(sleep(600_000, step.signal)).resolves.toBeUndefined();
  });
});
