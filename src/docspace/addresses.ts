import type { Link } from '../links/link.ts';
import { Secret } from '../links/secret.ts';
import { excerpt } from './excerpt.ts';

/** That the portal gives its links another address than the one at which it was asked. */
export interface OtherAddress {
  /** The origin of its links: `http://internal:8092`. */
  readonly written: string;
  /** The path is none of the portal's own: a URL shortener wrote it. */
  readonly isShortener: boolean;
}

/** Paths of a link: the short one, and where it leads (portal.md §8). */
const shortPath = /^\/s\/[^/]+$/u;
const longPath = /^\/(?:rooms\/share|confirm\/LinkInvite)\/?$/iu;

/**
 * The link with a URL under the portal's origin. A portal behind a proxy, or with a domain of its own, writes other
 * ones (portal.md H5), which this step can neither try nor answer for: a path of the portal's own is the same there as
 * here, and an external link has its long URL besides. The URL of an invitation by a shortener stays as it is.
 */
export function underOrigin(link: Link, origin: string): { readonly link: Link; readonly other: OtherAddress | null } {
  const written = URL.parse(link.url.reveal());
  if (written === null || !/^https?:$/u.test(written.protocol) || written.origin === origin)
    return { link, other: null };
  const isShortener = !shortPath.test(written.pathname) && longQuery(written) === null;
  const path = isShortener ? longExternal(link) : `${written.pathname}${written.search}`;
  const other = { written: written.origin, isShortener };
  if (path === null) return { link, other };
  return { link: { ...link, url: new Secret(origin + path), writtenUrl: link.url }, other };
}

function longExternal({ type, token }: Link): string | null {
  if (type !== 'external' || token === null) return null;
  return `/rooms/share?key=${encodeURIComponent(token.reveal())}`;
}

/** Whether a URL is a short one of the portal at this origin. */
export function isShort(url: URL, origin: string): boolean {
  return url.origin === origin && shortPath.test(url.pathname);
}

/** The query of a long URL of a link, whatever host it names; null for any other. */
export function longQuery(url: URL): URLSearchParams | null {
  return longPath.test(url.pathname) && url.searchParams.has('key') ? url.searchParams : null;
}

/** What a user has to know of it: the title and text of a warning. */
export function otherAddressWords(
  { written, isShortener }: OtherAddress,
  portal: string,
): { readonly title: string; readonly message: string } {
  const what = `The portal writes its links with the address ${excerpt(written, 100).slice(1, -1)}, and \`portal-url\` is ${portal}.`;
  if (isShortener) {
    return {
      title: 'Links have another address',
      message: `${what} Likely cause: the portal uses a URL shortener, to which this action sends no request. External links are given out as long URLs under \`portal-url\`; invitations keep their URL, which cannot be tried: \`opens\` is \`unknown\`.`,
    };
  }
  return {
    title: 'Links have another address',
    message: `${what} This step gives out URLs under \`portal-url\`, and tries those. Likely cause: a reverse proxy in front of the portal does not send \`X-Forwarded-Proto\` and \`X-Forwarded-Host\`, or the portal has a domain of its own. If people use that address, set \`portal-url\` to it; otherwise correct the proxy.`,
  };
}
