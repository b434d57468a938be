import { expect } from '@jest/globals';
import type { Outcome } from '../../scripts/action-process.ts';
import type { Portal } from '../../simulator/index.ts';
import { externalUrl, invitationUrl, shorten } from '../../simulator/urls.ts';

/** URLs of all links there have been, by their short codes: also of those that nobody has asked the portal for. */
function urlsOf({ state, url }: Portal): ReadonlyMap<string, string> {
  const ids = [...state.rooms.values()].flatMap((room) => [...room.links.keys()]);
  for (const id of ids) {
    shorten(state, url, externalUrl(state, url, id));
    for (const caller of state.usersById.keys()) shorten(state, url, invitationUrl(state, url, id, caller));
  }
  return state.longByShort;
}

/**
 * Everything that may be seen nowhere: keys, passwords now and ever sent, tokens and URLs, long and short. URLs of the
 * links in `revealed` may be seen.
 */
export function secretsOf(
  portal: Portal,
  inputs: Readonly<Record<string, string>>,
  revealed: readonly string[],
): readonly string[] {
  const { state } = portal;
  const sent = portal.requests.map(({ body }) => (body as { readonly password?: string } | undefined)?.password ?? '');
  const kept = [...state.rooms.values()].flatMap((room) => Array.from(room.links.values(), ({ password }) => password));
  const password = ['keep', 'none', 'generate'].includes(inputs['password'] ?? '') ? '' : inputs['password'];
  const given = [password, inputs['api-key']?.trim(), inputs['github-token']];
  const urls = [...urlsOf(portal)].flatMap(([short, long]) => {
    const token = new URL(long).searchParams.get('key') ?? '';
    const id = /"([0-9a-f-]{36})/u.exec(Buffer.from(token, 'base64url').toString())?.[1] ?? '';
    return revealed.includes(id) ? [token] : [token, short];
  });
  return [...state.keysBySecret.keys(), ...sent, ...kept, ...given, ...urls].filter(
    (text): text is string => typeof text === 'string' && text !== '',
  );
}

/**
 * Fails if one of the secrets stands where it must not: anywhere but in masks and in the outputs made for it. `left` is
 * what the step has left elsewhere, by its place.
 */
export function expectQuiet(
  outcome: Outcome,
  secrets: readonly string[],
  left: Readonly<Record<string, string>>,
): void {
  const outputs = Object.entries(outcome.outputs).filter(([name]) => name !== 'link' && name !== 'password');
  const places = {
    stdout: outcome.stdout.replace(/^::add-mask::.*$/gmu, ''),
    stderr: outcome.stderr,
    summary: outcome.summary,
    outputs: JSON.stringify(outputs),
    state: JSON.stringify(outcome.state),
    ...left,
  };
  for (const [place, text] of Object.entries(places)) {
    const seen = secrets.filter((secret) => text.includes(secret) || text.includes(encodeURIComponent(secret)));
    expect({ place, seen }).toStrictEqual({ place, seen: [] });
  }
}
