import { groupOf } from './promised.ts';

/** What holds for `list` and `revoke`. */
export const listAndRevoke = [
  groupOf('list', {
    'list-writes-nothing': '`list` never writes to the portal.',
    'list-room': 'One room is listed by `room-id` or `room-title`; `primary-link-id` names its primary link.',
    'list-link-type': '`link-type` narrows the list to external links or invitations.',
    'list-unreadable': 'A room whose links this key may not see is an error, never an empty list.',
    'list-contradiction': 'A room that says it has links and lists none is read again, and is an error if it stays so.',
  }),
  groupOf('revoke', {
    'revoke-one-selector': 'Exactly one of `key`, `link-id`, `primary`, `expired` and `managed` selects the links.',
    'revoke-keys': '`key` revokes the links of these keys, `link-id` those with these ids.',
    'revoke-expired': '`expired: true` revokes every expired link of the room.',
    'revoke-managed': '`managed: true` revokes every link that this repository made, but those of `except-keys`.',
    'revoke-link-type': '`link-type` narrows what is revoked.',
    'revoke-allow-rotate':
      'The primary link of a Public or Form filling room is only revoked with `allow-rotate: true`; otherwise it is an error and nothing is sent.',
    'revoke-keeps-settings':
      'The primary link that the portal makes anew keeps the settings of the old one, and is not written if it has them already.',
    'revoke-result': 'The output `result` is `revoked`, `rotated`, `absent` or `skipped`.',
    'revoke-absent': 'A link that is already gone is success, `absent`, if what was named can be the name of a link.',
    'revoke-others-go-on': 'A link that cannot be revoked does not stop the others; the step is red.',
    'revoke-proved': 'A revoke is proved: the list no longer has the link, and its URL opens nothing anonymously.',
    'revoke-changed': '`changed` is `true` from the first write that was answered, also if a proof fails later.',
    'revoke-members-stay': 'People who joined by an invitation stay members, and the log says so.',
    'revoke-comment': 'The comment on the pull request is changed to say that the link is revoked.',
  }),
];
