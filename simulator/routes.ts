import * as handlers from './handlers.ts';
import type { Area } from './access.ts';
import type { Call, KnownCall } from './handlers.ts';
import type { Result } from './envelope.ts';

interface Shared {
  readonly method: 'GET' | 'PUT' | 'POST';
  /** Matches the path below /api/2.0; its groups are the parameters. */
  readonly path: RegExp;
  readonly area: Area;
  /** Answers while the portal is being restored, transferred or encrypted (section 5.2). */
  readonly always?: boolean;
}

/** A route that anybody may call, or one that asks for a user. */
export type Route = Shared &
  (
    | { readonly anonymous: true; readonly handle: (call: Call) => Result }
    | { readonly anonymous: false; readonly handle: (call: KnownCall) => Result }
  );

const ROUTES: readonly Route[] = [
  { method: 'GET', path: /^\/files\/rooms$/, area: 'rooms', anonymous: false, handle: handlers.getRooms },
  { method: 'POST', path: /^\/files\/rooms$/, area: 'rooms', anonymous: false, handle: handlers.postRoom },
  { method: 'GET', path: /^\/files\/rooms\/([^/]+)$/, area: 'rooms', anonymous: true, handle: handlers.getRoom },
  {
    method: 'GET',
    path: /^\/files\/rooms\/([^/]+)\/links$/,
    area: 'rooms',
    anonymous: false,
    handle: handlers.getLinks,
  },
  {
    method: 'PUT',
    path: /^\/files\/rooms\/([^/]+)\/links$/,
    area: 'rooms',
    anonymous: false,
    handle: handlers.putLinks,
  },
  {
    method: 'GET',
    path: /^\/files\/rooms\/([^/]+)\/link$/,
    area: 'rooms',
    anonymous: false,
    handle: handlers.getPrimary,
  },
  {
    method: 'GET',
    path: /^\/files\/rooms\/([^/]+)\/share$/,
    area: 'rooms',
    anonymous: false,
    handle: handlers.getShare,
  },
  { method: 'GET', path: /^\/files\/folder\/([^/]+)\/log$/, area: 'files', anonymous: false, handle: handlers.getLog },
  { method: 'GET', path: /^\/files\/settings$/, area: 'files', anonymous: true, handle: handlers.getFilesSettings },
  { method: 'GET', path: /^\/files\/share\/([^/]+)$/, area: 'files', anonymous: true, handle: handlers.getShareCheck },
  {
    method: 'POST',
    path: /^\/files\/share\/([^/]+)\/password$/,
    area: 'files',
    anonymous: true,
    handle: handlers.postSharePassword,
  },
  { method: 'GET', path: /^\/people\/([^/]+)$/, area: 'accounts', anonymous: false, handle: handlers.getPerson },
  { method: 'GET', path: /^\/keys\/@self$/, area: 'none', anonymous: false, always: true, handle: handlers.getKey },
  {
    method: 'GET',
    path: /^\/settings\/version\/build$/,
    area: 'other',
    anonymous: true,
    always: true,
    handle: handlers.getVersion,
  },
  {
    method: 'GET',
    path: /^\/settings\/security\/password$/,
    area: 'none',
    anonymous: false,
    handle: handlers.getPasswordSettings,
  },
  { method: 'POST', path: /^\/authentication\/confirm$/, area: 'other', anonymous: true, handle: handlers.postConfirm },
];

/** The route of a request with its parameters; else the methods that this path does know, in the order of `Allow`. */
export function findRoute(
  method: string,
  path: string,
): { readonly route: Route; readonly params: readonly string[] } | { readonly allow: readonly string[] } {
  const matching = ROUTES.flatMap((route) => {
    const match = route.path.exec(path);
    return match === null ? [] : [{ route, params: match.slice(1) }];
  });
  return matching.find(({ route }) => route.method === method) ?? { allow: matching.map(({ route }) => route.method) };
}
