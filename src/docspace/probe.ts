import type { Link, Opens } from '../links/link.ts';
import { Failure } from '../links/problem.ts';
import { isShort, longQuery } from './addresses.ts';
import { decodeNumber } from './decode.ts';
import type { Requests } from './requests.ts';

/** What a probe needs. */
export interface ProbeOptions {
  readonly requests: Pick<Requests, 'send' | 'ask'>;
  /** The address at which the portal is asked; no other is. */
  readonly origin: string;
  /** Called with the reason, a sentence without secrets, when it is not known what a link opens. */
  readonly onNotProbed: (why: string) => void;
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

/**
 * Asks what links open, as an anonymous visitor would, without credentials and without side effects (portal.md G15). The
 * URL of a link is read, and a short one followed, but no host is asked except the portal. Never throws.
 */
export function createProbe({ requests, origin, onNotProbed }: ProbeOptions): (link: Link) => Promise<Opens> {
  const { send, ask } = requests;

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

  return async (link) => {
    const unknown = (why: string): void => {
      onNotProbed(`What link ${link.id} opens is not known: ${why}`);
    };
    try {
      const opens = await (link.type === 'external' ? openExternal(link) : openInvitation(link));
      if (opens === 'unknown') unknown("neither its URL nor the portal's answer tells.");
      return opens;
    } catch (error) {
      unknown(error instanceof Failure ? error.message : 'internal error');
      return 'unknown';
    }
  };
}
