import { describe, expect, test } from '@jest/globals';
import { planFixes, type PlannedFix } from '../../../src/audit/fixes.ts';
import { factsOf } from '../../../src/links/link-facts.ts';
import type { Link } from '../../../src/links/link.ts';
import { fixMarkdown, fixPlanLines } from '../../../src/render/audit/fixes.ts';
import { judgedBy, revoke, type Rules, set } from '../../audit/remedies.ts';
import { after, day, foreign, idOf, invited, linkOf, roomOf } from '../../support/links.ts';
import { rendered } from '../../support/rendered.ts';

const hostile = '@octo #1 | <img src=x>\n::error::`x` https://evil.example';
const room = roomOf(5, { title: `Team ${hostile}` });

/** The fixes of these links: editors become viewers, expired links go. */
function fixesOf(links: readonly Link[]): readonly PlannedFix[] {
  const audited = links.map((link) => ({ ...factsOf(link, null), managed: false }));
  const rules: Rules = {
    DSL003: ({ access, expired }) => (access >= 10 && !expired ? set({ access: 2 }) : null),
    DSL001: ({ expiration }) => (expiration === null ? set({ expiration: after(30 * day) }) : null),
    DSL006: ({ expired }) => (expired ? revoke : null),
  };
  const subject = {
    room,
    roomLinks: [],
    portal: { version: '3.7', sharing: null },
    evaluated: judgedBy(rules, room, audited),
  } as const;
  return planFixes(subject, audited, new Set(Object.keys(rules))).fixes;
}

const fixes = fixesOf([
  foreign({ access: 10, title: hostile }),
  foreign({ id: idOf('p'), primary: true, access: 10, expiration: null, title: 'Main' }),
  invited({ id: idOf('i'), expired: true, title: 'Join us' }),
]);
const changes = fixes.map(({ change }) => change);

describe('the plan of fixes in the log', () => {
  test('says of each link what changes, and which rules ask for it; one line each, whatever the titles hold', () => {
    const where = 'in room 7 "Team @octo #1 | <img src=x> ::error::`x` https://evil.example"';
    expect(fixPlanLines(fixes)).toEqual([
      `~ update link 0f6b1c9e… "@octo #1 | <img src=x> ::error::\`x\` https://evil.example" ${where}: access: editor → viewer   (DSL003)`,
      `~ update primary link ${idOf('p').slice(0, 8)}… "Main" ${where}: access: editor → viewer, expiration: never → 2026-12-24T09:30:15Z   (DSL003, DSL001)`,
      `- revoke invitation link ${idOf('i').slice(0, 8)}… "Join us" ${where}   (DSL006)`,
      'Plan: 2 to update, 1 to revoke',
    ]);
  });

  test('says so if there is nothing to do', () => {
    expect(fixPlanLines([])).toEqual(['Plan: nothing to fix']);
    expect(fixPlanLines(fixes.slice(2)).at(-1)).toBe('Plan: 1 to revoke');
  });
});

describe('the fixes in the summary', () => {
  test('are a table of what would be done', () => {
    const { text } = rendered(fixMarkdown(changes, 'dry-run'));
    expect(text).toContain('Fixes that would be made (dry run)');
    expect(text).toContain('2 to update, 1 to revoke');
    expect(text).toContain('access: editor → viewer');
    expect(text).toContain('- revoke');
  });

  test('... or was, and of what was not', () => {
    const { text } = rendered(fixMarkdown(changes.slice(0, 1), 'done', fixes.slice(1)));
    expect(text).toContain('1 updated, 0 revoked');
    expect(text).toContain('Not done');
    expect(text).toContain('(DSL006)');
  });

  test('are text, whatever the titles hold', () => {
    const { elements, open, text } = rendered(fixMarkdown(changes, 'done', fixes));
    expect(text).toContain('<img src=x>');
    expect(elements).toEqual([
      'br',
      'code',
      'h4',
      'li',
      'p',
      'strong',
      'table',
      'tbody',
      'td',
      'th',
      'thead',
      'tr',
      'ul',
    ]);
    expect(open).not.toMatch(/[@#]\w/u);
  });

  test('are a hundred rows at most, and a count', () => {
    const many = fixesOf(Array.from({ length: 130 }, (_, index) => linkOf({ id: idOf(`n${index}`), access: 10 })));
    const { text } = rendered(
      fixMarkdown(
        many.map(({ change }) => change),
        'dry-run',
      ),
    );
    expect(text.match(/~ update/gu)).toHaveLength(100);
    expect(text).toContain('130 to update');
    expect(text).toContain('… and 30 more: see the log.');
  });
});
