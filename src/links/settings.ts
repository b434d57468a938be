import { accessLabel, accessOf, accessRank } from './access.ts';
import type { LinkSettings } from './link.ts';
import type { LinkType } from './room-types.ts';
import { sameSecret } from './secret.ts';
import { quoted } from './text.ts';
import { formatInstant, isoInstant } from './time.ts';

/** A value as users write it in the input of the same name. */
export type FieldValue = string | number | boolean | null;

/** One setting that changes; `name` is the name of an input, `from` is null where there was no link. */
export interface FieldChange {
  readonly name: FieldName;
  readonly from: FieldValue;
  readonly to: FieldValue;
}

/** One setting of a link: how users name it and how its values are told, compared and ranked. */
interface Field {
  /** Its name in the code: of settings, links and desired links. */
  readonly member: keyof LinkSettings;
  /** Outputs and reports tell its value as it is. */
  readonly plain?: true;
  readonly types: readonly LinkType[];
  readonly value: (settings: LinkSettings) => FieldValue;
  readonly same: (one: LinkSettings, other: LinkSettings) => boolean;
  /** How open a link is in this respect; the greater the more. Absent: a setting that opens nothing. */
  readonly openness?: (settings: LinkSettings) => number;
  /** In DocSpace's words; '' for what goes without saying. Absent: the caller knows how to print it. */
  readonly words?: (settings: LinkSettings) => string;
}

const both: readonly LinkType[] = ['external', 'invitation'];

const fields = {
  access: {
    member: 'access',
    types: both,
    value: ({ access }) => accessOf(access) ?? access,
    same: (one, other) => one.access === other.access,
    openness: ({ access }) => accessRank(access),
    words: ({ access }) => accessLabel(access),
  },
  internal: {
    member: 'internal',
    plain: true,
    types: ['external'],
    value: ({ internal }) => internal,
    same: (one, other) => one.internal === other.internal,
    openness: ({ internal }) => (internal ? 0 : 1),
    words: ({ internal }) => (internal ? 'DocSpace users only' : 'Anyone with the link'),
  },
  password: {
    member: 'password',
    types: ['external'],
    value: ({ password }) => (password === null ? 'none' : 'set'),
    same: (one, other) => sameSecret(one.password, other.password),
    openness: ({ password }) => (password === null ? 1 : 0),
    words: ({ password }) => (password === null ? '' : 'password'),
  },
  'deny-download': {
    member: 'denyDownload',
    plain: true,
    types: ['external'],
    value: ({ denyDownload }) => denyDownload,
    same: (one, other) => one.denyDownload === other.denyDownload,
    openness: ({ denyDownload }) => (denyDownload ? 0 : 1),
    words: ({ denyDownload }) => (denyDownload ? 'no download' : ''),
  },
  'max-uses': {
    member: 'maxUses',
    plain: true,
    types: ['invitation'],
    value: ({ maxUses }) => maxUses ?? 'unlimited',
    same: (one, other) => one.maxUses === other.maxUses,
    openness: ({ maxUses }) => maxUses ?? Infinity,
    words: ({ maxUses }) => (maxUses === null ? 'any number of uses' : `${maxUses} ${maxUses === 1 ? 'use' : 'uses'}`),
  },
  expiration: {
    member: 'expiration',
    types: both,
    value: ({ expiration }) => (expiration === null ? 'never' : isoInstant(expiration)),
    same: (one, other) => one.expiration?.getTime() === other.expiration?.getTime(),
    openness: ({ expiration }) => expiration?.getTime() ?? Infinity,
    words: ({ expiration }) => (expiration === null ? 'without end' : `until ${formatInstant(expiration)}`),
  },
  title: {
    member: 'title',
    types: both,
    value: ({ title }) => title,
    same: (one, other) => one.title === other.title,
  },
} as const satisfies Record<string, Field>;

/** Names of the settings, which are names of inputs. */
export type FieldName = keyof typeof fields;

/** The name of a setting in the code. */
export type SettingMember<Name extends FieldName = FieldName> = (typeof fields)[Name]['member'];

/** The settings whose values outputs and reports tell as they are. */
export type PlainSettings = Pick<
  LinkSettings,
  {
    [Name in FieldName]: (typeof fields)[Name] extends { readonly plain: true } ? SettingMember<Name> : never;
  }[FieldName]
>;

const entries = Object.entries(fields) as [FieldName, Field][];

/** The settings that a link of this type has, in the order in which they are told. */
function fieldsOf(type: LinkType): [FieldName, Field][] {
  return entries.filter(([, field]) => field.types.includes(type));
}

/** The name in the code of a setting that users name so. */
export function memberOf(name: FieldName): SettingMember {
  return fields[name].member;
}

/** The settings that a link of this type does not have, by the names that users write. */
export function settingsNotFor(type: LinkType): readonly FieldName[] {
  return entries.filter(([, { types }]) => !types.includes(type)).map(([name]) => name);
}

const plainMembers = entries.flatMap(([, { member, plain }]) =>
  plain === true ? [member as keyof PlainSettings] : [],
);

/** What outputs and reports tell as it is, and nothing else of a link. */
export function plainSettings(settings: PlainSettings): PlainSettings {
  return Object.fromEntries(plainMembers.map((member) => [member, settings[member]])) as unknown as PlainSettings;
}

/** Of the values that are asked for each setting the least open one; what nobody asks for is left out. */
export function leastOpen(asked: readonly Partial<LinkSettings>[]): Partial<LinkSettings> {
  const least = entries.flatMap(([, { member, openness }]) => {
    if (openness === undefined) return [];
    const known = asked.filter((one) => one[member] !== undefined) as readonly LinkSettings[];
    const [first] = known.toSorted((one, other) => openness(one) - openness(other));
    return first === undefined ? [] : [[member, first[member]]];
  });
  return Object.fromEntries(least) as Partial<LinkSettings>;
}

/** All settings that differ; with `from` null all that the new link has. A new password shows as `set` → `changed`. */
export function changes(type: LinkType, from: LinkSettings | null, to: LinkSettings): readonly FieldChange[] {
  return fieldsOf(type)
    .filter(([, field]) => from === null || !field.same(from, to))
    .map(([name, field]) => {
      const before = from === null ? null : field.value(from);
      const after = field.value(to);
      return { name, from: before, to: before === after ? 'changed' : after };
    });
}

/**
 * The settings that become more open: a higher access, `internal` → anyone, a later expiration, a password or the
 * download limit removed, more uses. A new link widens nothing: there was none to be wider than.
 */
export function widenings(type: LinkType, from: LinkSettings | null, to: LinkSettings): readonly FieldName[] {
  if (from === null) return [];
  return fieldsOf(type)
    .filter(([, { openness }]) => openness !== undefined && openness(to) > openness(from))
    .map(([name]) => name);
}

/**
 * What a link is, in DocSpace's words; the title is left to the caller. `life` stands after
 * the date: how long until then.
 */
export function describeSettings(type: LinkType, settings: LinkSettings, life = ''): string {
  return fieldsOf(type)
    .map(([name, { words }]) => (words?.(settings) ?? '') + (name === 'expiration' ? life : ''))
    .filter((text) => text !== '')
    .join(' · ');
}

/** A value of a field as a person reads it. */
export function valueWords(value: FieldValue): string {
  if (value === null) return '–';
  return typeof value === 'string' && /[^a-z0-9:.TZ-]/i.test(value) ? quoted(value) : String(value);
}

/** `access: editor`, `password: none`: some settings of a link, as inputs write them. */
export function settingsAsInputs(settings: LinkSettings, names: readonly FieldName[]): readonly string[] {
  return names.map((name) => `${name}: ${valueWords((fields[name] as Field).value(settings))}`);
}
