/** Something that users can rely on, and that a test can show. */
export interface Promised {
  /** By this, test titles name it: `… [promise set-idempotent]`. */
  readonly id: string;
  /** One or two sentences; Markdown. */
  readonly says: string;
}

/** Promises that stand together on the page. */
export interface PromiseGroup {
  readonly title: string;
  readonly promises: readonly Promised[];
}

/** A group, from a sentence for each id. */
export function groupOf(title: string, sentences: Readonly<Record<string, string>>): PromiseGroup {
  return { title, promises: Object.entries(sentences).map(([id, says]) => ({ id, says })) };
}
