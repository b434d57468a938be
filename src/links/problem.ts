/**
 * Every way in which a step can fail, by code: the title of its annotation, and what to do when the place where it
 * happened knows no better advice. The README's troubleshooting table is made from this.
 */
export const problemTable = {
  input: { title: 'Input not usable', advice: 'Correct the input; no request was sent.' },
  'links-file': { title: 'File not usable', advice: 'Correct the file; no request was sent.' },
  'credentials-missing': {
    title: 'No credentials',
    advice:
      'Give `portal-url` and `api-key`, from secrets or the environment. Workflows of pull requests from forks get no secrets: `on-missing-credentials: skip` ends them green.',
  },
  'key-rejected': {
    title: 'API key rejected',
    advice:
      'The portal answers 401 alike for a key that is wrong, deleted, switched off or expired, and for one whose owner is disabled. Look it up in DocSpace: Developer Tools → API keys.',
  },
  'key-scope': {
    title: 'API key not sufficient',
    advice:
      'Give the key the scope `rooms:write` (`rooms:read` is enough to list and audit): DocSpace → Developer Tools → API keys.',
  },
  'room-not-found': {
    title: 'Room not found',
    advice: "Check `room-id`: it is the number in the room's address, `/rooms/shared/<id>`.",
  },
  'room-ambiguous': { title: 'Several rooms', advice: 'Use `room-id` with one of these ids, or rename one room.' },
  'not-a-room': { title: 'Not a room', advice: 'The id belongs to a folder. Use the id of the room itself.' },
  'room-archived': {
    title: 'Room is in the Archive',
    advice: 'Restore the room in DocSpace first: links of archived rooms cannot be changed.',
  },
  'room-template': {
    title: 'Room is a template',
    advice: "Templates have no links. Create a room from it, and use that room's id.",
  },
  'room-forbidden': {
    title: 'Room not accessible',
    advice: 'The user who owns the API key cannot see this room. Invite that user to the room as Room manager.',
  },
  'not-room-manager': {
    title: 'Not a manager of the room',
    advice:
      "Only the room's owner and its Room managers see and change links, a DocSpace admin is neither by default. Make the user who owns the API key a Room manager.",
  },
  'links-not-listed': {
    title: 'Links not listed',
    advice:
      "The portal contradicts itself: its answers are out of date, or the rights of the API key's user have just changed. Run the step again. If it stays so, compare with what that user sees in DocSpace.",
  },
  'widening-not-allowed': {
    title: 'The plan makes a link more open',
    advice: 'If that is meant, set `allow-widening: true`. Nothing was written.',
  },
  'too-many-changes': {
    title: 'The plan has too many changes',
    advice: 'Look at the plan. If it is right, raise `max-changes`. Nothing was written.',
  },
  'link-not-found': {
    title: 'Link not found',
    advice: 'Check `link-id`, or use `key` to let this action make the link.',
  },
  'link-not-ours': {
    title: 'Room already has an invitation link',
    advice: 'A room has a single invitation link. `adopt: true` takes it over; or revoke it first.',
  },
  'kind-not-available': {
    title: 'No such link in this room',
    advice: 'Use another `link-type`, or another type of room.',
  },
  'access-not-available': { title: 'Role not available', advice: 'Use one of the roles that this room allows.' },
  'not-possible': { title: 'Not possible for this link', advice: 'Correct the inputs that the message names.' },
  'limit-reached': {
    title: 'No place for another link',
    advice: 'Revoke a link that is no longer needed, the expired ones first.',
  },
  'portal-too-old': {
    title: 'Portal too old for this',
    advice: 'Update DocSpace to 3.7 or later, or leave the input out.',
  },
  'sharing-restricted': {
    title: 'External sharing is restricted',
    advice: 'The portal restricts external sharing in rooms: DocSpace → Settings → Security → External sharing.',
  },
  refused: {
    title: 'The portal refused',
    advice:
      'The portal refuses this for a reason that it only says in the words of its own language. Check role, room and rights.',
  },
  'not-applied': {
    title: 'The portal did not do what was asked',
    advice: 'Look at the link in DocSpace. Run the step again; if it stays so, report it.',
  },
  'expired-on-the-way': {
    title: 'The date passed before the write',
    advice: 'Use a later `expiration`: a date in the past would make a link that never ends.',
  },
  conflict: {
    title: 'Others changed the room at the same time',
    advice: 'Run the step again. A `concurrency` group in the workflow keeps its own runs apart.',
  },
  'rate-limited': {
    title: 'Too many requests',
    advice:
      "All keys of a user share the portal's limits (1500 requests a minute). The step waits as long as `timeout` allows: raise it, or run fewer jobs at the same time.",
  },
  timeout: {
    title: 'Time is up',
    advice: 'The portal was too slow. Raise `request-timeout` or `timeout` if that is normal for it.',
  },
  unreachable: {
    title: 'Portal not reachable',
    advice: 'Check `portal-url`, the network of the runner, and its proxy settings.',
  },
  'proxy-refused': {
    title: 'Refused by the proxy',
    advice: 'Check the proxy variables and `no_proxy` of the runner, and whether the proxy allows this host.',
  },
  tls: {
    title: 'Certificate not trusted',
    advice: "For a self-hosted portal with a CA of its own, give that CA's certificate in `ca-certificate`.",
  },
  'not-secure': {
    title: 'No secure connection',
    advice:
      'Check that `portal-url` names the port on which the portal speaks `https`, and which TLS versions the portal allows.',
  },
  'cut-answer': {
    title: 'Answer cut off',
    advice: 'The connection broke in the middle. Run the step again; look at proxies in between if it happens often.',
  },
  redirected: {
    title: 'Redirected',
    advice: 'Use the address that the portal itself uses, with `https:`, as `portal-url`.',
  },
  'not-docspace': {
    title: 'Not an answer of DocSpace',
    advice: 'Check that `portal-url` is the address of the portal, and what stands between it and the runner.',
  },
  'portal-unavailable': {
    title: 'Portal not available',
    advice: 'Try again later; look at the state of the portal if it lasts.',
  },
  'portal-unpaid': {
    title: 'Portal not paid',
    advice: "The portal's tariff or quota forbids this: DocSpace → Settings → Payments.",
  },
  'portal-error': {
    title: 'Error inside the portal',
    advice: "Run the step again; if it stays so, the portal's own log says more.",
  },
  'audit-findings': {
    title: 'Findings',
    advice:
      'The summary of the job lists them. Mend them, or accept single ones for a while by `waivers` in the policy file.',
  },
  'audit-incomplete': {
    title: 'Audit incomplete',
    advice:
      'What was not read is not known to be clean. Make the user who owns the API key a Room manager of these rooms, or leave them out with `exclude-rooms`.',
  },
  github: { title: 'GitHub refused', advice: 'Give the job the permission that the message names.' },
  'github-unavailable': {
    title: 'GitHub not available',
    advice: 'Run the step again; look at the state of GitHub if it lasts.',
  },
  'outputs-lost': {
    title: 'Outputs not written',
    advice:
      'The work is done, but later steps would go on with empty outputs. Look at the disk of the runner, and at the file that `GITHUB_OUTPUT` names; then run the step again.',
  },
  internal: { title: 'Error in this action', advice: 'Please report it, with the log of a run with debug logging.' },
} as const satisfies Record<string, { readonly title: string; readonly advice: string }>;

/** The code of a way to fail; stable, for users to search for. */
export type ProblemCode = keyof typeof problemTable;

/** Where in a file of the repository something is wrong; line and column from 1. */
export interface FilePlace {
  readonly path: string;
  readonly line: number;
  readonly column?: number;
}

/** One thing that is wrong: what happened, and what to do. */
export interface Problem {
  readonly code: ProblemCode;
  readonly message: string;
  readonly hint: string;
  /** Where GitHub shows it in the file, too; the message names the place itself. */
  readonly place?: FilePlace;
}

/** A problem with the advice of its code, unless there is better. */
export function problem(
  code: ProblemCode,
  message: string,
  hint: string = problemTable[code].advice,
  place?: FilePlace,
): Problem {
  return { code, message, hint, ...(place === undefined ? {} : { place }) };
}

/** What is thrown for the user to read: one problem or several, all at once. */
export class Failure extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[], options?: ErrorOptions) {
    super(problems.map((one) => one.message).join('\n'), options);
    this.name = 'Failure';
    this.problems = problems;
  }
}

/** A failure of one problem. */
export function failure(code: ProblemCode, message: string, hint?: string, options?: ErrorOptions): Failure {
  return new Failure([problem(code, message, hint)], options);
}
