import type { FileRoom } from '../../src/links/declared.ts';
import { planRoom, type RoomPlan, type RoomPlanContext } from '../../src/links/plan-declared.ts';
import type { Link } from '../../src/links/link.ts';
import type { Room, RoomState } from '../../src/links/room.ts';
import { Secret } from '../../src/links/secret.ts';
import { fileOf, parsed } from '../config-file/reading.ts';
import { idIn, identity, linkOf, now, roomOf, stateOf as roomState } from '../support/links.ts';

/** The number of the room. */
const roomId = '2201';

/** A link that somebody made by hand, unless `id` says otherwise. */
export function link(fields: Partial<Link> & { readonly id: string }): Link {
  return linkOf({
    title: 'Made by hand',
    access: fields.type === 'invitation' ? 11 : 2,
    expiration: null,
    url: new Secret(`https://portal.example/s/${fields.id}`),
    token: null,
    ...fields,
  });
}

/** A link of this repository as apply would have made it from an entry with nothing but the key. */
export function ours(key: string, fields: Partial<Link> = {}): Link {
  return link({ id: idIn(roomId, key, fields.type), title: `octo/contracts: ${key}`, ...fields });
}

/** A GUID that no repository draws. */
export function guid(digit: string): string {
  return `${digit.repeat(8)}-${digit.repeat(4)}-4${digit.repeat(3)}-a${digit.repeat(3)}-${digit.repeat(12)}`;
}

/** A room with these links, Custom unless said otherwise. */
export function stateOf(links: readonly Link[], typeCode = 5, room: Partial<Room> = {}): RoomState {
  const shared = links.some(({ type }) => type === 'external');
  return roomState(links, roomOf(typeCode, { id: roomId, title: 'Contract', shared, ...room }));
}

/** The room of a file with these links. */
export async function fileRoomOf(links: readonly string[], defaults = ''): Promise<FileRoom> {
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
  return planRoom(state, await fileRoomOf(links, options.defaults), context);
}

/** A plan in a few words: `- id`, `+ key`, `~ key: fields`, `± key`, `= key`, `! line: message`. */
export function reported(plan: RoomPlan): readonly string[] {
  const signs = { create: '+', update: '~', replace: '±', rotate: '±', none: '=' } as const;
  return [
    ...plan.toRevoke.map(({ link: { title }, why }) => `- ${title} (${why})`),
    ...plan.gone.map(({ desired: { reference } }) => `= no ${'key' in reference ? reference.key : reference.id}`),
    ...plan.toKeep.map(({ plan: { action, key, current, fields, duplicates } }) => {
      const names = action === 'update' ? `: ${fields.map(({ name }) => name).join(', ')}` : '';
      const less = duplicates.length === 0 ? '' : ` (less ${duplicates.length})`;
      return `${signs[action]} ${key ?? current?.title ?? ''}${names}${less}`;
    }),
    ...plan.problems.map(({ line, problem: { message } }) => `! ${line}: ${message}`),
  ];
}
