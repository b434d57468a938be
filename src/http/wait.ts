/** Resolves after so many milliseconds, or at once when the signal aborts. */
export type Sleep = (milliseconds: number, signal: AbortSignal) => Promise<void>;

/** The `Sleep` of a timer; until it resolves it keeps the process alive. */
export function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}

/** How much time some work has. */
export interface TimeLimits {
  /** From its beginning, in milliseconds; at most `longestTimer`. */
  readonly milliseconds: number;
  /** Aborts when the whole step's time is up. */
  readonly signal: AbortSignal;
  /** What is thrown when the work has taken too long. */
  readonly late: () => Error;
  /** ... and when the step's time is up. */
  readonly stopped: () => Error;
}

/** Timers take no longer delays; milliseconds. */
export const longestTimer = 2 ** 31 - 1;

/**
 * What the work gives, if it does so in its time; else throws what the limits say, at once: the signal that the work is
 * handed aborts with the same reason, but nothing waits for the work to end. Nothing is begun when the step's time is up.
 * The timer keeps the process alive.
 */
export async function inTime<T>(limits: TimeLimits, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const { milliseconds, signal, late, stopped } = limits;
  if (signal.aborted) throw stopped();
  const ending = new AbortController();
  const stop = (): void => {
    ending.abort(stopped());
  };
  signal.addEventListener('abort', stop);
  const timer = setTimeout(() => {
    ending.abort(late());
  }, milliseconds);
  try {
    return await Promise.race([work(ending.signal), rejection(ending.signal)]);
  } catch (error) {
    // The work may notice the end first, in words of its own.
    throw ending.signal.aborted ? ending.signal.reason : error;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}

function rejection(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => {
      reject(signal.reason as Error);
    });
  });
}
