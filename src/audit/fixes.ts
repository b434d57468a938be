import { narrowingChange, revokeChange, tooManyChanges, type Change } from '../links/change.ts';
import { isPermanent } from '../links/desired.ts';
import { changes, leastOpen, widenings } from '../links/settings.ts';
import { roomProblem, setsExpirationItself } from '../links/constraints.ts';
import { problem, type Problem } from '../links/problem.ts';
import type { Result } from '../links/result.ts';
import type { Room } from '../links/room.ts';
import { quoted } from '../links/text.ts';
import { wholeSeconds } from '../links/time.ts';
import type { PortalFacts } from './coverage.ts';
import type { AuditedLink } from './finding.ts';
import type { Evaluated } from './evaluate.ts';
import { isOpen } from './result.ts';
import { namedIn, type RoomLink } from './room-links.ts';
import type { SafeFix } from './rules/rule.ts';

/** What fixes a link, as far as the rules named in `fix` ask for it: one write. */
export interface PlannedFix {
  readonly room: Pick<Room, 'id' | 'title'>;
  /** The link as it was when the fix was planned. */
  readonly link: AuditedLink;
  /** How texts name it. */
  readonly shown: RoomLink;
  /** Ids of the rules that ask for it. */
  readonly rules: readonly string[];
  readonly safeFix: SafeFix;
  readonly change: Change;
}

/** A room that was evaluated. */
export interface EvaluatedRoom {
  readonly room: Room;
  /** All its links. */
  readonly roomLinks: readonly RoomLink[];
  readonly portal: PortalFacts;
  readonly evaluated: readonly Evaluated[];
}

/** The fixes of a room, and why others that the rules ask for cannot be made. */
export interface RoomFixes {
  readonly fixes: readonly PlannedFix[];
  readonly problems: readonly Problem[];
}

/** The settings that a safe fix changes. */
export type Settings = Extract<SafeFix, { readonly do: 'set' }>['to'];

/**
 * What the rules named in `fix` change in a room: one change a link. In an archived room there is nothing to be changed,
 * and no problem either: what was found there stays a finding.
 */
export function planFixes(
  subject: EvaluatedRoom,
  links: readonly AuditedLink[],
  rules: ReadonlySet<string>,
): RoomFixes {
  const fixes: PlannedFix[] = [];
  const problems: Problem[] = [];
  for (const link of links) {
    const planned = planFix(subject, link, rules);
    if (planned === null) continue;
    if (planned.value === undefined) problems.push(...planned.problems);
    else fixes.push(planned.value);
  }
  const constraint = fixes.length + problems.length === 0 ? null : roomProblem(subject.room);
  if (constraint === null) return { fixes, problems };
  return { fixes: [], problems: constraint.code === 'room-archived' ? [] : [constraint] };
}

/**
 * The one change that unites what the rules named in `fix` ask for of a link: a revoke goes before everything else; of
 * settings the narrowest. Null if nothing is to be done: no such finding, or only waived ones; a link that has expired,
 * which is never written except to revoke it; the permanent primary link of a room; settings that are so already.
 * A problem where the write would do other things than that.
 */
export function planFix(
  { room, roomLinks, portal, evaluated }: EvaluatedRoom,
  link: AuditedLink,
  rules: ReadonlySet<string>,
): Result<PlannedFix> | null {
  if (isPermanent({ room, ...link })) return null;
  const asked = evaluated.flatMap(({ finding, safeFix }) =>
    finding.linkId === link.id && rules.has(finding.rule) && isOpen(finding) && safeFix !== null
      ? [{ rule: finding.rule, safeFix }]
      : [],
  );
  const shown = namedIn(new Map([[room.id, roomLinks]]), { roomId: room.id, linkId: link.id });
  const common = { room: { id: room.id, title: room.title }, link, shown };
  const revoking = asked.filter(({ safeFix }) => safeFix.do === 'revoke');
  if (revoking.length > 0) {
    const change = revokeChange(room, link, null);
    return { value: { ...common, rules: idsOf(revoking), safeFix: { do: 'revoke' }, change } };
  }
  if (link.expired) return null;
  const to = united(
    asked.flatMap(({ safeFix }) => (safeFix.do === 'set' ? [safeFix.to] : [])),
    link,
  );
  // No rule changes a password, and no audit knows one.
  const before = { ...link, password: null };
  const fields = changes(link.type, before, { ...before, ...to });
  if (fields.length === 0) return null;
  const ids = idsOf(asked);
  const constraint = constraintOn(to, link, ids, room, portal);
  if (constraint !== null) return { problems: [constraint] };
  const change = narrowingChange(room, link, fields);
  return { value: { ...common, rules: ids, safeFix: { do: 'set', to }, change } };
}

/** More fixes than `max-changes` lets through; null if there are not. */
export function tooManyProblem(fixes: readonly PlannedFix[], maxChanges: number): Problem | null {
  return tooManyChanges(
    fixes.map(({ change }) => change),
    maxChanges,
  );
}

/** `link 6f1c… "Press kit" of room 2201 "Contract 2027"`, with the whole id, within a sentence. */
export function fixedLink(room: PlannedFix['room'], link: Pick<AuditedLink, 'id' | 'title'>): string {
  return `link ${link.id} ${quoted(link.title)} of room ${room.id} ${quoted(room.title)}`;
}

function idsOf(asked: readonly { readonly rule: string }[]): readonly string[] {
  return [...new Set(asked.map(({ rule }) => rule))];
}

/**
 * The narrowest of the settings that are asked for. Dates are whole seconds. The portal takes no limit below the number
 * of people who have joined (portal.md §2), so that number is the lowest.
 */
function united(asked: readonly Settings[], { uses }: AuditedLink): Settings {
  const to = leastOpen(asked);
  const { expiration, maxUses } = to;
  return {
    ...to,
    ...(expiration === undefined ? {} : { expiration: wholeSecondsOf(expiration) }),
    ...(maxUses === undefined || maxUses === null ? {} : { maxUses: Math.max(maxUses, uses ?? 0) }),
  };
}

function wholeSecondsOf(date: Date | null): Date | null {
  return date === null ? null : wholeSeconds(date);
}

/** Why settings that are asked for are not written: the portal would change others with them, or a rule is wrong. */
function constraintOn(
  to: Settings,
  link: AuditedLink,
  rules: readonly string[],
  room: Room,
  { version, sharing }: PortalFacts,
): Problem | null {
  const name = fixedLink(room, link);
  const before = { ...link, password: null };
  const after = { ...before, ...to };
  const wider = widenings(link.type, before, after);
  if (wider.length > 0) {
    return problem(
      'internal',
      `What ${rules.join(', ')} would change makes ${name} more open (${wider.join(', ')}), so it is not done.`,
    );
  }
  if (setsExpirationItself(link.type, version)) {
    return problem(
      'portal-too-old',
      `This portal is older than 3.7: its invitation links expire 7 days after each change, whatever date is sent, which may be later than now. So ${rules.join(', ')} cannot be fixed for ${name}.`,
      'Update DocSpace to 3.7 or later, or revoke the invitation link.',
    );
  }
  if (link.type === 'external' && !after.internal && sharing?.restrictedInRooms === true) {
    return problem(
      'sharing-restricted',
      `The portal restricts external sharing: it refuses to change a link for anyone, or makes it one for DocSpace users only. So ${rules.join(', ')} cannot be mended for ${name}.`,
      'Revoke the link, or make it "DocSpace users only" in DocSpace.',
    );
  }
  return null;
}
