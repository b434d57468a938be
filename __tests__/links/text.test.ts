import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  cut,
  escapeForCsv,
  escapeForJson,
  escapeForLog,
  escapeForMarkdown,
  escapeForMermaid,
  escapeForSarif,
  quoted,
  stripInvisible,
} from '../../src/links/text.ts';

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
    expect(stripInvisible(text)).toBe(plain);
  });

  test.each(['Café 2027', 'Cafe\u0301', '契約書', 'עברית', '😀 👍🏽', '::error::x', '##[group]', '"<b>`|`</b>"', ''])(
    'nothing else: %j stays',
    (text) => {
      expect(stripInvisible(text)).toBe(text);
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
        expect(stripInvisible(stripInvisible(text))).toBe(stripInvisible(text));
      }),
      { numRuns: 1000 },
    );
  });
});

/** How the runner looks for commands: at the start of a line, blanks forgiven, or the older form anywhere in it. */
function speaks(line: string): boolean {
  return line.trimStart().startsWith('::') || line.includes('##[');
}

describe('a line of log', () => {
  test.each([
    ['plain: text :: with colons', 'plain: text :: with colons'],
    ['  indented', '  indented'],
    ['::error::x', ': :error::x'],
    ['   ::error::x', '   : :error::x'],
    ['a ##[error] b ##[warning]', 'a # #[error] b # #[warning]'],
    ['two\nlines\r\nand\u2028more', 'two lines and more'],
    ['\n::error::x', ' : :error::x'],
    ['\u0007bell\u001b[31m red\u202e left', 'bell[31m red left'],
    ['#\u200b#[error]', '# #[error]'],
    [':\u200b:error::', ': :error::'],
    ['ünïcödé 🦊', 'ünïcödé 🦊'],
  ])('%j is printed as %j', (text, printed) => {
    expect(escapeForLog(text)).toBe(printed);
  });

  test('never speaks to the runner', () => {
    const parts = fc.constantFrom(
      '::',
      ':',
      '##[',
      '#',
      '[',
      '\n',
      '\r',
      ' ',
      '\u200b',
      '\u202e',
      '\u001b',
      'error',
      'x',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 12 }), (chosen) => {
        const printed = escapeForLog(chosen.join(''));
        expect([printed, speaks(printed), /[\r\n]/u.test(printed)]).toStrictEqual([printed, false, false]);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a sink', () => {
  test.each([
    { text: 'plain text, 100 %', shown: 'plain text, 100 %' },
    { text: '<b>@octo</b> #1', shown: '&#60;b&#62;&#64;octo&#60;/b&#62; &#35;1' },
    { text: '![x](y) `z` a|b', shown: '&#33;&#91;x&#93;(y) &#96;z&#96; a&#124;b' },
    { text: 'https://a.b www.a.b', shown: 'https&#58;//a.b www&#46;a.b' },
  ])('Markdown: $text', ({ text, shown }) => {
    expect(escapeForMarkdown(text)).toBe(shown);
  });

  test.each([
    { text: 'a=b', shown: 'a=b' },
    { text: '=1+1', shown: "'=1+1" },
    { text: ' \u200b@x', shown: "'@x" },
    { text: 'a; "-b;c', shown: `a; "'-b;c` },
  ])('CSV: $text', ({ text, shown }) => {
    expect(escapeForCsv(text)).toBe(shown);
  });

  test.each([
    { text: 'a (b)', shown: 'a (b)' },
    { text: '[a](b) {0} \\', shown: '\\[a\\](b) {{0}} \\\\' },
    { text: 'a\nb', shown: 'a b' },
  ])('SARIF: $text', ({ text, shown }) => {
    expect(escapeForSarif(text)).toBe(shown);
  });

  test.each([
    { text: 'Café (2027) 1.0', shown: 'Café (2027) 1.0' },
    { text: '%%{init}%%: x; `', shown: 'init x' },
    { text: 'C4Context C4C', shown: 'C 4Context C 4C' },
  ])('Mermaid: $text', ({ text, shown }) => {
    expect(escapeForMermaid(text)).toBe(shown);
  });

  test('JSON: what is not seen is escaped, and the value stays', () => {
    const value = { title: 'a\u202eb\u{e0061}\u2028\u0085é' };
    const json = escapeForJson(JSON.stringify(value));
    expect(json).toBe(String.raw`{"title":"a\u202eb\udb40\udc61\u2028\u0085é"}`);
    expect(JSON.parse(json)).toStrictEqual(value);
  });

  test.each([
    { text: 'abc', most: 3, shown: 'abc' },
    { text: 'abcd', most: 3, shown: 'ab…' },
    { text: '😀😀😀', most: 2, shown: '😀…' },
  ])('cut at $most characters: $text', ({ text, most, shown }) => {
    expect(cut(text, most)).toBe(shown);
  });
});
