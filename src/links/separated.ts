/** A value of a line of several. */
export interface SeparatedValue {
  readonly text: string;
  /** It stands in double quotes: what it holds is meant as it is. */
  readonly inQuotes: boolean;
}

const quotedValue = /^"((?:[^"]|"")*)"\s*(?:,|$)/u;

/**
 * The values of a line, separated by commas, without the spaces around them; empty ones are left out. Double quotes
 * keep a comma inside a value, and a doubled quote is a quote, as in CSV. Null if a quote is not closed, or if more than
 * a comma follows it.
 */
export function separated(line: string): readonly SeparatedValue[] | null {
  const values: SeparatedValue[] = [];
  let rest = line.trim();
  while (rest !== '') {
    const [all, text = ''] = quotedValue.exec(rest) ?? [];
    if (all !== undefined) {
      values.push({ text: text.replaceAll('""', '"'), inQuotes: true });
      rest = rest.slice(all.length).trimStart();
      continue;
    }
    if (rest.startsWith('"')) return null;
    const comma = rest.indexOf(',');
    const end = comma === -1 ? rest.length : comma;
    const plain = rest.slice(0, end).trim();
    if (plain !== '') values.push({ text: plain, inQuotes: false });
    rest = rest.slice(end + 1).trimStart();
  }
  return values;
}

/** The keys that a line of a list names, if it is not itself the key of a link. */
export function keysIn(line: string): readonly string[] {
  return separated(line)?.map(({ text }) => text) ?? [line];
}
