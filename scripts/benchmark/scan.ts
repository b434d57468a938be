import type { Concurrency } from '../../src/docspace/pool.ts';
import { median, seconds, type Figure, type Part } from './part.ts';
import type { PortalSetup } from './portal-process.ts';
import { runProcess, startPortalProcess, type PortalProcess } from './processes.ts';
import type { ScanOutcome, ScanSetup } from './scan-process.ts';

/** A portal far away: 50 ms for each answer, any number at once. */
const distant: PortalSetup['options'] = { latency: 50 };
/** A portal of two cores, as measured: 12.5, 12.5, 6.7, 5.8 requests a second at 1, 8, 16, 32 at once. */
const small: PortalSetup['options'] = { workers: 2, crowding: true };

/** The numbers that `auto` can choose from. */
const choices = [1, 2, 4, 8, 16];

async function withPortal<T>(setup: PortalSetup, work: (portal: PortalProcess) => Promise<T>): Promise<T> {
  const portal = await startPortalProcess(setup);
  try {
    return await work(portal);
  } finally {
    portal.stop();
  }
}

async function scanned(portal: PortalProcess, setup: Partial<ScanSetup> = {}): Promise<ScanOutcome> {
  const { url, key } = portal;
  const outcome = (await runProcess('scan', {
    url,
    key,
    concurrency: 'auto',
    linkType: 'all',
    paced: true,
    listsLinks: false,
    ...setup,
  })) as ScanOutcome;
  if (!outcome.complete) throw new Error('A scan of the benchmark was not complete.');
  return outcome;
}

/** Wall time of `auto` against fixed numbers, and against the sample. Each the median of so many runs. */
async function race(
  setup: PortalSetup,
  { numbers, times }: { readonly numbers: readonly number[]; readonly times: number },
): Promise<readonly Figure[]> {
  return withPortal(setup, async (portal) => {
    const walls = new Map<Concurrency, number[]>();
    // In turn, so that whatever else the machine does falls on all of them alike.
    for (let n = 0; n < times; n += 1) {
      for (const concurrency of ['auto', ...numbers] as const) {
        const { milliseconds } = await scanned(portal, { concurrency, paced: false });
        walls.set(concurrency, [...(walls.get(concurrency) ?? []), milliseconds]);
      }
    }
    const wall = (concurrency: Concurrency): number => median(walls.get(concurrency) ?? []);
    const best = Math.min(...numbers.filter((number) => choices.includes(number)).map(wall));
    const ratio = wall('auto') / best;
    const sample = (await runProcess('sample', portal)) as { readonly milliseconds: number };
    return [
      ...numbers.map((number) => ({ name: `${setup.rooms} rooms, ${number} at once`, value: seconds(wall(number)) })),
      {
        name: `${setup.rooms} rooms, auto`,
        value: `${seconds(wall('auto'))}, ${ratio.toFixed(2)} × the best of 1 to 16`,
        bound: '≤ 1.10 ×',
        holds: ratio <= 1.1,
      },
      {
        name: "the documentation's sample: the list, then one by one",
        value: `${seconds(sample.milliseconds)}, ${(sample.milliseconds / wall('auto')).toFixed(1)} × auto`,
      },
    ];
  });
}

/** The parts about the scan of an audit. */
export const scanParts: readonly Part[] = [
  {
    name: 'scan-distant',
    about: 'A portal 50 ms away that answers any number at once (median of 3 runs)',
    run: (full) => race({ options: distant, rooms: 1000 }, { numbers: full ? [1, 2, 4, 8, 16, 32] : [4, 8, 16, 32], times: 3 }), // prettier-ignore
  },
  {
    name: 'scan-small',
    about: 'A portal of two cores that gets slower when crowded (1000 rooms with --full)',
    run: (full) => race({ options: small, rooms: full ? 1000 : 150 }, { numbers: [1, 2, 4, 8, 16, 32], times: 1 }),
  },
  {
    name: 'scan-flags',
    about: '1000 rooms of which 50 have external links, `link-type: external`',
    run: () =>
      withPortal({ options: {}, rooms: 1000, withExternal: 50 }, async (portal) => {
        const { rooms } = await scanned(portal, { linkType: 'external' });
        const { requests, pages, links, writes } = await portal.tally();
        const others = requests - pages - links;
        return [
          { name: 'rooms read', value: String(rooms), bound: '1000', holds: rooms === 1000 },
          {
            name: 'requests',
            value: `${requests}: ${pages} pages, ${links} rooms, ${others} about key and settings`,
            // A list of several pages is read twice, which proves that it is whole.
            bound: '2 × 10 pages + 50 + 3',
            holds: requests === pages + 53 && pages === 20 && links === 50,
          },
          { name: 'requests that write', value: String(writes), bound: '0', holds: writes === 0 },
        ];
      }),
  },
  {
    name: 'scan-limiter',
    about: "1600 rooms under the cloud's limits, in real time",
    run: () =>
      withPortal({ options: { latency: 20, limiter: true }, rooms: 1600 }, async (portal) => {
        const { milliseconds, rooms } = await scanned(portal);
        const paced = await portal.tally();
        return [
          { name: 'rooms read', value: `${rooms} in ${seconds(milliseconds)}`, bound: '1600', holds: rooms === 1600 },
          {
            name: 'requests, and how many were refused (429)',
            value: `${paced.requests}, ${paced.refused}`,
            bound: '0 refused',
            holds: paced.refused === 0 && paced.requests > 1500,
          },
        ];
      }),
  },
  {
    name: 'scan-memory',
    about: 'Peak of memory of the process that audits, pacing off',
    run: async () => {
      const figures: Figure[] = [];
      for (const [rooms, most] of [
        [1000, 100],
        [10_000, 120],
      ] as const) {
        await withPortal({ options: distant, rooms }, async (portal) => {
          const size = (outcome: ScanOutcome): string => `${(outcome.peak / 1e6).toFixed(0)} MB`;
          const plain = await scanned(portal, { paced: false });
          figures.push({
            name: `${rooms} rooms, ${plain.links} links, ${plain.findings} findings`,
            value: size(plain),
            bound: `≤ ${most} MB`,
            holds: plain.peak <= most * 1e6,
          });
          const listed = await scanned(portal, { paced: false, listsLinks: true });
          figures.push({ name: `${rooms} rooms, every link kept for a JSON report`, value: size(listed) });
        });
      }
      return figures;
    },
  },
];
