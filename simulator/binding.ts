import { type Instant, readDate } from './dates.ts';
import { BindingError, HandlerError, MediaTypeError } from './envelope.ts';
import { type JsonNode, JsonSyntaxError, readJson } from './json.ts';
import { ROLE_NAMES } from './roles.ts';
import { NO_ID } from './state.ts';
import type { Culture } from './titles.ts';

/** The body of PUT …/links with the server's defaults filled in (section 1). */
export interface LinkRequest {
  readonly linkId: string;
  readonly access: number;
  readonly expiration: Instant | null;
  readonly internal: boolean;
  readonly title: string | null;
  readonly linkType: number;
  readonly password: string | null;
  readonly denyDownload: boolean;
  readonly maxUseCount: number | null;
}

interface Member {
  readonly name: string;
  readonly node: JsonNode;
}

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const INT32 = 2 ** 31;

function isInt32(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= -INT32 && value < INT32;
}

function refuse(member: Member, text: string): never {
  const path = `$.${member.name}`;
  const { line, byte } = member.node;
  throw new BindingError({ [path]: [`${text} Path: ${path} | LineNumber: ${line} | BytePositionInLine: ${byte}.`] });
}

function notA(member: Member, type: string): never {
  return refuse(member, `The JSON value could not be converted to ${type}.`);
}

function guid(member: Member): string {
  const { value } = member.node;
  if (typeof value !== 'string' || !GUID.test(value)) return notA(member, 'System.Guid');
  return value.toLowerCase();
}

function text(member: Member): string | null {
  const { kind, value } = member.node;
  if (kind === 'null') return null;
  return typeof value === 'string' ? value : notA(member, 'System.String');
}

function flag(member: Member): boolean {
  const { value } = member.node;
  return typeof value === 'boolean' ? value : notA(member, 'System.Boolean');
}

/** Numbers may come as text (web defaults of System.Text.Json). */
function integer(member: Member, type: string): number {
  const { kind, value } = member.node;
  const number = kind === 'string' && /^-?\d+$/.test(String(value)) ? Number(value) : value;
  return isInt32(number) ? number : notA(member, type);
}

/** The custom converter of `access`: whatever it does not know becomes None, and None revokes (section 1.1). */
function access(member: Member): number {
  const { kind, value } = member.node;
  if (kind === 'object' || kind === 'array') {
    const converter = 'ASC.Files.Core.Security.FileShareConverter';
    return refuse(member, `The converter '${converter}' read too much or not enough.`);
  }
  if (isInt32(value)) return value;
  if (typeof value !== 'string') return 0;
  const named = ROLE_NAMES.findIndex((name) => name === value);
  if (named !== -1) return named;
  return /^\s*[+-]?\d+\s*$/.test(value) && isInt32(Number(value)) ? Number(value) : 0;
}

function date(member: Member, culture: Culture): Instant | null {
  const { kind, value } = member.node;
  if (kind === 'null') return null;
  return typeof value === 'string' ? readDate(value, culture) : notA(member, 'ASC.Api.Core.ApiDateTime');
}

/** Types stand in a table of their own: `linkType` takes numbers only (section 1). */
function linkType(member: Member): number {
  const { value } = member.node;
  return isInt32(value) ? value : notA(member, 'ASC.Files.Core.ApiModels.ResponseDto.LinkType');
}

function isJsonType(contentType: string): boolean {
  return /^(?:application\/json|text\/json|application\/[^;]*\+json)\s*(?:;|$)/i.test(contentType.trim());
}

/** Reads a body as JSON, or throws what the server answers: 415, "non-empty request body", JSON errors. */
export function readBody(contentType: string, body: Buffer, model: string, type: string): JsonNode {
  if (!isJsonType(contentType)) throw new MediaTypeError();
  const nothing = (): never => {
    throw new BindingError({ [model]: ['A non-empty request body is required.'] });
  };
  if (body.length === 0) return nothing();
  let root: JsonNode;
  try {
    root = readJson(body);
  } catch (error) {
    if (error instanceof JsonSyntaxError) throw new BindingError({ $: [error.message] });
    throw error;
  }
  if (root.kind === 'null') return nothing();
  if (root.kind !== 'object') {
    const place = `Path: $ | LineNumber: ${root.line} | BytePositionInLine: ${root.byte}.`;
    throw new BindingError({ $: [`The JSON value could not be converted to ${type}. ${place}`] });
  }
  return root;
}

/** Members by lower-case name, the last one wins; used for the small bodies. */
export function stringsOf(root: JsonNode): ReadonlyMap<string, string | number> {
  const strings = new Map<string, string | number>();
  for (const [name, { value }] of root.members) {
    if (typeof value === 'string' || typeof value === 'number') strings.set(name.toLowerCase(), value);
  }
  return strings;
}

/** Binds the body of PUT …/links. JSON type errors stop at the first; range errors come together (section G16). */
export function bindLinkRequest(contentType: string, body: Buffer, culture: Culture): LinkRequest {
  const root = readBody(contentType, body, 'RoomLink', 'ASC.Files.ApiModels.RequestDto.RoomLinkRequest');
  const bound = {
    linkId: NO_ID,
    access: 0,
    expiration: null as Instant | null,
    internal: false,
    title: null as string | null,
    linkType: 0,
    password: null as string | null,
    denyDownload: false,
    maxUseCount: null as number | null,
  };
  for (const [name, node] of root.members) {
    const member = { name, node };
    switch (name.toLowerCase()) {
      case 'linkid':
        bound.linkId = guid(member);
        break;
      case 'access':
        bound.access = access(member);
        break;
      case 'expirationdate':
        bound.expiration = date(member, culture);
        break;
      case 'internal':
        bound.internal = flag(member);
        break;
      case 'title':
        bound.title = text(member);
        break;
      case 'linktype':
        bound.linkType = linkType(member);
        break;
      case 'password':
        bound.password = text(member);
        break;
      case 'denydownload':
        bound.denyDownload = flag(member);
        break;
      case 'maxusecount':
        bound.maxUseCount = node.kind === 'null' ? null : integer(member, 'System.Nullable`1[System.Int32]');
        break;
      case 'currentusecount':
        // Read, checked and ignored (recordings/22).
        integer(member, 'System.Int32');
        break;
      default:
        break;
    }
  }
  const errors: Record<string, string[]> = {};
  for (const [property, value] of [
    ['Title', bound.title],
    ['Password', bound.password],
  ] as const) {
    if (value !== null && value.length > 255) {
      errors[`RoomLink.${property}`] = [`The field ${property} must be a string with a maximum length of 255.`];
    }
  }
  if (bound.maxUseCount !== null && (bound.maxUseCount < 1 || bound.maxUseCount > 1000)) {
    errors['RoomLink.MaxUseCount'] = ['The field MaxUseCount must be between 1 and 1000.'];
  }
  if (Object.keys(errors).length > 0) throw new BindingError(errors);
  return bound;
}

function property(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** A whole number of the query. */
export function queryInteger(query: URLSearchParams, name: string, fallback: number): number {
  const value = query.get(name);
  if (value === null || value === '') return fallback;
  if (!/^[+-]?\d+$/.test(value.trim()) || !isInt32(Number(value))) {
    throw new BindingError({ [name]: [`The value '${value}' is not valid for ${property(name)}.`] });
  }
  return Number(value);
}

/** `count` of a list: 1…100, default 100 (recordings/18). */
export function queryCount(query: URLSearchParams): number {
  const count = queryInteger(query, 'count', 100);
  if (count < 1 || count > 100) throw new BindingError({ count: ['The field Count must be between 1 and 100.'] });
  return count;
}

/** `startIndex` of a list: a negative one fails in the handler, not in the binder (recordings/18). */
export function queryStart(query: URLSearchParams): number {
  const start = queryInteger(query, 'startIndex', 0);
  if (start < 0) {
    const message = `from ('${start}') must be greater than or equal to '0'. (Parameter 'from')\nActual value was ${start}.`;
    throw new HandlerError('outOfRange', message);
  }
  return start;
}

/** An enum of the query: a number or a name. */
export function queryEnum(
  query: URLSearchParams,
  name: string,
  values: Readonly<Record<string, number>>,
): readonly number[] {
  return query.getAll(name).flatMap((value) => {
    if (value === '') return [];
    const named = Object.entries(values).find(([key]) => key.toLowerCase() === value.toLowerCase());
    const number = named?.[1] ?? (/^-?\d+$/.test(value) ? Number(value) : null);
    if (number === null) {
      throw new BindingError({ [name]: [`The value '${value}' is not valid for ${property(name)}.`] });
    }
    if (!Object.values(values).includes(number)) {
      throw new BindingError({ [name]: [`The value '${value}' is invalid.`] });
    }
    return [number];
  });
}

/** `tags` is a JSON array as text; bad JSON is a 500 (section 7). */
export function queryTags(query: URLSearchParams): readonly string[] {
  const value = query.get('tags');
  if (value === null || value === '') return [];
  try {
    return readJson(Buffer.from(value)).items.flatMap((item) => (typeof item.value === 'string' ? [item.value] : []));
  } catch (error) {
    if (error instanceof JsonSyntaxError) throw new HandlerError('json', error.message);
    throw error;
  }
}
