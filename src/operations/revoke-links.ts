import type { DocSpace } from '../docspace/docspace.ts';
import { Refusal } from '../docspace/refusal.ts';
import type { Link } from '../links/link.ts';
import type { Opens } from '../links/opens.ts';
import { problem, type Failure, type Problem } from '../links/problem.ts';
import { quoted } from '../links/quoted.ts';
import type { RoomState } from '../links/room.ts';
import type { Log } from '../present/log.ts';
import { opensWords, roomName, shortId } from '../present/story.ts';
import { attempt } from './attempt.ts';
import { explainDenial, isOpen } from './explain.ts';
import { revoke } from './write-link.ts';

/** What revoking works with. */
export interface RevokeDeps {
  readonly portal: DocSpace;
  readonly log: Log;
  /** Resolves after so many milliseconds, sooner when the step's time is up. */
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** What revoking has come to: `revoked` are proved to be gone, `problems` say of the others why they are not. */
export interface Revoked {
  /** The room's links afterwards; null if they could not be read any more. */
  readonly links: readonly Link[] | null;
  readonly revoked: readonly Link[];
  readonly problems: readonly Problem[];
}

/**
 * How long to wait before an invitation is looked for once more: whoever redeems it while it is revoked makes the portal
 * write it back (portal.md §10.17). Milliseconds.
 */
export const redemptionTime = 2000;

/**
 * Revokes links that were listed a moment ago, one after the other, and proves it: the room lists them no more, and the
 * former URLs, tried as a stranger would, open nothing. One that cannot be revoked does not stop the others. Throws only
 * what is no `Failure`.
 */
export async function revokeLinks(deps: RevokeDeps, state: RoomState, links: readonly Link[]): Promise<Revoked> {
  const problems: Problem[] = [];
  const sent: Link[] = [];
  for (const link of links) {
    const { failed } = await attempt(() => revoke(deps.portal, state.room.id, link));
    if (failed === null) sent.push(link);
    else problems.push(...(await explained(failed, state, link, deps.portal)));
  }
  if (sent.length === 0) return { links: null, revoked: [], problems };
  const { value: sight, failed } = await attempt(() => lookTwice(deps, state, sent));
  if (failed !== null) return { links: null, revoked: [], problems: [...problems, ...failed.problems] };
  const alive = sent.filter((link) => isAlive(link, sight));
  return {
    links: sight.links,
    revoked: sent.filter((link) => !alive.includes(link)),
    problems: [...problems, ...alive.map((link) => aliveProblem(state, link, sight))],
  };
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

async function look({ portal }: RevokeDeps, { room }: RoomState, sent: readonly Link[]): Promise<Sight> {
  const [{ links }, ...opens] = await Promise.all([
    portal.links(room.id),
    ...sent.map(async (link) => [link.id, await portal.open(link)] as const),
  ]);
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

async function explained(failed: Failure, state: RoomState, link: Link, portal: DocSpace): Promise<readonly Problem[]> {
  const denial =
    failed instanceof Refusal
      ? await explainDenial(
          failed,
          `link ${link.id} ${quoted(link.title)} of ${roomName(state.room)}`,
          isOpen(link),
          portal,
        )
      : null;
  return (denial ?? failed).problems;
}
