import { applyAndFile } from './apply-and-file.ts';
import { audit } from './audit.ts';
import { common } from './common.ts';
import { listAndRevoke } from './list-and-revoke.ts';
import type { PromiseGroup } from './promised.ts';
import { set } from './set.ts';

/** All that users can rely on, in the order of the page. */
export const promises: readonly PromiseGroup[] = [...common, ...set, ...listAndRevoke, ...audit, ...applyAndFile];
