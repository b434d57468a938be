/** Pauses that end at once when the portal closes, so that no test is held up by one. */
export interface Timers {
  sleep(ms: number): Promise<void>;
  /** Runs something later, or never if the portal closes first. */
  later(ms: number, action: () => void): () => void;
  /** A promise for the closing of the portal. */
  readonly closed: Promise<void>;
  close(): void;
}

/** New timers. */
export function createTimers(): Timers {
  const pending = new Set<NodeJS.Timeout>();
  const sleepers = new Set<() => void>();
  let isClosed = false;
  let resolve: () => void = () => undefined;
  const closed = new Promise<void>((done) => {
    resolve = done;
  });
  const later = (ms: number, action: () => void): (() => void) => {
    if (isClosed) return () => undefined;
    const timer = setTimeout(() => {
      pending.delete(timer);
      action();
    }, ms);
    pending.add(timer);
    return () => {
      pending.delete(timer);
      clearTimeout(timer);
    };
  };
  return {
    later,
    closed,
    sleep(ms) {
      if (ms <= 0 || isClosed) return Promise.resolve();
      return new Promise((done) => {
        const wake = (): void => {
          sleepers.delete(wake);
          done();
        };
        sleepers.add(wake);
        later(ms, wake);
      });
    },
    close() {
      isClosed = true;
      for (const timer of pending) clearTimeout(timer);
      pending.clear();
      for (const wake of sleepers) wake();
      resolve();
    },
  };
}
