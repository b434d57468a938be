import { groupOf } from './promised.ts';

/**
 * What no code keeps yet. These promises are not on the page, and no test may name them: with its test, each moves to
 * the group where it belongs.
 */
export const later = [
  groupOf('set', {
    'set-time-zone': '`time-zone` is the zone in which a bare date ends, also in the `defaults` of the file.',
    'set-pr-number': '`pr-number` names the pull request where the event is not one.',
    'output-room-url': '`room-url` is the address of the room.',
    'output-message':
      "The output `message` says in two to five sentences what was done, without a secret or a link's URL.",
  }),
  groupOf('list', {
    'list-rooms':
      '`rooms` lists several or all rooms: each element of `links` has its `roomId`, and the output `rooms` fits a matrix.',
    'list-reports': '`reports` writes `.json`, `.csv`, `.md` and `.yml` files, without the URL of any link.',
    'list-file-for-apply': 'The `.yml` report is a file for `apply` that describes what is there.',
    'list-complete': 'With `rooms`, `rooms-unreadable` and `complete` say what could not be read.',
  }),
  groupOf('audit', {
    'audit-config': '`config` gives the policy inline.',
    'audit-html-and-yml': '`reports` also writes `.html` and `.yml`.',
    'audit-shard': '`shard: 2/6` audits the second of six parts of the rooms.',
    'audit-merge': '`merge` judges JSON reports as one audit, without a portal and credentials.',
    'audit-fail-on-new':
      'With a baseline, `fail-on-new` is red for new findings from this severity on, and for an incomplete audit.',
    'audit-no-baseline-yet': 'Without a baseline, `fail-on-new` does not apply, and a notice says so.',
    'audit-history': 'The JSON report carries on a history of at most 60 runs.',
  }),
  groupOf('apply', {
    'apply-config': '`config` gives the file inline; together with an explicit `file` it is an error.',
  }),
];
