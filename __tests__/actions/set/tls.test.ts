import { request as send } from 'node:http';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { Portal } from '../../../simulator/index.ts';
import { certify } from '../../docspace/certificates.ts';
import { serve, serveProxy, serveRaw, stopServers, type Local } from '../../docspace/servers.ts';
import { runHere } from '../../support/here.ts';
import { asked, closeLater, portalOf, reads, set, writes } from '../../support/step.ts';

afterEach(stopServers);

const ca = certify({ name: 'Our own CA' });

/** The portal behind `https`, by a server that passes everything on; of whatever name, on this machine. */
async function secured(
  portal: Portal,
  by = certify({ name: 'portal', hosts: ['127.0.0.1', 'portal.test'], by: ca }),
): Promise<Local> {
  return serve((request, response) => {
    const to = send(portal.url + (request.url ?? ''), { method: request.method, headers: request.headers });
    to.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    to.on('error', () => response.destroy());
    request.pipe(to);
  }, by);
}

async function file(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ca-'));
  closeLater(() => rm(folder, { recursive: true }));
  const path = join(folder, 'ca.pem');
  await writeFile(path, text);
  return path;
}

describe('a portal with a CA of its own', () => {
  test('is not trusted, and the error says what to do', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const { url } = await secured(portal);
    const ran = await set(portal, room, { 'portal-url': url });
    expect(ran.errors).toMatchObject([{ title: 'Certificate not trusted' }]);
    expect(ran.problem).toContain("give that CA's certificate in `ca-certificate`");
    expect(portal.requests).toStrictEqual([]);
  });

  test('is with the certificate of the CA, as text or as a path [promise ca-certificate]', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const { url } = await secured(portal);
    portal.setOrigin(url);
    const text = await set(portal, room, { 'portal-url': url, 'ca-certificate': ca.cert });
    expect(text.problem).toBe('');
    expect(text.outputs).toMatchObject({ result: 'created', opens: 'login' });
    expect(asked(portal)).toStrictEqual([...reads, ...writes]);
    const path = await set(portal, room, { 'portal-url': url, 'ca-certificate': await file(ca.cert) });
    expect(path.outputs['result']).toBe('unchanged');
  });

  test('that is self-signed is with its own certificate', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const own = certify({ name: 'portal', hosts: ['127.0.0.1'] });
    const { url } = await secured(portal, own);
    const refused = await set(portal, room, { 'portal-url': url });
    expect(refused.problem).toContain('it is self-signed (DEPTH_ZERO_SELF_SIGNED_CERT)');
    const ran = await set(portal, room, { 'portal-url': url, 'ca-certificate': own.cert });
    expect(ran.outputs['result']).toBe('created');
  });

  test.each([
    ['another CA', certify({ name: 'Another CA' }).cert, 'Certificate not trusted'],
    [
      'a text that is no certificate',
      '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----',
      'Input not usable',
    ],
    ['a private key', ca.key, 'Input not usable'],
    ['a path that leads nowhere', '/nowhere/ca.pem', 'Input not usable'],
  ])('is not with %s', async (_, certificate, title) => {
    const portal = await portalOf();
    const { url } = await secured(portal);
    const ran = await set(portal, { id: 201 }, { 'portal-url': url, 'ca-certificate': certificate });
    expect(ran.errors).toMatchObject([{ title }]);
    expect(portal.requests).toStrictEqual([]);
    // Of a key pasted by mistake nothing is shown.
    expect(ran.stdout).not.toContain(ca.key.split('\n')[1]);
  });

  test('whose certificate is for another host, or has expired', async () => {
    const portal = await portalOf();
    for (const [wanted, reported] of [
      [{ name: 'other', hosts: ['other.test'], by: ca }, 'it was issued for another host name'],
      [{ name: 'old', hosts: ['127.0.0.1'], days: -1, by: ca }, 'it has expired'],
    ] as const) {
      const { url } = await secured(portal, certify(wanted));
      const ran = await set(portal, { id: 201 }, { 'portal-url': url, 'ca-certificate': ca.cert });
      expect(ran.problem).toContain(reported);
    }
  });
});

describe('a proxy from the environment', () => {
  test('is used, and sees no key', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const proxy = await serveProxy((await secured(portal)).port);
    const inputs = { 'portal-url': 'https://portal.test', 'ca-certificate': ca.cert };
    const ran = await set(portal, room, inputs, { env: { https_proxy: proxy.url } });
    expect(ran.problem).toBe('');
    expect(ran.outputs).toMatchObject({ result: 'created', opens: 'login' });
    expect(new Set(proxy.seen)).toStrictEqual(new Set(['CONNECT portal.test:443']));
    expect(JSON.stringify(proxy.headers)).not.toContain('sk-');
  });

  test.each([407, 403])('that refuses with %i is named, and not asked again', async (status) => {
    const portal = await portalOf();
    const proxy = await serveProxy(9, status);
    const inputs = { 'portal-url': 'https://portal.test' };
    const ran = await set(portal, { id: 201 }, inputs, { env: { HTTPS_PROXY: proxy.url } });
    expect(ran.errors).toMatchObject([{ title: 'Refused by the proxy' }]);
    expect(ran.problem).toContain(`answered ${status} to \`CONNECT\`.`);
    // The room and its links, once each.
    expect(proxy.seen).toHaveLength(2);
  });

  test('that cannot reach the portal at the moment is asked again', async () => {
    const portal = await portalOf();
    const proxy = await serveProxy(9, 502);
    const inputs = { 'portal-url': 'https://portal.test' };
    const ran = await set(portal, { id: 201 }, inputs, { env: { https_proxy: proxy.url } });
    expect(ran.errors).toMatchObject([{ title: 'Portal not reachable' }]);
    expect(ran.problem).toContain('That was attempt 5 of 5.');
  });

  test('with a certificate that is not trusted says so at once', async () => {
    const portal = await portalOf();
    const proxy = await serve(() => undefined, certify({ name: 'proxy', hosts: ['127.0.0.1'] }));
    const inputs = { 'portal-url': 'https://portal.test' };
    const ran = await set(portal, { id: 201 }, inputs, { env: { https_proxy: proxy.url } });
    expect(ran.errors).toMatchObject([{ title: 'Certificate not trusted' }]);
    expect(ran.problem).toContain(`The certificate of the proxy 127.0.0.1:${proxy.port} (\`https_proxy\`)`);
    expect(ran.problem).not.toContain('attempt');
  });

  test('that does not speak TLS says so at once', async () => {
    const portal = await portalOf();
    const proxy = await serveProxy(9);
    const inputs = { 'portal-url': 'https://portal.test' };
    const env = { https_proxy: proxy.url.replace('http:', 'https:') };
    const ran = await set(portal, { id: 201 }, inputs, { env });
    expect(ran.errors).toMatchObject([{ title: 'No secure connection' }]);
    expect(ran.problem).toContain('begin `https_proxy` with `http://`');
    expect(ran.problem).not.toContain('attempt');
  });

  test('that stalls ends with the step', async () => {
    const portal = await portalOf();
    const proxy = await serveProxy(9, 'stall');
    const inputs = { 'portal-url': 'https://portal.test', timeout: '1s' };
    const ran = await set(portal, { id: 201 }, inputs, { env: { https_proxy: proxy.url } });
    expect(ran.errors).toMatchObject([{ title: 'Time is up' }]);
  });

  test('is passed by for this machine', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const proxy = await serveProxy(9);
    const ran = await set(portal, room, {}, { env: { http_proxy: proxy.url, https_proxy: proxy.url } });
    expect(ran.outputs['result']).toBe('created');
    expect(proxy.seen).toStrictEqual([]);
  });
});

describe('a port that speaks otherwise than `portal-url` says', () => {
  test('`http`, asked by `https`: no secure connection, and nothing of certificates', async () => {
    const portal = await portalOf();
    const ran = await set(portal, { id: 201 }, { 'portal-url': portal.url.replace('http:', 'https:') });
    expect(ran.errors).toMatchObject([{ title: 'No secure connection' }]);
    expect(ran.problem).toContain('The port probably speaks plain `http`.');
    expect(ran.problem).not.toMatch(/certificate/iu);
    expect(portal.requests).toStrictEqual([]);
  });

  test.each<[string, (portal: Portal) => Promise<Pick<Local, 'port'>>, string]>([
    ['which closes the connection', (portal) => secured(portal), 'Portal not reachable'],
    [
      'which answers in alerts of TLS',
      () => serveRaw((socket) => socket.end(Buffer.from([0x15, 3, 1, 0, 2, 2, 10]))),
      'Not an answer of DocSpace',
    ],
    [
      'which says so',
      () => serve((_, response) => response.writeHead(400, { 'content-type': 'text/html' }).end('<h1>400</h1> The plain HTTP request was sent to HTTPS port')), // prettier-ignore
      'No secure connection',
    ],
  ])('`https`, asked by `http`: %s', async (_, start, title) => {
    const portal = await portalOf();
    const { port } = await start(portal);
    const inputs = { 'room-id': '201', 'portal-url': `http://127.0.0.1:${port}`, 'api-key': portal.key('owner') };
    const ran = await runHere({ entry: 'index.js', inputs }, { world: { sleep: () => Promise.resolve() } });
    expect(ran.stdout).toContain(`::error title=${title}::`);
    expect(ran.stdout).toContain(`\`portal-url: https://127.0.0.1:${port}\``);
  });
});
