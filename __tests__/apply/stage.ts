import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Outcome } from '../../scripts/action-process.ts';
import {
  startPortal,
  type Link,
  type LinkInput,
  type Portal,
  type PortalOptions,
  type RoomInput,
} from '../../simulator/index.ts';
import { start } from '../process/start.ts';
import { idOf, refuseSecrets } from '../revoke/stage.ts';

/** A portal, and steps that apply files to it. */
export interface Stage {
  readonly portal: Portal;
  /** Adds a room; Custom unless said otherwise. */
  readonly room: (title: string, more?: Partial<RoomInput>) => string;
  /** Puts a link of this repository into a room, without any request. */
  readonly ours: (roomId: string, key: string, link?: LinkInput) => Link;
  readonly apply: (
    file: string,
    inputs?: Readonly<Record<string, string>>,
    env?: Readonly<Record<string, string>>,
  ) => Promise<Applied>;
  readonly links: (roomId: string) => readonly Link[];
  /** What the portal was asked to write since the last look, oldest first. */
  readonly writes: () => readonly unknown[];
  readonly close: () => Promise<void>;
}

/** What an apply gives. */
export interface Applied extends Outcome {
  readonly plan: readonly PlanElement[];
}

/** An element of the output `plan`. */
export interface PlanElement {
  readonly action: string;
  readonly roomId: string;
  readonly roomTitle: string;
  readonly linkId: string;
  readonly key: string;
  readonly type: string;
  readonly primary: boolean;
  readonly fields: readonly { readonly name: string; readonly from: unknown; readonly to: unknown }[];
  readonly widens: readonly string[];
}

/** Opens a stage. */
export async function openStage(options: PortalOptions = {}): Promise<Stage> {
  const portal = await startPortal(options);
  const folder = await mkdtemp(join(tmpdir(), 'links-'));
  let runs = 0;
  return {
    portal,
    room: (title, more = {}) => String(portal.addRoom({ title, roomType: 5, ...more }).id),
    ours: (roomId, key, link = {}) =>
      portal.addLink(idIn(roomId), {
        id: idOf(roomId, key, link.kind === 3 ? 'invitation' : 'external'),
        title: `octo/contracts: ${key}`,
        ...link,
      }),
    apply: async (file, inputs = {}, env = {}) => {
      const path = join(folder, `links-${String(++runs)}.yml`);
      await writeFile(path, file);
      const outcome = await start({
        entry: 'apply.js',
        inputs: { 'portal-url': portal.url, 'api-key': portal.key('owner'), file: path, ...inputs },
        env: { RUNNER_DEBUG: '1', ...env },
      });
      refuseSecrets(outcome, portal);
      const shown = (text: string): string => text.replaceAll(path, 'links.yml');
      return {
        ...outcome,
        stdout: shown(outcome.stdout),
        summary: outcome.summary,
        plan: JSON.parse(outcome.outputs['plan'] ?? '[]') as readonly PlanElement[],
      };
    },
    links: (roomId) => portal.links(idIn(roomId)),
    writes: () => portal.requests.filter(({ method }) => method === 'PUT').map(({ body }) => body),
    close: async () => {
      await portal.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function idIn(roomId: string): number | string {
  return /^\d+$/u.test(roomId) ? Number(roomId) : roomId;
}

/** A file of one room. */
export function roomFile(roomId: string, links: readonly string[], head = ''): string {
  const lines = links.map((link) => `      - { ${link} }`);
  return [
    `version: 1`,
    ...(head === '' ? [] : [head]),
    'rooms:',
    `  - room: ${roomId}`,
    lines.length === 0 ? '    links: []' : '    links:',
    ...lines,
    '',
  ].join('\n');
}
