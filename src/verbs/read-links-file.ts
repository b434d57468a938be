import type { LinksFile } from '../links-file/links-file.ts';
import { parseLinksFile } from '../links-file/parse.ts';
import { failure } from '../links/problem.ts';
import type { Runner } from '../runner/runner.ts';

/** Where the file of links, policy and waivers is, unless an input says otherwise. */
export const usualLinksFile = '.github/docspace-links.yml';

/**
 * Reads the file of links before any request; `input` names it, and `now` is the time from which it is judged. Throws
 * `links-file` with all that is wrong with it.
 */
export async function readLinksFile(
  path: string,
  input: 'file' | 'policy-file',
  now: Date,
  runner: Runner,
): Promise<LinksFile> {
  const text = await textOf(path, runner);
  if (text !== null) return parseLinksFile(text, path, now);
  throw failure(
    'links-file',
    `The file ${path} is not there.`,
    `The step needs the files of the repository: use \`actions/checkout\` before it. \`${input}\` is a path from the root of the repository.`,
  );
}

/** The file at its usual place, as above; null if there is none. */
export async function findLinksFile(now: Date, runner: Runner): Promise<LinksFile | null> {
  const text = await textOf(usualLinksFile, runner);
  return text === null ? null : parseLinksFile(text, usualLinksFile, now);
}

async function textOf(path: string, runner: Runner): Promise<string | null> {
  try {
    return await runner.readFile(path);
  } catch (error) {
    if ((error as { readonly code?: unknown }).code === 'ENOENT') return null;
    throw failure('links-file', `The file ${path} cannot be read.`);
  }
}
