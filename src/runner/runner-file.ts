import { closeSync, constants, openSync } from 'node:fs';
import { NotTaken } from './runner.ts';
import { writeProblem } from './write-problem.ts';

/** The environment variables by which the runner names the files that it reads after the step. */
export type RunnerFile = 'GITHUB_OUTPUT' | 'GITHUB_STATE' | 'GITHUB_STEP_SUMMARY';

/**
 * Writes to a file of the runner. Throws `NotTaken` if there is none: the toolkit would print a command instead, with the
 * secrets in it, which current runners ignore. The file has to exist: the runner makes it, and reads no other.
 */
export function writeToRunner(file: RunnerFile, write: (path: string) => void): void {
  const path = process.env[file] ?? '';
  if (path === '') throw new NotTaken(`\`${file}\` is not set`, true);
  try {
    // Does not wait for somebody to read a pipe, and keeps it open until all is written.
    const kept = openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
    try {
      write(path);
    } finally {
      closeSync(kept);
    }
  } catch (error) {
    // A mistake of this program is none of the file.
    if ((error as { readonly code?: unknown }).code === undefined) throw error;
    throw new NotTaken(`the file that \`${file}\` names cannot be written: ${writeProblem(error)}`, false);
  }
}
