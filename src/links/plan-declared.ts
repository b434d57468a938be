import type { Change } from './change.ts';
import { roomProblem } from './constraints.ts';
import { applicable, type ToRevoke, keyOf, linksOf, namedLinks, planAbsent, pruneOf } from './declared-links.ts';
import type { FileLink, FileRoom, LineProblem } from './declared.ts';
import { isPermanent, type LinkReference, type DesiredLink } from './desired.ts';
import { findLink, listed, resolved } from './find.ts';
import { type History, newHistory, planRemaining } from './history.ts';
import type { Identity } from './identity.ts';
import { kindOf } from './link.ts';
import { type Overdue, pastDate } from './past-date.ts';
import type { LinkPlan, PlanContext } from './plan-link.ts';
import { changesIn, type Placement, stateAfter, without } from './plan-room.ts';
import { problem, type Problem } from './problem.ts';
import type { RoomState } from './room.ts';
import { quoted } from './text.ts';

/** What the plan of a room needs to know besides the room and the file. */
export interface RoomPlanContext extends Omit<PlanContext, 'defaultTitle'> {
  /** Title of a link that is made without one, by its key. */
  readonly defaultTitle: (key: string) => string;
  /** Revoke links that this repository made and the file does not name. */
  readonly prune: boolean;
}

/** What becomes of a link that the file describes. */
export interface ToKeep extends Placement {
  readonly plan: LinkPlan;
  readonly entry: FileLink;
}

/**
 * What has to be done so that a room has the links of the file: pure data, to be printed, checked and executed alike,
 * in this order: what goes makes place for what comes.
 */
export interface RoomPlan {
  readonly state: RoomState;
  /** Line of the room in the file. */
  readonly line: number;
  /** How many links the file describes for the room. */
  readonly described: number;
  readonly toRevoke: readonly ToRevoke[];
  /** Entries that ask for nothing: links that are absent as they should be, and those whose date has passed. */
  readonly gone: readonly FileLink[];
  /** Live links whose date has passed: errors of their entries, which hold up nothing else. */
  readonly overdue: readonly Overdue[];
  readonly toKeep: readonly ToKeep[];
  readonly problems: readonly LineProblem[];
}

/**
 * Plans all links of a room together: limits count what is there after the revokes, and with the links that come before.
 * Everything that is known to go wrong is found here, before the first write. `history` is what a run has done that plans
 * the room anew.
 */
export function planRoom(
  state: RoomState,
  room: FileRoom,
  context: RoomPlanContext,
  history: History = newHistory(state),
): RoomPlan {
  const { line, links } = room;
  const empty: RoomPlan = {
    state,
    line,
    described: links.length,
    toRevoke: [],
    gone: [],
    overdue: [],
    toKeep: [],
    problems: [],
  };
  const unwritable = roomProblem(state.room);
  if (unwritable !== null) return { ...empty, problems: [{ line, problem: unwritable }] };

  const problems: LineProblem[] = [];
  const absent = planAbsent(state, links, context.identity, problems);
  const left = without(state, linksOf(absent.toRevoke));
  const named = namedLinks(left, links, context.identity, problems);
  const pruned = context.prune ? pruneOf(left, named.links, context.identity) : [];
  const toRevoke = [...absent.toRevoke, ...pruned];
  const then = without(state, linksOf(toRevoke));
  const { wanted, ended, overdue } = byDate(then, named.entries, context);
  const toKeep = planToKeep(then, toRevoke, wanted, { ...context, history }, problems);
  return { ...empty, toRevoke, gone: [...absent.gone, ...ended], overdue, toKeep, problems };
}

/** How many of the links that the file describes cannot be as it says. */
export function impossibleCount({ described, toRevoke, gone, toKeep }: RoomPlan): number {
  const absent = new Set(toRevoke.flatMap(({ entry }) => (entry === null ? [] : [entry])));
  return described - absent.size - gone.length - toKeep.length;
}

/** All changes of a room's plan, in the order in which they are done; links that stay as they are have the action `none`. */
export function changesOfRoom(plan: RoomPlan): readonly Change[] {
  return changesIn(plan);
}

/** The entries whose date has passed, apart from the others. */
function byDate(
  state: RoomState,
  entries: readonly FileLink[],
  context: RoomPlanContext,
): { readonly wanted: readonly FileLink[]; readonly ended: readonly FileLink[]; readonly overdue: readonly Overdue[] } {
  const wanted: FileLink[] = [];
  const ended: FileLink[] = [];
  const overdue: Overdue[] = [];
  for (const entry of entries) {
    const past = pastDate(state, entry, desiredIn(state, entry, context.identity), context);
    if (past === null) wanted.push(entry);
    else if (past === 'ended') ended.push(entry);
    else overdue.push(past);
  }
  return { wanted, ended, overdue };
}

function planToKeep(
  start: RoomState,
  toRevoke: readonly ToRevoke[],
  entries: readonly FileLink[],
  context: RoomPlanContext & { readonly history: History },
  problems: LineProblem[],
): readonly ToKeep[] {
  let state = start;
  const toKeep: ToKeep[] = [];
  for (const entry of inOrder(start, entries, context.identity)) {
    const { line } = entry;
    const desired = desiredIn(state, entry, context.identity);
    const { history } = context;
    const title = context.defaultTitle(keyOf(desired.reference) ?? '');
    const planned = planRemaining(state, desired, { entry, history }, { ...context, defaultTitle: title });
    if (planned.value === undefined) {
      problems.push(
        ...planned.problems.map((one) => ({ line, problem: reworded(one, state, entry, toKeep, toRevoke) })),
      );
    } else {
      const plan = planned.value;
      toKeep.push({ plan, entry });
      state = stateAfter(state, plan, plan.id ?? '');
    }
  }
  return toKeep;
}

/**
 * The links that stay: first those of which some go, which makes place; then those that are there, so that the replacement of
 * an expired one can come before it goes; then new ones. Otherwise in the order of the file.
 */
function inOrder(state: RoomState, entries: readonly FileLink[], identity: Identity): readonly FileLink[] {
  const rank = ({ desired }: FileLink): number => {
    const { value: found } = findLink(state, resolved(state, desired, identity), identity);
    if (found === undefined || found.current === null) return 2;
    return found.duplicates.length > 0 ? 0 : 1;
  };
  return entries.toSorted((one, other) => rank(one) - rank(other));
}

/** What the file wants of a link, as far as it fits what is there. */
function desiredIn(state: RoomState, link: FileLink, identity: Identity): DesiredLink {
  const desired = resolved(state, link.desired, identity);
  const { value: found } = findLink(state, desired, identity);
  if (found === undefined) return desired;
  const permanent = isPermanent({ room: state.room, ...found });
  return { ...applicable(link, { type: found.type, permanent }), reference: desired.reference };
}

/** A problem in the words of the file: the links that take all places, those of the file by their lines. */
function reworded(
  one: Problem,
  { room, links }: RoomState,
  entry: FileLink,
  toKeep: readonly ToKeep[],
  toRevoke: readonly ToRevoke[],
): Problem {
  const kind = kindOfReference(entry.desired.reference);
  const limit = room.type?.limits[kind] ?? 0;
  if (one.code !== 'limit-reached' || limit === 0) return inFileWords(one);
  const lines = toKeep.filter(({ plan }) => kindOf(plan) === kind).map((one) => one.entry.line);
  const mine = toKeep.map(({ plan }) => plan.id);
  const others = links.filter((other) => kindOf(other) === kind && !mine.includes(other.id));
  const parts = [
    ...(lines.length === 0 ? [] : [`${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')} of this file`]),
    ...(others.length === 0 ? [] : [`what it has besides: ${listed(others)}`]),
  ];
  const after = toRevoke.length === 0 ? '' : ', though what goes makes place';
  return problem(
    'limit-reached',
    `${room.type?.label ?? 'Room'} ${room.id} ${quoted(room.title)} holds ${limit} ${kind} links, and all places are taken${after}: by ${parts.join(', and ')}.`,
  );
}

function kindOfReference(reference: LinkReference): 'additional' | 'primary' | 'invitation' {
  if (reference.by === 'primary') return 'primary';
  return reference.by === 'key' && reference.type === 'invitation' ? 'invitation' : 'additional';
}

/** The file says `type` where the inputs say `link-type`. */
function inFileWords({ code, message, hint }: Problem): Problem {
  const words = (text: string): string => text.replaceAll('`link-type', '`type');
  return problem(code, words(message), words(hint));
}
