import type { DocSpace } from '../docspace/port.ts';
import { Refusal } from '../docspace/refusal.ts';
import { changes } from '../links/settings.ts';
import { kindOf, type Link } from '../links/link.ts';
import type { LinkPlan } from '../links/plan-link.ts';
import { Failure, failure } from '../links/problem.ts';
import { quoted } from '../links/text.ts';
import { verify } from '../links/verify.ts';
import { isOutcomeUnknown } from './explain.ts';

/** What has become of a write. */
export type Sent =
  /** Carried out; of a link the answer, or how it is listed where the answer was lost. */
  | { readonly as: 'done'; readonly link: Link | null }
  /** Somebody else has taken the link away before (only a revoke). */
  | { readonly as: 'gone' }
  /** The link is not meant any more, so it was left alone (only a revoke). */
  | { readonly as: 'kept' }
  /**
   * Not sent again, because the room is not as it was before the first attempt; `unmade`: since a link that was to be made
   * is not listed, and the answer to the attempt, if there was one, had this HTTP status.
   */
  | { readonly as: 'changed'; readonly unmade?: { readonly status: number | null } }
  /** `isLost`: it may have been carried out all the same. */
  | { readonly as: 'failed'; readonly failed: Failure; readonly isLost: boolean };

/** Whether a link that goes is still meant, as it is now. */
export type Matches = (link: Link) => boolean | Promise<boolean>;

/** What has become of a write to a link that is to stay. */
export type Put = Exclude<Sent, { readonly as: 'gone' | 'kept' }>;

/** Whether two states of a link hold the same settings, kind and life. */
export function isSame(one: Link, other: Link): boolean {
  return kindOf(one) === kindOf(other) && one.expired === other.expired && changes(one.type, one, other).length === 0;
}

/**
 * Writes the target of a plan to a link; `current` is that link as it was listed last, null for one that is to be made.
 * Before each repetition it is listed again, since a write replaces everything: as before, it is written again; as such a
 * write leaves it, the first attempt was carried out; gone or changed, it is `changed`. A link to be made that is not
 * listed is written again only where the portal has refused to look at the request (429): otherwise it may have been made
 * and revoked since, and must not come back.
 */
export async function putLink(portal: DocSpace, plan: LinkPlan, id: string, current: Link | null): Promise<Put> {
  return repeated(async ({ again, end }) => {
    const link = await portal.putLink(plan.room.id, { id, type: plan.type }, plan.target, async ({ status }) => {
      again(status);
      const { links } = await portal.links(plan.room.id);
      const now = links.find((one) => one.id === id);
      if (now === undefined ? current === null && status === limited : current !== null && isSame(current, now)) return;
      if (now !== undefined && isCarriedOut(plan, now)) return end({ as: 'done', link: now });
      const isUnmade = now === undefined && current === null;
      end(isUnmade ? { as: 'changed', unmade: { status } } : { as: 'changed' });
    });
    return { as: 'done', link };
  });
}

/**
 * Whether a link that is not as before its write is as the portal makes it of that write: as asked; without an end, where
 * the date has passed on the way (portal.md §0.4); as an additional link, where the primary one was gone (portal.md §3).
 */
function isCarriedOut(plan: LinkPlan, now: Link): boolean {
  const differences = verify({ ...plan, primary: plan.primary && now.primary, steps: [] }, now.id, [now]);
  return differences.every(({ name }) => name === 'expiration' && now.expiration === null);
}

/** The limiter's status: the request was not carried out. */
const limited = 429;

/**
 * Revokes a link that was listed a moment ago. Whether it is gone, the caller reads back. Before each repetition it is
 * listed again: gone, it is done. `matches` says whether the link as it is now is to go; null: in any case. `not-applied`
 * where the portal ignores the revoke.
 */
export async function revokeLink(
  portal: DocSpace,
  roomId: string,
  link: Link,
  matches: Matches | null = null,
): Promise<Exclude<Sent, { readonly as: 'changed' }>> {
  return repeated(async ({ again, end }) => {
    try {
      const answer = await portal.revokeLink(roomId, link, async ({ status }) => {
        again(status);
        const { links } = await portal.links(roomId);
        const now = links.find(({ id }) => id === link.id);
        if (now === undefined && (links.length > 0 || (await portal.room(roomId)).canEditAccess)) {
          return end({ as: 'done', link: null });
        }
        return now !== undefined && matches !== null && !(await matches(now)) ? end({ as: 'kept' }) : undefined;
      });
      if (answer?.id !== link.id) return { as: 'done', link: answer };
    } catch (error) {
      // To revoke an id that is not there (any more) is refused like a creation without a free place (portal.md §0.10).
      if (!(error instanceof Refusal)) throw error;
      const { links } = await portal.links(roomId);
      if (links.some((one) => one.id === link.id)) throw error;
      // Without rights the portal refuses, too, and lists nothing.
      if (links.length === 0 && !(await portal.room(roomId)).canEditAccess) throw error;
      // An error inside the portal is no refusal: it has carried the revoke out before.
      return error.status >= 500 ? { as: 'done', link: null } : { as: 'gone' };
    }
    throw failure(
      'not-applied',
      `The portal answered the revoke of link ${link.id} ${quoted(link.title)} without revoking it.`,
    );
  });
}

/** What a write says of its repetitions. */
interface Repetitions<S> {
  /** One is about to begin, after an attempt that ended with this HTTP status. */
  readonly again: (status: number | null) => void;
  /** None is needed: this is what has become of it. */
  readonly end: (found: S) => never;
}

/**
 * Sends a write, which may end its own repetitions with what they found. Gives a `Failure` instead of throwing it; once
 * an attempt may have been carried out, the outcome of any failure is not known.
 */
async function repeated<S extends Sent>(
  send: (repetitions: Repetitions<S>) => Promise<S>,
): Promise<S | Extract<Sent, { readonly as: 'failed' }>> {
  const ends: S[] = [];
  const earlier = { mayBeDone: false };
  try {
    return await send({
      again: (status) => {
        earlier.mayBeDone ||= status !== limited;
      },
      end: (found) => {
        ends.push(found);
        throw failure('conflict', 'What was written is not as it was before.');
      },
    });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return (
      ends[0] ?? {
        as: 'failed',
        failed: error,
        isLost: isOutcomeUnknown(error) || (earlier.mayBeDone && !(error instanceof Refusal)),
      }
    );
  }
}
