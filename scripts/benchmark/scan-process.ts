import { createHash, randomBytes } from 'node:crypto';
import { audit } from '../../src/actions/audit/audit.ts';
import type { ScanTask } from '../../src/actions/audit/scan/scan.ts';
import { effectivePolicy, silentPolicy } from '../../src/audit/policy.ts';
import { connect } from '../../src/docspace/client.ts';
import type { Concurrency } from '../../src/docspace/pool.ts';
import type { Identity } from '../../src/links/identity.ts';
import { Secret } from '../../src/links/secret.ts';
import { spareMemory } from '../../src/runner/spare-memory.ts';
import type { PortalAddress } from './portal-process.ts';

/** One audit in a process of its own, so that its peak of memory is known. */

/** What is to be audited, and how. */
export interface ScanSetup extends PortalAddress {
  readonly concurrency: Concurrency;
  readonly linkType: ScanTask['linkType'];
  /** False: as many requests a minute as come. */
  readonly paced: boolean;
  /** Whether every link is kept, as for a JSON report. */
  readonly listsLinks: boolean;
}

/** How it went. */
export interface ScanOutcome {
  readonly milliseconds: number;
  /** The most memory that the process ever held (its resident set), in bytes. */
  readonly peak: number;
  readonly rooms: number;
  readonly links: number;
  readonly findings: number;
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
const identity: Identity = {
  repository: '4242',
  hash: (text) => createHash('sha256').update(text).digest(),
  random: (length) => randomBytes(length),
};
const now = new Date();
const { linkType, concurrency, listsLinks } = setup;
const { result } = await audit(
  {
    portal,
    log: { line: () => undefined, warning: () => undefined, debug: () => undefined },
    identity,
    now: () => new Date(),
    closedPullRequests: () => Promise.resolve(null),
  },
  {
    rooms: 'all',
    exclude: [],
    area: 'active',
    linkType,
    concurrency,
    portal: setup.url,
    context: { policy: effectivePolicy(silentPolicy, null).policy, file: null, now, linkType, identity },
    baseline: null,
    listsLinks,
    fix: new Set(),
  },
);
const { coverage, findings } = result;
portal.close();
const outcome: ScanOutcome = {
  milliseconds: performance.now() - started,
  peak: process.resourceUsage().maxRSS * 1024,
  rooms: coverage.read,
  links: coverage.links,
  findings: findings.length,
  complete: coverage.complete,
};
process.send?.(outcome);
process.disconnect();
