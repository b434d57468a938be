import { commentInputs, commonInputs, dryRunInput, roomInputs, truncatedOutput } from '../shared-inputs.ts';
import type { ActionSpec } from '../spec.ts';

/** `revoke`: takes links of a room away. */
export const revokeAction = {
  folder: 'revoke',
  title: 'DocSpace Room Links: revoke',
  description:
    'Revokes share and invitation links of an ONLYOFFICE DocSpace room, and proves that they open nothing any more.',
  main: 'revoke.js',
  inputs: [
    ...roomInputs,
    {
      name: 'key',
      description:
        'Keys of links of this repository, one per line or separated by commas. A line that as a whole is the key of a link is that key; double quotes keep a comma inside a key. Exactly one of `key`, `link-id`, `primary`, `expired`, `managed` selects the links to revoke.',
      default: '',
    },
    {
      name: 'link-id',
      description: 'Ids of links, whoever made them, one per line or separated by commas.',
      default: '',
    },
    { name: 'primary', description: "`true`: the room's primary link.", default: 'false' },
    { name: 'expired', description: '`true`: every expired link of the room.', default: 'false' },
    { name: 'managed', description: '`true`: every link of the room that this repository made.', default: 'false' },
    {
      name: 'except-keys',
      description:
        'With `managed: true`: keys of links to keep, written as in `key`. A key that no link of the room has is reported as a warning, and a list without a key is an error.',
      default: '',
    },
    {
      name: 'link-type',
      description: 'Revoke only links of this type: `all`, `external` or `invitation`.',
      default: 'all',
    },
    {
      name: 'allow-rotate',
      description:
        '`true`: also revoke the primary link of a Public or Form filling room, of which the portal at once makes a new one with another URL. `false`: that is an error, and nothing is sent.',
      default: 'false',
    },
    ...commentInputs,
    ...commonInputs('5m'),
    ...dryRunInput('false'),
  ],
  outputs: [
    {
      name: 'result',
      description: '`revoked`, `rotated`, `absent` or `skipped`; with `dry-run` what it would be.',
      empty: '',
    },
    {
      name: 'changed',
      description: '`true` if the portal was changed; with `dry-run`, if it would be.',
      empty: 'false',
    },
    {
      name: 'revoked-count',
      description: 'Number of links that were revoked; with `dry-run`, that would be.',
      empty: '0',
    },
    { name: 'room-id', description: 'Id of the room.', empty: '' },
    { name: 'links', description: "JSON array of all the room's links after the run.", empty: '[]' },
    { name: 'links-count', description: 'Number of links of the room after the run.', empty: '0' },
    { name: 'plan', description: 'JSON array of the changes.', empty: '[]' },
    truncatedOutput,
  ],
} as const satisfies ActionSpec;
