import { requirements, type TitlePattern, type WaiverLink } from '../audit/policy.ts';
import { ruleIds } from '../audit/rules/ids.ts';
import { parseLifetime } from '../values/duration.ts';
import { instantOf } from '../values/expiration.ts';
import { parseKey, parseTitle } from '../values/names.ts';
import type { Parse } from '../values/parsed.ts';
import { parseRequirement, parseRule, parseSeverity, severityWords } from '../values/policy.ts';
import { greatestId, longestText, parseRoomPattern, parseRoomRef } from '../values/rooms.ts';
import { parseAccess } from '../values/settings.ts';
import { accessSchema } from './link-shape.ts';
import { described, type JsonSchema, list, mapping, record, scalar } from './shape.ts';

const day = 86_400_000;
const longestWaiver = 180;

const durationSchema: JsonSchema = { type: 'string', pattern: '^[0-9]+[smhdw]$' };
/** A room, by id or title: digits are an id, in one form, and never a title. */
export const roomSchema: JsonSchema = {
  type: ['string', 'integer'],
  minLength: 1,
  maxLength: longestText,
  minimum: 1,
  maximum: greatestId,
  pattern: '^(?!0[0-9]*$)',
};
/** Ids as they are documented; case is forgiven by the parser, so it is no mistake for editors either. */
const rulePattern = `^[Dd][Ss][Ll](${ruleIds.map((id) => id.slice(3)).join('|')})$`;
const ruleSchema: JsonSchema = { type: 'string', anyOf: [{ enum: ruleIds }, { pattern: rulePattern }] };

/** `policy`: what the audit holds rooms and links against. What reads `title-pattern` is loaded only where there is one. */
export const policyShape = (parseTitlePattern: Parse<TitlePattern>) =>
  mapping({
    what: '`policy`',
    fields: {
      'max-lifetime': described(
        scalar(parseLifetime, durationSchema),
        'The longest life that a link may have from now: `30d`.',
      ),
      'max-access': described(
        scalar(parseAccess, accessSchema),
        'The highest role that a link for anyone or an invitation may give.',
      ),
      require: described(
        list(scalar(parseRequirement, { enum: requirements }), '`[expiration, password]`'),
        'What links must have.',
      ),
      severity: described(
        record('`severity`', parseRule, scalar(parseSeverity, { enum: severityWords }), rulePattern),
        'Severity of rules, by id: `DSL004: off`.',
      ),
      'public-rooms': described(
        list(scalar(parseRoomPattern, roomSchema), '`[2201, "Press*"]`'),
        'Public rooms that are meant to be public: ids, exact titles, or titles with `*` for any text. Digits are always an id.',
      ),
      'confidential-rooms': described(
        list(scalar(parseRoomPattern, roomSchema), '`[2201, "*HR*"]`'),
        'Rooms in which no link may be open to anyone: ids, exact titles, or titles with `*` for any text. Digits are always an id; the case of titles does not matter.',
      ),
      'warn-before': described(scalar(parseLifetime, durationSchema), 'How long before its end a link is told: `7d`.'),
      'stale-after': described(
        scalar(parseLifetime, durationSchema),
        'After how long without a change a room counts as forgotten: `60d`.',
      ),
      'title-pattern': described(
        scalar(parseTitlePattern, { type: 'string', minLength: 1, maxLength: 200 }),
        'A regular expression that titles of links have to match somewhere, in RE2 syntax (as in Go): no look-around, no references back.',
      ),
    },
  });

/** One waiver: a finding that is accepted for a while, by somebody, for a reason. */
export function waiverShape(now: Date) {
  return mapping({
    what: 'a waiver',
    fields: {
      rule: described(scalar(parseRule, ruleSchema), 'Id of the rule: `DSL001`.'),
      room: described(scalar(parseRoomRef, roomSchema), 'Id or exact title of the room. Digits are always an id.'),
      link: described(
        scalar(parseWaiverLink, { type: ['string', 'number'], pattern: waiverLinkPattern }),
        'Id of the link; or at least 8 characters of its beginning, if only one link of the room begins so; or `key:` and the key of a managed link. Default: every link of the room, and the room itself.',
      ),
      reason: described(scalar(parseTitle, { type: 'string', minLength: 1, maxLength: 255 }), 'Why this is accepted.'),
      owner: described(
        scalar(parseTitle, { type: 'string', minLength: 1, maxLength: 255 }),
        'Who accepts it: `@press`.',
      ),
      until: described(
        scalar(parseUntil(now), {
          type: 'string',
          pattern: '^\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:\\d\\d))?$',
        }),
        `The last day on which it holds, at most ${longestWaiver} days ahead: \`2027-03-31\`.`,
      ),
    },
    required: ['rule', 'room', 'reason', 'until'],
    otherWords: { 'link-id': 'link', expires: 'until', expiration: 'until', why: 'reason' },
  });
}

const byKey = 'key:';
/** The shortest beginning of an id: the ids of one repository have six hex digits in common. */
const shortest = 8;
/** An id or its beginning, perhaps with the dots with which logs cut an id. */
const idStart = /^([0-9a-fA-F][0-9a-fA-F-]{0,35})(?:…|\.{3})?$/u;
const waiverLinkPattern = `^(${byKey}.*\\S.*|[0-9a-fA-F][0-9a-fA-F-]{${shortest - 1},35}(…|\\.{3})?)$`;

/** A link as a waiver names it. */
const parseWaiverLink: Parse<WaiverLink> = (text) => {
  if (text.startsWith(byKey)) {
    const key = parseKey(text.slice(byKey.length).trim());
    return 'wrong' in key ? key : { value: { by: 'key', key: key.value } };
  }
  const start = idStart.exec(text)?.[1]?.toLowerCase();
  if (start === undefined) {
    return {
      wrong:
        'is not the id of a link, the beginning of one, or `key:` and the key of a managed link. Reports name the ids.',
    };
  }
  if (start.length >= shortest) return { value: { by: 'id', start } };
  return {
    wrong: `is too short: use the whole id, or at least ${shortest} characters of it, since the ids of one repository begin alike; or \`key:\` and the key of the link.`,
  };
};

/** The end of a waiver, which may have passed, but cannot be far. */
function parseUntil(now: Date): Parse<Date> {
  const latest = new Date(now.getTime() + longestWaiver * day).toISOString().slice(0, 10);
  return (text) => {
    const parsed = instantOf(text.toUpperCase());
    if (parsed === null)
      return { wrong: 'is not a day, like `2027-01-31`, nor an instant, like `2027-01-31T18:00:00Z`.' };
    if ('wrong' in parsed || parsed.value.toISOString().slice(0, 10) <= latest) return parsed;
    return { wrong: `is too late: a waiver holds for ${longestWaiver} days at most, until ${latest}.` };
  };
}
