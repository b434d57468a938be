import type { LinkType } from './room-types.ts';
import type { Secret } from './secret.ts';

/** When a link shall end: so long from now (milliseconds), at an instant, or never. */
export type Expiration =
  | { readonly kind: 'duration'; readonly milliseconds: number }
  | { readonly kind: 'instant'; readonly at: Date }
  | { readonly kind: 'never' };

/** What shall become of a link's password. */
export type PasswordWish =
  { readonly kind: 'keep' | 'none' | 'generate' } | { readonly kind: 'given'; readonly password: Secret };

/** Which link is meant. */
export type LinkRef =
  | { readonly by: 'key'; readonly type: LinkType; readonly key: string }
  | { readonly by: 'primary'; readonly key: string }
  | { readonly by: 'id'; readonly id: string };

/**
 * What the user wrote about one link. `undefined` means "not given": the default on creation, the present value on
 * update. Nothing here knows a room yet.
 */
export interface Wish {
  readonly ref: LinkRef;
  /** DocSpace's number of the role. */
  readonly access: number | undefined;
  readonly expiration: Expiration | undefined;
  readonly internal: boolean | undefined;
  readonly title: string | undefined;
  readonly password: PasswordWish | undefined;
  readonly denyDownload: boolean | undefined;
  /** null: unlimited. */
  readonly maxUses: number | null | undefined;
  readonly renew: boolean;
  readonly rotate: boolean;
  readonly adopt: boolean;
}

/**
 * The inputs of a wish that make no sense for a link of this type, by the names users write. A field that asks for
 * what is so anyway (`password: none` on an invitation) is one of them too: it shows a misunderstanding.
 */
export function fieldsNotFor(wish: Wish, type: LinkType): readonly string[] {
  if (type === 'external') {
    return [...(wish.maxUses === undefined ? [] : ['max-uses']), ...(wish.adopt ? ['adopt'] : [])];
  }
  return [
    ...(wish.internal === undefined ? [] : ['internal']),
    ...(wish.password === undefined || wish.password.kind === 'keep' ? [] : ['password']),
    ...(wish.denyDownload === undefined ? [] : ['deny-download']),
  ];
}
