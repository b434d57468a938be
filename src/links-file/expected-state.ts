import type { Link } from '../links/link.ts';
import type { LinkPlan } from '../links/plan.ts';
import type { RoomState } from '../links/room.ts';
import { Secret } from '../links/secret.ts';

/** The room without these links. */
export function without(state: RoomState, gone: readonly Link[]): RoomState {
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
