import { bearsKey, idPrefix, keyInTitle, prefixOf, type Identity } from '../links/identity.ts';
import type { Room } from '../links/room.ts';
import type { LinkType } from '../links/room-types.ts';
import type { AuditedLink } from './finding.ts';
import type { ConfigFile } from './policy.ts';
import { keysIn } from './room-links.ts';

/** A key that names a pull request: `pr-58`, `pr-58-legal`, `pull/58`. */
const pullRequestKey = /(?:^|[^a-z0-9])(?:pr|pull)[-_/# ]?(\d+)(?!\d)/iu;

/** What tells the key of a link: the file, and the identity of the repository. */
interface Knowledge {
  readonly file: ConfigFile | null;
  readonly identity: Identity;
}

type NamedRoom = Pick<Room, 'id' | 'title'>;

/** A link of this repository whose pull request is closed. */
export interface Orphan {
  readonly link: AuditedLink;
  /** Number of the pull request. */
  readonly number: number;
}

/** The links of a room that this repository made for pull requests that are among the `closed`. */
export function orphansOf(
  room: NamedRoom,
  links: readonly AuditedLink[],
  closed: readonly number[],
  knowledge: Knowledge,
): readonly Orphan[] {
  const byPrefix = new Map<LinkType, ReadonlyMap<string, number>>();
  const numbersOf = (type: LinkType): ReadonlyMap<string, number> => {
    const numbers =
      byPrefix.get(type) ??
      new Map(closed.map((number) => [prefixOfPull(knowledge.identity, room.id, type, number), number]));
    byPrefix.set(type, numbers);
    return numbers;
  };
  return links.flatMap((link) => {
    if (!link.managed) return [];
    const key = knownKey(room, link, knowledge);
    const number = key === null ? numbersOf(link.type).get(prefixOf(link.id)) : numberIn(key);
    return number === undefined || number === null || !closed.includes(number) ? [] : [{ link, number }];
  });
}

/** What GitHub has to be asked for before anybody can say which links are orphans. */
export interface Suspects {
  /** Numbers of pull requests that the keys of links name, in ascending order. */
  readonly numbers: readonly number[];
  /** Links of this repository whose keys are not known: each may be `pr-<number>`, of any number that there is. */
  readonly unknown: readonly UnknownLink[];
}

/** A link whose key neither its title nor the file tells. */
export interface UnknownLink {
  readonly roomId: string;
  readonly type: LinkType;
  readonly id: string;
}

/** What a room has to be asked for; null if none of its links can be one of a pull request. */
export function suspectsIn(room: NamedRoom, links: readonly AuditedLink[], knowledge: Knowledge): Suspects | null {
  const numbers: number[] = [];
  const unknown: UnknownLink[] = [];
  for (const link of links.filter(({ managed }) => managed)) {
    const key = knownKey(room, link, knowledge);
    const number = key === null ? null : numberIn(key);
    if (key === null) unknown.push({ roomId: room.id, type: link.type, id: link.id });
    if (number !== null) numbers.push(number);
  }
  return numbers.length + unknown.length === 0 ? null : { numbers, unknown };
}

/** The suspects of all rooms together. */
export function united(all: readonly Suspects[]): Suspects {
  return {
    numbers: ascending(all.flatMap(({ numbers }) => numbers)),
    unknown: all
      .flatMap(({ unknown }) => unknown)
      .toSorted((one, other) => (one.id < other.id ? -1 : Number(one.id > other.id))),
  };
}

/** What comparing ids with numbers of pull requests has brought. */
export interface Compared {
  /** Numbers that are in the key of a link for certain, in ascending order. */
  readonly numbers: readonly number[];
  /** How many links were not compared with all numbers, as there are too many. */
  readonly left: number;
}

/**
 * Finds the links whose key is `pr-<number>`, of the numbers from the `newest` pull request down to the first. An id is
 * a hash of its key, so nobody has to be asked for that. Compares at most so many times.
 */
export function compared(unknown: readonly UnknownLink[], newest: number, identity: Identity, most: number): Compared {
  const numbers: number[] = [];
  let groups = [...Map.groupBy(unknown, ({ roomId, type }) => JSON.stringify([roomId, type])).values()];
  let comparisons = 0;
  let number = newest;
  for (; number > 0 && groups.length > 0 && comparisons + groups.length <= most; number -= 1) {
    comparisons += groups.length;
    // The newest numbers of all rooms go first: where not all can be compared, the old ones are left.
    groups = groups.flatMap((group) => {
      const [{ roomId, type }] = group as [UnknownLink];
      const prefix = prefixOfPull(identity, roomId, type, number);
      const others = group.filter(({ id }) => prefixOf(id) !== prefix);
      if (others.length < group.length) numbers.push(number);
      return others.length === 0 ? [] : [others];
    });
  }
  return { numbers: ascending(numbers), left: number === 0 ? 0 : groups.flat().length };
}

function prefixOfPull(identity: Identity, roomId: string, type: LinkType, number: number): string {
  return idPrefix(identity, { roomId, type, key: `pr-${number}` });
}

/** A link does not say its key, but its id proves one that its title shows or the file has; null: neither does. */
function knownKey(room: NamedRoom, { id, title }: AuditedLink, { file, identity }: Knowledge): string | null {
  const candidates = [keyInTitle(title), ...(file === null ? [] : keysIn(file, room))];
  return candidates.find((key) => bearsKey(identity, { roomId: room.id, key }, id)) ?? null;
}

function numberIn(key: string): number | null {
  const digits = pullRequestKey.exec(key)?.[1];
  const number = Number(digits ?? 0);
  // A longer number would be rounded to another one.
  return number > 0 && Number.isSafeInteger(number) ? number : null;
}

function ascending(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((one, other) => one - other);
}
