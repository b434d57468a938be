import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { request as send } from 'node:http';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { Portal } from '../../simulator/index.ts';
import { certify } from '../docspace/certificates.ts';
import { serve, serveProxy, stopServers, type Local } from '../docspace/servers.ts';
import { pullRequestOf } from '../support/pull-request.ts';
import { portalOf, run, set } from '../support/step.ts';

afterEach(stopServers);

/** What a proxy does to the body of an answer, and the encoding that it names; null: nothing. */
type Packing = (body: Buffer, path: string) => { readonly body: Buffer; readonly encoding: string } | null;

/** A proxy in front of the portal that packs answers, whatever was asked for. */
async function packing(portal: Portal, pack: Packing, certified?: Parameters<typeof serve>[1]): Promise<Local> {
  return serve((request, response) => {
    const to = send(portal.url + (request.url ?? ''), { method: request.method, headers: request.headers });
    to.on('response', (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        const packed = pack(Buffer.concat(parts), request.url ?? '');
        response.writeHead(answer.statusCode ?? 502, {
          ...answer.headers,
          'content-length': (packed?.body ?? Buffer.concat(parts)).length,
          ...(packed === null ? {} : { 'content-encoding': packed.encoding }),
        });
        response.end(packed?.body ?? Buffer.concat(parts));
      });
    });
    request.pipe(to);
  }, certified);
}

const packings: readonly (readonly [string, Packing])[] = [
  ['gzip', (body) => ({ body: gzipSync(body), encoding: 'gzip' })],
  ['x-gzip, written in capitals', (body) => ({ body: gzipSync(body), encoding: 'X-GZIP' })],
  ['deflate', (body) => ({ body: deflateSync(body), encoding: 'deflate' })],
  ['deflate without its header', (body) => ({ body: deflateRawSync(body), encoding: 'deflate' })],
  ['br', (body) => ({ body: brotliCompressSync(body), encoding: 'br' })],
  ['two after each other', (body) => ({ body: brotliCompressSync(gzipSync(body)), encoding: 'gzip, br' })],
  ['identity, which is none', (body) => ({ body, encoding: 'identity' })],
];

describe('packed answers', () => {
  test.each(packings)('%s: unpacked, reading and writing [promise packed-answers]', async (_, pack) => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Raum für Gäste', roomType: 5 });
    const front = await packing(portal, pack);
    const ran = await set(portal, room, { 'portal-url': front.url });
    expect(ran.problem).toBe('');
    expect(ran.outputs).toMatchObject({ result: 'created', opens: 'login' });
    expect(ran.logged).toContain('Raum für Gäste');
    expect(front.headers.every((one) => one['accept-encoding'] === 'identity')).toBe(true);
  });

  test.each<[string, Packing, string, string]>([
    [
      'an unknown encoding is named',
      (body) => ({ body: zstdCompressSync(body), encoding: 'zstd' }),
      'Not an answer of DocSpace',
      'is packed in a way that this action does not know: "zstd".',
    ],
    [
      'more than any answer is not unpacked to the end',
      () => ({ body: gzipSync(Buffer.alloc(20 * 1024 * 1024, ' ')), encoding: 'gzip' }),
      'Not an answer of DocSpace',
      'is larger than 16384 KiB',
    ],
    [
      'what is not packed at all',
      (body) => ({ body, encoding: 'gzip' }),
      'Not an answer of DocSpace',
      'cannot be unpacked, though it is said to be "gzip"',
    ],
  ])('%s', async (_, pack, title, why) => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const front = await packing(portal, pack);
    const ran = await set(portal, room, { 'portal-url': front.url });
    expect(ran.errors).toMatchObject([{ title }]);
    expect(ran.problem).toContain(why);
    expect(portal.links(room.id)).toStrictEqual([]);
  });

  test.each<[string, (body: Buffer) => Buffer]>([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ])('%s that is cut off is noticed, and asked for again', async (encoding, pack) => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    let cuts = 1;
    const front = await packing(portal, (body, path) => {
      const cut = path.endsWith('/links') && cuts-- > 0 ? 9 : 0;
      const whole = pack(body);
      return { body: whole.subarray(0, whole.length - cut), encoding };
    });
    const ran = await set(portal, room, { 'portal-url': front.url });
    expect(ran.outputs['result']).toBe('created');
    expect(ran.logged).toContain(`packed as "${encoding}", ends too early. Attempt 1 of 5`);
  });
});

describe('an answer that wants the request again, on another connection', () => {
  test.each([408, 421, 425])('%i', async (status) => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const ports: string[] = [];
    const front = await serve((request, response) => {
      // The whole of this connection is the wrong one.
      const { remotePort = 0 } = request.socket;
      const isRead = request.method === 'GET' && (request.url ?? '').endsWith('/links');
      if (isRead) ports.push(String(remotePort));
      if (isRead && ports.length === 1) {
        response.writeHead(status).end();
        return;
      }
      const to = send(portal.url + (request.url ?? ''), { method: request.method, headers: request.headers });
      to.on('response', (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      });
      request.pipe(to);
    });
    const ran = await run('list', portal, { 'room-id': String(room.id), 'portal-url': front.url });
    expect(ran.problem).toBe('');
    expect(ran.logged).toContain(`was answered ${status}`);
    expect(new Set(ports).size).toBe(ports.length);
    expect(ports.length).toBeGreaterThan(1);
  });
});

describe('proxies of the environment', () => {
  const ca = certify({ name: 'CA of the portal' });
  const server = certify({ name: 'portal', hosts: ['portal.test', 'portal.localhost'], by: ca });

  test('with a user name and a password: they work, and Node prints no warning [promise no-node-warnings]', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const front = await packing(portal, () => null, server);
    const proxy = await serveProxy(front.port);
    const env = { https_proxy: proxy.url.replace('//', '//us%40er:hu%3Ash@') };
    const inputs = { 'portal-url': 'https://portal.test', 'ca-certificate': ca.cert };
    const ran = await set(portal, room, inputs, { env });
    expect(ran.problem).toBe('');
    expect(ran.outputs['result']).toBe('created');
    expect(ran.stderr).toBe('');
    const basic = `Basic ${Buffer.from('us@er:hu:sh').toString('base64')}`;
    expect(new Set(proxy.headers.map((one) => one['proxy-authorization']))).toStrictEqual(new Set([basic]));
    expect(`${ran.stdout}${ran.summary}`).not.toContain('hu:sh');
    expect(`${ran.stdout}${ran.summary}`).not.toContain(basic);
  });

  test.each(['*.test', '.test', 'a.example portal.test', 'PORTAL.TEST:443', '*'])(
    'no_proxy %j: the portal is asked without the proxy [promise no-proxy]',
    async (noProxy) => {
      const portal = await portalOf();
      const proxy = await serveProxy(9, 500);
      const env = { https_proxy: proxy.url, no_proxy: noProxy };
      const inputs = { 'portal-url': 'https://portal.test', timeout: '1s' };
      const ran = await run('list', portal, { 'room-id': '201', ...inputs }, { env });
      // There is no such host, and nobody but this machine was asked for it.
      expect(ran.exitCode).toBe(1);
      expect(proxy.seen).toStrictEqual([]);
    },
  );

  test.each([
    ['https_proxy', 'not a url'],
    ['HTTPS_PROXY', 'socks5://user:hush@proxy.test:1080'],
    ['http_proxy', 'socks5://user:hush@proxy.test:1080'],
  ])(
    '%s that cannot be used (%s): an error at once, with those of the inputs [promise proxy-unusable]',
    async (name, text) => {
      const portal = await portalOf();
      const room = portal.addRoom({ title: 'Room', roomType: 5 });
      const ran = await set(portal, room, { access: 'boss' }, { env: { [name]: text } });
      expect(ran.errors.map(({ title }) => title)).toStrictEqual(Array(2).fill('Input not usable'));
      expect(ran.problem).toContain(`The environment variable \`${name}\` `);
      expect(ran.problem).toContain('`access`');
      expect(ran.stdout).not.toContain('hush');
      expect(portal.requests).toStrictEqual([]);
    },
  );

  test.each(['list', 'revoke', 'audit', 'apply'] as const)('... also of %s [promise proxy-unusable]', async (verb) => {
    const portal = await portalOf();
    const ran = await run(verb, portal, {}, { env: { https_proxy: 'not a url' } });
    expect(ran.problem).toContain('The environment variable `https_proxy` is not the address of a proxy.');
    expect(portal.requests).toStrictEqual([]);
  });

  test('hold for GitHub as well', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const { github, running } = await pullRequestOf();
    const proxy = await serveProxy(Number(new URL(github.url).port));
    const asked = { 'comment-on-pr': 'true' };
    const env = {
      ...running.env,
      GITHUB_API_URL: 'http://api.github.test',
      http_proxy: proxy.url.replace('//', '//u:p@'),
    };
    const ran = await set(portal, room, asked, { ...running, env });
    expect(ran.problem).toBe('');
    expect(ran.stderr).toBe('');
    expect(github.comments).toHaveLength(1);
    expect(proxy.seen).toContain('CONNECT api.github.test:80');
    const without = await set(portal, room, { ...asked, timeout: '1s' }, { ...running, env: { ...env, no_proxy: 'a.test *.github.test' } }); // prettier-ignore
    expect(without.errors).toMatchObject([{ title: 'GitHub not available' }]);
  });
});
