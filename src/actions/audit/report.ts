import { type Baseline, readBaseline } from '../../audit/baseline.ts';
import type { Severity } from '../../audit/finding.ts';
import type { Policy } from '../../audit/policy.ts';
import type { AuditResult } from '../../audit/result.ts';
import type { Rule } from '../../audit/rules/rule.ts';
import type { Tools } from '../../context.ts';
import type { LinksFile } from '../../links/declared.ts';
import { failure, Failure, type Problem } from '../../links/problem.ts';
import { quoted } from '../../links/quoted.ts';
import { textOf } from '../../runner/given-file.ts';
import type { Runner } from '../../runner/runner.ts';
import type { AuditInputs, ReportFormat } from '../inputs.ts';

/** Bytes; the report of some hundred thousand links. */
export const largestBaseline = 256 * 1024 * 1024;

/**
 * Reads the report that `baseline` names; null without one, and with a notice for one that is not there. `portal` is
 * null if it is not known. Throws `input` with what is wrong with it.
 */
export async function readBaselineFile(path: string, portal: string | null, runner: Runner): Promise<Baseline | null> {
  const file = await runner.readGivenFile(path, largestBaseline);
  if (file.kind === 'missing') {
    runner.notice('No baseline', `${quoted(path)} is not there: all findings are new.`);
    return null;
  }
  const refused = (why: string, advice: string): Error =>
    failure('input', `\`baseline\`: ${quoted(path)} ${why}`, advice);
  if (file.kind === 'unusable') throw refused(file.why, 'Give the path of a JSON report.');
  const read = textOf(file.bytes);
  if ('why' in read) throw refused(read.why, 'Give the path of a JSON report, as an earlier audit wrote it.');
  return readBaseline(read.text, path, portal);
}

/** What reports are made from. */
export interface Reported {
  readonly result: AuditResult;
  readonly file: LinksFile | null;
  readonly policy: Policy;
  /** What `fix` changes, as Markdown. */
  readonly changes: string;
}

/** Writes the reports that are asked for. One that cannot be written does not stop the others: why is given back. */
export async function writeReports(
  { reports }: AuditInputs,
  tools: Tools,
  reported: Reported,
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const { path, format } of reports) {
    try {
      await tools.runner.writeFile(path, await reportTexts[format](reported, tools));
      tools.runner.line(`✓ report ${quoted(path)}`);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      problems.push(...error.problems);
    }
  }
  return problems;
}

/** Most audits want one format or two, and other verbs none: each is loaded when it is needed. */
const reportTexts: Readonly<Record<ReportFormat, (reported: Reported, tools: Tools) => Promise<string>>> = {
  json: async ({ result }) => (await import('../../render/audit/json.ts')).jsonReport(result),
  md: async ({ result, changes }) => {
    const { auditMarkdown, reportBounds } = await import('../../render/audit/markdown.ts');
    return auditMarkdown(result, reportBounds, changes);
  },
  csv: async ({ result }) => (await import('../../render/audit/csv.ts')).csvReport(result),
  sarif: async ({ result, file, policy }, { runner: { env }, identity }) => {
    const [{ sarifReport }, { placesIn, workflowPath }, { rules }] = await Promise.all([
      import('../../render/audit/sarif.ts'),
      import('../../audit/places.ts'),
      import('../../audit/rules/registry.ts'),
    ]);
    const checkout = {
      workspace: env['GITHUB_WORKSPACE'] ?? '',
      workflow: workflowPath(env['GITHUB_WORKFLOW_REF'] ?? ''),
    };
    // Code scanning shows the severity of the rule, not that of the finding.
    const severity = (rule: Rule): Severity => {
      const word = policy.severity.get(rule.id);
      return word === undefined || word === 'off' ? rule.severity : word;
    };
    const told = rules.map((rule) => ({ ...rule, severity: severity(rule) }));
    return sarifReport(result, told, placesIn(file, checkout, result, identity), identity.hash);
  },
};
