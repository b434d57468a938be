import { expect, test } from '@jest/globals';
import { createWorkload } from '../../simulator/workload.ts';

test('a crowd is a crowd on a portal with few workers too', async () => {
  const waits: number[] = [];
  const timers = {
    sleep: () => Promise.resolve(),
    later: (ms: number) => {
      waits.push(ms);
      return () => undefined;
    },
    closed: new Promise<void>(() => undefined),
    close: () => undefined,
  };
  const workload = createWorkload({ workers: 2, crowding: true }, timers);
  for (let n = 0; n < 16; n += 1) void workload.enter(true);
  await Promise.resolve();
  expect(waits.at(-1)).toBeGreaterThan((15 / 6.7) * 1000);
});
