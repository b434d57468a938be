import { listed } from '../../links/find.ts';
import { byRoomId, matches } from '../../links/room.ts';
import { quoted } from '../../links/text.ts';
import { type Finding } from '../finding.ts';
import type { Waiver } from '../policy.ts';
import { ambiguousIn, type AmbiguousTitle, type WaiverScope } from '../waivers.ts';
import { ofRoom } from './each-link.ts';
import type { RoomSubject, Rule, ScanViolation, Violation } from './rule.ts';

/** The rule about the waivers of the policy file. */
export const waiverRule: Rule = {
  id: 'DSL903',
  name: 'waiver-ambiguous',
  severity: 'medium',
  scope: 'links',
  finds:
    'A waiver whose `link` fits several links of its room, or whose `room` is a title that several rooms have: it waives nothing.',
  why: 'A waiver must say what it accepts: otherwise it would hide findings that nobody has looked at.',
  advice:
    'Use more characters of the id in `link`, or `key:` and the key of a managed link; in `room`, use the id of the room.',
  fix: '',
  inRoom: ambiguousLinks,
  inScan: ({ ambiguous }) => ambiguous.map(ambiguousRoom),
};

function ambiguousLinks({ file, room, links }: RoomSubject): readonly Violation[] {
  const all = [...links, ...room.otherLinks].toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const messages = ambiguousIn(file?.waivers ?? [], room, all).map(({ waiver, links: meant }) => {
    const start = waiver.link?.by === 'id' ? quoted(waiver.link.start) : '';
    const those = all.filter(({ id }) => meant.some((one) => one.id === id));
    return `The waiver of ${waiver.rule} in line ${waiver.line} of the policy file waives nothing: ${those.length} links of this room begin with ${start}: ${listed(those)}.`;
  });
  return messages.length === 0 ? [] : ofRoom(messages.join(' '));
}

function ambiguousRoom({ title, waivers, rooms }: AmbiguousTitle): ScanViolation {
  const ids = rooms
    .map(({ id }) => id)
    .toSorted(byRoomId)
    .join(', ');
  const messages = waivers.map(
    ({ rule, line }) =>
      `The waiver of ${rule} in line ${line} of the policy file waives nothing: ${rooms.length} rooms have the title ${quoted(title)}: ${ids}.`,
  );
  return { roomId: '', roomTitle: title, message: messages.join(' ') };
}

/** The waivers that a finding of this rule says to be ambiguous, in a room with these links. */
export function ambiguousBy(
  waivers: readonly Waiver[],
  { rule, roomId: id, roomTitle: title }: Finding,
  links: WaiverScope['links'],
): readonly Waiver[] {
  if (rule !== waiverRule.id) return [];
  // Of several rooms with one title the finding has no id.
  if (id === '') return waivers.filter(({ room }) => matches(room, { id, title }));
  return ambiguousIn(waivers, { id, title }, links).map(({ waiver }) => waiver);
}
