import { listed } from '../links/find.ts';
import { quoted } from '../links/quoted.ts';
import type { RoomRule } from './rule.ts';
import { ambiguousIn } from './waivers.ts';

/** The rules about the waivers of the policy file. */
export const waiverRules: readonly RoomRule[] = [
  {
    id: 'DSL903',
    name: 'waiver-ambiguous',
    severity: 'medium',
    finds:
      'A waiver whose `link` fits several links of its room, or whose `room` is a title that several rooms have: it waives nothing.',
    why: 'A waiver must say what it accepts: otherwise it would hide findings that nobody has looked at.',
    advice:
      'Use more characters of the id in `link`, or `key:` and the key of a managed link; in `room`, use the id of the room.',
    fix: '',
    judge: ({ file, room, links }) => {
      const all = [...links, ...room.otherLinks].toSorted((one, other) => (one.id < other.id ? -1 : 1));
      const messages = ambiguousIn(file?.waivers ?? [], room, all).map(({ waiver, links: meant }) => {
        const start = waiver.link?.by === 'id' ? quoted(waiver.link.start) : '';
        const those = all.filter(({ id }) => meant.some((one) => one.id === id));
        return `The waiver of ${waiver.rule} in line ${waiver.line} of the policy file waives nothing: ${those.length} links of this room begin with ${start}: ${listed(those)}.`;
      });
      return messages.length === 0 ? [] : [{ link: null, message: messages.join(' ') }];
    },
  },
];
