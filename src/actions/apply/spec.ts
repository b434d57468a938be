import { commentInputs, commonInputs, dryRunInput, truncatedOutput } from '../shared-inputs.ts';
import type { ActionSpec } from '../spec.ts';

/** `apply`: links as code. */
export const applyAction = {
  folder: 'apply',
  title: 'DocSpace Room Links: apply',
  description: 'Makes the links of ONLYOFFICE DocSpace rooms match a file that is kept under review.',
  main: 'apply.js',
  inputs: [
    {
      name: 'file',
      description:
        'Path of the file that describes the links. Default: `.github/docspace-links.yml` or `.github/docspace-links.yaml`; if both are there, that is an error.',
      default: '',
    },
    {
      name: 'prune',
      description:
        '`true`: in the rooms that the file names, revoke the links that this repository made and the file no longer names.',
      default: 'false',
    },
    {
      name: 'allow-widening',
      description: '`false`: fail before any write if the plan makes a link more open in any respect.',
      default: 'true',
    },
    {
      name: 'max-changes',
      description: 'Fail before any write if the plan has more changes than this.',
      default: '50',
    },
    ...commentInputs,
    ...commonInputs('30m'),
    ...dryRunInput('false'),
  ],
  outputs: [
    { name: 'result', description: '`applied`, `unchanged`, `planned` (with `dry-run`) or `skipped`.', empty: '' },
    {
      name: 'changed',
      description: '`true` if the portal was changed; with `dry-run`, if it would be.',
      empty: 'false',
    },
    { name: 'plan', description: 'JSON array of the changes.', empty: '[]' },
    {
      name: 'created-count',
      description: 'Number of links that were made; with `dry-run`, that would be.',
      empty: '0',
    },
    {
      name: 'updated-count',
      description: 'Number of links that were changed, replaced ones included; with `dry-run`, that would be.',
      empty: '0',
    },
    {
      name: 'revoked-count',
      description: 'Number of links that were revoked; with `dry-run`, that would be.',
      empty: '0',
    },
    { name: 'unchanged-count', description: 'Number of links that are as the file says.', empty: '0' },
    {
      name: 'failed-count',
      description: 'Number of links for which the portal could not be made to match.',
      empty: '0',
    },
    {
      name: 'links',
      description: "JSON array of all links of the file's rooms after the run, each with `roomId`.",
      empty: '[]',
    },
    truncatedOutput,
  ],
} as const satisfies ActionSpec;
