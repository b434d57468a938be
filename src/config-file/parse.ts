import { cleaned } from '../links/quoted.ts';
import { Failure, problem } from '../links/problem.ts';
import { buildPolicy, buildWaiver } from './build-policy.ts';
import { buildRooms } from './build-rooms.ts';
import { fileShape } from './file-shape.ts';
import type { ConfigFile } from '../audit/policy.ts';
import type { Mistake, Refuse } from './mistakes.ts';
import { readTree, type Tree } from './yaml-tree.ts';

/** Bytes. The file is written by people: this is more than ten thousand links, and a second or two of work. */
export const largestLinksFile = 1024 * 1024;
/** One mistake can bring many more with it; nobody reads more than these. */
const mostMistakes = 50;
const start = { line: 1, column: 1 };

/**
 * Reads the file of links, policy and waivers. Nothing in it is executed or expanded. `path` names it in messages;
 * `now` is the time from which dates and durations are judged. Throws a `Failure` with every mistake at once, each with
 * its line and column. Where the YAML itself is broken, that is all that is told.
 */
export async function parseLinksFile(text: string, path: string, now: Date): Promise<ConfigFile> {
  const mistakes: Mistake[] = [];
  const refuse: Refuse = (at, message) => {
    mistakes.push({ at, message });
  };
  const tree = isTooLarge(text, refuse) ? null : await readTree(text.replace(/^\ufeff/u, ''), refuse);
  if (mistakes.length > 0) throw failureOf(mistakes, path);
  const file = tree === null ? null : await fileOf(tree, path, now, refuse);
  if (file === null && mistakes.length === 0) {
    refuse(start, 'The file is empty: it needs `version: 1`, and `rooms` or `policy`.');
  }
  if (file === null || mistakes.length > 0) throw failureOf(mistakes, path);
  return file;
}

function isTooLarge(text: string, refuse: Refuse): boolean {
  const size = Buffer.byteLength(text);
  const isLarge = size > largestLinksFile;
  if (isLarge) refuse(start, `The file is too large: ${size} bytes; at most ${largestLinksFile} (1 MiB) are read.`);
  return isLarge;
}

/** The file; null if nothing can be made of it, and worth nothing if anything was refused. */
async function fileOf(tree: Tree, path: string, now: Date, refuse: Refuse): Promise<ConfigFile | null> {
  // The library behind it is large, and most files have no such pattern.
  const patterns = hasTitlePattern(tree) ? await import('./title-pattern.ts') : undefined;
  const whole = fileShape(now, patterns?.parseTitlePattern).read(tree, { name: 'The file', at: start, refuse });
  if (whole === undefined) return null;
  const { defaults, rooms = [], policy, waivers = [] } = whole.values;
  return {
    path,
    rooms: buildRooms(rooms, defaults, refuse),
    policy: buildPolicy(policy),
    waivers: waivers.map(buildWaiver),
    policyLine: whole.placeOf('policy')?.line ?? null,
  };
}

function hasTitlePattern(tree: Tree): boolean {
  const valuesOf = (one: Tree, name: string): readonly Tree[] =>
    one.kind === 'map' ? one.entries.filter((entry) => entry.name === name).map(({ value }) => value) : [];
  return valuesOf(tree, 'policy').some((policy) => valuesOf(policy, 'title-pattern').length > 0);
}

/** Each mistake with its place, in the form of which editors and terminals make a link; in the order of the file. */
function failureOf(mistakes: readonly Mistake[], path: string): Failure {
  const ordered = mistakes.toSorted(({ at: one }, { at: other }) => one.line - other.line || one.column - other.column);
  const problems = ordered.slice(0, mostMistakes).map(({ at: { line, column }, message }) => {
    const place = { path, line, column };
    const words = typeof message === 'string' ? message : message();
    return problem('links-file', `${cleaned(path)}:${line}:${column}: ${words}`, undefined, place);
  });
  const more = ordered.length - problems.length;
  if (more === 0) return new Failure(problems);
  return new Failure([...problems, problem('links-file', `${cleaned(path)}: and ${more} more mistakes.`)]);
}
