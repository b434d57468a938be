import { otherAddressWords } from './docspace/addresses.ts';
import type { ConnectOptions } from './docspace/client.ts';
import type { DocSpace } from './docspace/port.ts';
import { readProxies } from './http/proxy.ts';
import { retryLine } from './http/retry.ts';
import type { Sleep } from './http/wait.ts';
import type { Identity } from './links/identity.ts';
import type { Secret } from './links/secret.ts';
import type { OutputValue } from './render/outputs.ts';
import type { Runner } from './runner/runner.ts';

/** Everything outside of this program, so that tests can bring their own. */
export interface World {
  readonly runner: Runner;
  readonly connect: (options: ConnectOptions) => DocSpace;
  readonly trustCertificate: (pem: string) => void;
  readonly now: () => Date;
  readonly sleep: Sleep;
  readonly hash: Identity['hash'];
  readonly random: Identity['random'];
}

/** What a verb works with: the world, already connected. */
export interface Tools {
  readonly runner: Runner;
  readonly portal: DocSpace;
  readonly identity: Identity;
  readonly now: () => Date;
  /** Resolves after so many milliseconds, sooner when the step's time is up. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Aborts when the step's time is up. */
  readonly signal: AbortSignal;
  /** Sets an output as soon as it is known, so that it is set in a step that fails later, too; '' if it is not known any more. */
  readonly output: (name: string, value: OutputValue) => void;
  /** Sets what the summary tells, besides what is wrong, if the verb fails after this. */
  readonly summary: (markdown: string) => void;
}

/** What a step says of its connection. */
export interface Connection {
  /** Origin of the portal: `https://portal.example`. */
  readonly portal: string;
  readonly apiKey: Secret;
  /** For one request, from connect to the last byte of the answer; milliseconds. */
  readonly requestTimeout: number;
  /** For the whole step; milliseconds. */
  readonly timeout: number;
  /** Requests at once; `auto`, or absent: as many as come. */
  readonly concurrency?: 'auto' | number;
  /** For the debug log: what was read otherwise than it was written. */
  readonly notes: readonly string[];
}

/**
 * Connects to the portal of the inputs until the step's time is up, with at most as many requests at once as they say,
 * if they say so; `close` ends it. `ca` are the certificates to trust, as PEM text, read and checked before.
 */
export function openTools(
  inputs: Connection,
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
    onRetry: (retry) => {
      runner.line(retryLine(retry));
    },
    onLimited: (why) => {
      runner.line(`${why} → waiting until it does, at most as long as \`timeout\` allows`);
    },
    onOtherAddress: (other) => {
      const { title, message } = otherAddressWords(other, inputs.portal);
      runner.warning(title, message);
    },
    onNotProbed: runner.line,
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
