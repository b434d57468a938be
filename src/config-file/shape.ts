import { shown } from '../actions/reader.ts';
import { didYouMean, listedWords, type Parse } from '../values/parsed.ts';
import type { Position, Refuse } from './mistakes.ts';
import type { Entry, Tree } from './yaml-tree.ts';

/** A JSON Schema (draft-07), or a part of one. */
export type JsonSchema = Readonly<Record<string, unknown>> | boolean;

/** Something that the file can hold: how it is read, and the JSON Schema that says so to editors. One definition for both. */
export interface Shape<T> {
  readonly schema: JsonSchema;
  /** The value; undefined if it is wrong, which is then refused. `at` is where messages about it point to. */
  readonly read: (tree: Tree, about: About) => T | undefined;
}

/** What is read, and where mistakes go. */
export interface About {
  /** As messages name it: the name of the field, in backticks. */
  readonly name: string;
  /** Where its name stands: messages point there if there is no value to point to. */
  readonly at: Position;
  readonly refuse: Refuse;
}

/** A value with where it stands. */
export interface Placed<T> {
  readonly value: T;
  readonly at: Position;
}

/** A single value, read by the parser of the input of the same name. */
export function scalar<T>(parse: Parse<T>, schema: JsonSchema): Shape<Placed<T>> {
  return {
    schema,
    read: (tree, { name, at, refuse }) => {
      if (isBlank(tree)) {
        refuseBlank(name, at, refuse);
        return undefined;
      }
      if (tree.kind !== 'scalar') {
        refuse(tree.at, `${name} is a single value, not ${kinds[tree.kind]}.`);
        return undefined;
      }
      const parsed = parse(tree.text);
      if ('wrong' in parsed) {
        const subject = parsed.unseen === true ? name : `${name}: ${shown(tree.text, [])}`;
        refuse(tree.at, `${subject} ${parsed.wrong}`);
        return undefined;
      }
      return { value: parsed.value, at: tree.at };
    },
  };
}

const kinds = { scalar: 'a single value', list: 'a list', map: 'a mapping' } as const;

function isBlank(tree: Tree): boolean {
  return tree.kind === 'scalar' && tree.blank;
}

function refuseBlank(name: string, at: Position, refuse: Refuse): void {
  refuse(at, `${name} has no value.`);
}

/**
 * A list of things of one shape; those that are wrong are left out. A name with nothing under it is a mistake: it may
 * be a list whose lines were lost, or commented out, and an empty one can revoke links.
 */
export function list<T>(item: Shape<T>, example: string): Shape<readonly T[]> {
  return {
    schema: { type: 'array', items: item.schema },
    read: (tree, about) => {
      if (isBlank(tree)) {
        const name = about.name.replaceAll('`', '');
        about.refuse(
          about.at,
          `${about.name} has nothing under it. Write \`${name}: []\` if that is meant, or put ${example} under it.`,
        );
        return undefined;
      }
      if (tree.kind !== 'list') {
        about.refuse(tree.at, `${about.name} is a list, like ${example}.`);
        return undefined;
      }
      return tree.items.flatMap((one) => {
        const value = item.read(one, { ...about, at: one.at });
        return value === undefined ? [] : [value];
      });
    },
  };
}

/** The fields of a mapping, by name. */
type Fields = Readonly<Record<string, Shape<unknown>>>;

/** What a shape reads. */
export type ReadBy<S> = S extends Shape<infer T> ? T : never;

/** A mapping as it was read. */
export interface Mapped<F extends Fields> {
  readonly at: Position;
  /** Undefined: not given, or wrong. */
  readonly values: { readonly [Name in keyof F]: ReadBy<F[Name]> | undefined };
  /** Where the name of a field stands; undefined if it is not given. */
  readonly placeOf: (name: keyof F) => Position | undefined;
}

/** What a mapping is, besides its fields. */
interface MappingOptions<F extends Fields> {
  /** As messages name it: "a link". */
  readonly what: string;
  readonly fields: F;
  readonly required?: readonly (keyof F & string)[];
  /** Other words that people write, and the field that is meant. */
  readonly otherWords?: Readonly<Record<string, keyof F & string>>;
  /** Fields that are known and not taken, and why: the rest of a sentence after the name. */
  readonly refused?: Readonly<Record<string, string>>;
  /** Rules between the fields, for editors. */
  readonly rules?: Readonly<Record<string, unknown>>;
}

/** A mapping of known names. */
export function mapping<const F extends Fields>(options: MappingOptions<F>): Shape<Mapped<F>> {
  const { what, fields, required = [], otherWords = {}, refused = {}, rules = {} } = options;
  const meanings = new Map([...Object.keys(fields).map((name) => [name, name]), ...Object.entries(otherWords)] as [
    string,
    string,
  ][]);
  const startsWithField = new RegExp(`^(?:${Object.keys(fields).join('|')})[^\\w-]`, 'u');
  const refuseUnknown = ({ name, at, value }: Entry, refuse: Refuse): void => {
    // What follows may be a value that is not to be shown.
    if (/^[\w-]+:\S/u.test(name)) {
      refuse(at, 'A space is missing after the colon, as in `name: value`.');
      return;
    }
    if (isBlank(value) && startsWithField.test(name)) {
      refuse(at, 'A colon and a space are missing after the name, as in `name: value`.');
      return;
    }
    const why = Object.hasOwn(refused, name) ? refused[name] : undefined;
    const possible = `is not a field of ${what}. Possible: ${listedWords(Object.keys(fields))}.`;
    refuse(at, () => `${shown(name, [])} ${why ?? `${possible}${didYouMean(name, meanings)}`}`);
  };
  return {
    schema: {
      type: 'object',
      additionalProperties: false,
      ...(required.length === 0 ? {} : { required }),
      properties: Object.fromEntries(Object.entries(fields).map(([name, { schema }]) => [name, schema])),
      ...rules,
    },
    read: (tree, { name: own, at, refuse }) => {
      const entries = entriesOf(tree, what, { name: own, at, refuse });
      if (entries === undefined) return undefined;
      const values: Record<string, unknown> = {};
      for (const entry of entries) {
        const shape = Object.hasOwn(fields, entry.name) ? fields[entry.name] : undefined;
        if (shape === undefined) refuseUnknown(entry, refuse);
        else values[entry.name] = shape.read(entry.value, { name: `\`${entry.name}\``, at: entry.at, refuse });
      }
      const placeOf = (name: keyof F): Position | undefined => entries.find((entry) => entry.name === name)?.at;
      for (const name of required) {
        if (placeOf(name) === undefined) refuse(tree.at, `${upper(what)} needs \`${name}\`.`);
      }
      return { at: tree.at, values: values as Mapped<F>['values'], placeOf };
    },
  };
}

/** The entries of a mapping; undefined if this is none, which is refused. */
function entriesOf(tree: Tree, what: string, { name, at, refuse }: About): readonly Entry[] | undefined {
  if (tree.kind === 'map') return tree.entries;
  if (isBlank(tree)) refuseBlank(name, at, refuse);
  else refuse(tree.at, `${upper(what)} is a mapping of names and values, not ${kinds[tree.kind]}.`);
  return undefined;
}

/** A mapping of names that are read like values, such as ids of rules. */
export function record<K, V>(
  what: string,
  parseName: Parse<K>,
  value: Shape<Placed<V>>,
  namePattern: string,
): Shape<ReadonlyMap<K, V>> {
  return {
    schema: { type: 'object', additionalProperties: false, patternProperties: { [namePattern]: value.schema } },
    read: (tree, { name: own, at, refuse }) => {
      const entries = entriesOf(tree, what, { name: own, at, refuse });
      if (entries === undefined) return undefined;
      const found = new Map<K, V>();
      for (const entry of entries) {
        const name = parseName(entry.name);
        if ('wrong' in name) {
          refuse(entry.at, `${own}: ${shown(entry.name, [])} ${name.wrong}`);
          continue;
        }
        const one = value.read(entry.value, { name: `\`${entry.name}\``, at: entry.at, refuse });
        if (found.has(name.value)) refuse(entry.at, `${own}: ${shown(entry.name, [])} stands here a second time.`);
        if (one !== undefined) found.set(name.value, one.value);
      }
      return found;
    },
  };
}

/** The same shape, with a description and a default for editors. */
export function described<T>(
  shape: Shape<T>,
  description: string,
  more: Readonly<Record<string, unknown>> = {},
): Shape<T> {
  return { ...shape, schema: { description, ...more, ...(shape.schema as object) } };
}

function upper(what: string): string {
  return what.charAt(0).toUpperCase() + what.slice(1);
}
