import { BlockList, isIP } from 'node:net';
import { problem, type Problem } from '../links/problem.ts';
import type { Result } from '../links/result.ts';
import { Secret } from '../links/secret.ts';

/** A proxy that the environment names. */
export interface Proxy {
  /** The variable that names it. */
  readonly variable: string;
  /** Whether the proxy itself is spoken to by TLS. */
  readonly secure: boolean;
  readonly host: string;
  readonly port: number;
  /** The value of `Proxy-Authorization`; null without a user name. */
  readonly authorization: Secret | null;
}

/** Gives the proxy for an address; null: none. */
export type Proxies = (url: URL) => Proxy | null;

type Environment = Readonly<Record<string, string | undefined>>;

/** What an environment says of proxies, and what is wrong with it. */
export interface ProxyReading {
  readonly proxies: Proxies;
  readonly problems: readonly Problem[];
}

/** No proxy at all. */
export const noProxies: Proxies = () => null;

/**
 * The proxies of an environment: `https_proxy` and `http_proxy` by the scheme of the address, except for the hosts of
 * `no_proxy` and this machine itself. A name in capitals counts where the other is empty. There is a problem for each
 * variable that cannot be used, whether a request of this step would need it or not; no problem shows a value, since it
 * may hold a password.
 */
export function readProxies(env: Environment): ProxyReading {
  const secure = readProxy(env, 'https_proxy');
  const plain = readProxy(env, 'http_proxy');
  const problems = [secure, plain].flatMap((one) => one?.problems ?? []);
  const passes = readNoProxy(variable(env, 'no_proxy')?.text ?? '');
  const proxies: Proxies = (url) => {
    const proxy = (url.protocol === 'https:' ? secure : plain)?.value ?? null;
    return proxy === null || isThisMachine(url.hostname) || passes(url) ? null : proxy;
  };
  return { proxies, problems };
}

function variable(env: Environment, name: string): { readonly name: string; readonly text: string } | null {
  for (const one of [name, name.toUpperCase()]) {
    const text = env[one]?.trim() ?? '';
    if (text !== '') return { name: one, text };
  }
  return null;
}

/** The proxy that a variable names, or why it names none; null where it is not set. */
function readProxy(env: Environment, name: string): Result<Proxy> | null {
  const given = variable(env, name);
  if (given === null) return null;
  const wrong = (what: string): Result<Proxy> => ({
    problems: [
      problem(
        'input',
        `The environment variable \`${given.name}\` ${what}. No request was sent.`,
        `Set \`${given.name}\` to the address of an HTTP proxy, like \`http://proxy.example:3128\` (with a user name and a password: \`http://user:password@proxy.example:3128\`), or remove it from the environment of the runner. \`no_proxy\` names the hosts that need no proxy.`,
      ),
    ],
  });
  // `proxy.example:3128` without a scheme is customary, and would be taken for a URL of the scheme `proxy.example:`.
  const url = /\s/u.test(given.text)
    ? null
    : URL.parse(given.text.includes('://') ? given.text : `http://${given.text}`);
  if (url === null || url.hostname === '') return wrong('is not the address of a proxy');
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return wrong(`names a proxy of the kind \`${url.protocol}//\`, which this action does not support`);
  }
  const authorization = authorizationOf(url);
  if (authorization === undefined) {
    return wrong(
      'has a user name or password with a `%` that is not followed by two hexadecimal digits; write `%` as `%25`',
    );
  }
  const secure = url.protocol === 'https:';
  const port = url.port === '' ? (secure ? 443 : 80) : Number(url.port);
  return { value: { variable: given.name, secure, host: bare(url.hostname), port, authorization } };
}

/** Undefined for a user name or password that cannot be decoded. */
function authorizationOf({ username, password }: URL): Secret | null | undefined {
  if (username === '' && password === '') return null;
  try {
    const plain = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    return new Secret(`Basic ${Buffer.from(plain).toString('base64')}`);
  } catch {
    return undefined;
  }
}

/**
 * Reads `no_proxy` in all forms that runners have: names between commas or spaces; `*` for all hosts and within a name;
 * a name is a host and all below it, with a dot or `*.` before it only those below; a port; addresses and their ranges,
 * `10.0.0.0/8`.
 */
function readNoProxy(text: string): (url: URL) => boolean {
  const rules = text
    .split(/[\s,]+/u)
    .filter((one) => one !== '')
    .map(ruleOf);
  return (url) => {
    const host = bare(url.hostname).replace(/\.$/u, '');
    const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port;
    return rules.some((matches) => matches(host, port));
  };
}

type Rule = (host: string, port: string) => boolean;

function ruleOf(entry: string): Rule {
  const range = /^(?<address>[\da-f.:]+)\/(?<bits>\d{1,3})$/iu.exec(entry)?.groups;
  if (range !== undefined) return inRange(range['address'] ?? '', Number(range['bits']));
  const parts = /^(?:\[(?<six>[^\]]+)\]|(?<name>[^:]*))(?::(?<port>\d+))?$/u.exec(entry)?.groups;
  // An IPv6 address without brackets has colons of its own, and no port.
  const name = (parts?.['six'] ?? parts?.['name'] ?? entry).toLowerCase().replace(/\.$/u, '');
  const port = parts?.['port'];
  const pattern = isIP(name) === 0 ? patternOf(name) : null;
  return (host, at) => {
    if (port !== undefined && port !== at) return false;
    // Numbers of an address are no names, one below the other.
    const byName = pattern !== null && (isIP(host) === 0 || name.includes('*'));
    return byName ? pattern.test(host) : sameAddress(host, name);
  };
}

function patternOf(name: string): RegExp {
  const below = name.startsWith('.') ? `*${name}` : name;
  const pattern = below
    .split('*')
    .map((part) => part.replace(/[^\w-]/gu, '\\$&'))
    .join('.*');
  return new RegExp(`^${name.includes('*') || name.startsWith('.') ? '' : '(?:.*\\.)?'}${pattern}$`, 'iu');
}

function inRange(address: string, bits: number): Rule {
  const family = isIP(address);
  if (family === 0 || bits > (family === 4 ? 32 : 128)) return () => false;
  const list = new BlockList();
  list.addSubnet(address, bits, family === 4 ? 'ipv4' : 'ipv6');
  return (host) => isIP(host) !== 0 && list.check(host, isIP(host) === 4 ? 'ipv4' : 'ipv6');
}

function sameAddress(one: string, other: string): boolean {
  return isIP(one) !== 0 && isIP(one) === isIP(other) && inRange(other, isIP(other) === 4 ? 32 : 128)(one, '');
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || host.startsWith('127.');
}

function bare(host: string): string {
  return host.replace(/^\[(?<inside>.*)\]$/u, '$<inside>');
}
