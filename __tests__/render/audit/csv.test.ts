import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { stripInvisible } from '../../../src/links/text.ts';
import { csvReport } from '../../../src/render/audit/csv.ts';
import { anyFindings, hostileTitles } from '../../audit/results.ts';
import { findingOf, resultOf } from '../../audit/samples.ts';

const header = ['status', 'severity', 'rule', 'name', 'roomId', 'roomTitle', 'linkId', 'linkTitle', 'message', 'fix'];

type Row = Readonly<Record<string, string>>;

/** The rows as another program reads them, strictly by RFC 4180. */
function rowsOf(csv: string): readonly Row[] {
  return parse(csv, { bom: true, columns: true, record_delimiter: '\r\n' });
}

describe('the CSV report', () => {
  test('has the mark of UTF-8, a header, and a row for each finding, with CRLF after each', () => {
    const findings = [findingOf({ roomTitle: 'Contract, "final"' }), findingOf({ status: 'waived', fix: '' })];
    expect(csvReport(resultOf({ findings }))).toBe(
      `\ufeff${header.join(',')}\r\n` +
        'new,high,DSL001,anyone-no-expiration,2201,"Contract, ""final""",0f6b1c9e-3b52-4d41-9c2e-0a1b2c3d4e5f,For editors,Anyone with the link can open the room for ever.,let the link end 30 days from now\r\n' +
        'waived,high,DSL001,anyone-no-expiration,2201,Press kit,0f6b1c9e-3b52-4d41-9c2e-0a1b2c3d4e5f,For editors,Anyone with the link can open the room for ever.,\r\n',
    );
  });

  test('is a header alone without findings', () => {
    expect(csvReport(resultOf())).toBe(`\ufeff${header.join(',')}\r\n`);
  });

  test('reads back as the findings, on one line each and without what is not seen', () => {
    fc.assert(
      fc.property(anyFindings, (findings) => {
        const rows = rowsOf(csvReport(resultOf({ findings })));
        const plain = (text: string): string => text.replaceAll("'", '');
        expect(rows.map((row) => Object.values(row).map(plain))).toStrictEqual(
          findings.map((one) => header.map((name) => plain(stripInvisible(one[name as keyof typeof one])))),
        );
        expect(rows.map((row) => Object.keys(row))).toStrictEqual(findings.map(() => header));
      }),
    );
  });

  test('has no cell that is a formula', () => {
    fc.assert(
      fc.property(anyFindings, (findings) => {
        const cells = rowsOf(csvReport(resultOf({ findings }))).flatMap((row) => Object.values(row));
        expect(cells.filter((cell) => /^\s*[=+\-@＝＋－＠]/u.test(cell))).toStrictEqual([]);
      }),
    );
  });

  test('has none for a spreadsheet either that separates at semicolons, and then takes quotes for text', () => {
    fc.assert(
      fc.property(anyFindings, (findings) => {
        expect(csvReport(resultOf({ findings }))).not.toMatch(/(?:^|[;\n])["\s]*[=+\-@＝＋－＠]/u);
      }),
    );
  });

  test.each([
    ['=1+1', "'=1+1"],
    ['  =1+1', "'=1+1"],
    ['\t=1+1', "'=1+1"],
    ['\r\n=1+1', "'=1+1"],
    ['\u200b@SUM(A1)', "'@SUM(A1)"],
    ['\u3000=1', "'=1"],
    ['+49 30 1', "'+49 30 1"],
    ['-1', "'-1"],
    ['＝1', "'＝1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠x', "'＠x"],
    ['a;=1', "a;'=1"],
    ['a; "=1', 'a; "\'=1'],
    ['a;b', 'a;b'],
    ['a = b - c', 'a = b - c'],
    ['a, -b', 'a, -b'],
    ["'=1", "'=1"],
    ['pr-58', 'pr-58'],
    ['two\nlines', 'two lines'],
    ['right \u202e left\u0007', 'right left'],
    ['\ud800x', 'x'],
  ])('the title %j stands there as %j', (title, cell) => {
    expect(rowsOf(csvReport(resultOf({ findings: [findingOf({ roomTitle: title })] })))).toMatchObject([
      { roomTitle: cell },
    ]);
  });

  test.each(hostileTitles)('has one line a finding with the title %j', (title) => {
    const csv = csvReport(resultOf({ findings: [findingOf({ roomTitle: title, linkTitle: title, message: title })] }));
    expect(csv.split('\r\n')).toHaveLength(3);
    expect(csv.replaceAll('\r\n', '').slice(1)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
  });
});
