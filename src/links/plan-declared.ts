import type { Change } from './change.ts';
import { roomProblem } from './constraints.ts';
import { fittingWish, type Going, keyOf, linksOf, namedLinks, planAbsent, pruneOf } from './declared-links.ts';
import type { FileLink, FileRoom, LineProblem } from './declared.ts';
import { isPermanent, type LinkRef, type Wish } from './desired.ts';
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
export interface Staying extends Placement {
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
  readonly going: readonly Going[];
  /** Entries that ask for nothing: links that are absent as they should be, and those whose date has passed. */
  readonly gone: readonly FileLink[];
  /** Live links whose date has passed: errors of their entries, which hold up nothing else. */
  readonly overdue: readonly Overdue[];
  readonly staying: readonly Staying[];
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
    going: [],
    gone: [],
    overdue: [],
    staying: [],
    problems: [],
  };
  const unwritable = roomProblem(state.room);
  if (unwritable !== null) return { ...empty, problems: [{ line, problem: unwritable }] };

  const problems: LineProblem[] = [];
  const absent = planAbsent(state, links, context.identity, problems);
  const left = without(state, linksOf(absent.going));
  const named = namedLinks(left, links, context.identity, problems);
  const pruned = context.prune ? pruneOf(left, named.links, context.identity) : [];
  const going = [...absent.going, ...pruned];
  const then = without(state, linksOf(going));
  const { wanted, ended, overdue } = byDate(then, named.entries, context);
  const staying = planStaying(then, going, wanted, { ...context, history }, problems);
  return { ...empty, going, gone: [...absent.gone, ...ended], overdue, staying, problems };
}

/** How many of the links that the file describes cannot be as it says. */
export function impossibleCount({ described, going, gone, staying }: RoomPlan): number {
  const absent = new Set(going.flatMap(({ entry }) => (entry === null ? [] : [entry])));
  return described - absent.size - gone.length - staying.length;
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
    const past = pastDate(state, entry, wishIn(state, entry, context.identity), context);
    if (past === null) wanted.push(entry);
    else if (past === 'ended') ended.push(entry);
    else overdue.push(past);
  }
  return { wanted, ended, overdue };
}

function planStaying(
  start: RoomState,
  going: readonly Going[],
  entries: readonly FileLink[],
  context: RoomPlanContext & { readonly history: History },
  problems: LineProblem[],
): readonly Staying[] {
  let state = start;
  const staying: Staying[] = [];
  for (const entry of inOrder(start, entries, context.identity)) {
    const { line } = entry;
    const wish = wishIn(state, entry, context.identity);
    const { history } = context;
    const title = context.defaultTitle(keyOf(wish.ref) ?? '');
    const planned = planRemaining(state, wish, { entry, history }, { ...context, defaultTitle: title });
    if (planned.plan === undefined) {
      problems.push(...planned.problems.map((one) => ({ line, problem: reworded(one, state, entry, staying, going) })));
    } else {
      staying.push({ plan: planned.plan, entry });
      state = stateAfter(state, planned.plan, planned.plan.id ?? '');
    }
  }
  return staying;
}

/**
 * The links that stay: first those of which some go, which makes place; then those that are there, so that the heir of
 * an expired one can come before it goes; then new ones. Otherwise in the order of the file.
 */
function inOrder(state: RoomState, entries: readonly FileLink[], identity: Identity): readonly FileLink[] {
  const rank = ({ wish }: FileLink): number => {
    const found = findLink(state, resolved(state, wish, identity), identity);
    if ('code' in found || found.current === null) return 2;
    return found.extras.length > 0 ? 0 : 1;
  };
  return entries.toSorted((one, other) => rank(one) - rank(other));
}

/** What the file wants of a link, as far as it fits what is there. */
function wishIn(state: RoomState, link: FileLink, identity: Identity): Wish {
  const wish = resolved(state, link.wish, identity);
  const found = findLink(state, wish, identity);
  if ('code' in found) return wish;
  const permanent = isPermanent({ room: state.room, ...found });
  return { ...fittingWish(link, { type: found.type, permanent }), ref: wish.ref };
}

/** A problem in the words of the file: the links that take all places, those of the file by their lines. */
function reworded(
  one: Problem,
  { room, links }: RoomState,
  entry: FileLink,
  staying: readonly Staying[],
  going: readonly Going[],
): Problem {
  const kind = kindOfRef(entry.wish.ref);
  const limit = room.type?.limits[kind] ?? 0;
  if (one.code !== 'limit-reached' || limit === 0) return inFileWords(one);
  const lines = staying.filter(({ plan }) => kindOf(plan) === kind).map((one) => one.entry.line);
  const mine = staying.map(({ plan }) => plan.id);
  const others = links.filter((other) => kindOf(other) === kind && !mine.includes(other.id));
  const parts = [
    ...(lines.length === 0 ? [] : [`${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')} of this file`]),
    ...(others.length === 0 ? [] : [`what it has besides: ${listed(others)}`]),
  ];
  const after = going.length === 0 ? '' : ', though what goes makes place';
  return problem(
    'limit-reached',
    `${room.type?.label ?? 'Room'} ${room.id} ${quoted(room.title)} holds ${limit} ${kind} links, and all places are taken${after}: by ${parts.join(', and ')}.`,
  );
}

function kindOfRef(ref: LinkRef): 'additional' | 'primary' | 'invitation' {
  if (ref.by === 'primary') return 'primary';
  return ref.by === 'key' && ref.type === 'invitation' ? 'invitation' : 'additional';
}

/** The file says `type` where the inputs say `link-type`. */
function inFileWords({ code, message, hint }: Problem): Problem {
  const words = (text: string): string => text.replaceAll('`link-type', '`type');
  return problem(code, words(message), words(hint));
}
