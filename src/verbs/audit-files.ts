import { readBaseline, type Baseline } from '../audit/read-baseline.ts';
import type { AuditInputs } from '../inputs/read.ts';
import type { LinksFile } from '../links-file/links-file.ts';
import { Failure, failure } from '../links/problem.ts';
import { quoted } from '../links/quoted.ts';
import { attempt } from '../operations/attempt.ts';
import type { Runner } from '../runner/runner.ts';
import { findLinksFile, readLinksFile } from './read-links-file.ts';

/** The files that an audit is given. */
export interface AuditFiles {
  /** Policy, waivers and the links that are described; null without a file. */
  readonly file: LinksFile | null;
  readonly baseline: Baseline | null;
}

/** Reads them before any request. Throws a `Failure` with what is wrong with either. */
export async function readAuditFiles(inputs: AuditInputs, now: Date, runner: Runner): Promise<AuditFiles> {
  const file = await attempt(() => policyFile(inputs, now, runner));
  const baseline = await attempt(() => earlierReport(inputs, runner));
  if (file.failed === null && baseline.failed === null) return { file: file.value, baseline: baseline.value };
  throw new Failure([file, baseline].flatMap(({ failed }) => failed?.problems ?? []));
}

function policyFile({ policyFile: path }: AuditInputs, now: Date, runner: Runner): Promise<LinksFile | null> {
  return path === null ? findLinksFile(now, runner) : readLinksFile(path, 'policy-file', now, runner);
}

async function earlierReport({ baseline: path, portal }: AuditInputs, runner: Runner): Promise<Baseline | null> {
  if (path === null) return null;
  let text: string;
  try {
    text = await runner.readFile(path);
  } catch (error) {
    if ((error as { readonly code?: unknown }).code !== 'ENOENT') {
      throw failure('input', `\`baseline\`: ${quoted(path)} cannot be read.`, 'Give the path of a JSON report.');
    }
    runner.notice('No baseline', `${quoted(path)} is not there: all findings are new.`);
    return null;
  }
  return readBaseline(text, path, portal);
}
