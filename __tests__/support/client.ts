import type { Portal } from '../../simulator/index.ts';
import { connect, type ConnectOptions } from '../../src/docspace/client.ts';
import type { DocSpace } from '../../src/docspace/port.ts';
import { Secret } from '../../src/links/secret.ts';

/**
 * A connection to a simulated portal with the key of this label. It waits for nothing, unless the options say otherwise.
 * The caller closes it.
 */
export function clientOf(portal: Portal, key = 'owner', options: Partial<ConnectOptions> = {}): DocSpace {
  return connect({
    portal: portal.url,
    apiKey: new Secret(portal.key(key)),
    requestTimeout: 10_000,
    signal: new AbortController().signal,
    userAgent: 'tests/1',
    onRetry: () => undefined,
    sleep: () => Promise.resolve(),
    ...options,
  });
}
