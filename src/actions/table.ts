import { applyAction } from './apply/spec.ts';
import { auditAction } from './audit/spec.ts';
import { listAction } from './list/spec.ts';
import { revokeAction } from './revoke/spec.ts';
import { setAction } from './set/spec.ts';
import type { ActionSpec } from './spec.ts';

/**
 * The single source of all inputs and outputs: the parser, every `action.yml` and the README's tables are made from
 * it. A new verb is a row here, and a reader in `read.ts`.
 */
export const actions = {
  set: setAction,
  list: listAction,
  revoke: revokeAction,
  audit: auditAction,
  apply: applyAction,
} as const satisfies Record<string, ActionSpec>;

/** The verbs, of which each is an action. */
export type Verb = keyof typeof actions;

/** All verbs, in the order in which they are told. */
export const verbs = Object.keys(actions) as readonly Verb[];

/** Names of the inputs of a verb. */
export type InputName<V extends Verb> = (typeof actions)[V]['inputs'][number]['name'];
