import { roles } from '../links/access.ts';
import type { Expiration, DesiredPassword, DesiredSettings } from '../links/desired.ts';
import type { LinkType } from '../links/room-types.ts';
import { type FieldName, memberOf, type SettingMember } from '../links/settings.ts';
import { instantOf, parseExpiration } from './expiration.ts';
import { longestKey, longestTitle, parseGuid, parseKey, parseTitle } from './names.ts';
import { oneOf, type Parse, parseBoolean } from './parsed.ts';
import { parseAccess, parseMaxUses, parsePassword, passwordWord } from './settings.ts';

/** What a desired link can say of this setting. */
export type DesiredValue<Name extends FieldName = FieldName> = Exclude<DesiredSettings[SettingMember<Name>], undefined>;

/** What users write of a link, in an input of the root action and in the file. */
interface LinkWords<T> {
  /** What the input says of itself, and the JSON Schema of the file. */
  readonly description: string;
  /** Reads it, at this time. */
  readonly parse: (now: Date) => Parse<T>;
  /** What the JSON Schema (draft-07) of the file says of it: what is documented, and not all that is forgiven. */
  readonly editor: Readonly<Record<string, unknown>>;
  /** What the file takes instead of what the input takes. */
  readonly inFile?: { readonly description?: string; readonly parse: (now: Date) => Parse<T> };
  /** The word that asks for nothing: it is no mistake for a link that does not have the setting. */
  readonly idle?: string;
  /** It belongs to a single link, so the file has no default of it. */
  readonly single?: true;
  /** How the input is read: see `InputSpec`. */
  readonly input?: { readonly secret?: true; readonly exact?: true };
}

/** `true` and `false`, for editors: YAML has them without quotes, and a text is one too. */
const truth = { type: ['boolean', 'string'], enum: [true, false, 'true', 'false'] } as const;

/** Texts, and numbers that are meant as texts: `key: 4.2` is the key "4.2". */
const text = (longest: number) => ({ type: ['string', 'number'], minLength: 1, maxLength: longest }) as const;

/** As the input, but that a date may have passed: the file stays when its links expire. */
function parseFileExpiration(now: Date): Parse<Expiration> {
  const parse = parseExpiration(now);
  return (written) => {
    const instant = instantOf(written.toUpperCase());
    if (instant === null || 'wrong' in instant || instant.value > now) return parse(written);
    return { value: { kind: 'instant', at: instant.value } };
  };
}

/** What shall become of the password, without one: the file is under review, and no place for secrets. */
const parseFilePassword: Parse<DesiredPassword> = (written) => {
  const kind = passwordWord(written);
  if (kind !== undefined) return { value: { kind } };
  return {
    wrong:
      'holds a password, or a word that would be taken for one: no secrets in files. Possible: `generate` (one that DocSpace shows beside the link), `none`, `keep`. For a password of your own use the root action, with `password` from a secret and the same `key`. If this one is in use, change it: it is in the history of the repository.',
    unseen: true,
  };
};

/** The settings of a link, by their names (links/settings), each with the words for it: one row for both doors. */
export const linkSettings: { readonly [Name in FieldName]: LinkWords<DesiredValue<Name>> } = {
  access: {
    description:
      "Role granted by the link: `viewer`, `commenter`, `reviewer`, `editor`, `form-filler`, `content-creator`, or DocSpace's own name or number. Available roles depend on the room type. Default: `viewer` for a new link; an existing link keeps its role.",
    parse: () => parseAccess,
    editor: {
      type: ['string', 'integer'],
      anyOf: [
        { enum: roles.map(({ name }) => name) },
        { enum: roles.flatMap(({ code, docSpaceName, label }) => [docSpaceName, label, code, String(code)]) },
      ],
    },
  },
  expiration: {
    description:
      'End of the link: a duration from now (`12h`, `7d`, `2w`), an instant (`2027-01-31T18:00:00Z`), a date (`2027-01-31`, the end of that day in UTC), or `never`. Not given: `7d` for a new link, kept for an existing one.',
    parse: parseExpiration,
    editor: {
      pattern: '^([0-9]+[smhdw]|never|\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:\\d\\d))?)$',
    },
    inFile: { parse: parseFileExpiration },
  },
  internal: {
    description:
      '`true`: "DocSpace users only"; `false`: "Anyone with the link". External links only; a Public room has none but `false`. Not given: `true` for a new link, kept for an existing one.',
    parse: () => parseBoolean,
    editor: truth,
  },
  title: {
    description:
      'Title of the link in DocSpace, at most 255 characters. Everyone who sees the link can read it. Default: `<owner/repo>: <key>` for a new link; an existing link keeps its title.',
    parse: () => parseTitle,
    editor: text(longestTitle),
    single: true,
    input: { exact: true },
  },
  password: {
    description:
      'Password of an external link: `keep`, `none`, `generate` (output `password`), or the password itself, 8 to 30 printable ASCII characters without blanks. Not given: kept.',
    parse: () => parsePassword,
    editor: { enum: ['generate', 'none', 'keep'] },
    idle: 'keep',
    input: { secret: true, exact: true },
    inFile: {
      description:
        'Password of an external link: `generate` (made once, then kept), `none` or `keep`. Not given: kept. A password itself does not belong into a file.',
      parse: () => parseFilePassword,
    },
  },
  'deny-download': {
    description:
      '`true`: "Restrict file content copy, file download and printing". External links only. Not given: `false` for a new link, kept for an existing one.',
    parse: () => parseBoolean,
    editor: truth,
  },
  'max-uses': {
    description:
      'How many people may join by an invitation link: 1 to 1000, or `unlimited`. Needs DocSpace 3.7 or later. Not given: unlimited for a new link, kept for an existing one.',
    parse: () => parseMaxUses,
    editor: {
      type: ['integer', 'string'],
      minimum: 1,
      maximum: 1000,
      pattern: '^(unlimited|[1-9][0-9]{0,2}|1000)$',
    },
  },
};

/** The names of the settings, in the order of the inputs. */
export const settingNames = Object.keys(linkSettings) as readonly FieldName[];

/** The same by their names in the code. */
export const settingMembers = settingNames.map(memberOf);

/** What is wished of each setting, as `valueOf` tells it by the name that users write; undefined where they are silent. */
export function settingsFrom(valueOf: (name: FieldName) => DesiredValue | undefined): DesiredSettings {
  return Object.fromEntries(settingNames.map((name) => [memberOf(name), valueOf(name)])) as unknown as DesiredSettings;
}

/** What names a link and says how it is worked on, in the same form. */
export const linkNames = {
  'link-type': {
    description:
      "`external`: opens the room's content. `invitation`: whoever opens it joins the room as a member. With `link-id` the link's own type counts.",
    parse: () =>
      oneOf(['external', 'invitation'] satisfies LinkType[], {
        invite: 'invitation',
        share: 'external',
        shared: 'external',
      }),
    editor: { enum: ['external', 'invitation'] },
  },
  primary: {
    description:
      "`true`: work on the room's primary link instead of an additional one; it is made if it is missing. In Public and Form filling rooms it is permanent and cannot expire.",
    parse: () => parseBoolean,
    editor: truth,
  },
  key: {
    description:
      'Name of the link in this repository: the same key in the same room always means the same link. Any text on one line, up to 512 characters, such as the name of a branch, but not a URL or an id. The default title shows the first 100 characters of a longer key.',
    parse: () => parseKey,
    editor: { default: 'default', ...text(longestKey) },
  },
  'link-id': {
    description:
      'Id of an existing link to work on, whoever made it, instead of `key` and `primary`. It fails if the room has no such link.',
    parse: () => parseGuid,
    editor: { pattern: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$' },
  },
  adopt: {
    description:
      "`true`: take over the room's invitation link although this key did not make it; a room has only one. `false`: fail and name its id.",
    parse: () => parseBoolean,
    editor: truth,
  },
  renew: {
    description:
      '`false`: a duration is the longest life from now, so a run again never lengthens a link, and an expired one is replaced by one with a new URL. `true`: every run moves the date, and an expired link comes back with its URL.',
    parse: () => parseBoolean,
    editor: truth,
  },
} as const satisfies Readonly<Record<string, LinkWords<unknown>>>;
