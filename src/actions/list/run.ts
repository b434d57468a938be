import type { Tools } from '../../context.ts';
import { portalNow } from '../../docspace/portal-clock.ts';
import type { DocSpace } from '../../docspace/port.ts';
import { mayReveal } from '../../links/described-link.ts';
import { isManaged } from '../../links/identity.ts';
import type { Link } from '../../links/link.ts';
import { failure } from '../../links/problem.ts';
import type { LinkType } from '../../links/room-types.ts';
import type { Room, RoomReference, RoomState } from '../../links/room.ts';
import { quoted } from '../../links/text.ts';
import { maySeeLinks, readListing, resolveRoom, unlisted } from '../../reconcile/read-room.ts';
import { countWords, listLines, type Log, roomLine } from '../../render/log.ts';
import { linkElements } from '../../render/outputs.ts';
import { linksTable, roomSummary } from '../../render/summary.ts';
import type { ListInputs } from '../inputs.ts';

/** What list works with. */
export interface ListDeps {
  readonly portal: DocSpace;
  readonly log: Log;
  /** Called with the room once it was read, so that what is known survives a failure. */
  readonly seen: (room: Room) => void;
}

/** What list found. */
export interface ListReport {
  readonly state: RoomState;
  /** The links of the type that was asked for. */
  readonly links: readonly Link[];
  /** The room's primary link, whatever type was asked for. */
  readonly primary: Link | null;
}

/**
 * Reads a room's links. Throws `not-room-manager` where the key may not see them: the portal then answers with an
 * empty list, and an empty list is never passed on as an answer (portal.md §0.7).
 */
export async function list(
  deps: ListDeps,
  task: { readonly room: RoomReference; readonly type: LinkType | 'all' },
): Promise<ListReport> {
  const state = await readListing(deps.portal, await resolveRoom(deps.portal, task.room), ({ room }) => {
    deps.seen(room);
  });
  deps.seen(state.room);
  deps.log.line(roomLine(state));
  if (state.links.length === 0 && !(await maySeeLinks(state.room, async () => (await deps.portal.key()).userId))) {
    throw failure(
      'not-room-manager',
      `The portal shows no links of room ${state.room.id} ${quoted(state.room.title)} to this key, which does not mean that there are none: its user is not a manager of the room.`,
    );
  }
  // In the archive no flag tells the rights, so the contradiction shows only now.
  if (state.links.length === 0 && state.room.shared === true) throw unlisted(state);
  return {
    state,
    links: state.links.filter((link) => task.type === 'all' || link.type === task.type),
    primary: state.links.find((link) => link.primary) ?? null,
  };
}

/** The action `list`: reads a room's links and sets its outputs; gives the summary. */
export async function runList(inputs: ListInputs, tools: Tools): Promise<string> {
  const { runner, identity, output } = tools;
  const shows = (link: Link): boolean => mayReveal(link, inputs.revealLink);
  const { state, links, primary } = await list(
    {
      portal: tools.portal,
      log: runner,
      seen: ({ id }) => {
        output('room-id', id);
      },
    },
    { room: inputs.room, type: inputs.linkType },
  );
  output('links', { elements: linkElements(links, identity, shows), whole: 'The log names all of them.' });
  output('links-count', String(links.length));
  output('primary-link-id', primary?.id ?? '');
  const now = portalNow(tools.portal, tools.now());
  listLines(state.links, inputs.linkType, now, shows).forEach(runner.line);
  return [
    `### DocSpace room links`,
    `${roomSummary(state.room)} · ${countWords(links.length, inputs.linkType)}`,
    linksTable(links, now, null, (id) => isManaged(identity, id), shows),
  ].join('\n\n');
}
