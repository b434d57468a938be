import { accessLabel } from '../links/access.ts';
import { spokenInstant, type FieldChange } from '../links/fields.ts';
import { kindOf, type Link } from '../links/link.ts';
import type { Opens } from '../links/opens.ts';
import type { LinkPlan } from '../links/plan.ts';
import { problemTable, type Problem } from '../links/problem.ts';
import type { Room, RoomState } from '../links/room.ts';
import { code, table } from './markdown.ts';
import { life, opensWords, placesLine, roomTypeLabel } from './story.ts';

/** `Room <title> (id), Custom room`, as Markdown. */
export function roomSummary(room: Room): string {
  return `${code(room.title)} (${code(room.id)}), ${roomTypeLabel(room)}`;
}

const kinds = { additional: 'External', primary: 'External, primary', invitation: 'Invitation' } as const;

/** A room's links as a table; `mark` is the link that this step is about. */
export function linksTable(
  links: readonly Link[],
  now: Date,
  mark: string | null,
  managed: (id: string) => boolean,
): string {
  if (links.length === 0) return '_The room has no links._';
  return table(
    ['Link', 'Kind', 'Role', 'Who', 'Protection', 'Ends', 'Id'],
    links.map((link) => [
      `${link.id === mark ? '**→** ' : ''}${code(link.title)}${managed(link.id) ? ' · managed' : ''}`,
      kinds[kindOf(link)],
      accessLabel(link.access),
      who(link),
      protection(link),
      ends(link, now),
      code(link.id),
    ]),
  );
}

function who(link: Link): string {
  if (link.type === 'invitation') return 'Whoever joins by it';
  return link.internal ? 'DocSpace users only' : 'Anyone with the link';
}

function protection(link: Link): string {
  const uses = link.maxUses === null ? '' : `${link.uses ?? 0} of ${link.maxUses} uses`;
  const parts = [link.password === null ? '' : 'password', link.denyDownload ? 'no download' : '', uses];
  return parts.filter((part) => part !== '').join(', ') || '–';
}

function ends(link: Link, now: Date): string {
  if (link.expiration === null) return 'never';
  return `${spokenInstant(link.expiration)}${link.expired ? ' (expired)' : life(link.expiration, now)}`;
}

/** Settings that change, as a table; wider ones are marked. Values are written as inputs are. */
export function fieldsTable(fields: readonly FieldChange[], widens: readonly string[]): string {
  const value = (of: FieldChange['from']): string => (of === null ? '–' : code(String(of)));
  return table(
    ['Setting', 'From', 'To', ''],
    fields.map(({ name, from, to }) => [name, value(from), value(to), widens.includes(name) ? '⚠️ wider' : '']),
  );
}

/** That nothing was done, and why. */
export function skippedSummary(reason: string): string {
  return `### DocSpace room links: skipped\n\n${prose(reason)}`;
}

/** What failed and what to do. */
export function problemsSummary(problems: readonly Problem[]): string {
  return problems
    .map(
      ({ code: name, message, hint }) =>
        `**${problemTable[name].title}** (${code(name)})\n\n${code(message)}\n\n${prose(hint)}`,
    )
    .join('\n\n');
}

/** A hint: text of ours in which `backticks` may stand, and ids and words from outside. */
function prose(hint: string): string {
  return hint
    .split('`')
    .map((part, index) =>
      index % 2 === 1 ? code(part) : part.replace(/[<>&|@[\]*_~#!\\]/g, (character) => `&#${character.charCodeAt(0)};`),
    )
    .join('');
}

/** What a revoke has done, as the summary tells it. */
export interface RevokeOutcome {
  readonly result: string;
  readonly dryRun: boolean;
  readonly state: RoomState;
  readonly revoked: readonly Link[];
}

/** The summary of a revoke: the result, the links that went, and those that the room has after it. */
export function revokeSummary(outcome: RevokeOutcome, now: Date, managed: (id: string) => boolean): string {
  const { result, dryRun, state, revoked } = outcome;
  const invitation = revoked.some(({ type }) => type === 'invitation');
  return [
    `### DocSpace room links: ${dryRun ? `would be ${result} (dry run)` : result}`,
    roomSummary(state.room),
    ...(revoked.length === 0 ? ['No such link was there.'] : [linksTable(revoked, now, null, managed)]),
    ...(invitation ? ['People who have joined by the invitation stay members of the room.'] : []),
    dryRun ? '**Links of the room now**' : '**Links of the room after it**',
    linksTable(state.links, now, null, managed),
  ].join('\n\n');
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
}

/** The summary of a set: the result, what changed, what a stranger meets, and the room's links after it. */
export function setSummary(outcome: SetOutcome, now: Date, managed: (id: string) => boolean): string {
  const { result, dryRun, plan, room, links, linkId, opens } = outcome;
  const name = plan.primary ? 'the primary link' : plan.key === null ? 'the link' : `link ${code(plan.key)}`;
  const facts = [
    opens === '' || opens === 'unknown' ? '' : `Tried as a stranger would: ${opensWords[opens]}.`,
    placesLine(room, links, kindOf(plan)),
  ].filter((fact) => fact !== '');
  return [
    `### DocSpace room link: ${dryRun ? `would be ${result} (dry run)` : result}`,
    `${roomSummary(room)}: ${name}`,
    ...(plan.fields.length === 0 ? [] : [fieldsTable(plan.fields, plan.widens)]),
    ...(facts.length === 0 ? [] : [facts.join(' ')]),
    linksTable(links, now, linkId, managed),
  ].join('\n\n');
}
