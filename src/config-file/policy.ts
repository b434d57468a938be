import type * as v from 'valibot';
import {
  type PolicySettings,
  requirements,
  type RoomPattern,
  type TitlePattern,
  type Waiver,
  type WaiverLink,
} from '../audit/policy.ts';
import { type RuleId, ruleIds } from '../audit/rules/ids.ts';
import type { RoomReference } from '../links/room.ts';
import { day } from '../links/time.ts';
import { parseLifetime } from '../values/duration.ts';
import { instantOf } from '../values/expiration.ts';
import { linkSettings } from '../values/link-settings.ts';
import { parseKey, parseTitle } from '../values/names.ts';
import type { Parse } from '../values/parsed.ts';
import { parseRequirement, parseRule, parseSeverity, severityWords } from '../values/policy.ts';
import { parseRoomPattern, parseRoomReference } from '../values/rooms.ts';
import { parseAccess } from '../values/settings.ts';
import { roomEditor } from './links.ts';
import type { Path, Places } from './mistakes.ts';
import { described, type JsonSchema, list, mapping, optional, table, text } from './schema.ts';

const longestWaiver = 180;

const durationEditor: JsonSchema = { pattern: '^[0-9]+[smhdw]$' };
/** Ids as they are documented; case is forgiven by the parser, so it is no mistake for editors either. */
const ruleEditor: JsonSchema = {
  anyOf: [{ enum: ruleIds }, { pattern: `^[Dd][Ss][Ll](${ruleIds.map((id) => id.slice('DSL'.length)).join('|')})$` }],
};
const lineEditor: JsonSchema = { minLength: 1, maxLength: 255 };

/** Takes each rule once, in any case: a parser for one reading of one mapping. */
function parseRuleOnce(): Parse<RuleId> {
  const seen = new Set<RuleId>();
  return (written) => {
    const rule = parseRule(written);
    if ('wrong' in rule) return rule;
    if (seen.has(rule.value)) return { wrong: 'stands here a second time.' };
    seen.add(rule.value);
    return rule;
  };
}

/** `policy`: what the audit holds rooms and links against. What reads `title-pattern` is loaded only where there is one. */
export function policySchema(parseTitlePattern: Parse<TitlePattern>) {
  return mapping(
    { what: '`policy`' },
    {
      'max-lifetime': optional(
        text(parseLifetime, durationEditor),
        'The longest life that a link may have from now: `30d`.',
      ),
      'max-access': optional(
        text(parseAccess, linkSettings.access.editor),
        'The highest role that a link for anyone or an invitation may give.',
      ),
      require: optional(
        list(text(parseRequirement, { enum: requirements }), '`[expiration, password]`'),
        'What links must have.',
      ),
      severity: optional(
        table('`severity`', text(parseRuleOnce(), ruleEditor), text(parseSeverity, { enum: severityWords })),
        'Severity of rules, by id: `DSL004: off`.',
      ),
      'public-rooms': optional(
        list(text(parseRoomPattern, roomEditor), '`[2201, "Press*"]`'),
        'Public rooms that are meant to be public: ids, exact titles, or titles with `*` for any text. Digits are always an id.',
      ),
      'confidential-rooms': optional(
        list(text(parseRoomPattern, roomEditor), '`[2201, "*HR*"]`'),
        'Rooms in which no link may be open to anyone: ids, exact titles, or titles with `*` for any text. Digits are always an id; the case of titles does not matter.',
      ),
      'warn-before': optional(text(parseLifetime, durationEditor), 'How long before its end a link is told: `7d`.'),
      'stale-after': optional(
        text(parseLifetime, durationEditor),
        'After how long without a change a room counts as forgotten: `60d`.',
      ),
      'title-pattern': optional(
        text(parseTitlePattern, { minLength: 1, maxLength: 200 }),
        'A regular expression that titles of links have to match somewhere, in RE2 syntax (as in Go): no look-around, no references back.',
      ),
    },
  );
}

/** The policy of the file; undefined where it is silent. `places` tells the lines of its rooms. */
export function policyOf(
  read: v.InferOutput<ReturnType<typeof policySchema>> | undefined,
  places: Places,
): PolicySettings {
  const patterns = (references: readonly RoomReference[] | undefined, path: Path): readonly RoomPattern[] | undefined =>
    references?.map((reference, index) => ({ reference, line: places.at([...path, index]).line }));
  return {
    maxLifetime: read?.['max-lifetime'],
    maxAccess: read?.['max-access'],
    require: read?.require,
    severity: read?.severity,
    publicRooms: patterns(read?.['public-rooms'], ['policy', 'public-rooms']),
    confidentialRooms: patterns(read?.['confidential-rooms'], ['policy', 'confidential-rooms']),
    warnBefore: read?.['warn-before'],
    staleAfter: read?.['stale-after'],
    titlePattern: read?.['title-pattern'],
  };
}

/** One waiver: a finding that is accepted for a while, by somebody, for a reason. */
export function waiverSchema(now: Date) {
  return mapping(
    { what: 'a waiver', otherWords: { 'link-id': 'link', expires: 'until', expiration: 'until', why: 'reason' } },
    {
      rule: described(text(parseRule, ruleEditor), 'Id of the rule: `DSL001`.'),
      room: described(text(parseRoomReference, roomEditor), 'Id or exact title of the room. Digits are always an id.'),
      link: optional(
        text(parseWaiverLink, { type: ['string', 'number'], pattern: waiverLinkPattern }),
        'Id of the link; or at least 8 characters of its beginning, if only one link of the room begins so; or `key:` and the key of a managed link. Default: every link of the room, and the room itself.',
      ),
      reason: described(text(parseTitle, lineEditor), 'Why this is accepted.'),
      owner: optional(text(parseTitle, lineEditor), 'Who accepts it: `@press`.'),
      until: described(
        text(parseUntil(now), {
          pattern: '^\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:\\d\\d))?$',
        }),
        `The last day on which it holds, at most ${longestWaiver} days ahead: \`2027-03-31\`.`,
      ),
    },
  );
}

/** A waiver of the file. */
export function waiverOf(read: v.InferOutput<ReturnType<typeof waiverSchema>>, line: number): Waiver {
  return { ...read, link: read.link ?? null, owner: read.owner ?? null, line };
}

const byKey = 'key:';
/** The shortest beginning of an id: the ids of one repository have six hex digits in common. */
const shortest = 8;
/** An id or its beginning, perhaps with the dots with which logs cut an id. */
const idStart = /^([0-9a-fA-F][0-9a-fA-F-]{0,35})(?:…|\.{3})?$/u;
const waiverLinkPattern = `^(${byKey}.*\\S.*|[0-9a-fA-F][0-9a-fA-F-]{${shortest - 1},35}(…|\\.{3})?)$`;

/** A link as a waiver names it. */
const parseWaiverLink: Parse<WaiverLink> = (written) => {
  if (written.startsWith(byKey)) {
    const key = parseKey(written.slice(byKey.length).trim());
    return 'wrong' in key ? key : { value: { by: 'key', key: key.value } };
  }
  const start = idStart.exec(written)?.[1]?.toLowerCase();
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
  return (written) => {
    const parsed = instantOf(written.toUpperCase());
    if (parsed === null)
      return { wrong: 'is not a day, like `2027-01-31`, nor an instant, like `2027-01-31T18:00:00Z`.' };
    if ('wrong' in parsed || parsed.value.toISOString().slice(0, 10) <= latest) return parsed;
    return { wrong: `is too late: a waiver holds for ${longestWaiver} days at most, until ${latest}.` };
  };
}
