import { applicable } from '../links/declared-links.ts';
import { entryName, type FileLink, type FileRoom } from '../links/declared.ts';
import { fieldsNotFor, type LinkReference, type DesiredLink } from '../links/desired.ts';
import type { LinkType } from '../links/room-types.ts';
import type { RoomReference } from '../links/room.ts';
import { settingMembers, settingsFrom } from '../values/link-settings.ts';
import type { DefaultsRead, LinkRead } from './links.ts';
import type { Path, Places, Position, Refuse } from './mistakes.ts';

/** What was read of the links; what is wrong is left out, and undefined in a list. */
export interface RoomsRead {
  readonly defaults?: DefaultsRead | undefined;
  readonly rooms?: readonly (RoomRead | undefined)[] | undefined;
}

interface RoomRead {
  readonly room?: RoomReference | undefined;
  readonly links?: readonly (LinkRead | undefined)[] | undefined;
}

/** Where things stand, and where mistakes go. */
interface Reading {
  readonly defaults: DefaultsRead;
  readonly places: Places;
  readonly refuse: Refuse;
}

/** A link as it was read, and where. */
interface Entry {
  readonly read: LinkRead;
  readonly path: Path;
}

/**
 * The rooms of the file, `defaults` worked in. Refuses rooms and links that are described twice, fields that exclude each
 * other, and fields that the type of a link does not have.
 */
export function declaredRooms(
  { defaults = {}, rooms = [] }: RoomsRead,
  places: Places,
  refuse: Refuse,
): readonly FileRoom[] {
  const seen = secondRefuser(refuse);
  return rooms.flatMap((read, index) => {
    if (read === undefined) return [];
    const path = ['rooms', index];
    const links = declaredLinks(read.links ?? [], [...path, 'links'], { defaults, places, refuse });
    if (read.room === undefined) return [];
    const at = places.at([...path, 'room']);
    seen(roomKey(read.room), at, (line) => `The room of line ${line} a second time: put all its links there.`);
    return [{ room: read.room, links, line: places.at(path).line }];
  });
}

function roomKey(room: RoomReference): string {
  return room.by === 'id' ? `id ${room.id}` : `title ${room.title}`;
}

function declaredLinks(reads: readonly (LinkRead | undefined)[], path: Path, reading: Reading): readonly FileLink[] {
  const seen = secondRefuser(reading.refuse);
  return reads.flatMap((read, index) => {
    if (read === undefined) return [];
    const entry = { read, path: [...path, index] };
    const link = declaredLink(entry, reading);
    const at = reading.places.at(entry.path);
    const { slot, name, advice } = slotOf(link);
    const isFirst = seen(slot, at, (line) => `${name} a second time: the first is in line ${line}.${advice}`);
    if (isFirst && !link.absent && slot.startsWith('invitation ')) {
      seen(
        'the invitation',
        at,
        (line) => `A room has a single invitation link, and line ${line} describes it already.`,
      );
    }
    return [link];
  });
}

/** Where a link belongs in its room, and how messages name it. */
function slotOf({ desired: { reference } }: FileLink): {
  readonly slot: string;
  readonly name: string;
  readonly advice: string;
} {
  const name = `The ${entryName(reference)}`;
  switch (reference.by) {
    case 'primary':
      return { slot: 'primary', name, advice: '' };
    case 'id':
      return { slot: `id ${reference.id}`, name, advice: '' };
    case 'key':
      return { slot: `${reference.type} ${reference.key}`, name, advice: ' Give each link a `key` of its own.' };
  }
}

/** Refuses what comes a second time; true for what comes first. */
function secondRefuser(refuse: Refuse) {
  const first = new Map<string, Position>();
  return (slot: string, at: Position, message: (line: number) => string): boolean => {
    const before = first.get(slot);
    if (before === undefined) first.set(slot, at);
    else refuse(at, message(before.line));
    return before === undefined;
  };
}

/** Key of a link that names none. */
const defaultKey = 'default';

/** One link, with the defaults that can fit it. */
function declaredLink(entry: Entry, reading: Reading): FileLink {
  const { read } = entry;
  const { defaults } = reading;
  const { reference, type } = readReference(entry, reading);
  const given = desiredFrom(read, reference);
  if (type !== null) refuseUnfit(entry, given, type, reading);
  const byDefault = settingsFrom((name) => defaults[name]);
  const missing = settingMembers.filter((member) => given[member] === undefined);
  const link: FileLink = {
    desired: {
      ...given,
      ...Object.fromEntries(missing.map((member) => [member, byDefault[member]])),
      renew: read.renew ?? defaults.renew ?? false,
    },
    defaulted: missing.filter((member) => byDefault[member] !== undefined),
    absent: read.state === 'absent',
    line: reading.places.at(entry.path).line,
  };
  // Without a type it is the room that tells what fits.
  return type === null ? link : { ...link, desired: applicable(link, { type, permanent: false }) };
}

/** What the link itself says. */
function desiredFrom(read: LinkRead, reference: LinkReference): DesiredLink {
  return {
    reference,
    ...settingsFrom((name) => read[name]),
    renew: read.renew ?? false,
    rotate: false,
    adopt: read.adopt ?? false,
  };
}

/** Which link is meant, and its type if the file tells; the same rules as for the inputs of the root action. */
function readReference(
  { read, path }: Entry,
  { defaults, places, refuse }: Reading,
): { readonly reference: LinkReference; readonly type: LinkType | null } {
  const { key = defaultKey, 'link-id': id, primary, type } = read;
  const isWritten = (name: string): boolean => places.nameAt([...path, name]) !== null;
  if (id !== undefined) {
    const at = places.nameAt([...path, 'key']);
    if (at !== null) refuse(at, '`link-id` and `key` both name the link: give only one of them.');
    if (primary === true) {
      refuse(
        places.at([...path, 'primary']),
        '`link-id` and `primary: true` both name the link: give only one of them.',
      );
    }
    return { reference: { by: 'id', id }, type: null };
  }
  if (primary === true) {
    if (type === 'invitation') {
      refuse(
        places.at([...path, 'primary']),
        '`primary: true` is not possible with `type: invitation`: the primary link of a room is an external link.',
      );
      return { reference: { by: 'primary', key }, type: null };
    }
    return { reference: { by: 'primary', key }, type: 'external' };
  }
  // With a type that cannot be read, nothing is said about what does not fit it.
  if (isWritten('type') && type === undefined) return { reference: { by: 'key', type: 'external', key }, type: null };
  const known = type ?? defaults.type ?? 'external';
  return { reference: { by: 'key', type: known, key }, type: known };
}

function refuseUnfit({ path }: Entry, given: DesiredLink, type: LinkType, { places, refuse }: Reading): void {
  const other = type === 'external' ? 'invitation' : 'external';
  for (const name of fieldsNotFor(given, type)) {
    refuse(
      places.at([...path, name]),
      `\`${name}\` is for ${other} links only, and this is ${type === 'external' ? 'an external' : 'an invitation'} link. Leave it out, or write \`type: ${other}\`.`,
    );
  }
}
