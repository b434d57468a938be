import { linkNames, linkSettings, settingNames } from '../../values/link-settings.ts';
import {
  commentInputs,
  commonInputs,
  dryRunInput,
  revealInput,
  roomInputs,
  truncatedOutput,
} from '../shared-inputs.ts';
import type { ActionSpec, InputSpec, OutputSpec } from '../spec.ts';

/** The settings of the link: none is given unless it is written. */
const settingInputs = settingNames.map((name) => {
  const { description, input } = linkSettings[name];
  return { name, description, default: '', ...input } satisfies InputSpec;
});

const linkInputs = [
  { name: 'link-type', description: linkNames['link-type'].description, default: 'external' },
  ...settingInputs,
  { name: 'primary', description: linkNames.primary.description, default: 'false' },
  { name: 'key', description: linkNames.key.description, default: 'default', exact: true },
  { name: 'link-id', description: linkNames['link-id'].description, default: '' },
  { name: 'adopt', description: linkNames.adopt.description, default: 'false' },
] as const satisfies readonly InputSpec[];

const runInputs = [
  { name: 'renew', description: linkNames.renew.description, default: 'false' },
  {
    name: 'rotate',
    description: '`true`: give the link a new URL now and keep all its settings; the old URL stops working.',
    default: 'false',
  },
  revealInput,
  {
    name: 'revoke-after-job',
    description: '`true`: revoke the link at the end of the job, if this step made it.',
    default: 'false',
  },
  ...commentInputs,
] as const satisfies readonly InputSpec[];

const outputs = [
  { name: 'link', description: 'URL of the link; masked unless `reveal-link` allows it.', empty: '', secret: true },
  {
    name: 'password',
    description: 'The new password, if `password: generate` made one; always masked.',
    empty: '',
    secret: true,
  },
  { name: 'link-id', description: 'Id of the link.', empty: '' },
  { name: 'room-id', description: 'Id of the room.', empty: '' },
  {
    name: 'result',
    description:
      '`created`, `updated`, `unchanged`, `replaced`, `rotated` or `skipped`; with `dry-run` what it would be.',
    empty: '',
  },
  {
    name: 'changed',
    description: '`true` if the portal was changed; with `dry-run`, if it would be.',
    empty: 'false',
  },
  {
    name: 'expiration',
    description: 'End of the link in ISO 8601, UTC (`2027-01-31T18:00:00Z`), or `never`.',
    empty: '',
  },
  {
    name: 'opens',
    description:
      'After a write, what a stranger with the link meets: `room`, `password`, `login`, `join` (invitation), `nothing`, or `unknown` if that could not be asked. Empty if nothing was written.',
    empty: '',
  },
  {
    name: 'links',
    description:
      "JSON array of all the room's links after the run; `url` only of this link, if `reveal-link` allows it.",
    empty: '[]',
  },
  { name: 'links-count', description: 'Number of links of the room after the run.', empty: '0' },
  { name: 'plan', description: 'JSON array of the changes.', empty: '[]' },
  truncatedOutput,
] as const satisfies readonly OutputSpec[];

/** The root action: makes sure that one link exists as described. */
export const setAction = {
  folder: '',
  title: 'DocSpace Room Links',
  description:
    'Makes sure that a share or invitation link of an ONLYOFFICE DocSpace room exists as described: role, expiration, password, reach. Running it again changes nothing.',
  main: 'index.js',
  post: 'after-job.js',
  inputs: [...roomInputs, ...linkInputs, ...runInputs, ...commonInputs('5m'), ...dryRunInput('false')],
  outputs,
} as const satisfies ActionSpec;
