import { bearsKey, isManaged, type Identity } from '../links/identity.ts';
import { matches, type Room } from '../links/room.ts';
import { quoted } from '../links/text.ts';
import { formatInstant } from '../links/time.ts';
import type { Finding } from './finding.ts';
import type { Waiver } from './policy.ts';

/** Where a finding was made: without the other links of its room nobody knows which one a beginning of an id names. */
export interface WaiverScope {
  readonly links: readonly { readonly id: string }[];
  readonly identity: Identity;
}

/** Whether a waiver is about this finding, whether it still holds or not. One that is ambiguous is about none. */
export function isAbout(waiver: Waiver, finding: Finding, { links, identity }: WaiverScope): boolean {
  const { rule, room, link } = waiver;
  const { roomId, roomTitle, linkId } = finding;
  if (rule !== finding.rule || !matches(room, { id: roomId, title: roomTitle })) return false;
  switch (link?.by) {
    case undefined:
      return true;
    case 'id':
      return linkId.startsWith(link.start) && fitting(link.start, links).length <= 1;
    case 'key':
      return isManaged(identity, linkId) && bearsKey(identity, { roomId, key: link.key }, linkId);
  }
}

/** A waiver that names several links of a room, and these. */
export interface AmbiguousWaiver {
  readonly waiver: Waiver;
  readonly links: readonly { readonly id: string }[];
}

/** The waivers that name a link of this room by a beginning that several of its links have: they waive nothing. */
export function ambiguousIn(
  waivers: readonly Waiver[],
  room: Pick<Room, 'id' | 'title'>,
  links: WaiverScope['links'],
): readonly AmbiguousWaiver[] {
  return waivers.flatMap((waiver) => {
    if (waiver.link?.by !== 'id' || !matches(waiver.room, room)) return [];
    const meant = fitting(waiver.link.start, links);
    return meant.length > 1 ? [{ waiver, links: meant }] : [];
  });
}

/** A title that several rooms have, these rooms, and the waivers that name it. */
export interface AmbiguousTitle {
  readonly title: string;
  readonly waivers: readonly Waiver[];
  readonly rooms: readonly Pick<Room, 'id' | 'title'>[];
}

/** What waivers name by a title that several of these rooms have: nobody knows which room is meant, so they waive nothing. */
export function ambiguousTitles(waivers: readonly Waiver[], rooms: AmbiguousTitle['rooms']): readonly AmbiguousTitle[] {
  const titled = Map.groupBy(waivers, ({ room }) => (room.by === 'title' ? room.title.normalize('NFC') : null));
  return [...titled].flatMap(([title, those]) => {
    if (title === null) return [];
    const meant = rooms.filter((room) => matches({ by: 'title', title }, room));
    return meant.length > 1 ? [{ title, waivers: those, rooms: meant }] : [];
  });
}

function fitting(start: string, links: WaiverScope['links']): WaiverScope['links'] {
  return links.filter(({ id }) => id.startsWith(start));
}

/** The waiver of a finding: of several, one that still holds; null without any. */
export function waiverOf(waivers: readonly Waiver[], finding: Finding, scope: WaiverScope, now: Date): Waiver | null {
  const about = waivers.filter((waiver) => isAbout(waiver, finding, scope));
  return about.find((waiver) => holds(waiver, now)) ?? about[0] ?? null;
}

/** The finding as its waiver leaves it: waived, or, where that has expired, brought back with a note about it. */
export function withWaiver(finding: Finding, waivers: readonly Waiver[], scope: WaiverScope, now: Date): Finding {
  const waiver = waiverOf(waivers, finding, scope, now);
  if (waiver === null) return finding;
  if (holds(waiver, now)) {
    return { ...finding, status: 'waived', message: `${finding.message} Waived ${wordsOf(waiver)}.` };
  }
  return {
    ...finding,
    message: `${finding.message} Its waiver in line ${waiver.line} of the policy file has run out: it was waived ${wordsOf(waiver)}.`,
  };
}

function holds({ until }: Waiver, now: Date): boolean {
  return now <= until;
}

function wordsOf({ until, owner, reason }: Waiver): string {
  const by = owner === null ? '' : ` by ${quoted(owner)}`;
  return `until ${formatInstant(until)}${by}: ${quoted(reason)}`;
}
