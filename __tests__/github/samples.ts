import { accessCode } from '../../src/links/access.ts';
import type { Link } from '../../src/links/link.ts';
import type { Room } from '../../src/links/room.ts';
import { Secret } from '../../src/links/secret.ts';
import { linkOf, roomOf, types } from '../support/links.ts';

/** Origin of the portal of the tests. */
export const portal = 'https://portal.example';

/** A Custom room that the key manages. */
export function aRoom(facts: Partial<Room> = {}): Room {
  return roomOf(types.custom, { id: '2201', shared: true, sharedExternal: false, ...facts });
}

/** A link for DocSpace users, with a password, until the end of November. */
export function aLink(facts: Partial<Link> = {}): Link {
  return linkOf({
    id: '1f0c7a44-3d2e-8abc-9123-0123456789ab',
    title: 'octo/contracts: pr-58',
    access: accessCode('commenter'),
    expiration: new Date('2026-11-30T16:10:00Z'),
    password: new Secret('pass-word-1'),
    denyDownload: true,
    url: new Secret('https://portal.example/s/AbCdEf'),
    token: new Secret('token-1'),
    ...facts,
  });
}

/** An invitation link for at most twenty people. */
export function anInvitation(facts: Partial<Link> = {}): Link {
  return aLink({ type: 'invitation', password: null, denyDownload: false, maxUses: 20, uses: 3, ...facts });
}
