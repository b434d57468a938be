import { GitHubUnavailable } from './github.ts';

/** The one that stays, and those that a race or a lost answer left besides it. */
export interface Ensured<T> {
  readonly one: T;
  readonly others: readonly T[];
  readonly created: boolean;
}

/** How often something is looked for, and made if it is not there. */
const attempts = 3;

/**
 * Makes sure that there is one, without a lock. `find` gives what is ours, the oldest first: of several, the oldest
 * stays, on which all runs agree. If the answer to a creation was lost, it is looked for before it is made again.
 */
export async function ensureOne<T>(find: () => Promise<readonly T[]>, create: () => Promise<T>): Promise<Ensured<T>> {
  let created = false;
  for (let attempt = 1; ; attempt += 1) {
    const [found, ...others] = await find();
    if (found !== undefined) return { one: found, others, created };
    try {
      const made = await create();
      created = true;
      // GitHub may list it a moment later only.
      const [one = made, ...rest] = await find();
      return { one, others: rest, created };
    } catch (error) {
      if (!(error instanceof GitHubUnavailable) || attempt === attempts) throw error;
      created = true;
    }
  }
}
