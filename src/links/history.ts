import {
  defaultLifetime,
  gives,
  isPermanent,
  type DesiredPassword,
  type DesiredLink,
  type DesiredSettings,
} from './desired.ts';
import { findLink, resolved } from './find.ts';
import { isAsMade } from './half-made.ts';
import type { Identity } from './identity.ts';
import { type LinkPlan, type PlanContext, planLink } from './plan-link.ts';
import type { Result } from './result.ts';
import type { RoomState } from './room.ts';
import { type FieldName, memberOf, settingsOf, widenings } from './settings.ts';

/** What a run knows of a room besides how it is now. */
export interface History {
  /** The room as this run has read it first. */
  readonly first: RoomState;
  /** The links that this run has written, by id, each with the first plan that wrote it. */
  readonly written: ReadonlyMap<string, LinkPlan>;
  /** Ids of the links whose revoke by this run is confirmed. */
  readonly revoked: ReadonlySet<string>;
  /** The first plan with a write for each thing that is asked for (a desired link, an entry of a file). */
  readonly begun: ReadonlyMap<object, LinkPlan>;
}

/** The history of a run that has done nothing yet. */
export function newHistory(first: RoomState): History {
  return { first, written: new Map(), revoked: new Set(), begun: new Map() };
}

/**
 * What is still to be done of a desired link. A link that was named by its id is the one that has taken its place, once this run
 * has begun. A new URL is given once, by whoever was first: there is one when the link that stands now was not in the
 * room at the first reading.
 */
function remaining(desired: DesiredLink, state: RoomState, history: History, identity: Identity): DesiredLink {
  const left = history.begun.size === 0 ? desired : resolved(state, desired, identity);
  if (!left.rotate) return left;
  const current = findLink(state, left, identity).value?.current ?? null;
  if (current === null) return left;
  return { ...left, rotate: history.first.links.some(({ id }) => id === current.id) };
}

/**
 * Plans a desired link again, never wider than it was planned first (`begun`; null: it was not). Where what the desired link does not say
 * would become wider, since it comes from a list that shows this run's own damage or a default, it is taken from the first
 * plan. All that the desired link does not say is taken from there where this run has taken the old link away, which alone had it,
 * and where it makes a primary link: for a moment that is as the portal makes it, and nothing of that is to be kept.
 */
function planAgain(
  state: RoomState,
  desired: DesiredLink,
  begun: LinkPlan | null,
  context: PlanContext,
): Result<LinkPlan> {
  const free = planLink(state, desired, context);
  if (begun === null || free.value === undefined) return free;
  const { room, type, current, target } = free.value;
  const isLost = current === null && begun.current !== null && begun.action !== 'update';
  const isMade = begun.primary && begun.action !== 'update' && (current === null || isAsMade(room, current));
  const names: readonly FieldName[] = isLost || isMade ? settingsOf(type) : widenings(type, begun.target, target);
  const pinned = pin(desired, begun, names);
  return pinned === desired ? free : planLink(state, pinned, context);
}

/**
 * Plans what is still to be done of a desired link: see `remaining` and `planAgain`. `entry` is what asks for it, the same object in
 * every plan of a run.
 */
export function planRemaining(
  state: RoomState,
  desired: DesiredLink,
  { entry, history }: { readonly entry: object; readonly history: History },
  context: PlanContext,
): Result<LinkPlan> {
  const left = remaining(desired, state, history, context.identity);
  const begun = history.begun.get(entry) ?? null;
  const found = begun === null ? undefined : findLink(state, left, context.identity).value;
  if (found === undefined) return planLink(state, left, context);
  const { current, primary } = found;
  // What another run has made is kept as it is.
  const isInTheMaking = primary && current !== null && isAsMade(state.room, current);
  const isOurs = current === null || isInTheMaking || history.written.has(current.id);
  return planAgain(state, left, isOurs ? begun : null, context);
}

/** The desired link, with these settings as the first plan has them wherever it does not give them itself. */
function pin(desired: DesiredLink, begun: LinkPlan, names: readonly FieldName[]): DesiredLink {
  // `generate` keeps the password that there was.
  const keeps = desired.password?.kind === 'generate' && begun.newPassword === null;
  const open = names.filter((name) => !gives(desired, name) || (name === 'password' && keeps));
  if (open.length === 0) return desired;
  const { target } = begun;
  const password: DesiredPassword =
    target.password === null ? { kind: 'none' } : { kind: 'given', password: target.password };
  const pinned: DesiredSettings = { ...target, expiration: pinnedEnd(begun), password };
  return { ...desired, ...Object.fromEntries(open.map(memberOf).map((member) => [member, pinned[member]])) };
}

/** A date that was kept, and otherwise the longest life that a link gets when nobody says how long. */
function pinnedEnd(begun: LinkPlan): DesiredLink['expiration'] {
  const { current, target } = begun;
  if (isPermanent(begun)) return undefined;
  if (current?.expired !== false) return { kind: 'duration', milliseconds: defaultLifetime };
  return target.expiration === null ? { kind: 'never' } : { kind: 'instant', at: target.expiration };
}
