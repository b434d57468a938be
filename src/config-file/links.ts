import * as v from 'valibot';
import { linkNames, linkSettings } from '../values/link-settings.ts';
import { oneOf, type Parse } from '../values/parsed.ts';
import { greatestId, longestText, parseRoomRef } from '../values/rooms.ts';
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

/** The fields that describe a link and can stand in `defaults`, read at this time. */
function sharedFields(now: Date) {
  return {
    type: field(linkNames['link-type'], now),
    access: field(linkSettings.access, now),
    expiration: field(linkSettings.expiration, now),
    internal: field(linkSettings.internal, now),
    password: field(linkSettings.password, now),
    'deny-download': field(linkSettings['deny-download'], now),
    'max-uses': field(linkSettings['max-uses'], now),
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
        ...Object.fromEntries(['key', 'link-id', 'primary', 'title', 'state', 'adopt'].map((name) => [name, own])),
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
      title: field(linkSettings.title, now),
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
        text(parseRoomRef, roomEditor),
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
            properties: {
              internal: false,
              'deny-download': false,
              password: { const: 'keep' },
              primary: { not: truth },
            },
          },
        },
        {
          if: { properties: { type: { const: 'external' } }, required: ['type'] },
          then: { properties: { 'max-uses': false, adopt: { not: truth } } },
        },
        {
          if: { properties: { primary: truth }, required: ['primary'] },
          then: { properties: { 'max-uses': false, adopt: { not: truth } } },
        },
      ],
    },
  },
];
