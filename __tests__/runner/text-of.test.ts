import { expect, test } from '@jest/globals';
import { textOf } from '../../src/runner/given-file.ts';

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

test.each<[string, Buffer, string]>([
  ['nothing', Buffer.from(''), ''],
  ['ASCII', Buffer.from('version: 1\n'), 'version: 1\n'],
  ['UTF-8', Buffer.from('Für 客户 😀'), 'Für 客户 😀'],
  ['a byte order mark, which goes', Buffer.from('\ufeffversion: 1'), 'version: 1'],
  ['the replacement character itself', Buffer.from('F\ufffdr'), 'F\ufffdr'],
])('a text is read: %s', (_, bytes, text) => {
  expect(textOf(bytes)).toEqual({ text });
});

test.each<{
  readonly name: string;
  readonly bytes: Buffer;
  readonly why: string;
  readonly line: number;
  readonly column: number;
}>([
  {
    name: 'Latin-1',
    bytes: latin1('version: 1\ntitle: Für Kunden'),
    why: 'line 2 has the byte 0xFC in column 9',
    line: 2,
    column: 9,
  },
  {
    name: 'Latin-1 that could go on in UTF-8',
    bytes: latin1('a: 1\nb: Näh'),
    why: 'line 2 has the byte 0xE4 in column 5',
    line: 2,
    column: 5,
  },
  {
    name: 'Latin-1 at the end',
    bytes: latin1('ol\u00e9'),
    why: 'line 1 has the byte 0xE9 in column 3',
    line: 1,
    column: 3,
  },
  {
    name: 'Windows-1252',
    bytes: Buffer.from([0x22, 0x80, 0x22]),
    why: 'line 1 has the byte 0x80 in column 2',
    line: 1,
    column: 2,
  },
  {
    name: 'after characters of several bytes',
    bytes: Buffer.concat([Buffer.from('ä😀ö'), latin1('ü')]),
    why: 'line 1 has the byte 0xFC in column 5',
    line: 1,
    column: 5,
  },
  {
    name: 'after the replacement character',
    bytes: Buffer.concat([Buffer.from('\ufffd\n'), latin1('ü')]),
    why: 'line 2 has the byte 0xFC in column 1',
    line: 2,
    column: 1,
  },
  {
    name: 'half a character',
    bytes: Buffer.from('a😀').subarray(0, 3),
    why: 'line 1 has the byte 0xF0 in column 2',
    line: 1,
    column: 2,
  },
])('a text is not UTF-8: $name', ({ bytes, why, line, column }) => {
  expect(textOf(bytes)).toEqual({
    why: `is not encoded in UTF-8: ${why}, as in Latin-1 or Windows-1252.`,
    advice: expect.stringContaining('iconv -f WINDOWS-1252 -t UTF-8'),
    line,
    column,
  });
});

test.each<[string, Buffer, RegExp]>([
  ['UTF-16 with a mark', utf16('\ufeffversion: 1'), /^is encoded in UTF-16, not in UTF-8\.$/u],
  ['... the other way round', utf16('\ufeffversion: 1').swap16(), /^is encoded in UTF-16, /u],
  ['UTF-16 without a mark', utf16('version: 1\nrooms: []'), /^is encoded in UTF-16, /u],
  ['... the other way round', utf16('version: 1\nrooms: []').swap16(), /^is encoded in UTF-16, /u],
  ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x76, 0, 0, 0]), /^is encoded in UTF-32, /u],
  ['... the other way round', Buffer.from([0, 0, 0xfe, 0xff, 0, 0, 0, 0x76]), /^is encoded in UTF-32, /u],
  ['an archive', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 1]), /^is not a text file: it holds zero bytes\.$/u],
])('a text is something else: %s', (_, bytes, why) => {
  expect(textOf(bytes)).toMatchObject({ why: expect.stringMatching(why), line: 1 });
});

test('a large text with a wrong byte at its end is judged soon', () => {
  const bytes = Buffer.concat([Buffer.from('key: é\n'.repeat(500_000)), latin1('é')]);
  expect(textOf(bytes)).toMatchObject({ line: 500_001, column: 1 });
});
