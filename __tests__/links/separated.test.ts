import { expect, test } from '@jest/globals';
import { keysIn, separated } from '../../src/links/separated.ts';

test.each<[string, readonly string[] | null]>([
  ['', []],
  [' , ,', []],
  ['a', ['a']],
  ['a, b ,c', ['a', 'b', 'c']],
  ['"a, b", c', ['a, b', 'c']],
  ['c,"a, b"', ['c', 'a, b']],
  ['"a ""b"""', ['a "b"']],
  ['"a" , ', ['a']],
  ['""', ['']],
  ['a "b", c', ['a "b"', 'c']],
  ['"a', null],
  ['"a" b', null],
  ['a, "b', null],
])('%j holds %j', (line, values) => {
  expect(separated(line)?.map(({ text }) => text) ?? null).toEqual(values);
});

test('what cannot be separated is one key', () => {
  expect(keysIn('"a')).toEqual(['"a']);
});
