import type { ConfigFile } from '../audit/policy.ts';
import { largestLinksFile, parseLinksFile } from '../config-file/parse.ts';
import { failure, Failure, problem } from '../links/problem.ts';
import { stripInvisible } from '../links/text.ts';
import { type GivenFile, textOf } from '../runner/given-file.ts';
import type { Runner } from '../runner/runner.ts';

/** Where the file of links, policy and waivers is, unless an input says otherwise: under one of these names. */
export const usualLinksFiles = ['.github/docspace-links.yml', '.github/docspace-links.yaml'] as const;

/** The input that can name the file. */
type FileInput = 'file' | 'policy-file';

/**
 * Reads the file of links that an input names, before any request; `now` is the time from which it is evaluated. Throws
 * `links-file` with all that is wrong with it.
 */
export async function readLinksFile(path: string, input: FileInput, now: Date, runner: Runner): Promise<ConfigFile> {
  const found = await runner.readGivenFile(path, largestLinksFile);
  if (found.kind !== 'missing') return parseFound(found, path, now);
  throw failure('links-file', `The file ${stripInvisible(path)} is not there.`, howToHave(input));
}

/** The file under its usual name, `.yml` or `.yaml`, as above; null if there is none. Both are an error. */
export async function findLinksFile(input: FileInput, now: Date, runner: Runner): Promise<ConfigFile | null> {
  const all = await Promise.all(
    usualLinksFiles.map(async (path) => ({ path, found: await runner.readGivenFile(path, largestLinksFile) })),
  );
  const [first, second] = all.filter(({ found }) => found.kind !== 'missing');
  if (first === undefined) return null;
  if (second === undefined) return parseFound(first.found, first.path, now);
  throw failure(
    'links-file',
    `There are two files: ${first.path} and ${second.path}. Which of them holds is not known.`,
    `Keep one of them, or name it: \`${input}: ${first.path}\`.`,
  );
}

/** The same where there has to be one. */
export async function usualLinksFile(input: FileInput, now: Date, runner: Runner): Promise<ConfigFile> {
  const file = await findLinksFile(input, now, runner);
  if (file !== null) return file;
  throw failure('links-file', `There is neither ${usualLinksFiles.join(' nor ')}.`, howToHave(input));
}

function howToHave(input: FileInput): string {
  return `The step needs the files of the repository: use \`actions/checkout\` before it. \`${input}\` is a path from the root of the repository.`;
}

async function parseFound(found: GivenFile, path: string, now: Date): Promise<ConfigFile> {
  if (found.kind === 'missing') throw failure('links-file', `The file ${stripInvisible(path)} is not there.`);
  if (found.kind === 'unusable') {
    throw failure(
      'links-file',
      `The file ${stripInvisible(path)} ${found.why}`,
      'Name a text file with the links or the policy.',
    );
  }
  const read = textOf(found.bytes);
  if ('text' in read) return parseLinksFile(read.text, path, now);
  const { why, advice, line, column } = read;
  throw new Failure([
    problem('links-file', `${stripInvisible(path)}:${line}:${column}: The file ${why}`, advice, { path, line, column }),
  ]);
}
