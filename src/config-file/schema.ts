import * as v from 'valibot';
import { display } from '../values/redact.ts';
import type { Parse } from '../values/parsed.ts';

/** A part of a JSON Schema (draft-07): what editors are told of a value beside its type and its description. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** How mistakes name a mapping or list, and what people mean by other names. No part of the JSON Schema. */
export interface Words {
  /** "a link". */
  readonly what: string;
  /** Of a list: what can stand in it. */
  readonly example: string;
  /** Other words that people write, and the name that is meant. */
  readonly otherWords: Readonly<Record<string, string>>;
  /** Names that are known and not taken, and why: the rest of a sentence after the name. */
  readonly refused: Readonly<Record<string, string>>;
}

const silent: Words = { what: 'this', example: '', otherWords: {}, refused: {} };

/** A text, read by the parser of the input of the same name; `editor` is what the JSON Schema says of it. */
export function text<T>(parse: Parse<T>, editor: JsonSchema) {
  return v.pipe(
    v.string(),
    v.metadata(editor),
    v.rawTransform<string, T>(({ dataset: { value }, addIssue, NEVER }) => {
      const parsed = parse(value);
      if (!('wrong' in parsed)) return parsed.value;
      addIssue({ message: `${parsed.unseen === true ? '' : `: ${display(value, [])}`} ${parsed.wrong}` });
      return NEVER;
    }),
  );
}

/** valibot takes a list for a mapping. */
const isMapping = (input: unknown): boolean => typeof input === 'object' && input !== null && !Array.isArray(input);

/** A mapping of known names, as messages name it by `what`. */
export function mapping<const E extends v.ObjectEntries>(
  words: Pick<Words, 'what'> & Partial<Words>,
  entries: E,
  editor: JsonSchema = {},
) {
  return v.pipe(v.custom<object>(isMapping), v.strictObject(entries), v.metadata({ ...editor, words }));
}

/** A mapping of names that are read like values, such as ids of rules. */
export function table<K, T>(what: string, name: v.GenericSchema<string, K>, value: v.GenericSchema<string, T>) {
  return v.pipe(
    v.custom<object>(isMapping),
    v.transform((input) => new Map(Object.entries(input))),
    v.map(name, value),
    v.metadata({ words: { what } }),
  );
}

/**
 * A list. A name with nothing under it is a mistake: it may be a list whose lines were lost, or commented out, and an
 * empty one can revoke links.
 */
export function list<const S extends v.GenericSchema>(item: S, example: string) {
  return v.pipe(v.array(item), v.metadata({ words: { example } }));
}

/** What a name stands for, as editors show it. */
export function described<const S extends v.GenericSchema>(schema: S, description: string) {
  return v.pipe(schema, v.description(description));
}

/** The same for a name that can be left out. */
export function optional<const S extends v.GenericSchema>(schema: S, description: string) {
  return v.optional(described(schema, description));
}

/** The words of a schema. */
export function wordsOf(schema: v.GenericSchema): Words {
  return { ...silent, ...(v.getMetadata(schema) as { readonly words?: Partial<Words> }).words };
}

/** The names that a mapping can have. */
export function namesIn(schema: v.GenericSchema): readonly string[] {
  return Object.keys(partsOf(schema).flatMap((part) => ('entries' in part ? [part.entries as object] : []))[0] ?? {});
}

/** The schema of a value in a mapping or list of this schema. */
export function memberSchema(schema: v.GenericSchema, key: string | number): v.GenericSchema {
  const members = partsOf(schema).flatMap((part) => {
    if ('entries' in part) return [(part.entries as v.ObjectEntries)[key] as v.GenericSchema];
    return 'item' in part ? [part.item as v.GenericSchema] : [];
  });
  const member = members[0] ?? v.unknown();
  return 'wrapped' in member ? (member.wrapped as v.GenericSchema) : member;
}

/** The schemas that a pipe goes through; the schema itself if it is none. */
function partsOf(schema: v.GenericSchema): readonly v.GenericSchema[] {
  if (!('pipe' in schema)) return [schema];
  const parts = (schema.pipe as readonly v.GenericPipeItem[]).filter(({ kind }) => kind === 'schema');
  return parts.flatMap((part) => partsOf(part as v.GenericSchema));
}
