import type { LinkType } from '../links/room-types.ts';
import { fieldsNotFor, type LinkRef, type Wish } from '../links/desired.ts';
import { fittingWish } from '../links/declared-links.ts';
import type { defaultsShape, linkShape } from './link-shape.ts';
import type { Defaultable, FileLink } from '../links/declared.ts';
import type { Refuse } from './mistakes.ts';
import type { ReadBy } from './shape.ts';

/** A link, as it was read. */
export type LinkRead = ReadBy<ReturnType<typeof linkShape>>;
/** `defaults`, as they were read. */
export type DefaultsRead = ReadBy<ReturnType<typeof defaultsShape>>;

/** Key of a link that names none. */
const defaultKey = 'default';

/** One link, with the defaults that can fit it. Refuses fields that exclude each other, or that its type does not have. */
export function buildLink(read: LinkRead, defaults: DefaultsRead | undefined, refuse: Refuse): FileLink {
  const { ref, type } = readRef(read, defaults, refuse);
  const given = givenWish(read, ref);
  if (type !== null) refuseUnfit(read, given, type, refuse);
  const { values } = read;
  const shared = defaults?.values;
  const byDefault: Partial<Wish> = {
    access: shared?.access?.value,
    expiration: shared?.expiration?.value,
    internal: shared?.internal?.value,
    password: shared?.password?.value,
    denyDownload: shared?.['deny-download']?.value,
    maxUses: shared?.['max-uses']?.value,
  };
  const missing = (Object.keys(byDefault) as (keyof typeof byDefault)[]).filter((name) => given[name] === undefined);
  const link: FileLink = {
    wish: {
      ...given,
      ...Object.fromEntries(missing.map((name) => [name, byDefault[name]])),
      renew: (values.renew ?? shared?.renew)?.value ?? false,
    },
    defaulted: defaultables.filter((name) => missing.includes(name) && byDefault[name] !== undefined),
    absent: values.state?.value === 'absent',
    line: read.at.line,
  };
  // Without a type it is the room that tells what fits.
  return type === null ? link : { ...link, wish: fittingWish(link, { type, permanent: false }) };
}

const defaultables: readonly Defaultable[] = ['expiration', 'internal', 'password', 'denyDownload', 'maxUses'];

/** What the link itself says. */
function givenWish({ values }: LinkRead, ref: LinkRef): Wish {
  return {
    ref,
    access: values.access?.value,
    expiration: values.expiration?.value,
    internal: values.internal?.value,
    title: values.title?.value,
    password: values.password?.value,
    denyDownload: values['deny-download']?.value,
    maxUses: values['max-uses']?.value,
    renew: values.renew?.value ?? false,
    rotate: false,
    adopt: values.adopt?.value ?? false,
  };
}

/** Which link is meant, and its type if the file tells; the same rules as for the inputs of the root action. */
function readRef(
  { values, placeOf }: LinkRead,
  defaults: DefaultsRead | undefined,
  refuse: Refuse,
): { readonly ref: LinkRef; readonly type: LinkType | null } {
  const key = values.key?.value ?? defaultKey;
  const id = values['link-id'];
  const { primary, type } = values;
  if (id !== undefined) {
    const at = placeOf('key');
    if (at !== undefined) refuse(at, '`link-id` and `key` both name the link: give only one of them.');
    if (primary?.value === true) {
      refuse(primary.at, '`link-id` and `primary: true` both name the link: give only one of them.');
    }
    return { ref: { by: 'id', id: id.value }, type: null };
  }
  if (primary?.value === true) {
    if (type?.value === 'invitation') {
      refuse(
        primary.at,
        '`primary: true` is not possible with `type: invitation`: the primary link of a room is an external link.',
      );
      return { ref: { by: 'primary', key }, type: null };
    }
    return { ref: { by: 'primary', key }, type: 'external' };
  }
  // With a type that cannot be read, nothing is said about what does not fit it.
  if (placeOf('type') !== undefined && type === undefined)
    return { ref: { by: 'key', type: 'external', key }, type: null };
  const known = (type ?? defaults?.values.type)?.value ?? 'external';
  return { ref: { by: 'key', type: known, key }, type: known };
}

function refuseUnfit({ values, at }: LinkRead, given: Wish, type: LinkType, refuse: Refuse): void {
  const other = type === 'external' ? 'invitation' : 'external';
  for (const name of fieldsNotFor(given, type)) {
    refuse(
      values[name as keyof typeof values]?.at ?? at,
      `\`${name}\` is for ${other} links only, and this is ${type === 'external' ? 'an external' : 'an invitation'} link. Leave it out, or write \`type: ${other}\`.`,
    );
  }
}
