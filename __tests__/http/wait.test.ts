import { describe, expect, test } from '@jest/globals';
import { inTime, sleep } from '../../src/http/wait.ts';

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

describe('work in its time', () => {
  const never = (): Promise<never> => new Promise(() => undefined);
  const late = new Error('late');
  const stopped = new Error('stopped');
  const limits = (milliseconds: number, step = new AbortController()) => ({
    milliseconds,
    signal: step.signal,
    late: () => late,
    stopped: () => stopped,
  });

  test('gives what it gives, and throws what it throws', async () => {
    await expect(inTime(limits(60_000), () => Promise.resolve('done'))).resolves.toBe('done');
    const broken = new Error('broken');
    await expect(inTime(limits(60_000), () => Promise.reject(broken))).rejects.toBe(broken);
  });

  test('is not waited for longer, whether or not it heeds the signal', async () => {
    await expect(inTime(limits(20), never)).rejects.toBe(late);
    const heeding = (signal: AbortSignal): Promise<never> =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          reject(new Error('in words of its own'));
        });
      });
    await expect(inTime(limits(20), heeding)).rejects.toBe(late);
  });

  test('ends with the step, and does not begin after that', async () => {
    const step = new AbortController();
    const working = inTime(limits(60_000, step), never);
    step.abort();
    await expect(working).rejects.toBe(stopped);
    let begun = false;
    const begin = (): Promise<void> => {
      begun = true;
      return Promise.resolve();
    };
    await expect(inTime(limits(60_000, step), begin)).rejects.toBe(stopped);
    expect(begun).toBe(false);
  });
});
