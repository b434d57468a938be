/** An annotation, as the runner reads it. */
export interface Annotation {
  readonly title: string;
  readonly text: string;
  /** Of the file that it is shown at; there is none if it is shown at no file. */
  readonly line?: number;
}

/** A log as the runner reads it: commands apart from lines. */
export interface Log {
  readonly lines: readonly string[];
  /** The lines, in one text. */
  readonly logged: string;
  readonly debug: readonly string[];
  readonly errors: readonly Annotation[];
  readonly warnings: readonly Annotation[];
  readonly notices: readonly Annotation[];
  /** Titles of the errors, and their texts, for a match. */
  readonly problem: string;
}

const unescaped = (text: string): string =>
  text
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%0A', '\n')
    .replaceAll('%0D', '\r')
    .replaceAll('%25', '%');

function annotationOf(properties: string, text: string): Annotation {
  const pairs = Array.from(
    properties.matchAll(/(\w+)=([^,]*)/gu),
    ([, name = '', value = '']) => [name, value] as const,
  );
  const { title = '', line } = Object.fromEntries(pairs);
  return { title: unescaped(title), text: unescaped(text), ...(line === undefined ? {} : { line: Number(line) }) };
}

/** Reads the log of a step. Throws if there is a command that no step is to give. */
export function readLog(stdout: string): Log {
  const lines: string[] = [];
  const debug: string[] = [];
  const errors: Annotation[] = [];
  const warnings: Annotation[] = [];
  const notices: Annotation[] = [];
  for (const line of stdout.split('\n').slice(0, -1)) {
    const [, command, properties = '', text = ''] = /^::([a-z-]+)(?: ([^:]*))?::(.*)$/u.exec(line) ?? [];
    const annotation = annotationOf(properties, text);
    if (command === undefined) lines.push(line);
    else if (command === 'debug') debug.push(annotation.text);
    else if (command === 'error') errors.push(annotation);
    else if (command === 'warning') warnings.push(annotation);
    else if (command === 'notice') notices.push(annotation);
    else if (command !== 'add-mask') throw new Error(`A command that nobody expects: ${line}`);
  }
  const problem = errors.map(({ title, text }) => `${title}: ${text}`).join('\n');
  return { lines, logged: lines.join('\n'), debug, errors, warnings, notices, problem };
}
