import type { Outcome } from './action-process.ts';

/** How a step of the demo should end. */
export interface Expected {
  /** Values that the output `result` may have; absent for a step that has none. */
  readonly results?: readonly string[];
  /** Titles of the errors with which it may end. */
  readonly errors?: readonly string[];
  /** Whether it has to end with one of them. */
  readonly red?: boolean;
}

type Ended = Pick<Outcome, 'exitCode' | 'stdout' | 'stderr' | 'outputs'>;

/** What is wrong with the end of a step, as clauses; none if it ended as it should. */
export function wrongWith(
  { exitCode, stdout, stderr, outputs }: Ended,
  { results, errors = [], red = false }: Expected,
): readonly string[] {
  const found = Array.from(
    stdout.matchAll(/^::error (?:title=([^,:]*))?[^:]*::(.*)$/gmu),
    ([, title = '', text = '']) => ({
      title: unescaped(title),
      text: unescaped(text).split('\n')[0] ?? '',
    }),
  );
  const result = outputs['result'] ?? '';
  return [
    ...found.filter(({ title }) => !errors.includes(title)).map(({ title, text }) => `failed with "${title}: ${text}"`),
    ...(exitCode === (found.length > 0 ? 1 : 0) ? [] : [`ended with exit code ${String(exitCode)}`]),
    ...(red && found.length === 0 ? ['should have failed'] : []),
    ...(results === undefined || results.includes(result)
      ? []
      : [`\`result\` is "${result}" instead of ${results.map((one) => `"${one}"`).join(' or ')}`]),
    ...(stderr.trim() === '' ? [] : [`wrote to the error output: ${stderr.trim().split('\n')[0] ?? ''}`]),
  ];
}

function unescaped(text: string): string {
  return text
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%0A', '\n')
    .replaceAll('%0D', '\r')
    .replaceAll('%25', '%');
}
