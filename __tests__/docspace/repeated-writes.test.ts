import { afterEach, describe, expect, test } from '@jest/globals';
import type { Fault } from '../../simulator/index.ts';
import type { BeforeRepeat, FailedAttempt } from '../../src/docspace/port.ts';
import type { Link } from '../../src/links/link.ts';
import { failure } from '../../src/links/problem.ts';
import { codeFrom } from './failures.ts';
import { client, closeAll, external, id, settings, start } from './stage.ts';

afterEach(closeAll);

/** A portal with an empty room, a connection whose waits are noted among the requests, and what happened so far. */
async function stage() {
  const portal = await start();
  const roomId = String(portal.addRoom({ title: 'Room', roomType: 5 }).id);
  const events: string[] = [];
  const { docSpace } = client(portal.url, portal.key('owner'), {
    debug: (line) => events.push(line.split(' ', 1).join('')),
    sleep: () => {
      events.push('wait');
      return Promise.resolve();
    },
  });
  const before = (failed: FailedAttempt): Promise<void> => {
    events.push(`before: ${failed.status ?? 'no answer'}`);
    return Promise.resolve();
  };
  return { portal, roomId, docSpace, events, before };
}

describe('before a write is sent again', () => {
  test('its caller is asked, after the wait, with the status of what failed', async () => {
    const { portal, roomId, docSpace, events, before } = await stage();
    portal.fault({ method: 'PUT' }, { kind: 'html', status: 503 });
    portal.fault({ method: 'PUT' }, { kind: '429', retryAfter: 7 });
    portal.fault({ method: 'PUT' }, { kind: 'reset', when: 'after' });
    await expect(docSpace.putLink(roomId, external, settings, before)).resolves.toMatchObject({ id });
    expect(events).toStrictEqual([
      ...['PUT', 'wait', 'before: 503'],
      ...['PUT', 'wait', 'before: 429'],
      ...['PUT', 'wait', 'before: no answer', 'PUT'],
    ]);
  });

  test('nobody is asked before the first attempt, nor after the last one', async () => {
    const { portal, roomId, docSpace, events, before } = await stage();
    await docSpace.putLink(roomId, external, settings, before);
    expect(events).toStrictEqual(['PUT']);
    portal.fault({ method: 'PUT', times: 9 }, { kind: 'html', status: 502 });
    await expect(codeFrom(docSpace.putLink(roomId, external, settings, before))).resolves.toBe('portal-unavailable');
    expect(events.filter((event) => event.startsWith('before'))).toHaveLength(4);
    expect(events.at(-1)).toBe('PUT');
  });

  test.each<[string, Fault]>([
    ['carried out', { kind: 'html', status: 504, applied: true }],
    ['not carried out', { kind: '429' }],
    ['left without an answer', { kind: 'reset', when: 'after' }],
  ])('that was %s: what the caller throws ends it, as it is', async (_, fault) => {
    const { portal, roomId, docSpace, events } = await stage();
    portal.fault({ method: 'PUT', times: 9 }, fault);
    for (const thrown of [failure('unreachable', 'The list cannot be read.'), new Error('The link was revoked.')]) {
      const putting = docSpace.putLink(roomId, external, settings, () => Promise.reject(thrown));
      await expect(putting).rejects.toBe(thrown);
    }
    expect(events).toStrictEqual(['PUT', 'wait', 'PUT', 'wait']);
  });

  test('its caller may ask the portal, which may refuse for a while, too', async () => {
    const { portal, roomId, docSpace, events } = await stage();
    portal.fault({ method: 'PUT' }, { kind: '429' });
    portal.fault({ method: 'GET' }, { kind: '429' });
    const seen: (readonly Link[])[] = [];
    await docSpace.putLink(roomId, external, settings, async () => {
      seen.push((await docSpace.links(roomId)).links);
    });
    expect(seen).toStrictEqual([[]]);
    expect(events).toStrictEqual(['PUT', 'wait', 'GET', 'wait', 'GET', 'PUT']);
  });

  test('the caller is asked for a revoke, too', async () => {
    const { portal, roomId, docSpace, events, before } = await stage();
    const link = await docSpace.putLink(roomId, external, settings);
    portal.fault({ method: 'PUT' }, { kind: 'html', status: 504, applied: true });
    await expect(docSpace.revokeLink(roomId, link as Link, before)).resolves.toBeNull();
    expect(events).toStrictEqual(['PUT', 'PUT', 'wait', 'before: 504', 'PUT']);
    const thrown = new Error('Changed meanwhile.');
    portal.fault({ method: 'PUT' }, { kind: 'html', status: 503 });
    await expect(docSpace.revokeLink(roomId, link as Link, () => Promise.reject(thrown))).rejects.toBe(thrown);
  });
});

describe('a date that has passed by the clock of the portal', () => {
  const noon = Date.UTC(2031, 0, 31, 12);
  const hour = 3_600_000;

  async function clocks(ahead: number, date?: (now: number) => string) {
    const portal = await start({ now: () => noon + ahead, ...(date === undefined ? {} : { date }) });
    const roomId = String(portal.addRoom({ title: 'Room', roomType: 5 }).id);
    const { docSpace } = client(portal.url, portal.key('owner'), { now: () => noon });
    const put = (life: number, before?: BeforeRepeat) =>
      docSpace.putLink(roomId, external, { ...settings, expiration: new Date(noon + ahead + life) }, before);
    const writes = () => portal.requests.filter(({ method }) => method === 'PUT').length;
    return { portal, docSpace, put, writes };
  }

  test('is not sent by a runner that is behind', async () => {
    const { docSpace, put, writes } = await clocks(2 * hour);
    await docSpace.key();
    await expect(codeFrom(put(-hour))).resolves.toBe('expired-on-the-way');
    // The header has whole seconds: a second and what a link must live in any case.
    await expect(codeFrom(put(1999))).resolves.toBe('expired-on-the-way');
    expect(writes()).toBe(0);
    await expect(put(2000)).resolves.toMatchObject({ expiration: new Date(noon + 2 * hour + 2000) });
  });

  test('is not taken for passed by a runner that is ahead', async () => {
    const { docSpace, put } = await clocks(-2 * hour);
    await docSpace.key();
    await expect(put(hour)).resolves.toMatchObject({ expired: false, expiration: new Date(noon - hour) });
  });

  test('is not sent again once an answer has shown the time', async () => {
    const { portal, docSpace, put, writes } = await clocks(2 * hour);
    portal.fault({ method: 'PUT' }, { kind: 'html', status: 503, applied: false });
    const putting = put(-hour, async () => {
      await docSpace.key();
    });
    await expect(codeFrom(putting)).resolves.toBe('expired-on-the-way');
    expect(writes()).toBe(1);
  });

  test('is held against the clock of the runner where the header cannot be true', async () => {
    const { docSpace, put, writes } = await clocks(0, () => 'Thu, 01 Jan 2032 00:00:00 GMT');
    await docSpace.key();
    await expect(codeFrom(put(999))).resolves.toBe('expired-on-the-way');
    expect(writes()).toBe(0);
    await expect(put(1000)).resolves.toMatchObject({ expired: false });
  });
});
