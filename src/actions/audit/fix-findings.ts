import { tooManyProblem } from '../../audit/fixes.ts';
import type { AuditResult } from '../../audit/result.ts';
import type { Change } from '../../links/change.ts';
import type { Problem } from '../../links/problem.ts';
import { fixMarkdown, fixPlanLines } from '../../render/audit/fixes.ts';
import type { AuditInputs } from '../inputs.ts';
import { applyFixes, type ApplyFixesDeps } from './apply-fixes.ts';
import type { AuditReport, AuditTask } from './audit.ts';

/** What became of the fixes that the inputs ask for. */
export interface Fixes {
  /** What there is afterwards. */
  readonly result: AuditResult;
  /** Done, or planned where nothing was to be written. */
  readonly changes: readonly Change[];
  /** The changes, as a part of the summary. */
  readonly markdown: string;
  readonly problems: readonly Problem[];
}

/**
 * Logs the fixes that an audit has planned, and carries them out, if `fix` names rules, it is no dry run, and there are
 * not too many. Throws no `Failure`.
 */
export async function fixFindings(
  { fix, dryRun, maxChanges }: Pick<AuditInputs, 'fix' | 'dryRun' | 'maxChanges'>,
  deps: ApplyFixesDeps,
  task: AuditTask,
  report: AuditReport,
): Promise<Fixes> {
  const { log } = deps;
  const { result, fixes, unfixable } = report;
  const changes = fixes.map(({ change }) => change);
  const unwritten = { result, changes, markdown: fixMarkdown(changes, dryRun ? 'dry-run' : 'stopped'), problems: [] };
  if (fix.length === 0) return unwritten;
  fixPlanLines(fixes).forEach(log.line);
  const tooMany = tooManyProblem(fixes, maxChanges);
  if (dryRun) {
    for (const { message } of unfixable) log.line(`! cannot: ${message}`);
    if (tooMany !== null) log.warning('Too many changes', `${tooMany.message} Without \`dry-run\` this is an error.`);
    log.line('Dry run: nothing was written');
    return unwritten;
  }
  if (tooMany !== null) return { ...unwritten, problems: [tooMany, ...unfixable] };
  const applied = await applyFixes(deps, task, report);
  return {
    result: applied.result,
    changes: applied.done,
    markdown: fixMarkdown(applied.done, 'done', applied.undone),
    problems: [...unfixable, ...applied.problems],
  };
}
