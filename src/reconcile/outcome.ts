import type { Change } from '../links/change.ts';
import type { Action } from '../links/desired.ts';
import type { History } from '../links/history.ts';
import type { Link, Opens } from '../links/link.ts';
import type { LinkPlan } from '../links/plan-link.ts';
import type { Placement, Removal, RoomPlan } from '../links/plan-room.ts';
import type { RoomState } from '../links/room.ts';
import { verify } from '../links/verify.ts';
import { changesDone, type EntryProblem, firstPlanOf, touchedOf, type Work, writtenOf } from './work.ts';
import { isSame } from './write.ts';

/** What has become of an entry of the last plan. */
export interface Placed<P extends Placement> {
  readonly one: P;
  /** Done and proved, or as it should be without a write. */
  readonly isDone: boolean;
  /** Its last answer was lost, and the room shows that it was carried out. */
  readonly isFound: boolean;
  /** The id of the link; '' if it is not known. */
  readonly id: string;
  /** The first plan that wrote the link; without a write the plan itself. */
  readonly reported: LinkPlan;
  /** Whether this run has written the link that stands now. */
  readonly isWritten: boolean;
  readonly duplicates: readonly Link[];
  readonly opens: Opens | '';
  readonly changes: readonly Change[];
}

/** What has become of a room. */
export interface Outcome<R extends Removal = Removal, P extends Placement = Placement> {
  /** The room as it was read last. */
  readonly state: RoomState;
  readonly plan: RoomPlan<R, P>;
  readonly history: History;
  readonly placed: readonly Placed<P>[];
  /** What this run has taken away, what somebody else had taken away, and what is not meant any more: all proved. */
  readonly removed: readonly R[];
  readonly gone: readonly R[];
  readonly kept: readonly R[];
  /** What was sent and is not known to be gone. */
  readonly unproved: readonly R[];
  /** What was sent besides, and is not known to be done: its answer was lost, or it could not be read back. */
  readonly unknown: ReadonlySet<Action>;
  readonly problems: readonly EntryProblem[];
}

/** Whether both lists hold the same links, with the same settings. */
export function sameLinks(some: readonly Link[], others: readonly Link[]): boolean {
  return (
    some.length === others.length &&
    some.every((one) => {
      const other = others.find(({ id }) => id === one.id);
      return other !== undefined && isSame(one, other);
    })
  );
}

/** Whether the links of a plan whose write may have been lost are as they were before it: then it was not carried out. */
export function isAsBefore({ state, expected }: Work, { id, current, duplicates, primary }: LinkPlan): boolean {
  const ids = [id, current?.id, ...duplicates.map((duplicate) => duplicate.id)];
  const its = ({ links }: RoomState): readonly Link[] =>
    links.filter((link) => ids.includes(link.id) || (primary && link.primary));
  return sameLinks(its(state), its(expected));
}

/** What has become of an entry; `isRead`: the room was read after the last write. */
export function placedOf<P extends Placement>(
  work: Work<Removal, P>,
  one: P,
  isRead: boolean,
  isProved: boolean,
): Placed<P> {
  const { id } = writtenOf(work, one);
  const isTouched = touchedOf(work).includes(one);
  const { plan } = one;
  return {
    one,
    isDone: isTouched ? isProved : plan.steps.length === 0,
    isFound: work.lost === one && isRead && verify(plan, id, work.state.links).length === 0,
    id,
    reported: firstPlanOf(work, one),
    isWritten: isTouched,
    duplicates: work.duplicates.get(one.entry) ?? [],
    opens: isTouched ? (work.opens.get(id) ?? 'unknown') : '',
    changes: changesDone(work, one),
  };
}
