import { separated, type SeparatedValue } from '../links/separated.ts';
import { mapped, type Misunderstood, type Parse, type Parsed } from './parsed.ts';

/** A line of a list that holds something. */
export interface ListLine {
  /** From 1, as in the text. */
  readonly number: number;
  readonly text: string;
}

/** The lines of a list, without the spaces around them: empty lines and comments (`# …`) are left out. */
export function linesIn(text: string): readonly ListLine[] {
  return text
    .split(/\r?\n/u)
    .map((line, index) => ({ number: index + 1, text: line.trim() }))
    .filter((line) => line.text !== '' && !line.text.startsWith('#'));
}

/** How a list is read. */
interface ListOptions<T> {
  /** Says which values are the same: of those only the first is taken. */
  readonly keyOf?: (value: T) => unknown;
  /** Two values about the same thing are a mistake. Names one of the things: "a rule". */
  readonly once?: string;
  /** Commas are part of the values, as in titles. */
  readonly titles?: true;
  /** A list that holds nothing is a mistake. Names what it should hold: "a link". */
  readonly least?: string;
}

/**
 * Several values: one per line, or separated by commas; double quotes keep a comma inside a value. Each is taken once.
 * All wrong ones are reported by their places, and not by what they are: one may be a link that was pasted by mistake.
 */
export function listOf<T>(parse: Parse<T>, options: ListOptions<T> = {}): Parse<readonly T[]> {
  return listBy((line) => valuesOf(line, parse), options);
}

/** The same where values can hold commas by themselves: `parseLine` says what a line holds. */
export function linesOf<T>(parseLine: Parse<readonly T[]>, options: ListOptions<T> = {}): Parse<readonly T[]> {
  return listBy((line) => [parseLine(line)], options);
}

function listBy<T>(
  valuesOfLine: (line: string) => readonly Parsed<readonly T[]>[],
  { keyOf = (value) => value, once, titles, least }: ListOptions<T>,
): Parse<readonly T[]> {
  return (text) => {
    const lines = linesIn(text);
    const notation = otherNotation(lines, titles !== true);
    if (notation !== null) return { wrong: notation };
    const values = new Map<unknown, T>();
    const wrong: { readonly place: string; readonly why: Misunderstood }[] = [];
    const places = lines.flatMap(({ number, text: line }) => {
      const parsed = valuesOfLine(line);
      return parsed.map((one, index) => ({ one, place: placeOf(number, index, parsed.length, lines.length) }));
    });
    for (const { one, place } of places) {
      if ('wrong' in one) {
        wrong.push({ place, why: one });
        continue;
      }
      for (const value of one.value) {
        const key = keyOf(value);
        if (!values.has(key)) values.set(key, value);
        else if (once !== undefined) wrong.push({ place, why: { wrong: `names ${once} a second time.` } });
      }
    }
    if (wrong.length > 0) return { ...misunderstood(wrong), rest: [...values.values()] };
    if (least !== undefined && values.size === 0) {
      return { wrong: `names nothing. Name ${least}; lines that begin with \`#\` are comments.` };
    }
    return { value: [...values.values()] };
  };
}

/** Where a value stands; '' for the only one. */
function placeOf(line: number, index: number, values: number, lines: number): string {
  const value = values === 1 ? '' : `value ${index + 1}`;
  if (lines === 1) return value;
  return value === '' ? `line ${line}` : `${value} of line ${line}`;
}

/** Nobody reads more than these; and a list of ten thousand wrong values would fill the summary. */
const mostMistakes = 20;

function misunderstood(all: readonly { readonly place: string; readonly why: Misunderstood }[]): Misunderstood {
  const sentences = all
    .slice(0, mostMistakes)
    .map(({ place, why }, index) =>
      `${index === 0 ? place : place.charAt(0).toUpperCase() + place.slice(1)} ${why.wrong}`.trim(),
    );
  const more = all.length > mostMistakes ? [`And ${all.length - mostMistakes} more values are wrong.`] : [];
  const unseen = all.some(({ why }) => why.unseen === true);
  return { wrong: [...sentences, ...more].join(' '), ...(unseen ? { unseen } : {}) };
}

function valuesOf<T>(line: string, parse: Parse<T>): readonly Parsed<readonly T[]>[] {
  const values = separated(line);
  if (values === null) {
    return [{ wrong: 'has a double quote that does not end its value. Quotes stand around a whole value: `"a, b"`.' }];
  }
  return values.map((value) => mapped(valueOf(value, parse), (one) => [one]));
}

function valueOf<T>({ text, inQuotes }: SeparatedValue, parse: Parse<T>): Parsed<T> {
  if (!inQuotes && text.includes(';')) {
    return { wrong: 'holds `;`, which separates nothing here. Use commas, or write one value per line.' };
  }
  if (/^'.*'$/u.test(text)) return { wrong: 'is in single quotes. Remove them, or use double quotes.' };
  const parsed = parse(text);
  // What holds a slash may be a part of a URL.
  const words = text.includes('/') ? [] : text.split(/\s+/u);
  const several = !inQuotes && 'wrong' in parsed && words.length > 1 && words.every((word) => 'value' in parse(word));
  return several ? { wrong: `holds several values. Separate them by commas: \`${words.join(', ')}\`.` } : parsed;
}

const onePerLine = 'Write one value per line';

/** Whether the text is a JSON array, or begins and ends like one. */
export function isBracketed(text: string): boolean {
  return text.startsWith('[') && text.endsWith(']');
}

/** What the text is in JSON: "a JSON array", "a JSON object"; null if neither. A title may begin and end like one. */
export function jsonKind(text: string): string | null {
  const kind = isBracketed(text) ? 'a JSON array' : text.startsWith('{') && text.endsWith('}') ? 'a JSON object' : null;
  try {
    JSON.parse(text);
    return kind;
  } catch {
    return null;
  }
}

/** The values of a JSON array of plain values as they are written here; '' if they cannot be proposed. */
function proposal(text: string): string {
  if (jsonKind(text) !== 'a JSON array') return '';
  const values = JSON.parse(text) as readonly unknown[];
  const words = values.filter(
    (one) => typeof one === 'number' || (typeof one === 'string' && /^[\w.#=-]+$/u.test(one)),
  );
  const together = words.join(', ');
  return words.length === values.length && words.length > 0 && together.length <= 80 ? together : '';
}

/**
 * Why a list of these lines is refused that is written in another notation than ours; null if it is not. `commas`: whether they separate
 * values in this list. What a title can be is refused only if it can be nothing else.
 */
export function otherNotation(lines: readonly ListLine[], commas: boolean): string | null {
  const text = lines.map((line) => line.text).join('\n');
  const form = commas ? `${onePerLine}, or use commas` : onePerLine;
  const json = jsonKind(text) ?? (commas && isBracketed(text) ? 'a JSON array' : null);
  if (json !== null) {
    const proposed = commas ? proposal(text) : '';
    return `is ${json}. ${form}${proposed === '' ? ', without brackets and quotes.' : `: \`${proposed}\`.`}`;
  }
  if (lines.length > 0 && lines.every((line) => /^[-*•]\s/u.test(line.text))) {
    return `has ${lines.length === 1 ? 'a dash before its value' : 'dashes before its lines'}, as in a YAML list. ${form}, without dashes.`;
  }
  return null;
}
