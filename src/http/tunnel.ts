import * as http from 'node:http';
import * as https from 'node:https';
import { connect, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { Proxy } from './proxy.ts';

/** The proxy did not lead to the host. */
export class ProxyError extends Error {
  /** The status of its answer, or the error code of the network. */
  readonly reason: number | string;
  /** Its address and the variable that names it, for a sentence. */
  readonly proxy: string;
  readonly variable: string;

  constructor({ host, port, variable }: Proxy, reason: number | string) {
    const proxy = `the proxy ${host.includes(':') ? `[${host}]` : host}:${port} (\`${variable}\`)`;
    super(
      `${proxy} ${typeof reason === 'number' ? `answered ${reason} to \`CONNECT\`` : `could not be reached (${reason})`}`,
    );
    this.name = 'ProxyError';
    this.reason = reason;
    this.proxy = proxy;
    this.variable = variable;
  }
}

/** What tunnels need, besides the proxy. */
export interface TunnelOptions {
  readonly keepAlive: boolean;
  readonly maxSockets: number;
  /** How long a proxy may take to open a tunnel, in milliseconds. */
  readonly timeout: number;
  /** Ends the tunnels that are being opened. */
  readonly signal: AbortSignal;
}

/** An agent that reaches every host through `CONNECT` of a proxy, which sees nothing of the requests themselves. */
export function tunnelAgent(proxy: Proxy, secure: boolean, options: TunnelOptions): http.Agent {
  const { keepAlive, maxSockets } = options;
  const agent = secure ? new https.Agent({ keepAlive, maxSockets }) : new http.Agent({ keepAlive, maxSockets });
  const within = agent.createConnection.bind(agent);
  agent.createConnection = (target, done) => {
    openTunnel(proxy, target, options).then(
      (socket) => done?.(null, secure ? (within({ ...target, socket } as typeof target) as Socket) : socket),
      (error: unknown) => done?.(error as Error, undefined as never),
    );
    return undefined;
  };
  return agent;
}

/** Not left to `request`, which would take the certificate's name from the header `Host`. */
function connectTo({ secure, host, port }: Proxy, timeout: number): Socket {
  if (!secure) return connect({ host, port, timeout });
  return connectTls({ host, port, timeout, ...(isIP(host) === 0 ? { servername: host } : {}) });
}

function openTunnel(proxy: Proxy, target: http.ClientRequestArgs, { timeout, signal }: TunnelOptions): Promise<Socket> {
  const host = target.host ?? '';
  const authority = `${host.includes(':') ? `[${host}]` : host}:${target.port ?? ''}`;
  return new Promise((resolve, reject) => {
    const asked = http.request({
      method: 'CONNECT',
      // `request` hears of the socket's timeout, and sets none at a socket that is not its own.
      createConnection: () => connectTo(proxy, timeout),
      path: authority,
      headers: {
        host: authority,
        ...(proxy.authorization === null ? {} : { 'proxy-authorization': proxy.authorization.reveal() }),
      },
      timeout,
      signal,
    });
    asked.on('connect', ({ statusCode = 0 }, socket, head) => {
      if (statusCode >= 200 && statusCode < 300) {
        socket.setTimeout(0);
        if (head.length > 0) socket.unshift(head);
        resolve(socket);
      } else {
        socket.destroy();
        reject(new ProxyError(proxy, statusCode));
      }
    });
    asked.on('timeout', () => asked.destroy(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' })));
    asked.on('error', (error: NodeJS.ErrnoException) => {
      reject(new ProxyError(proxy, error.code ?? error.name));
    });
    asked.end();
  });
}
