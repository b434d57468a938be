import { defaultLifetime, isPermanent } from '../links/desired.ts';
import type { Action } from '../links/plan.ts';
import type { PasswordWish } from '../links/wish.ts';
import type { FileLink, FileRoom } from './links-file.ts';
import type { RoomPlan, Staying } from './plan-room.ts';

const makesAnew: readonly Action[] = ['create', 'replace'];

/**
 * The room of the file, for plans after the first: the primary link that the first plan makes (anew) is described to the
 * last field. Another run may be making it at the same time, and for a moment it is as the portal makes it, open to
 * anyone and without end: nothing of that is to be kept.
 */
export function firmRoom(room: FileRoom, { staying }: RoomPlan): FileRoom {
  const made = staying.find(({ plan }) => plan.primary && makesAnew.includes(plan.action) && !isPermanent(plan));
  if (made === undefined) return room;
  return { ...room, links: room.links.map((link) => (link === made.entry ? firmLink(made) : link)) };
}

function firmLink({ entry, plan: { target, newPassword } }: Staying): FileLink {
  const { access, internal, title, password, denyDownload } = target;
  const known: PasswordWish = password === null ? { kind: 'none' } : { kind: 'given', password };
  return {
    ...entry,
    wish: {
      ...entry.wish,
      access,
      internal,
      title,
      denyDownload,
      expiration: entry.wish.expiration ?? { kind: 'duration', milliseconds: defaultLifetime },
      // One that the other run has generated is as good as ours.
      password: newPassword === null ? known : { kind: 'generate' },
    },
  };
}
