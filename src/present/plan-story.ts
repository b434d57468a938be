import type { FileLink, FileRoom } from '../links-file/links-file.ts';
import type { Going } from '../links-file/going-links.ts';
import { overdueProblem } from '../links-file/past-date.ts';
import { changesOfRoom, type RoomPlan, type Staying } from '../links-file/plan-room.ts';
import type { Change } from '../links/change.ts';
import { describeSettings } from '../links/fields.ts';
import { kindOf, type Link } from '../links/link.ts';
import { quoted } from '../links/quoted.ts';
import { fieldLine, life, linkName, roomLine, roomName, shortId } from './story.ts';

/**
 * A plan as the log shows it, like a diff: what becomes more open first, then room by room, then how much it is.
 * `missing` are rooms that are not there, and need not be.
 */
export function planStory(plans: readonly RoomPlan[], missing: readonly FileRoom[], now: Date): readonly string[] {
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
  const wider = plans.flatMap(({ state, staying }) =>
    staying
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
  const { state, going, gone, overdue, staying, problems } = plan;
  const impossible = [...problems, ...overdue.map(overdueProblem)];
  const changes = changesOfRoom(plan).some(({ action }) => action !== 'none');
  if (!changes && impossible.length === 0) {
    const count = staying.length + gone.length;
    return [`${roomName(state.room)}: = ${count} ${count === 1 ? 'link' : 'links'} as described`];
  }
  return [
    roomLine(state),
    ...going.map((one) => `  ${goingLine(one, state.links)}`),
    ...gone.map(
      (entry) => `  = ${refName(entry, state.links)}: ${entry.absent ? 'absent, as described' : 'its date has passed'}`,
    ),
    ...staying.flatMap((one) => stayingLines(one, now, state.links)).map((line) => `  ${line}`),
    ...impossible.map(({ line, problem }) => `  ! cannot (line ${line}): ${problem.message}`),
  ];
}

function goingLine({ link, key, why }: Going, links: readonly Link[]): string {
  const reason = why === 'absent' ? 'state: absent' : 'prune: the file does not name it';
  const name = key === null ? '' : ` ${quoted(key)}`;
  return `- revoke ${kindWords[kindOf(link)]}${name} ${shortId(link.id, links)} ${quoted(link.title)} (${reason})`;
}

/** The words for a kind of link, within a sentence. */
export const kindWords = { additional: 'link', primary: 'primary link', invitation: 'invitation link' } as const;

function refName({ wish: { ref } }: FileLink, links: readonly Link[]): string {
  switch (ref.by) {
    case 'id':
      return `link ${shortId(ref.id, links)}`;
    case 'primary':
      return 'primary link';
    case 'key':
      return `${ref.type === 'invitation' ? 'invitation link' : 'link'} ${quoted(ref.key)}`;
  }
}

function stayingLines({ plan }: Staying, now: Date, links: readonly Link[]): readonly string[] {
  const settings = `    ${describeSettings(plan.type, plan.target, life(plan.target.expiration, now))}`;
  const changed = plan.fields.map(
    (field) => `    ${fieldLine(field)}${plan.widens.includes(field.name) ? '   ⚠ wider' : ''}`,
  );
  const extras = plan.extras.map(
    (link) => `- revoke ${shortId(link.id, links)} ${quoted(link.title)} (bears the same key)`,
  );
  const name = lower(linkName(plan, links));
  switch (plan.action) {
    case 'create':
      return [...extras, `+ create ${name}`, settings];
    case 'none':
      return [...extras, `= ${name}: as described`];
    case 'update':
      return [...extras, `~ update ${name}`, ...changed];
    case 'replace':
    case 'rotate': {
      const order = plan.oldGoesFirst ? '; there is no free place, so the old link goes first' : '';
      return [...extras, `± replace ${name}: expired, so it gets a new URL${order}`, ...changed];
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
  const told = parts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`);
  return `Plan: ${told.length === 0 ? 'no links' : told.join(', ')}`;
}

/** What an entry of the plan of a room with these links is, in a few words, for what was not done. */
export function itemWords(item: Going | Staying, links: readonly Link[]): string {
  if ('link' in item) return goingLine(item, links);
  const signs = { create: '+ create', update: '~ update', replace: '± replace', rotate: '± replace', none: '=' };
  return `${signs[item.plan.action]} ${lower(linkName(item.plan, links))}`;
}

function lower(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
