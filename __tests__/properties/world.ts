import { startPortal, type Portal } from '../../simulator/index.ts';
import type { DocSpace } from '../../src/docspace/port.ts';
import type { Identity } from '../../src/links/identity.ts';
import type { Link } from '../../src/links/link.ts';
import { Failure } from '../../src/links/problem.ts';
import type { RoomType } from '../../src/links/room-types.ts';
import { Secret } from '../../src/links/secret.ts';
import type { DesiredLink } from '../../src/links/desired.ts';
import { set, type SetReport } from '../../src/actions/set/set.ts';
import { context, identity, now } from '../support/links.ts';
import { noWait, type Wait } from './together.ts';
import { clientOf } from '../support/client.ts';
import { linksOf, typeOf, desiredIn, type RoomDraft, type WishDraft } from './drafts.ts';

/** A portal over real HTTP, and a client of it; both clocks stand still. */
export interface World {
  readonly portal: Portal;
  readonly client: DocSpace;
  /** How many writes the portal has seen. */
  readonly writes: () => number;
  readonly close: () => Promise<void>;
}

/** A room of the portal, with links and a desired link for one. */
export interface Scene {
  readonly room: RoomType;
  readonly roomId: string;
  readonly identity: Identity;
  readonly now: Date;
  readonly desired: DesiredLink;
  readonly before: readonly Link[];
  /** The links as the portal has them now. */
  readonly links: () => readonly Link[];
}

/** Opens a world whose portal stands in a time zone (IANA). */
export async function openWorld(zone: string): Promise<World> {
  const portal = await startPortal({ zone });
  portal.setClock(now.getTime());
  const client = clientOf(portal, 'owner', { perMinute: Infinity, now: () => now.getTime() });
  const close = async (): Promise<void> => {
    client.close();
    await portal.close();
  };
  const writes = (): number => portal.requests.filter(({ method }) => method === 'PUT').length;
  return { portal, client, writes, close };
}

/** Puts a room and its links into the portal, without any request. */
export function sceneOf({ portal }: World, draft: RoomDraft, desired: WishDraft): Scene {
  const { id } = portal.addRoom({ title: 'Any', roomType: draft.typeCode });
  const roomId = String(id);
  portal.room(id).links.clear();
  const before = linksOf(draft, roomId, identity, now);
  for (const link of before) {
    portal.addLink(id, {
      id: link.id,
      kind: link.type === 'invitation' ? 3 : link.primary ? 4 : 1,
      role: link.access,
      title: link.title,
      expiresAt: link.expiration?.getTime() ?? null,
      password: link.password?.reveal() ?? null,
      internal: link.internal,
      denyDownload: link.denyDownload,
      maxUse: link.maxUses,
      used: link.uses ?? 0,
    });
  }
  const room = typeOf(draft);
  return {
    room,
    roomId,
    identity,
    now,
    desired: desiredIn(desired, room, before, now),
    before,
    links: () => portal.links(id).map(asLink),
  };
}

/** A link as the portal stores it, in the words of the domain. */
function asLink(stored: ReturnType<Portal['links']>[number]): Link {
  const invitation = stored.kind === 3;
  return {
    id: stored.id,
    type: invitation ? 'invitation' : 'external',
    primary: stored.kind === 4,
    access: stored.role,
    expiration: stored.expiresAt === null ? null : new Date(stored.expiresAt),
    expirationOffset: 0,
    expired: stored.expiresAt !== null && stored.expiresAt < now.getTime(),
    internal: stored.internal,
    title: stored.title,
    password: stored.password === null ? null : new Secret(stored.password),
    denyDownload: stored.denyDownload,
    maxUses: stored.maxUse,
    uses: invitation ? stored.used : null,
    url: new Secret('-'),
    token: null,
  };
}

/** What became of a set: a report, or the failure that makes the step red. Throws whatever else is thrown. */
export type Ran =
  { readonly report: SetReport; readonly failure: null } | { readonly report: null; readonly failure: Failure };

/** Runs set in a scene. */
export async function runSet(
  { client }: World,
  scene: Scene,
  desired: DesiredLink = scene.desired,
  wait: Wait = noWait,
): Promise<Ran> {
  const nothing = (): void => undefined;
  const deps = {
    portal: client,
    log: { line: nothing, warning: nothing, debug: nothing },
    now: () => now,
    wait,
    context,
    seen: nothing,
    wrote: nothing,
    intend: nothing,
  };
  try {
    const report = await set(deps, { room: { by: 'id', id: scene.roomId }, desired, dryRun: false });
    return { report, failure: null };
  } catch (error) {
    if (error instanceof Failure) return { report: null, failure: error };
    throw error;
  }
}
