import { readProxies } from '../http/proxy.ts';
import { problem, type Problem, type ProblemCode } from '../links/problem.ts';
import { hidden, shown } from './shown.ts';
import { secretsOf, textOf, type InputSource } from './source.ts';
import { knownDefault, type InputSpec } from './spec.ts';
import { actions, type InputName, type Verb } from './table.ts';
import type { Parse } from './values/parsed.ts';

/** Reads the inputs of one action, and collects all that is wrong with them. */
export interface Reader<Name extends string> {
  /** The value; undefined if the input is not given and has no default, or if it is wrong: then that is a problem. */
  readonly read: <T>(name: Name, parse: Parse<T>) => T | undefined;
  /** Whether the input says something, and something else than its default. */
  readonly given: (name: Name) => boolean;
  /** Adds a problem of several inputs. */
  readonly refuse: (message: string, code?: ProblemCode) => void;
  readonly problems: readonly Problem[];
  /** For the debug log. */
  readonly notes: readonly string[];
}

/** Starts reading the inputs of a verb. */
export function openReader<V extends Verb>(verb: V, source: InputSource): Reader<InputName<V>> {
  const specs: readonly InputSpec[] = actions[verb].inputs;
  const secrets = secretsOf(verb, source);
  // Not inputs, but given with them, and as wrong for every request.
  const problems: Problem[] = [...readProxies(source.env).problems];
  const notes: string[] = [];
  const specOf = (name: string): InputSpec => specs.find((spec) => spec.name === name) as InputSpec;
  return {
    problems,
    notes,
    read: (name, parse) => {
      const spec = specOf(name);
      const text = textOf(spec, source);
      if (text === undefined) return undefined;
      const parsed = parse(text);
      if ('wrong' in parsed) {
        const unseen = spec.secret === true || parsed.unseen === true;
        const subject = unseen ? `\`${name}\`` : `\`${name}\`: ${shown(text, secrets)}`;
        problems.push(problem('input', `${subject} ${hidden(parsed.wrong, secrets)}`));
        return undefined;
      }
      if (parsed.note !== undefined) notes.push(`\`${name}\` ${parsed.note}.`);
      return parsed.value;
    },
    given: (name) => {
      const spec = specOf(name);
      return (textOf(spec, source) ?? '') !== knownDefault(spec);
    },
    refuse: (message, code = 'input') => {
      problems.push(problem(code, message));
    },
  };
}
