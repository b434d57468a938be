import { changesOf, revokeChange, type Change } from '../links/change.ts';
import { isPermanent } from '../links/desired.ts';
import { listed } from '../links/find.ts';
import type { Link } from '../links/link.ts';
import { roomProblem } from '../links/obstacles.ts';
import type { PlanContext } from '../links/plan.ts';
import { Failure, failure, type Problem } from '../links/problem.ts';
import { quoted } from '../links/quoted.ts';
import type { RoomRef, RoomState } from '../links/room.ts';
import type { LinkType } from '../links/room-types.ts';
import { select, type Selection, type Selector } from '../links/select.ts';
import { keyWords, listLine, revokedLines, roomLine, roomName } from '../present/story.ts';
import { readRoom, resolveRoom } from './read-room.ts';
import { revokeLinks, type RevokeDeps as LinkDeps } from './revoke-links.ts';
import { planRotation, rotatePrimary } from './rotate-primary.ts';

/** What revoke works with. */
export interface RevokeDeps extends LinkDeps {
  readonly context: () => PlanContext;
  /** Called with the room each time it was read, so that what is known survives a failure. */
  readonly seen: (state: RoomState) => void;
}

/** What revoke is asked to do. */
export interface RevokeTask {
  readonly room: RoomRef;
  readonly selector: Selector;
  readonly type: LinkType | 'all';
  /** Whether the permanent primary link of a room may be rotated, since it cannot be revoked. */
  readonly allowRotate: boolean;
  readonly dryRun: boolean;
}

/** The word for what became of the links; '' if nothing could be done. */
export type RevokeResult = 'revoked' | 'rotated' | 'absent' | '';

/** What revoke has done, or with `dryRun` would do. `problems` says which links are still there, and why. */
export interface RevokeReport {
  readonly result: RevokeResult;
  readonly state: RoomState;
  readonly plan: readonly Change[];
  /** The links that are gone; of a rotated primary link the former one. */
  readonly revoked: readonly Link[];
  /** Keys and ids that have no link. */
  readonly missing: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Takes the links of a selector away: list, revoke, read back, try the former URLs as a stranger would. Links that are
 * not there send nothing. Throws a `Failure` before any write if something forbids it; what goes wrong with a single
 * link is told in the report, and does not stop the others.
 */
export async function revokeSelected(deps: RevokeDeps, task: RevokeTask): Promise<RevokeReport> {
  const { portal, log } = deps;
  const state = await readRoom(portal, await resolveRoom(portal, task.room));
  deps.seen(state);
  log.line(roomLine(state));
  const unwritable = roomProblem(state.room);
  if (unwritable !== null) throw new Failure([unwritable]);
  const context = deps.context();
  const selection = select(state, task.selector, task.type, context.identity);
  if ('code' in selection) throw new Failure([selection]);

  const { missing } = selection;
  const links = selection.selected.map(({ link }) => link);
  const permanent = links.find((link) => isPermanent({ room: state.room, ...link })) ?? null;
  if (permanent !== null && !task.allowRotate) throw permanentFailure(state, permanent);
  const rotation = permanent === null ? null : planRotation(state, context);
  const going = selection.selected.filter(({ link }) => link !== permanent);
  const plan = [
    ...(rotation === null ? [] : changesOf(rotation)),
    ...going.map(({ link, key }) => revokeChange(state.room, link, key)),
  ];
  selectionLines(selection, state, task, context.now).forEach(log.line);
  if (task.dryRun) log.line('Dry run: nothing was written');
  if (task.dryRun || plan.length === 0) {
    return {
      result: resultOf(going.length, links.length, 'absent'),
      state,
      plan,
      revoked: links,
      missing,
      problems: [],
    };
  }

  const rotated = rotation === null ? null : await rotatePrimary(deps, rotation);
  const outcome = await revokeLinks(
    deps,
    state,
    going.map(({ link }) => link),
  );
  const after = { ...state, links: outcome.links ?? rotated?.links ?? state.links };
  deps.seen(after);
  revokedLines(outcome.revoked, state.links).forEach(log.line);
  const revoked = [...(rotated?.gone ?? []), ...outcome.revoked];
  return {
    result: resultOf(outcome.revoked.length, revoked.length, ''),
    state: after,
    plan: plan.map((change) => (change.action === 'rotate' ? { ...change, linkId: rotated?.id ?? '' } : change)),
    revoked,
    missing,
    problems: [...(rotated?.problems ?? []), ...outcome.problems],
  };
}

/** `revoked` if links have gone for good, `rotated` if only the permanent primary link has got another URL. */
function resultOf(gone: number, all: number, none: RevokeResult): RevokeResult {
  if (gone > 0) return 'revoked';
  return all > 0 ? 'rotated' : none;
}

function permanentFailure(state: RoomState, link: Link): Failure {
  return failure(
    'not-possible',
    `${roomName(state.room)} is a ${state.room.type?.label ?? 'room'}: its primary link ${link.id} ${quoted(link.title)} cannot be revoked, because the portal at once makes a new one.`,
    'With `allow-rotate: true` the link gets a new URL and the old one dies. To close the room to strangers, use a room of another type, or archive it.',
  );
}

/** What was found, and what follows from it. */
function selectionLines(
  { selected, missing }: Selection,
  state: RoomState,
  task: RevokeTask,
  now: Date,
): readonly string[] {
  const found = selected.map((one) => `  - ${listLine(one.link, now, state.links)}${keyWords(one.key)}`);
  const count = `${selected.length} ${selected.length === 1 ? 'link' : 'links'}`;
  return [
    selected.length === 0 ? 'No such link → absent, nothing to revoke' : `${count} found → revoke`,
    ...found,
    ...missing.map((name) => `  = ${quoted(name)}: not there`),
    ...strangerLines(missing, state, task),
  ];
}

/** A key does not find the invitation that it has taken over (`adopt`), so what is there is told. */
function strangerLines(missing: readonly string[], { links }: RoomState, { selector }: RevokeTask): readonly string[] {
  const invitations = links.filter(({ type }) => type === 'invitation');
  if (selector.by !== 'keys' || missing.length === 0 || invitations.length === 0) return [];
  return [`  The room has an invitation link that stays: ${listed(invitations)}. \`link-id\` revokes it.`];
}
