import { commonInputs, dryRunInput, githubTokenInput, truncatedOutput } from '../shared-inputs.ts';
import type { ActionSpec } from '../spec.ts';

/** `audit`: scans rooms against a policy. */
export const auditAction = {
  folder: 'audit',
  title: 'DocSpace Room Links: audit',
  description:
    'Scans the links of ONLYOFFICE DocSpace rooms against a policy and reports what is shared, with whom, until when, and what could not be read.',
  main: 'audit.js',
  inputs: [
    {
      name: 'rooms',
      description:
        '`all`, or ids and exact titles of rooms, one per line. A line of ids only may separate them by commas.',
      default: 'all',
    },
    { name: 'exclude-rooms', description: 'Rooms to leave out, written as in `rooms`.', default: '' },
    { name: 'search-area', description: 'Which rooms `all` means: `active`, `archived` or `any`.', default: 'active' },
    {
      name: 'link-type',
      description:
        'Which links to look at: `all`, `external` or `invitation`. With `external`, rooms of a portal from 3.7 on that say that they have no external link are not asked.',
      default: 'all',
    },
    {
      name: 'concurrency',
      description:
        'How many requests at once, all of them counted: `auto`, which finds what serves the portal best, or 1 to 32.',
      default: 'auto',
    },
    {
      name: 'policy-file',
      description:
        'Path of the file that holds policy and waivers. Default: `.github/docspace-links.yml` or `.github/docspace-links.yaml`, if one is there; both are an error.',
      default: '',
    },
    {
      name: 'max-lifetime',
      description: 'The longest life that a link may have from now: `30d`. Not given: what the file says, else `30d`.',
      default: '',
    },
    {
      name: 'max-access',
      description:
        'The highest role that a link for anyone or an invitation may give, as in `access` of the root action. Not given: what the file says, else `viewer` for anyone and `editor` for invitations.',
      default: '',
    },
    {
      name: 'require',
      description:
        'What links must have, one per line or separated by commas: `expiration`, `password`, `login`, `no-download`, `managed`. Default: what the policy file requires.',
      default: '',
    },
    {
      name: 'severity',
      description:
        'Severity of rules, one per line or separated by commas: `DSL004=off`, or `critical`, `high`, `medium`, `low`, `info`.',
      default: '',
    },
    {
      name: 'fail-on',
      description:
        'The step is red if there are findings of this severity or above: `critical`, `high`, `medium`, `low`, or `never`.',
      default: 'high',
    },
    {
      name: 'baseline',
      description: 'Path of the JSON report of an earlier audit: findings are then `new`, `known` or `fixed`.',
      default: '',
    },
    {
      name: 'fix',
      description:
        'Ids of the rules whose findings are fixed, one per line or separated by commas. With `dry-run`, the fixes are only shown.',
      default: '',
    },
    {
      name: 'max-changes',
      description: 'If there is more than this to mend, nothing is written at all.',
      default: '10',
    },
    {
      name: 'reports',
      description:
        'Paths of reports to write, one per line or separated by commas. The file extension selects the format: `.json`, `.md`, `.csv`, `.sarif`.',
      default: '',
    },
    {
      name: 'issue',
      description:
        '`upsert`: keep one issue of the repository with the findings, closed while there are none. Needs the permission `issues: write`. `none`: no issue.',
      default: 'none',
    },
    { name: 'issue-labels', description: 'Labels of that issue, one per line or separated by commas.', default: '' },
    githubTokenInput(
      '`issue`, and by DSL029 to look up the pull requests that links of this repository were made for (`pull-requests: read`)',
    ),
    ...commonInputs('30m'),
    ...dryRunInput('true'),
  ],
  outputs: [
    { name: 'findings-count', description: 'Number of findings that are not waived.', empty: '0' },
    { name: 'critical-count', description: 'Number of critical ones.', empty: '0' },
    { name: 'high-count', description: 'Number of high ones.', empty: '0' },
    { name: 'medium-count', description: 'Number of medium ones.', empty: '0' },
    { name: 'low-count', description: 'Number of low ones.', empty: '0' },
    { name: 'waived-count', description: 'Number of findings that are waived.', empty: '0' },
    { name: 'new-count', description: 'Number of findings that the baseline does not have.', empty: '0' },
    { name: 'fixed-count', description: 'Number of findings of the baseline that are there no more.', empty: '0' },
    { name: 'rooms-total', description: 'Number of rooms that were asked for.', empty: '0' },
    { name: 'rooms-read', description: 'Number of rooms whose links were read.', empty: '0' },
    { name: 'rooms-unreadable', description: 'Number of rooms whose links could not be read.', empty: '0' },
    { name: 'complete', description: '`true` only if every room that was asked for was read.', empty: '' },
    { name: 'links-count', description: 'Number of links that were read.', empty: '0' },
    { name: 'findings', description: 'JSON array of the findings, the worst first.', empty: '[]' },
    truncatedOutput,
    { name: 'issue-number', description: 'Number of the issue, with `issue: upsert`.', empty: '' },
    {
      name: 'plan',
      description: 'JSON array of the changes that `fix` makes; with `dry-run`, would make.',
      empty: '[]',
    },
    { name: 'result', description: '`clean`, `findings`, `incomplete` or `skipped`.', empty: '' },
  ],
} as const satisfies ActionSpec;
