import * as v from 'valibot';
import type { Coverage } from './coverage.ts';
import { severities, statuses, type Finding } from './finding.ts';
import type { NotSeen, ReportedLink } from './result.ts';

/** The version of the JSON report that this action writes, and reads as a baseline. */
export const reportVersion = 1;

const whole = v.pipe(v.number(), v.integer());
const time = v.pipe(v.string(), v.isoTimestamp());

const described = <S extends v.GenericSchema>(schema: S, description: string) =>
  v.pipe(schema, v.description(description));
const text = (description: string) => described(v.string(), description);
const flag = (description: string) => described(v.boolean(), description);
const count = (description: string) => described(v.pipe(v.number(), v.integer(), v.minValue(0)), description);

/** Every member that the type has, each with what it means: one that is forgotten here does not compile. */
type Members<T> = Readonly<Record<keyof T, v.GenericSchema>>;

const coverageShape = v.object({
  total: count('Rooms that were asked for: the sum of `read`, `unreadable` and `failed`.'),
  read: count('Rooms whose links are known.'),
  unasked: count(
    'Of the read ones: rooms that were not asked for their links, as they say themselves that they have no external link (`link-type: external`).',
  ),
  unreadable: count('Rooms whose links this key may not see.'),
  failed: count('Rooms that could not be read for another reason, or that were named and are not there.'),
  gone: count('Rooms that were deleted during the audit.'),
  excluded: count('Rooms that `exclude-rooms` left out.'),
  links: count('Links that were read.'),
  complete: flag('Every room that was asked for was read.'),
} satisfies Members<Coverage>);

const findingShape = v.object({
  rule: text('Id of the rule, like `DSL001`.'),
  name: text('Name of the rule, like `anyone-no-expiration`.'),
  severity: described(v.picklist(severities), 'How bad it is, by the policy.'),
  status: described(
    v.picklist(statuses),
    'How it stands to baseline and waivers; without a baseline all are `new`. Those that are `waived` or `fixed` count for nothing.',
  ),
  roomId: text('Id of the room; empty if it is about the portal.'),
  roomTitle: text('Title of the room, as DocSpace has it.'),
  linkId: text('Id of the link; empty if it is about the room or the portal.'),
  linkTitle: text('Title of the link, as DocSpace has it.'),
  message: text('What was found. It does not depend on the time of the audit.'),
  fix: text('What `fix` would do; empty if there is no safe fix.'),
} satisfies Members<Finding>);

const linkShape = v.object({
  roomId: text('Id of the room.'),
  id: text('Id of the link, a GUID.'),
  type: described(
    v.picklist(['external', 'invitation']),
    "`external`: opens the room's content. `invitation`: whoever opens it joins the room as a member.",
  ),
  primary: flag('It is the primary link of the room.'),
  title: text('Title of the link, as DocSpace has it.'),
  access: text('Name of the role that it gives, or `unknown`.'),
  accessCode: described(whole, "DocSpace's number of that role."),
  expiration: described(v.nullable(time), 'When it ends; null: never.'),
  expired: flag("It has ended, by the portal's clock."),
  internal: flag('DocSpace users only.'),
  hasPassword: flag('It asks for a password.'),
  denyDownload: flag('File content copy, file download and printing are restricted.'),
  maxUses: described(v.nullable(whole), 'How many people may join by it; null: any number.'),
  uses: described(v.nullable(whole), 'How many people have joined by it; null if that is not known.'),
  managed: flag('Its id says that this repository made it: a label, no proof.'),
} satisfies Members<ReportedLink>);

/**
 * The JSON report of an audit. What is written, what is read as a baseline, and the JSON Schema for users are all made
 * from it. More members may come without another number of the version, fewer or other ones may not.
 */
export const reportShape = v.pipe(
  v.object({
    version: described(v.literal(reportVersion), `Version of this format: ${reportVersion}.`),
    portal: described(v.pipe(v.string(), v.url()), 'Origin of the portal, like `https://docs.example.com`.'),
    generated: described(time, "When the audit began, by the portal's clock."),
    coverage: described(coverageShape, 'How much of what was asked for was read. Counts are rooms.'),
    findings: described(v.array(findingShape), 'What was found, the worst first.'),
    links: described(v.array(linkShape), 'The links that were read, by room.'),
    notSeen: v.optional(
      described(
        v.object({
          findings: described(v.array(findingShape), 'The findings, each as it stood when it was last found.'),
          links: described(v.array(linkShape), 'The links, each as it was when it was last read.'),
        } satisfies Members<NotSeen>),
        'What the baseline had and this audit did not look at: rooms that were not read, not named or excluded, links of another type, rules that were not judged. It counts for nothing; the next audit takes it for known. Absent if there is nothing.',
      ),
    ),
  }),
  v.title('DocSpace room links: report of an audit'),
  v.description('The JSON report that the action "audit" writes, and reads as a baseline.'),
);

/** The names of all members, in an order in which each object of the report has its own as they stand above. */
export const memberNames: readonly string[] = [
  // `links` is a member of the coverage too, and not its first.
  ...Object.keys(reportShape.entries).filter((name) => name !== 'links' && name !== 'notSeen'),
  ...[coverageShape, findingShape, linkShape].flatMap(({ entries }) => Object.keys(entries)),
  'notSeen',
];
