import type { Link } from './link.ts';

/**
 * What a stranger with the link meets: the room itself, a question for a password or a login, an invitation to join,
 * or nothing; `unknown` if that could not be asked.
 */
export type Opens = 'room' | 'password' | 'login' | 'join' | 'nothing' | 'unknown';

/** What a link with these settings opens if the portal does as it says; a login is asked for before a password. */
export function expectedOpens(link: Link): Opens {
  if (link.expired) return 'nothing';
  if (link.type === 'invitation') {
    return link.maxUses !== null && (link.uses ?? 0) >= link.maxUses ? 'nothing' : 'join';
  }
  if (link.internal) return 'login';
  return link.password === null ? 'room' : 'password';
}
