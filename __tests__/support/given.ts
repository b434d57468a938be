import { day, hour, type Given, type RoomGiven } from './local-portal.ts';

const week = 7 * day;

/** The link of the key `default`: for a week, DocSpace users only, as Viewer. */
export const mine: Given = { key: 'default', role: 2, internal: true, life: week };
export const expired: Given = { ...mine, life: -hour };
export const password = 'Zx9-longenough';
export const secret: Given = { ...mine, password };
/** Endless, since reckoning with an end takes a fix a tenth of a second of real time. */
export const open: Given = { ...mine, role: 10, internal: false, life: null };

/** A primary link that somebody has made, and one that is permanent. */
export const primary: Given = { kind: 4, role: 2, internal: true, life: week, title: 'Primary' };
export const permanent: Given = { ...primary, internal: false, life: null, password };
export const invitation: Given = { kind: 3, key: 'default', role: 2, life: week, title: 'Invitation' };

/** A Custom room with these links. */
export function custom(...links: readonly Given[]): RoomGiven {
  return { roomType: 5, links };
}

/** A Public room with these links; without a primary one among them it has the one that the portal makes. */
export function publicRoom(...links: readonly Given[]): RoomGiven {
  return { roomType: 6, links };
}

const other: Given = { role: 2, internal: true, life: 30 * day };

/** A Custom room with one place for an additional link besides these. */
export function full(...links: readonly Given[]): RoomGiven {
  return custom(other, other, other, other, ...links);
}
