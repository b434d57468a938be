import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseTitlePattern } from '../../src/values/title-pattern.ts';
import { wrongOf } from '../values/parsing.ts';

/** Which of these titles an expression matches; it has to be one. */
function matched(text: string, titles: readonly string[]): readonly string[] {
  const parsed = parseTitlePattern(text);
  if ('wrong' in parsed) throw new Error(parsed.wrong);
  expect(parsed.value.source).toBe(text);
  return titles.filter((title) => parsed.value.test(title));
}

test.each<[string, readonly string[], readonly string[]]>([
  ['^[A-Z]+-[0-9]+: ', ['LEGAL-12: draft'], ['legal-12: draft', 'LEGAL-12']],
  ['^(feat|fix|docs)(\\([a-z]+\\))?: .+', ['fix: a', 'docs(api): b'], ['fix:', 'a fix: b']],
  ['^(?<team>press|legal) · .*$', ['press · kit', 'legal · '], ['press', 'Press · kit']],
  ['(?i)^press', ['PRESS kit'], ['a press kit']],
  ['\\p{Lu}.{3,40}', ['Öfter', 'a 客户 Ключ'], ['öfter', 'A b']],
  ['\\p{Greek}', ['β'], ['b']],
  ['[(a+)+]+\\+(a\\+)*', ['a++'], ['b+']],
  ['(?:ab){2,5}$', ['abab'], ['ab']],
  ['\\x{e9}', ['é'], ['e']],
  ['\\/s\\/|\\-', ['/s/', 'a-b'], ['s']],
])('%s is taken', (text, fitting, others) => {
  expect(matched(text, [...fitting, ...others])).toEqual(fitting);
});

test.each([
  ['', /is empty/u],
  ['x'.repeat(201), /is too long: 201 of 200 characters/u],
  ['(', /is not a regular expression in RE2 syntax: missing closing \), in "\("\.$/u],
  ['[z-a]', /RE2 syntax: invalid character class range, in "z-a"\.$/u],
  ['\\', /RE2 syntax: trailing backslash/u],
  ['a**', /RE2 syntax: invalid nested repetition operator/u],
  ['(?=.*[0-9])(?!draft).+', /RE2 syntax: look-ahead and look-behind, as in `\(\?=…\)`, are not available\.$/u],
  ['(?<!a)b', /look-ahead and look-behind/u],
  ['(.)\\1', /references back to a group/u],
  ['(?<x>.)\\k<x>', /references back to a group/u],
  ['(?>a+)b', /atomic groups/u],
  ['\\u00e9', /write a character by its number as `\\x\{e9\}`/u],
  ['\\p{Script=Greek}', /write a script as `\\p\{Greek\}`/u],
  ['a{1001}', /RE2 syntax: invalid repeat count/u],
  ['((a{9}){9}){99}', /RE2 syntax: (?:invalid repeat count|expression too large)|is too large/u],
  ['(abc?){0,500}', /is too large: its repetitions make it \d+ steps long; at most 1000 are allowed/u],
])('%s is refused', (text, wrong) => {
  expect(wrongOf(parseTitlePattern(text))).toMatch(wrong);
});

test.each([
  '(a+)+$',
  '^(\\w+\\s?)*$',
  '(|a|)*b',
  '(||||||)*b',
  '(?:(?:(?:|a)*)*)*b',
  `${'()'.repeat(90)}*b`,
  '(?:a|ab|aab)*c',
  '.*.*.*.*.*.*.*.*x',
  `${'a?'.repeat(60)}${'a'.repeat(60)}$`,
  '(a?b?){150}c',
])('%s ends soon on titles made to keep it busy', (text) => {
  const titles = ['a'.repeat(254), 'ab'.repeat(127), ' '.repeat(254)].map((title) => `${title}\u0001`);
  for (let turn = 0; turn < 20; turn++) expect(matched(text, titles).length).toBeLessThan(4);
});

test('whatever is written, it is an expression or refused', () => {
  const piece = fc.oneof(
    fc.constantFrom(...Array.from('()[]{}|*+?^$.\\-:=!<>,19aAnpPQEx')),
    fc.constantFrom('(?', '(?P<', '[[:', '{2,', '\\p{', '\\Q', '[^'),
    fc.string({ maxLength: 3, unit: 'grapheme' }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), fc.string({ unit: 'binary' }), (pieces, title) => {
      const parsed = parseTitlePattern(pieces.join(''));
      expect('wrong' in parsed || [true, false].includes(parsed.value.test(title))).toBe(true);
    }),
    { numRuns: 500 },
  );
});
