/** Whether a key with these scopes may read in an area of the portal; no scopes at all mean all (portal.md §6). */
export function mayRead(scopes: readonly string[], area: 'rooms' | 'accounts'): boolean {
  const allowed = new Set(['*', ...['*', area].flatMap((name) => [`${name}:*`, `${name}:read`, `${name}:write`])]);
  return scopes.length === 0 || scopes.some((scope) => allowed.has(scope));
}
