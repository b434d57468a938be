import type { InputSpec, OutputSpec } from './spec.ts';

/** The environment variables that are read where the credentials are not given as inputs. */
export const credentialVariables = { 'portal-url': 'DOCSPACE_PORTAL_URL', 'api-key': 'DOCSPACE_API_KEY' } as const;

/** The inputs that every action has. `timeout` is the default of the one for the whole step. */
export function commonInputs(timeout: '5m' | '30m') {
  return [
    {
      name: 'portal-url',
      description:
        'Address of the portal: `https://your-portal.onlyoffice.com`. If empty, the environment variable `DOCSPACE_PORTAL_URL` is used. What follows the address (a path, a slash, `/api/2.0`) is cut; `http:` is possible only for the machine itself.',
      default: '',
      env: credentialVariables['portal-url'],
    },
    {
      name: 'api-key',
      description:
        'An API key of DocSpace (Developer Tools → API keys) with the scope `rooms:write`; `rooms:read` is enough to list, and to audit without `fix`. If empty, the environment variable `DOCSPACE_API_KEY` is used.',
      default: '',
      secret: true,
      env: credentialVariables['api-key'],
    },
    {
      name: 'ca-certificate',
      description: 'For a self-hosted portal with a CA of its own: the certificate of that CA, as PEM text or a path.',
      default: '',
    },
    {
      name: 'request-timeout',
      description: 'The longest time for one request, from connect to the last byte of the answer: `45s`, `2m`.',
      default: '30s',
    },
    { name: 'timeout', description: 'The longest time for the whole step: `90s`, `10m`, `1h`.', default: timeout },
    {
      name: 'on-missing-credentials',
      description:
        '`fail`, or `skip`: end green with a warning if the portal address or the API key is empty, as in pull requests from forks, which get no secrets. Then no other input is checked; `apply` still checks its file.',
      default: 'fail',
    },
    { name: 'summary', description: '`true`: write the summary of the job.', default: 'true' },
  ] as const satisfies readonly InputSpec[];
}

/** `dry-run`, of the actions that write. */
export function dryRunInput(byDefault: 'true' | 'false') {
  return [
    {
      name: 'dry-run',
      description: '`true`: read the portal, work out the plan and show it, but write nothing.',
      default: byDefault,
    },
  ] as const satisfies readonly InputSpec[];
}

/** The GitHub token, for what `purpose` names: of the actions that speak to GitHub. */
export function githubTokenInput<const Purpose extends string>(purpose: Purpose) {
  return {
    name: 'github-token',
    description: `GitHub token, used only for ${purpose}.`,
    default: '${{ github.token }}',
    secret: true,
  } as const satisfies InputSpec;
}

/** The comment on the pull request, of the actions that work on its links. */
export const commentInputs = [
  {
    name: 'comment-on-pr',
    description:
      '`true`: keep one comment about this on the pull request. Needs the permission `pull-requests: write`.',
    default: 'false',
  },
  githubTokenInput('`comment-on-pr`'),
] as const satisfies readonly InputSpec[];

/** The two ways to name the room of the actions that work in one. */
export const roomInputs = [
  {
    name: 'room-id',
    description:
      "Id of the room: the number in the room's address, `/rooms/shared/<id>`, or the text id of a room on third-party storage. Either this or `room-title`.",
    default: '',
  },
  {
    name: 'room-title',
    description:
      'Exact title of an active room, instead of `room-id`. If no room or several rooms have it, the step fails and names the rooms with near titles.',
    default: '',
    exact: true,
  },
] as const satisfies readonly InputSpec[];

/** Which URLs may be seen. */
export const revealInput = {
  name: 'reveal-link',
  description:
    "Whether URLs of links may be seen, in log, summary and outputs. `never`: they are masked. `protected`: those of external links behind a login or a password are shown, never an invitation's. `always`: all are shown. The root action shows the URL of its own link only.",
  default: 'never',
} as const satisfies InputSpec;

/** Whether an output was cut, of the actions whose outputs are arrays. */
export const truncatedOutput = {
  name: 'truncated',
  description: '`true` if an array had to be cut, because an output of more than 120 KiB cannot be passed to a step.',
  empty: 'false',
} as const satisfies OutputSpec;
