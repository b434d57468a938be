import { describe, expect, test } from '@jest/globals';
import type { Fault, Match, Portal } from '../../../simulator/index.ts';
import { asked, bodies, portalOf, reads, set, writes, type Ran } from '../../support/step.ts';

const put: Match = { method: 'PUT' };
const links: Match = { method: 'GET', path: '/links' };

const noLink = { response: { id: 1 }, count: 1, status: 0, statusCode: 200 };

/** Runs `set` in a Custom room of a portal with this fault. */
async function withFault(
  match: Match,
  fault: Fault,
  inputs: Readonly<Record<string, string>> = {},
): Promise<{ readonly portal: Portal; readonly room: number | string; readonly ran: Ran }> {
  const portal = await portalOf();
  const room = portal.addRoom({ title: 'Room', roomType: 5 });
  portal.fault(match, fault);
  return { portal, room: room.id, ran: await set(portal, room, inputs) };
}

describe('what passes is tried again, and said', () => {
  const faults: readonly (readonly [string, Fault, string])[] = [
    ['502', { kind: 'html', status: 502 }, 'was answered 502 by what stands in front of it'],
    ['503', { kind: 'html', status: 503 }, 'was answered 503'],
    ['504', { kind: 'html', status: 504 }, 'was answered 504'],
    ['408', { kind: 'html', status: 408 }, 'was answered 408 (Request Timeout)'],
    ['421', { kind: 'empty', status: 421 }, 'was answered 421 (Misdirected Request)'],
    ['425', { kind: 'empty', status: 425 }, 'was answered 425 (Too Early)'],
    ['a connection reset before', { kind: 'reset', when: 'before' }, 'the connection was closed'],
    ['a connection reset after', { kind: 'reset', when: 'after' }, 'the connection was closed'],
    ['an answer that is cut', { kind: 'cut' }, 'broke in the middle of the answer'],
  ];

  test.each(faults)('%s, reading the links', async (_, fault, reported) => {
    const { portal, ran } = await withFault(links, fault);
    expect(ran.outputs).toMatchObject({ result: 'created', opens: 'login' });
    expect(asked(portal)).toStrictEqual(['GET links', ...reads, ...writes]);
    const lines = ran.lines.filter((line) => line.includes('Attempt 1 of 5; again in '));
    expect(lines).toStrictEqual([expect.stringContaining(reported)]);
  });

  test.each(faults)('%s, writing: there is one link', async (name, fault, reported) => {
    const { portal, room, ran } = await withFault(put, fault, { password: 'generate' });
    const [link, ...others] = portal.links(room);
    expect(others).toStrictEqual([]);
    expect(ran.outputs).toMatchObject({ result: 'created', 'link-id': link?.id, password: link?.password });
    // One that was carried out is not sent again; another one may have been, and revoked since, so that it gets another id.
    const isDone = name.endsWith('after') || name.endsWith('cut');
    const ids = bodies(portal).map(({ linkId }) => linkId);
    expect(ids).toHaveLength(isDone ? 1 : 2);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.at(-1)).toBe(link?.id);
    expect(ran.logged).toContain(reported);
  });

  test('a request that stalls, with a short request-timeout [promise request-timeout]', async () => {
    const { ran, portal } = await withFault(links, { kind: 'stall', when: 'in-body' }, { 'request-timeout': '1s' });
    expect(ran.outputs['result']).toBe('created');
    expect(ran.logged).toContain('was still sending its answer');
    expect(asked(portal)).toStrictEqual(['GET links', ...reads, ...writes]);
  });
});

describe('what does not pass is red', () => {
  test('HTML instead of an answer: the first characters of it are told, harmlessly', async () => {
    const { ran } = await withFault(links, { kind: 'html', status: 200 });
    expect(ran.errors).toMatchObject([{ title: 'Not an answer of DocSpace' }]);
    expect(ran.problem).toContain('with a web page, not with DocSpace\'s API: 200, text/html, "<');
  });

  test.each([
    ['an empty body', { kind: 'empty', status: 200 }, 'Not an answer of DocSpace'],
    [
      'another content type',
      { kind: 'status', status: 200, body: '{}', contentType: 'text/plain' },
      'Not an answer of DocSpace',
    ],
    ['JSON of another kind', { kind: 'status', status: 200, body: { ok: true } }, 'Not an answer of DocSpace'],
    ['a redirect', { kind: 'redirect', location: 'https://login.example/?next=secret' }, 'Redirected'],
    ['429 for a day', { kind: '429', daily: true }, 'Too many requests'],
    ['401', { kind: 'empty', status: 401 }, 'API key rejected'],
  ] as const)('%s, reading [promise set-failure-red]', async (_, fault, title) => {
    const { ran, portal } = await withFault(links, fault);
    expect(ran.errors).toMatchObject([{ title }]);
    expect(asked(portal)).toStrictEqual(reads);
    expect(ran.stdout).not.toContain('next=secret');
  });

  test.each([
    ['an empty body', { kind: 'empty', status: 200, applied: true }, 'Not an answer of DocSpace', true],
    ['HTML', { kind: 'html', status: 200, applied: true }, 'Not an answer of DocSpace', true],
    ['JSON that is no link', { kind: 'status', status: 200, body: noLink }, 'Not an answer of DocSpace', true],
    ['a redirect', { kind: 'redirect', location: '/login' }, 'Redirected', false],
    ['a key without the scope', { kind: 'empty', status: 403 }, 'API key not sufficient', false],
  ] as const)('%s, writing [promise set-failure-red]', async (_, fault, title, unknown) => {
    const { ran } = await withFault(put, fault);
    expect(ran.errors).toMatchObject([{ title }]);
    expect(ran.outputs).toMatchObject({ result: '', 'link-id': '' });
    expect(ran.lines.at(-1)?.startsWith('✗ whether the last write was carried out is not known')).toBe(unknown);
  });

  test('an answer to the write without a link: what the list says counts', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    portal.fault(put, { kind: 'mutate', change: () => ({ count: 0, status: 0, statusCode: 200 }) });
    const ran = await set(portal, room);
    expect(ran.outputs).toMatchObject({ result: 'created', opens: 'login' });
    portal.fault(put, { kind: 'ignore-write' });
    const other = await set(portal, room, { key: 'other' });
    expect(other.problem).toMatch(
      /link of the link in room 201 "Room": asked \S+, the portal has –\. Likely: the portal/u,
    );
  });

  test('reading back fails: red, though the link is there, and the outputs tell what is known [promise exit-code, set-verified]', async () => {
    const { ran, portal, room } = await withFault(
      { ...links, nth: 2 },
      { kind: 'html', status: 200 },
      { password: 'generate' },
    );
    expect(ran.errors).toMatchObject([{ title: 'Not an answer of DocSpace' }]);
    const [link] = portal.links(room);
    expect(ran.outputs).toMatchObject({
      changed: 'true',
      password: link?.password,
      result: '',
      'room-id': String(room),
    });
    // The next run finds it.
    const again = await set(portal, { id: room });
    expect(again.outputs).toMatchObject({ result: 'unchanged', 'link-id': link?.id });
  });

  test('five attempts and no more [promise set-failure-red]', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const headers = { 'retry-after': '1' };
    portal.fault({ ...put, times: Infinity }, { kind: 'status', status: 503, headers });
    const ran = await set(portal, room);
    expect(ran.errors).toMatchObject([{ title: 'Portal not available' }]);
    expect(ran.problem).toContain('That was attempt 5 of 5.');
    expect(bodies(portal)).toHaveLength(5);
  });

  test('the whole step is over when its time is up, though the portal does not answer [promise step-timeout]', async () => {
    const { ran } = await withFault(
      { ...links, times: 9 },
      { kind: 'stall', when: 'before-headers' },
      { timeout: '1s' },
    );
    expect(ran.errors).toMatchObject([{ title: 'Time is up' }]);
  });

  test('nobody listens there; no such host', async () => {
    const portal = await portalOf();
    const gone = await portalOf();
    await gone.close();
    const refused = set(portal, { id: 201 }, { 'portal-url': gone.url, timeout: '1s' });
    const unknown = set(portal, { id: 201 }, { 'portal-url': 'https://portal.invalid', timeout: '1s' });
    expect((await refused).problem).toMatch(/nothing listens there, or a firewall refuses/u);
    expect((await unknown).problem).toContain('portal.invalid');
  });

  test.each([
    ['http://portal.example', 'is not encrypted'],
    ['portal.example', 'Did you mean `https://portal.example`?'],
    ['https://user:secret@portal.example', 'Use the address alone'],
  ])('the address %s is refused before any request [promise portal-url-https]', async (url, why) => {
    const portal = await portalOf();
    const ran = await set(portal, { id: 201 }, { 'portal-url': url });
    expect(ran.problem).toContain(why);
    // A pasted password is masked, and nowhere else.
    expect(ran.stdout.replace('::add-mask::secret\n', '')).not.toContain('secret');
  });
});

describe('a failure in the middle of more than one write', () => {
  test('what was done is in the log', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Team', roomType: 2 });
    const inputs = { 'link-type': 'invitation' };
    await set(portal, room, inputs);
    portal.fault({ ...put, nth: 2 }, { kind: 'html', status: 200 });
    const ran = await set(portal, room, { ...inputs, rotate: 'true' });
    expect(ran.lines.slice(-2)).toStrictEqual([
      expect.stringMatching(/^✓ revoked [0-9a-f-]{20,22}…$/u),
      expect.stringContaining('whether the last write was carried out is not known'),
    ]);
    expect(ran.errors).toHaveLength(1);
    expect(ran.outputs).toMatchObject({ changed: 'true', result: '' });
    expect(portal.links(room.id)).toStrictEqual([]);
  });

  test('a revoke that was carried out though its answer was lost', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Team', roomType: 2 });
    const inputs = { 'link-type': 'invitation' };
    const first = await set(portal, room, inputs);
    portal.fault(put, { kind: 'reset', when: 'after' });
    const ran = await set(portal, room, { ...inputs, rotate: 'true' });
    expect(ran.outputs['result']).toBe('rotated');
    expect(portal.links(room.id)).toHaveLength(1);
    expect(ran.outputs['link-id']).not.toBe(first.outputs['link-id']);
  });

  test('a revoke that the portal ignores', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    await set(portal, room);
    portal.fault({ ...put, nth: 2 }, { kind: 'ignore-write' });
    const ran = await set(portal, room, { rotate: 'true' });
    expect(ran.errors).toMatchObject([{ title: 'The portal did not do what was asked' }]);
    expect(ran.problem).toContain('without revoking it');
  });
});
