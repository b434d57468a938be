import { roomEntryOf } from '../links/drift.ts';
import { bearsKey, keyInTitle, type Identity } from '../links/identity.ts';
import { matches, type Room } from '../links/room.ts';
import { shownId } from '../links/shown-id.ts';
import type { AuditedLink, AuditedRoom } from './finding.ts';
import type { ConfigFile } from './policy.ts';

/** A link of a room, as far as it takes to name it. */
export interface RoomLink {
  readonly id: string;
  /** The key of a managed link, where it is known and the title does not show it; else null. */
  readonly key: string | null;
}

/** The links of the rooms that findings are about, by the id of the room. */
export type RoomLinks = ReadonlyMap<string, readonly RoomLink[]>;

/** Names the links of a room, of whatever type. Keys are known from the file: from its links, and from its waivers. */
export function roomLinksOf(
  room: AuditedRoom,
  links: readonly AuditedLink[],
  { file, identity }: { readonly file: ConfigFile | null; readonly identity: Identity },
): readonly RoomLink[] {
  const keys = file === null ? [] : keysIn(file, room);
  return [...links, ...room.otherLinks].map(({ id, title, managed }) => {
    const key = managed ? keys.find((one) => bearsKey(identity, { roomId: room.id, key: one }, id)) : undefined;
    return { id, key: key === undefined || key === keyInTitle(title) ? null : key };
  });
}

/** The keys that the file has for links of this room, in its rooms and in its waivers. */
export function keysIn(file: ConfigFile, room: Pick<Room, 'id' | 'title'>): readonly string[] {
  return [
    ...(roomEntryOf(file, room)?.links ?? []).flatMap(({ desired: { reference } }) =>
      reference.by === 'key' ? [reference.key] : [],
    ),
    ...file.waivers.flatMap(({ room: reference, link }) =>
      link?.by === 'key' && matches(reference, room) ? [link.key] : [],
    ),
  ];
}

/** How texts name the link of a finding: a beginning of its id that no other link of its room has, and its key. */
export function namedIn(
  all: RoomLinks,
  { roomId, linkId }: { readonly roomId: string; readonly linkId: string },
): RoomLink {
  const links = all.get(roomId) ?? [];
  return { id: shownId(linkId, links), key: links.find(({ id }) => id === linkId)?.key ?? null };
}
