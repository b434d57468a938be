import { describe, expect, test } from '@jest/globals';
import { allowsAccess, roomTypeOf, roomTypes } from '../../src/links/room-types.ts';

const everyCode = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 99];

// portal.md §2.2, cell by cell: roles without 0, which revokes.
describe.each([
  {
    code: 1,
    label: 'Form filling room',
    invitation: [11, 7],
    external: [7, 2],
    additional: 0,
    primary: 1,
    permanentPrimary: true,
    internal: null,
  },
  {
    code: 2,
    label: 'Collaboration room',
    invitation: [11, 10, 2],
    external: [],
    additional: 0,
    primary: 0,
    permanentPrimary: false,
    internal: null,
  },
  {
    code: 5,
    label: 'Custom room',
    invitation: [11, 10, 5, 6, 2],
    external: [10, 7, 5, 6, 2],
    additional: 5,
    primary: 1,
    permanentPrimary: false,
    internal: null,
  },
  {
    code: 6,
    label: 'Public room',
    invitation: [11, 2],
    external: [10, 7, 5, 6, 2],
    additional: 5,
    primary: 1,
    permanentPrimary: true,
    internal: false,
  },
  {
    code: 8,
    label: 'Virtual Data Room',
    invitation: [11, 10, 2, 7],
    external: [],
    additional: 0,
    primary: 0,
    permanentPrimary: false,
    internal: true,
  },
  {
    code: 9,
    label: 'AI agent',
    invitation: [11, 2],
    external: [],
    additional: 0,
    primary: 0,
    permanentPrimary: false,
    internal: null,
  },
])('type $code, $label', ({ code, label, invitation, external, additional, primary, permanentPrimary, internal }) => {
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
