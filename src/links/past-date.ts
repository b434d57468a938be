import { entryName, type FileLink, type FileRoom, type LineProblem } from './declared.ts';
import { isPermanent, type DesiredLink } from './desired.ts';
import { findLink } from './find.ts';
import type { Identity } from './identity.ts';
import { type Link, sameInstant } from './link.ts';
import { problem } from './problem.ts';
import type { RoomState } from './room.ts';
import { quoted } from './text.ts';
import { formatInstant, isoInstant } from './time.ts';

/** A live link whose date in the file has passed: it should have expired, and a date in the past cannot be set. */
export interface Overdue {
  readonly entry: FileLink;
  readonly link: Link;
  /** The date of the file. */
  readonly at: Date;
}

/**
 * What an entry asks for whose date has passed: nothing (`ended`) if its link is gone or has expired, since a file may
 * be older than its dates. Null for every other entry; `desired link` is what it wants, as far as that fits the room.
 */
export function pastDate(
  state: RoomState,
  entry: FileLink,
  desired: DesiredLink,
  { now, identity }: { readonly now: Date; readonly identity: Identity },
): 'ended' | Overdue | null {
  const at = pastEnd(desired, now);
  if (at === null) return null;
  const { value: found } = findLink(state, desired, identity);
  if (found === undefined) return 'ended';
  // A permanent link has no date: that is a mistake at any time.
  if (isPermanent({ room: state.room, ...found })) return null;
  const { current: link } = found;
  // The portal's clock may be a little behind: then the link expires at this moment.
  if (link === null || link.expired || sameInstant(link, at)) return 'ended';
  return { entry, link, at };
}

/** Whether a room that is not there is as the file describes it: all its links are absent, or their dates have passed. */
export function wantsNothing({ links }: FileRoom, now: Date): boolean {
  return links.every(({ absent, desired }) => absent || pastEnd(desired, now) !== null);
}

function pastEnd({ expiration }: DesiredLink, now: Date): Date | null {
  return expiration?.kind === 'instant' && expiration.at <= now ? expiration.at : null;
}

/** Why a live link whose date has passed is not as the file says. */
export function overdueProblem({ entry: { line, desired }, link, at }: Overdue): LineProblem {
  const end = link.expiration === null ? 'never expires' : `expires ${formatInstant(link.expiration)}`;
  const message = `The date of the ${entryName(desired.reference)} has passed (${isoInstant(at)}), but the link ${link.id} ${quoted(link.title)} is live and ${end}. A date in the past cannot be set.`;
  return {
    line,
    problem: problem('not-possible', message, 'Give the entry a later date, or `state: absent` to revoke the link.'),
  };
}
