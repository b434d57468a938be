import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createPacing, requestsPerMinute } from '../../src/docspace/rate-limit.ts';
import { addRooms, client } from '../actions/audit/scan/scanning.ts';
import { closeAll, portalOf as start } from '../support/step.ts';

const minute = 60_000;

interface Sent {
  readonly at: number;
  readonly end: number;
}

/** Sends requests that take so long each, as many at once as one likes, in a time that only the pacing moves. */
async function send(perMinute: number, durations: readonly number[], atOnce: number): Promise<readonly Sent[]> {
  const { signal } = new AbortController();
  let now = 0;
  const timers: { readonly at: number; readonly wake: () => void }[] = [];
  const sleep = (milliseconds: number): Promise<void> =>
    new Promise((wake) => {
      timers.push({ at: now + milliseconds, wake });
    });
  const pacing = createPacing({ perMinute, signal, now: () => now, sleep, onWait: () => undefined });
  const sent: Sent[] = [];
  const queue = [...durations];
  const worker = async (): Promise<void> => {
    for (let duration = queue.shift(); duration !== undefined; duration = queue.shift()) {
      const leave = await pacing.enter();
      const at = now;
      await sleep(duration);
      leave();
      sent.push({ at, end: now });
    }
  };
  const all = Promise.all(Array.from({ length: atOnce }, worker));
  for (;;) {
    await new Promise((resolve) => setImmediate(resolve));
    timers.sort((one, other) => one.at - other.at);
    const next = timers.shift();
    if (next === undefined) break;
    now = Math.max(now, next.at);
    next.wake();
  }
  await all;
  return sent;
}

describe('requests are paced', () => {
  test('so that no minute of the portal sees more than allowed, wherever on their way it sees them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 6 }),
        fc.array(fc.integer({ min: 0, max: 90_000 }), { maxLength: 30 }),
        fc.integer({ min: 1, max: 8 }),
        fc.func(fc.double({ min: 0, max: 1, noNaN: true })),
        async (perMinute, durations, atOnce, when) => {
          const sent = await send(perMinute, durations, atOnce);
          expect(sent).toHaveLength(durations.length);
          const seen = sent.map(({ at, end }, nth) => at + (end - at) * when(nth)).sort((a, b) => a - b);
          for (const [nth, at] of seen.entries()) {
            const inMinute = seen.slice(nth).filter((other) => other < at + minute).length;
            expect(inMinute).toBeLessThanOrEqual(perMinute);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('and not slowed down before they have to', async () => {
    const sent = await send(5, Array<number>(10).fill(100), 1);
    expect(sent.map(({ at }) => at)).toStrictEqual([
      0, 100, 200, 300, 400, 60_100, 60_200, 60_300, 60_400, 60_500,
    ]); // prettier-ignore
  });

  test('as many as come with no limit', async () => {
    const sent = await send(Infinity, Array<number>(50).fill(7), 50);
    expect(sent.every(({ at }) => at === 0)).toBe(true);
  });

  test('no longer than the step has time', async () => {
    const step = new AbortController();
    const sleep = (_: number, signal: AbortSignal): Promise<void> =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => {
          resolve();
        });
      });
    const pacing = createPacing({ perMinute: 1, signal: step.signal, now: () => 0, sleep, onWait: () => undefined });
    (await pacing.enter())();
    const second = pacing.enter();
    step.abort();
    await expect(second).resolves.toBeInstanceOf(Function);
  });
});

test('nine tenths of what the portal takes, attempts that failed included', async () => {
  expect(requestsPerMinute).toBe(1350);
  const portal = await start();
  const [id = ''] = addRooms(portal, 1);
  let now = Date.now();
  const waits: number[] = [];
  const sleep = (milliseconds: number): Promise<void> => {
    waits.push(milliseconds);
    now += milliseconds;
    return Promise.resolve();
  };
  const pauses: number[] = [];
  const onPause = (milliseconds: number): void => void pauses.push(milliseconds);
  const docSpace = client(portal, 'owner', { perMinute: 3, now: () => now, sleep, random: () => 0, onPause });
  portal.fault({ times: 2 }, { kind: 'html', status: 502 });
  await docSpace.auditLinks(id, null);
  expect(waits).toStrictEqual([0, 0]);
  await docSpace.auditLinks(id, null);
  expect(waits).toStrictEqual([0, 0, minute]);
  expect(pauses).toStrictEqual([minute]);
  await closeAll();
});
