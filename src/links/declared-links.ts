import type { FileLink, LineProblem } from './declared.ts';
import { isPermanent, type LinkReference, type DesiredLink } from './desired.ts';
import { findLink, replacementsOf, resolved } from './find.ts';
import { type Identity, idPrefix, isManaged } from './identity.ts';
import type { Link } from './link.ts';
import { problem, type Problem } from './problem.ts';
import type { LinkType } from './room-types.ts';
import type { Room, RoomState } from './room.ts';
import { memberOf, type SettingMember, settingsNotFor } from './settings.ts';
import { quoted } from './text.ts';

/**
 * What the file wants of a link, without the defaults that do not fit it: those for links of the other type, and the
 * expiration of a permanent primary link, which has none. What the link itself says stays, fit or unfit.
 */
export function applicable(
  link: FileLink,
  place: { readonly type: LinkType; readonly permanent: boolean },
): DesiredLink {
  const unfit = [...settingsNotFor(place.type).map(memberOf), ...(place.permanent ? (['expiration'] as const) : [])];
  return without(
    link.desired,
    unfit.filter((name) => link.defaulted.includes(name)),
  );
}

/** The desired link as if these fields were not given. */
function without(desired: DesiredLink, names: readonly SettingMember[]): DesiredLink {
  return { ...desired, ...Object.fromEntries(names.map((name) => [name, undefined])) };
}

/** What the entries of a room mean by the names they use. */
export interface Named {
  /** The links that are meant, and the line of the entry that means each. */
  readonly links: ReadonlyMap<string, number>;
  /** The entries that mean a link of their own, or one that is yet to be made. */
  readonly entries: readonly FileLink[];
}

/** Finds the links that the entries for links that stay mean; that two mean the same is a problem of the second. */
export function namedLinks(
  state: RoomState,
  links: readonly FileLink[],
  identity: Identity,
  problems: LineProblem[],
): Named {
  const named = new Map<string, number>();
  const entries: FileLink[] = [];
  for (const entry of links.filter(({ absent }) => !absent)) {
    const { desired, line } = entry;
    const { value: found } = findLink(state, resolved(state, desired, identity), identity);
    // What cannot be found is told when it is planned.
    const meant = found === undefined ? [] : [found.current, ...found.duplicates].filter((link) => link !== null);
    const shared = meant.find(({ id }) => named.has(id));
    if (shared === undefined) {
      entries.push(entry);
      for (const { id } of meant) named.set(id, line);
      continue;
    }
    const { id, title } = shared;
    const message = `This means the link ${id} ${quoted(title)} of room ${state.room.id} ${quoted(state.room.title)}, and so does line ${named.get(id) ?? 0}.`;
    problems.push({ line, problem: problem('not-possible', message, 'Describe each link in one place.') });
  }
  return { links: named, entries };
}

/** A link that goes. */
export interface ToRevoke {
  readonly link: Link;
  readonly key: string | null;
  /** `absent`: the file says so; `prune`: the file does not name it. */
  readonly why: 'absent' | 'prune';
  /** What the file says of it; null for `prune`. */
  readonly entry: FileLink | null;
}

/** The links themselves. */
export function linksOf(toRevoke: readonly ToRevoke[]): readonly Link[] {
  return toRevoke.map(({ link }) => link);
}

/** The links that the file wants absent: those that go, the entries without any (left), and those that cannot go. */
export function planAbsent(
  state: RoomState,
  links: readonly FileLink[],
  identity: Identity,
  problems: LineProblem[],
): { readonly toRevoke: readonly ToRevoke[]; readonly gone: readonly FileLink[] } {
  const toRevoke: ToRevoke[] = [];
  const gone: FileLink[] = [];
  for (const entry of links.filter(({ absent }) => absent)) {
    const { desired, line } = entry;
    const found = linksToGo(state, desired, identity);
    const permanent = found.find((link) => isPermanent({ room: state.room, ...link }));
    const fresh = found.filter((link) => link !== permanent && !linksOf(toRevoke).includes(link));
    if (permanent !== undefined) problems.push({ line, problem: permanentProblem(state.room, permanent) });
    else if (fresh.length === 0) gone.push(entry);
    toRevoke.push(...fresh.map((link): ToRevoke => ({ link, key: keyOf(desired.reference), why: 'absent', entry })));
  }
  return { toRevoke, gone };
}

/** The key by which a link is named; null if it is named by its id. */
export function keyOf(reference: LinkReference): string | null {
  return reference.by === 'id' ? null : reference.key;
}

/** The links that an entry of an absent link means: with a key all that bear it. */
function linksToGo(state: RoomState, { reference, adopt }: DesiredLink, identity: Identity): readonly Link[] {
  const { room, links } = state;
  switch (reference.by) {
    case 'id':
      return [...links.filter(({ id }) => id === reference.id), ...replacementsOf(state, reference.id, identity)];
    case 'primary':
      return links.filter(({ primary }) => primary);
    case 'key': {
      const prefix = idPrefix(identity, { roomId: room.id, type: reference.type, key: reference.key });
      const ours = links.filter(({ id }) => id.startsWith(prefix));
      // What was taken over with `adopt` has kept its id, so only the same word finds it.
      return ours.length === 0 && adopt ? links.filter(({ type }) => type === reference.type) : ours;
    }
  }
}

function permanentProblem(room: Room, { id, title }: Link): Problem {
  return problem(
    'not-possible',
    `The primary link ${id} ${quoted(title)} of ${room.type?.label ?? 'room'} ${room.id} ${quoted(room.title)} cannot be absent: the portal at once makes a new one.`,
    'The action `revoke` with `allow-rotate: true` gives it a new URL. To close the room to strangers, use a room of another type, or archive it.',
  );
}

/** The links of this repository that the file does not name. */
export function pruneOf(state: RoomState, named: ReadonlyMap<string, number>, identity: Identity): readonly ToRevoke[] {
  return state.links
    .filter(({ id }) => isManaged(identity, id) && !named.has(id))
    .map((link) => ({ link, key: null, why: 'prune', entry: null }));
}
