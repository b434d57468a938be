import { afterEach, describe, expect, test } from '@jest/globals';
import type { Fault, Portal } from '../../../simulator/index.ts';
import { serve, stopServers, type Local } from '../../docspace/servers.ts';
import { openStage, roomFile } from '../apply/stage.ts';
import { afterJob, asked, json, portalOf, reads, run, set, writes, type Ran } from '../../support/step.ts';

afterEach(stopServers);

const title = 'Links have another address';
const about = ({ warnings }: Ran): readonly string[] =>
  warnings.filter((one) => one.title === title).map(({ text }) => text);

/** A portal that believes to be at the address of a server, which notices every request. */
async function stage(): Promise<{ readonly portal: Portal; readonly other: Local }> {
  const other = await serve((_, response) => response.end('not asked'));
  const portal = await portalOf();
  portal.setOrigin(other.url);
  return { portal, other };
}

const shared = { 'reveal-link': 'always' };
describe('a portal that writes another address than `portal-url`', () => {
  test.each([
    ['external', { 'link-type': 'external' }, 'login', ['PUT links', 'GET links', 'GET share', 'GET short']],
    ['external for anyone', { internal: 'false' }, 'room', ['PUT links', 'GET links', 'GET share', 'GET short']],
    ['invitation', { 'link-type': 'invitation' }, 'join', ['PUT links', 'GET links', 'GET short', 'POST confirm']],
  ])(
    '%s: the URL under `portal-url` is tried and returned, with one warning [promise address-differs]',
    async (_, inputs, opens, requests) => {
      const { portal, other } = await stage();
      const room = portal.addRoom({ title: 'Room', roomType: 5 });
      const ran = await set(portal, room, inputs);
      expect(ran.problem).toBe('');
      expect(ran.outputs).toMatchObject({ result: 'created', opens });
      expect(ran.outputs['link']).toMatch(new RegExp(`^${portal.url}/s/`, 'u'));
      expect(about(ran)).toStrictEqual([
        expect.stringContaining(`with the address ${other.url}, and \`portal-url\` is ${portal.url}.`),
      ]);
      expect(about(ran)[0]).toContain('`X-Forwarded-Proto` and `X-Forwarded-Host`');
      expect(asked(portal)).toStrictEqual([...reads, ...requests]);
      // Both forms are masked, and nothing was sent where the portal's text points.
      const code = new URL(ran.outputs['link'] ?? '').pathname;
      expect(ran.stdout).toContain(`::add-mask::${portal.url}${code}`);
      expect(ran.stdout).toContain(`::add-mask::${other.url}${code}`);
      expect(other.seen).toStrictEqual([]);

      portal.clearRequests();
      const again = await set(portal, room, inputs);
      expect(again.outputs).toMatchObject({ result: 'unchanged', opens: '', link: ran.outputs['link'] });
      expect(asked(portal)).toStrictEqual(reads);
      expect(about(again)).toHaveLength(1);
      expect(other.seen).toStrictEqual([]);
    },
  );

  test('list shows the URLs that work', async () => {
    const { portal, other } = await stage();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const ids = [portal.addLink(room.id, {}), portal.addLink(room.id, { kind: 3, role: 2 })].map(({ id }) => id);
    const ran = await run('list', portal, { 'room-id': String(room.id), ...shared }, { revealed: () => ids });
    const urls = (json(ran, 'links') as readonly { readonly url: string }[]).map(({ url }) => url);
    expect(urls).toHaveLength(2);
    for (const url of urls) expect(url.startsWith(`${portal.url}/s/`)).toBe(true);
    expect(about(ran)).toHaveLength(1);
    expect(other.seen).toStrictEqual([]);
  });

  test('revoke and the post step prove that the URL opens nothing', async () => {
    const { portal, other } = await stage();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const inputs = {
      'room-id': String(room.id),
      'link-type': 'invitation',
      'revoke-after-job': 'true',
      expiration: '12h',
    };
    const made = await set(portal, room, inputs);
    portal.clearRequests();
    const post = await afterJob(portal, inputs, made);
    expect(about(post)).toHaveLength(1);
    expect(portal.links(room.id)).toStrictEqual([]);
    await set(portal, room, inputs);
    const ran = await run('revoke', portal, { 'room-id': String(room.id), key: 'default' });
    expect(ran.problem).toBe('');
    expect(ran.outputs['result']).toBe('revoked');
    expect(other.seen).toStrictEqual([]);
  });

  test('apply and audit: one warning for all links, and none where no URL is given out', async () => {
    const { portal, room, apply } = await openStage();
    portal.setOrigin('https://docs.internal');
    const id = room('Room');
    const ran = await apply(roomFile(id, ['key: a, expiration: 7d', 'key: b, expiration: 7d']));
    expect(ran.problem).toBe('');
    expect(ran.outputs).toMatchObject({ result: 'applied', 'created-count': '2' });
    expect(about(ran)).toHaveLength(1);
    const scanned = await run('audit', portal, { 'fail-on': 'never', 'github-token': '' });
    expect(about(scanned)).toStrictEqual([]);
  });

  test.each([
    ['the scheme alone', (url: string) => url.replace('http:', 'https:')],
    ['another name of this machine', (url: string) => url.replace('127.0.0.1', 'localhost')],
    ['another port', () => 'http://127.0.0.1:9'],
  ])('%s is another address, too', async (_, addressOf) => {
    const portal = await portalOf();
    portal.setOrigin(addressOf(portal.url));
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const ran = await set(portal, room, { 'link-type': 'invitation' });
    expect(ran.outputs).toMatchObject({ result: 'created', opens: 'join' });
    expect(about(ran)).toHaveLength(1);
  });

  test('an address that is the same in other words is none', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    expect(about(await set(portal, room))).toStrictEqual([]);
  });
});

describe('a URL shortener', () => {
  interface Item {
    sharedLink: { shareLink: string };
  }
  const shorten: Fault = {
    kind: 'mutate',
    change: ({ response }: { response: Item | Item[] }) => {
      for (const { sharedLink } of [response].flat()) sharedLink.shareLink = 'https://sho.rt/abc';
    },
  };

  async function shortened() {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    portal.fault({ path: '/links', times: Infinity }, shorten);
    return { portal, room };
  }

  test('an external link is given out as its long URL, which is proved by its token', async () => {
    const { portal, room } = await shortened();
    const ran = await set(portal, room);
    expect(ran.outputs).toMatchObject({ result: 'created', opens: 'login' });
    expect(ran.outputs['link']).toMatch(new RegExp(`^${portal.url}/rooms/share\\?key=[\\w-]+$`, 'u'));
    expect(asked(portal)).toStrictEqual([...reads, ...writes]);
    expect(about(ran)).toStrictEqual([expect.stringContaining('with the address https://sho.rt')]);
    expect(about(ran)[0]).toContain('Likely cause: the portal uses a URL shortener');
    expect(ran.stdout).toContain('::add-mask::https://sho.rt/abc');
    const again = await set(portal, room);
    expect(again.outputs).toMatchObject({ result: 'unchanged', link: ran.outputs['link'] });
  });

  test('an invitation cannot be tried, and the warning says why', async () => {
    const { portal, room } = await shortened();
    const ran = await set(portal, room, { 'link-type': 'invitation' });
    expect(ran.outputs).toMatchObject({ result: 'created', opens: 'unknown', link: 'https://sho.rt/abc' });
    expect(about(ran)[0]).toContain('invitations keep their URL, which cannot be tried');
    expect(asked(portal)).toStrictEqual([...reads, 'PUT links', 'GET links']);
  });
});
