import { openLocal, type RoomGiven } from './local-portal.ts';
import { runLocal } from './local-step.ts';
import { historyOf } from './history.ts';
import { evaluate, type Finished, type Verdict } from './outcome.ts';
import { byLine, lineOf, perform, schedules, type Choice, type Gate } from './schedule.ts';
import type { Asked } from './asked.ts';

/** Two runs in one room. */
export interface Pair {
  readonly name: string;
  readonly room: RoomGiven;
  readonly a: Asked;
  readonly b: Asked;
  /** Which run draws the larger ids; by default B. */
  readonly larger?: 'A' | 'B';
  /** In how many schedules at most the window between a list and its write may show; by default in none. */
  readonly windows?: number;
}

/** One schedule of a pair. */
export interface Played extends Verdict {
  readonly line: string;
  readonly runs: readonly Finished[];
}

/** Plays a schedule of a pair. */
export async function play({ room, a, b, larger = 'B' }: Pair, decide: (choice: Choice) => number): Promise<Played> {
  const local = openLocal(room);
  const first = local.links();
  const ended: Finished[] = [];
  const runs = [
    { name: 'A', asked: a },
    { name: 'B', asked: b },
  ].map(({ name, asked }) => ({
    name,
    perform: async (gate: Gate) => {
      const ran = await runLocal(local, asked, { name, first: name === larger ? 0x3f : 0x00, gate });
      ended.push({ name, asked, ran });
    },
  }));
  const moves = await perform(runs, local.clock, decide);
  return { line: lineOf(moves), runs: ended, ...evaluate(ended, historyOf(local, first)) };
}

/** All schedules of a pair with at most two preemptions. */
export function explore(pair: Pair): AsyncGenerator<Played> {
  return schedules((decide) => play(pair, decide), 2);
}

/** Plays the schedule of a line, as `explore` gives it, once more. */
export function replay(pair: Pair, line: string): Promise<Played> {
  return play(pair, byLine(line));
}
