/**
 * A text that may not be seen: an API key, a password, the URL or token of a link. Whatever prints it (a template
 * string, JSON, the inspector, an error) prints `***`; only `reveal()` gives the text, so a search for that word
 * shows every place where one leaves the program.
 */
export class Secret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The text itself. For request bodies, headers, masks and the outputs that promise it; nothing else. */
  reveal(): string {
    return this.#text;
  }

  /** Whether two secrets hold the same text. */
  equals(other: Secret): boolean {
    return this.#text === other.#text;
  }

  toString(): string {
    return '***';
  }

  toJSON(): string {
    return '***';
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return 'Secret(***)';
  }
}

/** Whether both are absent or hold the same text. */
export function sameSecret(one: Secret | null, other: Secret | null): boolean {
  return one === null || other === null ? one === other : one.equals(other);
}
