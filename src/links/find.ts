import { idPrefix, isManaged, prefixOf, type Identity } from './identity.ts';
import type { Link } from './link.ts';
import { problem } from './problem.ts';
import type { Result } from './result.ts';
import type { LinkType } from './room-types.ts';
import { roomName, type RoomState } from './room.ts';
import type { DesiredLink } from './desired.ts';
import { quoted } from './text.ts';

/** The link that a desired link means in this room, and what else bears its key. */
export interface Found {
  readonly type: LinkType;
  readonly primary: boolean;
  readonly current: Link | null;
  readonly duplicates: readonly Link[];
  /** Prefix of the id that a new link gets. */
  readonly prefix: string;
}

/** Finds the link of a desired link, whose room is known to be writable; problems if it names one that cannot be. */
export function findLink(state: RoomState, desired: DesiredLink, identity: Identity): Result<Found> {
  const { room, links } = state;
  const { reference } = desired;
  if (reference.by === 'id') return findById(state, reference.id, identity);
  if (reference.by === 'primary') {
    const current = links.find((link) => link.primary) ?? null;
    return { value: { type: 'external', primary: true, current, duplicates: [], prefix: '' } };
  }
  const prefix = idPrefix(identity, { roomId: room.id, type: reference.type, key: reference.key });
  const ours = byPrecedence(links.filter((link) => link.id.startsWith(prefix)));
  const [current = null, ...duplicates] = ours;
  if (current !== null || reference.type === 'external') {
    return { value: { type: reference.type, primary: false, current, duplicates, prefix } };
  }
  const other = links.find((link) => link.type === 'invitation') ?? null;
  if (other !== null && !desired.adopt) {
    const message = `${roomName(room)} has an invitation link that the key ${quoted(reference.key)} of this repository did not make: ${listed([other])}.`;
    return { problems: [problem('link-not-ours', message)] };
  }
  return { value: { type: 'invitation', primary: false, current: other, duplicates: [], prefix } };
}

/**
 * The order in which links of one key survive: live ones before expired ones, then the smaller id. Two runs that see
 * the same links thus keep the same one.
 */
export function byPrecedence(links: readonly Link[]): readonly Link[] {
  return links.toSorted((one, other) => Number(one.expired) - Number(other.expired) || (one.id < other.id ? -1 : 1));
}

/** Prefix of the links that take the place of one that is not ours: a place in a key that no input can spell. */
function replacementPrefix({ room }: RoomState, id: string, type: LinkType, identity: Identity): string {
  return isManaged(identity, id) ? prefixOf(id) : idPrefix(identity, { roomId: room.id, type, key: `\n${id}` });
}

/** The links that runs have put in the place of the one with this id, the one that stays first. */
export function replacementsOf(state: RoomState, id: string, identity: Identity): readonly Link[] {
  const isReplacement = (link: Link): boolean =>
    link.id !== id && link.id.startsWith(replacementPrefix(state, id, link.type, identity));
  return byPrecedence(state.links.filter(isReplacement));
}

/** A link that was named by its id and has been replaced since is the one that took its place. */
export function resolved(state: RoomState, desired: DesiredLink, identity: Identity): DesiredLink {
  const { reference } = desired;
  if (reference.by !== 'id' || state.links.some(({ id }) => id === reference.id)) return desired;
  const [replacement] = replacementsOf(state, reference.id, identity);
  return replacement === undefined ? desired : { ...desired, reference: { by: 'id', id: replacement.id } };
}

function findById(state: RoomState, id: string, identity: Identity): Result<Found> {
  const { room, links } = state;
  const named = links.find((link) => link.id === id);
  const replacements = replacementsOf(state, id, identity);
  const [replacement] = replacements;
  if (named === undefined) {
    const message = `${roomName(room)} has no link with the id ${id}. Its links: ${listed(links)}.`;
    const hint =
      replacement === undefined
        ? undefined
        : `An earlier run replaced it: use \`link-id: ${replacement.id}\` from now on.`;
    return { problems: [problem('link-not-found', message, hint)] };
  }
  // A run that died has left a replacement beside the expired link that it was to replace; then the replacement is the link.
  const current = named.expired && replacement?.expired === false ? replacement : named;
  const { type, primary } = current;
  const duplicates = [named, ...replacements].filter((link) => link !== current);
  return { value: { type, primary, current, duplicates, prefix: replacementPrefix(state, id, type, identity) } };
}

/** Links for a sentence: title, id, and whether each has expired. */
export function listed(links: readonly Pick<Link, 'id' | 'title' | 'expired'>[]): string {
  if (links.length === 0) return 'none';
  return links.map((link) => `${quoted(link.title)} (${link.id}${link.expired ? ', expired' : ''})`).join(', ');
}
