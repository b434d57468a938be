import {
  commentInputs,
  commonInputs,
  dryRunInput,
  revealInput,
  roomInputs,
  truncatedOutput,
} from '../shared-inputs.ts';
import type { ActionSpec, InputSpec, OutputSpec } from '../spec.ts';

const linkInputs = [
  {
    name: 'link-type',
    description:
      "`external`: opens the room's content. `invitation`: whoever opens it joins the room as a member. With `link-id` the link's own type counts.",
    default: 'external',
  },
  {
    name: 'access',
    description:
      "Role granted by the link: `viewer`, `commenter`, `reviewer`, `editor`, `form-filler`, `content-creator`, or DocSpace's own name or number. Available roles depend on the room type. Default: `viewer` for a new link; an existing link keeps its role.",
    default: '',
  },
  {
    name: 'expiration',
    description:
      'End of the link: a duration from now (`12h`, `7d`, `2w`), an instant (`2027-01-31T18:00:00Z`), a date (`2027-01-31`, the end of that day in UTC), or `never`. Not given: `7d` for a new link, kept for an existing one.',
    default: '',
  },
  {
    name: 'internal',
    description:
      '`true`: "DocSpace users only"; `false`: "Anyone with the link". External links only; a Public room has none but `false`. Not given: `true` for a new link, kept for an existing one.',
    default: '',
  },
  {
    name: 'primary',
    description:
      "`true`: work on the room's primary link instead of an additional one; it is made if it is missing. In Public and Form filling rooms it is permanent and cannot expire.",
    default: 'false',
  },
  {
    name: 'key',
    description:
      'Name of the link in this repository: the same key in the same room always means the same link. Any text on one line, up to 512 characters, such as the name of a branch, but not a URL or an id. The default title shows the first 100 characters of a longer key.',
    default: 'default',
    exact: true,
  },
  {
    name: 'link-id',
    description:
      'Id of an existing link to work on, whoever made it, instead of `key` and `primary`. It fails if the room has no such link.',
    default: '',
  },
  {
    name: 'adopt',
    description:
      "`true`: take over the room's invitation link although this key did not make it; a room has only one. `false`: fail and name its id.",
    default: 'false',
  },
  {
    name: 'title',
    description:
      'Title of the link in DocSpace, at most 255 characters. Everyone who sees the link can read it. Default: `<owner/repo>: <key>` for a new link; an existing link keeps its title.',
    default: '',
    exact: true,
  },
  {
    name: 'password',
    description:
      'Password of an external link: `keep`, `none`, `generate` (output `password`), or the password itself, 8 to 30 printable ASCII characters without blanks. Not given: kept.',
    default: '',
    secret: true,
    exact: true,
  },
  {
    name: 'deny-download',
    description:
      '`true`: "Restrict file content copy, file download and printing". External links only. Not given: `false` for a new link, kept for an existing one.',
    default: '',
  },
  {
    name: 'max-uses',
    description:
      'How many people may join by an invitation link: 1 to 1000, or `unlimited`. Needs DocSpace 3.7 or later. Not given: unlimited for a new link, kept for an existing one.',
    default: '',
  },
] as const satisfies readonly InputSpec[];

const runInputs = [
  {
    name: 'renew',
    description:
      '`false`: a duration is the longest life from now, so a run again never lengthens a link, and an expired one is replaced by one with a new URL. `true`: every run moves the date, and an expired link comes back with its URL.',
    default: 'false',
  },
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
