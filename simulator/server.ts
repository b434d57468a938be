import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { authenticate, type Caller } from './access.ts';
import { type Answer, empty, html, success } from './envelope.ts';
import type { Fault, Register, Subject } from './faults.ts';
import { type Limiter, tooMany } from './limiter.ts';
import { answer, type Incoming } from './pipeline.ts';
import type { Link, Room, State } from './state.ts';
import type { Timers } from './timers.ts';
import { viewLink } from './view.ts';
import type { Workload } from './workload.ts';

/** A request that the portal saw. API keys never stand here in clear. */
export interface RecordedRequest {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  /** The user's label; `none` without credentials, `unknown` with ones that nobody has. */
  readonly authorization: string;
  /** The label of the key. */
  readonly keyName?: string;
  /** Parsed JSON, or text. Absent without a body. */
  readonly body?: unknown;
  /** 0 until, or if never, answered. */
  status: number;
  /** The client went away before the answer was complete. */
  aborted?: boolean;
}

/** Runs before a request is handled, or after it was handled and before it is answered. */
export interface Hook {
  readonly when: 'before' | 'after';
  readonly run: (request: RecordedRequest) => void | Promise<void>;
}

/** What the server needs of the portal. */
export interface Engine {
  readonly state: State;
  readonly requests: RecordedRequest[];
  readonly faults: Register<Fault>;
  readonly hooks: Register<Hook>;
  limiter: Limiter | null;
  readonly workload: Workload;
  readonly timers: Timers;
  readonly latency: number;
  /** The `Date` header of an answer. */
  readonly date: (now: number) => string;
}

/** Answers that a fault broke off: their end says nothing about the client. */
const torn = new WeakSet<ServerResponse>();

const MAX_BODY = 8 * 1024 * 1024;

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    const bytes = Buffer.isBuffer(part) ? part : Buffer.from(String(part));
    size += bytes.length;
    if (size <= MAX_BODY) parts.push(bytes);
  }
  return Buffer.concat(parts);
}

function masked(text: string): string {
  return text.replace(/sk-[0-9a-f]{16,}/gi, 'sk-***');
}

function parsed(body: Buffer): unknown {
  const text = masked(body.toString());
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function labelOf(caller: Caller, header: string | undefined, cookie: string | undefined): string {
  if (caller.user !== null) return caller.user.label;
  return header === undefined && cookie === undefined ? 'none' : 'unknown';
}

function recordOf(engine: Engine, request: IncomingMessage, incoming: Incoming): RecordedRequest {
  const { authorization, cookie } = request.headers;
  const { key } = incoming.caller;
  return {
    at: engine.state.now(),
    method: incoming.method,
    path: masked(incoming.path),
    authorization: labelOf(incoming.caller, authorization, cookie),
    ...(key === null ? {} : { keyName: key.label }),
    ...(incoming.body.length === 0 ? {} : { body: parsed(incoming.body) }),
    status: 0,
  };
}

/** The room a request to `…/rooms/{id}/links` is about. */
function roomOf(state: State, path: string): Room | undefined {
  const id = /^\/api\/2\.0\/files\/rooms\/([^/?]+)\/links?(?:$|\?)/.exec(path)?.[1];
  return id === undefined ? undefined : state.rooms.get(new URLSearchParams(`id=${id}`).get('id') ?? '');
}

function copyOf(room: Room | undefined): ReadonlyMap<string, Link> {
  return new Map([...(room?.links ?? [])].map(([id, link]) => [id, { ...link }]));
}

/** `ignore-write`: everything is checked as usual, then nothing is kept and the old record is shown. */
function ignoreWrite(state: State, request: Incoming): Answer {
  const room = roomOf(state, request.path);
  const before = copyOf(room);
  const normal = answer(state, request);
  if (room === undefined || normal.status !== 200 || request.method === 'GET') return normal;
  room.links.clear();
  for (const [id, link] of before) room.links.set(id, link);
  const body = parsed(request.body);
  const id = typeof body === 'object' && body !== null && 'linkId' in body ? String(body.linkId).toLowerCase() : '';
  const old = room.links.get(id);
  const { user } = request.caller;
  const response = old === undefined || user === null ? undefined : viewLink(state, request.origin, room, old, user);
  return success(state.profile, `${request.asked}${request.path}`, request.method, { response });
}

/** `redemption-race`: somebody redeeming the invitation writes the old record back (section 10, trap 17). */
function withRace(engine: Engine, request: Incoming, afterMs: number): Answer {
  const room = roomOf(engine.state, request.path);
  const before = [...copyOf(room).values()].filter(({ kind }) => kind === 3);
  const normal = answer(engine.state, request);
  const changed = before.filter((link) => {
    const now = room?.links.get(link.id);
    return now === undefined || JSON.stringify({ ...now, owner: 0 }) !== JSON.stringify({ ...link, owner: 0 });
  });
  engine.timers.later(afterMs, () => {
    for (const link of changed) room?.links.set(link.id, link);
  });
  return normal;
}

function isApplied(fault: Fault | undefined): boolean {
  switch (fault?.kind) {
    case 'status':
    case 'html':
    case 'empty':
      return fault.applied === true;
    case 'stall':
      return fault.applied !== false;
    case '429':
    case 'redirect':
      return false;
    case 'reset':
      return fault.when === 'after';
    case 'cut':
    case 'delay':
    case 'mutate':
    case 'ignore-write':
    case 'redemption-race':
    case undefined:
      return true;
  }
}

function replaced(fault: Fault | undefined, normal: Answer): Answer {
  switch (fault?.kind) {
    case 'status': {
      const { status, body, contentType } = fault;
      const type = contentType ?? 'application/json; charset=utf-8';
      const headers = {
        ...(body === undefined && contentType === undefined ? {} : { 'content-type': type }),
        ...fault.headers,
      };
      if (body === undefined) return empty(status, headers);
      return typeof body === 'string' ? { status, headers, text: body } : { status, headers, json: body };
    }
    case 'html':
      return html(fault.status ?? 502);
    case 'empty':
      return empty(fault.status ?? 200);
    case 'redirect':
      return { ...html(fault.status ?? 302), headers: { 'content-type': 'text/html', location: fault.location } };
    case '429':
      return throttled(fault.retryAfter, fault.daily === true);
    case 'mutate': {
      if (normal.status !== 200 || normal.json === undefined) return normal;
      const body: unknown = structuredClone(normal.json);
      const changed = fault.change(body as never);
      return { ...normal, json: changed === undefined ? body : changed };
    }
    case 'reset':
    case 'cut':
    case 'stall':
    case 'delay':
    case 'ignore-write':
    case 'redemption-race':
    case undefined:
      return normal;
  }
}

function throttled(retryAfter: number | undefined, daily: boolean): Answer {
  const seconds = retryAfter ?? 86_400;
  const full = tooMany(daily ? 10_000 : 1500, { reset: Math.floor(Date.now() / 1000) + seconds, retryAfter: seconds });
  if (daily) return full;
  const plain = tooMany(1500);
  return retryAfter === undefined
    ? plain
    : { ...plain, headers: { ...plain.headers, 'retry-after': String(retryAfter) } };
}

function compute(engine: Engine, incoming: Incoming, fault: Fault | undefined): Answer {
  if (!isApplied(fault)) return empty(500);
  if (fault?.kind === 'ignore-write') return ignoreWrite(engine.state, incoming);
  if (fault?.kind === 'redemption-race') return withRace(engine, incoming, fault.afterMs);
  return answer(engine.state, incoming);
}

function textOf(reply: Answer): string {
  if (reply.text !== undefined) return reply.text;
  return reply.json === undefined ? '' : JSON.stringify(reply.json);
}

function send(engine: Engine, response: ServerResponse, reply: Answer, fault: Fault | undefined): void {
  const body = Buffer.from(textOf(reply));
  const socket = response.socket;
  if (fault?.kind === 'reset' || fault?.kind === 'cut') torn.add(response);
  if (fault?.kind === 'reset') {
    socket?.resetAndDestroy();
    return;
  }
  if (fault?.kind === 'stall' && fault.when === 'before-headers') return;
  const date = engine.date(engine.state.now());
  response.writeHead(reply.status, { date, ...reply.headers, 'content-length': body.length });
  if (fault?.kind === 'cut') {
    response.write(body.subarray(0, Math.floor(body.length / 2)), () => socket?.destroy());
    return;
  }
  if (fault?.kind === 'stall') {
    response.write(body.subarray(0, Math.floor(body.length / 2)));
    return;
  }
  response.end(body);
}

async function runHooks(due: readonly Hook[], when: Hook['when'], record: RecordedRequest): Promise<void> {
  for (const hook of due) if (hook.when === when) await hook.run(record);
}

async function handle(
  engine: Engine,
  incoming: Incoming,
  record: RecordedRequest,
  response: ServerResponse,
): Promise<void> {
  const leave = await engine.workload.enter(incoming.caller.keyShaped);
  try {
    const subject: Subject = { method: incoming.method, path: incoming.path, body: record.body };
    const hooks = engine.hooks.due(subject, () => true);
    await runHooks(hooks, 'before', record);
    // A delay leaves room for another fault; of the others only the first counts.
    const faults = engine.faults.due(subject, (fault) => fault.kind === 'delay');
    for (const fault of faults) if (fault.kind === 'delay') await engine.timers.sleep(fault.ms);
    const fault = faults.find(({ kind }) => kind !== 'delay');
    const reply = replaced(fault, compute(engine, incoming, fault));
    await runHooks(hooks, 'after', record);
    await engine.timers.sleep(engine.latency);
    if (fault?.kind !== 'reset' && !(fault?.kind === 'stall' && fault.when === 'before-headers')) {
      record.status = reply.status;
    }
    send(engine, response, reply, fault);
  } finally {
    leave();
  }
}

async function serve(engine: Engine, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readAll(request);
  const { authorization, cookie, host, accept } = request.headers;
  const asked = `http://${host ?? 'localhost'}`;
  const incoming: Incoming = {
    method: request.method ?? 'GET',
    path: request.url ?? '/',
    // The root of all URLs follows the host name of the request, unless the portal has a domain of its own (H5).
    origin: engine.state.origin ?? asked,
    asked,
    contentType: request.headers['content-type'] ?? '',
    accept: accept ?? '',
    body,
    caller: authenticate(engine.state, authorization, cookie),
  };
  const record = recordOf(engine, request, incoming);
  engine.requests.push(record);
  response.on('close', () => {
    if (!response.writableFinished && !torn.has(response)) record.aborted = true;
  });
  const who = incoming.caller.user?.id ?? request.socket.remoteAddress ?? '';
  const entered = engine.limiter?.enter(who, incoming.method, engine.state.now()) ?? ((): void => undefined);
  if (typeof entered !== 'function') {
    record.status = entered.status;
    send(engine, response, entered, undefined);
    return;
  }
  try {
    await handle(engine, incoming, record, response);
  } finally {
    entered();
  }
}

/** The HTTP server of a portal. */
export function createPortalServer(engine: Engine): Server {
  return createServer((request, response) => {
    serve(engine, request, response).catch((error: unknown) => {
      // A client that went away in the middle of its body ends here too; there is nobody left to answer.
      if (response.headersSent || response.destroyed) return;
      const text = error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error);
      response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8', 'x-simulator-failure': '1' });
      response.end(text);
    });
  });
}
