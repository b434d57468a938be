import { describedLinks, driftOf } from '../../links/drift.ts';
import type { FileRoom } from '../../links/declared.ts';
import { wantsNothing } from '../../links/past-date.ts';
import { isPermanentPrimary } from '../facts.ts';
import type { AuditedLink } from '../finding.ts';
import { revoke } from './remedies.ts';
import type { RoomSubject, Rule, ScanViolation, Violation } from './rule.ts';

/** The rules about what the file of links describes. */
export const fileRules: readonly Rule[] = [
  {
    id: 'DSL025',
    name: 'unmanaged',
    severity: 'medium',
    scope: 'link',
    requiredBy: 'managed',
    onlyIfRequired: true,
    finds: 'A link that this repository did not make and that the file does not describe, with `require: managed`.',
    why: 'It was made by hand, outside of review.',
    advice: 'Describe the link in the file that `apply` keeps, or revoke it.',
    fix: 'revokes the link; not a permanent primary link',
    inRoom: (subject) => unmanaged(subject).map((link) => handmade(link, subject)),
  },
  {
    id: 'DSL026',
    name: 'drift',
    severity: 'medium',
    scope: 'links',
    needs: 'file',
    ofMissingRooms: true,
    finds: 'A link of the file that differs from the file, or is not there.',
    why: 'It was changed by hand.',
    advice: 'Run `apply`, or change the file.',
    fix: '',
    inRoom: driftOfRoom,
    inScan: ({ missing, now }) => missing.filter((room) => !wantsNothing(room, now)).map(driftOfMissingRoom),
  },
];

/** Links that nobody has reviewed: not made by this repository, and not described in its file. */
function unmanaged({ file, room, links, identity, portal: { version } }: RoomSubject): readonly AuditedLink[] {
  const described = file === null ? [] : describedLinks(file, room, links, { identity, version });
  return links.filter(({ id, managed }) => !managed && !described.includes(id));
}

function handmade(link: AuditedLink, { room }: RoomSubject): Violation {
  const message = 'This repository did not make the link, and does not describe it.';
  if (!isPermanentPrimary(room, link)) return { link, message, safeFix: revoke };
  return { link, message: `${message} The portal itself makes it in every room of this type.` };
}

function driftOfRoom({ file, room, links, now, identity, linkType, portal }: RoomSubject): readonly Violation[] {
  if (file === null) return [];
  return driftOf(file, room, links, { now, identity, linkType, version: portal.version }).map(({ linkId, words }) => ({
    link: links.find(({ id }) => id === linkId) ?? null,
    message: `Differs from the file: ${words.join('; ')}.`,
  }));
}

function driftOfMissingRoom({ room, line }: FileRoom): ScanViolation {
  return {
    ...(room.by === 'id' ? { roomId: room.id, roomTitle: '' } : { roomId: '', roomTitle: room.title }),
    message: `Differs from the file: the room of line ${line} is not there, so its links are missing.`,
  };
}
