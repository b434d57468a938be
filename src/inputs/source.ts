import { Secret } from '../links/secret.ts';
import { knownDefault, type InputSpec } from './spec.ts';
import { actions, type Verb } from './table.ts';
import { shortest } from './shown.ts';
import { passwordWord } from './values/password.ts';
import { pastedSecrets } from './values/pasted.ts';
import { unquoted } from './values/written.ts';

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
