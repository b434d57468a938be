import { createHash } from 'node:crypto';
import { ask } from '../../simulator/ask.ts';
import { createPortal, type Link, type LinkInput, type QuietPortal, type RoomType } from '../../simulator/index.ts';
import type { Answer, Request } from '../../src/docspace/exchange.ts';
import { idPrefix, type Identity } from '../../src/links/identity.ts';

/** Where the portal seems to be. */
export const portalUrl = 'https://portal.example';
/** The id of the only room. */
export const roomId = '201';

export const second = 1000;
export const hour = 3600 * second;
export const day = 24 * hour;
const start = Date.parse('2026-11-24T09:30:15.500Z');

/** A link that the room has from the beginning: of a key of this repository, or, without one, of somebody else. */
export interface Given extends Omit<LinkInput, 'expiresAt'> {
  readonly key?: string;
  /** Milliseconds from the beginning; null, the default, never expires. */
  readonly life?: number | null;
}

/** A room and what it holds at the beginning. */
export interface RoomGiven {
  readonly roomType: RoomType;
  readonly links: readonly Given[];
}

/** The links of the room by their ids, as they were at some moment. */
export type Links = ReadonlyMap<string, Link>;

/** A request that the portal has carried out. */
export interface Event {
  /** Name of the run. */
  readonly by: string;
  /** `room`, `links`, `write`, `revoke`, `primary`, `share`, … */
  readonly label: string;
  /** The link that a `write` or a `revoke` names. */
  readonly id: string | null;
  readonly status: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly before: Links;
  readonly after: Links;
}

/** A portal with one room in this process. Its time moves only where somebody sleeps. */
export interface LocalPortal {
  readonly portal: QuietPortal;
  readonly clock: { now: number };
  readonly links: () => Links;
  readonly events: readonly Event[];
  /** How errors and schedules call a request. */
  readonly labelOf: (request: Request) => string;
  /** Carries out a request of a run at once. */
  readonly carryOut: (by: string, request: Request) => Answer;
}

const hash: Identity['hash'] = (text) => createHash('sha256').update(text).digest();

/**
 * The identity of a run. All ids that it draws begin with this byte behind their prefix (up to 0x3f counts), so that a test
 * says which of two runs draws the smaller ids. The same bytes on every run of the test.
 */
export function identityOf(name: string, first: number): Identity {
  let drawn = 0;
  return {
    repository: '4242',
    hash,
    random: (length) => {
      drawn += 1;
      const bytes = createHash('sha512').update(`${name} ${drawn}`).digest().subarray(0, length);
      bytes[0] = first;
      return bytes;
    },
  };
}

const prefixes = new Map<string, string>();

/** What the ids of a key begin with in the room. */
export function prefixOfKey(key: string, type: 'external' | 'invitation'): string {
  const name = `${type} ${key}`;
  const prefix = prefixes.get(name) ?? idPrefix(identityOf('', 0), { roomId, type, key });
  prefixes.set(name, prefix);
  return prefix;
}

const names: readonly (readonly [RegExp, string])[] = [
  [/\/rooms\/[^/?]+$/u, 'room'],
  [/\/links$/u, 'links'],
  [/\/link$/u, 'primary'],
  [/\/rooms\?/u, 'rooms'],
  [/\/files\/share\//u, 'share'],
  [/\/s\/[^/]+$/u, 'short'],
  [/\/authentication\/confirm$/u, 'confirm'],
  [/\/keys\/@self$/u, 'key'],
  [/\/files\/settings$/u, 'settings'],
  [/\/security\/password$/u, 'policy'],
  [/\/people\//u, 'person'],
];

interface Body {
  readonly linkId: string;
  readonly access: number;
}

function writtenIn({ method, body }: Request): Body | null {
  return method === 'PUT' && body !== undefined ? (JSON.parse(body) as Body) : null;
}

function labelOf(request: Request): string {
  const body = writtenIn(request);
  if (body !== null) return body.access === 0 ? 'revoke' : 'write';
  const { pathname, search } = new URL(request.url);
  return names.find(([form]) => form.test(pathname + search))?.[1] ?? pathname;
}

/** The id of a room's nth given link, which has a key: in the middle of what runs draw. */
export function givenId(key: string, index: number, type: 'external' | 'invitation' = 'external'): string {
  return `${prefixOfKey(key, type)}a000-${String(index).padStart(12, '0')}`;
}

/** Opens a portal with its room; nothing has to be closed. */
export function openLocal({ roomType, links: given }: RoomGiven): LocalPortal {
  const clock = { now: start };
  const { portal } = createPortal({ now: () => clock.now });
  portal.addRoom({ id: Number(roomId), title: 'Contract 2027', roomType });
  const room = portal.room(roomId);
  if (given.some(({ kind }) => kind === 4)) room.links.clear();
  given.forEach(({ key, life = null, ...link }, index) => {
    const type = link.kind === 3 ? 'invitation' : 'external';
    const id = key === undefined ? {} : { id: givenId(key, index, type) };
    const expiresAt = life === null ? null : Math.floor((start + life) / second) * second;
    portal.addLink(roomId, { title: `octo/contracts: ${key ?? 'by hand'}`, ...id, ...link, expiresAt });
  });

  const events: Event[] = [];
  const snapshot = (): Links => new Map([...room.links].map(([id, link]) => [id, { ...link }]));
  let links = snapshot();
  return {
    portal,
    clock,
    events,
    links: () => links,
    labelOf,
    carryOut(by, request) {
      const { status, headers, text } = ask(portal.state, request);
      const label = labelOf(request);
      const before = links;
      if (['write', 'revoke', 'primary'].includes(label)) links = snapshot();
      const id = writtenIn(request)?.linkId ?? null;
      events.push({ by, label, id, status, at: clock.now, before, after: links });
      const contentType = (headers['content-type'] ?? '').split(';', 1).join('');
      return { status, headers, contentType, text };
    },
  };
}
