import type { Rule, RoomRule } from './rule.ts';
import { anyoneRules } from './rules-anyone.ts';
import { coverageRules } from './rules-coverage.ts';
import { invitationRules } from './rules-invitation.ts';
import { roomRules } from './rules-room.ts';
import { waiverRules } from './rules-waivers.ts';

const byId = (one: Rule, other: Rule): number => (one.id < other.id ? -1 : 1);

/** The rules that judge rooms and links, by id. */
export const judgingRules: readonly RoomRule[] = [
  ...anyoneRules,
  ...invitationRules,
  ...roomRules,
  ...waiverRules,
].toSorted(byId);

/** All rules of the audit, by id: the one table of them. */
export const rules: readonly Rule[] = [...judgingRules, ...coverageRules].toSorted(byId);
