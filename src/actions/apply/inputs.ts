import { parseMaxChanges } from '../../values/parsed.ts';
import { parsePath } from '../../values/paths.ts';
import type { Reader } from '../reader.ts';
import {
  type CommentInputs,
  type CommonInputs,
  readComment,
  readCommon,
  readSwitch,
  required,
} from '../shared-values.ts';
import type { InputName } from '../table.ts';

/** What `apply` is given. */
export interface ApplyInputs extends CommonInputs, CommentInputs {
  readonly kind: 'apply';
  /** Path of the file of links; null: the usual one, `.github/docspace-links.yml` or `.yaml`. */
  readonly file: string | null;
  readonly prune: boolean;
  readonly allowWidening: boolean;
  readonly maxChanges: number;
}

/** Reads the inputs of `apply`. What is wrong is found in the reader afterwards. */
export function readApply(reader: Reader<InputName<'apply'>>): ApplyInputs {
  return {
    kind: 'apply',
    file: readFilePath(reader),
    prune: readSwitch(reader, 'prune'),
    allowWidening: readSwitch(reader, 'allow-widening'),
    maxChanges: required(reader.read('max-changes', parseMaxChanges)),
    ...readComment(reader),
    ...readCommon(reader, readSwitch(reader, 'dry-run')),
  };
}

/** Reads which file is meant; null: the usual one. */
export function readFilePath(reader: Reader<'file'>): string | null {
  return reader.given('file') ? required(reader.read('file', parsePath)) : null;
}
