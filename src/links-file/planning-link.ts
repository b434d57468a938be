import type { Link, LinkFacts } from '../links/link.ts';
import { Secret } from '../links/secret.ts';

/** Stands for a secret of which only is known that it is there. */
export const unknownSecret = new Secret('');

/**
 * A link without its secrets, as plans take it. Good for finding out what would change, never for a write: that would
 * replace the password.
 */
export function planningLink(facts: LinkFacts): Link {
  return { ...facts, password: facts.hasPassword ? unknownSecret : null, url: unknownSecret, token: null };
}
