/** One scan in a process of its own, so that its peak of memory is known. */
import { createHash, randomBytes } from 'node:crypto';
import { connect } from '../../src/docspace/client.ts';
import type { Concurrency } from '../../src/docspace/parallel.ts';
import { Secret } from '../../src/links/secret.ts';
import { spareMemory } from '../../src/spare-memory.ts';
import { scan, type ScanTask } from '../../src/operations/scan.ts';
import type { PortalAddress } from './portal-process.ts';

/** What is to be scanned, and how. */
export interface ScanSetup extends PortalAddress {
  readonly concurrency: Concurrency;
  readonly linkType: ScanTask['linkType'];
  /** False: as many requests a minute as come. */
  readonly paced: boolean;
}

/** How it went. */
export interface ScanOutcome {
  readonly milliseconds: number;
  /** The most memory that the process ever held (its resident set), in bytes. */
  readonly peak: number;
  readonly rooms: number;
  readonly links: number;
  readonly complete: boolean;
}

spareMemory();
const setup = JSON.parse(process.argv[2] ?? '') as ScanSetup;
const started = performance.now();
const portal = connect({
  portal: setup.url,
  apiKey: new Secret(setup.key),
  requestTimeout: 30_000,
  signal: new AbortController().signal,
  userAgent: 'docspace-room-links benchmark',
  onRetry: () => undefined,
  ...(setup.paced ? {} : { perMinute: Infinity }),
});
const { coverage } = await scan(
  {
    portal,
    log: { line: () => undefined, warning: () => undefined, debug: () => undefined },
    identity: {
      repository: '4242',
      hash: (text) => createHash('sha256').update(text).digest(),
      random: (length) => randomBytes(length),
    },
    now: () => new Date(),
  },
  { rooms: 'all', exclude: [], area: 'active', linkType: setup.linkType, concurrency: setup.concurrency },
  // A report of an audit keeps every link.
  (room, links) => ({ id: room.id, title: room.title, links }),
);
portal.close();
const outcome: ScanOutcome = {
  milliseconds: performance.now() - started,
  peak: process.resourceUsage().maxRSS * 1024,
  rooms: coverage.read,
  links: coverage.links,
  complete: coverage.complete,
};
process.send?.(outcome);
process.disconnect();
