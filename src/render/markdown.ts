import type { Secret } from '../links/secret.ts';
import { cut, escapeForMarkdown, stripInvisible } from '../links/text.ts';

/** GitHub refuses a longer summary of a step; bytes. What is kept free is for the note that it was cut. */
const largestSummary = 1024 * 1024 - 1024;
/** No title that DocSpace takes is longer (portal.md §1). */
const longestCode = 255;
const mostRows = 500;

/**
 * A text from outside as inline code: no character of it is Markdown or HTML, and within code GitHub makes neither
 * mentions nor references. An address would become a link even there, so what makes it one is broken up: the comment
 * after an `@` is not shown. One line, cut at 255 characters, or at fewer.
 */
export function code(text: string, longest = longestCode): string {
  const line = cut(stripInvisible(text), longest);
  return `<code>${escapeForMarkdown(line).replaceAll('&#64;', '&#64;<!-- -->')}</code>`;
}

/**
 * The URL of a link that may be seen, to click. What the portal sends is not certain to be a URL of the web; then it is
 * only text, as it is where it would end the cell of a table.
 */
export function address(url: Secret): string {
  const text = url.reveal();
  const { href, protocol } = URL.canParse(text) ? new URL(text) : { href: text, protocol: '' };
  return /^https?:$/u.test(protocol) && /^[^\s<>|]+$/u.test(href) ? `<${href}>` : code(text);
}

/**
 * A message or hint of ours, in which `code` may stand in backticks, and ids and words from outside anywhere: these
 * are no markup. Outside of code GitHub looks for mentions and references once all is rendered, so a blank of no width
 * stands in them.
 */
export function prose(text: string): string {
  return stripInvisible(text)
    .split(/`([^`]*)`/u)
    .map((part, index) =>
      index % 2 === 1 ? code(part) : escapeForMarkdown(part).replace(/&#(?:64|35);/gu, '$&&#8203;'),
    )
    .join('');
}

/** A table; the cells are Markdown already. Of more than 500 rows the rest is only counted. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const shown = [line(header), line(header.map(() => '---')), ...rows.slice(0, mostRows).map(line)].join('\n');
  return rows.length > mostRows ? `${shown}\n\n_… and ${rows.length - mostRows} more_` : shown;
}

/** The Markdown of a summary as lines of plain text, for a log: without pictures, whose text is for no reader. */
export function plainLines(markdown: string): readonly string[] {
  return markdown
    .replace(/^```mermaid\n[\s\S]*?^```\n+(?:_[^\n]*_\n+)?/gmu, '')
    .trimEnd()
    .split('\n')
    .filter((line) => !/^\|(?: --- \|)+$/u.test(line))
    .map((line) =>
      line
        .replaceAll('<br>', ' · ')
        .replace(/<!--.*?-->|<\/?[a-z][a-z0-9]*(?: [^<>]*)?>/gu, '')
        .replaceAll('&nbsp;', ' ')
        .replace(/&#(\d+);/gu, (_, character) => String.fromCodePoint(Number(character))),
    );
}

/** The Markdown of a summary, cut at the end of a line where it is longer than GitHub takes. */
export function fitted(markdown: string): string {
  const bytes = Buffer.from(markdown);
  if (bytes.length <= largestSummary) return markdown;
  const end = bytes.lastIndexOf('\n', largestSummary);
  return `${bytes.subarray(0, Math.max(end, 0)).toString()}\n\n_Cut here: GitHub shows no more than 1 MiB._\n`;
}
