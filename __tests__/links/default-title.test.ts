import { describe, expect, test } from '@jest/globals';
import { defaultTitle } from '../../src/links/desired.ts';

describe('the title of a link that is made without one', () => {
  test.each([
    ['octo/contracts', 'pr-58', 'octo/contracts: pr-58'],
    ['', 'pr-58', 'pr-58'],
    ['', 'k'.repeat(100), 'k'.repeat(100)],
    ['', 'k'.repeat(101), `${'k'.repeat(99)}…`],
    ['', 'k'.repeat(512), `${'k'.repeat(99)}…`],
    ['', `${'k'.repeat(98)} ${'l'.repeat(9)}`, `${'k'.repeat(98)}…`],
    // A character of two UTF-16 units, and one of a letter and its accent, stay whole.
    ['', `${'k'.repeat(98)}😀😀`, `${'k'.repeat(98)}…`],
    ['', `${'k'.repeat(98)}e\u0301${'k'.repeat(9)}`, `${'k'.repeat(98)}…`],
    ['', `${'k'.repeat(97)}e\u0301${'k'.repeat(9)}`, `${'k'.repeat(97)}e\u0301…`],
    ['', `${'k'.repeat(95)}👩‍👩‍👧${'k'.repeat(9)}`, `${'k'.repeat(95)}…`],
    ['', `a${'\u0301'.repeat(300)}`, `a${'\u0301'.repeat(98)}…`],
    ['o'.repeat(300), 'k', `${'o'.repeat(254)}…`],
  ])('%j, %j', (repository, key, title) => {
    expect(defaultTitle(repository, key)).toBe(title);
    expect(title.length).toBeLessThanOrEqual(255);
  });
});
