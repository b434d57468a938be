/** What a JSON text holds, with the place where each value was read: .NET names that place in its messages. */
export interface JsonNode {
  readonly kind: 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object';
  readonly value: string | number | boolean | null;
  /** Members of an object, in order, duplicates included. */
  readonly members: readonly (readonly [name: string, value: JsonNode])[];
  readonly items: readonly JsonNode[];
  /** Line and byte after the token, or after the opening bracket of an object or array. */
  readonly line: number;
  readonly byte: number;
}

/** A text that is no JSON, in the words of System.Text.Json. */
export class JsonSyntaxError extends Error {
  override readonly name = 'JsonSyntaxError';
}

interface Cursor {
  readonly bytes: Buffer;
  at: number;
  line: number;
  lineStart: number;
  depth: number;
}

const MAX_DEPTH = 64;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const LITERALS = { n: ['null', null], t: ['true', true], f: ['false', false] } as const;

function fail(cursor: Cursor, text: string): never {
  const place = `Path: $ | LineNumber: ${cursor.line} | BytePositionInLine: ${cursor.at - cursor.lineStart}.`;
  throw new JsonSyntaxError(`${text} ${place}`);
}

function unclosed(cursor: Cursor): never {
  return fail(
    cursor,
    'Expected depth to be zero at the end of the JSON payload. There is an open JSON object or array that should be closed.',
  );
}

function peek(cursor: Cursor): string {
  const byte = cursor.bytes[cursor.at];
  return byte === undefined ? '' : String.fromCharCode(byte);
}

function skipBlanks(cursor: Cursor): void {
  for (let char = peek(cursor); ' \t\r\n'.includes(char) && char !== ''; char = peek(cursor)) {
    cursor.at += 1;
    if (char === '\n') {
      cursor.line += 1;
      cursor.lineStart = cursor.at;
    }
  }
}

function node(
  cursor: Cursor,
  kind: JsonNode['kind'],
  value: JsonNode['value'],
  more: Partial<Pick<JsonNode, 'members' | 'items' | 'line' | 'byte'>> = {},
): JsonNode {
  return { kind, value, members: [], items: [], line: cursor.line, byte: cursor.at - cursor.lineStart, ...more };
}

function readString(cursor: Cursor): string {
  const start = cursor.at;
  cursor.at += 1;
  for (;;) {
    const char = peek(cursor);
    if (char === '') fail(cursor, 'Expected end of string, but instead reached end of data.');
    if (char.charCodeAt(0) < 0x20) {
      const hex = char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0');
      fail(cursor, `'0x${hex}' is invalid within a JSON string. The string should be correctly escaped.`);
    }
    cursor.at += char === '\\' ? 2 : 1;
    if (char === '"') break;
  }
  const text = cursor.bytes.toString('utf8', start, cursor.at);
  try {
    return String(JSON.parse(text));
  } catch {
    return fail(cursor, 'The JSON string contains an invalid escape sequence.');
  }
}

function readLiteral(cursor: Cursor, first: keyof typeof LITERALS): JsonNode {
  const [word, value] = LITERALS[first];
  for (let index = 1; index <= word.length; index += 1) {
    const rest = cursor.bytes.toString('latin1', cursor.at, cursor.at + index);
    if (rest !== word.slice(0, index)) {
      const tail = /^[^\s,\]}]*/.exec(cursor.bytes.toString('utf8', cursor.at))?.[0] ?? rest;
      cursor.at += index - 1;
      fail(cursor, `'${tail}' is an invalid JSON literal. Expected the literal '${word}'.`);
    }
  }
  cursor.at += word.length;
  return node(cursor, value === null ? 'null' : 'boolean', value);
}

function readNumber(cursor: Cursor): JsonNode {
  const text = /^[-+0-9.eE]+/.exec(cursor.bytes.toString('latin1', cursor.at, cursor.at + 400))?.[0] ?? '';
  if (!NUMBER.test(text)) fail(cursor, `'${text}' is not a valid JSON number.`);
  cursor.at += text.length;
  return node(cursor, 'number', Number(text));
}

function readMembers(cursor: Cursor): JsonNode {
  cursor.at += 1;
  const { line } = cursor;
  const byte = cursor.at - cursor.lineStart;
  const members: [string, JsonNode][] = [];
  skipBlanks(cursor);
  while (peek(cursor) !== '}') {
    if (peek(cursor) === '') unclosed(cursor);
    if (peek(cursor) !== '"') {
      fail(cursor, `'${peek(cursor)}' is an invalid start of a property name. Expected a '"'.`);
    }
    const name = readString(cursor);
    skipBlanks(cursor);
    if (peek(cursor) === '') unclosed(cursor);
    if (peek(cursor) !== ':') fail(cursor, `'${peek(cursor)}' is invalid after a property name. Expected a ':'.`);
    cursor.at += 1;
    members.push([name, readValue(cursor)]);
    separator(cursor, '}', 'object');
  }
  cursor.at += 1;
  return node(cursor, 'object', null, { members, line, byte });
}

function readItems(cursor: Cursor): JsonNode {
  cursor.at += 1;
  const { line } = cursor;
  const byte = cursor.at - cursor.lineStart;
  const items: JsonNode[] = [];
  skipBlanks(cursor);
  while (peek(cursor) !== ']') {
    items.push(readValue(cursor));
    separator(cursor, ']', 'array');
  }
  cursor.at += 1;
  return node(cursor, 'array', null, { items, line, byte });
}

function separator(cursor: Cursor, close: string, what: string): void {
  skipBlanks(cursor);
  const char = peek(cursor);
  if (char === close) return;
  if (char === '') unclosed(cursor);
  if (char !== ',') fail(cursor, `'${char}' is invalid after a value. Expected either ',', '}', or ']'.`);
  cursor.at += 1;
  skipBlanks(cursor);
  if (peek(cursor) === close) {
    const text = `The JSON ${what} contains a trailing comma at the end which is not supported in this mode.`;
    fail(cursor, `${text} Change the reader options.`);
  }
}

function readValue(cursor: Cursor): JsonNode {
  skipBlanks(cursor);
  const char = peek(cursor);
  if (char === '') unclosed(cursor);
  if (char === '"') {
    const text = readString(cursor);
    return node(cursor, 'string', text);
  }
  if (char === 'n' || char === 't' || char === 'f') return readLiteral(cursor, char);
  if (char === '-' || /\d/.test(char)) return readNumber(cursor);
  if (char !== '{' && char !== '[') fail(cursor, `'${char}' is an invalid start of a value.`);
  cursor.depth += 1;
  if (cursor.depth > MAX_DEPTH) fail(cursor, `The maximum configured depth of ${MAX_DEPTH} has been exceeded.`);
  const read = char === '{' ? readMembers(cursor) : readItems(cursor);
  cursor.depth -= 1;
  return read;
}

/** Reads a JSON text as .NET does: no comments, no trailing commas, places kept. Throws {@link JsonSyntaxError}. */
export function readJson(bytes: Buffer): JsonNode {
  const cursor: Cursor = { bytes, at: 0, line: 0, lineStart: 0, depth: 0 };
  if (bytes.length >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) cursor.at = 3;
  const value = readValue(cursor);
  skipBlanks(cursor);
  if (peek(cursor) !== '')
    fail(cursor, `'${peek(cursor)}' is invalid after a single JSON value. Expected end of data.`);
  return value;
}
