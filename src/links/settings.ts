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
  /**
   * In DocSpace's words; '' for what goes without saying. Absent: the caller knows how to print it. `life` stands after
   * the date: how long until then.
   */
  readonly words?: (settings: LinkSettings, life: string) => string;
  /** What a safe fix does that sets it; `life`: how long the link lives then. Absent: no fix sets it. */
  readonly fixWords?: (settings: LinkSettings, life: string) => string;
  /**
   * Whether it is as in a primary link that the portal makes by itself (portal.md §3), and how that is told. Absent: to
   * be told by more than this setting.
   */
  readonly asMade?: {
    readonly is: (settings: LinkSettings) => boolean;
    readonly words: (settings: LinkSettings) => string;
  };
  /** Why the portal may have left it otherwise than it was asked to. */
  readonly whyNotApplied: string;
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
    fixWords: ({ access }) => `lower the role to ${accessLabel(access)}`,
    whyNotApplied: 'the portal refused the role in silence, or somebody changed the link at the same time',
  },
  internal: {
    member: 'internal',
    plain: true,
    types: ['external'],
    value: ({ internal }) => internal,
    same: (one, other) => one.internal === other.internal,
    openness: ({ internal }) => (internal ? 0 : 1),
    words: ({ internal }) => (internal ? 'DocSpace users only' : 'Anyone with the link'),
    fixWords: () => 'let DocSpace users only use the link',
    // The portal's default may be either.
    asMade: { is: () => true, words: ({ internal }) => (internal ? 'DocSpace users only' : 'anyone with the link') },
    whyNotApplied: 'the portal restricts external sharing in rooms (Settings → Security), or is older than 3.5',
  },
  password: {
    member: 'password',
    types: ['external'],
    value: ({ password }) => (password === null ? 'none' : 'set'),
    same: (one, other) => sameSecret(one.password, other.password),
    openness: ({ password }) => (password === null ? 1 : 0),
    words: ({ password }) => (password === null ? '' : 'password'),
    asMade: { is: ({ password }) => password === null, words: () => 'no password' },
    whyNotApplied: 'the portal leaves a refused update without an error',
  },
  'deny-download': {
    member: 'denyDownload',
    plain: true,
    types: ['external'],
    value: ({ denyDownload }) => denyDownload,
    same: (one, other) => one.denyDownload === other.denyDownload,
    openness: ({ denyDownload }) => (denyDownload ? 0 : 1),
    words: ({ denyDownload }) => (denyDownload ? 'no download' : ''),
    fixWords: () => 'restrict copying, downloading and printing',
    asMade: { is: ({ denyDownload }) => !denyDownload, words: () => 'downloads allowed' },
    whyNotApplied: 'the portal leaves a refused update without an error',
  },
  'max-uses': {
    member: 'maxUses',
    plain: true,
    types: ['invitation'],
    value: ({ maxUses }) => maxUses ?? 'unlimited',
    same: (one, other) => one.maxUses === other.maxUses,
    openness: ({ maxUses }) => maxUses ?? Infinity,
    words: ({ maxUses }) => (maxUses === null ? 'any number of uses' : `${maxUses} ${maxUses === 1 ? 'use' : 'uses'}`),
    fixWords: ({ maxUses }) => `let at most ${maxUses} people join by it`,
    whyNotApplied: 'the portal is older than 3.7, or somebody changed the link at the same time',
  },
  expiration: {
    member: 'expiration',
    types: both,
    value: ({ expiration }) => (expiration === null ? 'never' : isoInstant(expiration)),
    same: (one, other) => one.expiration?.getTime() === other.expiration?.getTime(),
    openness: ({ expiration }) => expiration?.getTime() ?? Infinity,
    words: ({ expiration }, life) =>
      `${expiration === null ? 'without end' : `until ${formatInstant(expiration)}`}${life}`,
    fixWords: (_, life) => `let the link end ${life} from now`,
    asMade: { is: ({ expiration }) => expiration === null, words: () => 'never expires' },
    whyNotApplied:
      'the portal takes a date that has passed or that it cannot read for none, or keeps the old one where a link may not expire',
  },
  title: {
    member: 'title',
    types: both,
    value: ({ title }) => title,
    same: (one, other) => one.title === other.title,
    whyNotApplied: 'the portal leaves a refused update without an error, or somebody changed the link at the same time',
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

/** All settings, by the names that users write. */
export const allSettings: readonly FieldName[] = entries.map(([name]) => name);

/** The settings that a link of this type has, in the order in which they are told. */
function fieldsOf(type: LinkType): [FieldName, Field][] {
  return entries.filter(([, field]) => field.types.includes(type));
}

/** The name in the code of a setting that users name so. */
export function memberOf(name: FieldName): SettingMember {
  return fields[name].member;
}

/** The settings that a link of this type has, by the names that users write. */
export function settingsOf(type: LinkType): readonly FieldName[] {
  return fieldsOf(type).map(([name]) => name);
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

/** What a link is, in DocSpace's words, with `life` after the date; the title is left to the caller. */
export function describeSettings(type: LinkType, settings: LinkSettings, life = ''): string {
  return settingWords(type, settings, [], life).join(' · ');
}

/** The same for each setting by itself, without those that the caller tells in another way. */
export function settingWords(
  type: LinkType,
  settings: LinkSettings,
  except: readonly FieldName[],
  life = '',
): readonly string[] {
  return fieldsOf(type)
    .filter(([name]) => !except.includes(name))
    .map(([, { words }]) => words?.(settings, life) ?? '')
    .filter((text) => text !== '');
}

/** What a safe fix to these settings does; `life`: how long the link lives then. */
export function fixWords(to: Partial<LinkSettings>, life: string): string {
  return entries
    .filter(([, { member }]) => to[member] !== undefined)
    .map(([, field]) => field.fixWords?.(to as LinkSettings, life) ?? '')
    .join(', ');
}

/** Whether a setting is as in a primary link that the portal makes by itself; never where that is told by more than it. */
export function isSettingAsMade(name: FieldName, settings: LinkSettings): boolean {
  return (fields[name] as Field).asMade?.is(settings) ?? false;
}

/** `no password (`password: none`)`: a setting of such a link, and how it would be written, as Markdown. */
export function asMadeWords(name: FieldName, settings: LinkSettings): string {
  const input = `\`${settingsAsInputs(settings, [name]).join('')}\``;
  const { asMade } = fields[name] as Field;
  return asMade === undefined ? input : `${asMade.words(settings)} (${input})`;
}

/** Why the portal may have left a setting otherwise than it was asked to. */
export function whyNotApplied(name: FieldName): string {
  return fields[name].whyNotApplied;
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
