import { afterEach, describe, expect, test } from '@jest/globals';
import { connect } from '../../src/docspace/client.ts';
import { Secret } from '../../src/links/secret.ts';
import { codeFrom, failureFrom, problemFrom } from './failures.ts';
import { client, closeAll, closeLater, external, id, settings, start } from './stage.ts';

afterEach(closeAll);

describe('another attempt', () => {
  test.each([
    ['502', { kind: 'html', status: 502 }],
    ['503', { kind: 'status', status: 503 }],
    ['504 after the write', { kind: 'html', status: 504, applied: true }],
    ['408', { kind: 'html', status: 408 }],
    ['421', { kind: 'empty', status: 421 }],
    ['425', { kind: 'empty', status: 425 }],
    ['a reset', { kind: 'reset', when: 'before' }],
    ['a reset after the write', { kind: 'reset', when: 'after' }],
    ['a cut body', { kind: 'cut' }],
    ['a stall before the answer', { kind: 'stall', when: 'before-headers' }],
    ['a stall in the body', { kind: 'stall', when: 'in-body' }],
  ] as const)('after %s, for reads and writes alike', async (_, fault) => {
    const portal = await start();
    const { id: roomId } = portal.addRoom({ title: 'Room', roomType: 5 });
    const { docSpace, retries, waits } = client(portal.url, portal.key('owner'), { requestTimeout: 250 });
    portal.fault({ method: 'PUT', times: 2 }, fault);
    portal.fault({ method: 'GET' }, fault);
    await expect(docSpace.putLink(String(roomId), external, settings)).resolves.toMatchObject({ id });
    await expect(docSpace.links(String(roomId))).resolves.toMatchObject({ links: [{ id }] });
    expect(waits).toStrictEqual([250, 500, 250]);
    const path = `/api/2.0/files/rooms/${roomId}/links`;
    expect(retries.map(({ request, attempt }) => [request, attempt])).toStrictEqual([
      [`PUT ${path}`, 1],
      [`PUT ${path}`, 2],
      [`GET ${path}`, 1],
    ]);
    expect(portal.links(roomId)).toHaveLength(1);
  });

  test('waits as the portal says', async () => {
    const portal = await start();
    const { docSpace, waits } = client(portal.url, portal.key('owner'));
    portal.fault({ method: 'GET' }, { kind: '429', retryAfter: 17 });
    await docSpace.key();
    expect(waits).toStrictEqual([17_000]);
  });

  test('is not made when the portal closes for the day', async () => {
    const portal = await start();
    const { docSpace, waits } = client(portal.url, portal.key('owner'), { timeLeft: () => 300_000 });
    portal.fault({ method: 'GET' }, { kind: '429', daily: true });
    const { code, message } = await problemFrom(docSpace.key());
    expect(code).toBe('rate-limited');
    expect(message).toMatch(
      /Its limit is 10000\. It asks to wait until \d{4}-\d\d-\d\d \d\d:\d\d UTC, which is later than `timeout` allows\.$/u,
    );
    expect(waits).toStrictEqual([]);
  });

  test('is the fifth at most', async () => {
    const portal = await start();
    const { docSpace, waits } = client(portal.url, portal.key('owner'));
    portal.fault({ times: 99 }, { kind: 'html', status: 502 });
    const { code, message } = await problemFrom(docSpace.key());
    expect(code).toBe('portal-unavailable');
    expect(message).toContain('That was attempt 5 of 5.');
    expect([portal.requests.length, waits.length]).toStrictEqual([5, 4]);
  });

  test.each([400, 401, 402, 403, 404, 409, 500])('is not made after %i', async (status) => {
    const portal = await start();
    const { docSpace, waits } = client(portal.url, portal.key('owner'));
    portal.fault({ times: 9 }, { kind: 'empty', status });
    await failureFrom(docSpace.putLink('5', external, settings));
    expect([portal.requests.length, waits.length]).toStrictEqual([1, 0]);
  });

  test('is not waited for longer than the step has time', async () => {
    const portal = await start();
    const step = new AbortController();
    const docSpace = connect({
      portal: portal.url,
      apiKey: new Secret(portal.key('owner')),
      requestTimeout: 2000,
      signal: step.signal,
      userAgent: 'tests/1',
      onRetry: () => {
        setTimeout(() => {
          step.abort();
        }, 30);
      },
    });
    closeLater(() => {
      docSpace.close();
    });
    portal.fault({}, { kind: 'status', status: 503, headers: { 'retry-after': '50' } });
    const { code, message } = await problemFrom(docSpace.key());
    expect(code).toBe('timeout');
    expect(message).toContain('Before that: The portal is not available');
    await expect(codeFrom(docSpace.sharing())).resolves.toBe('timeout');
  });
});

test('debug lines say what was asked, the status and the time', async () => {
  const portal = await start();
  const { id: roomId } = portal.addRoom({ title: 'Room', roomType: 5 });
  const { docSpace, lines } = client(portal.url, portal.key('owner'));
  await docSpace.links(String(roomId));
  portal.fault({}, { kind: 'reset', when: 'before' });
  await docSpace.key();
  expect(lines.map((line) => line.replace(/\d+ ms/u, 'n ms'))).toStrictEqual([
    `GET /api/2.0/files/rooms/${roomId}/links: 200 in n ms`,
    'GET /api/2.0/keys/@self: unreachable after n ms',
    'GET /api/2.0/keys/@self: 200 in n ms',
  ]);
});

test('works with its own clock, sleep and chance', async () => {
  const portal = await start();
  portal.fault({}, { kind: 'html', status: 503 });
  const docSpace = connect({
    portal: `${portal.url}/`,
    apiKey: new Secret(portal.key('owner')),
    requestTimeout: 2000,
    signal: new AbortController().signal,
    userAgent: 'tests/1',
    onRetry: () => undefined,
  });
  closeLater(() => {
    docSpace.close();
  });
  await expect(docSpace.key()).resolves.toMatchObject({ scopes: ['rooms:write'] });
});
