import { accessOf } from '../links/access.ts';
import { isPermanent } from '../links/desired.ts';
import { formRoom } from '../links/room-types.ts';
import { severities, type AuditedLink, type AuditedRoom, type Severity } from './finding.ts';
import type { Breach, LinkSubject, RoomSubject } from './rule.ts';

/** "Anyone with the link": no login is asked for. */
export function isAnyone({ type, internal }: Pick<AuditedLink, 'type' | 'internal'>): boolean {
  return type === 'external' && !internal;
}

/**
 * Whether a link opens something: it has not expired, and an external one is not in the archive, where none opens
 * (portal.md §4, recordings/10).
 */
export function isLive({ link, room }: Pick<LinkSubject, 'link' | 'room'>): boolean {
  return !link.expired && !(link.type === 'external' && room.area === 'archived');
}

/** Whether a link is the primary one of a Public or Form filling room: it cannot expire and cannot be deleted. */
export function isPermanentPrimary(room: AuditedRoom, link: AuditedLink): boolean {
  return isPermanent({ room, type: link.type, primary: link.primary });
}

/** Whether a link lets people fill in the forms of a Form filling room, which is what such rooms are for. */
export function fillsForms({ room, link }: Pick<LinkSubject, 'link' | 'room'>): boolean {
  return room.type?.code === formRoom && accessOf(link.access) === 'form-filler';
}

/** A severity of a permanent primary link, which is so by design: one lower. */
export function lowered(severity: Severity): Severity {
  return severities[severities.indexOf(severity) + 1] ?? severity;
}

/** The worse of two severities. */
export function worse(one: Severity, other: Severity): Severity {
  return severities.indexOf(one) < severities.indexOf(other) ? one : other;
}

/** What a rule has to say of one link; null: nothing. */
export type LinkBreach = Omit<Breach, 'link'> | null;

/** A judge of rooms out of one of single links. */
export function eachLink(judge: (subject: LinkSubject) => LinkBreach): (subject: RoomSubject) => readonly Breach[] {
  return (subject) =>
    subject.links.flatMap((link) => {
      const breach = judge({ ...subject, link });
      return breach === null ? [] : [{ ...breach, link }];
    });
}

/** ... that looks at live links only. */
export function eachLiveLink(judge: (subject: LinkSubject) => LinkBreach): (subject: RoomSubject) => readonly Breach[] {
  return eachLink((subject) => (isLive(subject) ? judge(subject) : null));
}

/** ... only at live links for anyone. */
export function eachAnyoneLink(
  judge: (subject: LinkSubject) => LinkBreach,
): (subject: RoomSubject) => readonly Breach[] {
  return eachLiveLink((subject) => (isAnyone(subject.link) ? judge(subject) : null));
}
