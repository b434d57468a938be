import { spokenInstant } from '../links/fields.ts';
import { failure, type Failure } from '../links/problem.ts';

/** What patience needs from outside. */
export interface PatienceOptions {
  /** How much of the step's time is left, in milliseconds. */
  readonly timeLeft: () => number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A number from 0 to less than 1. */
  readonly random: () => number;
  /** Resolves after so many milliseconds, or at once when the step's time is up. */
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Called before the first wait, and not again, with the reason: a sentence. */
  readonly onWait: (why: string) => void;
}

/** Patience with a portal that takes no more requests for a while, shared by all requests of a step. */
export interface Patience {
  /** Resolves when nobody is waiting any more: what is sent before that would only be refused too. */
  wait(): Promise<void>;
  /**
   * Waits after a refusal; all that are refused at the same time wait together. `asked`: how long the portal asks to
   * wait, in milliseconds, or null. Throws the failure at once, with the reason, where the step has not so much time.
   */
  refused(failed: Failure, asked: number | null): Promise<void>;
  /** A request was not refused. */
  served(): void;
}

const firstRest = 1000;
/** The limiter counts the requests of the last minute, so that one more is taken within a minute (portal.md H1). */
const longestRest = 15_000;

/**
 * The limiter of a portal counts all keys of a user together (portal.md §5.3), so it may refuse though this step keeps
 * to its part. Usually it does not say for how long: the rests get longer, from about a second up to 15.
 */
export function createPatience({ timeLeft, now, random, sleep, onWait }: PatienceOptions): Patience {
  let rests = 0;
  let resting: Promise<void> | null = null;
  let isSaid = false;

  function rest(milliseconds: number): Promise<void> {
    return sleep(milliseconds).then(() => {
      rests += 1;
      resting = null;
    });
  }

  return {
    async wait() {
      while (resting !== null) await resting;
    },

    async refused(failed, asked) {
      const waits = asked !== null && asked > 0;
      const drawn = Math.round(Math.min(longestRest, firstRest * 2 ** rests) * (0.5 + random() / 2));
      const milliseconds = waits ? asked : drawn;
      const until = waits ? ` It asks to wait until ${spokenInstant(new Date(now() + asked))}` : '';
      if (resting === null && milliseconds > timeLeft()) {
        const [first] = failed.problems;
        const end = waits
          ? `${until}, which is later than \`timeout\` allows.`
          : ' `timeout` leaves no more time to wait.';
        throw failure(first?.code ?? 'rate-limited', `${failed.message}${end}`, first?.hint);
      }
      if (!isSaid) onWait(`${failed.message}${until === '' ? '' : `${until}.`}`);
      isSaid = true;
      resting ??= rest(milliseconds);
      await resting;
    },

    served() {
      rests = 0;
    },
  };
}
