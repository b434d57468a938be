import { otherAddressWords } from './docspace/addresses.ts';
import { readProxies } from './http/proxy.ts';
import type { CommonInputs } from './inputs/read.ts';
import type { Identity } from './links/identity.ts';
import type { Tools } from './verbs/tools.ts';
import type { World } from './world.ts';

/**
 * Connects to the portal of the inputs until the step's time is up, with at most as many requests at once as they say,
 * if they say so; `close` ends it. `ca` are the certificates to trust, as PEM text, read and checked before.
 */
export function openTools(
  inputs: CommonInputs & { readonly concurrency?: 'auto' | number },
  ca: string | null,
  world: World,
  sinks: Pick<Tools, 'output' | 'summary'>,
): { readonly tools: Tools; readonly close: () => void } {
  const { runner } = world;
  const { env } = runner;
  inputs.notes.forEach(runner.debug);
  if (ca !== null) world.trustCertificate(ca);
  const identity: Identity = {
    repository:
      [env['GITHUB_REPOSITORY_ID'], env['GITHUB_REPOSITORY']].find((text) => text !== undefined && text !== '') ?? '',
    hash: world.hash,
    random: world.random,
  };
  const deadline = new AbortController();
  const end = world.now().getTime() + inputs.timeout;
  const timer = setTimeout(() => {
    deadline.abort();
  }, inputs.timeout);
  const portal = world.connect({
    portal: inputs.portal,
    apiKey: inputs.apiKey,
    requestTimeout: inputs.requestTimeout,
    signal: deadline.signal,
    ...(typeof inputs.concurrency === 'number' ? { atOnce: inputs.concurrency } : {}),
    timeLeft: () => end - world.now().getTime(),
    sleep: world.sleep,
    proxies: readProxies(env).proxies,
    userAgent: 'docspace-room-links',
    onRetry: ({ attempt, of, waitMs, why }) => {
      runner.line(`${why} Attempt ${attempt} of ${of}; again in ${(waitMs / 1000).toFixed(1)} s`);
    },
    onLimited: (why) => {
      runner.line(`${why} → waiting until it does, at most as long as \`timeout\` allows`);
    },
    onOtherAddress: (other) => {
      const { title, message } = otherAddressWords(other, inputs.portal);
      runner.warning(title, message);
    },
    onNotTried: runner.line,
    onPause: (waitMs) => {
      runner.line(
        `Enough requests for this minute: the portal takes 1500 from one user, and a tenth is left to others. On again in ${Math.round(waitMs / 1000)} s`,
      );
    },
    debug: runner.debug,
  });
  const wait = (milliseconds: number): Promise<void> => world.sleep(milliseconds, deadline.signal);
  const close = (): void => {
    clearTimeout(timer);
    portal.close();
  };
  const { now } = world;
  return { tools: { runner, portal, identity, now, wait, signal: deadline.signal, ...sinks }, close };
}
