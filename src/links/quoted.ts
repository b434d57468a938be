const limit = 100;

/**
 * A text from outside, fit to stand in a sentence of ours: in quotes, one line, no control or direction characters
 * (they could speak to the runner, or reorder what is read), cut at 100 characters.
 */
export function quoted(text: string): string {
  const plain = cleaned(text);
  const cut = Array.from(plain);
  return `"${cut.length > limit ? `${cut.slice(0, limit - 1).join('')}…` : plain}"`;
}

/** The text on one line: white space and line breaks become a blank, control and direction characters go. */
export function cleaned(text: string): string {
  return text
    .replace(/[\s\u2028\u2029]+/gu, ' ')
    .replace(/[\p{Cc}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]/gu, '')
    .trim();
}
