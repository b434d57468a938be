import { kindOf, type Link, opensWords } from '../links/link.ts';
import type { LinkPlan } from '../links/plan-link.ts';
import type { LinkKind, LinkType } from '../links/room-types.ts';
import { type Room, roomName, type RoomState } from '../links/room.ts';
import { describeSettings, type FieldChange, valueWords } from '../links/settings.ts';
import { around, type Ids, shownId } from '../links/shown-id.ts';
import { quoted } from '../links/text.ts';
import { units } from '../links/time.ts';

/** Where a run tells its story. The runner's adapter makes every line harmless before it prints it. */
export interface Log {
  /** A line that users read; leading blanks indent it. */
  readonly line: (text: string) => void;
  /** An annotation: something a user should know, though the step goes on. */
  readonly warning: (title: string, message: string) => void;
  /** Shown only with debug logging. */
  readonly debug: (text: string) => void;
}

export { roomName } from '../links/room.ts';

const versions = { '3.7': 'portal 3.7 or later', '3.6': 'portal before 3.7', '3.2': 'portal before 3.5' } as const;

/** `Room 123456 "Contract 2027" · Custom room · portal 3.7 or later`. */
export function roomLine(state: RoomState): string {
  return `${roomName(state.room)} · ${roomTypeLabel(state.room)} · ${versions[state.version]}`;
}

/** The words of DocSpace for the room's type, and where the room is if it is not active. */
export function roomTypeLabel(room: Room): string {
  const area = { active: '', agents: '', archived: ', in the Archive', template: ', a template' }[room.area];
  return `${room.type?.label ?? `room of type ${room.typeCode}`}${area}`;
}

/** The words for a kind of link, at the beginning of a sentence. */
export const kindNames: Readonly<Record<LinkKind, string>> = {
  additional: 'Link',
  primary: 'Primary link',
  invitation: 'Invitation link',
};

/** `Link "pr-58"`, `Primary link`, `Link 6f1c0e9a…`; `links` are those of the room. */
export function linkName(plan: LinkPlan, links: readonly Link[]): string {
  const kind = kindNames[kindOf(plan)];
  if (plan.primary) return kind;
  return plan.key === null ? `${kind} ${shortId(plan.current?.id ?? '', links)}` : `${kind} ${quoted(plan.key)}`;
}

/**
 * An id short enough to read in a sentence, and no beginning of another one among the `links` of its room; whole ids are
 * in outputs and reports.
 */
export function shortId(id: string, links: Ids): string {
  return `${shownId(id, links)}…`;
}

/** `6f1c0e9a… "Press kit" (key "press")`, of a link whose id is short already. */
export function shownLink({ id, key }: { readonly id: string; readonly key: string | null }, title: string): string {
  return `${id}… ${quoted(title)}${keyWords(key)}`;
}

/** ` (key "press")`: what stands beside the id of a managed link whose key is known; '' without one. */
export function keyWords(key: string | null): string {
  return key === null ? '' : ` (key ${quoted(key)})`;
}

/** The first lines of a set in a room with these links: what was found, what follows from it, what the link then is. */
export function planLines(plan: LinkPlan, now: Date, links: readonly Link[]): readonly string[] {
  const settings = `  ${describeSettings(plan.type, plan.target, life(plan.target.expiration, now))}`;
  const changed = plan.fields.map(
    (field) => `  ~ ${fieldLine(field)}${plan.widens.includes(field.name as never) ? '   (wider)' : ''}`,
  );
  const duplicates = plan.duplicates.map(
    (link) => `  - ${shortId(link.id, around(links, plan))} bears the same key and goes`,
  );
  const name = linkName(plan, links);
  switch (plan.action) {
    case 'create':
      return [`${name}: not found → create`, settings, ...duplicates];
    case 'none':
      return [`${name}: as described → nothing to do`, settings, ...duplicates];
    case 'update':
      return [`${name}: differs → update`, ...changed, settings, ...duplicates];
    case 'replace':
      return [`${name}: expired → replace, with a new URL${order(plan)}`, ...changed, settings, ...duplicates];
    case 'rotate':
      return [`${name}: rotate → a new URL, the old one dies${order(plan)}`, ...changed, settings, ...duplicates];
  }
}

function order(plan: LinkPlan): string {
  return plan.oldGoesFirst ? '; there is no free place, so the old link goes first' : '';
}

/** `access: viewer → editor`. */
export function fieldLine(field: FieldChange): string {
  return `${field.name}: ${valueWords(field.from)} → ${valueWords(field.to)}`;
}

/**
 * ` (7 days)`: how long until then, in the largest unit of which there are two, give or take a little; '' for no date
 * and for one that has passed.
 */
export function life(end: Date | null, now: Date): string {
  const rest = end === null ? 0 : end.getTime() - now.getTime();
  if (rest <= 0) return '';
  const [unit, size] = units.find(([, milliseconds]) => rest / milliseconds >= 1.99) ?? ['second', 1000];
  const count = Math.max(1, Math.round(rest / size));
  return ` (${count} ${unit}${count === 1 ? '' : 's'})`;
}

/** ... of a link that is there: whether it has expired, the portal says, by its own clock. */
export function lifeOf(link: Link, now: Date): string {
  return link.expired ? ' (expired)' : life(link.expiration, now);
}

/** Links that are revoked, which is proved; `links` are those that the room had before. */
export function revokedLines(revoked: readonly Link[], links: readonly Link[]): readonly string[] {
  const lines = revoked.map(
    ({ id }) => `✓ revoked ${shortId(id, links)}   ✓ read back   ✓ tried: ${opensWords.nothing}`,
  );
  const joined = revoked.some(({ type }) => type === 'invitation');
  return joined ? [...lines, '  People who have joined by the invitation stay members of the room.'] : lines;
}

/** A permanent primary link that has got another URL, which is proved; `links` are those that the room has now. */
export function rotatedLine(former: Link, id: string, links: readonly Link[]): string {
  const [old = '', made = ''] = [former.id, id].map((one) => shortId(one, [former, ...links]));
  return `✓ rotated ${old} → ${made}   ✓ read back   ✓ tried: the former URL opens nothing`;
}

/** `2 of 5 additional links used`: the places of the link's kind. */
export function placesLine(room: Room, links: readonly Link[], kind: LinkKind): string {
  const used = links.filter((link) => kindOf(link) === kind).length;
  const limit = room.type?.limits[kind] ?? used;
  return kind === 'additional' ? `${used} of ${limit} additional links used` : '';
}

/**
 * The links of a type among all those of a room, one per line, after their number. `shows` says whose URLs may be seen:
 * each stands in a line of its own.
 */
export function listLines(
  all: readonly Link[],
  type: LinkType | 'all',
  now: Date,
  shows: (link: Link) => boolean = () => false,
): readonly string[] {
  const links = all.filter((link) => type === 'all' || link.type === type);
  return [
    countWords(links.length, type),
    ...links.flatMap((link) => [`  ${listLine(link, now, all)}`, ...(shows(link) ? [`    ${link.url.reveal()}`] : [])]),
  ];
}

/** `d84b3968… "octo/contracts: pr-58": additional link · Editor · …`; `links` are those of the room. */
export function listLine(link: Link, now: Date, links: readonly Link[]): string {
  const settings = describeSettings(link.type, link, lifeOf(link, now));
  return `${shortId(link.id, links)} ${quoted(link.title)}: ${kindWords[kindOf(link)]} · ${settings}`;
}

/** `2 external links`, `1 link`, `no links`. */
export function countWords(count: number, type: LinkType | 'all'): string {
  const what = `${type === 'all' ? '' : `${type} `}link${count === 1 ? '' : 's'}`;
  return `${count === 0 ? 'no' : count} ${what}`;
}

const kindWords: Readonly<Record<LinkKind, string>> = {
  additional: 'additional link',
  primary: 'primary link',
  invitation: 'invitation link',
};
