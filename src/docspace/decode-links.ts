import * as v from 'valibot';
import { factsOf } from '../links/link-facts.ts';
import { inOrder, type Link, type LinkFacts } from '../links/link.ts';
import type { PasswordPolicy } from '../links/password.ts';
import type { LinkType } from '../links/room-types.ts';
import { Secret } from '../links/secret.ts';
import { count, date, decoded, maybe, number } from './schema.ts';

const guid = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/iu),
  v.toLowerCase(),
);
const secret = v.pipe(
  v.string(),
  v.nonEmpty(),
  v.transform((text) => new Secret(text)),
);
const sharedLink = v.object({
  id: guid,
  title: maybe(v.string()),
  shareLink: secret,
  expirationDate: maybe(date),
  linkType: maybe(v.picklist([0, 1])),
  password: maybe(v.string()),
  denyDownload: v.nullish(v.boolean(), false),
  isExpired: v.boolean(),
  primary: v.nullish(v.boolean(), false),
  internal: v.nullish(v.boolean(), false),
  requestToken: maybe(secret),
  maxUseCount: maybe(count),
  currentUseCount: maybe(count),
});

/** `sharedTo` is the older name of the same object, and the only one before 3.5 (portal.md §4.3). */
const target = v.pipe(
  v.looseObject({}),
  v.transform((item) => ({ ...item, sharedLink: item['sharedLink'] ?? item['sharedTo'] })),
);

const linkItem = v.pipe(
  target,
  v.object({ access: number, subjectType: maybe(number), sharedLink }),
  v.rawTransform(({ dataset, addIssue, NEVER }): Link => {
    const { access, subjectType, sharedLink: link } = dataset.value;
    const kind = kindOf(subjectType, link.linkType, link.primary);
    if (kind === null) {
      addIssue({ message: 'neither kind of link' });
      return NEVER;
    }
    const external = kind.type === 'external';
    return {
      ...kind,
      id: link.id,
      access,
      title: link.title ?? '',
      expiration: link.expirationDate?.date ?? null,
      expirationOffset: link.expirationDate?.offset ?? 0,
      expired: link.isExpired,
      internal: external && link.internal,
      password: external && link.password !== null && link.password !== '' ? new Secret(link.password) : null,
      denyDownload: external && link.denyDownload,
      maxUses: external ? null : link.maxUseCount,
      uses: external ? null : link.currentUseCount,
      url: link.shareLink,
      token: external ? link.requestToken : null,
    };
  }),
);

/** The stored kind of a record counts more than the type of the link (portal.md §2.3); older portals show only that. */
function kindOf(
  subjectType: number | null,
  linkType: 0 | 1 | null,
  primary: boolean,
): { readonly type: LinkType; readonly primary: boolean } | null {
  switch (subjectType) {
    case 1:
      return { type: 'external', primary: false };
    case 3:
      return { type: 'invitation', primary: false };
    case 4:
      return { type: 'external', primary: true };
    case null:
    default:
      if (linkType === null) return null;
      return linkType === 0 ? { type: 'invitation', primary: false } : { type: 'external', primary };
  }
}

/**
 * The links of `GET …/links`, in the order of `inOrder`, whatever order the portal sent them in: it promises none
 * (portal.md H3). Throws `not-docspace` with the path of the first member that is not as expected.
 */
export function decodeLinks(response: unknown, name: string): readonly Link[] {
  return inOrder(decoded(v.array(linkItem), response, name, 'response'));
}

/**
 * The links of `GET …/links` without their secrets; passwords are held against the policy on the way. Throws
 * `not-docspace`, as `decodeLinks` does.
 */
export function decodeLinkFacts(response: unknown, name: string, policy: PasswordPolicy | null): readonly LinkFacts[] {
  return decodeLinks(response, name).map((link) => factsOf(link, policy));
}

/** One link. Throws `not-docspace`, as `decodeLinks` does. */
export function decodeLink(response: unknown, name: string): Link {
  return decoded(linkItem, response, name, 'response');
}

/** Whether the portal knows `sharedLink` (portal.md §4.3); an empty list does not tell, and counts as yes. */
export function hasSharedLink(response: unknown): boolean {
  if (!Array.isArray(response)) return false;
  return response.every((item: unknown) => typeof item === 'object' && item !== null && 'sharedLink' in item);
}
