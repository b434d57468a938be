import { changesOf, revokeChange, type Change } from './change.ts';
import type { Link } from './link.ts';
import type { LinkPlan } from './plan-link.ts';
import type { Problem } from './problem.ts';
import type { RoomState } from './room.ts';
import { Secret } from './secret.ts';

/** A link that goes. */
export interface Removal {
  readonly link: Link;
  readonly key: string | null;
}

/** What becomes of a link that is asked for, by whatever asks for it: a desired link, an entry of a file, a fix. */
export interface Placement {
  readonly plan: LinkPlan;
  /** The same object in every plan of a run. */
  readonly entry: object;
}

/**
 * What has to be done in a room: pure data, to be printed, checked and carried out alike, in this order: what goes makes
 * place for what comes.
 */
export interface RoomPlan<R extends Removal = Removal, P extends Placement = Placement> {
  /** The room that the plan was made from. */
  readonly state: RoomState;
  readonly toRevoke: readonly R[];
  readonly toKeep: readonly P[];
}

/** A plan, or everything that forbids it. */
export type PlannedRoom<R extends Removal, P extends Placement> =
  | { readonly plan: RoomPlan<R, P>; readonly problems?: never }
  | { readonly plan?: never; readonly problems: readonly Problem[] };

/** All changes of a room's plan, in the order in which they are done; links that stay as they are have the action `none`. */
export function changesIn({ state, toRevoke, toKeep }: RoomPlan): readonly Change[] {
  return [
    ...toRevoke.map(({ link, key }) => revokeChange(state.room, link, key)),
    ...toKeep.flatMap(({ plan }) => changesOf(plan)),
  ];
}

/** The room without these links. */
export function without(state: RoomState, gone: readonly Pick<Link, 'id'>[]): RoomState {
  const ids = gone.map(({ id }) => id);
  return { ...state, links: state.links.filter(({ id }) => !ids.includes(id)) };
}

/** The room as it is once a plan is carried out, whose link then has this id. */
export function stateAfter(state: RoomState, plan: LinkPlan, id: string): RoomState {
  const { steps, target, type, primary, current } = plan;
  const left = without(
    state,
    steps.flatMap((step) => (step.do === 'revoke' ? [step.link] : [])),
  );
  if (!steps.some((step) => step.do !== 'revoke')) return left;
  const link: Link = {
    ...target,
    id,
    type,
    primary,
    expired: false,
    expirationOffset: 0,
    uses: current?.uses ?? null,
    url: current?.url ?? new Secret(''),
    token: current?.token ?? null,
  };
  return { ...left, links: [...left.links.filter((one) => one.id !== id), link] };
}
