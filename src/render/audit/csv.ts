import { stringify } from 'csv-stringify/sync';
import type { Finding } from '../../audit/finding.ts';
import type { AuditResult } from '../../audit/result.ts';
import { escapeForCsv } from '../../links/text.ts';

const columns = [
  'status',
  'severity',
  'rule',
  'name',
  'roomId',
  'roomTitle',
  'linkId',
  'linkTitle',
  'message',
  'fix',
] as const satisfies readonly (keyof Finding)[];

/**
 * The findings as CSV (RFC 4180), a header and one row each. It begins with the mark of UTF-8: without it Excel takes
 * the file for the code page of its computer, and titles that are not English become unreadable; other programs know
 * and skip it. No cell is a formula to a spreadsheet.
 */
export function csvReport({ findings }: AuditResult): string {
  const rows = findings.map((finding) => columns.map((column) => escapeForCsv(finding[column])));
  return stringify(rows, { header: true, columns: [...columns], record_delimiter: 'windows', bom: true });
}
