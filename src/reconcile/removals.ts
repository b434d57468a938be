import { Refusal } from '../docspace/refusal.ts';
import { type Link, type Opens, opensWords } from '../links/link.ts';
import type { Removal } from '../links/plan-room.ts';
import { type Failure, problem, type Problem } from '../links/problem.ts';
import { roomName, type RoomState } from '../links/room.ts';
import { attempt } from '../links/result.ts';
import { quoted } from '../links/text.ts';
import { explainDenial, isOpen, isOutcomeUnknown } from './explain.ts';
import { readLinksBack } from './read-room.ts';
import type { Deps } from './work.ts';
import { type Matches, revokeLink, type Sent } from './write.ts';

/**
 * How long to wait before something is looked for once more: longer than another run needs from one write to the next, and
 * than the portal needs to write an invitation back that somebody redeems while it is written (portal.md §10.17).
 * Milliseconds.
 */
export const betweenLooks = 2000;

/** What removing has come to: `revoked`, `gone` and `kept` are proved, `problems` say of the others why they are not. */
export interface Removed<R extends Removal> {
  /** The room's links afterwards; null if they could not be read any more. */
  readonly links: readonly Link[] | null;
  /** What this run has taken away. */
  readonly revoked: readonly R[];
  /** What somebody else has taken away before. */
  readonly gone: readonly R[];
  /** What is not meant any more, so that it was left alone. */
  readonly kept: readonly R[];
  /** What was sent, and what has become of it is not known: its answer or the list after it is missing. */
  readonly unproved: readonly R[];
  readonly problems: readonly Problem[];
}

/**
 * Revokes links that were listed a moment ago, one after the other, and proves it: the room lists them no more, and the
 * former URLs, tried as an anonymous visitor would, open nothing. One that cannot be revoked does not stop the others.
 * Where `matches` is given, every link but the first is looked at once more before it goes. An invitation is looked for
 * once more after a while, and revoked again if it is back. Throws only what is no `Failure`.
 */
export async function removeLinks<R extends Removal>(
  deps: Deps,
  state: RoomState,
  toRevoke: readonly R[],
  matches: Matches | null,
): Promise<Removed<R>> {
  const sent: { readonly one: R; readonly how: Sent }[] = [];
  for (const [index, one] of toRevoke.entries()) sent.push({ one, how: await send(deps, state, one, index, matches) });
  const as = (...names: readonly Sent['as'][]): readonly R[] =>
    sent.filter(({ how }) => names.includes(how.as)).map(({ one }) => one);
  const away = as('done', 'gone');
  const failures = sent.flatMap(({ one, how }) => (how.as === 'failed' ? [{ one, ...how }] : []));
  const isDoubtful = away.length > 0 || failures.some(({ isLost }) => isLost);
  const looked = isDoubtful ? await attempt(() => lookTwice(deps, state, linksOf(away))) : null;
  const seen = looked?.value ?? null;
  // What is still listed is not revoked, though the answer was lost.
  const lost = failures.filter(
    ({ one, isLost }) => isLost && seen?.links.some(({ id }) => id === one.link.id) !== true,
  );
  const problems: Problem[] = [];
  for (const failed of failures) problems.push(...(await explained(deps, state, failed, lost.includes(failed))));
  const kept = as('kept');
  if (seen === null) {
    const unread = away.length > 0 ? (looked?.failed?.problems ?? []) : [];
    const unproved = [...away, ...lost.map(({ one }) => one)];
    return { links: null, revoked: [], gone: [], kept, unproved, problems: [...problems, ...unread] };
  }
  const alive = away.filter(({ link }) => isAlive(link, seen));
  const proved = (one: R): boolean => !alive.includes(one);
  return {
    links: seen.links,
    revoked: as('done').filter(proved),
    gone: as('gone').filter(proved),
    kept,
    unproved: lost.map(({ one }) => one),
    problems: [...problems, ...alive.map(({ link }) => aliveProblem(state, link, seen))],
  };
}

function linksOf(toRevoke: readonly Removal[]): readonly Link[] {
  return toRevoke.map(({ link }) => link);
}

async function send(
  { portal }: Deps,
  { room }: RoomState,
  { link }: Removal,
  index: number,
  matches: Matches | null,
): Promise<Sent> {
  const looked = await attempt(async (): Promise<Sent> => {
    if (matches === null || index === 0) return revokeLink(portal, room.id, link, matches);
    // What goes may be changed while the others go.
    const { links } = await portal.links(room.id);
    const now = links.find(({ id }) => id === link.id);
    return now !== undefined && !(await matches(now)) ? { as: 'kept' } : revokeLink(portal, room.id, link, matches);
  });
  return looked.value ?? { as: 'failed', failed: looked.failed, isLost: isOutcomeUnknown(looked.failed) };
}

/** What the room lists after a revoke, and what the former URLs open. */
interface Seen {
  readonly links: readonly Link[];
  readonly opens: ReadonlyMap<string, Opens>;
}

/** Looks whether the links are gone; later again for invitations; and where one is back, revokes once more. */
async function lookTwice(deps: Deps, state: RoomState, sent: readonly Link[]): Promise<Seen> {
  const first = await look(deps, state, sent);
  const alive = sent.filter((link) => isAlive(link, first));
  const invitation = sent.some(({ type }) => type === 'invitation');
  if (alive.length === 0 && !invitation) return reported(deps, sent, first);
  await deps.wait(betweenLooks);
  const second = await look(deps, state, sent);
  const back = sent.filter((link) => isAlive(link, second));
  if (back.length === 0) return reported(deps, sent, second);
  for (const link of back) {
    deps.report({ event: 'redeemed-again', do: 'revoke', link, links: state.links });
    const how = await revokeLink(deps.portal, state.room.id, link);
    if (how.as === 'failed') throw how.failed;
  }
  await deps.wait(betweenLooks);
  return reported(deps, sent, await look(deps, state, sent));
}

async function look({ portal }: Deps, state: RoomState, sent: readonly Link[]): Promise<Seen> {
  const others = state.links.some(({ id }) => sent.every((link) => link.id !== id));
  const [read, ...opens] = await Promise.all([
    readLinksBack(portal, state, others),
    ...sent.map(async (link) => [link.id, await portal.open(link)] as const),
  ]);
  // What could not be tried is proved by the list alone.
  const isProof = opens.some(([, met]) => met === 'unknown') && !others;
  const { links } = isProof ? await readLinksBack(portal, state, true) : read;
  return { links, opens: new Map(opens) };
}

/** Reports what could not be tried. */
function reported({ report }: Deps, sent: readonly Link[], seen: Seen): Seen {
  for (const { id } of sent.filter((link) => seen.opens.get(link.id) === 'unknown')) {
    report({ event: 'not-tried', id, former: true });
  }
  return seen;
}

function isAlive(link: Link, { links, opens }: Seen): boolean {
  const met = opens.get(link.id);
  return links.some(({ id }) => id === link.id) || (met !== 'nothing' && met !== 'unknown');
}

function aliveProblem(state: RoomState, link: Link, { links, opens }: Seen): Problem {
  const listed = links.some(({ id }) => id === link.id);
  const what = listed ? 'the room still lists it' : `its URL still ${opensWords[opens.get(link.id) ?? 'unknown']}`;
  return problem(
    'not-applied',
    `Link ${link.id} ${quoted(link.title)} of ${roomName(state.room)} is not revoked: ${what}.`,
    'Somebody may have joined by it, or changed it, in that instant. Run the step again; if it stays so, revoke it in DocSpace.',
  );
}

/** Why a link is still there, or why that is not known (`isLost`): one of several, so each problem names it. */
async function explained(
  { portal }: Deps,
  state: RoomState,
  { one: { link }, failed }: { readonly one: Removal; readonly failed: Failure },
  isLost: boolean,
): Promise<readonly Problem[]> {
  const name = `link ${link.id} ${quoted(link.title)} of ${roomName(state.room)}`;
  const denial = failed instanceof Refusal ? await explainDenial(failed, name, isOpen(link), portal) : null;
  const what = isLost ? `It is not known whether ${name} is revoked` : `L${name.slice(1)} is not revoked`;
  return (denial ?? failed).problems.map((one) =>
    one.message.includes(link.id) ? one : { ...one, message: `${what}: ${one.message}` },
  );
}
