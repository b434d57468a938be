import type { DocSpace } from '../docspace/docspace.ts';
import { Failure } from '../links/problem.ts';

/** Asks again, after a rest, where the portal refused because of too many requests. */
export type Patiently = <T>(ask: () => Promise<T>) => Promise<T>;

/** How long a rest is, in milliseconds, and how many there are at most without a success in between: two minutes. */
const restTime = 15_000;
const mostRests = 8;

/**
 * Patience for reads of one step. The limiter counts all keys of a user together, so it may refuse though we keep to
 * our part; what the others used up comes back within a minute. All that are refused at the same time rest together.
 */
export function createPatience(portal: DocSpace): Patiently {
  let rests = 0;
  let resting: Promise<void> | null = null;
  return async (ask) => {
    for (;;) {
      try {
        const answer = await ask();
        rests = 0;
        return answer;
      } catch (error) {
        const refused = error instanceof Failure && error.problems.every(({ code }) => code === 'rate-limited');
        if (!refused || rests >= mostRests) throw error;
        resting ??= portal.rest(restTime).then(() => {
          rests += 1;
          resting = null;
        });
        await resting;
      }
    }
  };
}
