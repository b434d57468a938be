import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a token may do in the repository; `issues` covers comments on pull requests too, as on GitHub. */
export type Permission = 'none' | 'read' | 'write';

/** Who a token speaks for. */
export interface Account {
  readonly login: string;
  /** A user's token may ask `GET /user`; that of a workflow or an app may not. */
  readonly user?: boolean;
  readonly issues?: Permission;
  readonly pullRequests?: Permission;
  /** The repository is private and the token is not for it: everything is 404. */
  readonly blind?: boolean;
}

export interface FakeComment {
  readonly id: number;
  readonly on: number;
  readonly login: string;
  body: string;
}

export interface FakeIssue {
  readonly number: number;
  readonly login: string;
  readonly title: string;
  readonly pull: boolean;
  body: string;
  state: 'open' | 'closed';
  labels: string[];
}

/** A request that was seen. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>> | null;
  readonly userAgent: string;
}

/** How a request goes wrong: an answer instead of GitHub's; or the connection is lost, before or after the work. */
export type Effect =
  | { readonly status: number; readonly body?: string; readonly headers?: Readonly<Record<string, string>> }
  | 'reset'
  | 'reset-after'
  | 'cut'
  | 'stall';

/** GitHub's REST API as far as it is used here, and its GraphQL API as far as to say whose token it is. */
export interface FakeGitHub {
  /** For `GITHUB_API_URL`. */
  readonly url: string;
  readonly comments: FakeComment[];
  readonly issues: FakeIssue[];
  readonly seen: Seen[];
  /** What a method and a part of the path did so far, as `POST /graphql`. */
  calls(method: string): string[];
  addToken(token: string, account: Account): void;
  addComment(on: number, login: string, body: string): FakeComment;
  addIssue(issue: Partial<FakeIssue>): FakeIssue;
  /** The next requests with this method and a path like this go wrong, once unless `times` says more. */
  fault(method: string, path: RegExp, effect: Effect, times?: number): void;
  /** Called when a request was carried out and is not answered yet. */
  after(method: string, path: RegExp, run: () => void): void;
  close(): Promise<void>;
}

interface Call extends Seen {
  readonly query: URLSearchParams;
  readonly account: Account;
}

interface Answer {
  readonly status: number;
  readonly data: unknown;
}

const refused = (status: number, message: string): Answer => ({ status, data: { message, status: String(status) } });
const forbidden = refused(403, 'Resource not accessible by integration');
const notFound = refused(404, 'Not Found');
const longest = 65_536;

/** Starts it for the repository `octo/contracts`; `prefix` is where its API lies, `/api/v3` on an Enterprise Server. */
export async function startGitHub(prefix = ''): Promise<FakeGitHub> {
  const comments: FakeComment[] = [];
  const issues: FakeIssue[] = [];
  const seen: Seen[] = [];
  const tokens = new Map<string, Account>();
  const faults: { method: string; path: RegExp; effect: Effect; times: number }[] = [];
  const hooks: { method: string; path: RegExp; run: () => void }[] = [];
  let nextId = 1000;

  const addComment = (on: number, login: string, body: string): FakeComment => {
    const comment = { id: nextId++, on, login, body };
    comments.push(comment);
    return comment;
  };
  const addIssue = (issue: Partial<FakeIssue>): FakeIssue => {
    const added: FakeIssue = {
      number: Math.max(0, ...issues.map(({ number }) => number)) + 1,
      login: 'octocat',
      title: 'Something',
      body: '',
      state: 'open',
      labels: [],
      pull: false,
      ...issue,
    };
    issues.push(added);
    return added;
  };

  const shownComment = ({ id, login, body }: FakeComment): unknown => ({ id, body, user: { login } });
  const shownIssue = ({ number, login, title, body, state, labels, pull }: FakeIssue): unknown => ({
    ...{ number, title, state },
    user: { login },
    body: body === '' ? null : body,
    labels: labels.map((name) => ({ id: 1, name })),
    ...(pull ? { pull_request: { url: `/pulls/${number}` } } : {}),
  });
  const page = ({ query }: Call, all: readonly unknown[]): Answer => {
    const size = Math.min(100, Number(query.get('per_page') ?? 30));
    const from = (Number(query.get('page') ?? 1) - 1) * size;
    return { status: 200, data: all.slice(from, from + size) };
  };
  const tooLong = ({ body }: Call): Answer | null =>
    textOf(body).length > longest
      ? refused(422, `Validation Failed: body is too long (maximum is ${longest} characters)`)
      : null;
  const may = ({ account }: Call, on: number | null, desired: 'read' | 'write'): boolean => {
    const enough = (permission: Permission = 'write'): boolean => permission === 'write' || permission === desired;
    const isPull = on === null || issues.every((issue) => issue.number !== on || issue.pull);
    return enough(account.issues) || (isPull && enough(account.pullRequests));
  };

  /** Routes of `/repos/octo/contracts`: method and path → what is done. */
  const routes: readonly (readonly [route: RegExp, handle: (call: Call, id: number) => Answer])[] = [
    [
      /^GET \/issues\/(\d+)\/comments$/u,
      (call, on) =>
        may(call, on, 'read') ? page(call, comments.filter((one) => one.on === on).map(shownComment)) : forbidden,
    ],
    [
      /^POST \/issues\/(\d+)\/comments$/u,
      (call, on) => {
        if (!may(call, on, 'write')) return forbidden;
        return (
          tooLong(call) ?? {
            status: 201,
            data: shownComment(addComment(on, call.account.login, textOf(call.body))),
          }
        );
      },
    ],
    [
      /^(?:PATCH|DELETE) \/issues\/comments\/(\d+)$/u,
      (call, id) => {
        const comment = comments.find((one) => one.id === id);
        if (comment === undefined) return notFound;
        if (!may(call, comment.on, 'write')) return forbidden;
        if (call.method === 'DELETE') {
          comments.splice(comments.indexOf(comment), 1);
          return { status: 204, data: null };
        }
        comment.body = textOf(call.body);
        return tooLong(call) ?? { status: 200, data: shownComment(comment) };
      },
    ],
    [
      /^GET \/issues()$/u,
      (call) => {
        if (!may(call, null, 'read')) return forbidden;
        const state = call.query.get('state') ?? 'open';
        const found = issues.filter(
          (one) => one.login === call.query.get('creator') && (state === 'all' || one.state === state),
        );
        return page(call, found.map(shownIssue));
      },
    ],
    [
      /^POST \/issues()$/u,
      (call) => {
        if (call.account.issues === 'none' || call.account.issues === 'read') return forbidden;
        const { title, body, labels } = call.body as { title: string; body: string; labels: string[] };
        return (
          tooLong(call) ?? {
            status: 201,
            data: shownIssue(addIssue({ login: call.account.login, title, body, labels })),
          }
        );
      },
    ],
    [
      /^PATCH \/issues\/(\d+)$/u,
      (call, number) => {
        if (call.account.issues === 'none' || call.account.issues === 'read') return forbidden;
        const issue = issues.find((one) => one.number === number);
        if (issue === undefined) return notFound;
        Object.assign(issue, call.body);
        return tooLong(call) ?? { status: 200, data: shownIssue(issue) };
      },
    ],
    [
      /^GET \/pulls()$/u,
      (call) => {
        const state = call.query.get('state') ?? 'open';
        const found = issues.filter((one) => one.pull && (state === 'all' || one.state === state));
        const newestFirst = found.toSorted((one, other) => other.number - one.number);
        return page(call, newestFirst.map(shownIssue));
      },
    ],
    [
      /^GET \/pulls\/(\d+)$/u,
      (_, number) => {
        const found = issues.find((one) => one.pull && one.number === number);
        return found === undefined ? notFound : { status: 200, data: shownIssue(found) };
      },
    ],
  ];

  const answer = (call: Call): Answer => {
    const { method, path, account } = call;
    if (method === 'POST' && path === graphqlPath) {
      return { status: 200, data: { data: { viewer: { login: account.login } } } };
    }
    if (method === 'GET' && path === `${prefix}/user`) {
      return account.user === true ? { status: 200, data: { login: account.login } } : forbidden;
    }
    const repository = `${prefix}/repos/octo/contracts`;
    if (!path.startsWith(repository) || account.blind === true) return notFound;
    const asked = `${method} ${path.slice(repository.length)}`;
    for (const [route, handle] of routes) {
      const match = route.exec(asked);
      if (match !== null) return handle(call, Number(match[1]));
    }
    return notFound;
  };
  const graphqlPath = `${prefix.replace(/\/v3$/u, '')}/graphql`;

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '', 'http://github');
    const text = await bodyOf(request);
    const one: Seen = {
      method: request.method ?? '',
      path: url.pathname,
      body: text === '' ? null : (JSON.parse(text) as Record<string, unknown>),
      userAgent: request.headers['user-agent'] ?? '',
    };
    seen.push(one);
    const matches = ({ method, path }: { method: string; path: RegExp }): boolean =>
      method === one.method && path.test(one.path);
    const fault = faults.find((each) => each.times > 0 && matches(each));
    if (fault !== undefined) fault.times -= 1;
    const effect = fault?.effect;
    if (effect === 'reset') return void request.socket.destroy();
    if (effect === 'stall') return;
    if (typeof effect === 'object') {
      response.writeHead(effect.status, { 'content-type': 'application/json', ...effect.headers });
      return void response.end(effect.body ?? '{"message":"Server Error"}');
    }
    const account = tokens.get((request.headers.authorization ?? '').replace(/^token /u, ''));
    const { status, data } =
      account === undefined ? refused(401, 'Bad credentials') : answer({ ...one, query: url.searchParams, account });
    for (const { run } of hooks.filter(matches)) run();
    if (effect === 'reset-after') return void request.socket.destroy();
    const json = status === 204 ? '' : JSON.stringify(data);
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    if (effect === 'cut') {
      response.writeHead(status, { ...headers, 'content-length': json.length });
      response.write(json.slice(0, json.length / 2), () => request.socket.destroy());
      return;
    }
    response.writeHead(status, status === 204 ? {} : headers).end(json);
  };

  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${prefix}`,
    comments,
    issues,
    seen,
    calls: (method) => seen.filter((one) => one.method === method).map(({ path }) => path.slice(prefix.length)),
    addToken: (token, account) => void tokens.set(token, account),
    addComment,
    addIssue,
    fault: (method, path, effect, times = 1) => void faults.push({ method, path, effect, times }),
    after: (method, path, run) => void hooks.push({ method, path, run }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function textOf(body: Seen['body']): string {
  const text = body?.['body'];
  return typeof text === 'string' ? text : '';
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of request as AsyncIterable<Uint8Array>) parts.push(part);
  return Buffer.concat(parts).toString();
}
