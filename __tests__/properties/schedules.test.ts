import { describe, expect, test } from '@jest/globals';
import { alike } from '../support/pairs-alike.ts';
import { different } from '../support/pairs-different.ts';
import { taking } from '../support/pairs-taking.ts';
import { explore, replay, type Pair, type Played } from '../support/pairs.ts';
import { byLine, lineOf, perform, schedules, type Choice, type Gate, type Run } from '../support/schedule.ts';

/** Two runs that each read a number and write it back, one more. */
async function count(decide: (choice: Choice) => number): Promise<{ readonly line: string; readonly number: number }> {
  let number = 0;
  const clock = { now: 0 };
  const run = (name: string, pause: number): Run => ({
    name,
    perform: async (gate: Gate) => {
      const read = await gate.request('read', () => number);
      if (pause > 0) await gate.sleep(pause);
      await gate.request('write', () => {
        number = read + 1;
      });
    },
  });
  const moves = await perform([run('A', 0), run('B', 2000)], clock, decide);
  return { line: lineOf(moves), number };
}

describe('schedules', () => {
  test('without preemptions a run keeps its turn until it sleeps or ends, and time moves when all that are left sleep', async () => {
    expect(await all(schedules(count, 0))).toEqual([
      { line: 'A:read A:write B:read 2s B:write', number: 2 },
      { line: 'B:read A:read A:write 2s B:write', number: 1 },
    ]);
  });

  test('with preemptions there is every other order, each once', async () => {
    expect(await all(schedules(count, 2))).toEqual([
      { line: 'A:read A:write B:read 2s B:write', number: 2 },
      { line: 'B:read A:read A:write 2s B:write', number: 1 },
      { line: 'A:read B:read A:write 2s B:write', number: 1 },
    ]);
  });

  test('a line is played again as it was, as far as it reaches', async () => {
    expect(await count(byLine('A:read B:read'))).toEqual({ line: 'A:read B:read A:write 2s B:write', number: 1 });
  });

  test('a schedule of two steps is played again with the same outcome', async () => {
    const pair = different[0] as Pair;
    const played = await all(explore(pair));
    const lines = played.map(({ line }) => line);
    expect(new Set(lines).size).toBe(lines.length);
    expect(lines.length).toBeGreaterThan(20);
    const tenth = played.filter((_, at) => at % 10 === 0);
    const again = await Promise.all(tenth.map(({ line }) => replay(pair, line)));
    expect(again.map(outcomeOf)).toEqual(tenth.map(outcomeOf));
  });
});

async function all<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

/** What became of a schedule, but for the URLs, which the portal signs with a secret that it draws. */
function outcomeOf({ runs, ...verdict }: Played): unknown {
  const outcomes = runs.map(({ name, ran: { outputs, problem } }) => ({ name, ...outputs, link: '', problem }));
  return { ...verdict, outcomes };
}

/** How many schedules that fail a test shows. */
const most = 4;

/** What is wrong in any schedule of a pair, each with the line that `replay` takes; and how often the window was met. */
async function wrong(pair: Pair): Promise<{ readonly failed: readonly string[]; readonly windows: number }> {
  const failed: string[] = [];
  let windows = 0;
  for await (const { line, faults, windows: open } of explore(pair)) {
    if (open.length > 0) windows += 1;
    if (faults.length > 0) failed.push([line, ...faults].join('\n  '));
  }
  return { failed: failed.length > most ? [`${failed.length} fail`, ...failed.slice(0, most)] : failed, windows };
}

describe.each([
  ['that ask for the same', alike],
  ['that ask for different things', different],
  ['of which one takes links away', taking],
])('two runs at once %s, in every order with at most two preemptions', (_, pairs) => {
  test.each<Pair>(pairs)('$name', async (pair) => {
    const { failed, windows } = await wrong(pair);
    expect(failed).toEqual([]);
    expect(windows).toBeLessThanOrEqual(pair.windows ?? 0);
  });
});
