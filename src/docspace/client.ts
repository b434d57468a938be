import type { Proxies } from '../http/proxy.ts';
import { noAccess } from '../links/access.ts';
import type { Link, LinkSettings, Opens } from '../links/link.ts';
import { Failure, failure } from '../links/problem.ts';
import type { LinkType } from '../links/room-types.ts';
import type { PortalVersion, Room } from '../links/room.ts';
import type { Secret } from '../links/secret.ts';
import { exactInstant, isoInstant } from '../links/settings.ts';
import { isShort, longQuery, type OtherAddress, underOrigin } from './addresses.ts';
import { contradictory } from './contradiction.ts';
import {
  decodeActive,
  decodeEnvelope,
  decodeKey,
  decodeLink,
  decodeLinkFacts,
  decodeLinks,
  decodeNumber,
  decodePasswordPolicy,
  decodeRoom,
  decodeRooms,
  decodeSharing,
  hasSharedLink,
} from './decode.ts';
import { type Asked, bodyOf, closedPortal, failureOf, missingScope } from './errors.ts';
import { type Answer, createExchange, type Exchange } from './exchange.ts';
import { pageSize, readRoomList, type RoomList } from './paging.ts';
import type { BeforeRepeat, DocSpace, Effort, RoomQuery } from './port.ts';
import { createPortalClock, latestThere } from './portal-clock.ts';
import { createPacing, createPatience, requestsPerMinute } from './rate-limit.ts';
import { mayRead } from './refusal.ts';
import { isTransient, isTransientFailure, type Retry, retrying, type RetryPolicy } from './retry.ts';
import { sleep } from './sleep.ts';

/** What a connection needs. */
export interface ConnectOptions {
  /** Origin of the portal: `https://your-portal.onlyoffice.com`. */
  readonly portal: string;
  readonly apiKey: Secret;
  /** For one request, from connect to the last byte of the answer; milliseconds. */
  readonly requestTimeout: number;
  /** Aborts when the whole step's time is up. */
  readonly signal: AbortSignal;
  readonly userAgent: string;
  readonly onRetry: (retry: Retry) => void;
  /** One line for each request: what was asked, the status, the time. Without bodies and secrets. */
  readonly debug?: (line: string) => void;
  readonly random?: () => number;
  readonly sleep?: RetryPolicy['sleep'];
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** At most so many requests in any minute; by default what leaves others their part. Infinity: no limit. */
  readonly perMinute?: number;
  /** At most so many requests under way, whatever they are for; by default as many as come. */
  readonly atOnce?: number;
  /** Told before a wait of some seconds that keeps to that; milliseconds. */
  readonly onPause?: (milliseconds: number) => void;
  /** How much of the step's time is left, in milliseconds; by default there is no end but the signal. */
  readonly timeLeft?: () => number;
  /** Called once, when the portal takes no more requests and the step waits for it, with the reason: a sentence. */
  readonly onLimited?: (why: string) => void;
  /** Called once, when the portal gives its links another address than `portal`. */
  readonly onOtherAddress?: (other: OtherAddress) => void;
  /** Called with the reason, a sentence without secrets, when it is not known what a link opens; by default `debug`. */
  readonly onNotTried?: (why: string) => void;
  /** Which proxy leads to the portal; by default none. */
  readonly proxies?: Proxies;
  /** What carries requests to the portal; by default HTTP, over connections of its own. */
  readonly transport?: Exchange;
}

/** A request in the making. */
interface Call {
  readonly method: 'GET' | 'PUT' | 'POST';
  /** Path and query. */
  readonly path: string;
  /** What logs and errors show in place of the path, where that is a secret. */
  readonly shown?: string;
  /** False: as a stranger, without credentials. */
  readonly asOwner: boolean;
  readonly scope?: Asked['scope'];
  readonly roomId?: string;
  readonly readsRoom?: boolean;
  /** Makes the body anew for each attempt; may throw instead. */
  readonly body?: () => unknown;
  readonly beforeRepeat?: BeforeRepeat | undefined;
}

/** An answer, and what it took to get it. */
type Served = Answer & { readonly effort: Effort };

/** A link must end at least so long after the portal's time when it is written, or it would never end (portal.md §0.4). */
const leastLife = 1000;
const areaCodes: Readonly<Record<Exclude<RoomQuery['area'], 'agents'>, number>> = {
  active: 0,
  archived: 1,
  any: 2,
  template: 4,
};
const linkTypeCodes: Readonly<Record<LinkType, 0 | 1>> = { invitation: 0, external: 1 };

/**
 * Connects to a portal; no request is sent yet. Requests carry the key to the portal's own origin only, follow no
 * redirect, and are repeated after 408, 421, 425, 429, 502, 503, 504 and errors of the network: reads, and writes that
 * name the id of their link, are safe to repeat.
 */
export function connect(options: ConnectOptions): DocSpace {
  const { origin } = new URL(options.portal);
  const now = options.now ?? Date.now;
  const debug = options.debug ?? ((): void => undefined);
  const notTried = options.onNotTried ?? debug;
  const wait = options.sleep ?? sleep;
  const { signal } = options;
  const random = options.random ?? Math.random;
  const timeLeft = options.timeLeft ?? ((): number => Infinity);
  const { exchange, close } = options.transport ?? createExchange(options);
  const clock = createPortalClock();
  const patience = createPatience({
    timeLeft,
    now,
    random,
    sleep: (milliseconds) => wait(milliseconds, signal),
    onWait: options.onLimited ?? ((): void => undefined),
  });
  const pacing = createPacing({
    perMinute: options.perMinute ?? requestsPerMinute,
    atOnce: options.atOnce ?? Infinity,
    signal,
    now: options.now ?? ((): number => performance.now()),
    sleep: wait,
    onWait: options.onPause ?? ((): void => undefined),
  });

  function askedOf(call: Call): Asked {
    return {
      name: `${call.method} ${call.shown ?? call.path}`,
      url: origin + call.path,
      scope: call.scope ?? null,
      ...(call.roomId === undefined ? {} : { roomId: call.roomId }),
      ...(call.readsRoom === undefined ? {} : { readsRoom: call.readsRoom }),
    };
  }

  /** One request with its retries; any answer that is not worth another attempt. */
  async function send(call: Call): Promise<Served> {
    const asked = askedOf(call);
    const policy: RetryPolicy = {
      request: asked.name,
      signal,
      onRetry: options.onRetry,
      random,
      sleep: wait,
      now,
      timeLeft,
      patience,
      ...(call.beforeRepeat === undefined ? {} : { beforeRepeat: call.beforeRepeat }),
    };
    return retrying(policy, async (attempts, anew) => {
      const leave = await pacing.enter();
      const started = performance.now();
      const took = (): string => `${Math.round(performance.now() - started)} ms`;
      try {
        const body = call.body?.();
        const sent = now();
        const answer = await exchange({
          method: call.method,
          url: asked.url,
          name: asked.name,
          anew,
          headers: {
            accept: 'application/json',
            ...(call.asOwner ? { authorization: `Bearer ${options.apiKey.reveal()}` } : {}),
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        debug(`${asked.name}: ${answer.status} in ${took()}`);
        // Errors may come from what stands in front of the portal, and old answers from a cache.
        if (answer.status === 200 && answer.headers['age'] === undefined) {
          clock.note(answer.headers['date'], sent, now());
        }
        if (isTransient(answer)) return { failed: failureOf(answer, asked), answer };
        return { done: { ...answer, effort: { milliseconds: performance.now() - started, attempts } } };
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        debug(`${asked.name}: ${error.problems.map(({ code }) => code).join(', ')} after ${took()}`);
        if (!isTransientFailure(error)) throw error;
        return { failed: error, answer: null };
      } finally {
        leave();
      }
    });
  }

  /** The `response` of a success; throws what another answer means. */
  async function ask(
    call: Call,
  ): Promise<{ readonly response: unknown; readonly answer: Served; readonly name: string }> {
    const answer = await send(call);
    const asked = askedOf(call);
    if (answer.status !== 200) throw failureOf(answer, asked);
    return { ...decodeEnvelope(answer, asked.name, call), answer, name: asked.name };
  }

  async function key(): Promise<{ readonly scopes: readonly string[]; readonly userId: string }> {
    const { response, name } = await ask({ method: 'GET', path: '/api/2.0/keys/@self', asOwner: true });
    return decodeKey(response, name);
  }

  /**
   * GET of a room answers 403 alike to a key that is not valid, to one without the scope, and in a portal that is being
   * restored (portal.md §5.2); the key's own record tells them apart.
   */
  async function whyForbidden(asked: Asked): Promise<Failure> {
    const { scopes } = await key();
    return mayRead(scopes, 'rooms') ? closedPortal(asked) : missingScope(asked, scopes);
  }

  async function room(id: string): Promise<Room> {
    const call: Call = {
      method: 'GET',
      path: roomPath(id),
      asOwner: true,
      scope: 'rooms:read',
      roomId: id,
      readsRoom: true,
    };
    const answer = await send(call);
    const asked = askedOf(call);
    if (answer.status === 403 && bodyOf(answer).kind === 'problem') throw await whyForbidden(asked);
    if (answer.status !== 200) throw failureOf(answer, asked);
    return decodeRoom(decodeEnvelope(answer, asked.name, call).response, asked.name, id);
  }

  async function* roomPages(query: RoomQuery): AsyncGenerator<readonly Room[], RoomList> {
    if (query.area === 'agents') return { ids: new Set() }; // The list never has them (portal.md §7).
    const filter = query.title === undefined ? '' : `&filterValue=${encodeURIComponent(query.title)}`;
    const area = areaCodes[query.area];
    return yield* readRoomList({
      async readPage(start) {
        const { response, name } = await ask({
          method: 'GET',
          path: `/api/2.0/files/rooms?count=${pageSize}&startIndex=${start}&searchArea=${area}${filter}`,
          asOwner: true,
          scope: 'rooms:read',
        });
        return decodeRooms(response, name, start);
      },
      whole: query.whole === true,
      debug,
    });
  }

  /** What the portal says if it wants to; null if it does not. */
  async function told<T>(
    what: string,
    path: string,
    decode: (response: unknown, name: string) => T,
  ): Promise<T | null> {
    try {
      const { response, name } = await ask({ method: 'GET', path, asOwner: true });
      return decode(response, name);
    } catch (error) {
      if (!(error instanceof Failure) || signal.aborted) throw error;
      debug(`The portal does not tell ${what}: ${error.message}`);
      return null;
    }
  }

  /** Writes a link; `mayAnswer` says which link the portal may answer with. */
  async function write(
    roomId: string,
    { body, beforeRepeat }: Pick<Call, 'body' | 'beforeRepeat'>,
    mayAnswer: (link: Link) => boolean,
  ): Promise<Link | null> {
    const { response, name } = await ask({
      method: 'PUT',
      path: `${roomPath(roomId)}/links`,
      asOwner: true,
      scope: 'rooms:write',
      roomId,
      ...(body === undefined ? {} : { body }),
      beforeRepeat,
    });
    if (response === undefined || response === null) return null;
    const link = decodeLink(response, name);
    if (!mayAnswer(link)) throw contradictory(name, `it is about another link, ${link.id}`);
    return given(link);
  }

  let isAddressKnown = false;

  /** The link under the address at which the portal is asked; another one is reported once. */
  function given(written: Link): Link {
    const { link, other } = underOrigin(written, origin);
    if (other !== null && !isAddressKnown) {
      isAddressKnown = true;
      options.onOtherAddress?.(other);
    }
    return link;
  }

  /** Where a link's URL leads: the query of its long URL; null if it is not the portal's or leads nowhere. */
  async function followed(link: Link): Promise<URLSearchParams | null> {
    const url = URL.parse(link.url.reveal());
    if (url?.origin !== origin) return null;
    if (!isShort(url, origin)) return longQuery(url);
    const path = url.pathname + url.search;
    const answer = await send({ method: 'GET', path, shown: '/s/***', asOwner: false });
    const location = answer.status >= 300 && answer.status < 400 ? (answer.headers['location'] ?? '') : '';
    // The host that it names is not asked: the query is all that is needed.
    const target = URL.parse(location, origin);
    return target === null ? null : longQuery(target);
  }

  async function openExternal(link: Link): Promise<Opens> {
    // A URL that the portal has not written itself is proved, too.
    const direct = link.writtenUrl === undefined ? (link.token?.reveal() ?? null) : null;
    const token = direct ?? (await followed(link))?.get('key') ?? null;
    if (token === null) return 'unknown';
    const { response, name } = await ask({
      method: 'GET',
      path: `/api/2.0/files/share/${encodeURIComponent(token)}`,
      shown: '/api/2.0/files/share/***',
      asOwner: false,
    });
    return externalAnswers[decodeNumber(response, 'status', name)] ?? 'unknown';
  }

  async function openInvitation(link: Link): Promise<Opens> {
    const query = await followed(link);
    const [type, secret, uid] = ['type', 'key', 'uid'].map((name) => query?.get(name));
    if (typeof type !== 'string' || typeof secret !== 'string' || typeof uid !== 'string') return 'unknown';
    const { response, name } = await ask({
      method: 'POST',
      path: '/api/2.0/authentication/confirm',
      asOwner: false,
      body: () => ({ type, key: secret, uid }),
    });
    return invitationAnswers[decodeNumber(response, 'result', name)] ?? 'unknown';
  }

  return {
    room,
    roomPages,
    key,
    clock: clock.offset,
    close,

    async rooms(query) {
      const all: Room[] = [];
      const pages = roomPages(query);
      for (;;) {
        const { done, value } = await pages.next();
        // Rooms of an earlier reading that have left the list since are none of it.
        if (done === true) return all.filter(({ id }) => value.ids.has(id));
        all.push(...value);
      }
    },

    async auditLinks(roomId, policy) {
      const { response, answer, name } = await ask(linksOf(roomId));
      const { effort } = answer;
      return { links: decodeLinkFacts(response, name, policy), version: versionOf(answer, response), effort };
    },

    async links(roomId) {
      const { response, answer, name } = await ask(linksOf(roomId));
      return { links: decodeLinks(response, name).map(given), version: versionOf(answer, response) };
    },

    putLink(roomId, { id, type }, settings, beforeRepeat) {
      const body = (): unknown => {
        const { expiration } = settings;
        if (expiration !== null && expiration.getTime() < latestThere(clock.offset(), now()) + leastLife) {
          throw failure(
            'expired-on-the-way',
            `The date of the link, ${isoInstant(expiration)}, passed before it could be written.`,
          );
        }
        return putBody(id, type, settings);
      };
      return write(roomId, { body, beforeRepeat }, (link) => link.id === id.toLowerCase());
    },

    revokeLink(roomId, link, beforeRepeat) {
      const body = {
        linkId: link.id,
        linkType: linkTypeCodes[link.type],
        access: noAccess,
        ...(link.type === 'external' ? { internal: link.internal } : {}),
      };
      return write(
        roomId,
        { body: () => body, beforeRepeat },
        ({ id, primary }) => id === link.id || (link.primary && primary),
      );
    },

    async makePrimary(roomId) {
      const { response, name } = await ask({
        method: 'GET',
        path: `${roomPath(roomId)}/link`,
        asOwner: true,
        scope: 'rooms:write',
        roomId,
      });
      const link = decodeLink(response, name);
      if (!link.primary) throw contradictory(name, `it is about a link that is not the primary one, ${link.id}`);
      return given(link);
    },

    async open(written) {
      const link = given(written);
      try {
        const opens = await (link.type === 'external' ? openExternal(link) : openInvitation(link));
        if (opens === 'unknown') {
          notTried(`What link ${link.id} opens is not known: neither its URL nor the portal's answer tells.`);
        }
        return opens;
      } catch (error) {
        const why = error instanceof Failure ? error.message : 'internal error';
        notTried(`What link ${link.id} opens is not known: ${why}`);
        return 'unknown';
      }
    },

    sharing: () => told('its sharing settings', '/api/2.0/files/settings', decodeSharing),
    passwordPolicy: () => told('its password policy', '/api/2.0/settings/security/password', decodePasswordPolicy),
    userActive: (userId) =>
      told('whether an account is active', `/api/2.0/people/${encodeURIComponent(userId)}`, decodeActive),
  };
}

/** What `GET /files/share/{token}` says, by its `status` (portal.md §9). */
const externalAnswers: Readonly<Record<number, Opens>> = {
  0: 'room',
  1: 'nothing',
  2: 'nothing',
  3: 'password',
  5: 'login',
};

/** What `POST /authentication/confirm` says, by its `result` (portal.md G15). */
const invitationAnswers: Readonly<Record<number, Opens>> = { 0: 'join', 1: 'nothing', 2: 'nothing', 6: 'nothing' };

function roomPath(id: string): string {
  // A path of dots only would climb; no room has such an id.
  if (/^\.*$/u.test(id)) throw failure('room-not-found', `No room has the id "${id}".`);
  return `/api/2.0/files/rooms/${encodeURIComponent(id)}`;
}

function linksOf(roomId: string): Call {
  return { method: 'GET', path: `${roomPath(roomId)}/links`, asOwner: true, scope: 'rooms:read', roomId };
}

/** Everything that a write carries: what it left out, the portal would erase (portal.md §0.3). */
function putBody(id: string, type: LinkType, settings: LinkSettings): Readonly<Record<string, unknown>> {
  const { access, title, expiration, internal, denyDownload, password, maxUses } = settings;
  const common = {
    linkId: id,
    linkType: linkTypeCodes[type],
    access,
    title,
    ...(expiration === null ? {} : { expirationDate: exactInstant(expiration) }),
  };
  if (type === 'invitation') return maxUses === null ? common : { ...common, maxUseCount: maxUses };
  return { ...common, internal, denyDownload, ...(password === null ? {} : { password: password.reveal() }) };
}

function versionOf(answer: Answer, response: unknown): PortalVersion {
  if (answer.headers['api-supported-versions'] !== undefined) return '3.7';
  return hasSharedLink(response) ? '3.6' : '3.2';
}
