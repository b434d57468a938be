/** The roles that a link can give, by the names users write. */
export type Access = (typeof roles)[number]['name'];

/** One role of a link. */
export interface Role {
  /** What users write, and what outputs say. */
  readonly name: string;
  /** DocSpace's number, the only form that is ever sent (portal.md §1.1: a misspelt name revokes the link). */
  readonly code: number;
  /** DocSpace's own name of the number, accepted as input. */
  readonly docSpaceName: string;
  /** The word in DocSpace's English interface. */
  readonly label: string;
}

/**
 * Every role that some link can have, from the least to the most open: the order is the portal's own rank of roles
 * (portal.md §3, order of the list). Numbers from portal.md §1.1; the documentation sample's "2 for editing" is wrong.
 */
export const roles = [
  { name: 'viewer', code: 2, docSpaceName: 'Read', label: 'Viewer' },
  { name: 'commenter', code: 6, docSpaceName: 'Comment', label: 'Commenter' },
  { name: 'reviewer', code: 5, docSpaceName: 'Review', label: 'Reviewer' },
  { name: 'form-filler', code: 7, docSpaceName: 'FillForms', label: 'Form filler' },
  { name: 'editor', code: 10, docSpaceName: 'Editing', label: 'Editor' },
  { name: 'content-creator', code: 11, docSpaceName: 'ContentCreator', label: 'Content creator' },
] as const satisfies readonly Role[];

/** The number that means "revoke this link" in a write (portal.md §0.1). */
export const noAccess = 0;

/** DocSpace's number of a role. */
export function accessCode(access: Access): number {
  // The table holds every member of the type, so the search cannot fail.
  return (roles.find((role) => role.name === access) as Role).code;
}

/** The role of a number; null for a number that no link of a known portal has (RoomManager of ≤ 2.6, say). */
export function accessOf(code: number): Access | null {
  return roles.find((role) => role.code === code)?.name ?? null;
}

/** The word on DocSpace's screens for a role; an unknown number is named as such. */
export function accessLabel(code: number): string {
  return roles.find((role) => role.code === code)?.label ?? `access ${String(code)}`;
}

/** Where a role stands between the least and the most open; unknown numbers are taken for the most open. */
export function accessRank(code: number): number {
  const rank = roles.findIndex((role) => role.code === code);
  return rank < 0 ? roles.length : rank;
}
