import { inParallel, type Concurrency } from '../../../docspace/pool.ts';
import type { Room } from '../../../links/room.ts';
import type { Log } from '../../../render/log.ts';
import { createProgress } from './progress.ts';
import { isEmpty, type Reading, type RoomReader } from './read-room.ts';
import type { ScanRecord } from './record.ts';

/** Reads many rooms, as many at once as serve the portal best, and notes what becomes of them. */
export interface RoomsReader {
  /** Reads these rooms; those that failed are asked once more. */
  readonly read: (rooms: readonly Room[]) => Promise<void>;
  /** Whether a room was met: it was read or is unread, or its empty list is to be confirmed. */
  readonly isMet: (room: Pick<Room, 'id'>) => boolean;
  /** How many rooms have empty lists that are to be confirmed. */
  readonly doubtful: () => number;
  /** Takes note of rooms as a later list of rooms has them: it tells the rights of now. */
  readonly refresh: (rooms: readonly Room[]) => void;
  /** Notes the rooms with empty lists, by the rights of now. */
  readonly confirmEmpty: () => Promise<void>;
}

/** What rooms are read with. */
export interface RoomsReaderDeps {
  readonly reader: RoomReader;
  readonly record: Pick<ScanRecord<unknown>, 'note' | 'forget' | 'has'>;
  readonly log: Log;
  readonly now: () => Date;
  readonly concurrency: Concurrency;
}

/** A reader of the rooms of one scan. It throws no `Failure`. */
export function createRoomsReader({ reader, record, log, now, concurrency }: RoomsReaderDeps): RoomsReader {
  /** Rooms whose lists were empty, and what is to be confirmed of them. */
  const empty = new Map<string, { readonly room: Room; readonly reading: Reading }>();
  /** ... as the list of rooms had them after that. */
  const today = new Map<string, Room>();

  /** Reads these rooms; gives those that failed. */
  async function pass(rooms: readonly Room[]): Promise<readonly Room[]> {
    const failed: Room[] = [];
    const done = createProgress(log, now, rooms.length);
    await inParallel(rooms, concurrency, async (room) => {
      const { reading, feedback } = await reader.read(room);
      if (isEmpty(reading)) empty.set(room.id, { room, reading });
      else await record.note(room, reading);
      if (reading.kind === 'failed') failed.push(room);
      done();
      return feedback;
    });
    return failed;
  }

  return {
    async read(rooms) {
      const failed = await pass(rooms);
      if (failed.length === 0 || reader.ended() !== null) return;
      log.line(
        `${failed.length} ${failed.length === 1 ? 'room' : 'rooms'} could not be read and will be asked once more`,
      );
      failed.forEach(record.forget);
      await pass(failed);
    },
    isMet: (room) => record.has(room) || empty.has(room.id),
    doubtful: () => empty.size,
    refresh(rooms) {
      for (const room of rooms) if (empty.has(room.id)) today.set(room.id, room);
    },
    async confirmEmpty() {
      await inParallel(empty.values(), concurrency, async ({ room, reading }) => {
        await record.note(room, await reader.confirm(room, reading, today.get(room.id) ?? null));
        return null;
      });
      empty.clear();
    },
  };
}
