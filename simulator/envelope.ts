import { randomBytes } from 'node:crypto';
import type { Profile } from './state.ts';

/** An answer, ready to be sent. `json` is what a fault may rewrite; `text` goes out as it is. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly text?: string;
}

/** What .NET calls the exceptions that the portal answers with, and their codes (section 5.1). */
const EXCEPTIONS = {
  notFound: ['ASC.Common.Web.ItemNotFoundException', -2146233088],
  argument: ['System.ArgumentException', -2147024809],
  outOfRange: ['System.ArgumentOutOfRangeException', -2146233086],
  security: ['System.Security.SecurityException', -2146233078],
  invalid: ['System.InvalidOperationException', -2146233079],
  nullReference: ['System.NullReferenceException', -2147467261],
  json: ['System.Text.Json.JsonException', -2146233088],
  aggregate: ['System.AggregateException', -2146233088],
  plain: ['System.Exception', -2146233088],
  authentication: [null, 0],
} as const;

const STATUS: Readonly<Record<keyof typeof EXCEPTIONS, number>> = {
  notFound: 404,
  argument: 400,
  outOfRange: 400,
  security: 403,
  invalid: 403,
  nullReference: 500,
  json: 500,
  aggregate: 500,
  plain: 500,
  authentication: 401,
};

/** A handler's exception: answered with the exception envelope. */
export class HandlerError extends Error {
  override readonly name = 'HandlerError';
  readonly exception: keyof typeof EXCEPTIONS;

  constructor(exception: keyof typeof EXCEPTIONS, message: string) {
    super(message);
    this.exception = exception;
  }
}

/** A request that could not be bound: answered with a wrapped problem (section 1.4). */
export class BindingError extends Error {
  override readonly name = 'BindingError';
  readonly errors: Readonly<Record<string, readonly string[]>>;

  constructor(errors: Readonly<Record<string, readonly string[]>>) {
    super('One or more validation errors occurred.');
    this.errors = errors;
  }
}

/** A body in a format that is not read: 415. */
export class MediaTypeError extends Error {
  override readonly name = 'MediaTypeError';
}

const JSON_TYPE = 'application/json; charset=utf-8';
const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';
const RFC = 'https://tools.ietf.org/html/rfc9110#section-';

/** Since 3.7 every answer that MVC makes names the API version (section 4.1). */
function mvcHeaders(profile: Profile): Record<string, string> {
  return profile === '3.7'
    ? { 'content-type': JSON_TYPE, 'api-supported-versions': '2.0' }
    : { 'content-type': JSON_TYPE };
}

function traceId(): string {
  return `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-00`;
}

/** What a handler returned: `response` stays away if it is undefined. `total` is only there where the server sets it. */
export interface Result {
  readonly response?: unknown;
  readonly total?: number;
  readonly count?: number;
}

/** The envelope of a success (section 4.1). */
export function success(profile: Profile, href: string, action: string, result: Result): Answer {
  const { response, total } = result;
  const items = Array.isArray(response) ? response.length : response === undefined ? 0 : 1;
  const json = {
    ...(response === undefined ? {} : { response }),
    count: result.count ?? items,
    ...(total === undefined ? {} : { total }),
    links: [{ href, action }],
    status: 0,
    statusCode: 200,
  };
  return { status: 200, headers: mvcHeaders(profile), json };
}

/** The envelope of an exception (section 5.1): nulls are kept, no `response`, no `links`. */
export function exception(profile: Profile, error: HandlerError): Answer {
  const [type, hresult] = EXCEPTIONS[error.exception];
  const status = STATUS[error.exception];
  // The real stack names server internals; a client must never print it, so this one is easy to find in a log.
  const stack = type === null ? null : '   at ASC.Files.Core.Simulated.StackThatMustNotBeLogged()';
  const json = { error: { message: error.message, type, stack, hresult }, status: 1, statusCode: status };
  return { status, headers: mvcHeaders(profile), json };
}

/** A problem in the usual envelope: binding (400) and media type (415). */
function wrapped(href: string, action: string, problem: Record<string, unknown>, outer: [number, number]): Answer {
  const response = { ...problem, traceId: traceId() };
  return {
    status: Number(problem['status']),
    headers: { 'content-type': PROBLEM_TYPE },
    json: { response, count: 1, links: [{ href, action }], status: outer[0], statusCode: outer[1] },
  };
}

/** 400 from binding. Up to 3.6.1 the outer status says 0/200 (section 1.4). */
export function bindingProblem(profile: Profile, href: string, action: string, error: BindingError): Answer {
  const problem = { type: `${RFC}15.5.1`, title: error.message, status: 400, errors: error.errors };
  return wrapped(href, action, problem, profile === '3.7' ? [1, 400] : [0, 200]);
}

/** 415; its outer status says 0/200 even on 3.7 (recordings/07). */
export function mediaTypeProblem(href: string, action: string): Answer {
  const problem = { type: `${RFC}15.5.16`, title: 'Unsupported Media Type', status: 415 };
  return wrapped(href, action, problem, [0, 200]);
}

/** A problem that no envelope wraps: scope filter, portal state, payment (section 5.2). */
export function bareProblem(status: 402 | 403 | 404): Answer {
  const named = {
    402: {},
    403: { type: `${RFC}15.5.4`, title: 'Forbidden' },
    404: { type: `${RFC}15.5.5`, title: 'Not Found' },
  };
  return {
    status,
    headers: { 'content-type': PROBLEM_TYPE },
    json: { ...named[status], status, traceId: traceId() },
  };
}

/** An answer without a body and without a content type. */
export function empty(status: number, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers };
}

/** A page: the web client (200) or the error page of the gateway. */
export function html(status: number): Answer {
  const title = status < 400 ? 'DocSpace' : '500 Error Page';
  const text = `<!DOCTYPE html>\n<html lang="en"><head><title>${title}</title></head><body><div id="root"></div></body></html>\n`;
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, text };
}

/** `?fields=a,b.c` keeps only these properties of `response` (section 4.1). */
export function keepFields(value: unknown, fields: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => keepFields(item, fields));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).flatMap(([name, inner]) => {
    const here = fields.filter((field) => field === name || field.startsWith(`${name}.`));
    if (here.length === 0) return [];
    const deeper = here.filter((field) => field !== name).map((field) => field.slice(name.length + 1));
    return [[name, deeper.length < here.length ? inner : keepFields(inner, deeper)] as const];
  });
  return Object.fromEntries(kept);
}
