/** Which requests a fault or a hook is for. All given parts must match. */
export interface Match {
  readonly method?: string;
  /** A pattern for path and query, or the end of the path (of path and query, if it has a `?`). */
  readonly path?: RegExp | string;
  /** Looks at the parsed body (undefined without one, text if it is no JSON). */
  readonly body?: (body: unknown) => boolean;
  /** Starts with the nth matching request; the first by default. */
  readonly nth?: number;
  /** How often; once by default for faults, always for hooks. */
  readonly times?: number;
}

/** What goes wrong. `applied` says whether the request is carried out before its answer is replaced. */
export type Fault =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
      readonly contentType?: string;
      readonly applied?: boolean;
    }
  | { readonly kind: 'html'; readonly status?: number; readonly applied?: boolean }
  | { readonly kind: 'empty'; readonly status?: number; readonly applied?: boolean }
  | { readonly kind: 'reset'; readonly when: 'before' | 'after' }
  | { readonly kind: 'cut' }
  | { readonly kind: 'stall'; readonly when: 'before-headers' | 'in-body'; readonly applied?: boolean }
  | { readonly kind: 'delay'; readonly ms: number }
  | { readonly kind: '429'; readonly retryAfter?: number; readonly daily?: boolean }
  | { readonly kind: 'redirect'; readonly location: string; readonly status?: number }
  | { readonly kind: 'mutate'; readonly change: (body: never) => unknown }
  | { readonly kind: 'ignore-write' }
  | { readonly kind: 'redemption-race'; readonly afterMs: number };

/** What faults and hooks are matched against. */
export interface Subject {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

interface Entry<T> {
  readonly match: Match;
  readonly value: T;
  readonly times: number;
  seen: number;
  used: number;
}

/** Faults or hooks in the order they were set. */
export interface Register<T> {
  add(match: Match, value: T, times: number): void;
  clear(): void;
  /** Counts a request and says what is due for it. `more` says whether further entries are wanted after a value. */
  due(subject: Subject, more: (value: T) => boolean): readonly T[];
}

function matches(match: Match, subject: Subject): boolean {
  if (match.method !== undefined && match.method.toUpperCase() !== subject.method) return false;
  if (match.body !== undefined && !match.body(subject.body)) return false;
  const { path } = match;
  if (path === undefined) return true;
  if (path instanceof RegExp) return new RegExp(path.source, path.flags.replace(/[gy]/g, '')).test(subject.path);
  const target = path.includes('?') ? subject.path : (subject.path.split('?')[0] ?? '');
  return target.endsWith(path);
}

/** An empty register. Every match counts for `nth`, `times` only where the entry took effect. */
export function createRegister<T>(): Register<T> {
  let entries: Entry<T>[] = [];
  return {
    add(match, value, times) {
      entries.push({ match, value, times: match.times ?? times, seen: 0, used: 0 });
    },
    clear() {
      entries = [];
    },
    due(subject, more) {
      const due: T[] = [];
      let open = true;
      for (const entry of entries) {
        if (!matches(entry.match, subject)) continue;
        entry.seen += 1;
        if (!open || entry.seen < (entry.match.nth ?? 1) || entry.used >= entry.times) continue;
        entry.used += 1;
        due.push(entry.value);
        open = more(entry.value);
      }
      return due;
    },
  };
}
