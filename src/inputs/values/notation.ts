import type { ListLine } from './lines.ts';

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
