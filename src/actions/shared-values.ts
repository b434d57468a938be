import type { Reveal } from '../links/described-link.ts';
import type { RoomReference } from '../links/room.ts';
import { Secret } from '../links/secret.ts';
import { day } from '../links/time.ts';
import { type CaCertificate, parseApiKey, parseCaCertificate, parsePortalUrl } from '../values/credentials.ts';
import { parseDuration } from '../values/duration.ts';
import { oneOf, parseBoolean } from '../values/parsed.ts';
import { parseRoomId, parseRoomTitle } from '../values/rooms.ts';
import type { Reader } from './reader.ts';
import type { commentInputs, commonInputs, roomInputs } from './shared-inputs.ts';

/** What every verb is given. */
export interface CommonInputs {
  /** Origin of the portal: `https://portal.example`. */
  readonly portal: string;
  readonly apiKey: Secret;
  readonly ca: CaCertificate | null;
  /** Milliseconds. */
  readonly requestTimeout: number;
  /** Milliseconds. */
  readonly timeout: number;
  readonly summary: boolean;
  /** Always false for a verb that never writes. */
  readonly dryRun: boolean;
  /** For the debug log: what was read otherwise than it was written. */
  readonly notes: readonly string[];
}

/** What the verbs that comment on pull requests are given. */
export interface CommentInputs {
  readonly commentOnPr: boolean;
  readonly githubToken: Secret | null;
}

type CommonName = ReturnType<typeof commonInputs>[number]['name'];
type RoomName = (typeof roomInputs)[number]['name'];

/** Node's timers hold 2³¹ − 1 milliseconds, 24.8 days; a longer one would fire at once. */
const longestTimeout = 24 * day;

const parseTimeout = parseDuration(longestTimeout, '`24d`', ['s', 'm']);

/**
 * A value that must be there. It is missing only where there is a problem, and then the inputs are thrown away
 * before anyone sees them.
 */
export function required<T>(value: T | undefined): T {
  return value as T;
}

/** Reads what every verb has, except the switch for missing credentials. */
export function readCommon(reader: Reader<CommonName>, dryRun: boolean): CommonInputs {
  return {
    portal: required(reader.read('portal-url', parsePortalUrl)),
    apiKey: required(reader.read('api-key', parseApiKey)),
    ca: reader.read('ca-certificate', parseCaCertificate) ?? null,
    requestTimeout: required(reader.read('request-timeout', parseTimeout)),
    timeout: required(reader.read('timeout', parseTimeout)),
    summary: required(reader.read('summary', parseBoolean)),
    dryRun,
    notes: reader.notes,
  };
}

/** Reads which room is meant: by exactly one of id and title. */
export function readRoom(reader: Reader<RoomName>): RoomReference {
  const id = reader.read('room-id', parseRoomId);
  const title = reader.read('room-title', parseRoomTitle);
  const given = [reader.given('room-id'), reader.given('room-title')].filter(Boolean);
  if (given.length === 2) reader.refuse('`room-id` and `room-title` both name the room: give only one of them.');
  if (given.length === 0) reader.refuse('The room is not named: give `room-id` or `room-title`.');
  return id === undefined ? { by: 'title', title: required(title) } : { by: 'id', id };
}

/** Reads which URLs may be seen. */
export function readReveal(reader: Reader<'reveal-link'>): Reveal {
  return required(
    reader.read('reveal-link', oneOf(['never', 'protected', 'always'], { false: 'never', true: 'always' })),
  );
}

/** Reads whether to comment on the pull request, and as whom. */
export function readComment(reader: Reader<(typeof commentInputs)[number]['name']>): CommentInputs {
  return {
    commentOnPr: readSwitch(reader, 'comment-on-pr'),
    githubToken: readGitHubToken(reader),
  };
}

/** Reads the token of GitHub; null without one. */
export function readGitHubToken(reader: Reader<'github-token'>): Secret | null {
  return reader.read('github-token', (text) => ({ value: new Secret(text) })) ?? null;
}

/** Reads a switch that has a default. */
export function readSwitch<Name extends string>(reader: Reader<Name>, name: NoInfer<Name>): boolean {
  return required(reader.read(name, parseBoolean));
}
