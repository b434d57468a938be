import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import {
  connect as connectTo,
  createServer as createTcpServer,
  type AddressInfo,
  type Server as TcpServer,
  type Socket,
} from 'node:net';
import { createServer as createSecureServer } from 'node:tls';
import type { Certified } from './certificates.ts';

/** A server of a test, on 127.0.0.1. */
export interface Local {
  readonly port: number;
  readonly url: string;
  /** `GET /path` of each request. */
  readonly seen: string[];
  readonly headers: IncomingMessage['headers'][];
}

const running: (() => void)[] = [];

/** Stops all servers of a test. */
export function stopServers(): void {
  for (const stop of running.splice(0)) stop();
}

async function listening(server: TcpServer): Promise<number> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

/** An HTTP server, or with a certificate an HTTPS server. */
export async function serve(
  listener: (request: IncomingMessage, response: ServerResponse) => void,
  certified?: Certified,
): Promise<Local> {
  const seen: string[] = [];
  const headers: IncomingMessage['headers'][] = [];
  const recording: RequestListener = (request, response) => {
    seen.push(`${request.method ?? ''} ${request.url ?? ''}`);
    headers.push(request.headers);
    request.resume();
    listener(request, response);
  };
  const server = certified === undefined ? createServer(recording) : createTlsServer(certified, recording);
  const port = await listening(server);
  running.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port, seen, headers, url: `${certified === undefined ? 'http' : 'https'}://127.0.0.1:${port}` };
}

/** A server that speaks no HTTP, or badly. */
export async function serveRaw(onConnection: (socket: Socket) => void): Promise<Pick<Local, 'port' | 'url'>> {
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    onConnection(socket);
  });
  const port = await listening(server);
  running.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { port, url: `http://127.0.0.1:${port}` };
}

/** A TLS server that leads every connection to a port of this machine. */
export async function serveTls(to: number, certified: Certified): Promise<Pick<Local, 'port'>> {
  const server = createSecureServer(certified, (socket) => {
    const other = connectTo(to, '127.0.0.1');
    other.on('error', () => socket.destroy());
    socket.on('error', () => other.destroy());
    socket.on('close', () => other.destroy());
    socket.pipe(other).pipe(socket);
  });
  const port = await listening(server);
  running.push(() => server.close());
  return { port };
}

/**
 * A proxy that understands CONNECT and leads every tunnel to one port. A status other than 200 refuses; `stall` never
 * answers.
 */
export async function serveProxy(
  to: number,
  answer: number | 'stall' = 200,
): Promise<Local & { readonly connections: () => number }> {
  const seen: string[] = [];
  const headers: IncomingMessage['headers'][] = [];
  const sockets = new Set<Socket>();
  const server = createServer((_, response) => response.writeHead(400).end());
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('connect', (request, socket) => {
    seen.push(`CONNECT ${request.url ?? ''}`);
    headers.push(request.headers);
    if (answer === 'stall') {
      socket.on('end', () => socket.end()).resume();
      return;
    }
    socket.write(`HTTP/1.1 ${answer} Answer\r\n\r\n`);
    if (answer !== 200) {
      socket.end();
      return;
    }
    const other = connectTo(to, '127.0.0.1');
    other.on('error', () => socket.destroy());
    socket.on('error', () => other.destroy());
    socket.on('close', () => other.destroy());
    socket.pipe(other).pipe(socket);
  });
  const port = await listening(server);
  running.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { port, seen, headers, url: `http://127.0.0.1:${port}`, connections: () => sockets.size };
}
