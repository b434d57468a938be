import { dirname } from 'node:path';
import type { Baseline } from '../audit/baseline.ts';
import type { ConfigFile } from '../audit/policy.ts';
import { certificatesIn, certificatesOf, isEncodedCertificate } from '../docspace/certificate.ts';
import { failure, Failure, problem, type Problem } from '../links/problem.ts';
import { quoted } from '../links/text.ts';
import type { Runner } from '../runner/runner.ts';
import type { CaCertificate, Inputs } from './inputs.ts';

/** Bytes: all the CAs that an operating system trusts are a quarter of this. */
const largest = 1024 * 1024;

/**
 * The certificates of the input `ca-certificate` as PEM text, before any request; null without it. Throws
 * `input` that names what is there instead.
 */
export async function readCertificate(ca: CaCertificate | null, runner: Runner): Promise<string | null> {
  if (ca === null) return null;
  if (ca.kind === 'pem') return joined(certificatesIn(ca.pem));
  const { path } = ca;
  const file = await runner.readGivenFile(path, largest);
  if (file.kind === 'bytes') return joined(certificatesOf(file.bytes));
  if (isEncodedCertificate(path)) return joined(certificatesIn(path));
  const why = file.kind === 'missing' ? 'is not there.' : file.why;
  const message = mayBeKey.test(path)
    ? '`ca-certificate` is neither PEM text nor the path of a file that can be read.'
    : `\`ca-certificate\`: ${quoted(path)} ${why}`;
  throw failure('input', message, 'Give the PEM text itself, or the path of a file that an earlier step has written.');
}

/** A long text of the characters of base64: a private key without its lines is one. Few paths have no dot. */
const mayBeKey = /^[\w+/=-]{60,}$/u;

function joined(blocks: readonly string[]): string {
  return blocks.join('\n');
}

/** What the paths among the inputs lead to. */
export interface GivenFiles {
  /** PEM text of the certificates to trust; null without `ca-certificate`. */
  readonly ca: string | null;
  /** Links, policy and waivers; null without a file. */
  readonly links: ConfigFile | null;
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
  const succeeds = async <T>(work: Promise<T>): Promise<T | null> => {
    try {
      return await work;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      problems.push(...error.problems);
      return null;
    }
  };
  const ca = inputs.kind === 'skip' ? null : await succeeds(readCertificate(inputs.ca, runner));
  const links = await succeeds(linksFile(inputs, now, runner));
  const baseline = await succeeds(baselineOf(inputs, runner));
  const reports: ReportPlace[] = [];
  for (const { path } of 'reports' in inputs ? inputs.reports : []) {
    const place = await succeeds(runner.checkReport(path));
    if (place !== null) reports.push({ path, place });
  }
  problems.push(...clashes(reports));
  return { files: { ca, links, baseline }, problems };
}

async function linksFile(inputs: Inputs, now: Date, runner: Runner): Promise<ConfigFile | null> {
  const path = linksPath(inputs);
  // The input is wrong, or there is none.
  if (path === undefined) return null;
  // Loaded here, since most verbs need no such file.
  const { findLinksFile, readLinksFile, usualLinksFile } = await import('./config-file.ts');
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
  const { readBaselineFile } = await import('./audit/baseline-file.ts');
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
