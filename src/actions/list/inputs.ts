import type { Reveal } from '../../links/described-link.ts';
import type { LinkType } from '../../links/room-types.ts';
import type { RoomReference } from '../../links/room.ts';
import { parseLinkTypes } from '../../values/settings.ts';
import type { Reader } from '../reader.ts';
import { type CommonInputs, readCommon, readReveal, readRoom, required } from '../shared-values.ts';
import type { InputName } from '../table.ts';

/** What `list` is given. */
export interface ListInputs extends CommonInputs {
  readonly kind: 'list';
  readonly room: RoomReference;
  readonly linkType: LinkType | 'all';
  readonly revealLink: Reveal;
}

/** Reads the inputs of `list`. What is wrong is found in the reader afterwards. */
export function readList(reader: Reader<InputName<'list'>>): ListInputs {
  return {
    kind: 'list',
    room: readRoom(reader),
    linkType: required(reader.read('link-type', parseLinkTypes)),
    revealLink: readReveal(reader),
    ...readCommon(reader, false),
  };
}
