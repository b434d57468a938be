import type { PlannedFix } from '../audit/plan-fixes.ts';
import type { Change } from '../links/change.ts';
import { fixLine } from './fix-story.ts';
import { changesTable, undoneSection } from './plan-summary.ts';

/** The fixes as a part of the summary: those that were made, or with `dryRun` would be, and those that were not. */
export function fixMarkdown(changes: readonly Change[], dryRun: boolean, undone: readonly PlannedFix[] = []): string {
  const revokes = changes.filter(({ action }) => action === 'revoke').length;
  const updates = changes.length - revokes;
  return [
    `#### ${dryRun ? 'Fixes that would be made (dry run)' : 'Fixes'}`,
    dryRun ? `${updates} to update, ${revokes} to revoke` : `${updates} updated, ${revokes} revoked`,
    ...changesTable(changes),
    ...undoneSection(undone.map(fixLine)),
  ].join('\n\n');
}
