import { dirname } from 'node:path';
import type { Baseline } from '../audit/read-baseline.ts';
import type { Inputs } from '../inputs/read.ts';
import type { LinksFile } from '../links-file/links-file.ts';
import { Failure, problem, type Problem } from '../links/problem.ts';
import { quoted } from '../links/quoted.ts';
import type { Runner } from '../runner/runner.ts';
import { readCertificate } from './read-certificate.ts';

/** What the paths among the inputs lead to. */
export interface GivenFiles {
  /** PEM text of the certificates to trust; null without `ca-certificate`. */
  readonly ca: string | null;
  /** Links, policy and waivers; null without a file. */
  readonly links: LinksFile | null;
  readonly baseline: Baseline | null;
}

/**
 * Reads every file that the inputs name, once, and looks whether the reports can be written; before any request. The
 * inputs may be wrong themselves, so what is wrong with the files is given back, to be reported with that.
 */
export async function readGivenFiles(
  inputs: Inputs,
  now: Date,
  runner: Runner,
): Promise<{ readonly files: GivenFiles; readonly problems: readonly Problem[] }> {
  const problems: Problem[] = [];
  const noting = async <T>(work: Promise<T>): Promise<T | null> => {
    try {
      return await work;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      problems.push(...error.problems);
      return null;
    }
  };
  const ca = inputs.kind === 'skip' ? null : await noting(readCertificate(inputs.ca, runner));
  const links = await noting(linksFile(inputs, now, runner));
  const baseline = await noting(baselineOf(inputs, runner));
  const reports: ReportPlace[] = [];
  for (const { path } of 'reports' in inputs ? inputs.reports : []) {
    const place = await noting(runner.checkReport(path));
    if (place !== null) reports.push({ path, place });
  }
  problems.push(...clashes(reports));
  return { files: { ca, links, baseline }, problems };
}

async function linksFile(inputs: Inputs, now: Date, runner: Runner): Promise<LinksFile | null> {
  const path = linksPath(inputs);
  // The input is wrong, or there is none.
  if (path === undefined) return null;
  // Loaded here, since most verbs need no such file.
  const { findLinksFile, readLinksFile, usualLinksFile } = await import('./read-links-file.ts');
  if (inputs.kind === 'audit') {
    return path === null ? findLinksFile('policy-file', now, runner) : readLinksFile(path, 'policy-file', now, runner);
  }
  return path === null ? usualLinksFile('file', now, runner) : readLinksFile(path, 'file', now, runner);
}

/** Path of the file of links; null: the usual one; undefined: none is wanted. */
function linksPath(inputs: Inputs): string | null | undefined {
  switch (inputs.kind) {
    case 'audit':
      return inputs.policyFile;
    case 'apply':
      return inputs.file;
    case 'skip':
      // Nothing is applied, but a pull request from a fork has to show whether its file is right.
      return inputs.file;
    case 'set':
    case 'list':
    case 'revoke':
      return undefined;
  }
}

async function baselineOf(inputs: Inputs, runner: Runner): Promise<Baseline | null> {
  if (inputs.kind !== 'audit' || inputs.baseline === null) return null;
  // Loaded here, since no other verb needs reports.
  const { readBaselineFile } = await import('./audit-files.ts');
  return readBaselineFile(inputs.baseline, portalOf(inputs), runner);
}

/** Null if the input is wrong. */
function portalOf({ portal }: { readonly portal?: string }): string | null {
  return portal ?? null;
}

/** A report, and where it is written. */
interface ReportPlace {
  readonly path: string;
  readonly place: string;
}

/** Reports of which one takes another's place: as the same file by another path, or as a folder of its path. */
function clashes(reports: readonly ReportPlace[]): readonly Problem[] {
  const first = new Map<string, ReportPlace>();
  for (const report of reports) if (!first.has(report.place)) first.set(report.place, report);
  const hint = 'Give each report in `reports` a path of its own.';
  return reports.flatMap((report) => {
    const { path, place } = report;
    const same = first.get(place);
    if (same !== undefined && same !== report) {
      return [problem('input', `The reports ${quoted(same.path)} and ${quoted(path)} are the same file.`, hint)];
    }
    const above = foldersOf(place).flatMap((folder) => first.get(folder) ?? [])[0];
    if (above === undefined) return [];
    const why = `${quoted(above.path)} is a report too, and cannot be a folder.`;
    return [problem('input', `The report ${quoted(path)} cannot be written: ${why}`, hint)];
  });
}

/** The folders above a place, the nearest first. */
function foldersOf(place: string): readonly string[] {
  const folder = dirname(place);
  return folder === place ? [] : [folder, ...foldersOf(folder)];
}
