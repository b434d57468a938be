/** Where something stands in the file, line and column from 1; columns count UTF-16 units, as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Something that is wrong with the file. */
export interface Mistake {
  readonly at: Position;
  /** A sentence or two: what is wrong, and what is possible. */
  readonly message: string | (() => string);
}

/**
 * Takes down a mistake; reading goes on, so that all are reported at once. A message that takes work (a "did you mean") is
 * a function, called only if the message is shown: of very many mistakes only the first are.
 */
export type Refuse = (at: Position, message: string | (() => string)) => void;
