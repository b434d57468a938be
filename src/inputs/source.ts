import { Secret } from '../links/secret.ts';
import { knownDefault, type InputSpec } from './spec.ts';
import { actions, type Verb } from './table.ts';
import { passwordWord } from './values/password.ts';

/** Where inputs come from. */
export interface InputSource {
  /** An input as it was written, untrimmed; '' if it was not given. */
  readonly input: (name: string) => string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * The text of an input: without the blanks around it, except where they belong to it; if nothing is left, what the
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
 * Everything secret that the inputs of a verb hold, usable or not, as written and without the blanks around it: to be
 * masked before anything else happens. Never throws.
 */
export function secretsOf(verb: Verb, source: InputSource): readonly Secret[] {
  const specs: readonly InputSpec[] = actions[verb].inputs;
  const texts = specs
    .filter((spec) => spec.secret === true)
    .flatMap((spec) => [source.input(spec.name), envOf(spec, source)])
    .filter((text) => text.trim() !== '' && passwordWord(text) === undefined)
    .flatMap((text) => [text, text.trim(), text.trim().replace(/^bearer\s+/iu, '')]);
  return [...new Set(texts)].map((text) => new Secret(text));
}

/** Whether the summary is wanted: unless the input says `false`. Never throws, so that it holds for failures too. */
export function wantsSummary(source: InputSource): boolean {
  return source.input('summary').trim().toLowerCase() !== 'false';
}
