import type { PlannedFix } from '../../audit/fixes.ts';
import type { Change } from '../../links/change.ts';
import { Failure, type Problem } from '../../links/problem.ts';
import { roomName, type RoomState } from '../../links/room.ts';
import { fixLine } from '../../render/audit/fixes.ts';
import { atMost, roomsAtOnce } from '../../docspace/pool.ts';
import { fixLink, readWritable, type FixDeps } from './fix-link.ts';
import { endsKey } from './scan/key-problems.ts';

export type { FixDeps } from './fix-link.ts';

/** What has become of fixes. */
export interface FixReport {
  /** What was done, and is proved. */
  readonly done: readonly Change[];
  /** What was planned and is not done, or not proved. Fixes that were not needed any more are in neither list. */
  readonly undone: readonly PlannedFix[];
  readonly problems: readonly Problem[];
  /** Ids of the rooms whose links may be others now than the scan has read: they are to be read and judged again. */
  readonly rooms: readonly string[];
}

/**
 * Carries out fixes that were planned, shown and counted: some rooms at a time, and within a room one link after the
 * other. Every link is read and judged again right before its write, and read back. What goes wrong with a link is told
 * in the report, and does not stop the others. Throws no `Failure`.
 */
export async function fix(deps: FixDeps, fixes: readonly PlannedFix[]): Promise<FixReport> {
  const rooms = [...new Set(fixes.map(({ room }) => room.id))];
  let ended = false;
  const reports = await atMost(roomsAtOnce, rooms, async (roomId) => {
    // Rooms are written at the same time: the lines of each are told together.
    const story: string[] = [];
    const own = fixes.filter(({ room }) => room.id === roomId);
    // With a key that has died no room can be written. Of the rooms that met it at the same time one says so.
    const report = ended
      ? { done: [], undone: own, problems: [], rooms: [] }
      : await fixRoom({ ...deps, log: { ...deps.log, line: (text) => story.push(text) } }, roomId, own);
    const problems = ended ? report.problems.filter((one) => !endsKey(one)) : report.problems;
    ended ||= problems.some(endsKey);
    tell(deps, own, story, { ...report, problems });
    return { ...report, problems };
  });
  return {
    done: reports.flatMap(({ done }) => done),
    undone: reports.flatMap(({ undone }) => undone),
    problems: reports.flatMap(({ problems }) => problems),
    rooms: reports.flatMap((report) => report.rooms),
  };
}

async function fixRoom(deps: FixDeps, roomId: string, fixes: readonly PlannedFix[]): Promise<FixReport> {
  const done: Change[] = [];
  const undone: PlannedFix[] = [];
  const problems: Problem[] = [];
  let wasRead = false;
  // Read back after each write, the room is as it has to be read before the next one.
  let state: RoomState | null = null;
  for (const planned of fixes) {
    if (problems.some(endsKey)) {
      undone.push(planned);
      continue;
    }
    try {
      state ??= await readWritable(deps, roomId);
      wasRead = true;
      const { change, state: after } = await fixLink(deps, state, planned);
      state = after;
      if (change !== null) done.push(change);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      state = null;
      undone.push(planned);
      // What stands in the way of the whole room is told once.
      const told = problems.map(({ message }) => message);
      problems.push(...error.problems.filter(({ message }) => !told.includes(message)));
    }
  }
  return { done, undone, problems, rooms: wasRead ? [roomId] : [] };
}

function tell(
  { log }: FixDeps,
  [first]: readonly PlannedFix[],
  story: readonly string[],
  { undone, problems }: FixReport,
): void {
  if (first !== undefined) log.line(`${roomName(first.room)}:`);
  for (const line of story) log.line(`  ${line}`);
  for (const planned of undone) log.line(`  ✗ not done: ${fixLine(planned)}`);
  for (const { message } of problems) log.line(`  ✗ ${message}`);
}
