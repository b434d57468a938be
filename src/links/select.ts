import { bearsKey, isManaged, type Identity } from './identity.ts';
import type { Link } from './link.ts';
import { problem, type Problem } from './problem.ts';
import { quoted } from './quoted.ts';
import type { RoomState } from './room.ts';
import type { LinkType } from './room-types.ts';

/** Which links of a room are meant. Nothing here can mean "all" by being empty. */
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
  /** The keys and ids that have no link (any more). */
  readonly missing: readonly string[];
}

/**
 * Finds the links of a selector among those of a type. A key stands for its link of either type. A problem for an id
 * whose link is of another type: to call it absent would be a lie.
 */
export function select(
  { room, links }: RoomState,
  selector: Selector,
  type: LinkType | 'all',
  identity: Identity,
): Selection | Problem {
  const found = links.filter((link) => type === 'all' || link.type === type);
  const keyIn = (link: Link, keys: readonly string[]): string | undefined =>
    keys.find((key) => bearsKey(identity, { roomId: room.id, key }, link.id));
  const those = (links: readonly Link[]): readonly Selected[] => links.map((link) => ({ link, key: null }));
  switch (selector.by) {
    case 'keys': {
      const selected = found.flatMap((link): Selected[] => {
        const key = keyIn(link, selector.keys);
        return key === undefined ? [] : [{ link, key }];
      });
      return { selected, missing: selector.keys.filter((key) => selected.every((one) => one.key !== key)) };
    }
    case 'ids': {
      const other = links.find((link) => !found.includes(link) && selector.ids.includes(link.id));
      if (other !== undefined) {
        return problem(
          'not-possible',
          `Link ${other.id} ${quoted(other.title)} is an ${other.type} link, which \`link-type: ${type}\` leaves out.`,
          'Leave `link-type` out, or correct `link-id`.',
        );
      }
      return {
        selected: those(found.filter((link) => selector.ids.includes(link.id))),
        missing: selector.ids.filter((id) => found.every((link) => link.id !== id)),
      };
    }
    case 'primary':
      return { selected: those(found.filter((link) => link.primary)), missing: [] };
    case 'expired':
      return { selected: those(found.filter((link) => link.expired)), missing: [] };
    case 'managed': {
      const ours = found.filter((link) => isManaged(identity, link.id));
      return { selected: those(ours.filter((link) => keyIn(link, selector.exceptKeys) === undefined)), missing: [] };
    }
  }
}
