import { afterEach, describe, expect, test } from '@jest/globals';
import { trustCertificate } from '../../src/docspace/certificate.ts';
import { createExchange, type Exchange, type ExchangeOptions, type Request } from '../../src/docspace/exchange.ts';
import { readProxies, type Proxies } from '../../src/http/proxy.ts';
import { certify } from './certificates.ts';
import { codeFrom, failureFrom, problemFrom } from './failures.ts';
import { serve, serveProxy, serveRaw, serveTls, stopServers } from './servers.ts';

const opened: Exchange[] = [];

function open(options: Partial<ExchangeOptions> = {}): Exchange['exchange'] {
  const exchange = createExchange({
    requestTimeout: 5000,
    signal: new AbortController().signal,
    userAgent: 'tests/1',
    ...options,
  });
  opened.push(exchange);
  return exchange.exchange;
}

const by = (env: Readonly<Record<string, string>>): { readonly proxies: Proxies } => readProxies(env);

const get = (url: string): Request => ({ method: 'GET', url, name: 'GET /the-name', headers: {} });

afterEach(() => {
  for (const { close } of opened.splice(0)) close();
  stopServers();
});

describe('an answer', () => {
  test('comes whole, with status, headers and media type', async () => {
    const bodies: string[] = [];
    const { url, headers } = await serve((request, response) => {
      request.on('data', (part) => bodies.push(String(part)));
      request.on('end', () => {
        response.writeHead(418, { 'Content-Type': 'Application/JSON; charset=utf-8', 'X-Two': ['a', 'b'] });
        response.write('{"ä":');
        setTimeout(() => response.end('"😀"}'), 20);
      });
    });
    const answer = await open()({
      method: 'PUT',
      url: `${url}/path?query=1`,
      name: 'PUT /path',
      headers: { authorization: 'Bearer x' },
      body: '{"ü":1}',
    });
    expect(answer).toMatchObject({ status: 418, contentType: 'application/json', text: '{"ä":"😀"}' });
    expect(answer.headers['x-two']).toBe('a, b');
    expect(bodies).toStrictEqual(['{"ü":1}']);
    expect(headers[0]).toMatchObject({ 'user-agent': 'tests/1', authorization: 'Bearer x', 'content-length': '8' });
  });

  test('of a redirect is not followed', async () => {
    const other = await serve((_, response) => response.end());
    const { url } = await serve((_, response) => response.writeHead(302, { location: `${other.url}/x` }).end());
    await expect(open()(get(url))).resolves.toMatchObject({ status: 302, contentType: '', text: '' });
    expect(other.seen).toStrictEqual([]);
  });

  test('is limited in size', async () => {
    const { url } = await serve((_, response) => response.end('x'.repeat(5000)));
    const { code, message } = await problemFrom(open({ largestBody: 4096 })(get(url)));
    expect(code).toBe('not-docspace');
    expect(message).toBe('The answer to GET /the-name is larger than 4 KiB, which no answer of DocSpace is.');
    await expect(open({ largestBody: 5000 })(get(url))).resolves.toMatchObject({ status: 200 });
  });

  test('reuses the connection', async () => {
    const ports = new Set<number | undefined>();
    const { url } = await serve((request, response) => {
      ports.add(request.socket.remotePort);
      response.end('{}');
    });
    const exchange = open();
    for (let i = 0; i < 3; i += 1) await exchange(get(url));
    expect(ports.size).toBe(1);
  });
});

describe('a deadline', () => {
  test('ends a request that gets no answer', async () => {
    const { url } = await serve(() => undefined);
    const { code, message } = await problemFrom(open({ requestTimeout: 120 })(get(url)));
    expect(code).toBe('timeout');
    expect(message).toBe('The portal did not answer to GET /the-name after 0.12 s (`request-timeout`).');
  });

  test('ends a body that stalls', async () => {
    const { url } = await serve((_, response) => {
      response.writeHead(200, { 'content-length': 100 });
      response.write('{"begin');
    });
    const { code, message } = await problemFrom(open({ requestTimeout: 120 })(get(url)));
    expect(code).toBe('timeout');
    expect(message).toContain('was still sending its answer to GET /the-name');
  });

  test('counts the whole exchange, however steadily it drips [promise request-timeout]', async () => {
    const { url } = await serve((_, response) => {
      const drip = setInterval(() => response.write(' '), 20);
      response.on('close', () => {
        clearInterval(drip);
      });
    });
    await expect(codeFrom(open({ requestTimeout: 200 })(get(url)))).resolves.toBe('timeout');
  });

  test('of the step ends it too, and is named [promise step-timeout]', async () => {
    const { url } = await serve(() => undefined);
    const step = new AbortController();
    setTimeout(() => {
      step.abort();
    }, 60);
    const exchange = open({ signal: step.signal });
    const { code, message, hint } = await problemFrom(exchange(get(url)));
    expect(code).toBe('timeout');
    expect(message).toBe("The step's time (`timeout`) was up before GET /the-name was done.");
    expect(hint).toContain('Raise `timeout`');
    await expect(codeFrom(exchange(get(url)))).resolves.toBe('timeout');
  });

  test('may be longer than any timer', async () => {
    const { url } = await serve((_, response) => response.end());
    await expect(open({ requestTimeout: 1e12 })(get(url))).resolves.toMatchObject({ status: 200 });
  });
});

describe('the network', () => {
  test('a cut body', async () => {
    const { url } = await serve((_, response) => {
      response.writeHead(200, { 'content-length': 100 });
      response.write('{"begin', () => response.socket?.destroy());
    });
    const { code, message } = await problemFrom(open()(get(url)));
    expect(code).toBe('cut-answer');
    expect(message).toContain('in the middle of the answer to GET /the-name');
  });

  test('a cut body without a length', async () => {
    const { url } = await serve((_, response) => {
      response.write('{"begin', () => response.socket?.resetAndDestroy());
    });
    await expect(codeFrom(open()(get(url)))).resolves.toBe('cut-answer');
  });

  test('a connection that is reset', async () => {
    const { url } = await serve((request) => request.socket.resetAndDestroy());
    const { code, message } = await problemFrom(open()(get(url)));
    expect(code).toBe('unreachable');
    expect(message).toMatch(/^127\.0\.0\.1:\d+ cannot be reached: the connection was closed .* \(ECONNRESET\)\.$/u);
  });

  test('a port where nobody listens', async () => {
    const { url } = await serve(() => undefined);
    stopServers();
    const { code, message } = await problemFrom(open()(get(url)));
    expect(code).toBe('unreachable');
    expect(message).toContain('nothing listens there, or a firewall refuses (ECONNREFUSED)');
  });

  test('a host name that does not exist', async () => {
    const { code, message } = await problemFrom(open()(get('http://portal.invalid/secret-path')));
    expect(code).toBe('unreachable');
    expect(message).toMatch(/^portal\.invalid cannot be reached: .*\((?:ENOTFOUND|EAI_AGAIN)\)\.$/u);
  });

  test('a server that speaks something else', async () => {
    const { url } = await serveRaw((socket) => socket.end('220 smtp token=secret-of-the-answer\r\n'));
    const { problems, text } = await failureFrom(open()(get(url)));
    expect(problems[0]?.code).toBe('not-docspace');
    expect(text).toContain('does not speak HTTP');
    expect(text).not.toContain('secret-of-the-answer');
  });

  test('a key that no header can hold', async () => {
    const { text, problems } = await failureFrom(
      open()({ ...get('http://127.0.0.1:1'), headers: { authorization: 'Bearer “sk-secret”' } }),
    );
    expect(problems[0]?.code).toBe('input');
    expect(text).not.toContain('sk-secret');
  });
});

describe('certificates', () => {
  const ok = '{"ok":true}';

  test('of an unknown CA are refused, and accepted once it is trusted', async () => {
    const ca = certify({ name: 'Test CA' });
    const server = certify({ name: 'portal', hosts: ['127.0.0.1'], by: ca });
    const { url, seen } = await serve((_, response) => response.end(ok), server);
    const { code, message, hint } = await problemFrom(open()(get(url)));
    expect(code).toBe('tls');
    expect(message).toMatch(/^The certificate of 127\.0\.0\.1:\d+ is not trusted: .*UNABLE_TO_VERIFY_LEAF_SIGNATURE/u);
    expect(hint).toContain('`ca-certificate`');
    expect(seen).toStrictEqual([]);
    trustCertificate(`# our CA\n${certify({ name: 'Another CA' }).cert}\n${ca.cert}`);
    await expect(open()(get(url))).resolves.toMatchObject({ status: 200, text: ok });
  });

  test.each([
    ['self-signed', certify({ name: 'self', hosts: ['127.0.0.1'] }), 'it is self-signed', '`ca-certificate`'],
    ['expired', certify({ name: 'old', hosts: ['127.0.0.1'], days: -3 }), 'it has expired', 'Renew'],
    ['of another host', certify({ name: 'x', hosts: ['other.test'] }), 'another host name', '`portal-url`'],
  ])('that are %s', async (kind, server, text, advice) => {
    if (kind !== 'self-signed') trustCertificate(server.cert);
    const { url } = await serve((_, response) => response.end(ok), server);
    const { code, message, hint } = await problemFrom(open()(get(url)));
    expect(code).toBe('tls');
    expect(message).toContain(text);
    expect(hint).toContain(advice);
  });

  test('where there is no TLS at all', async () => {
    const { port } = await serve((_, response) => response.end(ok));
    const { code, message, hint } = await problemFrom(open()(get(`https://127.0.0.1:${port}/`)));
    expect(code).toBe('not-secure');
    expect(message).toContain('what answers on that port does not speak `https`');
    expect(hint).toContain('The port probably speaks plain `http`.');
  });
});

describe('a proxy', () => {
  test('is taken from the environment, and asked for a tunnel', async () => {
    const portal = await serve((_, response) => response.end('{}'));
    const proxy = await serveProxy(portal.port);
    const proxied = by({ http_proxy: proxy.url.replace('//', '//user:p%C3%A4ss@') });
    const request = { ...get('http://portal.test/api'), headers: { authorization: 'Bearer key' } };
    await expect(open(proxied)(request)).resolves.toMatchObject({ status: 200, text: '{}' });
    expect(proxy.seen).toStrictEqual(['CONNECT portal.test:80']);
    expect(proxy.headers[0]).not.toHaveProperty('authorization');
    expect(proxy.headers[0]?.['proxy-authorization']).toBe(`Basic ${Buffer.from('user:päss').toString('base64')}`);
    expect(portal.seen).toStrictEqual(['GET /api']);
    expect(portal.headers[0]).toMatchObject({ host: 'portal.test', authorization: 'Bearer key' });
  });

  test('carries TLS with a CA of its own', async () => {
    const ca = certify({ name: 'CA behind a proxy' });
    const server = certify({ name: 'portal', hosts: ['portal.test'], by: ca });
    const portal = await serve((_, response) => response.end('{}'), server);
    const proxy = await serveProxy(portal.port);
    const proxied = by({ https_proxy: proxy.url });
    await expect(codeFrom(open(proxied)(get('https://portal.test/api')))).resolves.toBe('tls');
    trustCertificate(ca.cert);
    await expect(open(proxied)(get('https://portal.test/api'))).resolves.toMatchObject({ status: 200 });
    expect(proxy.seen).toStrictEqual(['CONNECT portal.test:443', 'CONNECT portal.test:443']);
  });

  test('is not asked for hosts of no_proxy', async () => {
    const proxied = by({ http_proxy: 'http://127.0.0.1:1', no_proxy: 'portal.invalid' });
    const { message } = await problemFrom(open(proxied)(get('http://portal.invalid/')));
    expect(message).toMatch(/^portal\.invalid cannot be reached/u);
  });

  test('that refuses is named', async () => {
    const proxy = await serveProxy(1, 407);
    const proxied = by({ http_proxy: proxy.url.replace('//', '//user:hush@') });
    const { problems, text } = await failureFrom(open(proxied)(get('http://portal.test/')));
    expect(problems[0]?.code).toBe('proxy-refused');
    expect(problems[0]?.message).toContain('The proxy did not let GET /the-name through to portal.test');
    expect(problems[0]?.message).toContain(`the proxy 127.0.0.1:${proxy.port} (\`http_proxy\`) answered 407`);
    expect(problems[0]?.hint).toContain('asks for a user name and a password');
    expect(text).not.toContain('hush');
  });

  test('that never answers is left at the deadline', async () => {
    const proxy = await serveProxy(1, 'stall');
    await expect(
      codeFrom(open({ requestTimeout: 100, ...by({ http_proxy: proxy.url }) })(get('http://portal.test/'))),
    ).resolves.toBe('timeout');
    expect(proxy.connections()).toBe(1);
    for (const { close } of opened) close();
    // However busy this machine is; that it stays open is shown by the time of the test running out.
    while (proxy.connections() > 0) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(proxy.connections()).toBe(0);
  });

  test('that is not there is named', async () => {
    const { code, message } = await problemFrom(
      open(by({ http_proxy: 'http://127.0.0.1:1' }))(get('http://portal.test/')),
    );
    expect(code).toBe('unreachable');
    expect(message).toContain('the proxy 127.0.0.1:1 (`http_proxy`) could not be reached (ECONNREFUSED).');
  });

  test('may itself be spoken to by TLS', async () => {
    const portal = await serve((_, response) => response.end('{}'));
    const plain = await serveProxy(portal.port);
    const server = certify({ name: 'proxy', hosts: ['127.0.0.1'] });
    const { port } = await serveTls(plain.port, server);
    trustCertificate(server.cert);
    const proxied = by({ http_proxy: `https://127.0.0.1:${port}` });
    await expect(open(proxied)(get('http://portal.test/'))).resolves.toMatchObject({ status: 200, text: '{}' });
    expect(plain.seen).toStrictEqual(['CONNECT portal.test:80']);
  });
});
