import { createHash, randomBytes } from 'node:crypto';
import type { Outcome } from '../../scripts/action-process.ts';
import { startPortal, type Link, type LinkInput, type Portal, type PortalOptions } from '../../simulator/index.ts';
import { externalUrl, invitationUrl, shorten, sign } from '../../simulator/urls.ts';
import { idPrefix, newId, type Identity } from '../../src/links/identity.ts';
import type { LinkType } from '../../src/links/room-types.ts';
import { start } from '../process/start.ts';

/** The repository that the steps run in, as a step says it. */
export const identity: Identity = {
  repository: '4242',
  hash: (text) => createHash('sha256').update(text).digest(),
  random: (length) => randomBytes(length),
};

/** An id as a step of this repository would draw it. */
export function idOf(roomId: number | string, key: string, type: LinkType = 'external'): string {
  return newId(identity, idPrefix(identity, { roomId: String(roomId), type, key }));
}

/** A portal with one Custom room, and steps that work in it. */
export interface Stage {
  readonly portal: Portal;
  readonly roomId: number | string;
  /** Puts a link of this repository into the room, without any request. */
  readonly ours: (key: string, link?: LinkInput) => Link;
  readonly run: (entry: string, inputs: Inputs, more?: More) => Promise<Outcome>;
  readonly revoke: (inputs: Inputs, more?: More) => Promise<Outcome>;
  readonly ids: () => readonly string[];
  /** What the portal was asked to write, oldest first. */
  readonly writes: () => readonly unknown[];
}

type Inputs = Readonly<Record<string, string>>;
interface More {
  readonly env?: Readonly<Record<string, string>>;
  readonly state?: Readonly<Record<string, string>>;
  readonly kill?: Promise<unknown>;
}

/** Opens a stage; `portal.close()` is the clean-up. */
export async function openStage(roomType: 1 | 2 | 5 | 6 | 8 = 5, options: PortalOptions = {}): Promise<Stage> {
  const portal = await startPortal(options);
  const room = portal.addRoom({ title: 'Contract 2027', roomType });
  const run: Stage['run'] = async (entry, inputs, more = {}) => {
    const outcome = await start({
      entry,
      inputs: { 'portal-url': portal.url, 'api-key': portal.key('owner'), 'room-id': String(room.id), ...inputs },
      ...more,
      env: { RUNNER_DEBUG: '1', ...more.env },
    });
    refuseSecrets(outcome, portal);
    return outcome;
  };
  return {
    portal,
    roomId: room.id,
    ours: (key, link = {}) =>
      portal.addLink(room.id, {
        id: idOf(room.id, key, link.kind === 3 ? 'invitation' : 'external'),
        title: `octo/contracts: ${key}`,
        ...link,
      }),
    run,
    revoke: (inputs, more) => run('revoke.js', inputs, more),
    ids: () => portal.links(room.id).map(({ id }) => id),
    writes: () => portal.requests.filter(({ method }) => method === 'PUT').map(({ body }) => body),
  };
}

/** Throws if a secret of the portal stands anywhere but where it belongs: in masks, `link` and `password`. */
export function refuseSecrets(outcome: Outcome, portal: Portal): void {
  const { state } = portal;
  const links = [...state.rooms.values()].flatMap((room) => [...room.links.values()]);
  const urls = links.flatMap(({ id }) => [
    externalUrl(state, portal.url, id),
    ...[...state.usersById.keys()].map((user) => invitationUrl(state, portal.url, id, user)),
  ]);
  const secrets = [
    ...state.keys.map(({ secret }) => secret),
    ...links.flatMap(({ id, password }) => [sign(state, id), ...(password === null ? [] : [password])]),
    ...urls.flatMap((url) => [url, shorten(state, portal.url, url)]),
  ];
  const outputs = Object.entries(outcome.outputs).filter(([name]) => name !== 'link' && name !== 'password');
  const log = outcome.stdout.replaceAll(/^::add-mask::.*$/gmu, '');
  const text = JSON.stringify([log, outcome.stderr, outcome.summary, outcome.state, outputs]);
  const found = secrets.find((secret) => text.includes(secret));
  if (found !== undefined) throw new Error(`A secret got out: ${found.slice(0, 12)}…`);
}

/** The lines of a log that users read, without commands. */
export function storyOf({ stdout }: Outcome): string {
  return stdout
    .split('\n')
    .filter((line) => !/^::(?:add-mask|debug)/u.test(line))
    .join('\n');
}
