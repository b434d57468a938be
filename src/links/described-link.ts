import { accessOf } from './access.ts';
import type { Link, LinkFacts } from './link.ts';
import { plainSettings } from './settings.ts';
import { isoInstant } from './time.ts';

/** A link as outputs and reports describe it (interface.md, set): never its URL, token or password. */
export interface DescribedLink extends Omit<LinkFacts, 'access' | 'expiration' | 'expirationOffset' | 'passwordFits'> {
  /** Name of the role; `unknown` for one that this version does not know. */
  readonly access: string;
  readonly accessCode: number;
  /** ISO 8601 in UTC; null: never. */
  readonly expiration: string | null;
  readonly managed: boolean;
}

/** Describes a link; `managed`: this repository made it. */
export function describedLink(link: Omit<LinkFacts, 'passwordFits'>, managed: boolean): DescribedLink {
  // Whether there is a password stands behind `internal`, where it always stood.
  const { internal, ...others } = plainSettings(link);
  return {
    id: link.id,
    type: link.type,
    primary: link.primary,
    title: link.title,
    access: accessOf(link.access) ?? 'unknown',
    accessCode: link.access,
    expiration: link.expiration === null ? null : isoInstant(link.expiration),
    expired: link.expired,
    internal,
    hasPassword: link.hasPassword,
    ...others,
    uses: link.uses,
    managed,
  };
}

/** Which URLs may be seen: none, those of external links behind a login or password, or all. */
export type Reveal = 'never' | 'protected' | 'always';

/** Whether the URL of a link may be seen. An invitation lets people in, so `protected` never shows it. */
export function mayReveal(link: Link, reveal: Reveal): boolean {
  switch (reveal) {
    case 'never':
      return false;
    case 'always':
      return true;
    case 'protected':
      return link.type === 'external' && (link.internal || link.password !== null);
  }
}
