import type { UnreadRoom } from '../../../audit/coverage.ts';
import { inParallel } from '../../../docspace/pool.ts';
import { isRoomGone } from '../../../docspace/refusal.ts';
import type { Problem } from '../../../links/problem.ts';
import { matches, type Room } from '../../../links/room.ts';
import { attempt } from '../../../links/result.ts';
import { endsScan, problemOf } from './key-problems.ts';
import type { RoomsAsked, Source } from './named-rooms.ts';

/** What has become of rooms that an earlier audit saw and this one has not met. */
export interface MissingRooms {
  /** Ids of rooms that are there no more. */
  readonly gone: ReadonlySet<string>;
  /** Rooms that this key may not see any more, or that could not be asked for: they are not known to be clean. */
  readonly unread: readonly UnreadRoom[];
  /** Rooms that are there, where this audit looks, and still have to be read. */
  readonly there: readonly Room[];
}

/**
 * Asks for rooms by their ids, which come with their titles: a list without them would be the same whether they were
 * deleted or the key's user was removed from them. Rooms of another area are of no concern, nor are rooms that are left
 * out, nor any room where single ones were named. Throws no `Failure`.
 */
export async function findMissingRooms(
  { portal }: Source,
  before: ReadonlyMap<string, string>,
  { rooms, exclude, area, concurrency }: RoomsAsked,
): Promise<MissingRooms> {
  const gone = new Set<string>();
  const unread: UnreadRoom[] = [];
  const there: Room[] = [];
  const ends: Problem[] = [];
  const isLeftOut = (room: Pick<Room, 'id' | 'title'>): boolean =>
    exclude.some((reference) => matches(reference, room));
  const asked = rooms === 'all' ? [...before].filter(([id, title]) => !isLeftOut({ id, title })) : [];

  async function ask(
    id: string,
  ): Promise<{ readonly room: Room } | { readonly problem: Problem; readonly isGone: boolean }> {
    const [end] = ends;
    if (end !== undefined) return { problem: end, isGone: false };
    const { value: room, failed } = await attempt(() => portal.room(id));
    if (failed === null) return { room };
    const why = problemOf(failed);
    if (endsScan(failed)) ends.push(why);
    return { problem: why, isGone: isRoomGone(failed) || why.code === 'not-a-room' };
  }

  await inParallel(asked, concurrency, async ([id, title]) => {
    const answer = await ask(id);
    if ('room' in answer) {
      const { room } = answer;
      if ((area === 'any' ? ['active', 'archived'] : [area]).includes(room.area) && !isLeftOut(room)) there.push(room);
      return null;
    }
    const { problem, isGone } = answer;
    const nothing = { id, title, shared: null, sharedExternal: null };
    if (isGone) gone.add(id);
    else if (problem.code === 'room-forbidden') unread.push({ room: nothing, kind: 'unreadable', why: 'not-visible' });
    else unread.push({ room: nothing, kind: 'failed', problem });
    return null;
  });
  return { gone, unread, there };
}
