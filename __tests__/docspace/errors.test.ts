import { describe, expect, test } from '@jest/globals';
import { bodyOf } from '../../src/docspace/answer-body.ts';
import { failureOf, type Asked } from '../../src/docspace/errors.ts';
import type { Answer } from '../../src/docspace/exchange.ts';
import { Refusal } from '../../src/docspace/refusal.ts';
import type { ProblemCode } from '../../src/links/problem.ts';
import { everythingOf } from './failures.ts';

const json = 'application/json';
const problemJson = 'application/problem+json';
const stack = '   at ASC.Hush.Internals() in /src/Hush.cs';

const exception = (message: string, type: string | null = 'System.InvalidOperationException', statusCode = 403) =>
  JSON.stringify({ error: { message, type, stack, hresult: -1 }, status: 1, statusCode });
const problem = (status: number) => JSON.stringify({ title: 'Forbidden', status, traceId: '00-hush' });
const wrapped = (status: number, errors?: unknown) =>
  JSON.stringify({ response: { title: 'One or more', status, errors }, count: 1, status: 1, statusCode: status });

function answerOf(status: number, contentType = '', text = '', headers: Answer['headers'] = {}): Answer {
  return { status, contentType, text, headers };
}

const asked: Asked = {
  name: 'PUT /rooms/7/links',
  url: 'https://portal.test/rooms/7/links?key=hush',
  scope: 'rooms:write',
  roomId: '7',
};
const room: Asked = { ...asked, name: 'GET /rooms/7', scope: 'rooms:read', readsRoom: true };
const key: Asked = { name: 'GET /keys/@self', url: 'https://portal.test/keys/@self', scope: null };
const html = '<html><head><title>500 Error Page</title></head>';

describe('what an answer means', () => {
  test.each<[answer: Answer, asked: Asked, code: ProblemCode, message: string | RegExp]>([
    [answerOf(401), asked, 'key-rejected', 'The portal at portal.test does not accept the API key (401'],
    [answerOf(401, json, exception('System error.', null, 401)), room, 'key-rejected', 'does not accept'],
    [answerOf(401, 'text/html', html), asked, 'not-docspace', 'Something in front of the portal refused'],
    [answerOf(402, problemJson, '{"status":402}'), asked, 'portal-unpaid', /payment required\.$/u],
    [answerOf(402, json, exception('Quota', 'ASC.TenantQuotaException', 402)), asked, 'portal-unpaid', '"Quota"'],
    [answerOf(403), asked, 'key-scope', 'has no scope for PUT /rooms/7/links: it needs `rooms:write`.'],
    [answerOf(403), key, 'key-scope', 'rooms:read'],
    [answerOf(403, problemJson, problem(403)), asked, 'portal-unavailable', 'restored, transferred or encrypted'],
    [answerOf(403, 'text/plain', 'Restricted\n!'), asked, 'portal-unavailable', 'machine in (403 to PUT'],
    [answerOf(403, json, '"The access is restricted"'), asked, 'portal-unavailable', '"The access is restricted"'],
    [answerOf(403, 'text/html', html), asked, 'not-docspace', '403, text/html, "<html>'],
    [answerOf(403, json, '{"a":1}'), asked, 'not-docspace', 'Something in front'],
    [
      answerOf(403, json, exception('Access denied', 'System.Security.SecurityException')),
      asked,
      'refused',
      'The portal refused PUT /rooms/7/links (403): "Access denied" (System.Security.SecurityException).',
    ],
    [answerOf(403, json, exception('No right')), room, 'room-forbidden', 'may not see room 7: "No right"'],
    [answerOf(404, json, exception('Nicht da', 'X', 404)), asked, 'room-not-found', 'no room 7: "Nicht da" (X).'],
    [answerOf(404, json, exception('Nicht da', 'X', 404)), key, 'refused', 'refused GET /keys/@self (404)'],
    [answerOf(404, problemJson, problem(404)), asked, 'portal-unavailable', 'no active portal at portal.test'],
    [answerOf(404), key, 'portal-too-old', 'does not know GET /keys/@self (404)'],
    [answerOf(405), key, 'portal-too-old', '(405)'],
    [answerOf(404, 'text/html', html), asked, 'not-docspace', "is not DocSpace's API"],
    [answerOf(404, 'text/plain', 'nope'), asked, 'not-docspace', '404, text/plain, "nope"'],
    [answerOf(404, json, '{}'), asked, 'not-docspace', '404, application/json, "{}"'],
    [answerOf(429), asked, 'rate-limited', /no more requests at the moment \(429 to PUT \/rooms\/7\/links\)\.$/u],
    [answerOf(429, '', '', { 'x-ratelimit-limit': '1500' }), asked, 'rate-limited', 'Its limit is 1500.'],
    [answerOf(429, '', '', { 'x-ratelimit-limit': '<b>' }), asked, 'rate-limited', /\)\.$/u],
    [answerOf(502, 'text/html', html), asked, 'portal-unavailable', 'was answered 502 by what stands in front'],
    [answerOf(503), asked, 'portal-unavailable', '503'],
    [answerOf(504), asked, 'portal-unavailable', '504'],
    [
      answerOf(500, json, exception('Null', 'System.X', 500)),
      asked,
      'portal-error',
      'failed at PUT /rooms/7/links (500)',
    ],
    [
      answerOf(500, json, exception('Sequenz leer', 'System.AggregateException', 500)),
      { ...room, roomId: 'sbox-3-a' },
      'room-not-found',
      'no room sbox-3-a: no third-party storage with this id is connected (500, System.AggregateException).',
    ],
    [answerOf(500, json, exception('x', 'System.AggregateException', 500)), room, 'portal-error', '(500)'],
    [
      answerOf(500, json, exception('x', 'System.AggregateException', 500)),
      { ...asked, roomId: 'sbox-3-a' },
      'portal-error',
      'failed at PUT',
    ],
    [answerOf(500, 'text/html', html), asked, 'portal-unavailable', 'was answered 500, text/html'],
    [answerOf(400, json, exception('', 'System.ArgumentException', 400)), asked, 'refused', '(400) (System.Arg'],
    [answerOf(400, json, exception('Bad', null, 400)), asked, 'refused', '(400): "Bad".'],
    [answerOf(400, problemJson, wrapped(400)), asked, 'refused', /\(400\)\.$/u],
    [answerOf(415, problemJson, wrapped(415, null)), asked, 'refused', '(415)'],
    [answerOf(415, json, exception('Not supported', 'System.NotSupportedException', 415)), asked, 'refused', '(415)'],
    [answerOf(400, problemJson, 'no json'), asked, 'not-docspace', '400, application/problem+json, "no json"'],
    [answerOf(418, 'text/plain', 'teapot'), asked, 'not-docspace', '418, text/plain, "teapot"'],
    [answerOf(204), asked, 'not-docspace', '204, no content type, empty'],
    [answerOf(302), asked, 'redirected', 'on to another page (302)'],
    [answerOf(302, '', '', { location: '/login?hush' }), asked, 'redirected', 'on to another page (302)'],
    [answerOf(302, '', '', { location: 'javascript:hush()' }), asked, 'redirected', 'on to another page (302)'],
    [answerOf(301, '', '', { location: 'http://[hush' }), asked, 'redirected', 'on to another page (301)'],
    [
      answerOf(308, '', '', { location: 'https://login.test/a?token=hush' }),
      asked,
      'redirected',
      'https://portal.test sends PUT /rooms/7/links on to https://login.test (308).',
    ],
  ])('%j', (answer, about, code, message) => {
    const failure = failureOf(answer, about);
    expect(failure.problems[0]?.code).toBe(code);
    expect(failure.message).toMatch(message);
    expect(failure.message).not.toContain('\n');
    expect(everythingOf(failure)).not.toContain('hush');
  });

  test('a redirect to another port or scheme tells the address to use', () => {
    const { problems } = failureOf(answerOf(301, '', '', { location: 'https://portal.test/x' }), {
      ...asked,
      url: 'http://portal.test/x',
    });
    expect(problems[0]?.hint).toBe('Use `portal-url: https://portal.test`.');
  });
});

describe('a refusal', () => {
  test('names the exception', () => {
    const refusal = failureOf(answerOf(403, json, exception('Nur 5 erlaubt')), asked);
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal).toMatchObject({
      name: 'Refusal',
      status: 403,
      exceptionType: 'System.InvalidOperationException',
      fields: [],
    });
  });

  test('names the members that were not accepted', () => {
    const errors = { 'RoomLink.Title': ['Too long.', 'Too odd.'], '$.linkType': ['No\nnumber. '.repeat(40)] };
    const refusal = failureOf(answerOf(400, problemJson, wrapped(400, errors)), asked);
    expect(refusal).toMatchObject({ status: 400, exceptionType: null, fields: ['RoomLink.Title', '$.linkType'] });
    expect(refusal.message).toContain(
      '(400): RoomLink.Title "Too long.", RoomLink.Title "Too odd.", $.linkType "No nu',
    );
    expect(refusal.message.length).toBeLessThan(400);
  });

  test('of a room is one too', () => {
    expect(failureOf(answerOf(403, json, exception('x')), room)).toBeInstanceOf(Refusal);
    const storage = answerOf(500, json, exception('x', 'System.AggregateException', 500));
    expect(failureOf(storage, { ...room, roomId: 'sbox-3-a' })).toMatchObject({ name: 'Refusal', status: 500 });
  });
});

test.each<[string, string, string]>([
  ['', '', 'empty'],
  [json, ' \n', 'empty'],
  ['text/html', html, 'html'],
  ['text/plain', 'x', 'text'],
  [json, '"x"', 'text'],
  [json, exception('x'), 'exception'],
  [json, '{"error":"x"}', 'other'],
  [json, '{', 'other'],
  [problemJson, problem(404), 'problem'],
  [problemJson, wrapped(400), 'problem'],
  [problemJson, '{}', 'other'],
  ['image/png', 'x', 'other'],
])('a body of the type %j: %j is %s', (contentType, text, kind) => {
  expect(bodyOf(answerOf(400, contentType, text)).kind).toBe(kind);
});
