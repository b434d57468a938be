import type { DocSpace } from '../docspace/docspace.ts';
import { mayRead } from '../docspace/scopes.ts';
import { Failure } from '../links/problem.ts';

/** Whether the account of a room's owner is active; null if that is not known. */
export type OwnerActive = (ownerId: string | null) => Promise<boolean | null>;

/**
 * Asks for each owner once, and not at all where the key has no scope for accounts or the portal does not tell: it is
 * good to know, but no part of the coverage.
 */
export function createOwners(
  portal: DocSpace,
  key: { readonly scopes: readonly string[]; readonly userId: string },
): OwnerActive {
  const known = new Map<string, Promise<boolean | null>>([[key.userId, Promise.resolve(true)]]);
  let tells = mayRead(key.scopes, 'accounts');

  async function ask(ownerId: string): Promise<boolean | null> {
    try {
      const active = await portal.userActive(ownerId);
      tells &&= active !== null;
      return active;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return null;
    }
  }

  return async (ownerId) => {
    if (ownerId === null) return null;
    const answer = known.get(ownerId) ?? (tells ? ask(ownerId) : Promise.resolve(null));
    known.set(ownerId, answer);
    return answer;
  };
}
