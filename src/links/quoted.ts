const limit = 100;

/**
 * A text from outside, fit to stand in a sentence of ours: in quotes, one line, no control, direction or invisible
 * characters (they could speak to the runner, or show another text than there is), cut at 100 characters.
 */
export function quoted(text: string): string {
  const plain = cleaned(text);
  const cut = Array.from(plain);
  return `"${cut.length > limit ? `${cut.slice(0, limit - 1).join('')}…` : plain}"`;
}

/** The text on one line: white space and line breaks become one blank, what is not seen goes. */
export function cleaned(text: string): string {
  return text
    .replace(/[\p{Cf}\p{Cs}\p{DI}]|(?![\s\u0085])\p{Cc}/gu, '')
    .replace(/[\s\u0085]+/gu, ' ')
    .trim();
}
