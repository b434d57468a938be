import type { FilePlace } from '../links/problem.ts';
import type { Secret } from '../links/secret.ts';
import type { GivenFile } from './given-file.ts';

/** The runner has no place for what it was handed, or the place cannot be written. The message is a clause: why. */
export class NotTaken extends Error {
  /** There is no such place, as where no runner of GitHub Actions started this program: nobody waits for it. */
  readonly missing: boolean;

  constructor(message: string, missing: boolean) {
    super(message);
    this.name = 'NotTaken';
    this.missing = missing;
  }
}

/** The port to the Actions runner: all that this program takes from and gives to the machine it runs on. */
export interface Runner {
  /** One line of the log, made harmless. */
  readonly line: (text: string) => void;
  /** Shown only with debug logging. */
  readonly debug: (text: string) => void;
  /** An annotation of something a user should know. */
  readonly warning: (title: string, message: string) => void;
  /** An annotation of something that is good to know. */
  readonly notice: (title: string, message: string) => void;
  /** An input as it was written, untrimmed; '' if it was not given. */
  readonly input: (name: string) => string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Hides the text in the log from now on, if a runner reads it. */
  readonly mask: (secret: Secret) => void;
  /** An annotation of a failure; with a place GitHub shows it in that file, too. */
  readonly error: (title: string, message: string, place?: FilePlace) => void;
  /** Handed to the steps after this one. Throws `NotTaken`. */
  readonly output: (name: string, value: string) => void;
  /** Kept for the post step of this job. Throws `NotTaken`. */
  readonly saveState: (name: string, value: string) => void;
  readonly state: (name: string) => string;
  /** Appends to the job summary. Throws `NotTaken`. */
  readonly summary: (markdown: string) => void;
  /** A file of the runner itself: the one that describes the event. Rejects if it cannot be read; waits for no pipe. */
  readonly readFile: (path: string) => Promise<string>;
  /** A file that an input names, of so many bytes at most; never throws, and never waits for a pipe or a device. */
  readonly readGivenFile: (path: string, largest: number) => Promise<GivenFile>;
  /** Where a report is written; throws what `writeFile` would, as far as that can be known before. */
  readonly checkReport: (path: string) => Promise<string>;
  /** Writes a report whole or not at all, inside of the workspace only; throws `input` if that cannot be. */
  readonly writeFile: (path: string, text: string) => Promise<void>;
}
