import { accessCode, accessLabel, accessOf } from './access.ts';
import {
  type Action,
  type Expiration,
  fieldsNotFor,
  isPermanent,
  oldInvitationLifetime,
  portalsDateTolerance,
  type DesiredLink,
} from './desired.ts';
import { type Found, listed } from './find.ts';
import { kindOf, type Link, type LinkSettings } from './link.ts';
import { problem, type Problem } from './problem.ts';
import { allowsAccess, type LinkKind, type LinkType, type RoomType } from './room-types.ts';
import { type PortalVersion, type Room, roomName, type RoomState } from './room.ts';
import { quoted } from './text.ts';
import { formatDuration, formatInstant } from './time.ts';

/** Why nothing can be written in this room; null if it can be. */
export function roomProblem(room: Room): Problem | null {
  if (room.area === 'archived') {
    return problem('room-archived', `${roomName(room)} is in the Archive: its links cannot be changed.`);
  }
  if (room.area === 'template') {
    return problem('room-template', `${roomName(room)} is a room template: templates have no links.`);
  }
  if (room.type === null) {
    return problem(
      'not-possible',
      `${roomName(room)} is of a type (${room.typeCode}) that this action does not know.`,
      'Update the action; if there is no newer version, please report the type.',
    );
  }
  if (!room.canEditAccess) {
    return problem(
      'not-room-manager',
      `The user who owns the API key is not a manager of room ${room.id} ${quoted(room.title)}, so the portal shows and changes none of its links for this key.`,
    );
  }
  return null;
}

/** Before 3.7 the portal itself dates every invitation it writes (portal.md §4.3). */
export function setsExpirationItself(type: LinkType, version: PortalVersion): boolean {
  return type === 'invitation' && version !== '3.7';
}

/** Links of one kind that stay where they are: those of the same key that go make place. */
export function linksOfKind(state: RoomState, found: Found, kind: LinkKind): readonly Link[] {
  return state.links.filter((link) => kindOf(link) === kind && !found.duplicates.includes(link));
}

/** Everything that forbids what a desired link means for a room that is known to be writable. */
export function planProblems(
  state: RoomState,
  found: Found,
  desired: DesiredLink,
  action: Action,
  target: LinkSettings,
): readonly Problem[] {
  const { room } = state;
  const type = room.type as RoomType; // roomProblem() refused rooms of unknown type
  const where = `${type.label} ${room.id} ${quoted(room.title)}`;
  const kind = kindOf(found);
  const roles = type.access[found.type];
  if (roles === undefined) {
    return [
      problem(
        'kind-not-available',
        `${where} has invitation links only.`,
        `Use \`link-type: invitation\` here, or another type of room.`,
      ),
    ];
  }
  const problems = [
    ...fieldProblems(found, desired),
    ...internalProblems(state, found, desired, where, target),
    ...expirationProblems(state, found, desired, action, where, target),
    ...usesProblems(state, found, desired, action),
  ];
  if (action === 'none') return problems;
  if (!allowsAccess(type, found.type, target.access)) {
    const allowed = roles.map((name) => `\`${name}\` (${accessLabel(accessCode(name))})`);
    const asked = accessOf(target.access) ?? String(target.access);
    const given =
      desired.access === undefined ? (found.current === null ? ', the default,' : ', which it has now,') : '';
    problems.push(
      problem(
        'access-not-available',
        `\`access: ${asked}\`${given} is not possible for ${kindWords[kind]} of ${where}. Possible: ${allowed.join(', ')}.`,
      ),
    );
  }
  const limit = type.limits[kind];
  const taken = linksOfKind(state, found, kind);
  if (action === 'create' && taken.length >= limit) problems.push(limitProblem(where, kind, limit, taken));
  return problems;
}

const kindWords: Readonly<Record<LinkKind, string>> = {
  additional: 'an additional link',
  primary: 'the primary link',
  invitation: 'the invitation link',
};

function limitProblem(where: string, kind: LinkKind, limit: number, taken: readonly Link[]): Problem {
  if (limit === 0) {
    return problem('limit-reached', `${where} has no additional links, only the primary one.`, 'Use `primary: true`.');
  }
  return problem('limit-reached', `${where} holds ${limit} ${kind} links, and all places are taken: ${listed(taken)}.`);
}

/** Fields that make no sense for the link's type, where only the room told which type that is. */
function fieldProblems(found: Found, desired: DesiredLink): Problem[] {
  const names = fieldsNotFor(desired, found.type);
  if (names.length === 0) return [];
  const what = found.type === 'external' ? 'an external link' : 'an invitation link';
  return [
    problem('not-possible', `This is ${what}: ${names.map((name) => `\`${name}\``).join(', ')} cannot be set for it.`),
  ];
}

function internalProblems(
  { room, version }: RoomState,
  found: Found,
  desired: DesiredLink,
  where: string,
  target: LinkSettings,
): Problem[] {
  if (found.type === 'invitation' || !target.internal) return [];
  if ((room.type as RoomType).internal === false) {
    const given = desired.internal === undefined ? 'The default `internal: true`' : '`internal: true`';
    return [
      problem(
        'not-possible',
        `${given} ("DocSpace users only") is not possible in ${where}: its links are always for anyone.`,
        'If anyone with the link may see this room, write `internal: false`.',
      ),
    ];
  }
  // It would take the request and make a link for anyone, if only until that is read back (portal.md §4.3).
  if (version !== '3.2') return [];
  return [
    problem(
      'portal-too-old',
      'This portal is older than 3.5: its links are for anyone, `internal: true` ("DocSpace users only") is not possible.',
      'If anyone with the link may see this room, write `internal: false`; or update DocSpace.',
    ),
  ];
}

function expirationProblems(
  state: RoomState,
  found: Found,
  desired: DesiredLink,
  action: Action,
  where: string,
  target: LinkSettings,
): Problem[] {
  const { expiration } = desired;
  if (expiration !== undefined && expiration.kind !== 'never' && isPermanent({ room: state.room, ...found })) {
    const additional = (state.room.type as RoomType).limits.additional > 0;
    return [
      problem(
        'not-possible',
        `The primary link of ${where} is permanent: it cannot expire.`,
        additional
          ? 'Use an additional link (without `primary`) for access that ends, or leave `expiration` out.'
          : 'Leave `expiration` out, or use an invitation or a Custom room, whose additional links can expire.',
      ),
    ];
  }
  if (action === 'none' || !setsExpirationItself(found.type, state.version)) return [];
  return oldInvitationProblems(expiration, found.current, target);
}

/**
 * Before 3.7 a write gives an invitation a week from then, whatever date it carries (portal.md §4.3): so it can neither
 * get another date nor keep the one that it has. `target` has the date that the portal will set.
 */
function oldInvitationProblems(
  expiration: DesiredLink['expiration'],
  current: Link | null,
  target: LinkSettings,
): Problem[] {
  const old =
    'This portal is older than 3.7: its invitation links expire 7 days after each change, whatever date is sent.';
  if (expiration === undefined) {
    if (current?.expired !== false) return [];
    const present = current.expiration === null ? 'never' : formatInstant(current.expiration);
    return [
      problem(
        'portal-too-old',
        `${old} It cannot keep the current expiration (${present}) through this change.`,
        'If 7 days from now is right, write `expiration: 7d`. Otherwise update DocSpace to 3.7 or later.',
      ),
    ];
  }
  if (isPortalsDate(expiration, target)) return [];
  return [
    problem(
      'portal-too-old',
      `${old} It cannot set the requested expiration (${expirationWords(expiration)}).`,
      'Write `expiration: 7d` for this link, or update DocSpace to 3.7 or later.',
    ),
  ];
}

/** Whether what is asked is the date that the portal sets by itself. */
function isPortalsDate(expiration: Expiration, { expiration: end }: LinkSettings): boolean {
  switch (expiration.kind) {
    case 'never':
      return false;
    case 'duration':
      return expiration.milliseconds === oldInvitationLifetime;
    case 'instant':
      return end !== null && Math.abs(expiration.at.getTime() - end.getTime()) <= portalsDateTolerance;
  }
}

function expirationWords(expiration: Expiration): string {
  switch (expiration.kind) {
    case 'never':
      return 'never';
    case 'duration':
      return `${formatDuration(expiration.milliseconds)} from now`;
    case 'instant':
      return formatInstant(expiration.at);
  }
}

function usesProblems(state: RoomState, found: Found, desired: DesiredLink, action: Action): Problem[] {
  const { maxUses } = desired;
  if (found.type !== 'invitation' || typeof maxUses !== 'number') return [];
  if (state.version !== '3.7') {
    return [problem('portal-too-old', 'A limit of uses needs a portal of version 3.7 or later; this one is older.')];
  }
  // A link with a new id has no uses yet; of one that stays the portal refuses a limit below them (portal.md §2).
  const uses = action === 'update' ? (found.current?.uses ?? 0) : 0;
  if (maxUses >= uses) return [];
  return [
    problem(
      'not-possible',
      `\`max-uses: ${maxUses}\` is less than the ${uses} people who have joined by this invitation link.`,
      `Use \`max-uses: ${uses}\` to let nobody else in, or revoke the link.`,
    ),
  ];
}
