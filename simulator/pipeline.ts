import { type Caller, covers } from './access.ts';
import {
  type Answer,
  bareProblem,
  BindingError,
  bindingProblem,
  empty,
  exception,
  HandlerError,
  html,
  keepFields,
  MediaTypeError,
  mediaTypeProblem,
  type Result,
  success,
} from './envelope.ts';
import { findRoute, type Route } from './routes.ts';
import { isModern, type State } from './state.ts';

/** A request as the pipeline sees it. */
export interface Incoming {
  readonly method: string;
  /** Path with query, as sent. */
  readonly path: string;
  /** With what the URLs of links begin. */
  readonly origin: string;
  /** Scheme and host that were asked. */
  readonly asked: string;
  readonly contentType: string;
  readonly accept: string;
  readonly body: Buffer;
  readonly caller: Caller;
}

const API = '/api/2.0';

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

/** Where a short URL leads; one that does not exist leads to the portal's root (recordings/28). */
function shortUrl(state: State, request: Incoming, code: string): Answer {
  return empty(302, { location: state.longByShort.get(code) ?? request.origin });
}

function refusedByPortal(state: State, route: Route, request: Incoming): Answer | null {
  if (!state.found || state.status === 'suspended' || state.status === 'removing') return bareProblem(404);
  if (state.status !== 'active' && route.always !== true) return bareProblem(403);
  if (!state.paid) return bareProblem(402);
  if (state.ipAllowed) return null;
  const text = 'The access to the portal is restricted';
  return /json/i.test(request.accept)
    ? { status: 403, headers: { 'content-type': 'application/json; charset=utf-8' }, json: text }
    : { status: 403, headers: { 'content-type': 'text/plain; charset=utf-8' }, text };
}

function refusedByScope(state: State, route: Route, request: Incoming): Answer | null {
  const { user, key, keyShaped } = request.caller;
  const write = request.method !== 'GET';
  const covered = key === null || covers(key.scopes, route.area, write);
  if (!route.anonymous) {
    if (user === null) return empty(401);
    return covered ? null : empty(403);
  }
  // Since 3.7 a key is asked for its scopes even where none is needed, and a wrong one has none (section 5.2).
  const refused = isModern(state) && keyShaped && (key === null || !covered);
  return refused ? bareProblem(403) : null;
}

function run(state: State, route: Route, params: readonly string[], request: Incoming, query: URLSearchParams): Result {
  const { user, key } = request.caller;
  const call = {
    state,
    origin: request.origin,
    params,
    query,
    contentType: request.contentType,
    body: request.body,
    user,
    key,
  };
  if (route.anonymous) return route.handle(call);
  if (user === null) throw new HandlerError('authentication', 'System error.');
  return route.handle({ ...call, user });
}

/** Answers one request: the first check that fails answers (section 5.5). Runs without a pause, so requests never mix. */
export function answer(state: State, request: Incoming): Answer {
  const [path = '', ...rest] = request.path.split('?');
  const query = new URLSearchParams(rest.join('?'));
  const short = /^\/s\/([^/]+)$/.exec(path)?.[1];
  if (short !== undefined) return shortUrl(state, request, short);
  if (path !== API && !path.startsWith(`${API}/`)) return html(200);
  if (request.caller.keyShaped && !state.found) {
    return exception(state.profile, new HandlerError('plain', 'Could not resolve current tenant :-(.'));
  }
  const found = findRoute(request.method, path.slice(API.length));
  if ('allow' in found) return found.allow.length === 0 ? empty(404) : empty(405, { allow: found.allow.join(', ') });
  const { route } = found;
  const params = found.params.map(decoded);
  if (params.includes(null)) return empty(400);
  const order = route.anonymous ? [refusedByPortal, refusedByScope] : [refusedByScope, refusedByPortal];
  for (const check of order) {
    const refused = check(state, route, request);
    if (refused !== null) return refused;
  }
  const href = `${request.asked}${request.path}`;
  try {
    const result = run(state, route, params.map(String), request, query);
    const fields = (query.get('fields') ?? '').split(',').filter((field) => field !== '');
    const kept = fields.length === 0 ? result : { ...result, response: keepFields(result.response, fields) };
    return success(state.profile, href, request.method, kept);
  } catch (error) {
    if (error instanceof HandlerError) return exception(state.profile, error);
    if (error instanceof BindingError) return bindingProblem(state.profile, href, request.method, error);
    if (error instanceof MediaTypeError) return mediaTypeProblem(href, request.method);
    throw error;
  }
}
