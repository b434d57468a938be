import { setAction } from '../actions/set/spec.ts';
import { roles } from '../links/access.ts';
import type { Expiration, PasswordWish } from '../links/desired.ts';
import type { LinkType } from '../links/room-types.ts';
import { instantOf, parseExpiration } from '../values/expiration.ts';
import { longestKey, parseGuid, parseKey, parseTitle } from '../values/names.ts';
import { oneOf, type Parse, parseBoolean } from '../values/parsed.ts';
import { parseAccess, parseMaxUses, passwordWord } from '../values/settings.ts';
import { described, type JsonSchema, mapping, scalar } from './shape.ts';

/** Texts, and numbers that are meant as texts: `key: 4.2` is the key "4.2". */
const text = (longest: number): JsonSchema => ({ type: ['string', 'number'], minLength: 1, maxLength: longest });

/** Roles as they are documented; case and hyphens are forgiven by the parser only. */
export const accessSchema: JsonSchema = {
  anyOf: [
    { enum: roles.map(({ name }) => name) },
    { enum: roles.flatMap(({ code, docSpaceName, label }) => [docSpaceName, label, code, String(code)]) },
  ],
};

export const booleanSchema: JsonSchema = { enum: [true, false, 'true', 'false'] };

const guidSchema: JsonSchema = {
  type: 'string',
  pattern: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$',
};

const expirationSchema: JsonSchema = {
  type: 'string',
  pattern: '^([0-9]+[smhdw]|never|\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:\\d\\d))?)$',
};

const passwordWords = ['generate', 'none', 'keep'] as const;

/** What shall become of the password, without one: the file is under review, and no place for secrets. */
const parseFilePassword: Parse<PasswordWish> = (written) => {
  const kind = passwordWord(written);
  if (kind !== undefined) return { value: { kind } };
  return {
    wrong:
      'holds a password, or a word that would be taken for one: no secrets in files. Possible: `generate` (one that DocSpace shows beside the link), `none`, `keep`. For a password of your own use the root action, with `password` from a secret and the same `key`. If this one is in use, change it: it is in the history of the repository.',
    unseen: true,
  };
};

const parseLinkType: Parse<LinkType> = oneOf(['external', 'invitation'], {
  invite: 'invitation',
  share: 'external',
  shared: 'external',
});

type SetInputName = (typeof setAction)['inputs'][number]['name'];

/** What the input of the root action says of itself. */
function inputText(name: SetInputName): string {
  return setAction.inputs.find((input) => input.name === name)?.description ?? '';
}

/** As the input, but that a date may have passed: the file stays when its links expire. */
function parseFileExpiration(now: Date): Parse<Expiration> {
  const parse = parseExpiration(now);
  return (text) => {
    const instant = instantOf(text.toUpperCase());
    if (instant === null || 'wrong' in instant || instant.value > now) return parse(text);
    return { value: { kind: 'instant', at: instant.value } };
  };
}

/** The fields that describe a link and can stand in `defaults`, read at this time. */
function sharedFields(now: Date) {
  return {
    type: described(scalar(parseLinkType, { enum: ['external', 'invitation'] }), inputText('link-type')),
    access: described(scalar(parseAccess, accessSchema), inputText('access')),
    expiration: described(scalar(parseFileExpiration(now), expirationSchema), inputText('expiration')),
    internal: described(scalar(parseBoolean, booleanSchema), inputText('internal')),
    password: described(
      scalar(parseFilePassword, { enum: passwordWords }),
      'Password of an external link: `generate` (made once, then kept), `none` or `keep`. Not given: kept. A password itself does not belong into a file.',
    ),
    'deny-download': described(scalar(parseBoolean, booleanSchema), inputText('deny-download')),
    'max-uses': described(
      scalar(parseMaxUses, {
        anyOf: [
          { type: 'integer', minimum: 1, maximum: 1000 },
          { type: 'string', pattern: '^(unlimited|[1-9][0-9]{0,2}|1000)$' },
        ],
      }),
      inputText('max-uses'),
    ),
    renew: described(scalar(parseBoolean, booleanSchema), inputText('renew')),
  };
}

/** Other words for fields of a link: the inputs of the root action that go by another name here, and slips. */
const otherWords = {
  'link-type': 'type',
  role: 'access',
  expires: 'expiration',
  'expiration-date': 'expiration',
  name: 'key',
  id: 'link-id',
} as const;

const rotate =
  'is an act and not a state: every run would give the link a new URL. Run the root action with `rotate: true`, or give the link another `key`.';

/** `defaults`: what holds for every link of the file that does not say otherwise. */
export function defaultsShape(now: Date) {
  const own = 'belongs to a single link and cannot be a default.';
  return mapping({
    what: '`defaults`',
    fields: sharedFields(now),
    otherWords: { 'link-type': 'type', role: 'access', expires: 'expiration' },
    refused: {
      rotate,
      ...Object.fromEntries(['key', 'link-id', 'primary', 'title', 'state', 'adopt'].map((name) => [name, own])),
    },
  });
}

/** One link of a room. */
export function linkShape(now: Date) {
  return mapping({
    what: 'a link',
    fields: {
      key: described(scalar(parseKey, text(longestKey)), inputText('key'), { default: 'default' }),
      ...sharedFields(now),
      title: described(scalar(parseTitle, text(255)), inputText('title')),
      primary: described(scalar(parseBoolean, booleanSchema), inputText('primary')),
      'link-id': described(scalar(parseGuid, guidSchema), inputText('link-id')),
      adopt: described(scalar(parseBoolean, booleanSchema), inputText('adopt')),
      state: described(
        scalar(oneOf(['present', 'absent'], { gone: 'absent', revoked: 'absent', removed: 'absent' }), {
          enum: ['present', 'absent'],
        }),
        '`absent`: the link is revoked if it is there. Not given: `present`.',
      ),
    },
    otherWords,
    refused: { rotate },
    rules: { allOf: typeRules },
  });
}

const truth: JsonSchema = { enum: [true, 'true'] };

/** What editors can know of the fields that exclude each other; `build-links.ts` holds the same for the parser. */
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
