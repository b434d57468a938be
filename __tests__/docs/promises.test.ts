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
const waiting: readonly string[] = [
  'input-paths-checked',
  'list-lines',
  'list-commas',
  'list-keys',
  'list-titles',
  'list-notation',
  'list-wrong-kind',
  'outputs-all-set',
  'outputs-of-failure',
  'outputs-of-skip',
  'outputs-size',
  'outputs-order',
  'no-summary-file',
  'no-proxy',
  'proxy-unusable',
  'packed-answers',
  'no-node-warnings',
  'limiter-waited-for',
  'room-title-near',
  'set-key-long',
  'old-portal-invitation',
  'reveal-always',
  'output-links',
  'set-wrong-answer',
  'address-differs',
  'list-contradiction',
  'revoke-one-selector',
  'revoke-changed',
  'audit-whole-list',
  'audit-missing-room',
  'audit-breaks-off',
  'audit-portal-clock',
  'audit-policy-file',
  'audit-default-titles',
  'audit-idle-pattern',
  'waiver-needs',
  'waiver-expired',
  'waiver-link',
  'ids-are-ids',
  'audit-carried-on',
  'apply-file',
  'apply-result-always',
  'apply-skip-checks-file',
  'apply-past-date',
  'apply-absent-room',
  'file-empty-links',
  'file-encoding',
  'file-hostile',
];

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
    ['a test', `test('works ${tag('a')}', () => {});`, 'works', ['a']],
    ['several promises', `test("it's so ${tag('a, b')}", () => {});`, "it's so", ['a', 'b']],
    ['rows', `test.each([['x']])('%s works ${tag('a')}', () => {});`, '%s works', ['a']],
    ['rows with types', `test.each<[string]>([['x']])('%s ${tag('a')}', async () => {});`, '%s', ['a']],
    ['a template', `test(\`of \${verb}: works ${tag('a')}\`, () => {});`, 'of …: works', ['a']],
    [
      'blocks',
      `describe('A', () => { describe.each(x)('B', () => { test('c ${tag('a')}'); }); });`,
      'A › B › c',
      ['a'],
    ],
    ['a loop', `for (const x of y) { test('c ${tag('a')}', f); }`, 'c', ['a']],
  ])('%s', (_name, text, title, named) => {
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
