/** Waits for a while. */
export type Wait = (milliseconds: number) => Promise<void>;

/** Waits not at all: for a run that is alone. */
export const noWait: Wait = () => Promise.resolve();

/**
 * Runs at once whose waits take no time: who waits goes on when all others have ended or wait, too; of several the one
 * whose time is up first.
 */
export async function together<T>(runs: readonly ((wait: Wait) => Promise<T>)[]): Promise<readonly T[]> {
  let running = runs.length;
  let now = 0;
  const waiting: { readonly until: number; readonly go: () => void }[] = [];
  const stop = (): void => {
    running -= 1;
    if (running > 0) return;
    const [next] = waiting.sort((one, other) => one.until - other.until).splice(0, 1);
    if (next === undefined) return;
    running += 1;
    now = next.until;
    next.go();
  };
  const wait: Wait = (milliseconds) =>
    new Promise((go) => {
      waiting.push({ until: now + milliseconds, go });
      stop();
    });
  return Promise.all(runs.map((run) => run(wait).finally(stop)));
}
