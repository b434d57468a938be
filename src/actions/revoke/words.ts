import { replacementsOf, listed } from '../../links/find.ts';
import type { Identity } from '../../links/identity.ts';
import type { Link } from '../../links/link.ts';
import type { PlanContext } from '../../links/plan-link.ts';
import type { RoomState } from '../../links/room.ts';
import { inOtherCase, noKeys, type Selection, type Selector } from '../../links/select.ts';
import { quoted } from '../../links/text.ts';
import { keyWords, listLine, roomName } from '../../render/log.ts';

/** What says which links are to go: a `RevokeTask`. */
interface Selecting {
  readonly selector: Selector;
}

/** What was found, and what follows from it; `permanent` is the link that is rotated. */
export function selectionLines(
  { selected, missing }: Selection,
  permanent: Link | null,
  state: RoomState,
  task: Selecting,
  now: Date,
): readonly string[] {
  const found = selected.map(
    (one) => `  ${one.link === permanent ? '±' : '-'} ${listLine(one.link, now, state.links)}${keyWords(one.key)}`,
  );
  const count = `${selected.length} ${selected.length === 1 ? 'link' : 'links'}`;
  return [
    selected.length === 0
      ? 'No such link → absent, nothing to revoke'
      : `${count} found → ${whatHappens(selected.length, permanent)}`,
    ...found,
    ...missing.map((name) => `  = ${quoted(name)}: not there`),
    ...otherInvitationLines(missing, state, task),
  ];
}

function whatHappens(count: number, permanent: Link | null): string {
  if (permanent === null) return 'revoke';
  return count === 1 ? 'rotate: new URL' : `revoke ${count - 1}, rotate 1 (new URL)`;
}

/** A link that is named by its id and has been replaced is gone, but access is not: the link in its place is live. */
export function replacementWords(
  { selected, missing }: Selection,
  state: RoomState,
  { selector }: Selecting,
  identity: Identity,
): readonly string[] {
  if (selector.by !== 'ids') return [];
  return missing.flatMap((id) => {
    const replacements = replacementsOf(state, id, identity).filter((replacement) =>
      selected.every(({ link }) => link !== replacement),
    );
    if (replacements.length === 0) return [];
    return [
      `Link ${id} is gone, but an earlier run put another one in its place, which stays: ${listed(replacements)}.`,
    ];
  });
}

type Warning = readonly [title: string, text: string];

/** Titles and texts of warnings about keys that no link has: they may be slips. */
export function slipWarnings(
  state: RoomState,
  selector: Selector,
  missing: readonly string[],
  { identity }: PlanContext,
): readonly Warning[] {
  const room = roomName(state.room);
  if (selector.by === 'keys') {
    const inCase = inOtherCase(state, missing, identity).map(({ key, other }): Warning => [
      'Key in another case',
      `\`key\` names ${quoted(key)}, which no link has; ${room} has a link with the key ${quoted(other)}. Case matters in keys.`,
    ]);
    const none = noKeys(state, missing, identity).map(({ key, what }): Warning => [
      'Not a key',
      `\`key\` names ${quoted(key)}, and no link of ${room} has that key: ${what}.`,
    ]);
    return [...inCase, ...none];
  }
  if (selector.by !== 'managed' || missing.length === 0) return [];
  const keys = `${missing.length === 1 ? 'the key' : 'the keys'} ${missing.map(quoted).join(', ')}`;
  return [
    [
      'Nothing to except',
      `\`except-keys\` names ${keys}: ${room} has no such link of this repository. Check the spelling: every link that \`except-keys\` does not name is revoked.`,
    ],
  ];
}

/** A key does not find the invitation that it has taken over (`adopt`), so what is there is told. */
function otherInvitationLines(
  missing: readonly string[],
  { links }: RoomState,
  { selector }: Selecting,
): readonly string[] {
  const invitations = links.filter(({ type }) => type === 'invitation');
  if (selector.by !== 'keys' || missing.length === 0 || invitations.length === 0) return [];
  return [`  The room has an invitation link that stays: ${listed(invitations)}. \`link-id\` revokes it.`];
}
