import type { Severity } from '../../audit/finding.ts';
import type { ConfigFile, Policy } from '../../audit/policy.ts';
import type { AuditResult } from '../../audit/result.ts';
import type { Rule } from '../../audit/rules/rule.ts';
import { quoted } from '../../links/text.ts';
import type { AuditInputs, ReportFormat } from '../inputs.ts';
import { Failure, type Problem } from '../../links/problem.ts';
import type { Tools } from '../../context.ts';

/** What reports are made from. */
export interface Reported {
  readonly result: AuditResult;
  readonly file: ConfigFile | null;
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
      await tools.runner.writeFile(path, await textOf[format](reported, tools));
      tools.runner.line(`✓ report ${quoted(path)}`);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      problems.push(...error.problems);
    }
  }
  return problems;
}

/** Most audits want one format or two, and other verbs none: each is loaded when it is needed. */
const textOf: Readonly<Record<ReportFormat, (reported: Reported, tools: Tools) => Promise<string>>> = {
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
    const listed = rules.map((rule) => ({ ...rule, severity: severity(rule) }));
    return sarifReport(result, listed, placesIn(file, checkout, result, identity), identity.hash);
  },
};
