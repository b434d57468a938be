import { noAccess } from '../links/access.ts';
import type { Link, LinkSettings } from '../links/link.ts';
import { failure } from '../links/problem.ts';
import type { LinkType } from '../links/room-types.ts';
import { exactInstant, isoInstant } from '../links/time.ts';

/** A link must end at least so long after the portal's time when it is written, or it would never end (portal.md §0.4). */
const leastLife = 1000;

const linkTypeCodes: Readonly<Record<LinkType, 0 | 1>> = { invitation: 0, external: 1 };

/**
 * The body that creates or replaces a link: everything that it is to be, since what it left out the portal would erase
 * (portal.md §0.3). Throws `expired-on-the-way` for a date that may have passed at `there`, the portal's time in
 * milliseconds since 1970.
 */
export function putBody(
  { id, type }: Pick<Link, 'id' | 'type'>,
  settings: LinkSettings,
  there: number,
): Readonly<Record<string, unknown>> {
  const { access, title, expiration, internal, denyDownload, password, maxUses, ...unsent } = settings;
  // A setting that is not sent would be erased: one that is missing above does not compile.
  unsent satisfies Record<string, never>;
  if (expiration !== null && expiration.getTime() < there + leastLife) {
    throw failure(
      'expired-on-the-way',
      `The date of the link, ${isoInstant(expiration)}, passed before it could be written.`,
    );
  }
  const common = {
    linkId: id,
    linkType: linkTypeCodes[type],
    access,
    title,
    ...(expiration === null ? {} : { expirationDate: exactInstant(expiration) }),
  };
  if (type === 'invitation') return maxUses === null ? common : { ...common, maxUseCount: maxUses };
  return { ...common, internal, denyDownload, ...(password === null ? {} : { password: password.reveal() }) };
}

/** The body that revokes a link: with its own type and `internal` (portal.md §0.2, §0.9), and no date (§1.2). */
export function revokeBody({ id, type, internal }: Link): Readonly<Record<string, unknown>> {
  const common = { linkId: id, linkType: linkTypeCodes[type], access: noAccess };
  return type === 'external' ? { ...common, internal } : common;
}
