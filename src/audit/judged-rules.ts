import type { PortalVersion } from '../links/room.ts';
import type { Rule, Standard } from './rule.ts';
import { rules } from './rules.ts';

/** Which of the facts that single rules need the portal tells this key. */
export interface Known {
  readonly version: PortalVersion | null;
  readonly sharing: boolean;
  readonly owners: boolean;
  readonly passwordPolicy: boolean;
}

/** A rule that could not be judged, and what it needs. */
export interface Unjudged {
  readonly rule: string;
  readonly needs: string;
}

/** Whether a rule is judged at all: only what it does not tell then counts as mended. */
export function isJudged(ruleId: string, standard: Standard, known: Known): boolean {
  const rule = rules.find(({ id }) => id === ruleId);
  return rule !== undefined && isOn(rule, standard) && unmet(rule, known) === null;
}

/** The rules that are on, and that this key cannot have judged. */
export function unjudgedRules(standard: Standard, known: Known): readonly Unjudged[] {
  return rules.flatMap((rule) => {
    const needs = isOn(rule, standard) ? unmet(rule, known) : null;
    return needs === null ? [] : [{ rule: rule.id, needs }];
  });
}

function isOn({ id }: Rule, { policy, file, closedPullRequests }: Standard): boolean {
  if (policy.severity.get(id) === 'off') return false;
  switch (id) {
    case 'DSL025':
      return policy.require.includes('managed');
    case 'DSL026':
      return file !== null;
    case 'DSL029':
      return closedPullRequests !== null;
    case 'DSL030':
      return policy.require.includes('login');
    default:
      return true;
  }
}

/** What a rule lacks; null if it has everything. Scopes: portal.md §3 and §6. */
function unmet({ id }: Rule, { version, sharing, owners, passwordPolicy }: Known): string | null {
  if (version === null) return null;
  if (id === 'DSL024' && !owners) return 'a key with the scope `accounts:read`';
  // An older portal has no such setting.
  if (id === 'DSL027' && !sharing && version === '3.7') return 'a key with the scope `files:read`';
  if (id === 'DSL028' && !passwordPolicy) return "the portal's password policy, which it did not tell";
  return null;
}
