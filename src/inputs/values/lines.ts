import type { Parse } from './parsed.ts';

/** Several values, one a line, each once; empty lines are nothing. All wrong ones are told. */
export function linesOf<T>(parse: Parse<T>): Parse<readonly T[]> {
  return (text) => {
    const lines = [...new Set(text.split(/\r?\n/u).map((line) => line.trim()))].filter((line) => line !== '');
    const values: T[] = [];
    const wrong: string[] = [];
    for (const line of lines) {
      const parsed = parse(line);
      if ('wrong' in parsed) wrong.push(lines.length === 1 ? parsed.wrong : `${line}: ${parsed.wrong}`);
      else values.push(parsed.value);
    }
    return wrong.length === 0 ? { value: [...new Set(values)] } : { wrong: wrong.join(' ') };
  };
}
