import { accessLabel } from '../links/access.ts';
import { kindOf, type Link, type Opens, opensWords } from '../links/link.ts';
import type { LinkPlan } from '../links/plan-link.ts';
import { type Problem, problemTable } from '../links/problem.ts';
import type { Room, RoomState } from '../links/room.ts';
import type { Secret } from '../links/secret.ts';
import { describeSettings, type FieldChange, type FieldName, settingWords } from '../links/settings.ts';
import { formatInstant } from '../links/time.ts';
import { life, lifeOf, placesLine, roomTypeLabel } from './log.ts';
import { address, code, prose, table } from './markdown.ts';

/** Title, id and type of a room, as Markdown. */
export function roomSummary(room: Room): string {
  return `${code(room.title)} · room ${code(room.id)} · ${roomTypeLabel(room)}`;
}

const kinds = { additional: 'External', primary: 'Primary', invitation: 'Invitation' } as const;

/** A room's links as a table; `mark` is the link that this step is about, and `shows` says whose URLs may be seen. */
export function linksTable(
  links: readonly Link[],
  now: Date,
  mark: string | null,
  managed: (id: string) => boolean,
  shows: (link: Link) => boolean = () => false,
): string {
  if (links.length === 0) return '_No links_';
  return table(
    ['Link', 'Kind', 'Role', 'For', 'Ends'],
    links.map((link) => [
      `${link.id === mark ? '**→** ' : ''}${code(link.title)}${managed(link.id) ? ' · managed' : ''}<br>${code(link.id)}${shows(link) ? `<br>${address(link.url)}` : ''}`,
      kinds[kindOf(link)],
      accessLabel(link.access),
      [who(link), ...protection(link)].join('<br>'),
      ends(link, now),
    ]),
  );
}

function who(link: Link): string {
  if (link.type === 'invitation') return 'Whoever joins by it';
  return link.internal ? 'DocSpace users only' : 'Anyone with the link';
}

/** What the table of links tells in a column of its own, or beside what has been used. */
const toldElsewhere: readonly FieldName[] = ['access', 'internal', 'expiration', 'max-uses'];

function protection(link: Link): readonly string[] {
  const { maxUses, uses } = link;
  return [
    ...settingWords(link.type, link, toldElsewhere),
    ...(maxUses === null ? [] : [`${uses ?? 0} of ${maxUses} uses`]),
  ];
}

function ends(link: Link, now: Date): string {
  if (link.expiration === null) return 'never';
  // A date is not to be broken over lines, which a hyphen otherwise allows.
  const date = formatInstant(link.expiration).replaceAll('-', '&#8209;').replaceAll(' ', '&nbsp;');
  return `${date}<br>${lifeOf(link, now).trim()}`;
}

/** Settings that change, as a table; wider ones are marked. Values are written as inputs are. */
export function fieldsTable(fields: readonly FieldChange[], widens: readonly string[]): string {
  const value = (of: FieldChange['from']): string => (of === null ? '–' : code(String(of)));
  return table(
    ['Setting', 'From', 'To'],
    fields.map(({ name, from, to }) => [name, value(from), `${value(to)}${widens.includes(name) ? ' ⚠️ wider' : ''}`]),
  );
}

/** That nothing was done, and why. */
export function skippedSummary(reason: string): string {
  return `### DocSpace room links: skipped\n\n${prose(reason)}`;
}

/** More problems than anyone reads. */
const mostProblems = 50;

/** What failed and what to do: one problem an item. */
export function problemsSummary(verb: string, problems: readonly Problem[]): string {
  const items = problems
    .slice(0, mostProblems)
    .map(
      ({ code: name, message, hint }) =>
        `- **${problemTable[name].title}** (${code(name)})<br>${prose(message)}<br>_${prose(hint)}_`,
    );
  const rest = problems.length > mostProblems ? [`- … and ${problems.length - mostProblems} more, see the log`] : [];
  return [`### DocSpace room links: ${verb} failed`, [...items, ...rest].join('\n')].join('\n\n');
}

/** What a revoke has done, as the summary tells it. */
export interface RevokeOutcome {
  readonly result: string;
  readonly dryRun: boolean;
  readonly state: Pick<RoomState, 'room'>;
  readonly revoked: readonly Link[];
  /** The permanent primary link among them, which is not gone but has a new URL. */
  readonly rotated: Link | null;
  /** Links that others have revoked or prolonged meanwhile. */
  readonly gone: readonly Link[];
  readonly kept: readonly Link[];
  /** Some of what was asked for could not be revoked, or it is not known whether it is. */
  readonly failed: boolean;
  /** The room's links after it; null if they are not known. */
  readonly links: readonly Link[] | null;
}

/** The summary of a revoke: the result, the links that went, and those that the room has after it. */
export function revokeSummary(outcome: RevokeOutcome, now: Date, managed: (id: string) => boolean): string {
  const { result, dryRun, state, revoked, rotated, gone, kept, failed, links } = outcome;
  const done = failed ? `${revoked.length > 0 ? 'not all' : 'not'} revoked` : result;
  const isAbsent = gone.length + kept.length === 0;
  const none = failed
    ? []
    : [
        isAbsent
          ? 'No such link was there.'
          : 'Others have revoked or prolonged meanwhile what was there: see the log.',
      ];
  const invitation = revoked.some(({ type }) => type === 'invitation');
  return [
    `### DocSpace room links: ${dryRun ? `would be ${result} (dry run)` : done}`,
    roomSummary(state.room),
    ...(revoked.length === 0 ? none : [linksTable(revoked, now, null, managed)]),
    ...(rotated === null ? [] : [rotatedLine(rotated, dryRun)]),
    ...(invitation ? ['People who have joined by the invitation stay members of the room.'] : []),
    ...(links === null
      ? []
      : [
          dryRun ? '**Links of the room now**' : '**Links of the room after it**',
          linksTable(links, now, null, managed),
        ]),
  ].join('\n\n');
}

function rotatedLine({ id }: Link, dryRun: boolean): string {
  const [gets, keeps, stops] = dryRun ? ['gets', 'keeps', 'stops'] : ['got', 'kept', 'stopped'];
  return `Rotate: the primary link ${code(id)} ${gets} a new URL and ${keeps} its settings; the old URL ${stops} working.`;
}

/** What a set has done, as the summary tells it. */
export interface SetOutcome {
  readonly result: string;
  readonly dryRun: boolean;
  readonly plan: LinkPlan;
  readonly room: Room;
  readonly links: readonly Link[];
  readonly linkId: string | null;
  readonly opens: Opens | '';
  /** The URL of the link, if it may be seen. */
  readonly url: Secret | null;
}

/** The summary of a set: the result, what changed, what an anonymous visitor meets, and the room's links after it. */
export function setSummary(outcome: SetOutcome, now: Date, managed: (id: string) => boolean): string {
  const { result, dryRun, plan, room, links, linkId, opens, url } = outcome;
  const name = plan.primary ? 'the primary link' : plan.key === null ? 'the link' : `link ${code(plan.key)}`;
  const facts = [
    opens === '' || opens === 'unknown' ? '' : `Tried as a stranger would: ${opensWords[opens]}`,
    placesLine(room, links, kindOf(plan)),
  ].filter((fact) => fact !== '');
  // What a new link is, the table of links says.
  const changed = plan.action === 'create' ? [] : plan.fields;
  return [
    `### DocSpace room link: ${dryRun ? `would be ${result} (dry run)` : result}`,
    `${roomSummary(room)} · ${name}`,
    ...(url === null ? [] : [`Open it: ${address(url)}`]),
    ...(dryRun && plan.action === 'create'
      ? [describeSettings(plan.type, plan.target, life(plan.target.expiration, now))]
      : []),
    ...(changed.length === 0 ? [] : [fieldsTable(changed, plan.widens)]),
    ...(facts.length === 0 ? [] : [facts.join(' · ')]),
    linksTable(links, now, linkId, managed),
  ].join('\n\n');
}
