import { expect, test } from '@jest/globals';
import { excerpt } from '../../src/docspace/excerpt.ts';

test.each([
  ['plain', 80, '"plain"'],
  ['x'.repeat(100), 10, `"${'x'.repeat(9)}…"`],
  ['😀'.repeat(20), 10, `"${'😀'.repeat(9)}…"`],
  ['a\r\nb\u0000c\u202ed\u2066', 80, '"a bcd"'],
  ['{"a":"b","c":["d"], "e" : 5}', 80, '"{"a":"…","c":["…"], "e" : 5}"'],
  ['[ "cut', 80, '"[ "…""'],
  ['echo Bearer sk-0123456789abcdef0123', 80, '"echo Bearer sk-***"'],
])('an excerpt of %j', (text, limit, expected) => {
  expect(excerpt(text, limit)).toBe(expected);
});
