import { afterEach, describe, expect, test } from '@jest/globals';
import type { Fault } from '../../simulator/index.ts';
import type { FailedAttempt } from '../../src/docspace/port.ts';
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
    requestTimeout: 250,
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
    ['left without an answer', { kind: 'stall', when: 'before-headers' }],
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
