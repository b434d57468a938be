import { commonInputs, revealInput, roomInputs, truncatedOutput } from '../shared-inputs.ts';
import type { ActionSpec } from '../spec.ts';

/** `list`: reads the links of a room and never writes. */
export const listAction = {
  folder: 'list',
  title: 'DocSpace Room Links: list',
  description: 'Lists the share and invitation links of an ONLYOFFICE DocSpace room. It never writes.',
  main: 'list.js',
  inputs: [
    ...roomInputs,
    {
      name: 'link-type',
      description: 'Which links to list: `all`, `external` or `invitation`.',
      default: 'all',
    },
    revealInput,
    ...commonInputs('5m'),
  ],
  outputs: [
    { name: 'links', description: "JSON array of the room's links.", empty: '[]' },
    { name: 'links-count', description: 'Number of links listed.', empty: '0' },
    { name: 'room-id', description: 'Id of the room.', empty: '' },
    { name: 'primary-link-id', description: "Id of the room's primary link; empty if there is none.", empty: '' },
    truncatedOutput,
  ],
} as const satisfies ActionSpec;
