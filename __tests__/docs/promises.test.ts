import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { later } from '../../scripts/promises/later.ts';
import { promisesPage } from '../../scripts/promises/page.ts';
import { promises } from '../../scripts/promises/promises.ts';
import { taggedTests, taggedTestsIn } from '../../scripts/promises/tagged-tests.ts';
import { root } from './documented.ts';

const ids = promises.flatMap((group) => group.promises.map(({ id }) => id));
const laterIds = later.flatMap((group) => group.promises.map(({ id }) => id));
const tests = taggedTests(root, '__tests__');

/** Promises whose tests do not name them yet. */
const waiting: readonly string[] = [];

describe('promises', () => {
  test('have ids of their own, and are sentences', () => {
    const all = [...ids, ...laterIds];
    expect(all.filter((id, index) => all.indexOf(id) !== index)).toEqual([]);
    expect(all.filter((id) => !/^[a-z0-9-]+$/u.test(id))).toEqual([]);
    const sentences = [...promises, ...later].flatMap((group) => group.promises.map(({ says }) => says));
    expect(sentences.filter((says) => !/^[A-Z`][^\n]+\.$/u.test(says))).toEqual([]);
  });

  test('are each shown by a test that names them in its title', () => {
    const named = new Set(tests.flatMap((one) => one.promises));
    expect(ids.filter((id) => !named.has(id))).toEqual(ids.filter((id) => waiting.includes(id)));
    expect(waiting.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('are all that titles name', () => {
    const unknown = tests.filter((one) => one.promises.some((id) => !ids.includes(id)));
    expect(unknown.map(({ file, title, promises: named }) => `${file}: ${title}: ${named.join()}`)).toEqual([]);
  });

  test('stand on a page that is up to date', () => {
    expect(readFileSync(join(root, 'docs', 'promises.md'), 'utf8')).toBe(promisesPage(promises, tests));
  });
});

describe('the reading of titles', () => {
  // In parts: this file is read, too.
  const tag = (named: string): string => ['[promise', `${named}]`].join(' ');

  test.each([
    { name: 'a test', text: `test('works ${tag('a')}', () => {});`, title: 'works', named: ['a'] },
    {
      name: 'several promises',
      text: `test("it's so ${tag('a, b')}", () => {});`,
      title: "it's so",
      named: ['a', 'b'],
    },
    { name: 'rows', text: `test.each([['x']])('%s works ${tag('a')}', () => {});`, title: '%s works', named: ['a'] },
    {
      name: 'rows with types',
      text: `test.each<[string]>([['x']])('%s ${tag('a')}', async () => {});`,
      title: '%s',
      named: ['a'],
    },
    {
      name: 'a template',
      text: `test(\`of \${verb}: works ${tag('a')}\`, () => {});`,
      title: 'of …: works',
      named: ['a'],
    },
    {
      name: 'blocks',
      text: `describe('A', () => { describe.each(x)('B', () => { test('c ${tag('a')}'); }); });`,
      title: 'A › B › c',
      named: ['a'],
    },
    { name: 'a loop', text: `for (const x of y) { test('c ${tag('a')}', f); }`, title: 'c', named: ['a'] },
  ])('$name', ({ text, title, named }) => {
    expect(taggedTestsIn('x.test.ts', text)).toEqual([{ file: 'x.test.ts', title, promises: named }]);
  });

  test.each([
    ['a block', `describe('all ${tag('a')}', () => {});`],
    ['a comment', `// ${tag('a')}`],
    ['a title made elsewhere', `const title = 'x ${tag('a')}'; test(title, () => {});`],
    ['a title with two tags', `test('x ${tag('a')} ${tag('b')}', () => {});`],
  ])('a tag in %s is an error: no test would be found by it', (_name, text) => {
    expect(() => taggedTestsIn('x.test.ts', text)).toThrow('x.test.ts: 1 of');
  });

  test('a title is nothing but text on the page', () => {
    const group = { title: 'G', promises: [{ id: 'a', says: 'It holds.' }] };
    const one = { file: '__tests__/x.test.ts', title: '<b>[x](y)</b> `%s` a|b', promises: ['a'] };
    const page = promisesPage([group], [one, { ...one, promises: ['b'] }]);
    expect(page).toContain('| `a` | It holds. | [\\<b\\>\\[x\\](y)\\</b\\> \\`%s\\` a\\|b](../__tests__/x.test.ts) |');
  });
});
