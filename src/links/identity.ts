import type { LinkType } from './room-types.ts';

/**
 * Who makes links, and by what means ids are drawn. Both functions come from outside, so that the domain stays pure:
 * `hash` is SHA-256 of the UTF-8 text, `random` gives that many random bytes.
 */
export interface Identity {
  /** `GITHUB_REPOSITORY_ID`, else `GITHUB_REPOSITORY`; '' outside of a repository, and then nothing is managed. */
  readonly repository: string;
  readonly hash: (text: string) => Uint8Array;
  readonly random: (length: number) => Uint8Array;
}

/** Names the place of a link in this repository: the same place is the same link on every run. */
export interface LinkPlace {
  readonly roomId: string;
  readonly type: LinkType;
  readonly key: string;
}

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** First 24 bits of the id of every link of this repository, as six hex digits. */
function repositoryPrefix(identity: Identity): string {
  return hex(identity.hash(JSON.stringify([identity.repository])).slice(0, 3));
}

/**
 * The fixed part of the ids of one place, in the written form of a UUID version 8: 24 bits of the repository, 24 + 12
 * bits of the place. So a link is found by its prefix, without a store.
 */
export function idPrefix(identity: Identity, place: LinkPlace): string {
  const digest = hex(identity.hash(JSON.stringify([identity.repository, place.roomId, place.type, place.key])));
  const head = repositoryPrefix(identity) + digest.slice(0, 6);
  return `${head.slice(0, 8)}-${head.slice(8, 12)}-8${digest.slice(6, 9)}-`;
}

/**
 * An id that was never used before: the prefix and 62 random bits. It is drawn before the first request, so that a
 * repeated write cannot make two links; and as no id is drawn twice, no revoked URL comes back to life.
 */
export function newId(identity: Identity, prefix: string): string {
  const variant = (byte: number): number => (byte & 0x3f) | 0x80;
  const text = hex(identity.random(8).map((byte, index) => (index === 0 ? variant(byte) : byte)));
  return `${prefix}${text.slice(0, 4)}-${text.slice(4)}`;
}

/** Whether this repository made the link with this id. */
export function isManaged(identity: Identity, id: string): boolean {
  return identity.repository !== '' && id.startsWith(repositoryPrefix(identity)) && id.charAt(14) === '8';
}

/** The prefix that a new id takes when it replaces an existing link of the repository: that of the link itself. */
export function prefixOf(id: string): string {
  return id.slice(0, 19);
}

const types: readonly LinkType[] = ['external', 'invitation'];

/** Whether a link has this key in its room. A key stands for its link of either type. */
export function bearsKey(identity: Identity, { roomId, key }: Omit<LinkPlace, 'type'>, id: string): boolean {
  return types.some((type) => id.startsWith(idPrefix(identity, { roomId, type, key })));
}

/** The key that the title of a link shows, if it is the title that a link gets by itself: `<owner/repo>: <key>`. */
export function keyInTitle(title: string): string {
  return title.replace(/^[^:]*: /u, '').normalize('NFC');
}
