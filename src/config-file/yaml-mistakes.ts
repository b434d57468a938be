import type { ErrorCode } from 'yaml';
import type { Position } from './mistakes.ts';

const anchors = 'Anchors and aliases are not supported, and a text that begins with `&` or `*` needs quotes: "*…".';
const tags = 'Tags (`!…`) are not supported, and a text that begins with `!` needs quotes.';
const odd = 'This does not belong here. Look for a missing or extra colon, comma, quote or bracket.';
const indent = 'The indentation of this line does not fit the lines above:';
const sameColumn = `${indent} the names of one mapping begin in the same column.`;
const sameHyphens = `${indent} the hyphens of one list begin in the same column.`;
const lessIndented =
  'This line is indented less than the lines that it belongs to: indent it as they are. Or, if it begins a new item, `- ` is missing.';
const noColon = 'A colon and a space are missing after the name, as in `name: value`.';

const extraBracket = 'This closing bracket is one too many, or its opening one is missing.';
const afterQuote =
  "Text follows a closing quote. Quote the whole text; an apostrophe in single quotes is written twice, as in `'Anna''s room'`.";

/** What the YAML library finds, in our words: its own hold pieces of the file, which may be a secret in a wrong place. */
const words: Readonly<Record<ErrorCode, string>> = {
  ALIAS_PROPS: anchors,
  BAD_ALIAS: anchors,
  MULTIPLE_ANCHORS: anchors,
  BAD_COLLECTION_TYPE: tags,
  MULTIPLE_TAGS: tags,
  TAG_RESOLVE_FAILED: tags,
  BAD_PROP_ORDER: tags,
  BAD_DIRECTIVE: 'A line that begins with `%` is a YAML directive, which this file does not need.',
  BAD_DQ_ESCAPE: 'In double quotes a backslash begins an escape, and there is none like this. Use single quotes.',
  BAD_INDENT: sameColumn,
  BAD_SCALAR_START: 'A text that begins with this character needs quotes: "@…".',
  BLOCK_AS_IMPLICIT_KEY: 'A text that holds `: ` needs quotes, as in `title: "Contract: 2027"`.',
  BLOCK_IN_FLOW: 'A comma is missing before this `name: value`. Or it is text: a text that holds `: ` needs quotes.',
  DUPLICATE_KEY: 'This name stands here a second time.',
  IMPOSSIBLE: odd,
  KEY_OVER_1024_CHARS: 'A name is expected here, and this is far too long for one.',
  MISSING_CHAR: 'Something is missing here: a closing quote or bracket, a comma, or the space after a colon or hyphen.',
  MULTILINE_IMPLICIT_KEY: noColon,
  MULTIPLE_DOCS: 'A second YAML document begins here: the file holds a single one.',
  NON_STRING_KEY: 'A name is expected here: a plain word, followed by a colon.',
  RESOURCE_EXHAUSTION: 'This is nested too deeply.',
  TAB_AS_INDENT: 'Tabs are not allowed as indentation in YAML: use spaces.',
  UNEXPECTED_TOKEN: odd,
};

/** What is wrong with the YAML, whatever its lines say. */
export function plainMistake(code: ErrorCode): string {
  return words[code];
}

/** Something that the library finds wrong. */
export interface YamlError {
  readonly code: ErrorCode;
  /** The library's own words: what has one code differs in them. */
  readonly message: string;
  readonly at: Position;
  /** What should end on its line goes on in the next ones. */
  readonly continues: boolean;
}

/** What is wrong with the YAML, for users: the likeliest cause, and where that is. `lines` are those of the file. */
export function yamlMistake(
  error: YamlError,
  lines: readonly string[],
): { readonly at: Position; readonly message: string } {
  const { code, message, at } = error;
  const line = lines[at.line - 1] ?? '';
  if (/^(?:<{7}|={7}|>{7})(?:\s|$)/u.test(line)) {
    return {
      at: { line: at.line, column: 1 },
      message: 'This line is a conflict marker of Git: resolve the conflict.',
    };
  }
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && (error.continues || startsLine(line, at))) return indentation(at, lines);
  if (code === 'MULTILINE_IMPLICIT_KEY' || message.startsWith('Implicit map keys')) {
    return { at, message: aboutColon(line) };
  }
  const quote = /^Missing closing (["'])/u.exec(message)?.[1];
  if (quote !== undefined) return openQuote(quote, at, lines);
  if (message.startsWith('Sequence item')) return { at: contentOf(line, at), message: lessIndented };
  const open = unclosed(message, at, lines);
  if (open !== null) return open;
  if (code === 'BAD_INDENT') return misplaced(at, lines);
  if (code === 'UNEXPECTED_TOKEN') return { at, message: aboutToken(error, line) };
  return { at, message: words[code] };
}

function aboutToken({ message, at }: YamlError, line: string): string {
  if (startsLine(line, at)) return aboutIndent(line);
  if (/^Unexpected flow-(?:map|seq)-end/u.test(message)) return extraBracket;
  return /["']$/u.test(line.slice(0, at.column - 1).trimEnd()) ? afterQuote : odd;
}

/** Indentation that is no space, and that YAML takes for text. */
const oddIndent = /^[ \t]*(?=[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff])/u;

/** Lines whose indentation looks like spaces and is none, as texts from web pages and chats have it. */
export function oddIndents(lines: readonly string[]): readonly { readonly at: Position; readonly message: string }[] {
  return lines.flatMap((line, index) => {
    const before = oddIndent.exec(line)?.[0];
    if (before === undefined) return [];
    const at = { line: index + 1, column: before.length + 1 };
    return [{ at, message: 'This line is indented with a no-break or other special space: use ordinary spaces.' }];
  });
}

function startsLine(line: string, { column }: Position): boolean {
  return line.slice(0, column - 1).trim() === '';
}

/** Where the text of a line begins, if the place is before it. */
function contentOf(line: string, at: Position): Position {
  return startsLine(line, at) ? { line: at.line, column: line.length - line.trimStart().length + 1 } : at;
}

/** A line that is indented as if it belonged to the one above it. */
function indentation(at: Position, lines: readonly string[]): { readonly at: Position; readonly message: string } {
  const line = lines[at.line - 1] ?? '';
  const hyphen = /^\s*-(?=[^\s-])/u.exec(line)?.[0];
  if (hyphen !== undefined) {
    return { at: { line: at.line, column: hyphen.length }, message: 'A space is missing after the hyphen: `- `.' };
  }
  if (startsLine(line, at)) return misplaced(at, lines);
  const next = lines.findIndex((one, index) => index >= at.line && /^\s*[^\s#]/u.test(one));
  if (next < 0) return { at, message: words.BLOCK_AS_IMPLICIT_KEY };
  const message =
    'This line is indented more than the line above, which has a value already: indent it as the names that it belongs to.';
  return { at: contentOf(lines[next] ?? '', { line: next + 1, column: 1 }), message };
}

/** A line that is not indented as those above it: the first from here on that is no comment. */
function misplaced(at: Position, lines: readonly string[]): { readonly at: Position; readonly message: string } {
  const index = lines.findIndex((one, number) => number >= at.line - 1 && /^\s*[^\s#]/u.test(one));
  const line = lines[index] ?? '';
  const message = aboutIndent(line);
  return index < at.line
    ? { at: contentOf(line, at), message }
    : { at: contentOf(line, { line: index + 1, column: 1 }), message };
}

function aboutColon(line: string): string {
  if (/^\s*(?:- )?[\w-]+：/u.test(line)) return 'This colon is a full-width one (`：`): use `: `.';
  return /^\s*(?:- )?[\w-]+:\S/u.test(line) ? 'A space is missing after the colon, as in `name: value`.' : noColon;
}

function aboutIndent(line: string): string {
  if (/^\s*\{/u.test(line)) return 'A hyphen and a space are missing: each item of a list begins with `- `.';
  return /^\s*-(?:\s|$)/u.test(line) ? sameHyphens : sameColumn;
}

/** Where a quote was opened that nothing closes: on the last line with an odd number of them. */
function openQuote(
  quote: string,
  at: Position,
  lines: readonly string[],
): { readonly at: Position; readonly message: string } {
  const message = `A quote (\`${quote}\`) is opened here and not closed.`;
  const open = lines.slice(0, at.line).findLastIndex((line) => line.split(quote).length % 2 === 0);
  if (open < 0) return { at, message: 'A quote is opened before this and not closed.' };
  return { at: { line: open + 1, column: (lines[open] ?? '').lastIndexOf(quote) + 1 }, message };
}

const brackets = { '}': '{', ']': '[' } as const;

/** Where a bracket was opened that nothing closes, if that is what the library says; null if not. */
function unclosed(
  message: string,
  at: Position,
  lines: readonly string[],
): { readonly at: Position; readonly message: string } | null {
  const close = /^Flow (?:map|sequence).*end with a ([}\]])/u.exec(message)?.[1] as keyof typeof brackets | undefined;
  if (close === undefined) return null;
  const open = brackets[close];
  const excess = (line: string): number => line.split(open).length - line.split(close).length;
  const index = lines.slice(0, at.line).findLastIndex((line) => excess(line) > 0);
  if (index < 0) return { at, message: `A \`${close}\` is missing here.` };
  const column = (lines[index] ?? '').lastIndexOf(open) + 1;
  return {
    at: { line: index + 1, column },
    message: `\`${open}\` is opened here and not closed: \`${close}\` is missing.`,
  };
}
