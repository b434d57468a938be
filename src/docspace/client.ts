import type { Link } from '../links/link.ts';
import { failure, type Failure } from '../links/problem.ts';
import { attempt } from '../links/result.ts';
import type { PortalVersion, Room } from '../links/room.ts';
import { underOrigin, type OtherAddress } from './addresses.ts';
import { bodyOf } from './answer-body.ts';
import { closedPortal, failureOf, missingScope, type Asked } from './errors.ts';
import { contradictory } from './contradiction.ts';
import { decodeActive, decodeEnvelope, decodeKey, decodePasswordPolicy, decodeSharing } from './decode.ts';
import { decodeLink, decodeLinkFacts, decodeLinks, hasSharedLink } from './decode-links.ts';
import { decodeRoom, decodeRooms } from './decode-rooms.ts';
import type { BeforeRepeat, DocSpace, RoomQuery } from './port.ts';
import type { Answer } from './exchange.ts';
import { latestThere } from './portal-clock.ts';
import { createProbe } from './probe.ts';
import { createRequests, type Call, type RequestOptions } from './requests.ts';
import { pageSize, readRoomList, wholeList, type RoomList } from './paging.ts';
import { mayRead } from './refusal.ts';
import { putBody, revokeBody } from './written-link.ts';

/** What a connection needs. */
export interface ConnectOptions extends RequestOptions {
  /** Called once, when the portal gives its links another address than `portal`. */
  readonly onOtherAddress?: (other: OtherAddress) => void;
  /** Called with the reason, a sentence without secrets, when it is not known what a link opens; by default `debug`. */
  readonly onNotProbed?: (why: string) => void;
}

const areaCodes: Readonly<Record<Exclude<RoomQuery['area'], 'agents'>, number>> = {
  active: 0,
  archived: 1,
  any: 2,
  template: 4,
};

/** Connects to a portal; no request is sent yet. How they are sent, see `createRequests`. */
export function connect(options: ConnectOptions): DocSpace {
  const { origin } = new URL(options.portal);
  const { signal, debug = (): void => undefined } = options;
  const requests = createRequests(options);
  const { ask, send } = requests;
  const given = addressed(origin, options.onOtherAddress);
  const probe = createProbe({ requests, origin, onNotProbed: options.onNotProbed ?? debug });

  const key: DocSpace['key'] = async () => {
    const { response, name } = await ask(reading('/api/2.0/keys/@self'));
    return decodeKey(response, name);
  };

  /**
   * GET of a room answers 403 alike to a key that is not valid, to one without the scope, and in a portal that is being
   * restored (portal.md §5.2); the key's own record tells them apart.
   */
  async function whyForbidden(asked: Asked): Promise<Failure> {
    const { scopes } = await key();
    return mayRead(scopes, 'rooms') ? closedPortal(asked) : missingScope(asked, scopes);
  }

  async function* roomPages(query: RoomQuery): AsyncGenerator<readonly Room[], RoomList> {
    if (query.area === 'agents') return { ids: new Set() }; // The list never has them (portal.md §7).
    const filter = query.title === undefined ? '' : `&filterValue=${encodeURIComponent(query.title)}`;
    const area = areaCodes[query.area];
    return yield* readRoomList({
      async readPage(start) {
        const path = `/api/2.0/files/rooms?count=${pageSize}&startIndex=${start}&searchArea=${area}${filter}`;
        const { response, name } = await ask({ ...reading(path), scope: 'rooms:read' });
        return decodeRooms(response, name, start);
      },
      whole: query.whole === true,
      debug,
    });
  }

  /** What the portal says if it wants to; null if it does not. */
  async function reported<T>(
    what: string,
    path: string,
    decode: (response: unknown, name: string) => T,
  ): Promise<T | null> {
    const { value, failed } = await attempt(async () => {
      const { response, name } = await ask(reading(path));
      return decode(response, name);
    });
    if (failed === null) return value;
    if (signal.aborted) throw failed;
    debug(`The portal does not tell ${what}: ${failed.message}`);
    return null;
  }

  /** Writes a link; `mayAnswer` says which link the portal may answer with. */
  async function write(
    roomId: string,
    body: () => unknown,
    mayAnswer: (link: Link) => boolean,
    beforeRepeat: BeforeRepeat | undefined,
  ): Promise<Link | null> {
    const path = `${roomPath(roomId)}/links`;
    const { response, name } = await ask({
      method: 'PUT',
      path,
      asOwner: true,
      scope: 'rooms:write',
      roomId,
      body,
      beforeRepeat,
    });
    if (response === undefined || response === null) return null;
    const link = decodeLink(response, name);
    if (!mayAnswer(link)) throw contradictory(name, `it is about another link, ${link.id}`);
    return given(link);
  }

  return {
    key,
    roomPages,
    rooms: (query) => wholeList(roomPages(query)),

    async room(id) {
      const call: Call = { ...reading(roomPath(id)), scope: 'rooms:read', roomId: id, readsRoom: true };
      const answer = await send(call);
      const { asked } = answer;
      if (answer.status === 403 && bodyOf(answer).kind === 'problem') throw await whyForbidden(asked);
      if (answer.status !== 200) throw failureOf(answer, asked);
      return decodeRoom(decodeEnvelope(answer, asked.name, call).response, asked.name, id);
    },

    async links(roomId) {
      const { response, answer, name } = await ask(linksOf(roomId));
      return { links: decodeLinks(response, name).map(given), version: versionOf(answer, response) };
    },

    async auditLinks(roomId, policy) {
      const { response, answer, name } = await ask(linksOf(roomId));
      const { effort } = answer;
      return { links: decodeLinkFacts(response, name, policy), version: versionOf(answer, response), effort };
    },

    putLink: (roomId, link, settings, beforeRepeat) =>
      write(
        roomId,
        () => putBody(link, settings, latestThere(requests.clock(), requests.now())),
        ({ id }) => id === link.id.toLowerCase(),
        beforeRepeat,
      ),

    revokeLink: (roomId, link, beforeRepeat) =>
      write(
        roomId,
        () => revokeBody(link),
        ({ id, primary }) => id === link.id || (link.primary && primary),
        beforeRepeat,
      ),

    async makePrimary(roomId) {
      const path = `${roomPath(roomId)}/link`;
      const { response, name } = await ask({ ...reading(path), scope: 'rooms:write', roomId });
      const link = decodeLink(response, name);
      if (!link.primary) throw contradictory(name, `it is about a link that is not the primary one, ${link.id}`);
      return given(link);
    },

    open: (link) => probe(given(link)),

    sharing: () => reported('its sharing settings', '/api/2.0/files/settings', decodeSharing),
    passwordPolicy: () => reported('its password policy', '/api/2.0/settings/security/password', decodePasswordPolicy),
    userActive: (userId) =>
      reported('whether an account is active', `/api/2.0/people/${encodeURIComponent(userId)}`, decodeActive),

    clock: requests.clock,
    close: requests.close,
  };
}

/** Gives links under the address at which the portal is asked; another address is reported once. */
function addressed(origin: string, onOtherAddress: ConnectOptions['onOtherAddress']): (link: Link) => Link {
  let isKnown = false;
  return (written) => {
    const { link, other } = underOrigin(written, origin);
    if (other !== null && !isKnown) {
      isKnown = true;
      onOtherAddress?.(other);
    }
    return link;
  };
}

function reading(path: string): Call {
  return { method: 'GET', path, asOwner: true };
}

function roomPath(id: string): string {
  // A path of dots only would climb; no room has such an id.
  if (/^\.*$/u.test(id)) throw failure('room-not-found', `No room has the id "${id}".`);
  return `/api/2.0/files/rooms/${encodeURIComponent(id)}`;
}

function linksOf(roomId: string): Call {
  return { ...reading(`${roomPath(roomId)}/links`), scope: 'rooms:read', roomId };
}

function versionOf(answer: Answer, response: unknown): PortalVersion {
  if (answer.headers['api-supported-versions'] !== undefined) return '3.7';
  return hasSharedLink(response) ? '3.6' : '3.2';
}
