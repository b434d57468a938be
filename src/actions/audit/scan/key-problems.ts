import { problem, type Failure, type Problem } from '../../../links/problem.ts';

/** Whether a failure means that nothing can be read with this key. */
export function endsScan(error: Failure): boolean {
  return error.problems.some(endsKey);
}

/** Whether a problem is one of the key, so that every room has it. */
export function endsKey({ code }: Problem): boolean {
  return code === 'key-rejected' || code === 'key-scope';
}

/** The first problem of a failure, which has one at least. */
export function problemOf(error: Failure): Problem {
  return error.problems[0] ?? problem('internal', error.message);
}
