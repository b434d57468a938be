import type { PortalVersion } from '../../links/room.ts';
import type { Policy } from '../policy.ts';
import { ruleOf, rules } from './registry.ts';
import type { Need, Rule } from './rule.ts';

/** Which of the facts that single rules need an audit has come to know. */
export interface Known {
  /** Null if no room was read. */
  readonly version: PortalVersion | null;
  /** The portal tells this key what it restricts of external sharing. */
  readonly sharing: boolean;
  /** ... which accounts are active. */
  readonly owners: boolean;
  /** ... what it asks of passwords. */
  readonly passwordPolicy: boolean;
  readonly file: boolean;
  readonly baseline: boolean;
  /** Of every pull request that a link may be of it is known whether it is closed. */
  readonly pullRequests: boolean;
}

/** A rule that could not be evaluated, and what it needs. */
export interface NotEvaluated {
  readonly rule: string;
  readonly needs: string;
}

/** When a need is met, and what lacks where it is not: words for the user; null where that is no lack but a choice. */
const needs: Readonly<Record<Need, { readonly isMet: (known: Known) => boolean; readonly lacks: string | null }>> = {
  version: { isMet: ({ version }) => version !== null, lacks: null },
  // Scopes: portal.md §3 and §6. Where no room was read, no owner was to be asked for.
  owners: {
    isMet: ({ owners, version }) => owners || version === null,
    lacks: 'a key with the scope `accounts:read`',
  },
  // An older portal has no such setting.
  sharing: {
    isMet: ({ sharing, version }) => sharing || version !== '3.7',
    lacks: 'a key with the scope `files:read`',
  },
  'password-policy': {
    isMet: ({ passwordPolicy, version }) => passwordPolicy || version === null,
    lacks: "the portal's password policy, which it did not tell",
  },
  file: { isMet: ({ file }) => file, lacks: null },
  'closed-pull-requests': { isMet: ({ pullRequests }) => pullRequests, lacks: null },
  baseline: { isMet: ({ baseline }) => baseline, lacks: null },
};

/** Whether the policy lets a rule find anything. */
export function isOn({ id, requiredBy, onlyIfRequired }: Rule, { severity, require }: Policy): boolean {
  if (severity.get(id) === 'off') return false;
  return onlyIfRequired !== true || (requiredBy !== undefined && require.includes(requiredBy));
}

/** Whether a rule was evaluated in full: only then what it does not find is there no more. */
export function wasEvaluated(ruleId: string, policy: Policy, known: Known): boolean {
  const rule = ruleOf(ruleId);
  return rule !== undefined && isOn(rule, policy) && isMet(rule, known);
}

/** The rules that are on, and that this key cannot have evaluated. */
export function notEvaluated(policy: Policy, known: Known): readonly NotEvaluated[] {
  return rules.flatMap((rule) => {
    if (rule.needs === undefined || !isOn(rule, policy) || isMet(rule, known)) return [];
    const { lacks } = needs[rule.needs];
    return lacks === null ? [] : [{ rule: rule.id, needs: lacks }];
  });
}

function isMet({ needs: need }: Rule, known: Known): boolean {
  return need === undefined || needs[need].isMet(known);
}
