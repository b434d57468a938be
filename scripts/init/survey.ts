import type { DocSpace } from '../../src/docspace/port.ts';
import type { PortalSurvey } from './first-file.ts';
import { mapConcurrent } from '../../src/docspace/pool.ts';

/** Requests at once: beyond eight a portal gets slower for everyone (portal.md G2). */
const atOnce = 8;

/** Reads the links of all active rooms that the key may see; of the others only what the list of rooms says. */
export async function surveyPortal(portal: DocSpace): Promise<PortalSurvey> {
  const rooms = await portal.rooms({ area: 'active' });
  const readable = rooms.filter(({ canEditAccess }) => canEditAccess);
  const read = await mapConcurrent(atOnce, readable, async (room) => ({ room, ...(await portal.links(room.id)) }));
  return { read, unreadable: rooms.filter(({ canEditAccess }) => !canEditAccess) };
}
