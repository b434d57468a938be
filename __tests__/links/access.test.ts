import { describe, expect, test } from '@jest/globals';
import { accessCode, accessLabel, accessOf, accessRank, noAccess, roles } from '../../src/links/access.ts';

// portal.md §1.1; the ranks are those of §3, from the least to the most open.
describe.each([
  ['viewer', 2, 'Read', 'Viewer', 0],
  ['commenter', 6, 'Comment', 'Commenter', 1],
  ['reviewer', 5, 'Review', 'Reviewer', 2],
  ['form-filler', 7, 'FillForms', 'Form filler', 3],
  ['editor', 10, 'Editing', 'Editor', 4],
  ['content-creator', 11, 'ContentCreator', 'Content creator', 5],
] as const)('the role %s', (name, code, docSpaceName, label, rank) => {
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
