import * as v from 'valibot';
import { factsOf } from '../links/link-facts.ts';
import { inOrder, type Link, type LinkFacts } from '../links/link.ts';
import type { PasswordPolicy } from '../links/password.ts';
import { failure, type Failure } from '../links/problem.ts';
import { quoted } from '../links/quoted.ts';
import { roomTypeOf, type LinkType } from '../links/room-types.ts';
import type { Room, RoomArea, Sharing } from '../links/room.ts';
import { Secret } from '../links/secret.ts';
import { contradiction, contradictory, isSameRoom, type Question } from './contradiction.ts';
import { excerpt } from './excerpt.ts';
import type { Answer } from './exchange.ts';

/** A date as the portal prints it, and the offset from UTC, in minutes, in which it printed it. */
export interface PrintedDate {
  readonly date: Date;
  readonly offset: number;
}

/**
 * Reads `2026-12-31T23:59:59.0000000+01:00` (portal.md §4.2); what is finer than a millisecond is cut. Null for
 * anything else, a date that no calendar has included.
 */
export function parseDate(text: string): PrintedDate | null {
  const match =
    /^(?<wall>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(?<fraction>\d{1,7}))?(?:Z|(?<sign>[+-])(?<hours>\d\d):(?<minutes>\d\d))$/u.exec(
      text,
    )?.groups;
  if (match === undefined) return null;
  const { wall = '', fraction = '', sign, hours = '0', minutes = '0' } = match;
  const local = new Date(`${wall}Z`);
  // The engine carries the 30th of February over to March, and 24:00 over to the next day.
  if (Number.isNaN(local.getTime()) || !local.toISOString().startsWith(wall)) return null;
  const amount = Number(hours) * 60 + Number(minutes);
  if (amount > 14 * 60 || Number(minutes) > 59) return null;
  const offset = sign === '-' && amount !== 0 ? -amount : amount;
  const milliseconds = Number(fraction.padEnd(3, '0').slice(0, 3));
  return { date: new Date(local.getTime() + milliseconds - offset * 60_000), offset };
}

const guid = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/iu),
  v.toLowerCase(),
);
const secret = v.pipe(
  v.string(),
  v.nonEmpty(),
  v.transform((text) => new Secret(text)),
);
/** The portal leaves out what it does not know and, in errors, writes null. */
const maybe = <Schema extends v.GenericSchema>(schema: Schema): v.NullishSchema<Schema, null> =>
  v.nullish(schema, null);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const number = v.pipe(v.number(), v.integer());
const date = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }): PrintedDate => {
    const printed = parseDate(dataset.value);
    if (printed !== null) return printed;
    addIssue({ message: 'no date' });
    return NEVER;
  }),
);

const envelope = v.object({
  response: v.optional(v.unknown()),
  status: v.number(),
  statusCode: v.number(),
  count: maybe(v.number()),
  links: maybe(v.array(v.object({ href: v.string(), action: maybe(v.string()) }))),
});

const sharedLink = v.object({
  id: guid,
  title: maybe(v.string()),
  shareLink: secret,
  expirationDate: maybe(date),
  linkType: maybe(v.picklist([0, 1])),
  password: maybe(v.string()),
  denyDownload: v.nullish(v.boolean(), false),
  isExpired: v.boolean(),
  primary: v.nullish(v.boolean(), false),
  internal: v.nullish(v.boolean(), false),
  requestToken: maybe(secret),
  maxUseCount: maybe(count),
  currentUseCount: maybe(count),
});

/** `sharedTo` is the older name of the same object, and the only one before 3.5 (portal.md §4.3). */
const target = v.pipe(
  v.looseObject({}),
  v.transform((item) => ({ ...item, sharedLink: item['sharedLink'] ?? item['sharedTo'] })),
);

const linkItem = v.pipe(
  target,
  v.object({ access: number, subjectType: maybe(number), sharedLink }),
  v.rawTransform(({ dataset, addIssue, NEVER }): Link => {
    const { access, subjectType, sharedLink: link } = dataset.value;
    const kind = kindOf(subjectType, link.linkType, link.primary);
    if (kind === null) {
      addIssue({ message: 'neither kind of link' });
      return NEVER;
    }
    const external = kind.type === 'external';
    return {
      ...kind,
      id: link.id,
      access,
      title: link.title ?? '',
      expiration: link.expirationDate?.date ?? null,
      expirationOffset: link.expirationDate?.offset ?? 0,
      expired: link.isExpired,
      internal: external && link.internal,
      password: external && link.password !== null && link.password !== '' ? new Secret(link.password) : null,
      denyDownload: external && link.denyDownload,
      maxUses: external ? null : link.maxUseCount,
      uses: external ? null : link.currentUseCount,
      url: link.shareLink,
      token: external ? link.requestToken : null,
    };
  }),
);

/** The stored kind of a record counts more than the type of the link (portal.md §2.3); older portals show only that. */
function kindOf(
  subjectType: number | null,
  linkType: 0 | 1 | null,
  primary: boolean,
): { readonly type: LinkType; readonly primary: boolean } | null {
  switch (subjectType) {
    case 1:
      return { type: 'external', primary: false };
    case 3:
      return { type: 'invitation', primary: false };
    case 4:
      return { type: 'external', primary: true };
    case null:
    default:
      if (linkType === null) return null;
      return linkType === 0 ? { type: 'invitation', primary: false } : { type: 'external', primary };
  }
}

const areas: Readonly<Record<number, RoomArea>> = { 14: 'active', 20: 'archived', 30: 'template', 34: 'agents' };

const roomObject = v.object({
  id: v.pipe(
    v.union([number, v.pipe(v.string(), v.nonEmpty())]),
    v.transform((id) => String(id)),
  ),
  title: v.string(),
  roomType: maybe(number),
  rootFolderType: number,
  access: number,
  security: maybe(v.object({ EditAccess: v.nullish(v.boolean(), false) })),
  createdBy: maybe(v.object({ id: maybe(v.pipe(v.string(), v.toLowerCase())) })),
  shared: maybe(v.boolean()),
  sharedExternal: maybe(v.boolean()),
  updated: v.fallback(maybe(date), null),
});

/** A folder of the portal: a room, or one that is none. */
interface Folder {
  readonly id: string;
  readonly room: Room | null;
  readonly title: string;
}

const folder = v.pipe(
  roomObject,
  v.rawTransform(({ dataset, addIssue, NEVER }): Folder => {
    const { id, title, roomType, rootFolderType, access, security, createdBy } = dataset.value;
    const { shared, sharedExternal, updated } = dataset.value;
    if (roomType === null) return { id, room: null, title };
    const area = areas[rootFolderType];
    if (area === undefined) {
      addIssue({ message: 'an area without rooms' });
      return NEVER;
    }
    const room: Room = {
      id,
      title,
      type: roomTypeOf(roomType),
      typeCode: roomType,
      area,
      canEditAccess: security?.EditAccess ?? false,
      access,
      ownerId: createdBy?.id ?? null,
      // Before 3.7 there is no `sharedExternal`, and `shared` does not say what it says since.
      shared: sharedExternal === null ? null : shared,
      sharedExternal,
      modified: updated?.date ?? null,
    };
    return { id, room, title };
  }),
);

const roomsPage = v.object({
  folders: v.array(folder),
  total: count,
  startIndex: maybe(number),
});

const keyObject = v.object({
  id: v.pipe(v.string(), v.nonEmpty()),
  permissions: v.array(v.string()),
  createBy: v.object({ id: v.pipe(v.string(), v.toLowerCase()) }),
});

const sharingObject = v.object({
  externalShare: maybe(v.boolean()),
  externalShareApplyToRooms: maybe(v.boolean()),
  blockExistingLinksOnRestrict: v.nullish(v.boolean(), false),
});

const policyObject = v.object({
  minLength: count,
  upperCase: v.boolean(),
  digits: v.boolean(),
  specSymbols: v.boolean(),
});

/** The `status` of a person whose account is disabled; 1 is active, 4 invited. */
const terminated = 2;

/** The members of a 200 answer, once it is known to be one of DocSpace. */
export interface Envelope {
  /** Undefined when the portal returned nothing. */
  readonly response: unknown;
}

/**
 * Reads the envelope of a success (portal.md §4.1). Throws `not-docspace`, which says what came instead, for whatever
 * DocSpace does not send: other content types, text that is no JSON, JSON without an envelope; and for an envelope that
 * is not about this request, or contradicts itself.
 */
export function decodeEnvelope(answer: Answer, name: string, question: Question): Envelope {
  const body = answer.contentType === 'application/json' ? parseJson(answer.text) : undefined;
  if (body === undefined) throw notDocSpace(answer, name);
  const claims = decoded(envelope, body, name);
  const why = contradiction(claims, answer.headers, question);
  if (why !== null) throw contradictory(name, why);
  return { response: claims.response };
}

/**
 * The links of `GET …/links`, in the order of `inOrder`, whatever order the portal sent them in: it promises none
 * (portal.md H3). Throws `not-docspace` with the path of the first member that is not as expected.
 */
export function decodeLinks(response: unknown, name: string): readonly Link[] {
  return inOrder(decoded(v.array(linkItem), response, name, 'response'));
}

/**
 * The links of `GET …/links` without their secrets; passwords are held against the policy on the way. Throws
 * `not-docspace` as above.
 */
export function decodeLinkFacts(response: unknown, name: string, policy: PasswordPolicy | null): readonly LinkFacts[] {
  return decodeLinks(response, name).map((link) => factsOf(link, policy));
}

/** One link. Throws `not-docspace` as above. */
export function decodeLink(response: unknown, name: string): Link {
  return decoded(linkItem, response, name, 'response');
}

/** Whether the portal knows `sharedLink` (portal.md §4.3); an empty list does not tell, and counts as yes. */
export function hasSharedLink(response: unknown): boolean {
  if (!Array.isArray(response)) return false;
  return response.every((item: unknown) => typeof item === 'object' && item !== null && 'sharedLink' in item);
}

/** The room of this id. Throws `not-a-room` for a folder that is none, `not-docspace` as above and for another room. */
export function decodeRoom(response: unknown, name: string, id: string): Room {
  const { room, title, id: answered } = decoded(folder, response, name, 'response');
  if (!isSameRoom(answered, id))
    throw contradictory(name, `it is about ${excerpt(answered, 60)}, not about ${excerpt(id, 60)}`);
  if (room === null) throw failure('not-a-room', `${quoted(title)} (${id}) is a folder, not a room.`);
  return room;
}

/**
 * The page of `GET /files/rooms` that begins there. Folders that are no rooms are left out, but counted. Throws
 * `not-docspace`, also for another page. `total` says how many rooms there are (portal.md §7).
 */
export function decodeRooms(
  response: unknown,
  name: string,
  start: number,
): { readonly rooms: readonly Room[]; readonly size: number; readonly total: number } {
  const page = decoded(roomsPage, response, name, 'response');
  if (page.startIndex !== null && page.startIndex !== start) {
    throw contradictory(name, `it begins at room ${page.startIndex}, not at ${start}`);
  }
  const rooms = page.folders.flatMap(({ room }) => (room === null ? [] : [room]));
  return { rooms, size: page.folders.length, total: page.total };
}

/** The key of `GET /keys/@self`. Throws `not-docspace`. */
export function decodeKey(
  response: unknown,
  name: string,
): { readonly scopes: readonly string[]; readonly userId: string } {
  const { permissions, createBy } = decoded(keyObject, response, name, 'response');
  return { scopes: permissions, userId: createBy.id };
}

/** What `GET /files/settings` says of external sharing; null before 3.7, which does not know it. */
export function decodeSharing(response: unknown, name: string): Sharing | null {
  const settings = decoded(sharingObject, response, name, 'response');
  if (settings.externalShare === null || settings.externalShareApplyToRooms === null) return null;
  const restrictedInRooms = !settings.externalShare && settings.externalShareApplyToRooms;
  return { restrictedInRooms, blocksExisting: restrictedInRooms && settings.blockExistingLinksOnRestrict };
}

/** What `GET /settings/security/password` says (portal.md G4). Throws `not-docspace`. */
export function decodePasswordPolicy(response: unknown, name: string): PasswordPolicy {
  return decoded(policyObject, response, name, 'response');
}

/** Whether the person of `GET /people/{id}` has an active account. Throws `not-docspace`. */
export function decodeActive(response: unknown, name: string): boolean {
  return decodeNumber(response, 'status', name) !== terminated;
}

/** A number that stands in the response under this name: what the portal tells strangers. Throws `not-docspace`. */
export function decodeNumber(response: unknown, member: string, name: string): number {
  return decoded(
    v.pipe(
      v.record(v.string(), v.unknown()),
      v.transform((all) => all[member]),
      number,
    ),
    response,
    name,
  );
}

function decoded<Schema extends v.GenericSchema>(
  schema: Schema,
  input: unknown,
  name: string,
  parent?: string,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, input, { abortEarly: true });
  if (result.success) return result.output;
  // The path only: values may be secrets.
  const [issue] = result.issues;
  const path = [parent, v.getDotPath(issue)].filter((part) => part !== undefined && part !== null).join('.');
  const where = path === '' ? 'the whole' : `\`${excerpt(path, 100).slice(1, -1)}\``;
  throw failure(
    'not-docspace',
    `The answer to ${name} is JSON, but not as DocSpace sends it: ${where} ${input === undefined ? 'is missing' : 'is missing or of another kind'}.`,
    'Check that `portal-url` is the address of the portal. If it is, this version of DocSpace is not supported yet: please report it.',
  );
}

/** The value of a JSON text; undefined if it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** What came instead of an answer of DocSpace. */
export function notDocSpace(answer: Answer, name: string): Failure {
  const { status, contentType, text } = answer;
  if (contentType === 'text/html' && status < 300) {
    return failure(
      'not-docspace',
      `The address answered ${name} with a web page, not with DocSpace's API: ${came(answer)}.`,
      'Check `portal-url`: it is the address of the portal itself, `https://your-portal.onlyoffice.com`. A login page or proxy in front of the portal answers so too.',
    );
  }
  const what =
    contentType === 'application/json' && text !== ''
      ? 'with JSON that is cut or broken'
      : 'otherwise than DocSpace does';
  return failure('not-docspace', `${name} was answered ${what}: ${came(answer)}.`);
}

/** Status, content type and the first characters, for a sentence. */
export function came({ status, contentType, text }: Answer): string {
  const type = contentType === '' ? 'no content type' : excerpt(contentType, 60).slice(1, -1);
  return `${status}, ${type}, ${text === '' ? 'empty' : excerpt(text, 80)}`;
}
