import type { Key, State, User } from './state.ts';

/** Who is asking, and how. */
export interface Caller {
  readonly user: User | null;
  readonly key: Key | null;
  /** Starts with `Bearer sk-`, whether such a key exists or not. */
  readonly keyShaped: boolean;
}

/** Which scopes a route asks for (section 6). `none` lets any valid key in. */
export type Area = 'rooms' | 'files' | 'accounts' | 'other' | 'none';

/** Finds out who is asking: `Bearer sk-…` by the exact secret, else a login token with or without `Bearer `, or a cookie. */
export function authenticate(state: State, authorization: string | undefined, cookie: string | undefined): Caller {
  const nobody: Caller = { user: null, key: null, keyShaped: false };
  if (authorization?.startsWith('Bearer sk-') === true) {
    const key = state.keysBySecret.get(authorization.slice('Bearer '.length));
    const expired = key?.expiresAt !== undefined && key.expiresAt !== null && key.expiresAt <= state.now();
    // Disabled, expired, owner switched off: all alike, an empty 401 (section 6).
    if (key?.active !== true || expired || !key.owner.active) return { ...nobody, keyShaped: true };
    key.lastUsed = state.now();
    return { user: key.owner, key, keyShaped: true };
  }
  const token = authorization?.replace(/^Bearer /, '') ?? /(?:^|;\s*)asc_auth_key=([^;]*)/.exec(cookie ?? '')?.[1];
  const user = token === undefined ? undefined : state.tokens.get(token);
  return user?.active === true ? { ...nobody, user } : nobody;
}

/** Do the scopes of a key cover a request? No scopes at all, or `*`, means no restriction. */
export function covers(scopes: readonly string[], area: Area, write: boolean): boolean {
  if (area === 'none' || scopes.length === 0 || scopes.includes('*')) return true;
  const own = area === 'other' ? [] : [`${area}:write`, ...(write ? [] : [`${area}:read`])];
  const all = ['*:write', ...(write ? [] : ['*:read'])];
  return [...own, ...all].some((scope) => scopes.includes(scope));
}
