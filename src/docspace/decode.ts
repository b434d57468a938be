import * as v from 'valibot';
import type { PasswordPolicy } from '../links/password.ts';
import type { Sharing } from '../links/room.ts';
import { notDocSpace, parseJson } from './answer-body.ts';
import { contradiction, contradictory, type Question } from './contradiction.ts';
import { count, decoded, maybe, number } from './schema.ts';
import type { Answer } from './exchange.ts';

const envelope = v.object({
  response: v.optional(v.unknown()),
  status: v.number(),
  statusCode: v.number(),
  count: maybe(v.number()),
  links: maybe(v.array(v.object({ href: v.string(), action: maybe(v.string()) }))),
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

/** A number that stands in the response under this name: what the portal tells anonymous visitors. Throws `not-docspace`. */
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
