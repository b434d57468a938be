import { expect, test } from '@jest/globals';
import { createProgress } from '../../../../src/actions/audit/scan/progress.ts';

/** Rooms that are done at these seconds, of so many. */
function reported(rooms: number, seconds: readonly number[]): readonly string[] {
  const lines: string[] = [];
  const none = (): void => undefined;
  let at = 0;
  const log = { line: (text: string) => lines.push(`${at} s: ${text}`), warning: none, debug: none };
  const done = createProgress(log, () => new Date(1e12 + at * 1000), rooms);
  for (at of seconds) done();
  return lines;
}

test('a short scan says nothing', () => {
  expect(
    reported(
      100,
      Array.from({ length: 100 }, (_, n) => n / 25),
    ),
  ).toStrictEqual([]);
});

test('a long one says how far it is, at most every five seconds', () => {
  const steady = Array.from({ length: 200 }, (_, n) => (n + 1) / 12.5);
  expect(reported(200, steady)).toStrictEqual([
    '5.04 s: 63 of 200 rooms, 12.5 a second, about 11 s left',
    '10.08 s: 126 of 200 rooms, 12.5 a second, about 6 s left',
    '15.12 s: 189 of 200 rooms, 12.5 a second, about 1 s left',
  ]);
  expect(reported(2000, [9, 9, 9, 9])).toStrictEqual(['9 s: 1 of 2000 rooms, 0.1 a second, about 300 min left']);
});

test('the last room is told by the report', () => {
  expect(reported(2, [4, 100])).toStrictEqual([]);
});
