import { entryName, type FileLink, type FileRoom } from '../links/declared.ts';
import type { RoomRef } from '../links/room.ts';
import { buildLink, type DefaultsRead, type LinkRead } from './build-link.ts';
import type { roomShape } from './file-shape.ts';
import type { Position, Refuse } from './mistakes.ts';
import type { ReadBy } from './shape.ts';

type RoomRead = ReadBy<ReturnType<typeof roomShape>>;

/** The rooms of the file. Refuses rooms and links that are described twice. */
export function buildRooms(
  rooms: readonly RoomRead[],
  defaults: DefaultsRead | undefined,
  refuse: Refuse,
): readonly FileRoom[] {
  const seen = secondRefuser(refuse);
  return rooms.flatMap(({ values: { room, links = [] }, at }) => {
    const built = buildLinks(links, defaults, refuse);
    if (room === undefined) return [];
    seen(roomKey(room.value), room.at, (line) => `The room of line ${line} a second time: put all its links there.`);
    return [{ room: room.value, links: built, line: at.line }];
  });
}

function roomKey(room: RoomRef): string {
  return room.by === 'id' ? `id ${room.id}` : `title ${room.title}`;
}

function buildLinks(
  links: readonly LinkRead[],
  defaults: DefaultsRead | undefined,
  refuse: Refuse,
): readonly FileLink[] {
  const seen = secondRefuser(refuse);
  return links.map((read) => {
    const link = buildLink(read, defaults, refuse);
    const { place, name, advice } = placeOf(link);
    const isFirst = seen(place, read.at, (line) => `${name} a second time: the first is in line ${line}.${advice}`);
    if (isFirst && !link.absent && place.startsWith('invitation ')) {
      seen(
        'the invitation',
        read.at,
        (line) => `A room has a single invitation link, and line ${line} describes it already.`,
      );
    }
    return link;
  });
}

/** Where a link belongs in its room, and how messages name it. */
function placeOf({ wish: { ref } }: FileLink): {
  readonly place: string;
  readonly name: string;
  readonly advice: string;
} {
  const name = `The ${entryName(ref)}`;
  switch (ref.by) {
    case 'primary':
      return { place: 'primary', name, advice: '' };
    case 'id':
      return { place: `id ${ref.id}`, name, advice: '' };
    case 'key':
      return { place: `${ref.type} ${ref.key}`, name, advice: ' Give each link a `key` of its own.' };
  }
}

/** Refuses what comes a second time; true for what comes first. */
function secondRefuser(refuse: Refuse) {
  const first = new Map<string, Position>();
  return (place: string, at: Position, message: (line: number) => string): boolean => {
    const before = first.get(place);
    if (before === undefined) first.set(place, at);
    else refuse(at, message(before.line));
    return before === undefined;
  };
}
