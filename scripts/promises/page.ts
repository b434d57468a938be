import { code, table, unaligned } from '../generate/markdown.ts';
import type { PromiseGroup } from './promised.ts';
import type { TaggedTest } from './tagged-tests.ts';

/** The page of all promises, and of the tests that name each in their titles. */
export function promisesPage(groups: readonly PromiseGroup[], tests: readonly TaggedTest[]): string {
  const sections = groups.flatMap(({ title, promises }) => {
    const rows = promises.map(({ id, says }) => [
      code(id),
      says,
      tests
        .filter((test) => test.promises.includes(id))
        .map((test) => `[${plain(test.title)}](../${test.file})`)
        .join('<br>'),
    ]);
    return [`## ${title}`, '', unaligned(table(['Promise', 'What holds', 'Shown by'], rows)), ''];
  });
  return [
    '<!-- Generated from scripts/promises and the titles of the tests; run `npm run generate` -->',
    '',
    '# Promises, and the tests that show them',
    '',
    'What you can rely on. Each promise is shown by the tests that name it in their titles.',
    '',
    ...sections,
  ].join('\n');
}

/** A test's title as nothing but text: no markup, no link, no HTML. */
function plain(title: string): string {
  return title.replace(/[\\`*_{}[\]<>#!~&|]/gu, (sign) => (sign === '|' ? sign : `\\${sign}`));
}
