import { readBaseline, type Baseline } from '../../audit/baseline.ts';
import { failure } from '../../links/problem.ts';
import { quoted } from '../../links/text.ts';
import type { Runner } from '../../runner/runner.ts';
import { textOf } from '../../runner/given-file.ts';

/** Bytes; the report of some hundred thousand links. */
export const largestBaseline = 256 * 1024 * 1024;

/**
 * Reads the report that `baseline` names; null without one, and with a notice for one that is not there. `portal` is
 * null if it is not known. Throws `input` with what is wrong with it.
 */
export async function readBaselineFile(path: string, portal: string | null, runner: Runner): Promise<Baseline | null> {
  const file = await runner.readGivenFile(path, largestBaseline);
  if (file.kind === 'missing') {
    runner.notice('No baseline', `${quoted(path)} is not there: all findings are new.`);
    return null;
  }
  const refused = (why: string, advice: string): Error =>
    failure('input', `\`baseline\`: ${quoted(path)} ${why}`, advice);
  if (file.kind === 'unusable') throw refused(file.why, 'Give the path of a JSON report.');
  const read = textOf(file.bytes);
  if ('why' in read) throw refused(read.why, 'Give the path of a JSON report, as an earlier audit wrote it.');
  return readBaseline(read.text, path, portal);
}
