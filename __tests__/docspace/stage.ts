import { startPortal, type Portal, type PortalOptions } from '../../simulator/index.ts';
import { connect, type ConnectOptions } from '../../src/docspace/client.ts';
import type { DocSpace } from '../../src/docspace/port.ts';
import type { Retry } from '../../src/http/retry.ts';
import type { LinkSettings } from '../../src/links/link.ts';
import { Secret } from '../../src/links/secret.ts';
import { bareSettings } from '../support/links.ts';
import { stopServers } from './servers.ts';

const open: (() => unknown)[] = [];

/** Closes what the helpers here opened, and the servers of a test. */
export async function closeAll(): Promise<void> {
  for (const close of open.splice(0)) await close();
  stopServers();
}

/** A connection that does not wait, and what it reported. */
export interface Client {
  readonly docSpace: DocSpace;
  readonly lines: string[];
  readonly retries: Retry[];
  readonly waits: number[];
}

/** Connects with a key; nothing is waited for, and chance is always a half. */
export function client(portal: string, key: string, options: Partial<ConnectOptions> = {}): Client {
  const lines: string[] = [];
  const retries: Retry[] = [];
  const waits: number[] = [];
  const docSpace = connect({
    portal,
    apiKey: new Secret(key),
    requestTimeout: 2000,
    signal: new AbortController().signal,
    userAgent: 'tests/1',
    onRetry: (retry) => retries.push(retry),
    debug: (line) => lines.push(line),
    random: () => 0.5,
    sleep: (milliseconds) => {
      waits.push(milliseconds);
      return Promise.resolve();
    },
    ...options,
  });
  closeLater(() => {
    docSpace.close();
  });
  return { docSpace, lines, retries, waits };
}

/** Has `closeAll` call this, too. */
export function closeLater(close: () => unknown): void {
  open.push(close);
}

/** A simulated portal for one test; `as` connects with one of its keys. */
export async function start(options?: PortalOptions): Promise<Portal & { as: (key: string) => DocSpace }> {
  const portal = await startPortal(options);
  closeLater(() => portal.close());
  return { ...portal, as: (key) => client(portal.url, portal.key(key)).docSpace };
}

/** A key that no portal knows. */
export const apiKey = `sk-${'0123456789abcdef'.repeat(4)}`;
/** The id of a link that is written. */
export const id = '6f1c0000-0000-8000-8000-000000000001';
export const external = { id, type: 'external' } as const;
export const invitation = { id, type: 'invitation' } as const;

export const settings: LinkSettings = { ...bareSettings, title: 'A title' };

/** The body of a success of DocSpace, whatever was asked. */
export const success = (response: unknown): string =>
  JSON.stringify({ response, count: 1, status: 0, statusCode: 200 });
