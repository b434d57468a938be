import * as v from 'valibot';
import type { LinkType } from '../links/room-types.ts';
import { type FieldName, settingsNotFor } from '../links/settings.ts';
import { linkNames, linkSettings, settingNames, type DesiredValue } from '../values/link-settings.ts';
import { oneOf, type Parse } from '../values/parsed.ts';
import { greatestId, longestText, parseRoomReference } from '../values/rooms.ts';
import { described, type JsonSchema, list, mapping, optional, text } from './schema.ts';

/** A room for editors, by id or title: digits are an id, in one form, and never a title. */
export const roomEditor: JsonSchema = {
  type: ['string', 'integer'],
  minLength: 1,
  maxLength: longestText,
  minimum: 1,
  maximum: greatestId,
  pattern: '^(?!0[0-9]*$)',
};

/** What a row of `values/link-settings` says, for the file. */
interface Row<T> {
  readonly description: string;
  readonly parse: (now: Date) => Parse<T>;
  readonly editor: JsonSchema;
  readonly inFile?: { readonly description?: string; readonly parse: (now: Date) => Parse<T> };
}

/** A name of a link's mapping, from its row. */
function field<T>({ description, parse, editor, inFile }: Row<T>, now: Date) {
  return optional(text((inFile?.parse ?? parse)(now), editor), inFile?.description ?? description);
}

/** How valibot names a field that can be left out. */
type Field<T> = v.OptionalSchema<v.GenericSchema<string, T>, undefined>;

/** Fields of these settings, each with the type of its value. */
function settingFields(names: readonly FieldName[], now: Date) {
  return Object.fromEntries(names.map((name) => [name, field<DesiredValue>(linkSettings[name], now)])) as unknown as {
    readonly [Name in FieldName]: Field<DesiredValue<Name>>;
  };
}

const single = settingNames.filter((name) => linkSettings[name].single === true);

/** The fields that describe a link and can stand in `defaults`, read at this time. */
function sharedFields(now: Date) {
  return {
    type: field(linkNames['link-type'], now),
    ...settingFields(
      settingNames.filter((name) => !single.includes(name)),
      now,
    ),
    renew: field(linkNames.renew, now),
  };
}

const rotate =
  'is an act and not a state: every run would give the link a new URL. Run the root action with `rotate: true`, or give the link another `key`.';

/** `defaults`: what holds for every link of the file that does not say otherwise. */
export function defaultsSchema(now: Date) {
  const own = 'belongs to a single link and cannot be a default.';
  return mapping(
    {
      what: '`defaults`',
      otherWords: { 'link-type': 'type', role: 'access', expires: 'expiration' },
      refused: {
        rotate,
        ...Object.fromEntries(['key', 'link-id', 'primary', ...single, 'state', 'adopt'].map((name) => [name, own])),
      },
    },
    sharedFields(now),
  );
}

const parseState = oneOf(['present', 'absent'], { gone: 'absent', revoked: 'absent', removed: 'absent' });

/** One link of a room. */
function linkSchema(now: Date) {
  return mapping(
    {
      what: 'a link',
      // The inputs of the root action that go by another name here, and slips.
      otherWords: {
        'link-type': 'type',
        role: 'access',
        expires: 'expiration',
        'expiration-date': 'expiration',
        name: 'key',
        id: 'link-id',
      },
      refused: { rotate },
    },
    {
      key: field(linkNames.key, now),
      ...sharedFields(now),
      ...settingFields(single, now),
      primary: field(linkNames.primary, now),
      'link-id': field(linkNames['link-id'], now),
      adopt: field(linkNames.adopt, now),
      state: optional(
        text(parseState, { enum: ['present', 'absent'] }),
        '`absent`: the link is revoked if it is there. Not given: `present`.',
      ),
    },
    { allOf: typeRules },
  );
}

/** One room of the file. */
export function roomSchema(now: Date) {
  return mapping(
    { what: 'a room', otherWords: { 'room-id': 'room', 'room-title': 'room', id: 'room', title: 'room' } },
    {
      room: described(
        text(parseRoomReference, roomEditor),
        "Id of the room (the number in the room's address), or its exact title.",
      ),
      links: described(list(linkSchema(now), '`- { key: …, access: viewer }`'), 'The links of the room.'),
    },
  );
}

/** A link as it was read; what is wrong in it is left out. */
export type LinkRead = Partial<v.InferOutput<ReturnType<typeof linkSchema>>>;
/** `defaults` as they were read. */
export type DefaultsRead = Partial<v.InferOutput<ReturnType<typeof defaultsSchema>>>;

const truth: JsonSchema = { enum: [true, 'true'] };

/** For editors: the settings that a link of this type does not have, and what can be written of them all the same. */
function unfit(type: LinkType): JsonSchema {
  const taken = (idle: string | undefined): JsonSchema | false => (idle === undefined ? false : { const: idle });
  return Object.fromEntries(settingsNotFor(type).map((name) => [name, taken(linkSettings[name].idle)]));
}

/** What editors can know of the fields that exclude each other; `rooms.ts` holds the same for the parser. */
const typeRules: readonly JsonSchema[] = [
  {
    if: { required: ['link-id'] },
    then: { properties: { key: false, primary: { not: truth } } },
    else: {
      allOf: [
        {
          if: { properties: { type: { const: 'invitation' } }, required: ['type'] },
          then: {
            properties: { ...unfit('invitation'), primary: { not: truth } },
          },
        },
        {
          if: { properties: { type: { const: 'external' } }, required: ['type'] },
          then: { properties: { ...unfit('external'), adopt: { not: truth } } },
        },
        {
          if: { properties: { primary: truth }, required: ['primary'] },
          then: { properties: { ...unfit('external'), adopt: { not: truth } } },
        },
      ],
    },
  },
];
