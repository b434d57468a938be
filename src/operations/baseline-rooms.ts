import type { UnreadRoom } from '../audit/coverage.ts';
import type { Finding } from '../audit/finding.ts';
import type { LostRooms } from '../audit/seen.ts';
import type { DocSpace } from '../docspace/docspace.ts';
import { inParallel, type Concurrency } from '../docspace/parallel.ts';
import { Failure } from '../links/problem.ts';
import { endsScan, problemOf } from './scan-rooms.ts';

/**
 * Asks for rooms by their ids: a list without them would be the same whether they were deleted or the key's user was
 * removed from them. Rooms that are there, in another area, are in neither list.
 */
export async function lookForRooms(
  portal: DocSpace,
  findings: readonly Finding[],
  concurrency: Concurrency,
): Promise<LostRooms> {
  const titles = new Map(findings.map(({ roomId, roomTitle }) => [roomId, roomTitle]));
  const gone = new Set<string>();
  const unread: UnreadRoom[] = [];
  await inParallel(titles, concurrency, async ([id, title]) => {
    try {
      await portal.room(id);
    } catch (error) {
      if (!(error instanceof Failure) || endsScan(error)) throw error;
      const problem = problemOf(error);
      const room = { id, title, shared: null, sharedExternal: null };
      if (problem.code === 'room-not-found' || problem.code === 'not-a-room') gone.add(id);
      else if (problem.code === 'room-forbidden') unread.push({ room, kind: 'unreadable', why: 'not-visible' });
      else unread.push({ room, kind: 'failed', problem });
    }
    return null;
  });
  return { gone, unread };
}
