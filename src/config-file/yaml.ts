import type { Document, LineCounter, Node, Pair, Scalar, YAMLMap } from 'yaml';
import { quoted } from '../links/text.ts';
import type { Mistake, Path, Places, Position } from './mistakes.ts';
import { oddIndents, plainMistake, yamlMistake } from './yaml-mistakes.ts';

/** What a YAML file holds. */
export interface YamlFile {
  /** Mappings, lists and texts, before anyone takes a text for a number or a date; null where nothing is written. */
  readonly data: unknown;
  readonly places: Places;
}

type Yaml = typeof import('yaml');

const start: Position = { line: 1, column: 1 };

/** The likeliest cause is looked for in the lines before; more mistakes than these are not reported anyway. */
const mostExplained = 100;

/**
 * Reads YAML 1.2; gives all that is wrong with it if anything is. Only what a file of plain settings needs is taken: no
 * anchors, aliases, merge keys and tags, so nothing expands and nothing is executed. The library is loaded here and
 * nowhere else: most steps never need it.
 */
export async function readYaml(text: string): Promise<YamlFile | { readonly mistakes: readonly Mistake[] }> {
  const yaml = await import('yaml');
  const lines = new yaml.LineCounter();
  const positionAt: PositionAt = (offset = 0) => positionIn(lines, offset);
  // Every scalar is a text. Duplicate names are found below, with both their lines.
  const parsed = yaml.parseAllDocuments(text, {
    schema: 'failsafe',
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
  });
  const documents: readonly Document[] = Array.isArray(parsed) ? parsed : [];
  const mistakes = [...errorsIn(documents, text, positionAt), ...laterDocuments(documents, positionAt)];
  if (mistakes.length > 0) return { mistakes };
  const [document] = documents;
  const content = document?.contents ?? null;
  const duplicates = content === null ? [] : extrasIn(yaml, content, positionAt);
  if (duplicates.length > 0) return { mistakes: duplicates };
  return { data: document?.toJS() ?? null, places: placesIn(yaml, content, positionAt) };
}

function positionIn(lines: LineCounter, offset: number): Position {
  const { line, col } = lines.linePos(offset);
  return line === 0 ? start : { line, column: col };
}

/** Where an offset of the text is. */
type PositionAt = (offset?: number) => Position;

/** What the library finds wrong. One mistake brings others with it: of a line only the first is reported. */
function errorsIn(documents: readonly Document[], text: string, positionAt: PositionAt): readonly Mistake[] {
  const errors = documents.flatMap((one) => one.errors);
  const written = text.split(/\r?\n/u);
  const continuing = new Set(errors.filter(({ code }) => code === 'MULTILINE_IMPLICIT_KEY').map(({ pos }) => pos[0]));
  const mistakes: Mistake[] = [];
  const reported = new Set<number>();
  const report = (at: Position, message: string): void => {
    if (!reported.has(at.line)) mistakes.push({ at, message });
    reported.add(at.line);
  };
  for (const { at, message } of oddIndents(written)) report(at, message);
  for (const { code, message, pos } of errors) {
    const at = positionAt(pos[0]);
    if (reported.size >= mostExplained) {
      report(at, plainMistake(code));
      continue;
    }
    const continues = code !== 'MULTILINE_IMPLICIT_KEY' && continuing.has(pos[0]);
    const likely = yamlMistake({ code, message, at, continues }, written);
    report(likely.at, likely.message);
    reported.add(at.line);
  }
  return mistakes;
}

function laterDocuments([, second]: readonly Document[], positionAt: PositionAt): readonly Mistake[] {
  if (second === undefined) return [];
  const message = 'A second YAML document begins here: the file holds a single one.';
  return [{ at: positionAt(second.range?.[0]), message }];
}

const alias =
  'Aliases (`*…`) are not supported: write the value itself. A text that begins with `*` needs quotes: "*…".';
const anchor =
  'Anchors (`&…`) are not supported: write the value alone. A text that begins with `&` needs quotes: "&…".';
const tag = 'Tags (`!…`) are not supported: write the value alone. A text that begins with `!` needs quotes.';

/** What YAML has and this file has not. Turns the words for nothing into null on the way. */
function extrasIn(yaml: Yaml, content: Node, positionAt: PositionAt): readonly Mistake[] {
  const mistakes: Mistake[] = [];
  yaml.visit(content, {
    Alias: (role, { range }) => {
      if (role !== 'key') mistakes.push({ at: positionAt(range?.[0]), message: alias });
    },
    Value: (role, node) => {
      if (role === 'key') return yaml.visit.SKIP;
      const at = positionAt(node.range?.[0]);
      if (node.anchor !== undefined) mistakes.push({ at, message: anchor });
      if (node.tag !== undefined) mistakes.push({ at, message: tag });
      if (yaml.isScalar(node) && isBlank(node)) node.value = null;
      const wrong = yaml.isMap<Node, Node | null>(node) ? wrongNames(yaml, node, positionAt) : [];
      for (const one of wrong) mistakes.push(one);
      return undefined;
    },
  });
  return mistakes;
}

/** Nothing is written, or a word that means nothing, without quotes. */
function isBlank({ type, value }: Scalar): boolean {
  return type === 'PLAIN' && /^(?:~|null|Null|NULL)?$/u.test(String(value));
}

function wrongNames(yaml: Yaml, map: YAMLMap<Node, Node | null>, positionAt: PositionAt): readonly Mistake[] {
  const lines = new Map<string, number>();
  return map.items.flatMap(({ key }) => {
    const at = positionAt((key.range ?? map.range)?.[0]);
    if (!yaml.isScalar<string>(key) || key.anchor !== undefined || key.tag !== undefined) {
      return [{ at, message: 'A name is expected here: a plain word, followed by a colon.' }];
    }
    const name = key.value;
    if (name === '<<') {
      return [{ at, message: 'Merge keys (`<<`) are not supported: what many links share stands in `defaults`.' }];
    }
    const first = lines.get(name);
    if (first === undefined) {
      lines.set(name, at.line);
      return [];
    }
    // What is no plain name may hold a value that is not to be shown.
    const which = /^[\w-]{1,40}$/u.test(name) ? quoted(name) : 'This name';
    return [{ at, message: `${which} stands here a second time; the first is in line ${first}.` }];
  });
}

/** Each mapping is indexed once: a file can have very many wrong names in one. */
function placesIn(yaml: Yaml, content: Node | null, positionAt: PositionAt): Places {
  const known = new WeakMap<YAMLMap, ReadonlyMap<unknown, Pair<Scalar, Node | null>>>();
  const pairsOf = (map: YAMLMap): ReadonlyMap<unknown, Pair<Scalar, Node | null>> => {
    const items = map.items as readonly Pair<Scalar, Node | null>[];
    const pairs = known.get(map) ?? new Map(items.map((pair) => [pair.key.value, pair]));
    known.set(map, pairs);
    return pairs;
  };
  const nodeAt = (path: Path): Node | null =>
    path.reduce((node: Node | null, key) => {
      if (yaml.isMap(node)) return pairsOf(node).get(key)?.value ?? null;
      return yaml.isSeq<Node>(node) ? (node.items[Number(key)] ?? null) : null;
    }, content);
  const nameAt = (path: Path): Position | null => {
    const holder = path.length === 0 ? null : nodeAt(path.slice(0, -1));
    const pair = yaml.isMap(holder) ? pairsOf(holder).get(path.at(-1)) : undefined;
    return pair === undefined ? null : positionAt(pair.key.range?.[0]);
  };
  return {
    nameAt,
    at: (path) => {
      const node = nodeAt(path);
      return node === null ? (nameAt(path) ?? start) : positionAt(node.range?.[0]);
    },
  };
}
