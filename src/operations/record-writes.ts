import type { DocSpace } from '../docspace/docspace.ts';
import { Refusal } from '../docspace/refusal.ts';
import type { Link } from '../links/link.ts';
import { Failure } from '../links/problem.ts';
import { isOutcomeUnknown } from './explain.ts';

/** A portal, and whether this step has changed it. */
export interface RecordedPortal {
  readonly portal: DocSpace;
  /** True from the first write that was answered; null: none was, but one may have been carried out all the same. */
  readonly changed: () => boolean | null;
}

/** The portal, with a record of what has become of its writes. A revoke that the portal ignored has changed nothing. */
export function recordWrites(portal: DocSpace): RecordedPortal {
  let changed: boolean | null = false;
  const recorded = async <T extends Link | null>(write: Promise<T>, isIgnored: (answer: T) => boolean): Promise<T> => {
    try {
      const answer = await write;
      if (!isIgnored(answer)) changed = true;
      return answer;
    } catch (error) {
      if (changed === false && mayBeDone(error)) changed = null;
      throw error;
    }
  };
  return {
    portal: {
      ...portal,
      putLink: (roomId, link, settings) => recorded(portal.putLink(roomId, link, settings), () => false),
      revokeLink: (roomId, link) => recorded(portal.revokeLink(roomId, link), (answer) => answer?.id === link.id),
      makePrimary: (roomId) => recorded(portal.makePrimary(roomId), () => false),
    },
    changed: () => changed,
  };
}

function mayBeDone(error: unknown): boolean {
  if (error instanceof Refusal) return error.status >= 500;
  return error instanceof Failure && isOutcomeUnknown(error);
}
