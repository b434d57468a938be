import { Failure, problem, type ProblemCode } from '../links/problem.ts';

/** What the portal said when it refused a request that it understood. */
export interface Refused {
  readonly status: number;
  /** The .NET name of the exception, `System.InvalidOperationException` for one; null if the answer names none. */
  readonly exceptionType: string | null;
  /** Names of the members of our body that it did not accept, `RoomLink.Title` for one. */
  readonly fields: readonly string[];
}

/**
 * The portal refused, and its answer alone does not tell why: its words are in the language of the key's owner
 * (portal.md §5.4). Whoever knows the state of the room can say more, from these facts.
 */
export class Refusal extends Failure implements Refused {
  readonly status: number;
  readonly exceptionType: string | null;
  readonly fields: readonly string[];

  constructor(code: ProblemCode, message: string, facts: Refused, hint?: string) {
    super([problem(code, message, hint)]);
    this.name = 'Refusal';
    this.status = facts.status;
    this.exceptionType = facts.exceptionType;
    this.fields = facts.fields;
  }
}

/**
 * Whether a failure proves that a room does not exist. A third-party storage that is not connected hides its rooms with a
 * refusal, and brings them back when it is connected again (portal.md H4).
 */
export function isRoomGone(failed: Failure): boolean {
  return !(failed instanceof Refusal) && failed.problems.every(({ code }) => code === 'room-not-found');
}

/** Whether a key with these scopes may read in an area of the portal; no scopes at all mean all (portal.md §6). */
export function mayRead(scopes: readonly string[], area: 'rooms' | 'accounts'): boolean {
  const allowed = new Set(['*', ...['*', area].flatMap((name) => [`${name}:*`, `${name}:read`, `${name}:write`])]);
  return scopes.length === 0 || scopes.some((scope) => allowed.has(scope));
}
