import type { Parse } from './parsed.ts';

/**
 * Several values, one a line, each once; empty lines are nothing. All wrong ones are told, by the number of their line:
 * what stands there may be a link that was pasted by mistake. `keyOf` says which values are the same.
 */
export function linesOf<T>(parse: Parse<T>, keyOf: (value: T) => unknown = (value) => value): Parse<readonly T[]> {
  return (text) => {
    const all = text.split(/\r?\n/u).map((line, index) => ({ number: index + 1, line: line.trim() }));
    const lines = all.filter(({ line }) => line !== '');
    const values = new Map<unknown, T>();
    const wrong: string[] = [];
    for (const { number, line } of lines) {
      const parsed = parse(line);
      if ('value' in parsed) {
        const key = keyOf(parsed.value);
        if (!values.has(key)) values.set(key, parsed.value);
      } else if (lines.length === 1) wrong.push(parsed.wrong);
      else wrong.push(`${wrong.length === 0 ? 'line' : 'Line'} ${number} ${parsed.wrong}`);
    }
    return wrong.length === 0 ? { value: [...values.values()] } : { wrong: wrong.join(' ') };
  };
}

/** The same where a second line about the same thing is a mistake. `what` names one of the things: "a rule". */
export function differentLinesOf<T>(parse: Parse<T>, what: string, keyOf: (value: T) => unknown): Parse<readonly T[]> {
  return (text) => {
    const seen = new Set<unknown>();
    return linesOf((line) => {
      const parsed = parse(line);
      if ('wrong' in parsed) return parsed;
      const key = keyOf(parsed.value);
      if (seen.has(key)) return { wrong: `names ${what} that a line above names already.` };
      seen.add(key);
      return parsed;
    })(text);
  };
}
