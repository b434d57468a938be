import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { harmless } from '../../src/runner/actions.ts';

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
    expect(harmless(text)).toBe(printed);
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
        const printed = harmless(chosen.join(''));
        expect([printed, speaks(printed), /[\r\n]/u.test(printed)]).toStrictEqual([printed, false, false]);
      }),
      { numRuns: 2000 },
    );
  });
});
