import { accessCode } from '../links/access.ts';
import { silentPolicy, type Policy, type PolicyOrigin, type PolicySettings } from './policy.ts';

const day = 86_400_000;

/** What holds where neither inputs nor file say anything (interface.md, audit; audit-rules.md). */
const defaults = {
  maxLifetime: 30 * day,
  maxAccess: accessCode('viewer'),
  /** Whoever joins as Content creator can add files of their own. */
  maxInvitationAccess: accessCode('editor'),
  warnBefore: 7 * day,
  staleAfter: 60 * day,
};

/** A policy, and where each of its values came from. */
export interface EffectivePolicy {
  readonly policy: Policy;
  readonly origins: Readonly<Record<keyof PolicySettings, PolicyOrigin>>;
}

/** The policy of an audit: an input wins over the file, the file over the default. Severities go rule by rule. */
export function effectivePolicy(input: PolicySettings, file: PolicySettings | null): EffectivePolicy {
  const value = <K extends keyof PolicySettings>(name: K): PolicySettings[K] => input[name] ?? file?.[name];
  const maxAccess = value('maxAccess');
  return {
    policy: {
      maxLifetime: value('maxLifetime') ?? defaults.maxLifetime,
      maxAccess: maxAccess ?? defaults.maxAccess,
      maxInvitationAccess: maxAccess ?? defaults.maxInvitationAccess,
      require: value('require') ?? [],
      severity: new Map([...(file?.severity ?? []), ...(input.severity ?? [])]),
      publicRooms: value('publicRooms') ?? [],
      confidentialRooms: value('confidentialRooms') ?? [],
      warnBefore: value('warnBefore') ?? defaults.warnBefore,
      staleAfter: value('staleAfter') ?? defaults.staleAfter,
      titlePattern: value('titlePattern') ?? null,
    },
    origins: Object.fromEntries(
      names.map((name) => [
        name,
        input[name] !== undefined ? 'input' : file?.[name] !== undefined ? 'file' : 'default',
      ]),
    ) as EffectivePolicy['origins'],
  };
}

const names = Object.keys(silentPolicy) as (keyof PolicySettings)[];
