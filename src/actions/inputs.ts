import { Failure, type Problem } from '../links/problem.ts';
import { oneOf } from '../values/parsed.ts';
import { type ApplyInputs, readApply, readFilePath } from './apply/inputs.ts';
import { type AuditInputs, readAudit } from './audit/inputs.ts';
import { type ListInputs, readList } from './list/inputs.ts';
import { type InputSource, openReader, type Reader } from './reader.ts';
import { readRevoke, type RevokeInputs } from './revoke/inputs.ts';
import { readSet, type SetInputs } from './set/inputs.ts';
import { credentialVariables } from './shared-inputs.ts';
import { type CommentInputs, type CommonInputs, readComment, readCommon } from './shared-values.ts';
import type { Verb } from './table.ts';

export type { ApplyInputs } from './apply/inputs.ts';
export type { AuditInputs } from './audit/inputs.ts';
export type { ListInputs } from './list/inputs.ts';
export type { CommonInputs } from './shared-values.ts';
export type { RevokeInputs } from './revoke/inputs.ts';
export type { SetInputs } from './set/inputs.ts';
export { secretsOf, wantsSummary, type InputSource } from './reader.ts';
export { keyDoubt } from '../values/credentials.ts';
export type { CaCertificate } from '../values/credentials.ts';
export type { ReportFormat, WantedReport } from '../values/paths.ts';

/** Nothing is to be done, because there are no credentials and the user wants that to be green. */
export interface SkipInputs {
  readonly kind: 'skip';
  readonly verb: Verb;
  /** Why, as a sentence for the warning. */
  readonly reason: string;
  /** The file that `apply` would apply, which is checked all the same; null: the usual one. Undefined for other verbs. */
  readonly file?: string | null;
}

/** What a verb is given. */
export type Inputs = SetInputs | ListInputs | RevokeInputs | AuditInputs | ApplyInputs | SkipInputs;

/** Inputs, and what is wrong with them. */
export interface InputsRead {
  /** To be used only if nothing is wrong; but paths are, and what could not be read is undefined or null there. */
  readonly inputs: Inputs;
  readonly problems: readonly Problem[];
}

/** Reads the inputs of a verb. Throws a `Failure` with every mistake at once. */
export function readInputs(verb: Verb, source: InputSource, now: Date): Inputs {
  const { inputs, problems } = gatherInputs(verb, source, now);
  if (problems.length > 0) throw new Failure(problems);
  return inputs;
}

/**
 * Reads the inputs of a verb, with every mistake at once, so that those of the files that they name can be added. Where
 * credentials are missing and `on-missing-credentials` is `skip`, nothing else is looked at but the file of `apply`:
 * without secrets, other inputs may well be empty too.
 */
export function gatherInputs(verb: Verb, source: InputSource, now: Date): InputsRead {
  switch (verb) {
    case 'set': {
      const reader = openReader(verb, source);
      return gathered(reader, skipped(verb, reader) ?? readSet(reader, now));
    }
    case 'list': {
      const reader = openReader(verb, source);
      return gathered(reader, skipped(verb, reader) ?? readList(reader));
    }
    case 'revoke': {
      const reader = openReader(verb, source);
      return gathered(reader, skipped(verb, reader) ?? readRevoke(reader));
    }
    case 'audit': {
      const reader = openReader(verb, source);
      return gathered(reader, skipped(verb, reader) ?? readAudit(reader));
    }
    case 'apply': {
      const reader = openReader(verb, source);
      const skip = skipped(verb, reader);
      return gathered(reader, skip === null ? readApply(reader) : { ...skip, file: readFilePath(reader) });
    }
  }
}

function gathered({ problems }: Reader<never>, inputs: Inputs): InputsRead {
  return { inputs, problems };
}

/** What the post step of `set` is given. */
export type AfterJobInputs = CommonInputs & CommentInputs;

/** Reads what the post step needs of the inputs of `set`; others may have run out meanwhile. Throws a `Failure`. */
export function readAfterJob(source: InputSource): AfterJobInputs {
  const reader = openReader('set', source);
  const inputs = { ...readComment(reader), ...readCommon(reader, false) };
  if (reader.problems.length > 0) throw new Failure(reader.problems);
  return inputs;
}

type Credential = keyof typeof credentialVariables;

/** What to do without credentials; null if they are there, or if it is an error that they are not. */
function skipped(verb: Verb, reader: Reader<Credential | 'on-missing-credentials'>): SkipInputs | null {
  const desired = reader.read('on-missing-credentials', oneOf(['fail', 'skip']));
  const missing = (['portal-url', 'api-key'] as const).filter((name) => !reader.given(name));
  if (missing.length === 0) return null;
  const are = missing.length === 1 ? 'is' : 'are';
  const inputs = missing.map((name) => `\`${name}\``).join(' and ');
  const variables = missing.map((name) => `\`${credentialVariables[name]}\``).join(' and ');
  const reason = `${inputs} ${are} empty, and so ${are} ${variables} in the environment.`;
  if (desired === 'skip') return { kind: 'skip', verb, reason };
  reader.refuse(reason, 'credentials-missing');
  return null;
}
