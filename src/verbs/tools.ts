import type { DocSpace } from '../docspace/docspace.ts';
import type { Identity } from '../links/identity.ts';
import type { OutputValue } from '../present/outputs.ts';
import type { Runner } from '../runner/runner.ts';

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
