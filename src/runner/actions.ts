import { appendFileSync } from 'node:fs';
import * as core from '@actions/core';
import { readGivenFile } from './given-file.ts';
import { harmless } from './harmless.ts';
import { writeToRunner } from './runner-file.ts';
import type { Runner } from './runner.ts';
import { checkWorkspaceFile, writeWorkspaceFile } from './workspace-file.ts';

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
      core.info(harmless(text));
    },
    debug: (text) => {
      core.debug(harmless(text));
    },
    warning: (title, message) => {
      core.warning(harmless(message), { title: harmless(title) });
    },
    notice: (title, message) => {
      core.notice(harmless(message), { title: harmless(title) });
    },
    error: (title, message, place) => {
      core.error(message.split('\n').map(harmless).join('\n'), {
        title: harmless(title),
        ...(place === undefined
          ? {}
          : {
              file: harmless(place.path),
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
