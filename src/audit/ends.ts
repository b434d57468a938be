import { isAnyone, isLive } from './facts.ts';
import type { AuditedLink, AuditedRoom } from './finding.ts';
import { shownId } from '../links/shown-id.ts';
import { mostEnds, type LinkEnd, type LinkEnds } from './result.ts';

/** Collects when links end, room by room in any order, and keeps no more of them than the picture shows. */
export interface EndsCollector {
  /** What was known of this room before is forgotten. */
  readonly add: (room: AuditedRoom, links: readonly AuditedLink[]) => void;
  readonly ends: () => LinkEnds;
}

/** Collects the ends of the live links of a portal. */
export function collectEnds(): EndsCollector {
  let soonest: readonly LinkEnd[] = [];
  const counts = new Map<string, { readonly ending: number; readonly never: number }>();
  const sum = (kind: 'ending' | 'never'): number =>
    [...counts.values()].reduce((total, { [kind]: count }) => total + count, 0);
  return {
    add(room, links) {
      const live = links.filter((link) => isLive({ room, link }));
      const these = live.flatMap((link) => endOf(room, link, links));
      counts.set(room.id, { ending: these.length, never: live.length - these.length });
      const others = soonest.filter(({ roomId }) => roomId !== room.id);
      soonest = [...others, ...these].toSorted(byEnd).slice(0, mostEnds);
    },
    ends: () => ({ soonest, later: sum('ending') - soonest.length, never: sum('never') }),
  };
}

function endOf(room: AuditedRoom, link: AuditedLink, links: readonly AuditedLink[]): readonly LinkEnd[] {
  const { expiration } = link;
  if (expiration === null) return [];
  return [
    {
      roomId: room.id,
      roomTitle: room.title,
      linkId: link.id,
      shownId: shownId(link.id, links),
      linkTitle: link.title,
      anyone: isAnyone(link),
      expiration,
    },
  ];
}

/** By time, and by id where that is the same, so that the order in which rooms are read does not show. */
function byEnd(one: LinkEnd, other: LinkEnd): number {
  return one.expiration.getTime() - other.expiration.getTime() || (one.linkId < other.linkId ? -1 : 1);
}
