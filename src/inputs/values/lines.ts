import type { Parse } from './parsed.ts';

/**
 * Several values, one a line, each once; empty lines are nothing. All wrong ones are told, by the number of their line:
 * what stands there may be a link that was pasted by mistake.
 */
export function linesOf<T>(parse: Parse<T>): Parse<readonly T[]> {
  return (text) => {
    const all = text.split(/\r?\n/u).map((line, index) => ({ number: index + 1, line: line.trim() }));
    const lines = all.filter(({ line }) => line !== '');
    const values = new Set<T>();
    const wrong: string[] = [];
    for (const { number, line } of lines) {
      const parsed = parse(line);
      if ('value' in parsed) values.add(parsed.value);
      else if (lines.length === 1) wrong.push(parsed.wrong);
      else wrong.push(`${wrong.length === 0 ? 'line' : 'Line'} ${number} ${parsed.wrong}`);
    }
    return wrong.length === 0 ? { value: [...values] } : { wrong: wrong.join(' ') };
  };
}
