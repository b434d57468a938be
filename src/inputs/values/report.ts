import { normalize } from 'node:path';
import { listedWords } from './did-you-mean.ts';
import { listOf } from './lines.ts';
import type { Parse } from './parsed.ts';
import { parsePath } from './path.ts';

/** What reports can be. */
export const reportFormats = ['json', 'md', 'csv', 'sarif'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** A report that is asked for. */
export interface WantedReport {
  /** As it was given; whether something can be written there is checked before any request, and found out when it is. */
  readonly path: string;
  readonly format: ReportFormat;
}

const endings = listedWords(reportFormats.map((format) => `.${format}`));

/** Path of a report, whose ending, in any case, says the format. */
const parseReport: Parse<WantedReport> = (text) => {
  const path = parsePath(text);
  if ('wrong' in path) return path;
  const format = reportFormats.find((one) => text.toLowerCase().endsWith(`.${one}`));
  return format === undefined
    ? { wrong: `has none of the endings that say the format: ${endings}.` }
    : { value: { path: path.value, format } };
};

/** Paths of reports, each different. */
export const parseReports: Parse<readonly WantedReport[]> = listOf(parseReport, {
  keyOf: ({ path }) => normalize(path),
  once: 'a file',
});
