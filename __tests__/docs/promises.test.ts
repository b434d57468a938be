import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { promisesPage } from '../../scripts/promises/page.ts';
import { promises } from '../../scripts/promises/promises.ts';
import { taggedTests, taggedTestsIn } from '../../scripts/promises/tagged-tests.ts';
import { root } from './documented.ts';

const ids = promises.flatMap((group) => group.promises.map(({ id }) => id));
const tests = taggedTests(root, '__tests__');

/** Promises whose tests do not name them yet. */
const waiting: readonly string[] = [
  'five-actions',
  'own-inputs',
  'one-table',
  'exit-code',
  'error-annotations',
  'summary-always',
  'post-step-warns',
  'portal-url-cut',
  'portal-url-https',
  'credentials-from-env',
  'api-key-trimmed',
  'api-key-masked',
  'read-scope-suffices',
  'ca-certificate',
  'request-timeout',
  'step-timeout',
  'missing-credentials',
  'dry-run',
  'booleans',
  'durations',
  'input-errors-together',
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
  'room-exactly-one',
  'room-id',
  'room-title',
  'room-title-near',
  'room-title-ambiguous',
  'set-link-type',
  'set-access',
  'set-expiration',
  'set-expiration-refused',
  'set-internal',
  'set-primary',
  'set-primary-permanent',
  'set-key',
  'set-key-long',
  'set-link-id',
  'set-adopt',
  'set-title',
  'set-password',
  'set-deny-download',
  'set-max-uses',
  'set-defaults',
  'set-kept',
  'set-duration-bounds',
  'set-expired-replaced',
  'set-renew',
  'set-rotate',
  'set-rotate-full',
  'revoke-after-job',
  'old-portal-invitation',
  'reveal-never',
  'reveal-protected',
  'reveal-always',
  'comment-kept',
  'comment-elsewhere',
  'comment-refused',
  'output-password',
  'output-opens',
  'output-expiration',
  'output-links',
  'output-managed',
  'output-plan',
  'output-widens',
  'output-message',
  'set-idempotent',
  'set-two-runs',
  'set-takes-back-own',
  'set-dead-run',
  'set-never-more',
  'set-verified',
  'set-wrong-link-revoked',
  'set-dead-url',
  'set-failure-red',
  'set-wrong-answer',
  'no-secrets',
  'address-differs',
  'list-writes-nothing',
  'list-room',
  'list-rooms',
  'list-link-type',
  'list-reports',
  'list-file-for-apply',
  'list-unreadable',
  'list-complete',
  'list-contradiction',
  'revoke-one-selector',
  'revoke-keys',
  'revoke-expired',
  'revoke-managed',
  'revoke-link-type',
  'revoke-allow-rotate',
  'revoke-keeps-settings',
  'revoke-absent',
  'revoke-others-go-on',
  'revoke-proved',
  'revoke-changed',
  'revoke-members-stay',
  'revoke-comment',
  'audit-writes-nothing',
  'audit-rooms',
  'audit-external-only',
  'audit-whole-list',
  'audit-unread-is-finding',
  'audit-missing-room',
  'audit-breaks-off',
  'audit-concurrency',
  'audit-portal-clock',
  'audit-shard',
  'audit-merge',
  'audit-precedence',
  'audit-policy-file',
  'audit-require',
  'audit-severity',
  'audit-default-titles',
  'audit-idle-pattern',
  'waiver-needs',
  'waiver-expired',
  'waiver-link',
  'ids-are-ids',
  'audit-result',
  'audit-fail-on',
  'audit-fail-on-new',
  'audit-no-baseline-yet',
  'audit-baseline',
  'audit-carried-on',
  'audit-history',
  'audit-counts',
  'audit-finding-shape',
  'audit-reports',
  'audit-no-urls',
  'audit-issue',
  'audit-fix',
  'apply-file',
  'apply-prune',
  'apply-allow-widening',
  'apply-max-changes',
  'apply-dry-run',
  'apply-plan-first',
  'apply-others-go-on',
  'apply-converges',
  'apply-full-room',
  'apply-outputs',
  'apply-result-always',
  'apply-skip-checks-file',
  'apply-past-date',
  'apply-absent-room',
  'apply-comment',
  'file-fields',
  'file-no-passwords',
  'file-absent',
  'file-errors',
  'file-empty-links',
  'file-encoding',
  'file-hostile',
  'file-schema',
];

describe('promises', () => {
  test('have ids of their own, and are sentences', () => {
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(ids.filter((id) => !/^[a-z0-9-]+$/u.test(id))).toEqual([]);
    const sentences = promises.flatMap((group) => group.promises.map(({ says }) => says));
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
