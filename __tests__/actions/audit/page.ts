import { parseHTML } from 'linkedom';
import { marked } from 'marked';

/** An element, as far as tests look at it. */
interface Element {
  readonly tagName: string;
  readonly textContent: string;
  readonly remove: () => void;
  readonly querySelectorAll: (selector: string) => Iterable<Element>;
}

/** A table as a reader sees it, with what stands above it: a heading, or the line that unfolds it. */
export interface Table {
  readonly above: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A page that GitHub has made of Markdown. */
export interface Page {
  /** Names of all elements but code, which backticks in a message may make. */
  readonly elements: readonly string[];
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly tables: readonly Table[];
  /** The text in which GitHub looks for mentions, references and addresses: all but code. */
  readonly open: string;
}

/** Renders Markdown and reads the page. */
export function page(markdown: string): Page {
  const html = marked.parse(markdown, { async: false, gfm: true });
  const whole = `<!doctype html><html><body>${html.replaceAll('<br>', ' ')}</body></html>`;
  const { body } = (parseHTML(whole) as unknown as { readonly document: { readonly body: Element } }).document;
  const texts = (selector: string, of = body): readonly string[] =>
    [...of.querySelectorAll(selector)].map(({ textContent }) => textContent.replaceAll('\u200b', '').trim());
  const tables = [...body.querySelectorAll('h4, summary, table')].flatMap((element, index, all) => {
    if (element.tagName !== 'TABLE') return [];
    const rows = [...element.querySelectorAll('tbody tr')].map((row) => texts('td', row));
    return [{ above: all[index - 1]?.textContent ?? '', header: texts('th', element), rows }];
  });
  const names = [...body.querySelectorAll('*')].map(({ tagName }) => tagName.toLowerCase());
  const heading = texts('h3')[0] ?? '';
  const paragraphs = texts('p');
  for (const code of body.querySelectorAll('code')) code.remove();
  return { elements: names.filter((name) => name !== 'code'), heading, paragraphs, tables, open: body.textContent };
}
