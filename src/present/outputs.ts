import { describedLink } from '../links/described-link.ts';
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
    ...describedLink({ ...link, hasPassword: link.password !== null }, isManaged(identity, link.id)),
    ...(mayReveal(link, reveal) ? { url: link.url.reveal() } : {}),
  };
}
