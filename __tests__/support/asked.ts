import type { Link } from '../../simulator/index.ts';
import { prefixOfKey, roomId, type Links } from './local-portal.ts';
import type { Step } from './local-step.ts';

/** Where a link has its place: of a key, or the only one of its kind that a room has. */
export type Place = `external ${string}` | `invitation ${string}` | 'primary';

/** A link that a run is asked for: its settings, by the names and in the words of the inputs. */
export interface Wanted {
  readonly place: Place;
  readonly given: Readonly<Record<string, string>>;
}

/** A step, and what it is asked for, in the words of the checks. */
export interface Asked extends Step {
  readonly wants: readonly Wanted[];
  /** It is asked for links to be taken away, or to be made less open, whoever made them. */
  readonly takesAway: boolean;
  /** Settings that it changes, if it has to, in links that others have asked for. */
  readonly changes?: readonly string[];
  /** Titles of errors with which it may end here, besides that of a conflict. */
  readonly mayFail?: readonly string[];
}

const settings = ['access', 'expiration', 'internal', 'title', 'password', 'deny-download', 'max-uses'];

function placeOf(inputs: Readonly<Record<string, string>>): Place {
  if (inputs['primary'] === 'true') return 'primary';
  const key = inputs['key'] ?? 'default';
  return inputs['link-type'] === 'invitation' ? `invitation ${key}` : `external ${key}`;
}

/** A `set` with these inputs. */
export function set(inputs: Readonly<Record<string, string>> = {}, more: Partial<Asked> = {}): Asked {
  const given = Object.fromEntries(Object.entries(inputs).filter(([name]) => settings.includes(name)));
  const wants = [{ place: placeOf(inputs), given }];
  return { verb: 'set', inputs, wants, takesAway: inputs['rotate'] === 'true', ...more };
}

/** Inputs of links for anyone. */
export const anyone = { internal: 'false' };

/** A \`set\` of the primary link. */
export function setPrimary(inputs: Readonly<Record<string, string>> = {}): Asked {
  return set({ primary: 'true', ...inputs });
}

/** A \`set\` of the invitation. */
export function invite(inputs: Readonly<Record<string, string>> = {}): Asked {
  return set({ 'link-type': 'invitation', ...inputs });
}

/** A `revoke` with these inputs. */
export function revoke(inputs: Readonly<Record<string, string>>, more: Partial<Asked> = {}): Asked {
  return { verb: 'revoke', inputs, wants: [], takesAway: true, ...more };
}

/** An `apply` of a file with these entries for the room. */
export function apply(
  entries: readonly Readonly<Record<string, string | number | boolean>>[],
  inputs: Readonly<Record<string, string>> = {},
): Asked {
  // JSON is YAML, too.
  const config = JSON.stringify({ version: 1, rooms: [{ room: Number(roomId), links: entries }] });
  const present = entries.filter(({ state }) => state !== 'absent');
  const wants = present.map((entry) => {
    const texts = Object.fromEntries(Object.entries(entry).map(([name, value]) => [name, String(value)]));
    const { type, ...inputsOfSet } = texts;
    return set(type === undefined ? inputsOfSet : { ...inputsOfSet, 'link-type': type }).wants;
  });
  const takesAway = inputs['prune'] === 'true' || present.length < entries.length;
  return { verb: 'apply', inputs: { file: 'links.yml', ...inputs }, file: config, wants: wants.flat(), takesAway };
}

/** An `audit` that fixes what this rule finds, by revoking or by changing these settings. */
export function fix(rule: string, changes: readonly string[] = []): Asked {
  const inputs = { rooms: roomId, 'fail-on': 'never', fix: rule, 'dry-run': 'false' };
  return { verb: 'audit', inputs, wants: [], takesAway: true, changes };
}

/** The post step of a `set` that has made this link of the key `default`. */
export function afterJob(linkId: string): Asked {
  const made = [{ roomId, linkId, expiration: null }];
  return { verb: 'after-job', inputs: {}, state: { 'made-links': JSON.stringify(made) }, wants: [], takesAway: true };
}

/** The links of a place among these. */
export function linksAt(place: Place, links: Links): readonly Link[] {
  return [...links.values()].filter((link) => {
    if (place === 'primary') return link.kind === 4;
    const [type, key] = place.split(' ', 2) as ['external' | 'invitation', string];
    return link.kind === (type === 'external' ? 1 : 3) && link.id.startsWith(prefixOfKey(key, type));
  });
}
