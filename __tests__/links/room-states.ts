import { createHash } from 'node:crypto';
import type { FileRoom } from '../../src/links/declared.ts';
import { planRoom, type RoomPlan, type RoomPlanContext } from '../../src/links/plan-room.ts';
import { idPrefix, newId, type Identity } from '../../src/links/identity.ts';
import type { Link } from '../../src/links/link.ts';
import { roomTypeOf, type LinkType } from '../../src/links/room-types.ts';
import type { Room, RoomState } from '../../src/links/room.ts';
import { Secret } from '../../src/links/secret.ts';
import { fileOf, now, parsed } from '../config-file/reading.ts';

let drawn = 0;

/** A repository whose ids are drawn in order. */
export const identity: Identity = {
  repository: '4242',
  hash: (text) => createHash('sha256').update(text).digest(),
  random: (length) => new Uint8Array(length).fill(0).map((_, index) => (index === length - 1 ? ++drawn : 0)),
};

/** An id as this repository draws it for a key in the room of these states. */
export function idOf(key: string, type: LinkType = 'external'): string {
  return newId(identity, idPrefix(identity, { roomId: '2201', type, key }));
}

/** A link that somebody made by hand, unless `id` says otherwise. */
export function link(fields: Partial<Link> & { readonly id: string }): Link {
  return {
    type: 'external',
    primary: false,
    title: 'Made by hand',
    access: fields.type === 'invitation' ? 11 : 2,
    expiration: null,
    expired: false,
    expirationOffset: 0,
    internal: fields.type !== 'invitation',
    password: null,
    denyDownload: false,
    maxUses: null,
    uses: fields.type === 'invitation' ? 0 : null,
    url: new Secret(`https://portal.example/s/${fields.id}`),
    token: null,
    ...fields,
  };
}

/** A link of this repository as apply would have made it from an entry with nothing but the key. */
export function ours(key: string, fields: Partial<Link> = {}): Link {
  return link({ id: idOf(key, fields.type ?? 'external'), title: `octo/contracts: ${key}`, ...fields });
}

/** A GUID that no repository draws. */
export function guid(digit: string): string {
  return `${digit.repeat(8)}-${digit.repeat(4)}-4${digit.repeat(3)}-a${digit.repeat(3)}-${digit.repeat(12)}`;
}

/** A room with these links, Custom unless said otherwise. */
export function stateOf(links: readonly Link[], typeCode = 5, room: Partial<Room> = {}): RoomState {
  return {
    version: '3.7',
    links,
    room: {
      id: '2201',
      title: 'Contract',
      type: roomTypeOf(typeCode),
      typeCode,
      area: 'active',
      canEditAccess: true,
      access: 0,
      ownerId: null,
      shared: links.some(({ type }) => type === 'external'),
      sharedExternal: null,
      modified: null,
      ...room,
    },
  };
}

/** The room of a file with these links. */
export async function roomOf(links: readonly string[], defaults = ''): Promise<FileRoom> {
  const [room] = (await parsed(fileOf(links, defaults))).rooms;
  return room as FileRoom;
}

/** The plan of the room for a file with these links. */
export async function planned(
  state: RoomState,
  links: readonly string[],
  options: { readonly prune?: boolean; readonly defaults?: string } = {},
): Promise<RoomPlan> {
  const context: RoomPlanContext = {
    now,
    identity,
    prune: options.prune ?? false,
    defaultTitle: (key) => `octo/contracts: ${key}`,
    newPassword: () => new Secret('Generated-Passw0rd'),
  };
  return planRoom(state, await roomOf(links, options.defaults), context);
}

/** A plan in a few words: `- id`, `+ key`, `~ key: fields`, `± key`, `= key`, `! line: message`. */
export function told(plan: RoomPlan): readonly string[] {
  const signs = { create: '+', update: '~', replace: '±', rotate: '±', none: '=' } as const;
  return [
    ...plan.going.map(({ link: { title }, why }) => `- ${title} (${why})`),
    ...plan.gone.map(({ wish: { ref } }) => `= no ${'key' in ref ? ref.key : ref.id}`),
    ...plan.staying.map(({ plan: { action, key, current, fields, extras } }) => {
      const names = action === 'update' ? `: ${fields.map(({ name }) => name).join(', ')}` : '';
      const less = extras.length === 0 ? '' : ` (less ${extras.length})`;
      return `${signs[action]} ${key ?? current?.title ?? ''}${names}${less}`;
    }),
    ...plan.problems.map(({ line, problem: { message } }) => `! ${line}: ${message}`),
  ];
}
