import type { PlannedFix } from '../../audit/fixes.ts';
import type { Change } from '../../links/change.ts';
import { kindOf, type LinkFacts } from '../../links/link.ts';
import type { FieldChange } from '../../links/settings.ts';
import { quoted } from '../../links/text.ts';
import { fieldLine, shownLink } from '../log.ts';
import { changesTable, kindWords, undoneSection } from '../plan.ts';

/** What lines say of a link. */
export interface NamedLink extends Pick<LinkFacts, 'title' | 'type'> {
  readonly shown: PlannedFix['shown'];
}

/** The plan of the fixes as the log shows it, one a line like a diff, then how much it is. */
export function fixPlanLines(fixes: readonly PlannedFix[]): readonly string[] {
  if (fixes.length === 0) return ['Plan: nothing to fix'];
  const revokes = fixes.filter(({ safeFix }) => safeFix.do === 'revoke').length;
  const parts = [
    [fixes.length - revokes, 'to update'],
    [revokes, 'to revoke'],
  ] as const;
  const reported = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return [...fixes.map(fixLine), `Plan: ${reported.join(', ')}`];
}

/** `~ update link 6f1c… "Press kit" in room 2201 "Contract 2027": access: editor → viewer   (DSL003)`. */
export function fixLine({ room, link, shown, rules, safeFix, change }: PlannedFix): string {
  const what = `${kindWords[kindOf(link)]} ${shownLink(shown, link.title)} in room ${room.id} ${quoted(room.title)}`;
  const why = `   (${rules.join(', ')})`;
  if (safeFix.do === 'revoke') return `- revoke ${what}${why}`;
  // portal.md §0.3: without a limit, every write sets the counter to 0.
  const counts = link.maxUses === null && safeFix.to.maxUses === undefined && (link.uses ?? 0) > 0;
  const anew = counts ? `, and the portal forgets that it was used ${link.uses ?? 0} times` : '';
  return `~ update ${what}: ${fieldWords(change.fields)}${anew}${why}`;
}

/** A link that was changed, and read back; of an invitation also what that does not change. */
export function updatedLines(link: NamedLink, fields: readonly FieldChange[]): readonly string[] {
  const line = `✓ updated ${linkWords(link)}: ${fieldWords(fields)}   ✓ read back`;
  const role = link.type === 'invitation' && fields.some(({ name }) => name === 'access');
  return role ? [line, '  People who have joined by the invitation keep their role.'] : [line];
}

/** A link for which there is nothing to be done any more, and why. */
export function unneededLine(link: NamedLink, why: 'gone' | 'changed'): string {
  return `= ${linkWords(link)} ${why === 'gone' ? 'is gone already' : 'was changed meanwhile, there is nothing to fix any more'}`;
}

function linkWords({ shown, title }: NamedLink): string {
  return shownLink(shown, title);
}

function fieldWords(fields: readonly FieldChange[]): string {
  return fields.map(fieldLine).join(', ');
}

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
