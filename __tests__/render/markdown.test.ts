import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stripInvisible } from '../../src/links/text.ts';
import { code, fitted, prose, table } from '../../src/render/markdown.ts';
import { rendered } from '../support/rendered.ts';

const hostile = [
  '@everyone and @octo/team',
  '#1, octo/contracts#2, GH-3',
  'https://evil.example/?a=b and http://evil.example',
  'www.evil.example WWW.EVIL.EXAMPLE',
  'mail@evil.example',
  '![x](https://evil.example/pixel.png) [x](javascript:alert(1))',
  '<img src=x onerror=alert(1)><script>alert(1)</script><!-- x',
  '</code><a href="https://evil.example">x</a>',
  '| a | b |\\| c \\',
  '`` ` ``` code',
  '**bold** _it_ __it__ ~~gone~~ $x^2$',
  '&lt;b&gt; &#60;b&#62; &copy;',
  'quotes \' and "',
  '- item\n- item\n# heading\n---\n> quote',
  'a\u202eb\u200bc\u0007d',
];

describe('a text from outside', () => {
  test.each(hostile)('%j is nothing but text, as code', (text) => {
    const seen = rendered(`Room ${code(text)} it is`);
    expect(seen.text.trim()).toBe(`Room ${stripInvisible(text)} it is`);
    expect(seen.elements).toStrictEqual(['code', 'p']);
  });

  test.each(hostile)('%j is nothing but text, in a cell', (text) => {
    const seen = rendered(table(['One', 'Two'], [[code(text), code('last')]]));
    expect(seen.text.split('\n').filter((line) => line !== '')).toStrictEqual([
      'One',
      'Two',
      stripInvisible(text),
      'last',
    ]);
    expect(seen.elements).toStrictEqual(['code', 'table', 'tbody', 'td', 'th', 'thead', 'tr']);
  });

  test.each(hostile)('%j is nothing but text, in a message', (text) => {
    const seen = rendered(`- **Title**<br>${prose(`Room 201 "${text}" is not there.`)}`);
    expect(seen.elements.filter((name) => !['br', 'code', 'li', 'strong', 'ul'].includes(name))).toStrictEqual([]);
    // Where GitHub looks for them, no mention and no reference is left.
    expect(seen.open).not.toMatch(/[@#]\w/u);
  });

  test('any text is nothing but text', () => {
    const alphabet = fc.constantFrom(
      ...Array.from('ab19 .:/|<>&@`*_~[]()#\\!"\'$-+=^{}\n'),
      'www.',
      'https://',
      '&#60;',
      '<b>',
    );
    fc.assert(
      fc.property(fc.array(alphabet, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        const seen = rendered(table(['One', 'Two'], [[code(text), code('last')]]));
        expect(seen.elements).toStrictEqual(['code', 'table', 'tbody', 'td', 'th', 'thead', 'tr']);
        expect(seen.text.replaceAll(/\s+/gu, ' ').trim()).toBe(
          `One Two ${stripInvisible(text)} last`.replaceAll(/\s+/gu, ' '),
        );
      }),
    );
  });

  test('what is harmless stays readable in the source', () => {
    expect(code('octo/contracts: pr-58 (2027)')).toBe('<code>octo/contracts: pr-58 (2027)</code>');
    expect(prose('Room 201: use `room-id`, or rename it.')).toBe('Room 201: use <code>room-id</code>, or rename it.');
  });

  test('is cut where it is longer than any title', () => {
    expect(code('x'.repeat(255))).toBe(`<code>${'x'.repeat(255)}</code>`);
    expect(code('🦊'.repeat(256))).toBe(`<code>${'🦊'.repeat(254)}…</code>`);
  });
});

describe('what GitHub takes', () => {
  test('of a long table the rest is counted', () => {
    const rows = Array.from({ length: 501 }, (_, index) => [String(index)]);
    expect(table(['N'], rows.slice(1)).split('\n')).toHaveLength(502);
    const long = table(['N'], [...rows, ['more']]);
    expect(long.split('\n').slice(-3)).toStrictEqual(['| 499 |', '', '_… and 2 more_']);
  });

  test('a summary of up to 1 MiB is left as it is, a longer one is cut at the end of a line, and says so', () => {
    const line = `${'ü'.repeat(511)}\n`;
    const most = line.repeat(1024);
    expect(fitted(most.slice(0, 1000 * 512))).toBe(most.slice(0, 1000 * 512));
    const cut = fitted(`${most}end`);
    expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(1024 * 1024);
    expect(cut.startsWith(line.repeat(1000).trimEnd())).toBe(true);
    expect(cut).toMatch(/ü\n\n_Cut here: GitHub shows no more than 1 MiB\._\n$/u);
    expect(fitted('x'.repeat(2 ** 21))).toBe('\n\n_Cut here: GitHub shows no more than 1 MiB._\n');
  });
});
