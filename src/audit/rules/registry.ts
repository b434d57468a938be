import { anyoneRules } from './anyone.ts';
import { coverageRules } from './coverage.ts';
import { fileRules } from './file.ts';
import { invitationRules } from './invitation.ts';
import { linkRules } from './link.ts';
import { orphanRule } from './orphans.ts';
import { roomRules } from './room.ts';
import type { Rule } from './rule.ts';
import { waiverRule } from './waivers.ts';

/** All rules of the audit, by id: the one table of them. There is no DSL021, and no id is used for another rule later. */
export const rules: readonly Rule[] = [
  ...anyoneRules,
  ...invitationRules,
  ...linkRules,
  ...roomRules,
  ...fileRules,
  orphanRule,
  ...coverageRules,
  waiverRule,
].toSorted((one, other) => (one.id < other.id ? -1 : 1));

const byId = new Map(rules.map((rule) => [rule.id, rule]));

/** The rule of this id; undefined for one that this version does not know, as an old report may name it. */
export function ruleOf(id: string): Rule | undefined {
  return byId.get(id);
}
