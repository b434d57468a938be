import { expect, test } from '@jest/globals';
import { parseTitlePattern } from '../../src/links-file/title-pattern.ts';
import { wrongOf } from '../inputs/parsing.ts';

test.each([
  '^[A-Z]+-[0-9]+: ',
  '^(feat|fix|docs)(\\([a-z]+\\))?: .+',
  '^(?<team>press|legal) · .*$',
  '\\p{Lu}.{3,40}',
  '(?=.*[0-9])(?!draft).+',
  '[(a+)+]+\\+(a\\+)*',
  '(?:ab){2,5}',
  '(a?b)?',
  '.*-.*-.*-.*',
])('%s is taken', (text) => {
  expect(parseTitlePattern(text)).toEqual({ value: new RegExp(text, 'u') });
});

test.each([
  ['', /is blank/u],
  ['x'.repeat(201), /is too long: 201 of 200 characters/u],
  ['(', /is not a regular expression of JavaScript: Unterminated group/u],
  ['[z-a]', /out of order/u],
  ['\\', /is not a regular expression/u],
  ['(a+)+', /repeats a group/u],
  ['^(\\w+\\s?)*$', /repeats a group/u],
  ['(?:a|ab)*c', /repeats a group/u],
  ['((a?)b){2,}', /repeats a group/u],
  ['(?<x>[a-z]{1,9}){20}', /repeats a group/u],
  ['(.)\\1', /refers back/u],
  ['(?<x>.)\\k<x>', /refers back/u],
  ['.*.*.*.*.*x', /too many repetitions/u],
  [`${'a?'.repeat(40)}b`, /too many repetitions/u],
  [`${'a{0,9}'.repeat(12)}b`, /too many repetitions/u],
])('%s is refused', (text, wrong) => {
  expect(wrongOf(parseTitlePattern(text))).toMatch(wrong);
});

test.each(['a*a*a*b', 'a?a?a?a?b|a*b', 'a+[ab]*b$'])('%s ends soon on a title made to keep it busy', (text) => {
  const parsed = parseTitlePattern(text);
  const found = ['a'.repeat(255), 'aab'].map((title) => 'value' in parsed && parsed.value.test(title));
  expect(found).toEqual([false, true]);
});
