import { describe, expect, test } from '@jest/globals';
import { failure } from '../../src/links/problem.ts';
import { attempt } from '../../src/links/result.ts';

describe('what was attempted', () => {
  test('gives its value', async () => {
    await expect(attempt(() => Promise.resolve(null))).resolves.toStrictEqual({ value: null, failed: null });
  });

  test('gives the failure that it ended with, the same one', async () => {
    const failed = failure('conflict', 'Others were there.');
    const attempted = await attempt(() => Promise.reject(failed));
    expect(attempted.failed).toBe(failed);
  });

  test('throws what is a fault of ours', async () => {
    const fault = new TypeError('x is undefined');
    await expect(attempt(() => Promise.reject(fault))).rejects.toBe(fault);
  });
});
