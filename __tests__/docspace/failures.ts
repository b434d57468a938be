import { inspect } from 'node:util';
import { Failure, type Problem, type ProblemCode } from '../../src/links/problem.ts';

/** The failure that a promise rejects with; throws if it does not, or with something else. */
export async function failureFrom(promise: Promise<unknown>): Promise<Failure & { readonly text: string }> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Failure) return Object.assign(error, { text: everythingOf(error) });
    throw error;
  }
  throw new Error('It was expected to fail.');
}

/** The one problem that a promise rejects with. */
export async function problemFrom(promise: Promise<unknown>): Promise<Problem> {
  const { problems } = await failureFrom(promise);
  const [problem] = problems;
  if (problem === undefined || problems.length > 1) throw new Error('One problem was expected.');
  return problem;
}

/** The code of the one problem that a promise rejects with. */
export async function codeFrom(promise: Promise<unknown>): Promise<ProblemCode> {
  return (await problemFrom(promise)).code;
}

/** Everything that could be printed of an error. */
export function everythingOf(error: Error): string {
  return [String(error), error.stack, JSON.stringify(error), inspect(error, { depth: 9, showHidden: true })].join('\n');
}
