import { Failure, problem, type Problem, problemTable } from './links/problem.ts';
import { plainLines } from './render/markdown.ts';
import { NotTaken, type Runner } from './runner/runner.ts';

/** An output as a step hands it over: a secret one is never shown in the log. */
interface HandedOutput {
  readonly name: string;
  readonly secret?: true;
}

/**
 * Sets the outputs of a step. Where no runner takes outputs, a warning says so, and the log has them. Where one does and
 * its file cannot be written, that is a problem: the steps that wait for them would go on with empty ones.
 */
export function handOutputs(
  specs: readonly HandedOutput[],
  texts: ReadonlyMap<string, string>,
  runner: Runner,
): readonly Problem[] {
  try {
    for (const [name, text] of texts) runner.output(name, text);
    return [];
  } catch (error) {
    if (!(error instanceof NotTaken)) throw error;
    const what = `Later steps do not get the outputs of this one, because ${error.message}.`;
    if (error.missing) runner.warning('Outputs not handed over', `${what} The log has them, except secrets.`);
    runner.line('Outputs:');
    for (const [name, text] of texts) {
      const isSecret = specs.some((spec) => spec.name === name && spec.secret === true);
      runner.line(`  ${name}: ${isSecret && text !== '' ? '***' : text}`);
    }
    return error.missing ? [] : [problem('outputs-lost', what)];
  }
}

/** Writes the summary of a step; where that is not possible, a warning says so, and the log has its text. */
export function handSummary(markdown: string, runner: Runner): void {
  try {
    runner.summary(markdown);
  } catch (error) {
    if (!(error instanceof NotTaken)) throw error;
    runner.warning('Summary not written', `There is no job summary, because ${error.message}. The log has its text.`);
    plainLines(markdown).forEach(runner.line);
  }
}

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
