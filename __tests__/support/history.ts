import type { Link } from '../../simulator/index.ts';
import { linksAt, type Place } from './asked.ts';
import type { Event, Links, LocalPortal } from './local-portal.ts';

/** What the portal has seen: every request, the links at the beginning and at the end. */
export interface History {
  readonly events: readonly Event[];
  readonly first: Links;
  readonly last: Links;
  readonly now: number;
}

/** The history of a portal up to now. */
export function historyOf({ events, links, clock }: LocalPortal, first: Links): History {
  return { events, first, last: links(), now: clock.now };
}

/** Whether a link has not expired at this time. */
export function isLive({ expiresAt }: Link, now: number): boolean {
  return expiresAt === null || expiresAt > now;
}

/** Whether two records of a link are the same in everything. */
export function isSame(one: Link, other: Link): boolean {
  const text = (link: Link): string => JSON.stringify({ ...link, owner: link.owner.label });
  return text(one) === text(other);
}

/** Where a run has read its last list of links, before some event; -1: nowhere. */
export function lastList(events: readonly Event[], by: string, before = events.length): number {
  return events.findLastIndex((event, at) => at < before && event.by === by && event.label === 'links');
}

/** Where a link was taken away, and by whom. */
export function removals(
  events: readonly Event[],
  id: string,
): readonly { readonly by: string; readonly at: number }[] {
  return events.flatMap(({ by, before, after }, at) => (before.has(id) && !after.has(id) ? [{ by, at }] : []));
}

/**
 * Whether a run wrote or revoked a link at a place by a list that was older than what another run wrote there: its write
 * replaces all settings, so what the other wrote is lost, and without locks nobody can know.
 */
export function isLostUpdate(events: readonly Event[], place: Place): boolean {
  const isThere = ({ id, before, after }: Event): boolean =>
    linksAt(place, new Map([...before, ...after])).some((link) => link.id === id);
  return events.some((event, at) => {
    if (event.id === null || !isThere(event)) return false;
    const between = events.slice(lastList(events, event.by, at) + 1, at);
    return between.some((other) => other.by !== event.by && other.label === 'write' && isThere(other));
  });
}

/** How a link came back that had been taken away. */
export interface Revival {
  readonly id: string;
  /** The run that wrote it. */
  readonly by: string;
  readonly revokedBy: string;
  /** The run that wrote it had it in its last list, and another took it away between that list and the write. */
  readonly isBlind: boolean;
  /**
   * Somebody has read the links since who could know it: the run that took it away, or the one that wrote it, if it has
   * become a link of another kind, or there is another one of its key by now.
   */
  readonly isSeen: boolean;
}

/** Links of one key begin alike. */
function areOfOneKey(one: Link, other: Link): boolean {
  return one.id !== other.id && one.kind === other.kind && one.id.slice(0, 19) === other.id.slice(0, 19);
}

/** Whether a primary link has come back as an additional one. */
function isOfOtherKind(events: readonly Event[], id: string, gone: number, back: number): boolean {
  return events[gone]?.before.get(id)?.kind !== events[back]?.after.get(id)?.kind;
}

/** Whether a run has listed a link that came back together with another one of its key. */
function isOdd(events: readonly Event[], by: string, id: string, back: number): boolean {
  return events.slice(back + 1).some((event) => {
    const link = event.before.get(id);
    if (event.by !== by || event.label !== 'links' || link === undefined) return false;
    return [...event.before.values()].some((other) => areOfOneKey(link, other));
  });
}

/** Every link that came back after it was gone. */
export function revivals({ events, first }: History): readonly Revival[] {
  const ids = new Set([...first.keys(), ...events.flatMap(({ after }) => [...after.keys()])]);
  return [...ids].flatMap((id) =>
    removals(events, id).flatMap((removal) => {
      const back = events.findIndex(({ before, after }, at) => at > removal.at && !before.has(id) && after.has(id));
      const event = events[back];
      if (event === undefined) return [];
      const list = lastList(events, event.by, back);
      const isBlind = list < removal.at && removal.by !== event.by && events[list]?.before.has(id) === true;
      const isSeen = lastList(events, removal.by) > back || isOdd(events, event.by, id, back);
      const isStray = isOfOtherKind(events, id, removal.at, back);
      return [{ id, by: event.by, revokedBy: removal.by, isBlind, isSeen: isSeen || isStray }];
    }),
  );
}
