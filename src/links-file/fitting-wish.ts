import type { LinkType } from '../links/room-types.ts';
import type { Wish } from '../links/wish.ts';
import type { Defaultable, FileLink } from './links-file.ts';

const notFor: Readonly<Record<LinkType, readonly Defaultable[]>> = {
  external: ['maxUses'],
  invitation: ['internal', 'password', 'denyDownload'],
};

/**
 * What the file wants of a link, without the defaults that do not fit it: those for links of the other type, and the
 * expiration of a permanent primary link, which has none. What the link itself says stays, fit or unfit.
 */
export function fittingWish(link: FileLink, place: { readonly type: LinkType; readonly permanent: boolean }): Wish {
  const unfit = [...notFor[place.type], ...(place.permanent ? (['expiration'] as const) : [])];
  return without(
    link.wish,
    unfit.filter((name) => link.defaulted.includes(name)),
  );
}

/** The wish as if these fields were not given. */
function without(wish: Wish, names: readonly Defaultable[]): Wish {
  return { ...wish, ...Object.fromEntries(names.map((name) => [name, undefined])) };
}
