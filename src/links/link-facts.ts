import type { Link, LinkFacts, SecretMember } from './link.ts';
import { fitsPolicy, type PasswordPolicy } from './password.ts';

/** A secret of a link that is not named here does not compile. */
const secrets: Readonly<Record<SecretMember, true>> = { password: true, url: true, writtenUrl: true, token: true };

/** The link without its secrets; its password is held against the portal's policy of today, null if that is not known. */
export function factsOf(link: Link, policy: PasswordPolicy | null): LinkFacts {
  const { password } = link;
  const facts = Object.entries(link).filter(([name]) => !Object.hasOwn(secrets, name));
  return {
    ...(Object.fromEntries(facts) as unknown as Omit<Link, SecretMember>),
    hasPassword: password !== null,
    passwordFits: password === null || policy === null ? null : fitsPolicy(password.reveal(), policy),
  };
}
