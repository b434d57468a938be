/**
 * A text from outside as inline code: no character of it is Markdown or HTML, and within code GitHub makes neither
 * mentions nor links. Line breaks become blanks; control and direction characters go.
 */
export function code(text: string): string {
  const plain = text
    .replace(/[\s\u2028\u2029]+/gu, ' ')
    .replace(/[\p{Cc}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, '');
  const escaped = plain.replace(/[^\p{L}\p{M}\p{N} .,;]/gu, (character) => `&#${character.codePointAt(0) ?? 0};`);
  return `<code>${escaped}</code>`;
}

/** A table; the cells are Markdown already. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}
