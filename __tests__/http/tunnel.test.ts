import { request } from 'node:http';
import { afterEach, expect, test } from '@jest/globals';
import { tunnelAgent } from '../../src/http/tunnel.ts';
import { serveProxy, stopServers } from '../docspace/servers.ts';

afterEach(stopServers);

test('a proxy that does not answer in time is given up, without anybody else ending the wait', async () => {
  const { port, url } = await serveProxy(9, 'stall');
  const proxy = { variable: 'http_proxy', secure: false, host: '127.0.0.1', port, authorization: null };
  const { signal } = new AbortController();
  const agent = tunnelAgent(proxy, false, { keepAlive: true, maxSockets: 1, timeout: 50, signal });
  const failed = new Promise((resolve) => request(url, { agent }).on('error', resolve).end());
  await expect(failed).resolves.toMatchObject({
    message: `the proxy 127.0.0.1:${port} (\`http_proxy\`) could not be reached (ETIMEDOUT)`,
  });
});
