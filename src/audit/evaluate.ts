import { accessLabel } from '../links/access.ts';
import type { FileRoom } from '../links/declared.ts';
import { spokenDuration } from '../links/duration.ts';
import { wantsNothing } from '../links/past-date.ts';
import { quoted } from '../links/quoted.ts';
import { worse } from './facts.ts';
import { byRoomId, type Finding, type Severity } from './finding.ts';
import type { Policy } from './policy.ts';
import { isSafe } from './remedies.ts';
import type { Breach, Remedy, RoomSubject, Rule, Standard } from './rule.ts';
import { coverageFindings, type Scanned } from './rules-coverage.ts';
import { judgingRules } from './rules.ts';
import { type AmbiguousTitle, withWaiver } from './waivers.ts';

/** A finding, and what would mend it; null where there is no safe fix. */
export interface Judged {
  readonly finding: Finding;
  readonly remedy: Remedy | null;
}

/** Everything that a room and its links break of the rules, by the policy and its waivers. All are `new` or `waived`. */
export function judgeRoom(subject: RoomSubject): readonly Judged[] {
  return judgingRules.flatMap((rule) =>
    subject.policy.severity.get(rule.id) === 'off'
      ? []
      : rule.judge(subject).map((breach) => judged(rule, breach, subject)),
  );
}

/** What a scan could not see, by the policy and its waivers. */
export function judgeCoverage(scanned: Scanned, standard: Standard): readonly Finding[] {
  return coverageFindings(scanned).flatMap((finding) => {
    const severity = standard.policy.severity.get(finding.rule) ?? finding.severity;
    return severity === 'off' ? [] : [waivable({ ...finding, severity }, { ...standard, links: [] })];
  });
}

/** DSL026 for rooms of the file that an audit of everything has not met: their links are missing, all of them. */
export function judgeAbsentRooms(absent: readonly FileRoom[], standard: Standard): readonly Finding[] {
  return absent
    .filter((room) => !wantsNothing(room, standard.now))
    .flatMap(({ room, line }) => {
      const named = room.by === 'id' ? { roomId: room.id, roomTitle: '' } : { roomId: '', roomTitle: room.title };
      const message = `Differs from the file: the room of line ${line} is not there, so its links are missing.`;
      return withoutRoom('DSL026', { ...named, message }, standard);
    });
}

/** DSL903 for titles that several rooms have. Their waivers are not among those of the standard any more. */
export function judgeAmbiguousTitles(ambiguous: readonly AmbiguousTitle[], standard: Standard): readonly Finding[] {
  return ambiguous.flatMap(({ title, waivers, rooms }) => {
    const ids = rooms
      .map(({ id }) => id)
      .toSorted(byRoomId)
      .join(', ');
    const message = waivers
      .map(
        ({ rule, line }) =>
          `The waiver of ${rule} in line ${line} of the policy file waives nothing: ${rooms.length} rooms have the title ${quoted(title)}: ${ids}.`,
      )
      .join(' ');
    return withoutRoom('DSL903', { roomId: '', roomTitle: title, message }, standard);
  });
}

/** A finding of a rule about rooms where no room was read; none where the rule is off. */
function withoutRoom(
  id: string,
  what: Pick<Finding, 'roomId' | 'roomTitle' | 'message'>,
  standard: Standard,
): readonly Finding[] {
  const rule = judgingRules.find((one) => one.id === id);
  if (rule === undefined || standard.policy.severity.get(id) === 'off') return [];
  const severity = severityOf(rule, {}, standard.policy);
  const finding = { rule: id, name: rule.name, severity, status: 'new', linkId: '', linkTitle: '', fix: '' } as const;
  return [waivable({ ...finding, ...what }, { ...standard, links: [] })];
}

function judged(rule: Rule, breach: Breach, subject: RoomSubject): Judged {
  const { room, links } = subject;
  const link = breach.link === null ? null : (links.find(({ id }) => id === breach.link?.id) ?? null);
  const remedy =
    breach.remedy !== undefined && link !== null && isSafe(breach.remedy, { ...subject, link }) ? breach.remedy : null;
  const finding: Finding = {
    rule: rule.id,
    name: rule.name,
    severity: severityOf(rule, breach, subject.policy),
    status: 'new',
    roomId: room.id,
    roomTitle: room.title,
    linkId: link?.id ?? '',
    linkTitle: link?.title ?? '',
    message: breach.message,
    fix: remedy === null ? '' : remedyWords(remedy, subject.policy),
  };
  return { finding: waivable(finding, { ...subject, links: [...links, ...room.otherLinks] }), remedy };
}

/** The policy's own word counts; else the rule's, which what is required raises to medium at least. */
function severityOf(rule: Rule, breach: Pick<Breach, 'severity'>, policy: Policy): Severity {
  const set = policy.severity.get(rule.id);
  if (set !== undefined && set !== 'off') return set;
  const own = breach.severity ?? rule.severity;
  return rule.requiredBy !== undefined && policy.require.includes(rule.requiredBy) ? worse(own, 'medium') : own;
}

function waivable(finding: Finding, subject: Pick<RoomSubject, 'file' | 'links' | 'identity' | 'now'>): Finding {
  return withWaiver(finding, subject.file?.waivers ?? [], subject, subject.now);
}

/** What a remedy does, without the time: an audit of an unchanged portal says the same again. */
function remedyWords(remedy: Remedy, policy: Policy): string {
  if (remedy.do === 'revoke') return 'revoke the link';
  const { access, expiration, internal, denyDownload, maxUses } = remedy.to;
  return [
    ...(access === undefined ? [] : [`lower the role to ${accessLabel(access)}`]),
    ...(expiration === undefined ? [] : [`let the link end ${spokenDuration(policy.maxLifetime)} from now`]),
    ...(internal === undefined ? [] : ['let DocSpace users only use the link']),
    ...(denyDownload === undefined ? [] : ['restrict copying, downloading and printing']),
    ...(maxUses === undefined ? [] : [`let at most ${maxUses} people join by it`]),
  ].join(', ');
}
