import type { Reveal } from '../../links/described-link.ts';
import { fieldsNotFor, type LinkReference, type DesiredLink } from '../../links/desired.ts';
import type { LinkType } from '../../links/room-types.ts';
import type { RoomReference } from '../../links/room.ts';
import { linkNames, linkSettings, settingsFrom, type DesiredValue } from '../../values/link-settings.ts';
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
  readonly room: RoomReference;
  readonly desired: DesiredLink;
  readonly revealLink: Reveal;
  readonly revokeAfterJob: boolean;
}

type SetReader = Reader<InputName<'set'>>;

/** Reads the inputs of `set`. What is wrong is found in the reader afterwards. */
export function readSet(reader: SetReader, now: Date): SetInputs {
  return {
    kind: 'set',
    room: readRoom(reader),
    desired: readDesiredLink(reader, now),
    revealLink: readReveal(reader),
    revokeAfterJob: readSwitch(reader, 'revoke-after-job'),
    ...readComment(reader),
    ...readCommon(reader, readSwitch(reader, 'dry-run')),
  };
}

function readDesiredLink(reader: SetReader, now: Date): DesiredLink {
  const { reference, type } = readReference(reader);
  const desired: DesiredLink = {
    reference,
    ...settingsFrom((name) => reader.read<DesiredValue>(name, linkSettings[name].parse(now))),
    renew: readSwitch(reader, 'renew'),
    rotate: readSwitch(reader, 'rotate'),
    adopt: readSwitch(reader, 'adopt'),
  };
  if (type !== null) refuseOtherFields(reader, desired, type);
  refuseVisiblePassword(reader, desired);
  return desired;
}

/** Which link is meant, and its type if that is known already. */
function readReference(reader: SetReader): { readonly reference: LinkReference; readonly type: LinkType | null } {
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
    return { reference: { by: 'id', id: required(id) }, type: null };
  }
  if (primary && type === 'invitation') {
    reader.refuse(
      '`primary: true` is not possible with `link-type: invitation`: the primary link of a room is an external link.',
    );
    return { reference: { by: 'primary', key }, type: null };
  }
  if (primary) return { reference: { by: 'primary', key }, type: 'external' };
  return { reference: { by: 'key', type: required(type), key }, type: type ?? null };
}

function refuseOtherFields(reader: SetReader, desired: DesiredLink, type: LinkType): void {
  const other = type === 'external' ? 'invitation' : 'external';
  for (const name of fieldsNotFor(desired, type)) {
    reader.refuse(
      `\`${name}\` is for ${other} links only, and \`link-type\` is \`${type}\`. Leave it out, or use \`link-type: ${other}\`.`,
    );
  }
}

/** Everyone who sees the room's links, and the log, can read title and key. */
function refuseVisiblePassword(reader: SetReader, { reference, title, password }: DesiredLink): void {
  if (password?.kind !== 'given') return;
  const text = password.password.reveal();
  const places = [
    ...(title === undefined ? [] : [['title', title]]),
    ...('key' in reference ? [['key', reference.key]] : []),
  ];
  for (const [name = '', visible] of places) {
    if (visible?.includes(text) === true) {
      reader.refuse(
        `\`${name}\` contains the value of \`password\`, and everyone who sees the link in DocSpace can read it there.`,
      );
    }
  }
}
