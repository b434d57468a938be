import { roomProblem } from './constraints.ts';
import { entryName, type FileLink, type FileRoom } from './declared.ts';
import type { DesiredLink } from './desired.ts';
import { findLink, resolved } from './find.ts';
import type { Identity } from './identity.ts';
import { type Link, type LinkFacts, sameInstant } from './link.ts';
import type { Overdue } from './past-date.ts';
import { planRoom, type ToKeep } from './plan-declared.ts';
import type { LinkPlan } from './plan-link.ts';
import type { LinkType } from './room-types.ts';
import { matches, type PortalVersion, type Room, type RoomState } from './room.ts';
import { Secret } from './secret.ts';
import { type FieldChange, type FieldValue } from './settings.ts';
import { quoted } from './text.ts';
import { durationText, isoInstant } from './time.ts';

/** Stands for a secret of which only is known that it is there. */
export const unknownSecret = new Secret('');

/**
 * A link without its secrets, as plans take it. Good for finding out what would change, never for a write: that would
 * replace the password.
 */
export function planningLink(facts: LinkFacts): Link {
  return { ...facts, password: facts.hasPassword ? unknownSecret : null, url: unknownSecret, token: null };
}

/** How a link differs from what the file says of it. */
export interface Drift {
  /** '' for the links that are missing, all of a room together. */
  readonly linkId: string;
  /**
   * Phrases without a full stop, each with the line of the file that it is about. They do not depend on the time: two
   * audits that find the same drift say it in the same words.
   */
  readonly words: readonly string[];
}

/** What drift is evaluated by. */
export interface DriftContext {
  readonly now: Date;
  readonly identity: Identity;
  readonly version: PortalVersion;
  /** Only links of this type were read, so nothing is said of others. */
  readonly linkType: LinkType | 'all';
}

/** A file, as far as it describes rooms. */
export interface DescribedRooms {
  readonly rooms: readonly FileRoom[];
}

/** What the file says of this room, which it names by id or by exact title (Unicode NFC); null if it does not. */
export function roomEntryOf({ rooms }: DescribedRooms, room: Pick<Room, 'id' | 'title'>): FileRoom | null {
  return rooms.find(({ room: reference }) => matches(reference, room)) ?? null;
}

/**
 * How the room differs from the file: what `apply` without `prune` would change, except that a date within the duration
 * of the file is right though `renew` would move it. Links that `apply` cannot make are missing all the same; what else
 * it cannot do is no drift. Nothing is said of a room in which no links can be written.
 */
export function driftOf(
  file: DescribedRooms,
  room: Room,
  links: readonly LinkFacts[],
  { now, identity, version, linkType }: DriftContext,
): readonly Drift[] {
  const described = roomEntryOf(file, room);
  if (described === null || roomProblem(room) !== null) return [];
  const state: RoomState = { room, links: links.map(planningLink), version };
  const entries = described.links.filter((entry) => wasRead(entry, state, identity, linkType)).map(withoutRenew);
  const { toRevoke, gone, overdue, toKeep } = planRoom(
    state,
    { ...described, links: entries },
    { now, identity, prune: false, defaultTitle: () => '', newPassword: () => unknownSecret },
  );
  return [
    ...toRevoke.map(({ link, entry }) => ({
      linkId: link.id,
      words: [said('state: present', 'says', 'absent', entry?.line ?? described.line)],
    })),
    ...toKeep.flatMap(driftOfLink),
    ...overdue.map(driftOfOverdue),
    ...driftOfMissing(entries.filter((entry) => !gone.includes(entry) && isMissing(entry, state, toKeep, identity))),
  ];
}

/** Ids of the links of a room that the file describes, whoever made them. */
export function describedLinks(
  file: DescribedRooms,
  room: Room,
  links: readonly LinkFacts[],
  { identity, version }: Pick<DriftContext, 'identity' | 'version'>,
): readonly string[] {
  const state: RoomState = { room, links: links.map(planningLink), version };
  return (roomEntryOf(file, room)?.links ?? []).flatMap(({ desired, absent }) => {
    const link = linkOf(desired, state, identity);
    return absent || link === null ? [] : [link.id];
  });
}

/** Whether the links that the entry may mean are among those that were read. */
function wasRead(entry: FileLink, state: RoomState, identity: Identity, linkType: LinkType | 'all'): boolean {
  if (linkType === 'all') return true;
  const { reference } = entry.desired;
  switch (reference.by) {
    case 'primary':
      return linkType === 'external';
    case 'key':
      return reference.type === linkType;
    case 'id':
      // Of one that is not there the type is not known.
      return linkOf(entry.desired, state, identity) !== null;
  }
}

/** With `renew` every run of `apply` moves the date, which would make every link differ at every time. */
function withoutRenew(entry: FileLink): FileLink {
  return { ...entry, desired: { ...entry.desired, renew: false } };
}

/** The link that an entry means; null if it is not there. */
function linkOf(desired: DesiredLink, state: RoomState, identity: Identity): Link | null {
  return findLink(state, resolved(state, desired, identity), identity).value?.current ?? null;
}

function isMissing(entry: FileLink, state: RoomState, toKeep: readonly ToKeep[], identity: Identity): boolean {
  if (entry.absent) return false;
  const planned = toKeep.find((one) => one.entry === entry);
  return planned === undefined ? linkOf(entry.desired, state, identity) === null : planned.plan.action === 'create';
}

function driftOfMissing(entries: readonly FileLink[]): readonly Drift[] {
  if (entries.length === 0) return [];
  return [
    {
      linkId: '',
      words: entries.map(({ desired: { reference }, line }) => `the ${entryName(reference)} is missing (line ${line})`),
    },
  ];
}

/** The link itself, if it is there, and the others of its key. */
function driftOfLink({ plan, entry: { desired, line } }: ToKeep): readonly Drift[] {
  const { current, duplicates } = plan;
  if (current === null) return [];
  const words = [
    ...(current.expired ? [`it has expired, the file describes a live link (line ${line})`] : []),
    ...plan.fields.filter((field) => isDrift(field, plan)).map((field) => fieldWords(field, desired, line)),
  ];
  return [
    ...(words.length === 0 ? [] : [{ linkId: current.id, words }]),
    ...duplicates.map(({ id }) => ({ linkId: id, words: [`a second link beside ${current.id} (line ${line})`] })),
  ];
}

/** A link that should have expired. */
function driftOfOverdue({ entry: { line }, link, at }: Overdue): Drift {
  const end = link.expiration === null ? 'never' : isoInstant(link.expiration);
  return { linkId: link.id, words: [said(`expiration: ${end}`, 'says', isoInstant(at), line)] };
}

/** Whether the file asks for the change: a date may change only because the portal sets or prints it so. */
function isDrift({ name }: FieldChange, { current, target, portalSetsExpiration }: LinkPlan): boolean {
  if (name !== 'expiration' || current === null) return true;
  return !current.expired && !portalSetsExpiration && !sameInstant(current, target.expiration);
}

function fieldWords({ name, from, to }: FieldChange, { expiration }: DesiredLink, line: number): string {
  const there = `${name}: ${valueWords(name, from)}`;
  if (name === 'expiration' && expiration?.kind === 'duration') {
    return said(there, 'allows', `${durationText(expiration.milliseconds)} from now`, line);
  }
  // The file holds no passwords: it can only ask for one.
  const asked = name === 'password' && to === 'set' ? 'generate' : valueWords(name, to);
  return said(there, 'says', asked, line);
}

function valueWords(name: FieldChange['name'], value: FieldValue): string {
  return name === 'title' ? quoted(String(value)) : String(value);
}

function said(there: string, verb: 'says' | 'allows', asked: string, line: number): string {
  return `${there}, the file ${verb} ${asked} (line ${line})`;
}
