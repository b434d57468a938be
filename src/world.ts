import type { ConnectOptions } from './docspace/client.ts';
import type { DocSpace } from './docspace/docspace.ts';
import type { Identity } from './links/identity.ts';
import type { Runner } from './runner/runner.ts';

/** Everything outside of this program, so that tests can bring their own. */
export interface World {
  readonly runner: Runner;
  readonly connect: (options: ConnectOptions) => DocSpace;
  readonly trustCertificate: (pem: string) => void;
  readonly now: () => Date;
  /** Resolves after so many milliseconds, or at once when the signal aborts. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly hash: Identity['hash'];
  readonly random: Identity['random'];
}
