import { appendFileSync, closeSync, constants, openSync } from 'node:fs';
import * as core from '@actions/core';
import { escapeForLog } from '../links/text.ts';
import { readGivenFile } from './given-file.ts';
import { NotTaken, type Runner } from './runner.ts';
import { checkWorkspaceFile, writeProblem, writeWorkspaceFile } from './workspace-file.ts';

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

const shortestLine = 4;
/** More than twice what GitHub sends of an event; bytes. */
const largestEvent = 64 * 1024 * 1024;

/** Whether a runner of Actions, or what stands in for one, reads the log: it says so, or takes outputs. */
function readsCommands(): boolean {
  return ['GITHUB_ACTIONS', 'GITHUB_OUTPUT'].some((name) => (process.env[name] ?? '') !== '');
}

/** The runner of GitHub Actions, by its toolkit. Nothing is printed that has not been made harmless. */
export function actionsRunner(): Runner {
  return {
    // The toolkit's getInput trims or does not; untrimmed, a password of blanks can be told from none.
    input: (name) => core.getInput(name, { trimWhitespace: false }),
    env: process.env,
    mask: (secret) => {
      // Where nothing reads commands, this one would print what it is to hide.
      if (!readsCommands()) return;
      const text = secret.reveal();
      // The runner masks line by line, so the lines of a secret that has several are masked as well.
      // A line of a few characters would star out every word that holds it.
      const lines = text.split(/\r?\n/).filter((line) => line.trim().length >= shortestLine);
      for (const part of new Set([text, ...lines])) if (part.trim() !== '') core.setSecret(part);
    },
    line: (text) => {
      core.info(escapeForLog(text));
    },
    debug: (text) => {
      core.debug(escapeForLog(text));
    },
    warning: (title, message) => {
      core.warning(escapeForLog(message), { title: escapeForLog(title) });
    },
    notice: (title, message) => {
      core.notice(escapeForLog(message), { title: escapeForLog(title) });
    },
    error: (title, message, place) => {
      core.error(message.split('\n').map(escapeForLog).join('\n'), {
        title: escapeForLog(title),
        ...(place === undefined
          ? {}
          : {
              file: escapeForLog(place.path),
              startLine: place.line,
              ...(place.column === undefined ? {} : { startColumn: place.column }),
            }),
      });
    },
    output: (name, value) => {
      writeToRunner('GITHUB_OUTPUT', () => {
        core.setOutput(name, value);
      });
    },
    saveState: (name, value) => {
      writeToRunner('GITHUB_STATE', () => {
        core.saveState(name, value);
      });
    },
    state: core.getState,
    summary: (markdown) => {
      writeToRunner('GITHUB_STEP_SUMMARY', (path) => {
        appendFileSync(path, `${markdown}\n`);
      });
    },
    readFile: async (path) => {
      const found = await readGivenFile(path, largestEvent);
      if (found.kind !== 'bytes') throw new Error(`${path} cannot be read.`);
      return new TextDecoder().decode(found.bytes);
    },
    readGivenFile,
    checkReport: (path) => checkWorkspaceFile(path, process.env),
    writeFile: (path, text) => writeWorkspaceFile(path, text, process.env),
  };
}
