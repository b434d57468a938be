import { bearsKey, isManaged, type Identity } from './identity.ts';
import type { Link } from './link.ts';
import { problem, type Problem } from './problem.ts';
import type { Result } from './result.ts';
import type { RoomState } from './room.ts';
import type { LinkType } from './room-types.ts';
import { keysIn } from './separated.ts';
import { quoted } from './text.ts';

/**
 * Which links of a room are meant. Nothing here can mean "all" by being empty. Keys are the lines of a list: a line that
 * as a whole is the key of a link of the room is that key; in any other line commas separate keys.
 */
export type Selector =
  | { readonly by: 'keys'; readonly keys: readonly string[] }
  | { readonly by: 'ids'; readonly ids: readonly string[] }
  | { readonly by: 'primary' }
  | { readonly by: 'expired' }
  | { readonly by: 'managed'; readonly exceptKeys: readonly string[] };

/** A link that is meant, and the key by which it is. */
export interface Selected {
  readonly link: Link;
  readonly key: string | null;
}

/** What a selector finds. */
export interface Selection {
  /** In the order of the room's list, each once. */
  readonly selected: readonly Selected[];
  /** The keys and ids that have no link (any more); of a selector with `exceptKeys` those that keep no link. */
  readonly missing: readonly string[];
}

/**
 * Finds the links of a selector among those of a type. A key stands for its link of either type. A problem for an id
 * whose link is of another type, since to call it absent would be a lie, and for a key that is to be kept, that no link
 * has, and that means a link all the same: in another case, as its title, or as one of several keys.
 */
export function select(
  state: RoomState,
  selector: Selector,
  type: LinkType | 'all',
  identity: Identity,
): Result<Selection> {
  const { links } = state;
  const found = links.filter((link) => type === 'all' || link.type === type);
  const { isOf, isKey, keysOf } = keysOfRoom(state, identity);
  const keyIn = (link: Link, keys: readonly string[]): string | undefined => keys.find((key) => isOf(link, key));
  const those = (links: readonly Link[]): readonly Selected[] => links.map((link) => ({ link, key: null }));
  switch (selector.by) {
    case 'keys': {
      const keys = keysOf(selector.keys);
      const selected = found.flatMap((link): Selected[] => {
        const key = keyIn(link, keys);
        return key === undefined ? [] : [{ link, key }];
      });
      return { value: { selected, missing: keys.filter((key) => selected.every((one) => one.key !== key)) } };
    }
    case 'ids': {
      const other = links.find((link) => !found.includes(link) && selector.ids.includes(link.id));
      if (other !== undefined) return { problems: [otherTypeProblem(other, type)] };
      return {
        value: {
          selected: those(found.filter((link) => selector.ids.includes(link.id))),
          missing: selector.ids.filter((id) => found.every((link) => link.id !== id)),
        },
      };
    }
    case 'primary':
      return { value: { selected: those(found.filter((link) => link.primary)), missing: [] } };
    case 'expired':
      return { value: { selected: those(found.filter((link) => link.expired)), missing: [] } };
    case 'managed': {
      const keys = keysOf(selector.exceptKeys);
      const ours = found.filter((link) => isManaged(identity, link.id));
      const toRevoke = ours.filter((link) => keyIn(link, keys) === undefined);
      const missing = keys.filter((key) => !isKey(key));
      const among = { ...state, links: toRevoke };
      const [slip] = inOtherCase(among, missing, identity);
      if (slip !== undefined) return { problems: [caseProblem(slip)] };
      const [other] = noKeys(among, missing, identity);
      if (other !== undefined) return { problems: [noKeyProblem(other)] };
      return { value: { selected: those(toRevoke), missing } };
    }
  }
}

/** Which links of a room are those of a key, and which keys the lines of a list name there. */
function keysOfRoom({ room, links }: RoomState, identity: Identity) {
  const isOf = (link: Link, key: string): boolean => bearsKey(identity, { roomId: room.id, key }, link.id);
  const isKey = (key: string): boolean => links.some((link) => isOf(link, key));
  const keysOf = (lines: readonly string[]): readonly string[] => [
    ...new Set(lines.flatMap((line) => (isKey(line) ? [line] : keysIn(line)))),
  ];
  return { isOf, isKey, keysOf };
}

/** A key that no link has, and the same in lower or upper case, which a link has. */
export interface CaseSlip {
  readonly key: string;
  readonly other: string;
}

/** The slips among keys that no link of the room has. */
export function inOtherCase(state: RoomState, keys: readonly string[], identity: Identity): readonly CaseSlip[] {
  const { isKey } = keysOfRoom(state, identity);
  return keys.flatMap((key) => {
    const other = [key.toLowerCase(), key.toUpperCase()].find((one) => one !== key && isKey(one));
    return other === undefined ? [] : [{ key, other }];
  });
}

/** What stands for a key and is none of the room, though it means links of it. */
export interface NoKey {
  readonly key: string;
  /** What it is, as the end of a sentence. */
  readonly what: string;
}

/** Those among keys that no link of the room has which are several of its keys, or the title of a link. */
export function noKeys(state: RoomState, keys: readonly string[], identity: Identity): readonly NoKey[] {
  const { isKey } = keysOfRoom(state, identity);
  return keys.flatMap((key) => {
    const parts = key.split(/[\s,|]+/u).filter((part) => part !== '');
    if (parts.length > 1 && parts.every(isKey)) {
      return [{ key, what: 'these are several keys: separate them by commas, or write one per line' }];
    }
    const titled = state.links.find(({ title }) => title === key);
    return titled === undefined ? [] : [{ key, what: `this is the title of link ${titled.id}, and not its key` }];
  });
}

function otherTypeProblem({ id, title, type }: Link, asked: LinkType | 'all'): Problem {
  return problem(
    'not-possible',
    `Link ${id} ${quoted(title)} is an ${type} link, which \`link-type: ${asked}\` leaves out.`,
    'Leave `link-type` out, or correct `link-id`.',
  );
}

function noKeyProblem({ key, what }: NoKey): Problem {
  return problem(
    'not-possible',
    `\`except-keys\` names ${quoted(key)}, and no link has that key: ${what}. Nothing was revoked.`,
    `Correct \`except-keys\`, or remove ${quoted(key)} from it to revoke what it stands for.`,
  );
}

/** To revoke the link that was to be kept would be the worst way to read a slip. */
function caseProblem({ key, other }: CaseSlip): Problem {
  return problem(
    'not-possible',
    `\`except-keys\` names ${quoted(key)}, and the room has a link with the key ${quoted(other)}: case matters in keys. Nothing was revoked.`,
    `Use ${quoted(other)} in \`except-keys\`, or remove ${quoted(key)} to revoke that link too.`,
  );
}

/**
 * The names by which links that are gone may have been known: the keys and ids that are missing, and every line of keys
 * of which all are missing, since it may have been one key with commas in it.
 */
export function goneNames(selector: Selector, missing: readonly string[]): readonly string[] {
  if (selector.by !== 'keys') return selector.by === 'ids' ? missing : [];
  const lines = selector.keys.filter((line) => keysIn(line).every((key) => missing.includes(key)));
  return [...new Set([...missing, ...lines])];
}
