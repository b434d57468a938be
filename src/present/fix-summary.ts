import type { PlannedFix } from '../audit/plan-fixes.ts';
import type { Change } from '../links/change.ts';
import { fixLine } from './fix-story.ts';
import { changesTable, undoneSection } from './plan-summary.ts';

/** What has become of the fixes: made; only shown; or stopped before the first of them. */
export type FixState = 'done' | 'dry-run' | 'stopped';

const headings: Readonly<Record<FixState, string>> = {
  done: 'Fixes',
  'dry-run': 'Fixes that would be made (dry run)',
  stopped: 'Fixes that were not made',
};

/** The fixes as a part of the summary; `undone` are those that were tried and are not made. */
export function fixMarkdown(changes: readonly Change[], state: FixState, undone: readonly PlannedFix[] = []): string {
  const revokes = changes.filter(({ action }) => action === 'revoke').length;
  const updates = changes.length - revokes;
  return [
    `#### ${headings[state]}`,
    state === 'done' ? `${updates} updated, ${revokes} revoked` : `${updates} to update, ${revokes} to revoke`,
    ...changesTable(changes),
    ...undoneSection(undone.map(fixLine)),
  ].join('\n\n');
}
