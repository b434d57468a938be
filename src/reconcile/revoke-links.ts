import type { DocSpace } from '../docspace/port.ts';
import { Refusal } from '../docspace/refusal.ts';
import type { Link, Opens } from '../links/link.ts';
import { type Failure, problem, type Problem } from '../links/problem.ts';
import { quoted } from '../links/quoted.ts';
import type { RoomState } from '../links/room.ts';
import { type Log, opensWords, roomName, shortId } from '../render/log.ts';
import { attempt } from './attempt.ts';
import { explainDenial, isOpen, isOutcomeUnknown } from './explain.ts';
import { readLinksBack } from './read-room.ts';
import { revoke } from './write-link.ts';

/** What revoking works with. */
export interface RevokeDeps {
  readonly portal: DocSpace;
  readonly log: Log;
  /** Resolves after so many milliseconds, sooner when the step's time is up. */
  readonly wait: (milliseconds: number) => Promise<void>;
}

/**
 * What revoking has come to: `revoked`, `gone` and `kept` are proved, `problems` say of the others why they are still
 * there, or why that is not known.
 */
export interface Revoked {
  /** The room's links afterwards; null if they could not be read any more. */
  readonly links: readonly Link[] | null;
  /** Links that this run has taken away. */
  readonly revoked: readonly Link[];
  /** Links that somebody else has taken away before. */
  readonly gone: readonly Link[];
  /** Links that are not meant any more, so that they were left alone. */
  readonly kept: readonly Link[];
  /** Links whose revoke was sent, and what has become of them is not known: its answer or the list after it is missing. */
  readonly unproved: readonly Link[];
  readonly problems: readonly Problem[];
}

/**
 * How long to wait before an invitation is looked for once more: whoever redeems it while it is revoked makes the portal
 * write it back (portal.md §10.17). Milliseconds.
 */
export const redemptionTime = 2000;

/**
 * Revokes links that were listed a moment ago, one after the other, and proves it: the room lists them no more, and the
 * former URLs, tried as a stranger would, open nothing. One that cannot be revoked does not stop the others. Where
 * `isMeant` is given, every link but the first is looked at once more before it goes. Throws only what is no `Failure`.
 */
export async function revokeLinks(
  deps: RevokeDeps,
  state: RoomState,
  links: readonly Link[],
  isMeant: ((link: Link) => boolean) | null = null,
): Promise<Revoked> {
  const sent: Link[] = [];
  const failures: (readonly [link: Link, failed: Failure])[] = [];
  const others: Link[] = [];
  const kept: Link[] = [];
  for (const [index, link] of links.entries()) {
    const { value, failed } = await attempt(async () => {
      if (isMeant !== null && index > 0 && (await hasChanged(deps, state, link, isMeant))) return 'kept';
      return (await revoke(deps.portal, state.room.id, link)) ? 'sent' : 'gone';
    });
    if (failed !== null) failures.push([link, failed]);
    else if (value === 'kept') kept.push(link);
    else sent.push(link);
    if (value === 'gone') others.push(link);
  }
  const isDoubtful = sent.length > 0 || failures.some(([, failed]) => isOutcomeUnknown(failed));
  const seen = isDoubtful ? await attempt(() => lookTwice(deps, state, sent)) : null;
  const sight = seen?.value ?? null;
  // What is still listed is not revoked, though the answer was lost.
  const lost = failures.flatMap(([link, failed]) => (isLost(link, failed, sight) ? [link] : []));
  const problems: Problem[] = [];
  for (const [link, failed] of failures) {
    problems.push(...(await explained(failed, state, link, lost.includes(link), deps.portal)));
  }
  if (sight === null) {
    const unread = sent.length > 0 ? (seen?.failed?.problems ?? []) : [];
    return {
      links: null,
      revoked: [],
      gone: [],
      kept,
      unproved: [...sent, ...lost],
      problems: [...problems, ...unread],
    };
  }
  const alive = sent.filter((link) => isAlive(link, sight));
  const away = sent.filter((link) => !alive.includes(link));
  return {
    links: sight.links,
    revoked: away.filter((link) => !others.includes(link)),
    gone: away.filter((link) => others.includes(link)),
    kept,
    unproved: lost,
    problems: [...problems, ...alive.map((link) => aliveProblem(state, link, sight))],
  };
}

/** Whether a link is there and not meant any more. */
async function hasChanged(
  { portal }: RevokeDeps,
  { room }: RoomState,
  { id }: Link,
  isMeant: (link: Link) => boolean,
): Promise<boolean> {
  const { links } = await portal.links(room.id);
  const now = links.find((one) => one.id === id);
  return now !== undefined && !isMeant(now);
}

/** What the room lists after a revoke, and what the former URLs open. */
interface Sight {
  readonly links: readonly Link[];
  readonly opens: ReadonlyMap<string, Opens>;
}

/** Looks whether the links are gone; later again for invitations; and where one is back, revokes once more. */
async function lookTwice(deps: RevokeDeps, state: RoomState, sent: readonly Link[]): Promise<Sight> {
  const first = await look(deps, state, sent);
  const alive = sent.filter((link) => isAlive(link, first));
  const invitation = sent.some(({ type }) => type === 'invitation');
  if (alive.length === 0 && !invitation) return told(deps, sent, first);
  await deps.wait(redemptionTime);
  const second = await look(deps, state, sent);
  const back = sent.filter((link) => isAlive(link, second));
  if (back.length === 0) return told(deps, sent, second);
  for (const link of back) {
    deps.log.line(
      `${shortId(link.id, state.links)} is there again, as when somebody joins by it in that instant → revoke again`,
    );
    await revoke(deps.portal, state.room.id, link);
  }
  await deps.wait(redemptionTime);
  return told(deps, sent, await look(deps, state, sent));
}

async function look({ portal }: RevokeDeps, state: RoomState, sent: readonly Link[]): Promise<Sight> {
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

/** Warns of what could not be tried. */
function told({ log }: RevokeDeps, sent: readonly Link[], sight: Sight): Sight {
  for (const { id } of sent.filter((link) => sight.opens.get(link.id) === 'unknown')) {
    log.warning(
      'Former link not tried',
      `${id} is gone from the room's list, but what its URL opens could not be asked.`,
    );
  }
  return sight;
}

function isAlive(link: Link, { links, opens }: Sight): boolean {
  const met = opens.get(link.id);
  return links.some(({ id }) => id === link.id) || (met !== 'nothing' && met !== 'unknown');
}

function aliveProblem(state: RoomState, link: Link, { links, opens }: Sight): Problem {
  const listed = links.some(({ id }) => id === link.id);
  const what = listed ? 'the room still lists it' : `its URL still ${opensWords[opens.get(link.id) ?? 'unknown']}`;
  return problem(
    'not-applied',
    `Link ${link.id} ${quoted(link.title)} of ${roomName(state.room)} is not revoked: ${what}.`,
    'Somebody may have joined by it, or changed it, in that instant. Run the step again; if it stays so, revoke it in DocSpace.',
  );
}

/** Whether what has become of a link is not known: the answer to its revoke was lost, and no list shows it since. */
function isLost({ id }: Link, failed: Failure, sight: Sight | null): boolean {
  return isOutcomeUnknown(failed) && sight?.links.some((link) => link.id === id) !== true;
}

/** Why a link is still there, or why that is not known (`isLost`): one of several, so each problem names it. */
async function explained(
  failed: Failure,
  state: RoomState,
  link: Link,
  isLost: boolean,
  portal: DocSpace,
): Promise<readonly Problem[]> {
  const name = `link ${link.id} ${quoted(link.title)} of ${roomName(state.room)}`;
  const denial = failed instanceof Refusal ? await explainDenial(failed, name, isOpen(link), portal) : null;
  const what = isLost ? `It is not known whether ${name} is revoked` : `L${name.slice(1)} is not revoked`;
  return (denial ?? failed).problems.map((one) =>
    one.message.includes(link.id) ? one : { ...one, message: `${what}: ${one.message}` },
  );
}
