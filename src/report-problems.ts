import { Failure, problem, problemTable, type Problem } from './links/problem.ts';
import type { Runner } from './runner/runner.ts';

/** GitHub shows no more annotations of a kind for one step. */
const mostAnnotations = 10;

/** What is wrong, for users: a failure's own problems; anything else is a mistake of this action, told without a stack. */
export function problemsOf(error: unknown, runner: Pick<Runner, 'debug'>): readonly Problem[] {
  if (error instanceof Failure) return error.problems;
  const thrown = error instanceof Error ? error : new Error(String(error));
  thrown.stack?.split('\n').forEach(runner.debug);
  return [problem('internal', `${thrown.name}: ${thrown.message}`)];
}

/** One annotation for each problem, and its hint; those beyond what GitHub shows stand in the log only. */
export function annotate(problems: readonly Problem[], runner: Pick<Runner, 'line' | 'error'>): void {
  problems.forEach(({ code, message, hint, place }, index) => {
    const { title } = problemTable[code];
    if (index < mostAnnotations) runner.error(title, `${message}\n${hint}`, place);
    else runner.line(`${title}: ${message} ${hint}`);
  });
}
