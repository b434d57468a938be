import { accessOf } from '../links/access.ts';
import { isoInstant } from '../links/fields.ts';
import { isManaged, type Identity } from '../links/identity.ts';
import type { Link } from '../links/link.ts';
import { mayReveal, type Reveal } from '../links/reveal.ts';

/** The output `links`: what may be known about each link, never a password or token (interface.md, set). */
export function linksOutput(links: readonly Link[], identity: Identity, reveal: Reveal): string {
  return JSON.stringify(links.map((link) => linkOutput(link, identity, reveal)));
}

/** One element of it. */
export function linkOutput(link: Link, identity: Identity, reveal: Reveal): object {
  return {
    id: link.id,
    type: link.type,
    primary: link.primary,
    title: link.title,
    access: accessOf(link.access) ?? 'unknown',
    accessCode: link.access,
    expiration: link.expiration === null ? null : isoInstant(link.expiration),
    expired: link.expired,
    internal: link.internal,
    hasPassword: link.password !== null,
    denyDownload: link.denyDownload,
    maxUses: link.maxUses,
    uses: link.uses,
    managed: isManaged(identity, link.id),
    ...(mayReveal(link, reveal) ? { url: link.url.reveal() } : {}),
  };
}
