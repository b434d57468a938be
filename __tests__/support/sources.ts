import { readInputs, secretsOf, type InputSource } from '../../src/actions/inputs.ts';
import type { Verb } from '../../src/actions/table.ts';
import { Failure } from '../../src/links/problem.ts';
import { now } from './links.ts';

/** Inputs as they are written in a workflow. */
export type Given = Readonly<Record<string, string>>;

/** The inputs, and nothing else. */
export function sourceOf(inputs: Given, env: Given = {}): InputSource {
  return { input: (name) => inputs[name] ?? '', env };
}

/** What a user is told about the inputs; [] if they are taken. */
export function messagesOf(verb: Verb, inputs: Given): readonly string[] {
  try {
    readInputs(verb, sourceOf(inputs), now);
    return [];
  } catch (error) {
    if (error instanceof Failure) return error.problems.map(({ message }) => message);
    throw error;
  }
}

/** What would be masked. */
export function textsOfSecrets(verb: Verb, inputs: Given): readonly string[] {
  return secretsOf(verb, sourceOf(inputs)).map((secret) => secret.reveal());
}
