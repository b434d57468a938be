import { changesOfRoom, type RoomPlan } from './plan-declared.ts';
import type { LineProblem } from './declared.ts';
import { tooManyChanges } from './change.ts';
import { problem, type Problem } from './problem.ts';
import { quoted } from './text.ts';

/** What holds a plan up before its first write. */
export interface Limits {
  /** False: no link may become more open. */
  readonly allowWidening: boolean;
  readonly maxChanges: number;
}

/** Links that become more open though they may not. */
export function wideningProblems(plan: RoomPlan): readonly LineProblem[] {
  return plan.toKeep
    .filter(({ plan: { widens } }) => widens.length > 0)
    .map(({ plan: { room, key, id, widens }, entry: { line } }) => {
      const link = key === null ? `link ${id ?? ''}` : `link ${quoted(key)}`;
      const message = `The ${link} of room ${room.id} ${quoted(room.title)} would become more open: ${widens.join(', ')}.`;
      return { line, problem: problem('widening-not-allowed', message) };
    });
}

/** More changes than there may be; null if there are not. */
export function countProblem(plans: readonly RoomPlan[], most: number): Problem | null {
  return tooManyChanges(plans.flatMap(changesOfRoom), most);
}

/** Whether the plan writes external links that are open to anyone. */
export function writesOpenLinks({ toKeep }: RoomPlan): boolean {
  return toKeep.some(({ plan }) => isOpenWrite(plan));
}

function isOpenWrite({ type, target, steps }: RoomPlan['toKeep'][number]['plan']): boolean {
  return type === 'external' && !target.internal && steps.some((step) => step.do !== 'revoke');
}

/** The writes that a portal that restricts external sharing would refuse, or turn into links for its users only (portal.md §3). */
export function restrictedProblems({ toKeep }: RoomPlan): readonly LineProblem[] {
  return toKeep
    .filter(({ plan }) => isOpenWrite(plan))
    .map(({ plan: { room }, entry: { line } }) => ({
      line,
      problem: problem(
        'sharing-restricted',
        `The portal restricts external sharing, so room ${room.id} ${quoted(room.title)} cannot have this link for anyone.`,
      ),
    }));
}
