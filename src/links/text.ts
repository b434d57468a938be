/**
 * Texts from outside on their way to where somebody or something reads them. Each sink takes other characters for more
 * than text; what it would take for it is escaped here, and nowhere else.
 */

const mostQuoted = 100;

/** The text on one line: white space and line breaks become one space, what is not seen goes. */
export function stripInvisible(text: string): string {
  return text
    .replace(/[\p{Cf}\p{Cs}\p{DI}]|(?![\s\u0085])\p{Cc}/gu, '')
    .replace(/[\s\u0085]+/gu, ' ')
    .trim();
}

/** The text, cut at so many characters, of which the last is `…` then. */
export function cut(text: string, most: number): string {
  const characters = Array.from(text);
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text;
}

/**
 * A text from outside, fit to stand in a sentence of ours: in quotes, one line, no control, direction or invisible
 * characters (they could speak to the runner, or show another text than there is), cut at 100 characters.
 */
export function quoted(text: string): string {
  return `"${cut(stripInvisible(text), mostQuoted)}"`;
}

/**
 * A line of log that cannot speak to the runner: `::command::` works at a line's start, the older `##[command]` anywhere
 * in it, and both may stand in a room's title. Line breaks and control and direction characters go; the indentation
 * stays.
 */
export function escapeForLog(text: string): string {
  return text
    .replace(/[\r\n\u0085\u2028\u2029]+/g, ' ')
    .replace(/[\p{Cc}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, '')
    .replace(/##\[/g, '# #[')
    .replace(/^(\s*)::/, '$1: :');
}

const markup = /[|<>&@`*_~[\]#\\!"'$]|:(?=\/\/)|(?<=www)\./giu;

/** The text as Markdown and HTML in one, with a character reference for each character that could be markup or a link. */
export function escapeForMarkdown(text: string): string {
  return text.replace(markup, (character) => `&#${character.charCodeAt(0)};`);
}

/**
 * A cell of CSV on one line, without what is not seen. An apostrophe goes before what would begin a formula: at the
 * start, and after a semicolon, at which Excel separates cells where the comma separates decimals, whatever the quotes
 * say.
 */
export function escapeForCsv(text: string): string {
  return stripInvisible(text).replace(/(?:^|;["'\s]*)(?=[=+\-@＝＋－＠])/gu, "$&'");
}

/** A text as SARIF has it where `[text](address)` is a link and `{0}` a placeholder (SARIF 2.1.0, 3.11.5 and 3.11.6). */
export function escapeForSarif(text: string): string {
  return stripInvisible(text)
    .replace(/[\\[\]]/gu, '\\$&')
    .replace(/[{}]/gu, '$&$&');
}

/**
 * A text reduced to what is no markup to Mermaid, which knows no escaping, and to Markdown's fences. `C4Container`
 * anywhere makes Mermaid take a chart for one of another kind.
 */
export function escapeForMermaid(text: string): string {
  const plain = stripInvisible(text).replace(/[^\p{L}\p{M}\p{N} ._()+/-]/gu, ' ');
  return stripInvisible(plain).replace(/C4(?=[CD])/gu, 'C 4');
}

/**
 * A JSON text in which characters that are not seen, or turn the direction of the text, are written as escapes: its value
 * stays, and whoever looks at the file sees what it says.
 */
export function escapeForJson(json: string): string {
  return json.replace(/[\p{Cf}\p{Zl}\p{Zp}\u007f-\u009f]/gu, (character) =>
    // By UTF-16 units, as JSON has it.
    Array.from({ length: character.length }, (_, at) => {
      const unit = character.charCodeAt(at).toString(16).padStart(4, '0');
      return `\\u${unit}`;
    }).join(''),
  );
}
