import { accessOf } from '../links/access.ts';
import { isPermanent } from '../links/desired.ts';
import { formRoom } from '../links/room-types.ts';
import { severities, type AuditedLink, type AuditedRoom, type Severity } from './finding.ts';

/** A link, and the room that it is in. */
export interface LinkInRoom {
  readonly room: AuditedRoom;
  readonly link: AuditedLink;
}

/** "Anyone with the link": no login is asked for. */
export function isAnyone({ type, internal }: Pick<AuditedLink, 'type' | 'internal'>): boolean {
  return type === 'external' && !internal;
}

/**
 * Whether a link opens something: it has not expired, and an external one is not in the archive, where none opens
 * (portal.md §4, recordings/10).
 */
export function isLive({ link, room }: LinkInRoom): boolean {
  return !link.expired && !(link.type === 'external' && room.area === 'archived');
}

/** Whether a link is the primary one of a Public or Form filling room: it cannot expire and cannot be deleted. */
export function isPermanentPrimary(room: AuditedRoom, link: AuditedLink): boolean {
  return isPermanent({ room, type: link.type, primary: link.primary });
}

/** Whether a link lets people fill in the forms of a Form filling room, which is what such rooms are for. */
export function fillsForms({ room, link }: LinkInRoom): boolean {
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
