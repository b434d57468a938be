/** The value that a text means; `note` is told in the debug log. */
export interface Understood<T> {
  readonly value: T;
  readonly note?: string;
}

/** Why a text means no value. */
export interface Misunderstood {
  /** The rest of a sentence whose subject is the input and its value: "is not a role. Possible: …". */
  readonly wrong: string;
  /** The value may hold a secret, and is not to be told. */
  readonly unseen?: true;
}

/** Why a part of a text means nothing, and what the rest of it means. */
interface PartlyUnderstood<T> extends Misunderstood {
  readonly rest: T;
}

/** What a text means, or why it means nothing. */
export type Parsed<T> = Understood<T> | Misunderstood | PartlyUnderstood<T>;

/** The same, with the value turned into another; why it is not understood stays. */
export function mapped<T, U>(parsed: Parsed<T>, turn: (value: T) => U): Parsed<U> {
  if ('rest' in parsed) return { ...parsed, rest: turn(parsed.rest) };
  return 'wrong' in parsed ? parsed : { ...parsed, value: turn(parsed.value) };
}

/** Reads the value out of a text; pure, and never throws. */
export type Parse<T> = (text: string) => Parsed<T>;
