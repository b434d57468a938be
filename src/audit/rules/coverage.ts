import type { Problem, ProblemCode } from '../../links/problem.ts';
import type { UnreadRoom, Unreadable } from '../coverage.ts';
import type { Rule, ScanViolation } from './rule.ts';

/** Rooms whose links the key may not see. */
export const roomUnreadable: Rule = {
  id: 'DSL900',
  name: 'room-unreadable',
  severity: 'high',
  scope: 'room',
  ofUnread: true,
  finds:
    'A room whose links the key may not see; or one that says that it has an external link, and whose list has none.',
  why: 'The audit is incomplete: an empty answer is not a clean one. What the room tells everybody who sees it is in the finding (DocSpace 3.7 or later).',
  advice: 'Make the user who owns the API key a Room manager of the room.',
  fix: '',
  inScan: ({ unread }) =>
    unread.flatMap((one) =>
      one.kind === 'unreadable' ? [ofUnread(one, `${whyUnreadable[one.why]} ${reportedByRoom(one.room)}`)] : [],
    ),
};

/** Rooms that were not read for another reason, and a list of rooms that is not whole. */
export const scanIncomplete: Rule = {
  id: 'DSL901',
  name: 'scan-incomplete',
  severity: 'high',
  scope: 'room',
  ofUnread: true,
  finds:
    'A list of rooms that is empty or not whole; a room that could not be read, also because the key stopped working; a room that `rooms` names and that is not there.',
  why: 'The audit is incomplete: rooms that were not read cannot be assumed clean.',
  advice: 'Correct `rooms`, or run the audit again; if the finding stays, look at the portal.',
  fix: '',
  inScan: ({ unread, paging }) => [
    ...unread.flatMap((one) => (one.kind === 'failed' ? [ofUnread(one, whyFailed(one.problem))] : [])),
    ...(paging === null ? [] : [ofPortal(`The list of rooms is not whole: ${paging.message}`)]),
  ],
};

const oldPortal: Rule = {
  id: 'DSL902',
  name: 'old-portal',
  severity: 'info',
  scope: 'portal',
  needs: 'version',
  finds: 'A portal older than DocSpace 3.7.',
  why: 'Reading removes expired invitations there, and invitations last 7 days: the report may differ from the screen.',
  advice: 'Update DocSpace.',
  fix: '',
  inScan: ({ version }) =>
    version === null || version === '3.7'
      ? []
      : [
          ofPortal(
            'The portal is older than DocSpace 3.7: reading removes its expired invitations, and invitations last 7 days.',
          ),
        ],
};

/** The rules about what the audit could not see. */
export const coverageRules: readonly Rule[] = [roomUnreadable, scanIncomplete, oldPortal];

/** A room that was named and is not there, or is not the only one, says so itself. */
function whyFailed({ code, message }: Problem): string {
  return namesNothing.includes(code) ? message : `The room could not be read: ${message}`;
}

const namesNothing: readonly ProblemCode[] = ['room-not-found', 'not-a-room', 'room-ambiguous'];

/** What is wrong with the names in `rooms`, of the rooms that were not read. */
export function misnamed(unread: readonly UnreadRoom[]): readonly Problem[] {
  return unread.flatMap((one) =>
    one.kind === 'failed' && namesNothing.includes(one.problem.code) ? [one.problem] : [],
  );
}

function ofUnread({ room }: UnreadRoom, message: string): ScanViolation {
  return { roomId: room.id, roomTitle: room.title, message };
}

function ofPortal(message: string): ScanViolation {
  return { roomId: '', roomTitle: '', message };
}

/** Why the links of a room were not seen, and what to do. */
export const whyUnreadable: Readonly<Record<Unreadable, string>> = {
  'not-manager': 'The links could not be read: the user who owns the API key must become a Room manager of the room.',
  'not-visible': 'The user who owns the API key cannot see the room: invite that user as Room manager.',
  'says-shared':
    'The room says that it has an external link, and its list has none: the user who owns the API key must become a Room manager of the room.',
};

/** What a room tells everybody who sees it of its links (portal.md §7). */
export function reportedByRoom({ shared, sharedExternal }: UnreadRoom['room']): string {
  if (shared === null) return 'Whether it has external links is not known.';
  if (!shared) return 'It says that it has no external link; of invitations it says nothing.';
  if (sharedExternal === null) return 'It says that it has an external link.';
  return sharedExternal
    ? 'It says that it has an external link that is open to anyone.'
    : 'It says that it has an external link, and none that is open to anyone.';
}
