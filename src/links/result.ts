import { Failure, type Problem } from './problem.ts';

/**
 * What a user, a room or a portal can bring about without anything being thrown: a value, or all that stands in its way,
 * to be shown together. To throw is for what ends the step.
 */
export type Result<T> =
  { readonly value: T; readonly problems?: never } | { readonly value?: never; readonly problems: readonly Problem[] };

/** What some work gave, or the failure that it ended with: a `Result` where the kind of the failure still matters. */
export type Attempted<T> =
  { readonly value: T; readonly failed: null } | { readonly value?: never; readonly failed: Failure };

/** Does the work, and catches the `Failure` that it throws; throws what is none: that is a fault of ours. */
export async function attempt<T>(work: () => Promise<T>): Promise<Attempted<T>> {
  try {
    return { value: await work(), failed: null };
  } catch (error) {
    if (error instanceof Failure) return { failed: error };
    throw error;
  }
}
