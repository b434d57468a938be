import type { DocSpace } from '../../../docspace/port.ts';
import { mayRead } from '../../../docspace/refusal.ts';
import { Failure } from '../../../links/problem.ts';

/** What the portal tells of the owners of rooms. */
export interface Owners {
  /** Whether an owner's account is active; null if that is not known. */
  readonly active: (ownerId: string | null) => Promise<boolean | null>;
  /** False if the portal does not tell this key. */
  readonly reported: () => boolean;
}

/** After so many owners of whom nothing is told, and none of whom it is, no more are asked for. */
const enough = 3;

/**
 * Asks for each owner once, and not at all where the key has no scope for accounts or the portal does not tell: it is
 * good to know, but no part of the coverage.
 */
export function createOwners(
  portal: DocSpace,
  key: { readonly scopes: readonly string[]; readonly userId: string },
): Owners {
  const known = new Map<string, Promise<boolean | null>>([[key.userId, Promise.resolve(true)]]);
  const mayAsk = mayRead(key.scopes, 'accounts');
  let answers = 0;
  let silences = 0;
  const tells = (): boolean => mayAsk && (answers > 0 || silences < enough);

  async function ask(ownerId: string): Promise<boolean | null> {
    try {
      const active = await portal.userActive(ownerId);
      if (active === null) silences += 1;
      else answers += 1;
      return active;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return null;
    }
  }

  return {
    async active(ownerId) {
      if (ownerId === null) return null;
      const answer = known.get(ownerId) ?? (tells() ? ask(ownerId) : Promise.resolve(null));
      known.set(ownerId, answer);
      return answer;
    },
    reported: () => mayAsk && (answers > 0 || silences === 0),
  };
}
