import { describe, expect, test } from '@jest/globals';
import { accessCode, accessLabel, accessOf, accessRank, noAccess, roles } from '../../src/links/access.ts';

// portal.md §1.1; the ranks are those of §3, from the least to the most open.
describe.each([
  { name: 'viewer', code: 2, docSpaceName: 'Read', label: 'Viewer', rank: 0 },
  { name: 'commenter', code: 6, docSpaceName: 'Comment', label: 'Commenter', rank: 1 },
  { name: 'reviewer', code: 5, docSpaceName: 'Review', label: 'Reviewer', rank: 2 },
  { name: 'form-filler', code: 7, docSpaceName: 'FillForms', label: 'Form filler', rank: 3 },
  { name: 'editor', code: 10, docSpaceName: 'Editing', label: 'Editor', rank: 4 },
  { name: 'content-creator', code: 11, docSpaceName: 'ContentCreator', label: 'Content creator', rank: 5 },
] as const)('the role $name', ({ name, code, docSpaceName, label, rank }) => {
  test('has its number, name, label and rank', () => {
    expect(accessCode(name)).toBe(code);
    expect(accessOf(code)).toBe(name);
    expect(accessLabel(code)).toBe(label);
    expect(accessRank(code)).toBe(rank);
    expect(roles).toContainEqual({ name, code, docSpaceName, label });
  });
});

test('there is no other role, and none that revokes', () => {
  expect(roles).toHaveLength(6);
  expect(roles.map(({ code }): number => code)).not.toContain(noAccess);
});

test.each([0, 1, 3, 4, 8, 9, 12, -1])('the number %i is no role of a link, and counts as the most open', (code) => {
  expect(accessOf(code)).toBeNull();
  expect(accessLabel(code)).toBe(`access ${code}`);
  expect(accessRank(code)).toBe(6);
});
