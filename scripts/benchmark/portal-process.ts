/** A simulated portal in a process of its own, so that it does not share the event loop of what is measured. */
import { startPortal, type Portal, type PortalOptions } from '../../simulator/index.ts';
import { day } from '../../src/links/time.ts';

/** What the portal is to be like. */
export interface PortalSetup {
  readonly options: PortalOptions;
  /** Rooms, each with three links: two external ones, one of them with a password and a date, and an invitation. */
  readonly rooms: number;
  /** How many of the rooms have external links; all by default. */
  readonly withExternal?: number;
}

/** What the portal tells of itself. */
export interface PortalAddress {
  readonly url: string;
  readonly key: string;
}

/** The requests since the last tally. */
export interface Tally {
  readonly requests: number;
  readonly pages: number;
  readonly links: number;
  readonly writes: number;
  /** Answered with 429. */
  readonly refused: number;
}

function fill(portal: Portal, { rooms, withExternal = rooms }: PortalSetup): void {
  const now = Date.now();
  for (let n = 0; n < rooms; n += 1) {
    const { id } = portal.addRoom({ title: `Project ${n}: documents for the partners`, roomType: 5 });
    portal.addLink(id, { kind: 3, title: 'Invitation link', expiresAt: now + 20 * day, maxUse: 20 });
    if (n % Math.ceil(rooms / withExternal) !== 0) continue;
    portal.addLink(id, { title: 'octo/contracts: reviewers', expiresAt: now + 7 * day, password: 'Zx9-longenough' });
    portal.addLink(id, { title: 'For the press', role: 2 });
  }
}

function tally(portal: Portal): Tally {
  const requests = portal.requests.splice(0);
  const count = (test: (one: (typeof requests)[number]) => boolean): number => requests.filter(test).length;
  return {
    requests: requests.length,
    pages: count(({ path }) => path.includes('/files/rooms?')),
    links: count(({ path }) => path.endsWith('/links')),
    writes: count(({ method }) => method !== 'GET'),
    refused: count(({ status }) => status === 429),
  };
}

const setup = JSON.parse(process.argv[2] ?? '') as PortalSetup;
const portal = await startPortal(setup.options);
fill(portal, setup);
const address: PortalAddress = { url: portal.url, key: portal.key('owner') };
process.on('message', () => process.send?.(tally(portal)));
process.on('disconnect', () => process.exit());
process.send?.(address);
