import { readProxies } from '../http/proxy.ts';
import { problem, type Problem, type ProblemCode } from '../links/problem.ts';
import { hidden, shown } from './shown.ts';
import { secretsOf, textOf, type InputSource } from './source.ts';
import { knownDefault, type InputSpec } from './spec.ts';
import { actions, type InputName, type Verb } from './table.ts';
import type { Parse } from './values/parsed.ts';
import { pastedSecret } from './values/pasted.ts';

/** Reads the inputs of one action, and collects all that is wrong with them. */
export interface Reader<Name extends string> {
  /**
   * The value; undefined if the input is not given and has no default, or if it is wrong: then that is a problem. Of a
   * list of which a part is wrong, the rest, so that what is wrong with that is found too.
   */
  readonly read: <T>(name: Name, parse: Parse<T>) => T | undefined;
  /** Whether the input says something, and something else than its default. */
  readonly given: (name: Name) => boolean;
  /** Adds a problem of several inputs. */
  readonly refuse: (message: string, code?: ProblemCode) => void;
  readonly problems: readonly Problem[];
  /** For the debug log. */
  readonly notes: readonly string[];
}

/** Whether a value may look like what must not stand in others: what follows a portal's address is cut, and PEM is long. */
function mayLookSecret(name: string, text: string): boolean {
  return name === 'portal-url' || (name === 'ca-certificate' && text.includes('-----BEGIN '));
}

/** Shorter ones may be a part of a word. */
const shortestLeak = 8;

/** What secret of another input, or by its shape, stands in a text; null if none. The password is looked for elsewhere. */
function leakOf(text: string, specs: readonly InputSpec[], source: InputSource): string | null {
  const secret = specs.find((spec) => {
    const value = spec.secret === true && spec.name !== 'password' ? (textOf(spec, source) ?? '') : '';
    return value.length >= shortestLeak && text.includes(value);
  });
  return secret === undefined ? pastedSecret(text) : `the value of \`${secret.name}\``;
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
        const place = unseen && /^(?:line|value) \d/u.test(parsed.wrong) ? ':' : '';
        problems.push(problem('input', `${subject}${place} ${hidden(parsed.wrong, secrets)}`));
        return 'rest' in parsed ? parsed.rest : undefined;
      }
      const leak = spec.secret === true || mayLookSecret(name, text) ? null : leakOf(text, specs, source);
      if (leak !== null) {
        problems.push(
          problem('input', `\`${name}\` contains ${leak}. Log and summary would show it. Remove it from this input.`),
        );
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
