import * as v from 'valibot';
import { stripInvisible } from '../links/text.ts';
import { didYouMean, listedWords } from '../values/parsed.ts';
import { display } from '../values/redact.ts';
import { Failure, problem } from '../links/problem.ts';
import { memberSchema, namesIn, wordsOf } from './schema.ts';

/** Where something stands in the file, line and column from 1; columns count UTF-16 units, as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** How a value is reached from the whole file: names of mappings, and places in lists from 0. */
export type Path = readonly (string | number)[];

/** Where the values of a file stand. */
export interface Places {
  /** The value; where nothing is written after a name, the name. Line 1 and column 1 for a path that leads nowhere. */
  readonly at: (path: Path) => Position;
  /** The name before the value; null for what has none, and for what is not written. */
  readonly nameAt: (path: Path) => Position | null;
}

/**
 * Takes down a mistake; reading goes on, so that all are reported at once. A message that takes work (a "did you mean") is
 * a function, called only if the message is shown: of very many mistakes only the first are.
 */
export type Refuse = (at: Position, message: string | (() => string)) => void;

/** Something that is wrong with the file. */
export interface Mistake {
  readonly at: Position;
  /** A sentence or two: what is wrong, and what is possible. */
  readonly message: string | (() => string);
}

/** One mistake can bring many more with it; nobody reads more than these. */
const mostMistakes = 50;

/** Each mistake with its place, in the form of which editors and terminals make a link; in the order of the file. */
export function failureOf(mistakes: readonly Mistake[], path: string): Failure {
  const ordered = mistakes.toSorted(({ at: one }, { at: other }) => one.line - other.line || one.column - other.column);
  const problems = ordered.slice(0, mostMistakes).map(({ at: { line, column }, message }) => {
    const place = { path, line, column };
    const words = typeof message === 'string' ? message : message();
    return problem('links-file', `${stripInvisible(path)}:${line}:${column}: ${words}`, undefined, place);
  });
  const more = ordered.length - problems.length;
  if (more === 0) return new Failure(problems);
  return new Failure([...problems, problem('links-file', `${stripInvisible(path)}: and ${more} more mistakes.`)]);
}

/** Refuses what valibot finds wrong with a file that is read by this schema, in the words of the schema. */
export function refuseIssues(
  issues: readonly v.BaseIssue<unknown>[],
  schema: v.GenericSchema,
  places: Places,
  refuse: Refuse,
): void {
  // Of what stands in one place, a name that is missing is told last: it may be the one that is misspelt.
  const ordered = issues.toSorted((one, other) => Number(isMissing(one)) - Number(isMissing(other)));
  const wrongNames = new Set<string>();
  for (const issue of ordered) {
    const path = pathOf(issue);
    const [last, own] = [issue.path?.at(-1), path.slice(0, -1)];
    // The value after a name that is wrong may be anything, and is not shown.
    if (wrongNames.has(JSON.stringify(path))) continue;
    if (last?.origin === 'key') wrongNames.add(JSON.stringify(path));
    if (issue.type !== 'strict_object') {
      const isName = last?.origin === 'key';
      const at = isName || issue.input === null ? places.nameAt(path) : null;
      const subject = nameOf(isName ? own : path);
      refuse(at ?? places.at(path), wrongValue(issue, subject, schemaAt(schema, path)));
    } else if (isMissing(issue)) {
      refuse(places.at(own), `${upper(wordsOf(schemaAt(schema, own)).what)} needs \`${String(last?.key)}\`.`);
    } else {
      refuseUnknown(last?.input as object, own, schemaAt(schema, own), places, refuse);
    }
  }
}

/** Whether a mapping lacks a name that it needs. */
function isMissing({ type, input }: v.BaseIssue<unknown>): boolean {
  return type === 'strict_object' && input === undefined;
}

/** How the value that an issue is about is reached. */
export function pathOf({ path }: v.BaseIssue<unknown>): Path {
  return path?.map(({ key }) => key as string | number) ?? [];
}

function schemaAt(schema: v.GenericSchema, path: Path): v.GenericSchema {
  return path.reduce((holder, key) => memberSchema(holder, key), schema);
}

/** As messages name a value: its name, in backticks, or that of the list that it is in. */
function nameOf(path: Path): string {
  const name = path.findLast((key) => typeof key === 'string');
  return name === undefined ? 'The file' : `\`${name}\``;
}

function wrongValue({ type, input, message }: v.BaseIssue<unknown>, name: string, schema: v.GenericSchema): string {
  if (type === 'raw_transform') return `${name}${message}`;
  if (type === 'array') {
    const { example } = wordsOf(schema);
    if (input !== null) return `${name} is a list, like ${example}.`;
    const plain = name.replaceAll('`', '');
    return `${name} has nothing under it. Write \`${plain}: []\` if that is meant, or put ${example} under it.`;
  }
  if (input === null) return `${name} has no value.`;
  if (type === 'string') return `${name} is a single value, not ${kindOf(input)}.`;
  return `${upper(wordsOf(schema).what)} is a mapping of names and values, not ${kindOf(input)}.`;
}

function kindOf(value: unknown): string {
  if (typeof value === 'string') return 'a single value';
  return Array.isArray(value) ? 'a list' : 'a mapping';
}

/** Refuses every unknown name of a mapping: valibot reports the first only. */
function refuseUnknown(written: object, path: Path, schema: v.GenericSchema, places: Places, refuse: Refuse): void {
  const { what, otherWords, refused } = wordsOf(schema);
  const names = namesIn(schema);
  const meanings = new Map([...names.map((name) => [name, name] as const), ...Object.entries(otherWords)]);
  const startsWithName = new RegExp(`^(?:${names.join('|')})[^\\w-]`, 'u');
  for (const [name, value] of Object.entries(written)) {
    if (names.includes(name)) continue;
    const place = [...path, name];
    const at = places.nameAt(place) ?? places.at(place);
    // What follows may be a value that is not to be shown.
    if (/^[\w-]+:\S/u.test(name)) {
      refuse(at, 'A space is missing after the colon, as in `name: value`.');
    } else if (value === null && startsWithName.test(name)) {
      refuse(at, 'A colon and a space are missing after the name, as in `name: value`.');
    } else {
      const why = Object.hasOwn(refused, name) ? refused[name] : undefined;
      const possible = `is not a field of ${what}. Possible: ${listedWords(names)}.`;
      refuse(at, () => `${display(name, [])} ${why ?? `${possible}${didYouMean(name, meanings)}`}`);
    }
  }
}

function upper(what: string): string {
  return what.charAt(0).toUpperCase() + what.slice(1);
}
