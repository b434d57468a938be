import type { LineCounter, Node, Scalar, YAMLMap } from 'yaml';
import { quoted } from '../links/quoted.ts';
import type { Position, Refuse } from './mistakes.ts';
import { oddIndents, plainMistake, yamlMistake } from './yaml-mistakes.ts';

/** One value: its text as it is meant (quotes and escapes resolved), before anyone takes it for a number or a date. */
export interface ScalarTree {
  readonly kind: 'scalar';
  readonly at: Position;
  readonly text: string;
  /** Nothing is written, or `null` or `~`, which mean nothing. */
  readonly blank: boolean;
}

/** A list. */
export interface ListTree {
  readonly kind: 'list';
  readonly at: Position;
  readonly items: readonly Tree[];
}

/** One line `name: value` of a mapping. */
export interface Entry {
  readonly name: string;
  readonly at: Position;
  readonly value: Tree;
}

/** A mapping, in the order in which it is written; no name stands in it twice. */
export interface MapTree {
  readonly kind: 'map';
  readonly at: Position;
  readonly entries: readonly Entry[];
}

/** What a YAML file holds, as plain data with positions. */
export type Tree = ScalarTree | ListTree | MapTree;

const start: Position = { line: 1, column: 1 };

/** The likeliest cause is looked for in the lines before; more mistakes than these are not reported anyway. */
const mostExplained = 100;

/**
 * Reads YAML 1.2 into a tree. What is wrong is refused, and then the tree is not to be used. Only what a file of plain
 * settings needs is taken: no anchors, aliases, merge keys and tags, so nothing expands and nothing is executed. Null
 * for a file without content. The library is loaded here and nowhere else: most steps never need it.
 */
export async function readTree(text: string, refuse: Refuse): Promise<Tree | null> {
  const yaml = await import('yaml');
  const lines = new yaml.LineCounter();
  // Duplicate keys are found below, with both their lines.
  const documents = yaml.parseAllDocuments(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  if (!Array.isArray(documents)) return null;
  const [document, second] = documents;
  const errors = documents.flatMap((one) => one.errors);
  const written = text.split(/\r?\n/u);
  const odd = oddIndents(written);
  const continuing = new Set(errors.filter(({ code }) => code === 'MULTILINE_IMPLICIT_KEY').map(({ pos }) => pos[0]));
  // One mistake brings others with it: of a line only the first is reported.
  const reported = new Set<number>();
  const report = (at: Position, message: string): void => {
    if (!reported.has(at.line)) refuse(at, message);
    reported.add(at.line);
  };
  for (const { at, message } of odd) report(at, message);
  for (const { code, message, pos } of errors) {
    const at = positionAt(lines, pos[0]);
    if (reported.size >= mostExplained) {
      report(at, plainMistake(code));
      continue;
    }
    const continues = code !== 'MULTILINE_IMPLICIT_KEY' && continuing.has(pos[0]);
    const likely = yamlMistake({ code, message, at, continues }, written);
    report(likely.at, likely.message);
    reported.add(at.line);
  }
  if (second !== undefined) {
    refuse(positionAt(lines, second.range[0]), 'A second YAML document begins here: the file holds a single one.');
  }
  if (errors.length + odd.length > 0 || second !== undefined) return null;
  const content = document?.contents ?? null;
  const tree = content === null ? null : treeOf(content, { yaml, lines, refuse });
  return tree?.kind === 'scalar' && tree.blank ? null : tree;
}

interface Reading {
  readonly yaml: typeof import('yaml');
  readonly lines: LineCounter;
  readonly refuse: Refuse;
}

function positionAt(lines: LineCounter, offset: number): Position {
  const { line, col } = lines.linePos(offset);
  return line === 0 ? start : { line, column: col };
}

function treeOf(node: Node, reading: Reading): Tree {
  const { yaml, lines, refuse } = reading;
  const at = positionAt(lines, node.range?.[0] ?? 0);
  if (yaml.isAlias(node)) return aliasTree(at, refuse);
  const { anchor, tag } = node;
  if (anchor !== undefined) {
    refuse(
      at,
      'Anchors (`&…`) are not supported: write the value alone. A text that begins with `&` needs quotes: "&…".',
    );
  }
  if (tag !== undefined) {
    refuse(at, 'Tags (`!…`) are not supported: write the value alone. A text that begins with `!` needs quotes.');
  }
  if (yaml.isMap<unknown, Node | null>(node)) return mapTree(node, at, reading);
  if (yaml.isSeq<Node>(node)) return { kind: 'list', at, items: node.items.map((item) => treeOf(item, reading)) };
  const scalar = node as Scalar;
  return { kind: 'scalar', at, text: scalar.source ?? '', blank: scalar.value === null };
}

function aliasTree(at: Position, refuse: Refuse): Tree {
  refuse(
    at,
    'Aliases (`*…`) are not supported: write the value itself. A text that begins with `*` needs quotes: "*…".',
  );
  return { kind: 'scalar', at, text: '', blank: true };
}

function mapTree(node: YAMLMap<unknown, Node | null>, at: Position, reading: Reading): MapTree {
  const { yaml, lines, refuse } = reading;
  const entries = new Map<string, Entry>();
  for (const { key, value } of node.items) {
    const place = yaml.isNode(key) ? positionAt(lines, key.range?.[0] ?? 0) : at;
    if (!yaml.isScalar(key) || key.anchor !== undefined || key.tag !== undefined) {
      refuse(place, 'A name is expected here: a plain word, followed by a colon.');
      continue;
    }
    const name = key.source ?? '';
    if (name === '<<') {
      refuse(place, 'Merge keys (`<<`) are not supported: what many links share stands in `defaults`.');
      continue;
    }
    const first = entries.get(name);
    if (first !== undefined) {
      // What is no plain name may hold a value that is not to be shown.
      const which = /^[\w-]{1,40}$/u.test(name) ? quoted(name) : 'This name';
      refuse(place, `${which} stands here a second time; the first is in line ${first.at.line}.`);
      continue;
    }
    const nothing: ScalarTree = { kind: 'scalar', at: place, text: '', blank: true };
    entries.set(name, { name, at: place, value: value === null ? nothing : treeOf(value, reading) });
  }
  return { kind: 'map', at, entries: [...entries.values()] };
}
