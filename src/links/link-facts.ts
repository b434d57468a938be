import type { Link, LinkFacts } from './link.ts';
import { fitsPolicy, type PasswordPolicy } from './password.ts';

/** The link without its secrets; its password is held against the portal's policy of today, null if that is not known. */
export function factsOf(link: Link, policy: PasswordPolicy | null): LinkFacts {
  const { password } = link;
  return {
    id: link.id,
    type: link.type,
    primary: link.primary,
    title: link.title,
    access: link.access,
    expiration: link.expiration,
    expirationOffset: link.expirationOffset,
    expired: link.expired,
    internal: link.internal,
    hasPassword: password !== null,
    passwordFits: password === null || policy === null ? null : fitsPolicy(password.reveal(), policy),
    denyDownload: link.denyDownload,
    maxUses: link.maxUses,
    uses: link.uses,
  };
}
