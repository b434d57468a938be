import { type Change, changesOf, revokeChange } from './change.ts';
import { roomProblem } from './constraints.ts';
import { fittingWish, type Going, keyOf, linksOf, namedLinks, planAbsent, pruneOf } from './declared-links.ts';
import type { FileLink, FileRoom, LineProblem } from './declared.ts';
import { defaultLifetime, isPermanent, type LinkRef, type PasswordWish, type Wish } from './desired.ts';
import { findLink, listed, resolved } from './find.ts';
import type { Identity } from './identity.ts';
import { kindOf, type Link } from './link.ts';
import { type Overdue, pastDate } from './past-date.ts';
import { type Action, type LinkPlan, type PlanContext, planLink } from './plan-link.ts';
import { problem, type Problem } from './problem.ts';
import { quoted } from './quoted.ts';
import type { RoomState } from './room.ts';
import { Secret } from './secret.ts';

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

/** What the plan of a room needs to know besides the room and the file. */
export interface RoomPlanContext extends Omit<PlanContext, 'defaultTitle'> {
  /** Title of a link that is made without one, by its key. */
  readonly defaultTitle: (key: string) => string;
  /** Revoke links that this repository made and the file does not name. */
  readonly prune: boolean;
}

/** What becomes of a link that the file describes. */
export interface Staying {
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
 * Everything that is known to go wrong is found here, before the first write.
 */
export function planRoom(state: RoomState, room: FileRoom, context: RoomPlanContext): RoomPlan {
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
  const staying = planStaying(then, going, wanted, context, problems);
  return { ...empty, going, gone: [...absent.gone, ...ended], overdue, staying, problems };
}

/** How many of the links that the file describes cannot be as it says. */
export function impossibleCount({ described, going, gone, staying }: RoomPlan): number {
  const absent = new Set(going.flatMap(({ entry }) => (entry === null ? [] : [entry])));
  return described - absent.size - gone.length - staying.length;
}

/** All changes of a room's plan, in the order in which they are done; links that stay as they are have the action `none`. */
export function changesOfRoom({ state, going, staying }: RoomPlan): readonly Change[] {
  return [
    ...going.map(({ link, key }) => revokeChange(state.room, link, key)),
    ...staying.flatMap(({ plan }) => changesOf(plan)),
  ];
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
  context: RoomPlanContext,
  problems: LineProblem[],
): readonly Staying[] {
  let state = start;
  const staying: Staying[] = [];
  for (const entry of inOrder(start, entries, context.identity)) {
    const { line } = entry;
    const wish = wishIn(state, entry, context.identity);
    const planned = planLink(state, wish, { ...context, defaultTitle: context.defaultTitle(keyOf(wish.ref) ?? '') });
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

const makesAnew: readonly Action[] = ['create', 'replace'];

/**
 * The room of the file, for plans after the first: the primary link that the first plan makes (anew) is described to the
 * last field. Another run may be making it at the same time, and for a moment it is as the portal makes it, open to
 * anyone and without end: nothing of that is to be kept.
 */
export function firmRoom(room: FileRoom, { staying }: RoomPlan): FileRoom {
  const made = staying.find(({ plan }) => plan.primary && makesAnew.includes(plan.action) && !isPermanent(plan));
  if (made === undefined) return room;
  return { ...room, links: room.links.map((link) => (link === made.entry ? firmLink(made) : link)) };
}

function firmLink({ entry, plan: { target, newPassword } }: Staying): FileLink {
  const { access, internal, title, password, denyDownload } = target;
  const known: PasswordWish = password === null ? { kind: 'none' } : { kind: 'given', password };
  return {
    ...entry,
    wish: {
      ...entry.wish,
      access,
      internal,
      title,
      denyDownload,
      expiration: entry.wish.expiration ?? { kind: 'duration', milliseconds: defaultLifetime },
      // One that the other run has generated is as good as ours.
      password: newPassword === null ? known : { kind: 'generate' },
    },
  };
}
