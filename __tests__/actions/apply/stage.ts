import type { Link, LinkInput, Portal, PortalOptions, RoomInput } from '../../../simulator/index.ts';
import { addOurs } from '../../support/ours.ts';
import { bodies, elements, portalOf, run, type Ran, type Running } from '../../support/step.ts';
import { workspaceOf } from '../../support/workspace.ts';

/** A portal, and steps that apply files to it. */
export interface Stage {
  readonly portal: Portal;
  /** Adds a room; Custom unless said otherwise. */
  readonly room: (title: string, more?: Partial<RoomInput>) => string;
  /** Puts a link of this repository into a room, without any request. */
  readonly ours: (roomId: string, key: string, link?: LinkInput) => Link;
  /** Applies a file of this text: `links.yml` of a workspace that the step has for itself. */
  readonly apply: (file: string, inputs?: Readonly<Record<string, string>>, running?: Running) => Promise<Applied>;
  readonly links: (roomId: string) => readonly Link[];
  /** What the portal was asked to write since the last look, oldest first. */
  readonly writes: () => readonly unknown[];
}

/** What an apply gives. */
export type Applied = Ran & { readonly plan: readonly PlanElement[] };

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

/** Opens a stage, which ends with the test. */
export async function openStage(options: PortalOptions = {}): Promise<Stage> {
  const portal = await portalOf(options);
  return {
    portal,
    room: (title, more = {}) => String(portal.addRoom({ title, roomType: 5, ...more }).id),
    ours: (roomId, key, link) => addOurs(portal, idIn(roomId), key, link),
    apply: async (file, inputs = {}, running = {}) => {
      const { path: cwd } = await workspaceOf({ 'links.yml': file });
      const ran = await run('apply', portal, { file: 'links.yml', ...inputs }, { ...running, cwd });
      return { ...ran, plan: elements(ran, 'plan') as readonly PlanElement[] };
    },
    links: (roomId) => portal.links(idIn(roomId)),
    writes: () => bodies(portal),
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
