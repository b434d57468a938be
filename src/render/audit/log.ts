import type { Coverage, UnreadRoom } from '../../audit/coverage.ts';
import { type Finding, severities } from '../../audit/finding.ts';
import type { EffectivePolicy, Policy, RoomPattern } from '../../audit/policy.ts';
import { type Counts, countsOf, isOpen, type NotSeen } from '../../audit/result.ts';
import { namedIn, type RoomLinks } from '../../audit/room-links.ts';
import type { UnmetName } from '../../audit/room-patterns.ts';
import { roomUnreadable, scanIncomplete, reportedByRoom, whyUnreadable } from '../../audit/rules/coverage.ts';
import type { NotEvaluated } from '../../audit/rules/needs.ts';
import { ruleOf } from '../../audit/rules/registry.ts';
import { accessOf } from '../../links/access.ts';
import { problemTable } from '../../links/problem.ts';
import { referenceWords } from '../../links/room.ts';
import { quoted, stripInvisible } from '../../links/text.ts';
import { durationText } from '../../links/time.ts';
import { roomName, shownLink } from '../log.ts';
import { whereAll } from './tables.ts';

/** Nobody reads more in a log: of findings, of those that are only good to know, and of names of rooms in a group. */
const most = { findings: 100, info: 20, names: 20 } as const;

/**
 * How much of what was asked for was read, as every text of an audit begins: `140 of 180 rooms read; 40 not readable
 * with this key`. Coverage alone does not tell a list of rooms that broke off if rooms are unread besides: then
 * `listBrokeOff` does.
 */
export function coverageWords(coverage: Coverage, listBrokeOff = false): string {
  const { total, read, complete, unreadable, failed, excluded, gone, unasked } = coverage;
  const broke = listBrokeOff || (!complete && read === total);
  const rest = [
    [unreadable, 'not readable with this key'],
    [failed, 'failed'],
    [excluded, 'excluded'],
    [gone, 'deleted meanwhile'],
    [unasked, 'of those read not asked, having no external link'],
  ] as const;
  return [
    readWords(total, read, complete),
    ...(broke ? ['the list of rooms is not whole'] : []),
    ...rest.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`),
  ].join('; ');
}

function readWords(total: number, read: number, complete: boolean): string {
  if (complete && total === 0) return 'No rooms to read';
  return complete && total > 1 ? `All ${total} rooms read` : `${read} of ${roomsWord(total)} read`;
}

function roomsWord(count: number): string {
  return `${count} ${count === 1 ? 'room' : 'rooms'}`;
}

/** `2 critical, 5 high, 1 medium`, or `no findings`. */
export function severityWords(counts: Counts): string {
  const reported = severities.filter((severity) => counts[severity] > 0).map((one) => `${counts[one]} ${one}`);
  return reported.length === 0 ? 'no findings' : reported.join(', ');
}

/** `2 critical, 5 high; 4 new, 3 known, 2 fixed; 3 waived`: new and known ones are told apart only with a baseline. */
export function countWords(counts: Counts, baseline: boolean): string {
  const since = [
    ...(baseline ? [`${counts.new} new`, `${counts.known} known`] : []),
    ...(baseline || counts.fixed > 0 ? [`${counts.fixed} fixed`] : []),
  ];
  return [
    severityWords(counts),
    ...(since.length === 0 ? [] : [since.join(', ')]),
    ...(counts.waived === 0 ? [] : [`${counts.waived} waived`]),
  ].join('; ');
}

/** `Not evaluated: DSL024 (needs …), DSL027 (needs …)`; '' if all rules that are on were evaluated. */
export function notEvaluatedWords(those: readonly NotEvaluated[]): string {
  if (those.length === 0) return '';
  return `Not judged: ${those.map(({ rule, needs }) => `${rule} (needs ${needs})`).join(', ')}`;
}

/** How much of the baseline this audit has not looked at; '' if it is nothing. */
export function notSeenWords(notSeen: NotSeen | undefined): string {
  const count = notSeen?.findings.length ?? 0;
  if (count === 0) return '';
  return `${count} ${count === 1 ? 'finding' : 'findings'} of the baseline not checked this time: neither known nor fixed`;
}

/**
 * Whether a finding says no more than that one room could not be read: of these there may be many alike, so they are
 * told together, and not among the findings.
 */
export function isOfUnreadRoom({ rule, roomId, roomTitle }: Finding): boolean {
  return ruleOf(rule)?.ofUnread === true && (roomId !== '' || roomTitle !== '');
}

/**
 * The findings for the log, in their order, two lines each: at most 100, and 20 that are only good to know. Waived and
 * fixed ones are not told, nor those that `unreadLines` tells. New ones are marked only if there is a `baseline`.
 */
export function findingLines(findings: readonly Finding[], baseline: boolean, roomLinks: RoomLinks): readonly string[] {
  const reported = findings.filter((finding) => isOpen(finding) && !isOfUnreadRoom(finding));
  const grave = reported.filter(({ severity }) => severity !== 'info');
  const info = reported.filter(({ severity }) => severity === 'info');
  const lines = (finding: Finding): readonly string[] => linesOf(finding, baseline, roomLinks);
  return [
    ...grave.slice(0, most.findings).flatMap(lines),
    ...moreLine(grave.slice(most.findings)),
    ...info.slice(0, most.info).flatMap(lines),
    ...moreLine(info.slice(most.info)),
  ];
}

function linesOf(finding: Finding, baseline: boolean, roomLinks: RoomLinks): readonly string[] {
  const { rule, name, severity, status, roomId, roomTitle, linkId, linkTitle, message, fix } = finding;
  const where = [
    ...(roomId === '' ? [] : [roomName({ id: roomId, title: roomTitle })]),
    ...(roomId === '' && roomTitle !== '' ? [`Room ${quoted(roomTitle)}`] : []),
    ...(linkId === '' ? [] : [`link ${shownLink(namedIn(roomLinks, finding), linkTitle)}`]),
  ];
  const mark = baseline && status === 'new' ? ' (new)' : '';
  return [
    [`${severity}${mark}`, `${rule} ${name}`, ...where].join(' · '),
    `  ${message}${fix === '' ? '' : ` → fix: ${fix}`}`,
  ];
}

function moreLine(rest: readonly Finding[]): readonly string[] {
  return rest.length === 0 ? [] : [`… and ${severityWords(countsOf(rest))} more: ${whereAll}`];
}

/** Rooms that could not be read, for the log: by why, with what to do, at most 20 of each by name. */
export function unreadLines(unread: readonly UnreadRoom[]): readonly string[] {
  return [...Map.groupBy(unread, reasonOf)].flatMap(([reason, rooms]) => [
    `${roomsWord(rooms.length)} not read · ${reason}`,
    ...mostOpenFirst(rooms)
      .slice(0, most.names)
      .map((one) => `  - ${nameOf(one)}`),
    ...(rooms.length > most.names ? [`  … and ${rooms.length - most.names} more: ${whereAll}`] : []),
  ]);
}

function reasonOf(one: UnreadRoom): string {
  if (one.kind === 'failed')
    return `${scanIncomplete.id} · ${problemTable[one.problem.code].title}. ${one.problem.hint}`;
  return `${roomUnreadable.id} · ${whyUnreadable[one.why]}`;
}

function mostOpenFirst(rooms: readonly UnreadRoom[]): readonly UnreadRoom[] {
  const openness = ({ room }: UnreadRoom): number =>
    Number(room.shared === true) + Number(room.sharedExternal === true);
  return [...rooms].sort((one, other) => openness(other) - openness(one));
}

function nameOf(one: UnreadRoom): string {
  const { room } = one;
  const name = room.id === '' ? `Room ${quoted(room.title)}` : room.title === '' ? `Room ${room.id}` : roomName(room);
  if (one.kind === 'failed') return `${name}: ${one.problem.message}`;
  return room.shared === null ? name : `${name}. ${reportedByRoom(room)}`;
}

const areaWords = { active: 'active room', archived: 'archived room', any: 'room' } as const;

/** That a name of the policy file is about no room of an audit of all rooms of this area, and which may be meant. */
export function unmetWords(
  { where, reference, line, near }: UnmetName,
  path: string,
  area: keyof typeof areaWords,
): string {
  const name = where === 'waiver' ? 'The waiver of room' : `\`${where}\`:`;
  const titled = reference.by === 'id' ? 'has this id; digits are never a title' : 'has such a title';
  const meant =
    near.length === 0
      ? 'Correct the name, or remove it.'
      : `Did you mean ${near.map(({ id, title }) => `${quoted(title)} (${id})`).join(', ')}?`;
  return `${name} ${referenceWords(reference)} (line ${line} of ${stripInvisible(path)}) meets no room: no ${areaWords[area]} that this key can see ${titled}. ${meant}`;
}

/**
 * Which value of the policy came from where: `Policy: max-lifetime 30d (default) · max-access viewer (input) · …`. Values
 * that are not given and have no default are left out.
 */
export function policyLine({ policy, origins }: EffectivePolicy): string {
  const parts = (Object.keys(shown) as (keyof typeof shown)[]).flatMap((name) => {
    const { label, value } = shown[name];
    const text = value(policy);
    return text === '' ? [] : [`${label} ${text} (${origins[name]})`];
  });
  return `Policy: ${parts.join(' · ')}`;
}

const originOf = (access: number): string => accessOf(access) ?? String(access);

const listed = (patterns: readonly RoomPattern[]): string =>
  patterns.map(({ reference }) => referenceWords(reference)).join(', ');

const shown = {
  maxLifetime: { label: 'max-lifetime', value: ({ maxLifetime }: Policy) => durationText(maxLifetime) },
  maxAccess: {
    label: 'max-access',
    value: ({ maxAccess, maxInvitationAccess: most }: Policy) =>
      most === maxAccess ? originOf(maxAccess) : `${originOf(maxAccess)}, of invitations ${originOf(most)}`,
  },
  require: { label: 'require', value: ({ require }: Policy) => require.join(', ') },
  severity: {
    label: 'severity',
    value: ({ severity }: Policy) => Array.from(severity, ([rule, word]) => `${rule}=${word}`).join(', '),
  },
  publicRooms: { label: 'public-rooms', value: ({ publicRooms }: Policy) => listed(publicRooms) },
  confidentialRooms: {
    label: 'confidential-rooms',
    value: ({ confidentialRooms }: Policy) => listed(confidentialRooms),
  },
  warnBefore: { label: 'warn-before', value: ({ warnBefore }: Policy) => durationText(warnBefore) },
  staleAfter: { label: 'stale-after', value: ({ staleAfter }: Policy) => durationText(staleAfter) },
  titlePattern: { label: 'title-pattern', value: ({ titlePattern }: Policy) => titlePattern?.source ?? '' },
} as const;
