import { problem, type Problem } from '../links/problem.ts';
import { cleaned } from '../links/quoted.ts';

/** Something that cannot be done, and the line of the file that asks for it. */
export interface LineProblem {
  readonly line: number;
  readonly problem: Problem;
}

/** The problem with its place in the file, in the form of which editors and terminals make a link. */
export function located(path: string, { line, problem: { code, message, hint } }: LineProblem): Problem {
  return problem(code, `${cleaned(path)}:${line}: ${message}`, hint, { path, line });
}
