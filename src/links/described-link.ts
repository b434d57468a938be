import { accessOf } from './access.ts';
import type { Link, LinkFacts } from './link.ts';
import type { LinkType } from './room-types.ts';
import { isoInstant } from './settings.ts';

/** A link as outputs and reports describe it (interface.md, set): never its URL, token or password. */
export interface DescribedLink {
  readonly id: string;
  readonly type: LinkType;
  readonly primary: boolean;
  readonly title: string;
  /** Name of the role; `unknown` for one that this version does not know. */
  readonly access: string;
  readonly accessCode: number;
  /** ISO 8601 in UTC; null: never. */
  readonly expiration: string | null;
  readonly expired: boolean;
  readonly internal: boolean;
  readonly hasPassword: boolean;
  readonly denyDownload: boolean;
  readonly maxUses: number | null;
  readonly uses: number | null;
  readonly managed: boolean;
}

/** Describes a link; `managed`: this repository made it. */
export function describedLink(link: Omit<LinkFacts, 'passwordFits'>, managed: boolean): DescribedLink {
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
    hasPassword: link.hasPassword,
    denyDownload: link.denyDownload,
    maxUses: link.maxUses,
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
