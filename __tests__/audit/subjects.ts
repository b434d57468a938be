import type { PortalFacts } from '../../src/audit/coverage.ts';
import { type Evaluated, evaluateRoom } from '../../src/audit/evaluate.ts';
import type { AuditedLink, AuditedRoom, Finding } from '../../src/audit/finding.ts';
import {
  type ConfigFile,
  effectivePolicy,
  type PolicySettings,
  type RoomPattern,
  silentPolicy,
  type Waiver,
} from '../../src/audit/policy.ts';
import type { AuditContext, RoomSubject, ScanSubject } from '../../src/audit/rules/rule.ts';
import { plainSettings } from '../../src/links/settings.ts';
import { parseRoomPattern } from '../../src/values/rooms.ts';
import { after, bareSettings, day, foreignId, identity, now, roomOf } from '../support/links.ts';

/** A link of somebody else that breaks no rule: for DocSpace users only, a month long, with a title that says something. */
export function auditedLink(more: Partial<AuditedLink> = {}): AuditedLink {
  const type = more.type ?? 'external';
  return {
    ...plainSettings(bareSettings),
    id: foreignId,
    type,
    primary: false,
    title: 'For the auditors',
    access: 2,
    expiration: after(20 * day),
    expirationOffset: 0,
    expired: false,
    internal: type === 'external',
    hasPassword: false,
    passwordFits: null,
    maxUses: type === 'invitation' ? 20 : null,
    uses: type === 'invitation' ? 0 : null,
    managed: false,
    ...more,
  };
}

/** A link for anyone that breaks no rule. */
export function anyone(more: Partial<AuditedLink> = {}): AuditedLink {
  return auditedLink({ internal: false, hasPassword: true, passwordFits: true, ...more });
}

/** An invitation that breaks no rule. */
export function invitation(more: Partial<AuditedLink> = {}): AuditedLink {
  return auditedLink({ type: 'invitation', ...more });
}

/** A room of this type, changed yesterday, whose owner is active. */
export function auditedRoom(typeCode?: number, more: Partial<AuditedRoom> = {}): AuditedRoom {
  return { ...roomOf(typeCode), modified: after(-day), ownerActive: true, otherLinks: [], ...more };
}

/** Policy settings that say nothing but this. */
export function settings(more: Partial<PolicySettings> = {}): PolicySettings {
  return { ...silentPolicy, ...more };
}

/** What a room is evaluated by. */
export function contextOf(policy: Partial<PolicySettings> = {}, more: Partial<AuditContext> = {}): AuditContext {
  return {
    policy: effectivePolicy(settings(policy), null).policy,
    file: null,
    now,
    linkType: 'all',
    identity,
    usesBefore: new Map(),
    closedPullRequests: null,
    ...more,
  };
}

/** A file with nothing but these waivers. */
export function fileOf(waivers: readonly Waiver[], more: Partial<ConfigFile> = {}): ConfigFile {
  return { path: 'links.yml', rooms: [], policy: settings(), waivers, policyLine: null, ...more };
}

/** A pattern of the policy, as the file would be read. */
export function pattern(text: string, line = 5): RoomPattern {
  const parsed = parseRoomPattern(text);
  if ('wrong' in parsed) throw new Error(parsed.wrong);
  return { reference: parsed.value, line };
}

/** A waiver of the finding of a link for half a year. */
export function waiver(rule: string, more: Partial<Waiver> = {}): Waiver {
  return {
    rule,
    room: { by: 'id', id: '7' },
    link: null,
    reason: 'press kit',
    owner: '@press',
    until: after(90 * day),
    line: 12,
    ...more,
  };
}

const portal: PortalFacts = { version: '3.7', sharing: { restrictedInRooms: false, blocksExisting: false } };

/** A room with these links, and what it is evaluated by. */
export interface Case {
  readonly room?: AuditedRoom;
  readonly links?: readonly AuditedLink[];
  readonly policy?: Partial<PolicySettings>;
  readonly portal?: Partial<PortalFacts>;
  readonly more?: Partial<AuditContext>;
}

/** The subject of a case. */
export function subjectOf({ room = auditedRoom(), links = [], policy, portal: facts, more }: Case): RoomSubject {
  return { ...contextOf(policy, more), room, links, portal: { ...portal, ...facts } };
}

/** A scan that has read everything, unless `more` says otherwise. */
export function scanOf(more: Partial<ScanSubject> = {}, policy: Partial<PolicySettings> = {}): ScanSubject {
  return { ...contextOf(policy), unread: [], paging: null, version: '3.7', missing: [], ambiguous: [], ...more };
}

/** What is evaluated of a case, by this rule only. */
export function judgedBy(rule: string, one: Case): readonly Evaluated[] {
  return evaluateRoom(subjectOf(one)).filter(({ finding }) => finding.rule === rule);
}

/** The one finding of a case by this rule; fails without it. */
export function findingOf(rule: string, one: Case): Finding {
  const [evaluated, ...others] = judgedBy(rule, one);
  if (evaluated === undefined || others.length > 0)
    throw new Error(`${rule} finds ${others.length + (evaluated ? 1 : 0)}.`);
  return evaluated.finding;
}
