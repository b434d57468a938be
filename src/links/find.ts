import { idPrefix, isManaged, prefixOf, type Identity } from './identity.ts';
import type { Link } from './link.ts';
import { problem, type Problem } from './problem.ts';
import type { LinkType } from './room-types.ts';
import { roomName, type RoomState } from './room.ts';
import type { Wish } from './desired.ts';
import { quoted } from './text.ts';

/** The link that a wish means in this room, and what else bears its key. */
export interface Found {
  readonly type: LinkType;
  readonly primary: boolean;
  readonly current: Link | null;
  readonly extras: readonly Link[];
  /** Prefix of the id that a new link gets. */
  readonly prefix: string;
}

/** Finds the link of a wish, whose room is known to be writable; a problem if it names one that cannot be. */
export function findLink(state: RoomState, wish: Wish, identity: Identity): Found | Problem {
  const { room, links } = state;
  const { ref } = wish;
  if (ref.by === 'id') return findById(state, ref.id, identity);
  if (ref.by === 'primary') {
    const current = links.find((link) => link.primary) ?? null;
    return { type: 'external', primary: true, current, extras: [], prefix: '' };
  }
  const prefix = idPrefix(identity, { roomId: room.id, type: ref.type, key: ref.key });
  const ours = survivorFirst(links.filter((link) => link.id.startsWith(prefix)));
  const [current = null, ...extras] = ours;
  if (current !== null || ref.type === 'external') {
    return { type: ref.type, primary: false, current, extras, prefix };
  }
  const other = links.find((link) => link.type === 'invitation') ?? null;
  if (other !== null && !wish.adopt) {
    return problem(
      'link-not-ours',
      `${roomName(room)} has an invitation link that the key ${quoted(ref.key)} of this repository did not make: ${listed([other])}.`,
    );
  }
  return { type: 'invitation', primary: false, current: other, extras: [], prefix };
}

/**
 * The order in which links of one key survive: live ones before expired ones, then the smaller id. Two runs that see
 * the same links thus keep the same one.
 */
export function survivorFirst(links: readonly Link[]): readonly Link[] {
  return links.toSorted((one, other) => Number(one.expired) - Number(other.expired) || (one.id < other.id ? -1 : 1));
}

/** Prefix of the links that take the place of one that is not ours: a place in a key that no input can spell. */
function heirPrefix({ room }: RoomState, id: string, type: LinkType, identity: Identity): string {
  return isManaged(identity, id) ? prefixOf(id) : idPrefix(identity, { roomId: room.id, type, key: `\n${id}` });
}

/** The links that runs have put in the place of the one with this id, the one that stays first. */
export function heirsOf(state: RoomState, id: string, identity: Identity): readonly Link[] {
  const isHeir = (link: Link): boolean =>
    link.id !== id && link.id.startsWith(heirPrefix(state, id, link.type, identity));
  return survivorFirst(state.links.filter(isHeir));
}

/** A link that was named by its id and has been replaced since is the one that took its place. */
export function resolved(state: RoomState, wish: Wish, identity: Identity): Wish {
  const { ref } = wish;
  if (ref.by !== 'id' || state.links.some(({ id }) => id === ref.id)) return wish;
  const [heir] = heirsOf(state, ref.id, identity);
  return heir === undefined ? wish : { ...wish, ref: { by: 'id', id: heir.id } };
}

function findById(state: RoomState, id: string, identity: Identity): Found | Problem {
  const { room, links } = state;
  const named = links.find((link) => link.id === id);
  const heirs = heirsOf(state, id, identity);
  const [heir] = heirs;
  if (named === undefined) {
    return problem(
      'link-not-found',
      `${roomName(room)} has no link with the id ${id}. Its links: ${listed(links)}.`,
      heir === undefined ? undefined : `An earlier run replaced it: use \`link-id: ${heir.id}\` from now on.`,
    );
  }
  // A run that died has left an heir beside the expired link that it was to replace; then the heir is the link.
  const current = named.expired && heir?.expired === false ? heir : named;
  return {
    type: current.type,
    primary: current.primary,
    current,
    extras: [named, ...heirs].filter((link) => link !== current),
    prefix: heirPrefix(state, id, current.type, identity),
  };
}

/** Links for a sentence: title, id, and whether each has expired. */
export function listed(links: readonly Pick<Link, 'id' | 'title' | 'expired'>[]): string {
  if (links.length === 0) return 'none';
  return links.map((link) => `${quoted(link.title)} (${link.id}${link.expired ? ', expired' : ''})`).join(', ');
}
