import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runStep, type Outcome } from '../action-process.ts';
import { median, seconds, type Part } from './part.ts';
import type { BareSetup } from './bare-process.ts';
import { runProcess, startPortalProcess, type PortalProcess } from './processes.ts';

const rooms = 200;
const latency = 50;
/** As many requests as apply has under way when it reads: more at once make a small portal slower for everyone. */
const atOnce = 8;
/** The id of the first room that a simulated portal makes. */
const firstRoom = 201;

const ids = Array.from({ length: rooms }, (_, n) => firstRoom + n);
const links = '[{ key: a }, { key: b }, { key: c }]';
const file = ['version: 1', 'rooms:', ...ids.map((id) => `  - { room: ${id}, links: ${links} }`)].join('\n');

/** A process that sends the requests alone; milliseconds. */
async function bareRequests({ url, key }: PortalProcess): Promise<number> {
  const setup: BareSetup = { url, key, rooms: ids, atOnce };
  const started = performance.now();
  await runProcess('bare', setup);
  return performance.now() - started;
}

/** The part about apply: the action itself, as the runner starts it. */
export const applyParts: readonly Part[] = [
  {
    name: 'apply',
    about: `${rooms} rooms × 3 links as described, a portal ${latency} ms away (median of 5 runs)`,
    run: async () => {
      const portal = await startPortalProcess({ options: { latency }, rooms });
      const folder = await mkdtemp(join(tmpdir(), 'benchmark-'));
      try {
        const path = join(folder, 'links.yml');
        await writeFile(path, file);
        const apply = async (expected: string): Promise<Outcome> => {
          const outcome = await runStep(join(import.meta.dirname, '..', '..', 'dist'), {
            entry: 'apply.js',
            inputs: { 'portal-url': portal.url, 'api-key': portal.key, file: path, 'max-changes': '1000' },
          });
          if (outcome.outputs['result'] !== expected)
            throw new Error(`apply was to be ${expected}:\n${outcome.stdout}`);
          return outcome;
        };
        await apply('applied');
        await portal.tally();
        const times: number[] = [];
        const bare: number[] = [];
        for (let n = 0; n < 5; n += 1) {
          bare.push(await bareRequests(portal));
          await portal.tally();
          const started = performance.now();
          await apply('unchanged');
          times.push(performance.now() - started);
        }
        const { requests, writes } = await portal.tally();
        const ideal = median(bare);
        const ratio = median(times) / ideal;
        return [
          { name: `ideal: a process that sends the requests alone, ${atOnce} at once`, value: seconds(ideal) },
          {
            name: 'the whole step, from start to summary',
            value: `${seconds(median(times))}, ${ratio.toFixed(2)} × ideal`,
            bound: '≤ 1.10 ×',
            holds: ratio <= 1.1,
          },
          { name: 'requests', value: `${requests}`, bound: `≤ 2 × ${rooms}`, holds: requests <= 2 * rooms },
          { name: 'requests that write', value: `${writes}`, bound: '0', holds: writes === 0 },
        ];
      } finally {
        portal.stop();
        await rm(folder, { recursive: true, force: true });
      }
    },
  },
];
