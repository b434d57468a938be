import type { ErrorCode } from 'yaml';

const anchors = 'Anchors and aliases are not supported, and a text that begins with `&` or `*` needs quotes: "*…".';
const tags = 'Tags (`!…`) are not supported, and a text that begins with `!` needs quotes.';
const odd = 'This does not belong here. Look for a colon, comma, quote or bracket that is missing or too many.';

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
  BAD_INDENT: 'The indentation does not fit the lines above.',
  BAD_SCALAR_START: 'A text that begins with this character needs quotes: "@…".',
  BLOCK_AS_IMPLICIT_KEY: 'This does not fit here: the indentation is wrong, or a text that holds `: ` has no quotes.',
  BLOCK_IN_FLOW: 'A second `name: value` without a comma before it. A text that holds `: ` needs quotes.',
  DUPLICATE_KEY: 'This name stands here a second time.',
  IMPOSSIBLE: odd,
  KEY_OVER_1024_CHARS: 'A name is expected here, and this is far too long for one.',
  MISSING_CHAR: 'Something is missing here: a closing quote or bracket, a comma, or the blank after a colon or hyphen.',
  MULTILINE_IMPLICIT_KEY: 'A name and its colon are expected on one line: is a colon missing, or a quote not closed?',
  MULTIPLE_DOCS: 'A second YAML document begins here: the file holds a single one.',
  NON_STRING_KEY: 'A name is expected here: a plain word, followed by a colon.',
  RESOURCE_EXHAUSTION: 'This is nested too deeply.',
  TAB_AS_INDENT: 'Tabs are not allowed as indentation in YAML: use blanks.',
  UNEXPECTED_TOKEN: odd,
};

/** What is wrong with the YAML, for users. */
export function yamlMistake(code: ErrorCode): string {
  return words[code];
}
