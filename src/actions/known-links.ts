import type { DocSpace } from '../docspace/port.ts';
import type { Link } from '../links/link.ts';
import { Refusal } from '../docspace/refusal.ts';
import { Failure } from '../links/problem.ts';
import type { Room, RoomState } from '../links/room.ts';
import { isContradictory } from '../reconcile/read-room.ts';
import { isOutcomeUnknown } from '../reconcile/explain.ts';
import { linkElements, linksOfRoom } from '../render/outputs.ts';
import type { Tools } from '../context.ts';

/** A portal, and what is known by its answers: whether it was changed, and the links of its rooms. */
export interface WatchedPortal {
  readonly portal: DocSpace;
  /**
   * Whether this step has changed the portal: true from the first write that was answered, unless the portal ignored it.
   * Null: none was, but one may have been carried out all the same. Undefined: none was sent.
   */
  readonly changed: () => boolean | null | undefined;
  /**
   * The links of a room as they were listed last; null if that is not what there is: something was sent since that
   * writes (its answer may never have come), or an empty list that the room contradicts: to a key that may not see them
   * the portal lists none (portal.md §0.7).
   */
  readonly linksOf: (room: Room) => readonly Link[] | null;
  /** Takes the word of an operation for the links of a room, as when it has taken back what it had made. */
  readonly note: (state: RoomState) => void;
}

/** Watches what a verb lists and writes, so that it sets only outputs that are known when it fails. */
export function watchLinks(portal: DocSpace): WatchedPortal {
  const listed = new Map<string, readonly Link[]>();
  // As they were read last: rights may be withdrawn while a step runs.
  const rooms = new Map<string, Room>();
  let changed: boolean | null | undefined;

  /** Sends a write; the list is known again where the answer, or what was thrown, says that nothing has changed. */
  async function write<T>(
    roomId: string,
    send: () => Promise<T>,
    isIgnored: (answer: T) => boolean = () => false,
  ): Promise<T> {
    const before = listed.get(roomId);
    const keep = (): void => {
      if (changed === undefined) changed = false;
      if (before !== undefined && !listed.has(roomId)) listed.set(roomId, before);
    };
    listed.delete(roomId);
    try {
      const answer = await send();
      if (isIgnored(answer)) {
        keep();
      } else {
        changed = true;
        // What was listed between two attempts is not what there is.
        listed.delete(roomId);
      }
      return answer;
    } catch (error) {
      if (!mayBeDone(error)) keep();
      else if (changed !== true) changed = null;
      throw error;
    }
  }

  return {
    portal: {
      ...portal,
      room: async (roomId) => {
        const room = await portal.room(roomId);
        rooms.set(roomId, room);
        return room;
      },
      links: async (roomId) => {
        const listing = await portal.links(roomId);
        listed.set(roomId, listing.links);
        return listing;
      },
      putLink: (roomId, link, settings, beforeRepeat) =>
        write(roomId, () => portal.putLink(roomId, link, settings, beforeRepeat)),
      revokeLink: (roomId, link, beforeRepeat) =>
        write(
          roomId,
          () => portal.revokeLink(roomId, link, beforeRepeat),
          (answer) => answer?.id === link.id,
        ),
      makePrimary: (roomId) => write(roomId, () => portal.makePrimary(roomId)),
    },
    changed: () => changed,
    linksOf: (room) => {
      const links = listed.get(room.id) ?? null;
      const last = rooms.get(room.id) ?? room;
      if (links?.length === 0 && (!last.canEditAccess || isContradictory({ room: last, links }))) return null;
      return links;
    },
    note: ({ room, links }) => {
      listed.set(room.id, links);
      rooms.set(room.id, room);
    },
  };
}

/** Whether a write that failed so may have been carried out: its answer was lost, or the portal failed in the middle. */
function mayBeDone(error: unknown): boolean {
  if (error instanceof Refusal) return error.status >= 500;
  if (!(error instanceof Failure)) return true;
  // A repetition that was given up, since the room is not as it was: the first attempt may have been carried out.
  return isOutcomeUnknown(error) || error.problems.some(({ code }) => code === 'conflict');
}

/** The output `changed`; '' if it is not known. */
export function changedText(changed: boolean | null | undefined): string {
  return changed === null ? '' : String(changed ?? false);
}

/** Sets the outputs `links` and `links-count` of a room, if its links are known; `shows` says whose URLs may be seen. */
export function outputLinks(
  room: Room,
  { linksOf }: WatchedPortal,
  { output, identity }: Pick<Tools, 'output' | 'identity'>,
  shows?: (link: Link) => boolean,
): void {
  const links = linksOf(room);
  if (links === null) return;
  output('links', linksOfRoom(linkElements(links, identity, shows)));
  output('links-count', String(links.length));
}
