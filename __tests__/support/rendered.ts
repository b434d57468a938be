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

/** What stands on the page when GitHub has made HTML of Markdown. */
export interface Rendered {
  /** All of the text. */
  readonly text: string;
  /** Names of the elements, each once. */
  readonly elements: readonly string[];
  /** Names of all elements in their order, but for code, which backticks in a message may make. */
  readonly sequence: readonly string[];
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly tables: readonly Table[];
  /** The text outside of code, in which GitHub looks for mentions, references and addresses. */
  readonly open: string;
}

/** Renders Markdown as GitHub does: its tables, and addresses made links. */
export function rendered(markdown: string): Rendered {
  const html = marked.parse(markdown, { async: false, gfm: true });
  const { body } = documentOf(html);
  // As a reader sees them: breaks of lines are spaces.
  const { body: page } = documentOf(html.replaceAll('<br>', ' '));
  const texts = (selector: string, of = page): readonly string[] =>
    [...of.querySelectorAll(selector)].map(({ textContent }) => textContent.replaceAll('\u200b', '').trim());
  const tables = [...page.querySelectorAll('h4, summary, table')].flatMap((element, index, all) => {
    if (element.tagName !== 'TABLE') return [];
    const rows = [...element.querySelectorAll('tbody tr')].map((row) => texts('td', row));
    return [{ above: all[index - 1]?.textContent ?? '', header: texts('th', element), rows }];
  });
  const names = (of: Element): readonly string[] =>
    [...of.querySelectorAll('*')].map(({ tagName }) => tagName.toLowerCase());
  const whole = {
    text: body.textContent,
    elements: [...new Set(names(body))].sort(),
    sequence: names(page).filter((name) => name !== 'code'),
    heading: texts('h3')[0] ?? '',
    paragraphs: texts('p'),
    tables,
  };
  for (const code of page.querySelectorAll('code')) code.remove();
  return { ...whole, open: page.textContent };
}

function documentOf(html: string): { readonly body: Element } {
  const whole = `<!doctype html><html><body>${html}</body></html>`;
  return (parseHTML(whole) as unknown as { readonly document: { readonly body: Element } }).document;
}
