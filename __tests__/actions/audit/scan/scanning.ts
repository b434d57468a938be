import type { Portal } from '../../../../simulator/index.ts';
import type { PortalFacts } from '../../../../src/audit/coverage.ts';
import type { AuditedLink, AuditedRoom } from '../../../../src/audit/finding.ts';
import type { ConnectOptions } from '../../../../src/docspace/client.ts';
import type { DocSpace } from '../../../../src/docspace/port.ts';
import { scan, type ScanReport, type ScanTask } from '../../../../src/actions/audit/scan/scan.ts';
import { clientOf } from '../../../support/client.ts';
import { identity } from '../../../support/links.ts';
import { closeLater } from '../../../support/step.ts';

/** Adds rooms, each with one external link; their ids. */
export function addRooms(portal: Portal, count: number): readonly string[] {
  return Array.from({ length: count }, (_, n) => {
    const { id } = portal.addRoom({ title: `Room ${n}`, roomType: 5 });
    portal.addLink(id, { title: `Link ${n}` });
    return String(id);
  });
}

/** A connection that does not wait, until the test ends. */
export function client(portal: Portal, key: string, options: Partial<ConnectOptions> = {}): DocSpace {
  const docSpace = clientOf(portal, key, { requestTimeout: 2000, ...options });
  closeLater(() => {
    docSpace.close();
  });
  return docSpace;
}

/** What a evaluate was told of one room. */
export interface Evaluated {
  readonly room: AuditedRoom;
  readonly links: readonly AuditedLink[];
  readonly portal: PortalFacts;
}

/** A scan of everything, unless the task says otherwise, and what it told. */
export interface Scan {
  readonly report: ScanReport<Evaluated>;
  readonly lines: readonly string[];
  readonly warnings: readonly string[];
}

/** All active rooms, and all of their links. */
export const everything: ScanTask = {
  rooms: 'all',
  exclude: [],
  area: 'active',
  linkType: 'all',
  concurrency: 'auto',
};

/** Scans with a key of the portal. */
export async function scanAs(
  portal: Portal,
  key: string,
  task: Partial<ScanTask> = {},
  options: Partial<ConnectOptions> = {},
): Promise<Scan> {
  const lines: string[] = [];
  const warnings: string[] = [];
  const report = await scan(
    {
      portal: client(portal, key, options),
      log: {
        line: (text) => lines.push(text),
        warning: (title, message) => warnings.push(`${title}: ${message}`),
        debug: () => undefined,
      },
      identity,
      now: () => new Date(),
    },
    { ...everything, ...task },
    (room, links, facts) => ({ room, links, portal: facts }),
  );
  return { report, lines, warnings };
}

/** Method and path of the requests that the portal saw, but for the key and the settings. */
export function asked(portal: Portal): readonly string[] {
  return portal.requests
    .map(({ method, path }) => `${method} ${path.replace('/api/2.0/', '')}`)
    .filter((text) => !/keys\/@self|settings/u.test(text));
}
