import { accessRank } from '../../src/links/access.ts';
import { idPrefix, isManaged, type Identity } from '../../src/links/identity.ts';
import { kindOf, type Link } from '../../src/links/link.ts';
import { allowsAccess, type LinkType, type RoomType } from '../../src/links/room-types.ts';
import type { DesiredLink } from '../../src/links/desired.ts';
import { day } from '../support/links.ts';

/** What set did: the room before and after, and what was wished for. */
export interface Done {
  readonly room: RoomType;
  readonly roomId: string;
  readonly identity: Identity;
  readonly desired: DesiredLink;
  readonly before: readonly Link[];
  readonly after: readonly Link[];
  /** Id of the link that set says is the one. */
  readonly id: string;
  readonly now: Date;
}

const week = 7 * day;

/** Whether a link is the one that a desired link means, or bears the same key. */
export function matches(link: Link, desired: DesiredLink, roomId: string, identity: Identity): boolean {
  const { reference } = desired;
  switch (reference.by) {
    case 'id':
      return (
        link.id === reference.id || link.id.startsWith(replacementPrefix(reference.id, link.type, roomId, identity))
      );
    case 'primary':
      return link.primary;
    case 'key':
      if (reference.type === 'invitation' && desired.adopt && link.type === 'invitation') return true;
      return link.id.startsWith(idPrefix(identity, { roomId, type: reference.type, key: reference.key }));
  }
}

/** A link that is named by its id stands for those that runs have put in its place: of its key, or else of its id. */
function replacementPrefix(id: string, type: LinkType, roomId: string, identity: Identity): string {
  return isManaged(identity, id) ? id.slice(0, 19) : idPrefix(identity, { roomId, type, key: `\n${id}` });
}

/** All that a link is, to be compared; not its URL, which depends on who asks (portal.md §8). */
export function facts(link: Link): object {
  const { id, type, primary, access, expiration, expired, internal, title, denyDownload, maxUses, uses } = link;
  const password = link.password?.reveal() ?? null;
  return { id, type, primary, access, expiration, expired, internal, title, denyDownload, maxUses, uses, password };
}

/** Whether these are the same links, in whatever order. */
export function sameLinks(some: readonly Link[], others: readonly Link[]): boolean {
  const [one, other] = [some, others].map((links) =>
    links
      .map((link) => JSON.stringify(facts(link)))
      .sort()
      .join(),
  );
  return one === other;
}

/** The same desired link for what is there now: a new URL is given once, and an id that was replaced has a replacement. */
export function again(desired: DesiredLink, id: string): DesiredLink {
  return { ...desired, rotate: false, ...(desired.reference.by === 'id' ? { reference: { by: 'id', id } } : {}) };
}

/** Every promise of set that does not hold; told apart from how the code keeps them, by interface.md alone. */
export function brokenPromises(done: Done): readonly string[] {
  const { room, roomId, identity, desired, before, after, id } = done;
  const meant = before.filter((link) => matches(link, desired, roomId, identity));
  const one = after.find((link) => link.id === id);
  if (one === undefined) return ['the room has not the link that set names'];
  const old = survivorOf(meant, desired);
  return [
    ...others(
      before.filter((link) => !meant.includes(link)),
      after.filter((link) => link !== one),
    ),
    ...(matches(one, desired, roomId, identity) || desired.reference.by === 'id'
      ? []
      : ['the link does not bear the key']),
    ...places(room, after),
    ...(one.expired ? ['the link has expired'] : []),
    ...(old?.expired === true && one.id === old.id && !desired.renew ? ['an expired URL came back to life'] : []),
    ...(desired.rotate && old !== null && one.id === old.id ? ['the URL is the old one'] : []),
    ...(!desired.rotate && old?.expired === false && one.id !== old.id ? ['a live URL was thrown away'] : []),
    ...given(done, one),
    ...kept(done, one, old),
    ...end(done, one, old),
  ];
}

/** Of several links of a key the live ones stay before the expired ones, then the one that is named, then the smaller id. */
function survivorOf(meant: readonly Link[], { reference }: DesiredLink): Link | null {
  const live = meant.filter((link) => !link.expired);
  const rank = (link: Link): string => (reference.by === 'id' && link.id === reference.id ? '' : link.id);
  return (live.length > 0 ? live : meant).toSorted((one, other) => (rank(one) < rank(other) ? -1 : 1))[0] ?? null;
}

function others(before: readonly Link[], after: readonly Link[]): readonly string[] {
  const reported = (links: readonly Link[]): string => JSON.stringify(links.map(facts));
  return sameLinks(before, after) ? [] : [`other links are ${reported(after)} instead of ${reported(before)}`];
}

function places(room: RoomType, after: readonly Link[]): readonly string[] {
  return after.flatMap((link) => [
    ...(allowsAccess(room, link.type, link.access) ? [] : ['a role that the room does not have']),
    ...(after.filter((other) => kindOf(other) === kindOf(link)).length > room.limits[kindOf(link)] ? ['too many'] : []),
  ]);
}

/** What was asked for is so. */
function given({ desired }: Done, one: Link): readonly string[] {
  const password = one.password?.reveal() ?? null;
  const wrong = {
    access: desired.access !== undefined && one.access !== desired.access,
    internal: desired.internal !== undefined && one.internal !== desired.internal,
    title: desired.title !== undefined && one.title !== desired.title,
    'no password': desired.password?.kind === 'none' && password !== null,
    'a password': desired.password?.kind === 'generate' && password === null,
    'the password': desired.password?.kind === 'given' && password !== desired.password.password.reveal(),
    'deny-download': desired.denyDownload !== undefined && one.denyDownload !== desired.denyDownload,
    'max-uses': desired.maxUses !== undefined && one.maxUses !== desired.maxUses,
  };
  return names(wrong).map((name) => `not as asked: ${name}`);
}

/** What was not asked for is as it was, or for a new link the least open there is. */
function kept({ desired }: Done, one: Link, old: Link | null): readonly string[] {
  const password = one.password?.reveal() ?? null;
  const keeps = desired.password === undefined || desired.password.kind === 'keep';
  const had = old?.password?.reveal() ?? null;
  const wrong = {
    access: desired.access === undefined && accessRank(one.access) !== accessRank(old?.access ?? 2),
    internal: desired.internal === undefined && one.internal !== (old?.internal ?? one.type === 'external'),
    title: desired.title === undefined && old !== null && one.title !== old.title,
    password: (keeps || (desired.password.kind === 'generate' && had !== null)) && password !== had,
    'deny-download': desired.denyDownload === undefined && one.denyDownload !== (old?.denyDownload ?? false),
    'max-uses': desired.maxUses === undefined && one.maxUses !== (old?.maxUses ?? null),
  };
  return names(wrong).map((name) => `not kept: ${name}`);
}

/** The end is as asked, and never later; without a word it is kept, or a week from now where nothing lives. */
function end({ desired, now, room }: Done, one: Link, old: Link | null): readonly string[] {
  const is = one.expiration?.getTime() ?? Infinity;
  const was = old?.expired === false ? (old.expiration?.getTime() ?? Infinity) : null;
  if (one.primary && room.permanentPrimary) return is === Infinity ? [] : ['a permanent link ends'];
  const asked = desired.expiration ?? { kind: 'none' as const };
  const limit = (life: number): number => Math.floor((now.getTime() + life) / 1000) * 1000;
  switch (asked.kind) {
    case 'never':
      return is === Infinity ? [] : ['it ends'];
    case 'instant':
      return is === asked.at.getTime() ? [] : ['it does not end when asked'];
    case 'none':
      return is === (was ?? limit(week)) ? [] : ['its end was not kept'];
    case 'duration': {
      const longest = limit(asked.milliseconds);
      const right = desired.renew || was === null ? longest : Math.min(was, longest);
      return is === right ? [] : ['it lives longer or shorter than asked'];
    }
  }
}

function names(wrong: Readonly<Record<string, boolean>>): readonly string[] {
  return Object.entries(wrong).flatMap(([name, is]) => (is ? [name] : []));
}
