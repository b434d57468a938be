import { readProxies } from '../http/proxy.ts';
import { problem, type Problem, type ProblemCode } from '../links/problem.ts';
import { Secret } from '../links/secret.ts';
import type { Parse } from '../values/parsed.ts';
import { pastedSecret, pastedSecrets, unquoted } from '../values/pasted.ts';
import { display, shortest, redact } from '../values/redact.ts';
import { passwordWord } from '../values/settings.ts';
import { type InputSpec, knownDefault } from './spec.ts';
import { actions, type InputName, type Verb } from './table.ts';

/** Where inputs come from. */
export interface InputSource {
  /** An input as it was written, untrimmed; '' if it was not given. */
  readonly input: (name: string) => string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * The text of an input: without the spaces around it, except where they belong to it; if nothing is left, what the
 * environment variable says, else the default. Undefined: not given.
 */
export function textOf(spec: InputSpec, source: InputSource): string | undefined {
  const raw = source.input(spec.name);
  if (spec.exact === true && raw !== '') return raw.replace(/(?:\r?\n)+$/u, '');
  return [raw, envOf(spec, source), knownDefault(spec)].map((text) => text.trim()).find((text) => text !== '');
}

function envOf(spec: InputSpec, source: InputSource): string {
  return spec.env === undefined ? '' : (source.env[spec.env] ?? '');
}

/**
 * Everything secret that the inputs of a verb hold, usable or not, as written and without the spaces around it, and what
 * looks like a secret in the others: to be masked before anything else happens. What is too short to be a secret is left
 * out, since it would star out every word of the log that holds it. Never throws.
 */
export function secretsOf(verb: Verb, source: InputSource): readonly Secret[] {
  const specs: readonly InputSpec[] = actions[verb].inputs;
  const texts = specs.flatMap((spec) => {
    const given = [source.input(spec.name), envOf(spec, source)];
    return spec.secret === true ? given.flatMap(formsOf) : given.flatMap(pastedSecrets);
  });
  return [...new Set(texts)].filter((text) => text.trim().length >= shortest).map((text) => new Secret(text));
}

/** A secret as it was written, and the parts of it that are the secret itself. */
function formsOf(text: string): readonly string[] {
  if (text.trim() === '' || passwordWord(text) !== undefined) return [];
  const alone = text.trim();
  const inside = unquoted(alone) ?? alone;
  return [text, alone, inside, inside.replace(/^(?:authorization\s*:\s*)?bearer[\s:]+/iu, '')];
}

/** Whether the summary is wanted: unless the input says `false`. Never throws, so that it holds for failures too. */
export function wantsSummary(source: InputSource): boolean {
  return source.input('summary').trim().toLowerCase() !== 'false';
}

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
        const subject = unseen ? `\`${name}\`` : `\`${name}\`: ${display(text, secrets)}`;
        const place = unseen && /^(?:line|value) \d/u.test(parsed.wrong) ? ':' : '';
        problems.push(problem('input', `${subject}${place} ${redact(parsed.wrong, secrets)}`));
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
