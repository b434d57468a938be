import type { LinkType } from '../../links/room-types.ts';
import type { RoomReference } from '../../links/room.ts';
import type { Selector } from '../../links/select.ts';
import { listOf } from '../../values/lists.ts';
import { parseGuid, parseKeys } from '../../values/names.ts';
import { parseLinkTypes } from '../../values/settings.ts';
import type { Reader } from '../reader.ts';
import {
  type CommentInputs,
  type CommonInputs,
  readComment,
  readCommon,
  readRoom,
  readSwitch,
  required,
} from '../shared-values.ts';
import type { InputName } from '../table.ts';

/** What `revoke` is given. */
export interface RevokeInputs extends CommonInputs, CommentInputs {
  readonly kind: 'revoke';
  readonly room: RoomReference;
  readonly selector: Selector;
  readonly linkType: LinkType | 'all';
  readonly allowRotate: boolean;
}

type RevokeReader = Reader<InputName<'revoke'>>;

/** Reads the inputs of `revoke`. What is wrong is found in the reader afterwards. */
export function readRevoke(reader: RevokeReader): RevokeInputs {
  const linkType = required(reader.read('link-type', parseLinkTypes));
  return {
    kind: 'revoke',
    room: readRoom(reader),
    selector: readSelector(reader, linkType),
    linkType,
    allowRotate: readSwitch(reader, 'allow-rotate'),
    ...readComment(reader),
    ...readCommon(reader, readSwitch(reader, 'dry-run')),
  };
}

/** Exactly one selector: none must never mean "all", and two would leave open which of them counts. */
function readSelector(reader: RevokeReader, linkType: LinkType | 'all'): Selector {
  const keys = reader.read('key', parseKeys);
  const ids = reader.read('link-id', listOf(parseGuid, { least: 'a link' }));
  const primary = readSwitch(reader, 'primary');
  const expired = readSwitch(reader, 'expired');
  const managed = readSwitch(reader, 'managed');
  const exceptKeys = reader.read('except-keys', parseKeys);

  const given = [
    ...(reader.given('key') ? ['`key`'] : []),
    ...(reader.given('link-id') ? ['`link-id`'] : []),
    ...(primary ? ['`primary: true`'] : []),
    ...(expired ? ['`expired: true`'] : []),
    ...(managed ? ['`managed: true`'] : []),
  ];
  if (given.length === 0) {
    reader.refuse(
      'No links selected. Set one of `key`, `link-id`, `primary: true`, `expired: true`, `managed: true`. Leaving all empty never means "all links".',
    );
  }
  if (given.length > 1) reader.refuse(`${given.join(' and ')} each select links to revoke: use only one of them.`);
  if (exceptKeys !== undefined && !managed) reader.refuse('`except-keys` is for `managed: true` only.');
  if (primary && linkType === 'invitation') {
    reader.refuse('`primary: true` does not fit `link-type: invitation`: a primary link is an external link.');
  }

  if (reader.given('key')) return { by: 'keys', keys: required(keys) };
  if (reader.given('link-id')) return { by: 'ids', ids: required(ids) };
  if (primary) return { by: 'primary' };
  if (expired) return { by: 'expired' };
  return { by: 'managed', exceptKeys: exceptKeys ?? [] };
}
