import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { throughput } from '../../simulator/workload.ts';
import { firstLimit, mostAtOnce, nextLimit, roundSize, type Limit, type Round } from '../../src/docspace/pool-size.ts';
import { inParallel, type Feedback } from '../../src/docspace/pool.ts';
import { runVirtually, type VirtualPortal } from '../actions/audit/scan/virtual-portal.ts';

/** Plays rounds in which each request takes as long as the function says of the number at once. */
function play(rounds: number, milliseconds: (atOnce: number) => number, limit: Limit = firstLimit): readonly Limit[] {
  const limits = [limit];
  for (let n = 0; n < rounds; n += 1) {
    limit = nextLimit(limit, { milliseconds: milliseconds(limit.atOnce), troubled: false });
    limits.push(limit);
  }
  return limits;
}

const atOnce = (limits: readonly Limit[]): readonly number[] => limits.map((limit) => limit.atOnce);

describe('how many at once', () => {
  test('doubles up to 16 where each takes no longer for it', () => {
    const numbers = atOnce(play(200, () => 50));
    expect(numbers.slice(0, 5)).toStrictEqual([4, 8, 16, 16, 16]);
    // Trials of less become rare.
    expect(numbers.slice(100).filter((number) => number < 16).length).toBeLessThan(3);
  });

  test('stays small where more only lets each take longer', () => {
    const numbers = atOnce(play(200, (number) => (number * 1000) / throughput(number)));
    expect(Math.max(...numbers)).toBe(8);
    expect(numbers.slice(30).filter((number) => number > 3).length).toBeLessThan(5);
    expect(Math.min(...numbers)).toBe(2);
  });

  test('goes down when the portal gets crowded by others, and up again', () => {
    const calm = play(50, () => 50);
    const crowded = play(50, (number) => (number <= 4 ? 200 : number * 200), calm.at(-1));
    expect(crowded.at(-1)?.atOnce).toBeLessThan(5);
    const later = play(200, () => 50, crowded.at(-1));
    expect(later.at(-1)?.atOnce).toBe(16);
  });

  test('is halved by trouble, down to one, and recovers', () => {
    const troubled: Round = { milliseconds: 0, troubled: true };
    const numbers: number[] = [];
    let limit = play(10, () => 50).at(-1) ?? firstLimit;
    for (let n = 0; n < 5; n += 1) numbers.push((limit = nextLimit(limit, troubled)).atOnce);
    expect(numbers).toStrictEqual([8, 4, 2, 1, 1]);
    expect(play(60, () => 50, limit).at(-1)?.atOnce).toBe(16);
  });

  const round = fc.record({
    milliseconds: fc.double({ min: 0, max: 1e6, noNaN: true }),
    troubled: fc.boolean(),
  });

  test('is a whole number from 1 to 16, whatever happens', () => {
    fc.assert(
      fc.property(fc.array(round, { maxLength: 200 }), (rounds) => {
        let limit = firstLimit;
        for (const one of rounds) {
          limit = nextLimit(limit, one);
          expect(Number.isInteger(limit.atOnce) && limit.atOnce >= 1 && limit.atOnce <= mostAtOnce).toBe(true);
          expect(roundSize(limit)).toBeGreaterThanOrEqual(2);
        }
      }),
    );
  });

  test('is never raised by trouble', () => {
    fc.assert(
      fc.property(fc.array(round, { maxLength: 60 }), (rounds) => {
        const limit = rounds.reduce(nextLimit, firstLimit);
        expect(nextLimit(limit, { milliseconds: 1, troubled: true }).atOnce).toBeLessThanOrEqual(limit.atOnce);
      }),
    );
  });
});

describe('against portals that exist as formulas only, `auto` is nearly as fast as the best number', () => {
  const kinds: Readonly<Record<string, VirtualPortal>> = {
    'far away, without limits': { network: 50, perSecond: () => 1e6 },
    'small and near, slower when crowded': { network: 1, perSecond: throughput },
    'small and far away': { network: 100, perSecond: throughput },
    'of two workers': { network: 50, perSecond: (there) => Math.min(there, 2) / 0.075 },
    'of eight workers': { network: 20, perSecond: (there) => Math.min(there, 8) / 0.1 },
    'that gets slower for each little by little': {
      network: 50,
      perSecond: (there) => (there * 1000) / (1 + 3 * there),
    },
  };

  test.each(Object.keys(kinds).flatMap((name) => [[name, false] as const, [name, true] as const]))(
    '%s, rooms of unequal size: %s',
    async (name, unequal) => {
      const kind = kinds[name] as VirtualPortal;
      const work = (nth: number): number => [0.6, 1, 1.4, 0.8, 1.9, 0.3][(nth * 7) % 6] ?? 1;
      const portal = unequal ? { ...kind, work } : kind;
      const best = [];
      for (const number of [1, 2, 4, 8, 16]) best.push((await runVirtually(portal, 1000, number)).milliseconds);
      const auto = await runVirtually(portal, 1000, 'auto');
      expect(auto.milliseconds / Math.min(...best)).toBeLessThan(1.1);
      expect(Math.max(...auto.atOnce)).toBeLessThanOrEqual(mostAtOnce);
    },
  );

  test('a small one has few at once nearly all the time', async () => {
    const { atOnce: numbers } = await runVirtually({ network: 1, perSecond: throughput }, 1000, 'auto');
    expect(numbers.filter((number) => number > 8)).toStrictEqual([]);
    expect(numbers.filter((number) => number > 4).length).toBeLessThan(100);
  });
});

describe('work in parallel', () => {
  test('is begun in order, and never more than allowed at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 8 }), async (items, number) => {
        const begun: number[] = [];
        let running = 0;
        let most = 0;
        await inParallel(
          Array.from({ length: items }, (_, n) => n),
          number,
          async (item): Promise<Feedback> => {
            begun.push(item);
            most = Math.max(most, (running += 1));
            for (let n = 0; n <= (item * 7) % 5; n += 1) await Promise.resolve();
            running -= 1;
            return null;
          },
        );
        expect(begun).toStrictEqual(Array.from({ length: items }, (_, n) => n));
        expect(most).toBe(Math.min(items, number));
      }),
    );
  });

  test('that throws begins nothing new, and the first error comes when all has ended', async () => {
    const ended: number[] = [];
    const work = async (item: number): Promise<Feedback> => {
      await new Promise((resolve) => setImmediate(resolve));
      if (item === 2) throw new Error('first');
      await new Promise((resolve) => setImmediate(resolve));
      ended.push(item);
      if (item === 3) throw new Error('second');
      return null;
    };
    await expect(inParallel([1, 2, 3, 4, 5, 6], 3, work)).rejects.toThrow('first');
    expect(ended).toStrictEqual([1, 3]);
  });

  test('with trouble has fewer at once from then on', async () => {
    const fine: Feedback = { milliseconds: 5, attempts: 1 };
    const bad: readonly Feedback[] = ['trouble', { milliseconds: 5, attempts: 2 }];
    let running = 0;
    const numbers: number[] = [];
    await inParallel(Array.from({ length: 200 }).keys(), 'auto', async (item) => {
      numbers.push((running += 1));
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      return item < 20 ? fine : (bad[item % 2] ?? fine);
    });
    expect(Math.max(...numbers.slice(0, 40))).toBeGreaterThan(4);
    expect(Math.max(...numbers.slice(-20))).toBe(1);
  });
});
