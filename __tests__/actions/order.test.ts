import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import type { Portal } from '../../simulator/index.ts';
import { audit } from './audit/stage.ts';
import { addOurs } from '../support/ours.ts';
import { closeLater, json, portalOf, run, type Ran } from '../support/step.ts';
import { workspaceOf } from '../support/workspace.ts';

/** A list in another order, always the same. */
type Reorder = (list: readonly unknown[]) => readonly unknown[];

const asListed: Reorder = (list) => list;
const orders: readonly Reorder[] = [
  (list) => list.toReversed(),
  (list) => [...list.slice(2), ...list.slice(0, 2)],
  (list) => [...list.filter((_, at) => at % 2 === 1), ...list.filter((_, at) => at % 2 === 0)],
];

interface Relay {
  readonly url: string;
  reorder: Reorder;
}

/** The portal, at another address, with the links of a room and the rooms of a list in another order. */
async function relayOf(portal: Portal): Promise<Relay> {
  const server = createServer((asked, answer) => {
    const onward = request(
      new URL(asked.url ?? '/', portal.url),
      { method: asked.method, headers: asked.headers },
      (got) => {
        const parts: Buffer[] = [];
        got.on('data', (part: Buffer) => parts.push(part));
        got.on('end', () => {
          const text = Buffer.concat(parts).toString();
          const isList = asked.method === 'GET' && /\/links(?:\?|$)|\/files\/rooms\?/u.test(asked.url ?? '');
          const body = isList && got.statusCode === 200 ? reordered(text, relay.reorder) : text;
          const ofBody = ['content-length', 'transfer-encoding'];
          const headers = Object.fromEntries(Object.entries(got.headers).filter(([name]) => !ofBody.includes(name)));
          answer.writeHead(got.statusCode ?? 500, headers);
          answer.end(body);
        });
      },
    );
    asked.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closeLater(() => server.close());
  const relay: Relay = { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, reorder: asListed };
  return relay;
}

function reordered(text: string, reorder: Reorder): string {
  const answer = JSON.parse(text) as { response: unknown[] | { folders: unknown[] } };
  const { response } = answer;
  const turned = Array.isArray(response) ? reorder(response) : { ...response, folders: reorder(response.folders) };
  return JSON.stringify({ ...answer, response: turned });
}

/** Everything that a run leaves, but for the requests of its debug log. */
function left({ exitCode, outputs, summary, lines, errors, warnings }: Ran) {
  return { exitCode, outputs, summary, lines, errors, warnings };
}

/** A room in which several links have one role, some one title, and some an end long ago. */
function fill(portal: Portal): number | string {
  const room = portal.addRoom({ title: 'Contract', roomType: 5 });
  const common = { internal: true, expiresAt: null };
  for (const key of ['a', 'b', 'c']) addOurs(portal, room.id, key, { ...common, title: 'Twice', role: 2 });
  portal.addLink(room.id, { ...common, title: 'Twice', role: 10 });
  portal.addLink(room.id, { ...common, title: 'Old', role: 2, expiresAt: Date.UTC(2026, 0, 1) });
  portal.addLink(room.id, { ...common, kind: 4, title: 'Shared link', role: 2 });
  portal.addLink(room.id, { kind: 3, title: 'Join', role: 2, maxUse: 5, expiresAt: null });
  return room.id;
}

describe('the order in which the portal answers does not show', () => {
  async function same(perform: (relay: Relay) => Promise<Ran>, portal: Portal): Promise<Ran> {
    const relay = await relayOf(portal);
    const first = await perform(relay);
    for (const reorder of orders) {
      relay.reorder = reorder;
      expect(left(await perform(relay))).toStrictEqual(left(first));
    }
    return first;
  }

  test('in list: links stand by role, the most open first, then by id [promise outputs-order]', async () => {
    const portal = await portalOf();
    const roomId = fill(portal);
    const ran = await same(({ url }) => run('list', portal, { 'portal-url': url, 'room-id': String(roomId) }), portal);
    const links = json(ran, 'links') as readonly { readonly id: string; readonly accessCode: number }[];
    expect(links.map(({ accessCode }) => accessCode)).toEqual([10, 2, 2, 2, 2, 2, 2]);
    const ids = links.slice(1).map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted());
  });

  test('in set, also where it is red [promise outputs-order]', async () => {
    const portal = await portalOf();
    const roomId = fill(portal);
    const inputs = { 'room-id': String(roomId), 'dry-run': 'true' };
    const ran = await same(
      ({ url }) => run('set', portal, { ...inputs, 'portal-url': url, key: 'a', renew: 'false' }),
      portal,
    );
    expect(ran.exitCode).toBe(0);
    const red = await same(({ url }) => run('set', portal, { ...inputs, 'portal-url': url, key: 'new' }), portal);
    expect(red.problem).toContain('No place for another link');
  });

  test('in revoke [promise outputs-order]', async () => {
    const portal = await portalOf();
    const roomId = fill(portal);
    const inputs = { 'room-id': String(roomId), managed: 'true', 'dry-run': 'true' };
    const ran = await same(({ url }) => run('revoke', portal, { ...inputs, 'portal-url': url }), portal);
    expect(json(ran, 'plan')).toHaveLength(3);
  });

  test('in apply [promise outputs-order]', async () => {
    const portal = await portalOf();
    const roomId = fill(portal);
    const workspace = await workspaceOf({
      'links.yml': `version: 1\nrooms: [{ room: ${roomId}, links: [{ key: a, access: viewer }] }]\n`,
    });
    const ran = await same(
      ({ url }) =>
        run(
          'apply',
          portal,
          { file: 'links.yml', prune: 'true', 'dry-run': 'true', 'portal-url': url },
          { cwd: workspace.path, env: { GITHUB_WORKSPACE: workspace.path } },
        ),
      portal,
    );
    expect(ran.exitCode).toBe(0);
  });

  test('in audit: which of two links is the second one, the plan of the fixes, and reports [promise outputs-order]', async () => {
    const portal = await portalOf();
    fill(portal);
    for (const title of ['Contract', 'Other']) {
      const { id } = portal.addRoom({ title, roomType: 5 });
      for (const name of ['x', 'x', 'y']) portal.addLink(id, { title: name, internal: true, expiresAt: null });
    }
    const reports = ['a.md', 'b.csv', 'c.json', 'd.sarif'];
    const found = async ({ url }: Relay): Promise<Ran> => {
      const workspace = await workspaceOf();
      const inputs = {
        'portal-url': url,
        fix: 'DSL006',
        reports: reports.join('\n'),
        'fail-on': 'never',
        concurrency: '1',
      };
      const ran = await audit(portal, inputs, { workspace });
      const texts = reports.map((path) =>
        workspace.read(path).replace(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d[\d:.]*Z?/gu, 'then'),
      );
      return { ...ran, summary: texts.join('\n'), lines: ran.lines.filter((line) => !line.startsWith('Policy')) };
    };
    const ran = await same(found, portal);
    expect(ran.outputs['findings']).toContain('DSL016');
    expect(ran.outputs['findings']).toContain('DSL017');
  });
});
