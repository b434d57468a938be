/** Where a run tells its story. The runner's adapter makes every line harmless before it prints it. */
export interface Log {
  /** A line that users read; leading blanks indent it. */
  readonly line: (text: string) => void;
  /** An annotation: something a user should know, though the step goes on. */
  readonly warning: (title: string, message: string) => void;
  /** Shown only with debug logging. */
  readonly debug: (text: string) => void;
}
