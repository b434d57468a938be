import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cleaned, quoted } from '../../src/links/quoted.ts';

describe('a text from outside is cleaned of', () => {
  test.each([
    ['line breaks', 'a\r\nb\nc\rd', 'a b c d'],
    ['tabs and runs of blanks', 'a\t\t b', 'a b'],
    ['vertical tab and form feed', 'a\vb\fc', 'a b c'],
    ['line and paragraph separators', 'a\u2028b\u2029c', 'a b c'],
    ['the next-line control', 'a\u0085b', 'a b'],
    ['blanks around what goes', 'a \u200b b', 'a b'],
    ['other blanks', 'a\u00a0b\u3000c', 'a b c'],
    ['blanks at its ends', '  a  ', 'a'],
    ['control characters', 'a\u0000b\u0007c\u001b[31md\u007fe\u009bf', 'abc[31mdef'],
    ['marks of direction', 'a\u200e\u200f\u061cb', 'ab'],
    ['overrides of direction', 'a\u202a\u202b\u202c\u202d\u202eb', 'ab'],
    ['isolates of direction', 'a\u2066\u2067\u2068\u2069b', 'ab'],
    ['what has no width', 'a\u200b\u200c\u200d\u2060\ufeffb', 'ab'],
    ['invisible operators', 'a\u2061\u2062\u2063\u2064b', 'ab'],
    ['soft hyphens', 'ad\u00admin', 'admin'],
    ['the vowel separator that is not seen', 'a\u180eb', 'ab'],
    ['marks of annotations', 'a\ufff9b\ufffac\ufffb', 'abc'],
    ['tags, an alphabet that is not seen', 'a\u{e0001}\u{e0061}\u{e007f}b', 'ab'],
    ['fillers and selectors that are not seen', 'a\u3164b\u034fc\ufe0f', 'abc'],
    ['halves of characters', 'a\ud800b\udc00c', 'abc'],
  ])('%s', (_, text, plain) => {
    expect(cleaned(text)).toBe(plain);
  });

  test.each(['Café 2027', 'Cafe\u0301', '契約書', 'עברית', '😀 👍🏽', '::error::x', '##[group]', '"<b>`|`</b>"', ''])(
    'nothing else: %j stays',
    (text) => {
      expect(cleaned(text)).toBe(text);
    },
  );
});

describe('a quoted text', () => {
  test.each([
    ['Contract 2027', '"Contract 2027"'],
    ['', '""'],
    [' two\nlines ', '"two lines"'],
    ['x'.repeat(100), `"${'x'.repeat(100)}"`],
    ['x'.repeat(101), `"${'x'.repeat(99)}…"`],
    ['😀'.repeat(100), `"${'😀'.repeat(100)}"`],
    ['😀'.repeat(101), `"${'😀'.repeat(99)}…"`],
    [`${'x'.repeat(100)}\u200b\n`, `"${'x'.repeat(100)}"`],
  ])('%j', (text, shown) => {
    expect(quoted(text)).toBe(shown);
  });

  test('is one line of at most 100 visible characters, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const shown = quoted(text);
        expect(shown).toMatch(/^"[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]{0,100}"$/u);
        expect(cleaned(cleaned(text))).toBe(cleaned(text));
      }),
      { numRuns: 1000 },
    );
  });
});
