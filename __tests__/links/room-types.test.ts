import { describe, expect, test } from '@jest/globals';
import { allowsAccess, roomTypeOf, roomTypes } from '../../src/links/room-types.ts';

const everyCode = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 99];

// portal.md §2.2, cell by cell: roles without 0, which revokes.
describe.each([
  [1, 'Form filling room', [11, 7], [7, 2], 0, 1, true, null],
  [2, 'Collaboration room', [11, 10, 2], [], 0, 0, false, null],
  [5, 'Custom room', [11, 10, 5, 6, 2], [10, 7, 5, 6, 2], 5, 1, false, null],
  [6, 'Public room', [11, 2], [10, 7, 5, 6, 2], 5, 1, true, false],
  [8, 'Virtual Data Room', [11, 10, 2, 7], [], 0, 0, false, true],
  [9, 'AI agent', [11, 2], [], 0, 0, false, null],
])('type %i, %s', (code, label, invitation, external, additional, primary, permanentPrimary, internal) => {
  const type = roomTypeOf(code);
  if (type === null) throw new Error('unknown');

  test('has these places', () => {
    expect(type).toMatchObject({
      code,
      label,
      limits: { additional, primary, invitation: 1 },
      permanentPrimary,
      internal,
    });
  });

  test.each(everyCode)('role %i', (role) => {
    expect(allowsAccess(type, 'invitation', role)).toBe(invitation.includes(role));
    expect(allowsAccess(type, 'external', role)).toBe(external.includes(role));
  });

  test('has external links if it has places for them', () => {
    expect(type.access.external !== undefined).toBe(external.length > 0);
    expect(additional + primary > 0).toBe(external.length > 0);
  });
});

test.each([0, 3, 4, 7, 10])('there is no type %i', (code) => {
  expect(roomTypeOf(code)).toBeNull();
});

test('there are six types', () => {
  expect(roomTypes.map(({ code }) => code)).toEqual([1, 2, 5, 6, 8, 9]);
});
