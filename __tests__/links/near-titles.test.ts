import { describe, expect, test } from '@jest/globals';
import { listedNear, nearRooms, oneRoom, titleProblem } from '../../src/links/near-titles.ts';

const room = (id: string, title: string, area: 'active' | 'archived' = 'active') => ({ id, title, area });

describe('a title', () => {
  test.each([
    { asked: 'Partners', title: 'partners', words: '"partners" (7, other case)' },
    { asked: 'partners ', title: 'Partners', words: '"Partners" (7, other spaces around it, other case)' },
    { asked: 'Two words', title: 'Two\u00a0words', words: '"Two words" (7, no-break spaces)' },
    { asked: 'Two words', title: 'Two  words', words: '"Two words" (7, other spaces)' },
    { asked: 'Part\u200bners', title: 'Partners', words: '"Partners" (7, invisible characters)' },
    { asked: '"Partners"', title: 'Partners', words: '"Partners" (7, no quotes)' },
    { asked: 'R: one', title: 'R_ one', words: '"R_ one" (7, `_` for other characters)' },
    { asked: 'Team 🦊', title: 'team __', words: '"team __" (7, other case, `_` for other characters)' },
    { asked: 'Prtners', title: 'Partners', words: '"Partners" (7, similar)' },
    { asked: 'Patrners', title: 'PARTNERS', words: '"PARTNERS" (7, similar)' },
    { asked: '7', title: 'Partners', words: '"Partners" (7, this is its id)' },
    { asked: 'Contract 2026', title: 'Contract 2027', words: '"Contract 2027" (7, similar)' },
    { asked: 'Contract 2026', title: 'Contract 1999', words: '' },
    { asked: 'HR', title: 'PR', words: '' },
    { asked: 'Sales', title: 'Board of directors', words: '' },
    { asked: 'Board', title: 'Bored', words: '' },
  ])('"$asked" and the room "$title": "$words"', ({ asked, title, words }) => {
    expect(listedNear(nearRooms(asked, [room('7', title), room('8', 'Something else')]))).toBe(words);
  });

  test('that a room of the Archive has, and near ones, the nearest first, five at most [promise room-title-near]', () => {
    const rooms = [
      room('12', 'partner'),
      room('9', 'partners'),
      room('10', 'Partners', 'archived'),
      ...['20', '3', '21', '22'].map((id) => room(id, 'PARTNERS', 'archived')),
    ];
    expect(listedNear(nearRooms('Partners', rooms))).toBe(
      '"Partners" (10, in the Archive); "PARTNERS" (3, other case, in the Archive); "partners" (9, other case); "PARTNERS" (20, other case, in the Archive); "PARTNERS" (21, other case, in the Archive)',
    );
  });
});

test('of a room whose area is not known', () => {
  expect(
    listedNear(
      nearRooms('A b', [
        { id: '7', title: 'a b' },
        { id: '8', title: 'A b' },
      ]),
    ),
  ).toBe('"A b" (8); "a b" (7, other case)');
});

describe('the problem of a title that no active room has', () => {
  test('names near rooms, and the inputs of the action', () => {
    expect(titleProblem('Partners', [room('7', 'partners')], { title: 'room', id: 'room' })).toEqual({
      code: 'room-not-found',
      message:
        'No active room that this key can see has the title "Partners". Near titles: "partners" (7, other case).',
      hint: 'Titles are compared exactly. Correct `room`, or name the room by its id in `room`.',
    });
    expect(titleProblem('Partners', [room('7', 'Partners', 'archived')], oneRoom).hint).toBe(
      'Titles are compared exactly. Correct `room-title`, or name the room by its id in `room-id`. Restore an archived room in DocSpace first.',
    );
  });

  test('says that the title holds what does not show, since it looks like that of a room', () => {
    expect(titleProblem(' Partners', [room('7', 'Partners')], oneRoom).message).toBe(
      'No active room that this key can see has the title "Partners" (with spaces or characters that do not show here). Near titles: "Partners" (7, other spaces around it).',
    );
  });

  test('says how titles are stored where none is near', () => {
    expect(titleProblem('Partners', [], oneRoom)).toMatchObject({
      message: 'No active room that this key can see has the title "Partners".',
      hint: expect.stringContaining('in a title as `_`. Check `room-title`'),
    });
  });
});
