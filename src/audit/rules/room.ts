import { publicRoom } from '../../links/room-types.ts';
import { isAllowed } from '../room-patterns.ts';
import { ofRoom } from './each-link.ts';
import type { Rule } from './rule.ts';

/** DSL014: nobody keeps more in mind. */
const manyLinks = 5;

/** The rules about rooms, and about their links together. */
export const roomRules: readonly Rule[] = [
  {
    id: 'DSL014',
    name: 'too-many-links',
    severity: 'low',
    scope: 'links',
    finds: `A room with ${manyLinks} external links or more, or without a free place for another one.`,
    why: 'So many are hard to review, and the next one fails.',
    advice: 'Revoke what is no longer needed, the expired links first.',
    fix: '',
    inRoom: ({ room, links }) => {
      const external = links.filter(({ type }) => type === 'external');
      const additional = external.filter(({ primary }) => !primary).length;
      const places = room.type?.limits.additional ?? 0;
      const full = places > 0 && additional >= places;
      if (external.length < manyLinks && !full) return [];
      const reached = full ? ` All ${places} places for additional links are taken: the next one fails.` : '';
      return ofRoom(`The room has ${external.length} external links.${reached}`);
    },
  },
  {
    id: 'DSL019',
    name: 'public-room-not-approved',
    severity: 'high',
    scope: 'room',
    finds: 'A Public room that `public-rooms` does not name.',
    why: 'A Public room is always open to anyone with its link.',
    advice: 'Name the room in `public-rooms` of the policy, or archive it.',
    fix: '',
    inRoom: ({ room, policy }) =>
      room.typeCode === publicRoom && room.area === 'active' && !isAllowed(room, policy.publicRooms)
        ? ofRoom('The room is a Public room, always open to anyone with its link, and `public-rooms` does not name it.')
        : [],
  },
  {
    id: 'DSL023',
    name: 'archived-room-links',
    severity: 'info',
    scope: 'links',
    finds: 'Links in an archived room.',
    why: 'They come alive when the room is restored.',
    advice:
      'Restore the room, revoke the links, and archive it again; the portal refuses to change them in the archive.',
    fix: '',
    inRoom: ({ room, links }) =>
      room.area === 'archived' && links.length > 0
        ? ofRoom(
            `${links.length === 1 ? 'One link comes' : `${links.length} links come`} alive when the room is restored.`,
          )
        : [],
  },
  {
    id: 'DSL024',
    name: 'owner-inactive',
    severity: 'medium',
    scope: 'room',
    needs: 'owners',
    finds: "A room whose owner's account is disabled.",
    why: 'Nobody reviews its links, and the invitations of that owner are dead.',
    advice: 'Change the owner of the room.',
    fix: '',
    inRoom: ({ room }) =>
      room.ownerActive === false ? ofRoom("The room's owner is disabled: nobody reviews its links.") : [],
  },
];
