import type { Reveal } from '../../links/described-link.ts';
import { fieldsNotFor, type LinkRef, type Wish } from '../../links/desired.ts';
import type { LinkType } from '../../links/room-types.ts';
import type { RoomRef } from '../../links/room.ts';
import { linkNames, linkSettings, wishedSettings, type WishedValue } from '../../values/link-settings.ts';
import type { Reader } from '../reader.ts';
import {
  type CommentInputs,
  type CommonInputs,
  readComment,
  readCommon,
  readReveal,
  readRoom,
  readSwitch,
  required,
} from '../shared-values.ts';
import type { InputName } from '../table.ts';

/** What `set` is given. */
export interface SetInputs extends CommonInputs, CommentInputs {
  readonly kind: 'set';
  readonly room: RoomRef;
  readonly wish: Wish;
  readonly revealLink: Reveal;
  readonly revokeAfterJob: boolean;
}

type SetReader = Reader<InputName<'set'>>;

/** Reads the inputs of `set`. What is wrong is found in the reader afterwards. */
export function readSet(reader: SetReader, now: Date): SetInputs {
  return {
    kind: 'set',
    room: readRoom(reader),
    wish: readWish(reader, now),
    revealLink: readReveal(reader),
    revokeAfterJob: readSwitch(reader, 'revoke-after-job'),
    ...readComment(reader),
    ...readCommon(reader, readSwitch(reader, 'dry-run')),
  };
}

function readWish(reader: SetReader, now: Date): Wish {
  const { ref, type } = readRef(reader);
  const wish: Wish = {
    ref,
    ...wishedSettings((name) => reader.read<WishedValue>(name, linkSettings[name].parse(now))),
    renew: readSwitch(reader, 'renew'),
    rotate: readSwitch(reader, 'rotate'),
    adopt: readSwitch(reader, 'adopt'),
  };
  if (type !== null) refuseOtherFields(reader, wish, type);
  refuseVisiblePassword(reader, wish);
  return wish;
}

/** Which link is meant, and its type if that is known already. */
function readRef(reader: SetReader): { readonly ref: LinkRef; readonly type: LinkType | null } {
  const id = reader.read('link-id', linkNames['link-id'].parse());
  const key = required(reader.read('key', linkNames.key.parse()));
  const primary = readSwitch(reader, 'primary');
  const type = reader.read('link-type', linkNames['link-type'].parse());
  if (reader.given('link-id')) {
    // A key that is not given cannot be told from one that says `default`.
    if (reader.given('key')) {
      reader.refuse('`link-id` and `key` both name the link: give only one of them.');
    }
    if (primary) reader.refuse('`link-id` and `primary: true` both name the link: give only one of them.');
    return { ref: { by: 'id', id: required(id) }, type: null };
  }
  if (primary && type === 'invitation') {
    reader.refuse(
      '`primary: true` is not possible with `link-type: invitation`: the primary link of a room is an external link.',
    );
    return { ref: { by: 'primary', key }, type: null };
  }
  if (primary) return { ref: { by: 'primary', key }, type: 'external' };
  return { ref: { by: 'key', type: required(type), key }, type: type ?? null };
}

function refuseOtherFields(reader: SetReader, wish: Wish, type: LinkType): void {
  const other = type === 'external' ? 'invitation' : 'external';
  for (const name of fieldsNotFor(wish, type)) {
    reader.refuse(
      `\`${name}\` is for ${other} links only, and \`link-type\` is \`${type}\`. Leave it out, or use \`link-type: ${other}\`.`,
    );
  }
}

/** Everyone who sees the room's links, and the log, can read title and key. */
function refuseVisiblePassword(reader: SetReader, { ref, title, password }: Wish): void {
  if (password?.kind !== 'given') return;
  const text = password.password.reveal();
  const places = [...(title === undefined ? [] : [['title', title]]), ...('key' in ref ? [['key', ref.key]] : [])];
  for (const [name = '', visible] of places) {
    if (visible?.includes(text) === true) {
      reader.refuse(
        `\`${name}\` contains the value of \`password\`, and everyone who sees the link in DocSpace can read it there.`,
      );
    }
  }
}
