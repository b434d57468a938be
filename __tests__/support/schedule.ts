/** What stands between a run and everything that takes time. */
export interface Gate {
  /** Carries a request out when it is the run's turn; throws where the run is stopped for ever. */
  readonly request: <T>(label: string, carryOut: () => T) => Promise<T>;
  /** Resolves when virtual time has come so far. */
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/** A run: everything from its first request to its end, through its gate. */
export interface Run {
  readonly name: string;
  readonly perform: (gate: Gate) => Promise<unknown>;
}

/** A request that was carried out, or a wait of all that is left to run, in milliseconds. */
export type Move = { readonly run: string; readonly label: string } | { readonly wait: number };

/** A place where more than one run could go on. */
export interface Choice {
  /** How many requests were carried out before. */
  readonly after: number;
  /** Names of the runs that could; the first goes on if nobody decides otherwise. */
  readonly able: readonly string[];
  /** Going on with another one than the first takes the turn away from a run that could have gone on. */
  readonly preempts: boolean;
  /**
   * The turn was taken away from a run that is about to read, and nothing but reads was carried out since: to give it back
   * now would be the same as to have taken it away one request later.
   */
  readonly isIdle: boolean;
}

/** The requests that change something; all others commute. */
const writing: readonly string[] = ['write', 'revoke', 'primary'];

interface Actor {
  readonly name: string;
  /** Requests that wait for their turn, in the order of sending. */
  readonly waiting: { readonly label: string; readonly go: () => void }[];
  readonly sleeping: { readonly until: number; readonly wake: () => void }[];
  ended: boolean;
  done: Promise<unknown>;
}

/** How long a run may take to do something that this gate does not know, in milliseconds of real time. */
const longest = 5000;

/** Lets everything that is ready run until there is nothing left but requests, sleeps and ends. */
async function settle(actors: readonly Actor[]): Promise<void> {
  const started = performance.now();
  do {
    await new Promise((resolve) => setImmediate(resolve));
    if (performance.now() - started > longest) throw new Error('A run waits for something that is not the portal.');
  } while (actors.some(({ waiting, sleeping, ended }) => !ended && waiting.length + sleeping.length === 0));
}

function actorOf({ name, perform }: Run, clock: { now: number }): Actor {
  const actor: Actor = { name, waiting: [], sleeping: [], ended: false, done: Promise.resolve() };
  const gate: Gate = {
    request: (label, carryOut) =>
      new Promise((resolve, reject) => {
        const go = (): void => {
          try {
            resolve(carryOut());
          } catch (error) {
            reject(error instanceof Error ? error : new Error(String(error)));
          }
        };
        actor.waiting.push({ label, go });
      }),
    sleep: (milliseconds) =>
      new Promise((wake) => {
        actor.sleeping.push({ until: clock.now + milliseconds, wake });
      }),
  };
  actor.done = perform(gate).finally(() => {
    actor.ended = true;
  });
  return actor;
}

/**
 * Runs them all to their ends, one request after the other. Who has the turn keeps it until it sleeps or ends, unless
 * `decide`, asked wherever more than one could go on, gives it to another: the number of it in `able`. Time moves only
 * when all that are left sleep, to when the first of them wakes up.
 */
export async function perform(
  runs: readonly Run[],
  clock: { now: number },
  decide: (choice: Choice) => number,
): Promise<readonly Move[]> {
  const actors = runs.map((run) => actorOf(run, clock));
  const moves: Move[] = [];
  let turn: Actor | null = null;
  let carriedOut = 0;
  /** What was carried out since the turn was taken away from a run that could have gone on; null if it was not. */
  let since: readonly string[] | null = null;
  for (;;) {
    await settle(actors);
    const able = actors.filter(({ waiting }) => waiting.length > 0);
    if (able.length === 0) {
      if (actors.every(({ ended }) => ended)) break;
      moves.push({ wait: wakeNext(actors, clock) });
      // Whoever wakes up first is as free as at the beginning.
      [turn, since] = [null, null];
      continue;
    }
    const preempts = turn !== null && able.includes(turn);
    const order = preempts ? able.toSorted((one, other) => Number(other === turn) - Number(one === turn)) : able;
    const isIdle =
      since !== null && [...since, order[1]?.waiting[0]?.label ?? ''].every((one) => !writing.includes(one));
    const choice: Choice = { after: carriedOut, able: order.map(({ name }) => name), preempts, isIdle };
    const actor = (order[able.length === 1 ? 0 : decide(choice)] ?? order[0]) as Actor;
    const { label, go } = actor.waiting.shift() as Actor['waiting'][number];
    if (actor !== turn) since = preempts ? [] : null;
    since = since === null ? null : [...since, label];
    turn = actor;
    carriedOut += 1;
    moves.push({ run: actor.name, label });
    go();
  }
  await Promise.all(actors.map(({ done }) => done));
  return moves;
}

/** Moves time on to when the next sleeper wakes up, and wakes all whose time has come; how long that took. */
function wakeNext(actors: readonly Actor[], clock: { now: number }): number {
  const next = Math.min(...actors.flatMap(({ sleeping }) => sleeping.map(({ until }) => until)));
  const wait = Math.max(0, next - clock.now);
  clock.now += wait;
  for (const { sleeping } of actors) {
    const due = sleeping.filter(({ until }) => until <= clock.now);
    for (const { wake } of due) wake();
    sleeping.splice(0, sleeping.length, ...sleeping.filter((sleeper) => !due.includes(sleeper)));
  }
  return wait;
}

/** A schedule on one line, which `replay` reads: `A:room A:links B:room 2s A:links`. */
export function lineOf(moves: readonly Move[]): string {
  return moves.map((move) => ('wait' in move ? `${move.wait / 1000}s` : `${move.run}:${move.label}`)).join(' ');
}

/** Decides as a line does, as far as it reaches. */
export function byLine(line: string): (choice: Choice) => number {
  const runs = line.split(' ').flatMap((move) => (move.includes(':') ? move.split(':', 1) : []));
  return ({ after, able }) => Math.max(0, able.indexOf(runs[after] ?? ''));
}

/**
 * Plays all schedules that take the turn away at most so often, but for those that only change the order of reads: every
 * one once, those with the fewest first. `play` plays one and is called anew for each, with everything as at the beginning.
 */
export async function* schedules<T>(
  play: (decide: (choice: Choice) => number) => Promise<T>,
  preemptions: number,
): AsyncGenerator<T> {
  const open: (readonly { readonly at: number; readonly preempts: boolean }[])[] = [[]];
  for (let deviations = open.shift(); deviations !== undefined; deviations = open.shift()) {
    const taken = deviations;
    let made = 0;
    const spent = taken.filter(({ preempts }) => preempts).length;
    const last = taken.at(-1)?.at ?? -1;
    yield await play(({ preempts, isIdle }) => {
      const at = made;
      made += 1;
      if (at > last && !isIdle && spent + Number(preempts) <= preemptions) open.push([...taken, { at, preempts }]);
      return taken.some((deviation) => deviation.at === at) ? 1 : 0;
    });
  }
}
