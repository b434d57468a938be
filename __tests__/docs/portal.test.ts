import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { marked } from 'marked';
import { portalOf } from '../support/step.ts';
import { read, root } from './documented.ts';

/** One section of the page that a comment names, and where it does. */
interface Citation {
  readonly where: string;
  readonly section: string;
}

const page = read('docs/portal.md');
const anchors = Array.from(page.matchAll(/<a id="([^"]*)"><\/a>/gu), ([, id = '']) => id);
const recordings = join('__tests__', 'fixtures', 'recordings');

/** `0.4`, `G15`, `H`. */
const name = String.raw`(?:\d+(?:\.\d+)*|[A-H]\d*)\b`;
/** Between two words of a comment, also over the end of a line. */
const gap = String.raw`(?:\s|\*|//)+`;
const listOf = (item: string): string => `${item}(?:(?:,|${gap}(?:and|or))${gap}${item})*`;

/**
 * All citations of the page in a file: `portal.md` with one section or several, and `§` alone, unless it follows the
 * name of another document. The simulator knows one document only, so there `section H3` is a citation too.
 */
function citationsIn(file: string, text: string): readonly Citation[] {
  const forms = [
    String.raw`portal\.md${gap}(?<list>${listOf(`§?${name}`)})`,
    String.raw`(?<!\.md${gap})(?<list>§${name})`,
  ];
  if (/(?:^|\/)simulator\//u.test(file)) forms.push(String.raw`\b[Ss]ections?${gap}(?<list>${listOf(name)})`);
  const found = forms.flatMap((form) =>
    Array.from(text.matchAll(new RegExp(form, 'gu')), (match) => {
      const list = match.groups?.['list'] ?? '';
      const start = match.index + match[0].length - list.length;
      return Array.from(list.matchAll(new RegExp(name, 'gu')), (one) => ({ at: start + one.index, section: one[0] }));
    }).flat(),
  );
  // A `§` after `portal.md` is found in two ways.
  const places = new Map(found.map((one) => [one.at, one.section]));
  return Array.from(places, ([at, section]) => ({ where: `${file}:${text.slice(0, at).split('\n').length}`, section }));
}

/** The anchor of a section: `s0-4` for 0.4, `g15` for G15. */
function anchorOf(section: string): string {
  return (/^\d/u.test(section) ? `s${section}` : section).replaceAll('.', '-').toLowerCase();
}

/** What is wrong with citations, one line each. */
function wrong(citations: readonly Citation[]): readonly string[] {
  return citations
    .filter(({ section }) => !anchors.includes(anchorOf(section)))
    .map(({ where, section }) => `${where}: docs/portal.md has no section ${section}`);
}

const cited: readonly Citation[] = ['src', 'simulator', 'scripts', 'bundle', '__tests__'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:ts|js|md)$/u.test(file))
    .map((file) => join(folder, file).replaceAll('\\', '/'))
    .flatMap((file) => citationsIn(file, read(file))),
);

describe('docs/portal.md', () => {
  test('has every section that a comment cites', () => {
    expect(wrong(cited)).toEqual([]);
    expect(cited.length).toBeGreaterThan(150);
  });

  test('has each anchor once, and an anchor for each of its own links', () => {
    expect(anchors.filter((id, index) => anchors.indexOf(id) !== index)).toEqual([]);
    const links = Array.from(page.matchAll(/\]\(#([^)]*)\)/gu), ([, id = '']) => id);
    expect(links.filter((id) => !anchors.includes(id))).toEqual([]);
  });

  test('has the number that its anchor says', () => {
    const numbered = Array.from(
      page.matchAll(new RegExp(String.raw`^(?:#+ )?<a id="([^"]+)"></a>(?:\*\*)?(${name})`, 'gmu')),
      ([, id = '', section = '']) => ({ id, section }),
    );
    expect(numbered.filter(({ id, section }) => anchorOf(section) !== id)).toEqual([]);
    expect(numbered.length).toBeGreaterThan(50);
  });

  test('cites recordings that exist, and names all of them', () => {
    const files = readdirSync(join(root, recordings)).filter((file) => file.endsWith('.json'));
    const defined = Array.from(page.matchAll(/^\[(\d\d)\]: \.\.\/(.*)$/gmu), ([, number = '', file = '']) => ({
      number,
      file,
    }));
    expect(defined.map(({ file }) => file)).toEqual(files.toSorted().map((file) => `${recordings}/${file}`));
    expect(defined.filter(({ number, file }) => !file.startsWith(`${recordings}/${number}-`))).toEqual([]);
    const numbers = Array.from(page.matchAll(/\[(\d\d)\](?!:)/gu), ([, number = '']) => number);
    expect(new Set(numbers)).toEqual(new Set(defined.map(({ number }) => number)));
  });

  test('has tables that render: every row has the cells of its head', () => {
    const tables = marked.lexer(page).filter((token) => token.type === 'table');
    const rows = page.split('\n').filter((line) => line.startsWith('|'));
    // The head, the line under it, and the rows: a line in no table would be missing.
    const shown = tables.reduce((sum, table) => sum + 2 + (table as { rows: unknown[] }).rows.length, 0);
    expect(shown).toBe(rows.length);
    const cells = tables.flatMap(({ raw }) => {
      const counts = raw
        .trim()
        .split('\n')
        .map((line) => line.replaceAll(/`[^`]*`|\\\|/gu, '').split('|').length);
      return counts.filter((count) => count !== counts[0]).map((count) => `${count} in ${raw.slice(0, 60)}`);
    });
    expect(cells).toEqual([]);
  });
});

/** A link as an answer has it. */
interface Answered {
  readonly sharedLink: { readonly id: string; readonly requestToken: string };
  readonly access: number;
}

test('the seven requests of docs/portal.md do on the simulator what the page says', async () => {
  const portal = await portalOf({ now: () => Date.UTC(2027, 0, 1) });
  const room = portal.addRoom({ title: 'Release downloads', roomType: 5 });
  let token = '';
  const bodies: unknown[] = [];
  const commands = Array.from(page.matchAll(/^(api|curl -s) (?:\$PORTAL\/api\/2\.0)?(\S+)(.*)$/gmu), (match) =>
    match.slice(1),
  );
  for (const [tool, path = '', options = ''] of commands) {
    const body = /-d '([^']*)'/u.exec(options)?.[1];
    const response = await fetch(
      `${portal.url}/api/2.0${path.replace('$ROOM', String(room.id)).replace('$TOKEN', token)}`,
      {
        method: /-X (\w+)/u.exec(options)?.[1] ?? 'GET',
        headers: {
          ...(tool === 'api' ? { Authorization: `Bearer ${portal.key('owner')}` } : {}),
          'Content-Type': 'application/json',
        },
        ...(body === undefined ? {} : { body }),
      },
    );
    expect([path, response.status]).toEqual([path, 200]);
    const { response: answer } = (await response.json()) as { readonly response?: unknown };
    bodies.push(answer);
    token = (answer as Partial<Answered> | undefined)?.sharedLink?.requestToken ?? token;
  }
  const [key, seen, none, created, changed, visitor, revoked, ...more] = bodies;
  expect(key).toMatchObject({ permissions: ['rooms:write'] });
  expect(seen).toMatchObject({ roomType: 5, security: { EditAccess: true } });
  expect(none).toEqual([]);
  const id = '5f0c2a9e-6d0b-4c5a-9a54-3f1d7c1b2e60';
  const kept = { id, title: 'Review', expirationDate: '2031-01-31T18:00:00.0000000Z', password: 'Zx9-longenough' };
  expect(created).toMatchObject({ access: 2, sharedLink: kept });
  expect(changed).toMatchObject({ access: 10, sharedLink: kept });
  expect(visitor).toMatchObject({ status: 3 });
  expect(revoked).toBeUndefined();
  expect(more).toEqual([]);
  expect(room.links.size).toBe(0);
});

describe('the reading of citations', () => {
  // In parts: this file is read, too.
  const of = (sections: string): string => ['portal', `md ${sections}`].join('.');
  const sign = '\u00a7';

  test.each([
    { name: 'a section', file: 'src/a.ts', text: `/** Text (${of(`${sign}0.4`)}). */`, expected: ['src/a.ts:1 0.4'] },
    { name: 'the end of a sentence', file: 'src/a.ts', text: `// See ${of(`${sign}7`)}.`, expected: ['src/a.ts:1 7'] },
    {
      name: 'a letter, with and without the sign',
      file: 'src/a.ts',
      text: `${of('H1')}\n${of(`${sign}G15`)}`,
      expected: ['src/a.ts:1 H1', 'src/a.ts:2 G15'],
    },
    {
      name: 'several',
      file: 'src/a.ts',
      text: of(`${sign}3 and ${sign}6, recordings/10`),
      expected: ['src/a.ts:1 3', 'src/a.ts:1 6'],
    },
    {
      name: 'a later sign',
      file: 'src/a.ts',
      text: `(${of(`${sign}0.2`)}) and no date (${sign}1.2)`,
      expected: ['src/a.ts:1 0.2', 'src/a.ts:1 1.2'],
    },
    {
      name: 'the end of a line',
      file: 'src/a.ts',
      text: ` * ${of('').trim()}\n * ${sign}5.4`,
      expected: ['src/a.ts:2 5.4'],
    },
    { name: 'another document', file: 'src/a.ts', text: `audit-rules.md ${sign}99`, expected: [] },
    {
      name: 'the word in the simulator',
      file: 'simulator/a.ts',
      text: '// In Section 2.3, step 4, and sections 8, H5',
      expected: ['simulator/a.ts:1 2.3', 'simulator/a.ts:1 8', 'simulator/a.ts:1 H5'],
    },
    { name: 'the word elsewhere', file: 'src/a.ts', text: '// section 9', expected: [] },
  ])('$name', ({ file, text, expected }) => {
    expect(citationsIn(file, text).map(({ where, section }) => `${where} ${section}`)).toEqual(expected);
  });

  test('a section that does not exist is named with file and line', () => {
    const citations = citationsIn('src/a.ts', `\n// ${of(`${sign}0.99`)}`);
    expect(wrong(citations)).toEqual(['src/a.ts:2: docs/portal.md has no section 0.99']);
  });
});
