import type { Link, LinkInput, Portal, PortalOptions, RoomInput } from '../../../simulator/index.ts';
import { fix, type FixDeps, type FixReport } from '../../../src/actions/audit/fix.ts';
import { scan } from '../../../src/actions/audit/scan/scan.ts';
import { planFixes, type PlannedFix } from '../../../src/audit/fixes.ts';
import type { ConnectOptions } from '../../../src/docspace/client.ts';
import type { Problem, ProblemCode } from '../../../src/links/problem.ts';
import { judgedBy, type Rules } from '../../audit/remedies.ts';
import { identity } from '../../support/links.ts';
import { portalOf } from '../../support/step.ts';
import { client, everything } from './scan/scanning.ts';

/** A portal with one Custom room, in which links are fixed. */
export interface Stage {
  readonly portal: Portal;
  readonly roomId: number | string;
  /** Puts a link into the room (or another one), without any request. */
  readonly link: (link?: LinkInput, roomId?: number | string) => Link;
  readonly links: (roomId?: number | string) => readonly Link[];
}

/** How links are fixed. */
export interface Fixing {
  /** Ids of the rules named in `fix`. */
  readonly named?: readonly string[];
  /** What happens between the scan and the fixes. */
  readonly between?: (stage: Stage) => void;
  readonly key?: string;
  readonly options?: Partial<ConnectOptions>;
}

/** What has become of them. */
export interface Outcome {
  readonly planned: readonly PlannedFix[];
  /** What stood in the way when they were planned. */
  readonly obstacles: readonly Problem[];
  readonly report: FixReport;
  /** Codes of what went wrong. */
  readonly codes: readonly ProblemCode[];
  /** All that the problems tell. */
  readonly reported: string;
  readonly logged: string;
  /** Bodies of the writes that the portal has seen. */
  readonly writes: readonly Body[];
}

/** The body of a write. */
export interface Body {
  readonly linkId: string;
  readonly access: number;
}

/** Opens a stage, which ends with the test. */
export async function openStage(options?: PortalOptions, room: Partial<RoomInput> = {}): Promise<Stage> {
  const portal = await portalOf(options);
  const { id } = portal.addRoom({ title: 'Contract 2027', roomType: 5, ...room });
  return {
    portal,
    roomId: id,
    link: (link = {}, roomId = id) => portal.addLink(roomId, { title: 'Press kit', ...link }),
    links: (roomId = id) => portal.links(roomId).map((one) => ({ ...one })),
  };
}

/** Scans the portal, plans the fixes that these rules ask for, and carries them out. */
export async function fixAll(stage: Stage, rules: Rules, how: Fixing = {}): Promise<Outcome> {
  const named = Object.keys(rules).map((name) => name.replace('waived ', ''));
  return fixJudged(stage, (room, links) => judgedBy(rules, room, links), { named, ...how });
}

/** ... that this evaluate asks for. */
export async function fixJudged(stage: Stage, evaluate: FixDeps['evaluate'], how: Fixing): Promise<Outcome> {
  const { portal } = stage;
  const docSpace = client(portal, how.key ?? 'owner', how.options);
  const lines: string[] = [];
  const log = {
    line: (text: string) => lines.push(text),
    warning: (title: string, message: string) => lines.push(`${title}: ${message}`),
    debug: () => undefined,
  };
  const named = new Set(how.named);
  const { results, sharing } = await scan(
    { portal: docSpace, log, identity, now: () => new Date() },
    { ...everything, area: 'any' },
    async (room, links, facts) =>
      planFixes(
        {
          room,
          roomLinks: links.map(({ id }) => ({ id, key: null })),
          portal: facts,
          evaluated: await evaluate(room, links, facts),
        },
        links,
        named,
      ),
  );
  const planned = results.flatMap(({ fixes }) => fixes);
  how.between?.(stage);
  portal.clearRequests();
  const report = await fix(
    {
      portal: docSpace,
      log,
      wait: () => Promise.resolve(),
      now: () => new Date(),
      identity,
      sharing,
      evaluate,
    },
    planned,
  );
  return {
    planned,
    obstacles: results.flatMap(({ problems }) => problems),
    report,
    codes: report.problems.map(({ code }) => code),
    reported: report.problems.map(({ message, hint }) => `${message} ${hint}`).join('\n'),
    logged: lines.join('\n'),
    writes: portal.requests.filter(({ method }) => method === 'PUT').map(({ body }) => body as Body),
  };
}
