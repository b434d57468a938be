import { Failure } from '../links/problem.ts';

/** What some work gives, or the failure that it ends with. Throws what is no `Failure`. */
export async function attempt<T>(
  work: () => Promise<T>,
): Promise<{ readonly value: T; readonly failed: null } | { readonly value?: never; readonly failed: Failure }> {
  try {
    return { value: await work(), failed: null };
  } catch (error) {
    if (error instanceof Failure) return { failed: error };
    throw error;
  }
}
