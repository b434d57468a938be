import type { Outcome } from '../../../scripts/action-process.ts';
import type { Link, LinkInput, Portal, PortalOptions } from '../../../simulator/index.ts';
import { addOurs } from '../../support/ours.ts';
import { afterJob, bodies, portalOf, run, set, type Ran, type Running } from '../../support/step.ts';

type Inputs = Readonly<Record<string, string>>;

/** A portal with one room, and steps that work in it. */
export interface Stage {
  readonly portal: Portal;
  readonly roomId: number | string;
  /** Puts a link of this repository into the room, without any request. */
  readonly ours: (key: string, link?: LinkInput) => Link;
  readonly set: (inputs: Inputs, running?: Running) => Promise<Ran>;
  readonly revoke: (inputs: Inputs, running?: Running) => Promise<Ran>;
  /** The post step of a step that was given these inputs, and has left this. */
  readonly afterJob: (inputs: Inputs, step: Pick<Outcome, 'state'>, running?: Running) => Promise<Ran>;
  readonly ids: () => readonly string[];
  /** What the portal was asked to write, oldest first. */
  readonly writes: () => readonly unknown[];
}

/** Opens a stage, which ends with the test. The room is a Custom room unless said otherwise. */
export async function openStage(roomType: 1 | 2 | 5 | 6 | 8 = 5, options: PortalOptions = {}): Promise<Stage> {
  const portal = await portalOf(options);
  const { id: roomId } = portal.addRoom({ title: 'Contract 2027', roomType });
  const inRoom = (inputs: Inputs): Inputs => ({ 'room-id': String(roomId), ...inputs });
  return {
    portal,
    roomId,
    ours: (key, link) => addOurs(portal, roomId, key, link),
    set: (inputs, running) => set(portal, { id: roomId }, inputs, running),
    revoke: (inputs, running) => run('revoke', portal, inRoom(inputs), running),
    afterJob: (inputs, step, running) => afterJob(portal, inRoom(inputs), step, running),
    ids: () => portal.links(roomId).map(({ id }) => id),
    writes: () => bodies(portal),
  };
}
