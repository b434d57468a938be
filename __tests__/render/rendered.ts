import { marked } from 'marked';

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', nbsp: ' ' };

/** What stands on the page when GitHub has made HTML of the Markdown: the text, and the elements it stands in. */
export interface Rendered {
  readonly text: string;
  /** Names of the elements, each once. */
  readonly elements: readonly string[];
  /** The text outside of inline code, in which GitHub looks for mentions and references. */
  readonly open: string;
}

function textOf(html: string): string {
  return html
    .replace(/<!--.*?-->/gsu, '')
    .replace(/<[^>]*>/gu, '')
    .replace(/&(?:#(\d+)|([a-z]+));/gu, (whole, number: string | undefined, name = '') =>
      number === undefined ? (entities[String(name)] ?? whole) : String.fromCodePoint(Number(number)),
    );
}

/** Renders Markdown as GitHub does: its tables, and addresses made links. */
export function rendered(markdown: string): Rendered {
  const html = marked.parse(markdown, { async: false, gfm: true });
  return {
    text: textOf(html),
    elements: [...new Set(Array.from(html.matchAll(/<([a-z][a-z0-9]*)/giu), ([, name]) => name ?? ''))].sort(),
    open: textOf(html.replace(/<code>.*?<\/code>/gsu, '')),
  };
}
