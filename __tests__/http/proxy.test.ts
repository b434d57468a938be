import { describe, expect, test } from '@jest/globals';
import { readProxies } from '../../src/http/proxy.ts';

const portal = 'https://portal.example.com';
const proxied = (env: Readonly<Record<string, string>>, url: string = portal): string | null => {
  const proxy = readProxies(env).proxies(new URL(url));
  return proxy === null ? null : `${proxy.variable} ${proxy.secure ? 'https' : 'http'} ${proxy.host}:${proxy.port}`;
};

describe('which proxy', () => {
  test.each([
    [{}, portal, null],
    [{ https_proxy: 'http://p:1' }, portal, 'https_proxy http p:1'],
    [{ HTTPS_PROXY: 'http://p:1' }, portal, 'HTTPS_PROXY http p:1'],
    [{ https_proxy: 'http://p:1', HTTPS_PROXY: 'http://q:2' }, portal, 'https_proxy http p:1'],
    [{ https_proxy: ' ', HTTPS_PROXY: 'http://q:2' }, portal, 'HTTPS_PROXY http q:2'],
    [{ http_proxy: 'http://p:1' }, portal, null],
    [{ http_proxy: 'http://p:1' }, 'http://portal.example.com', 'http_proxy http p:1'],
    [{ https_proxy: 'p.example:3128' }, portal, 'https_proxy http p.example:3128'],
    [{ https_proxy: 'p.example' }, portal, 'https_proxy http p.example:80'],
    [{ https_proxy: 'https://p.example/' }, portal, 'https_proxy https p.example:443'],
    [{ https_proxy: 'http://[::1]:8080' }, portal, 'https_proxy http ::1:8080'],
    ...['https://localhost:8443', 'https://127.0.0.1', 'https://127.9.9.9', 'https://[::1]:1'].map(
      (url) => [{ https_proxy: 'http://p:1' }, url, null] as const,
    ),
  ] as const)('%j, for %s: %s', (env, url, expected) => {
    expect(proxied(env, url)).toBe(expected);
  });

  test('credentials are decoded, and kept secret', () => {
    const proxy = readProxies({ https_proxy: 'http://us%40er:p%C3%A4ss@p:1' }).proxies(new URL(portal));
    expect(proxy?.authorization?.reveal()).toBe(`Basic ${Buffer.from('us@er:päss').toString('base64')}`);
    expect(JSON.stringify(proxy)).not.toContain('Basic');
  });
});

describe('no_proxy', () => {
  const bypassed = ['portal.example.com', 'PORTAL.Example.com', 'example.com', '.example.com', '*.example.com', '*', 'portal.*', '*.com', 'a.test, portal.example.com', 'a.test portal.example.com', 'a.test,\tportal.example.com,', ' portal.example.com ', 'portal.example.com:443', 'example.com:443', 'portal.example.com.', 'p*al.example.com']; // prettier-ignore
  test.each(bypassed)('%j holds for the portal', (text) => {
    expect(proxied({ https_proxy: 'http://p:1', no_proxy: text })).toBeNull();
    expect(proxied({ https_proxy: 'http://p:1', NO_PROXY: text })).toBeNull();
  });

  const not = [
    '',
    'ample.com',
    'portal.example',
    'example.com.evil',
    'portal.example.com:8443',
    '.portal.example.com',
    '*.portal.example.com',
    'portalxexample.com',
    '10.0.0.0/8',
    '::1',
    'not-a-range/8',
    '[',
  ];
  test.each(not)('%j does not', (text) => {
    expect(proxied({ https_proxy: 'http://p:1', no_proxy: text })).not.toBeNull();
  });

  test.each([
    ['10.1.2.3', 'https://10.1.2.3', true],
    ['10.1.2.3:8443', 'https://10.1.2.3:8443', true],
    ['10.1.2.3:8443', 'https://10.1.2.3', false],
    ['1.2.3', 'https://10.1.2.3', false],
    ['10.0.0.0/8', 'https://10.255.0.1:8443', true],
    ['10.0.0.0/8', 'https://11.0.0.1', false],
    ['10.0.0.0/33', 'https://10.0.0.1', false],
    ['10.*', 'https://10.0.0.1', true],
    ['fd00::1', 'https://[fd00:0::1]', true],
    ['[fd00::1]:8443', 'https://[fd00::1]:8443', true],
    ['[fd00::1]:8443', 'https://[fd00::1]', false],
    ['fd00::/8', 'https://[fd12::9]', true],
    ['fd00::/8', 'https://10.0.0.1', false],
  ])('%j for %s: %j [promise no-proxy]', (text, url, expected) => {
    expect(proxied({ https_proxy: 'http://p:1', no_proxy: text }, url) === null).toBe(expected);
  });

  test('the name in capitals counts where the other is empty', () => {
    expect(proxied({ https_proxy: 'http://p:1', no_proxy: 'a.test', NO_PROXY: '*' })).not.toBeNull();
    expect(proxied({ https_proxy: 'http://p:1', no_proxy: ' ', NO_PROXY: '*' })).toBeNull();
  });
});

describe('a variable that cannot be used', () => {
  test.each([
    ['https_proxy', 'not a url', 'is not the address of a proxy'],
    ['HTTPS_PROXY', 'http://user:hush@:bad:port', 'is not the address of a proxy'],
    ['http_proxy', 'socks5://user:hush@p:1080', 'names a proxy of the kind `socks5://`'],
    ['https_proxy', 'ftp://p', 'names a proxy of the kind `ftp://`'],
    ['https_proxy', 'http://user:hush%zz@p:1', 'write `%` as `%25`'],
    ['https_proxy', 'http://', 'is not the address of a proxy'],
  ])('%s: %j', (name, text, why) => {
    const { problems, proxies } = readProxies({ [name]: text });
    expect(problems).toMatchObject([{ code: 'input', message: expect.stringContaining(why) }]);
    expect(problems[0]?.message).toContain(`\`${name}\``);
    expect(JSON.stringify(problems)).not.toContain('hush');
    expect(proxies(new URL(portal))).toBeNull();
  });
});
