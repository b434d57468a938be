import * as v from 'valibot';
import { failure } from '../links/problem.ts';
import { excerpt } from './excerpt.ts';
import { parseDate, type PrintedDate } from './printed-date.ts';

/** A member that may be missing or null: the portal leaves out what it does not know and, in errors, writes null. */
export const maybe = <Schema extends v.GenericSchema>(schema: Schema): v.NullishSchema<Schema, null> =>
  v.nullish(schema, null);
/** A whole number that is not negative. */
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** A whole number. */
export const number = v.pipe(v.number(), v.integer());
/** A date as the portal prints it. */
export const date = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }): PrintedDate => {
    const printed = parseDate(dataset.value);
    if (printed !== null) return printed;
    addIssue({ message: 'no date' });
    return NEVER;
  }),
);

/**
 * What a schema makes of a part of an answer; `parent` is the member in which it stands. Throws `not-docspace` with the
 * path of the first member that is not as expected, and never with a value: it may be a secret.
 */
export function decoded<Schema extends v.GenericSchema>(
  schema: Schema,
  input: unknown,
  name: string,
  parent?: string,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, input, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const path = [parent, v.getDotPath(issue)].filter((part) => part !== undefined && part !== null).join('.');
  const where = path === '' ? 'the whole' : `\`${excerpt(path, 100).slice(1, -1)}\``;
  throw failure(
    'not-docspace',
    `The answer to ${name} is JSON, but not as DocSpace sends it: ${where} ${input === undefined ? 'is missing' : 'is missing or of another kind'}.`,
    'Check that `portal-url` is the address of the portal. If it is, this version of DocSpace is not supported yet: please report it.',
  );
}
