import { describe, expect, test } from '@jest/globals';
import { askedWait, portalRetries } from '../../src/docspace/retry.ts';
import {
  backoff,
  misplaced,
  retryLine,
  retrying,
  type Attempt,
  type Retry,
  type RetryPolicy,
} from '../../src/http/retry.ts';
import { failure } from '../../src/links/problem.ts';
import { problemFrom } from '../docspace/failures.ts';

const at = Date.UTC(2026, 10, 24, 9, 30);

describe('attempts', () => {
  const failed = failure('portal-unavailable', 'It was answered 503.', 'Wait.');

  function setUp(headers: Readonly<Record<string, string>> = {}) {
    const waits: number[] = [];
    const retries: Retry[] = [];
    const step = new AbortController();
    const policy: RetryPolicy = portalRetries({
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
      retryWhenLimited: { wait: () => Promise.resolve(), refused: () => Promise.resolve(), served: () => undefined },
    });
    const again: Attempt<string> = { setback: { failed, status: 503, asked: askedWait(headers, at) } };
    return { waits, retries, step, policy, again };
  }

  test('end with the first success', async () => {
    const { waits, retries, policy, again } = setUp();
    const result = await retrying(policy, (number) => Promise.resolve(number < 4 ? again : { value: `at ${number}` }));
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
    await retrying(policy, (number) => Promise.resolve(number === 1 ? again : { value: 1 }));
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
    await retrying(policy, (number) =>
      Promise.resolve(number === 1 ? { setback: { failed, status: null, asked: null } } : { value: 1 }),
    );
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
      return Promise.resolve({ setback: { failed: up, status: null, asked: null } });
    };
    await expect(retrying(policy, attempt)).rejects.toBe(up);
    expect(waits).toStrictEqual([]);
  });

  test('pass on what is thrown', async () => {
    const { policy } = setUp();
    const error = failure('tls', 'x');
    await expect(retrying(policy, () => Promise.reject(error))).rejects.toBe(error);
  });

  test('tell whether they need a connection of their own', async () => {
    const { policy } = setUp();
    const statuses = [503, 408, null, 421, 425, 429];
    const anews: boolean[] = [];
    await retrying({ ...policy, mostAttempts: 9 }, (number, anew) => {
      anews.push(anew);
      const status = statuses[number - 1];
      return Promise.resolve(status === undefined ? { value: 1 } : { setback: { failed, status, asked: null } });
    });
    expect(anews).toStrictEqual([false, false, true, false, true, true, false]);
    expect(misplaced).toStrictEqual([408, 421, 425]);
  });

  test('count what a limiter refuses where it is not waited for', async () => {
    const { policy, waits } = setUp();
    const refused: Attempt<never> = { setback: { failed, status: 429, asked: 3000 } };
    await expect(
      retrying({ ...policy, retryWhenLimited: undefined, mostAttempts: 2 }, () => Promise.resolve(refused)),
    ).rejects.toThrow('5 of 5');
    expect(waits).toStrictEqual([3000]);
  });
});

test('the line of log for a retry', () => {
  const retry: Retry = { request: 'GET /x', attempt: 2, of: 5, waitMs: 1260, why: 'It was answered 503.' };
  expect(retryLine(retry)).toBe('It was answered 503. Attempt 2 of 5; again in 1.3 s');
});

test.each([
  [1, 1, 2000],
  [2, 0.5, 2000],
  [3, 0.999, 7992],
  [9, 1, 8000],
  [9, 0, 0],
])('after failure %i, with the random number %d, it backs off for %i ms', (failures, random, wait) => {
  expect(backoff(failures, { first: 2000, longest: 8000 }, () => random)).toBe(wait);
});
