import type { Change } from '../links/change.ts';
import type { ToRevoke } from '../links/declared-links.ts';
import type { FileLink, FileRoom } from '../links/declared.ts';
import { kindOf, type Link, opensWords } from '../links/link.ts';
import { overdueProblem } from '../links/past-date.ts';
import { changesOfRoom, type RoomPlan, type ToKeep } from '../links/plan-declared.ts';
import type { LinkPlan } from '../links/plan-link.ts';
import type { Problem } from '../links/problem.ts';
import { describeSettings, type FieldChange } from '../links/settings.ts';
import { around } from '../links/shown-id.ts';
import { quoted } from '../links/text.ts';
import type { Event } from '../links/events.ts';
import { fieldLine, keyWords, life, linkName, roomLine, roomName, shortId } from './log.ts';
import { code, prose, table } from './markdown.ts';

/**
 * A plan as the log shows it, like a diff: what becomes more open first, then room by room, then how much it is.
 * `missing` are rooms that are not there, and need not be.
 */
export function roomPlanLines(plans: readonly RoomPlan[], missing: readonly FileRoom[], now: Date): readonly string[] {
  return [
    ...wideningLines(plans),
    ...plans.flatMap((plan) => roomLines(plan, now)),
    ...missing.map(missingLine),
    totalLine(plans, missing),
  ];
}

function missingLine({ room, links }: FileRoom): string {
  const name = room.by === 'id' ? `Room ${room.id}` : `Room ${quoted(room.title)}`;
  return `${name}: not there, = ${links.length} ${links.length === 1 ? 'link' : 'links'} as described`;
}

function wideningLines(plans: readonly RoomPlan[]): readonly string[] {
  const wider = plans.flatMap(({ state, toKeep }) =>
    toKeep
      .filter(({ plan }) => plan.widens.length > 0)
      .map(({ plan }) => {
        const fields = plan.fields.filter(({ name }) => plan.widens.includes(name)).map(fieldLine);
        return `  ⚠ ${roomName(state.room)}, ${lower(linkName(plan, state.links))}: ${fields.join(', ')}`;
      }),
  );
  if (wider.length === 0) return [];
  return [`⚠ WIDER: ${wider.length === 1 ? 'one link becomes' : `${wider.length} links become`} more open`, ...wider];
}

function roomLines(plan: RoomPlan, now: Date): readonly string[] {
  const { state, toRevoke, gone, overdue, toKeep, problems } = plan;
  const impossible = [...problems, ...overdue.map(overdueProblem)];
  const changes = changesOfRoom(plan).some(({ action }) => action !== 'none');
  if (!changes && impossible.length === 0) {
    const count = toKeep.length + gone.length;
    return [`${roomName(state.room)}: = ${count} ${count === 1 ? 'link' : 'links'} as described`];
  }
  return [
    roomLine(state),
    ...toRevoke.map((one) => `  ${toRevokeLine(one, state.links)}`),
    ...gone.map(
      (entry) => `  = ${refName(entry, state.links)}: ${entry.absent ? 'absent, as described' : 'its date has passed'}`,
    ),
    ...toKeep.flatMap((one) => toKeepLines(one, now, state.links)).map((line) => `  ${line}`),
    ...impossible.map(({ line, problem }) => `  ! cannot (line ${line}): ${problem.message}`),
  ];
}

function toRevokeLine({ link, key, why }: ToRevoke, links: readonly Link[]): string {
  const reason = why === 'absent' ? 'state: absent' : 'prune: the file does not name it';
  const name = key === null ? '' : ` ${quoted(key)}`;
  return `- revoke ${kindWords[kindOf(link)]}${name} ${shortId(link.id, links)} ${quoted(link.title)} (${reason})`;
}

/** The words for a kind of link, within a sentence. */
export const kindWords = { additional: 'link', primary: 'primary link', invitation: 'invitation link' } as const;

function refName({ desired: { reference } }: FileLink, links: readonly Link[]): string {
  switch (reference.by) {
    case 'id':
      return `link ${shortId(reference.id, links)}`;
    case 'primary':
      return 'primary link';
    case 'key':
      return `${reference.type === 'invitation' ? 'invitation link' : 'link'} ${quoted(reference.key)}`;
  }
}

function toKeepLines({ plan }: ToKeep, now: Date, links: readonly Link[]): readonly string[] {
  const settings = `    ${describeSettings(plan.type, plan.target, life(plan.target.expiration, now))}`;
  const changed = plan.fields.map(
    (field) => `    ${fieldLine(field)}${plan.widens.includes(field.name) ? '   ⚠ wider' : ''}`,
  );
  const duplicates = plan.duplicates.map(
    (link) => `- revoke ${shortId(link.id, links)} ${quoted(link.title)} (bears the same key)`,
  );
  const name = lower(linkName(plan, links));
  switch (plan.action) {
    case 'create':
      return [...duplicates, `+ create ${name}`, settings];
    case 'none':
      return [...duplicates, `= ${name}: as described`];
    case 'update':
      return [...duplicates, `~ update ${name}`, ...changed];
    case 'replace':
    case 'rotate': {
      const order = plan.oldGoesFirst ? '; there is no free place, so the old link goes first' : '';
      return [...duplicates, `± replace ${name}: expired, so it gets a new URL${order}`, ...changed];
    }
  }
}

/** `Plan: 2 to create, 1 to update, 3 to revoke, 12 as described.` */
function totalLine(plans: readonly RoomPlan[], missing: readonly FileRoom[]): string {
  const changes = plans.flatMap(changesOfRoom);
  const gone = plans.flatMap((plan) => plan.gone).length + missing.flatMap(({ links }) => links).length;
  const count = (...actions: readonly Change['action'][]): number =>
    changes.filter(({ action }) => actions.includes(action)).length;
  const parts = [
    [count('create'), 'to create'],
    [count('update'), 'to update'],
    [count('replace', 'rotate'), 'to replace'],
    [count('revoke'), 'to revoke'],
    [count('none') + gone, 'as described'],
    [plans.reduce((sum, { problems, overdue }) => sum + problems.length + overdue.length, 0), 'not possible'],
  ] as const;
  const reported = parts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`);
  return `Plan: ${reported.length === 0 ? 'no links' : reported.join(', ')}`;
}

/** A link that is proved: `✓ created 6f1c… (key "press")   ✓ read back   ✓ tried: asks for a login`. */
export function placedLine({ plan, id, opens, links }: Extract<Event, { readonly event: 'verified' }>): string {
  const probed = opens === 'unknown' ? [] : [`✓ tried: ${opensWords[opens]}`];
  const name = `${shortId(id, around(links, plan))}${keyWords(plan.primary ? null : plan.key)}`;
  return [`✓ ${doneWords[plan.action]} ${name}`, '✓ read back', ...probed].join('   ');
}

const doneWords: Readonly<Record<LinkPlan['action'], string>> = {
  create: 'created',
  update: 'updated',
  replace: 'replaced',
  rotate: 'rotated',
  none: 'kept',
};

/** What an entry of the plan of a room with these links is, in a few words, for what was not done. */
export function itemWords(item: ToRevoke | ToKeep, links: readonly Link[]): string {
  if ('link' in item) return toRevokeLine(item, links);
  const signs = { create: '+ create', update: '~ update', replace: '± replace', rotate: '± replace', none: '=' };
  return `${signs[item.plan.action]} ${lower(linkName(item.plan, links))}`;
}

function lower(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** What an apply has done, or would do. */
export interface ApplyOutcome {
  readonly result: string;
  readonly dryRun: boolean;
  /** Nothing was written: the changes are those of the plan. */
  readonly planned: boolean;
  /** Path of the file. */
  readonly path: string;
  readonly changes: readonly Change[];
  /** Links that are as described besides those among the changes: absent ones. */
  readonly gone: number;
  /** What was planned and is not done, in a few words each. */
  readonly undone: readonly string[];
  /** How many links cannot be as the file says. */
  readonly impossible: number;
}

/** A summary holds 1 MiB, a comment 64 KiB: nobody reads more rows than these. */
const mostRows = 100;

/** A plan as Markdown, for the summary and for a comment: what becomes more open first. */
export function planMarkdown(outcome: ApplyOutcome): string {
  const changes = outcome.changes.filter(({ action }) => action !== 'none');
  const wider = changes.filter(({ widens }) => widens.length > 0);
  const rows = [...wider, ...changes.filter(({ widens }) => widens.length === 0)];
  const same = outcome.changes.length - changes.length + outcome.gone;
  return [
    `### DocSpace room links: ${heading(outcome, changes.length)}`,
    `${code(outcome.path)}: ${counts(changes, same, outcome)}`,
    ...(wider.length === 0
      ? []
      : [`**⚠️ ${wider.length === 1 ? 'One link' : `${wider.length} links`} more open than before**`]),
    ...changesTable(rows),
    ...undoneSection(outcome.undone),
  ].join('\n\n');
}

/** A table of changes, and how many did not find place in it; nothing if there are none. */
export function changesTable(changes: readonly Change[]): readonly string[] {
  if (changes.length === 0) return [];
  const rest = changes.length - mostRows;
  return [
    table(['Change', 'Room', 'Link', 'Settings'], changes.slice(0, mostRows).map(row)),
    ...(rest > 0 ? [`… and ${rest} more: see the log.`] : []),
  ];
}

function heading({ result, dryRun, undone, impossible }: ApplyOutcome, count: number): string {
  if (dryRun) return count === 0 ? 'nothing to change (dry run)' : 'plan (dry run)';
  if (undone.length > 0 || (impossible > 0 && result !== '')) return 'not all applied';
  return result === '' ? 'not applied' : result;
}

function counts(changes: readonly Change[], same: number, { planned, impossible }: ApplyOutcome): string {
  const count = (...actions: readonly Change['action'][]): number =>
    changes.filter(({ action }) => actions.includes(action)).length;
  const parts = [
    [count('create'), planned ? 'to create' : 'created'],
    [count('update', 'replace', 'rotate'), planned ? 'to update' : 'updated'],
    [count('revoke'), planned ? 'to revoke' : 'revoked'],
    [same, 'as described'],
  ] as const;
  const reported = impossible > 0 ? [...parts, [impossible, 'not possible'] as const] : parts;
  return reported.map(([number, what]) => `${number} ${what}`).join(', ');
}

/** What forbids a plan, or went wrong, for a comment: the summary of the job tells it with what to do. */
export function problemLines(problems: readonly Problem[]): string {
  const lines = problems.slice(0, mostRows).map(({ message }) => `- ${prose(message)}`);
  return ['**Not possible**', lines.join('\n')].join('\n\n');
}

const signs: Readonly<Record<Change['action'], string>> = {
  create: '`+` create',
  update: '`~` update',
  replace: '`±` replace',
  rotate: '`±` replace',
  revoke: '`-` revoke',
  none: '`=`',
};

function row(change: Change): readonly string[] {
  const { action, roomId, roomTitle, key, linkId, type, primary, widens } = change;
  const name = key === '' ? code(linkId) : code(key);
  const kind = primary ? 'primary' : type === 'invitation' ? 'invitation' : 'external';
  return [
    `${signs[action]}${widens.length > 0 ? ' ⚠️ wider' : ''}`,
    `${code(roomTitle)} (${code(roomId)})`,
    `${name} (${kind})`,
    change.fields.map((field) => fieldCell(field, widens.includes(field.name))).join('<br>') || '–',
  ];
}

function fieldCell({ name, from, to }: FieldChange, wider: boolean): string {
  const value = (of: FieldChange['to']): string => (of === null ? '–' : code(String(of)));
  return `${wider ? '⚠️ ' : ''}${name}: ${from === null ? '' : `${value(from)} → `}${value(to)}`;
}

/** What was planned and is not done, in a few words each; nothing if there is none. */
export function undoneSection(undone: readonly string[]): readonly string[] {
  if (undone.length === 0) return [];
  const lines = undone.slice(0, mostRows).map((what) => `- ${code(what)}`);
  return ['**Not done**', lines.join('\n')];
}
