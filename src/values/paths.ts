import { normalize } from 'node:path';
import { listOf } from './lists.ts';
import { listedWords, type Parse } from './parsed.ts';

/** Path of a file: one line. Whether there is such a file is found out when it is read. */
export const parsePath: Parse<string> = (text) =>
  /\p{Cc}/u.test(text) ? { wrong: 'is not the path of a file, which is one line.' } : { value: text };

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
