import { fixWords } from '../links/settings.ts';
import { formatDuration } from '../links/time.ts';
import { isPermanentPrimary, lowered, worse } from './facts.ts';
import type { Finding, Severity } from './finding.ts';
import type { Policy } from './policy.ts';
import { isOn } from './rules/needs.ts';
import { rules } from './rules/registry.ts';
import { isSafe } from './rules/remedies.ts';
import type { SafeFix, RoomSubject, Rule, ScanSubject, Violation } from './rules/rule.ts';
import { withWaiver } from './waivers.ts';

/** A finding, and what would fix it; null where there is no safe fix. */
export interface Evaluated {
  readonly finding: Finding;
  readonly safeFix: SafeFix | null;
}

/** Every violation of a rule by a room and its links, by the policy and its waivers. All are `new` or `waived`. */
export function evaluateRoom(subject: RoomSubject): readonly Evaluated[] {
  return rules.flatMap((rule) => {
    const { inRoom } = rule;
    if (inRoom === undefined || !isOn(rule, subject.policy)) return [];
    return inRoom(subject).map((violation) => evaluated(rule, violation, subject));
  });
}

/** ... by what a scan shows besides the rooms that it has read: what it could not see, names that say nothing. */
export function evaluateScan(subject: ScanSubject): readonly Finding[] {
  const { policy } = subject;
  return rules.flatMap((rule) => {
    const { id, name, inScan } = rule;
    if (inScan === undefined || !isOn(rule, policy)) return [];
    return inScan(subject).map((violation) => {
      const severity = severityOf(rule, rule.severity, policy);
      const finding = { rule: id, name, severity, status: 'new', linkId: '', linkTitle: '', fix: '' } as const;
      return waivable({ ...finding, ...violation }, { ...subject, links: [] });
    });
  });
}

/** What is so by design of the room type, and can only get a new URL. */
const byDesign =
  'This is by design of this room type: its primary link cannot expire. `revoke` with `allow-rotate: true` gives it a new URL.';

function evaluated(rule: Rule, violation: Violation, subject: RoomSubject): Evaluated {
  const { room, links, policy } = subject;
  const link = violation.link === null ? null : (links.find(({ id }) => id === violation.link?.id) ?? null);
  const safeFix =
    violation.safeFix !== undefined && link !== null && isSafe(violation.safeFix, { ...subject, link })
      ? violation.safeFix
      : null;
  const isByDesign = rule.permanentByDesign === true && link !== null && isPermanentPrimary(room, link);
  const severity = violation.severity ?? rule.severity;
  const finding: Finding = {
    rule: rule.id,
    name: rule.name,
    severity: severityOf(rule, isByDesign ? lowered(severity) : severity, policy),
    status: 'new',
    roomId: room.id,
    roomTitle: room.title,
    linkId: link?.id ?? '',
    linkTitle: link?.title ?? '',
    message: isByDesign ? `${violation.message} ${byDesign}` : violation.message,
    fix: safeFix === null ? '' : safeFixWords(safeFix, policy),
  };
  return { finding: waivable(finding, { ...subject, links: [...links, ...room.otherLinks] }), safeFix };
}

/** The policy's own word counts; else the rule's, which what is required raises to medium at least. */
function severityOf({ id, requiredBy }: Rule, own: Severity, { severity, require }: Policy): Severity {
  const set = severity.get(id);
  if (set !== undefined && set !== 'off') return set;
  return requiredBy !== undefined && require.includes(requiredBy) ? worse(own, 'medium') : own;
}

function waivable(finding: Finding, subject: Pick<RoomSubject, 'file' | 'links' | 'identity' | 'now'>): Finding {
  return withWaiver(finding, subject.file?.waivers ?? [], subject, subject.now);
}

/** What a safe fix does, without the time: an audit of an unchanged portal says the same again. */
function safeFixWords(safeFix: SafeFix, policy: Policy): string {
  return safeFix.do === 'revoke' ? 'revoke the link' : fixWords(safeFix.to, formatDuration(policy.maxLifetime));
}
