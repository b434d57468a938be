/** One figure of the benchmark. */
export interface Figure {
  readonly name: string;
  readonly value: string;
  /** What it has to hold, as words, and whether it does; absent for figures that are only to be known. */
  readonly bound?: string;
  readonly holds?: boolean;
}

/** One part of the benchmark, which can be run alone by its name. */
export interface Part {
  readonly name: string;
  /** What is measured, as a sentence. */
  readonly about: string;
  /** `full`: as large as the bound says, however long it takes. */
  readonly run: (full: boolean) => Promise<readonly Figure[]>;
}

/** The middle one of an odd number of values. */
export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;
}

/** Milliseconds as `3.42 s`. */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
