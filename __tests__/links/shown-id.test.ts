import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { shownId } from '../../src/links/shown-id.ts';

const links = (...ids: readonly string[]) => ids.map((id) => ({ id }));

describe('the id that people read', () => {
  test.each<[string, readonly string[], string]>([
    ['has 8 characters', ['0f6b1c9e-3b52-4d41-9c2e-0a1b2c3d4e5f'], '0f6b1c9e'],
    ['has 8 characters, whatever others have in common', ['0f6b1c9e-3b52', '0f6b1c00-3b52'], '0f6b1c9e'],
    ['has as many as tell it from the others', ['0f6b1c9e-3b52', '0f6b1c9e-3b50'], '0f6b1c9e-3b52'],
    ['does not end with a hyphen', ['0f6b1c9e-3b52', '0f6b1c9e-4b52'], '0f6b1c9e-3'],
    ['is told from links that are there no more', [], '0f6b1c9e'],
  ])('%s', (_, ids, expected) => {
    expect(shownId(ids[0] ?? '0f6b1c9e-3b52-4d41-9c2e-0a1b2c3d4e5f', links(...ids))).toBe(expected);
  });

  test('names one link of the room, in every room', () => {
    const alike = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 32, maxLength: 32 });
    const id = alike.map((hex) => hex.replace(/^(.{8})(.{4})(.{4})(.{4})/u, '$1-$2-$3-$4-'));
    fc.assert(
      fc.property(fc.uniqueArray(id, { minLength: 1, maxLength: 8 }), (ids) => {
        for (const one of ids) {
          const shown = shownId(one, links(...ids));
          expect(shown.length).toBeGreaterThanOrEqual(8);
          expect(ids.filter((other) => other.startsWith(shown))).toEqual([one]);
        }
      }),
    );
  });
});
