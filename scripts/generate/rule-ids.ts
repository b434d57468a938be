import type { Rule } from '../../src/audit/rules/rule.ts';

/** The module with the ids of these rules: inputs and file need the ids alone, and load no rules for them. */
export function ruleIdsModule(rules: readonly Rule[]): string {
  const fixable = rules.filter(({ fix }) => fix !== '');
  return `// Generated from registry.ts; run \`npm run generate\`

/** Ids of all rules of the audit, for inputs and policy file, which do not load the rules themselves. */
export const ruleIds = ${list(rules)} as const;
export type RuleId = (typeof ruleIds)[number];

/** Ids of the rules that have a fix. */
export const fixableRuleIds = ${list(fixable)} as const satisfies readonly RuleId[];
export type FixableRuleId = (typeof fixableRuleIds)[number];
`;
}

function list(rules: readonly Rule[]): string {
  return `[\n${rules.map(({ id }) => `  '${id}',\n`).join('')}]`;
}
