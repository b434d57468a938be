// Generated from registry.ts; run `npm run generate`

/** Ids of all rules of the audit, for inputs and policy file, which do not load the rules themselves. */
export const ruleIds = [
  'DSL001',
  'DSL002',
  'DSL003',
  'DSL004',
  'DSL005',
  'DSL006',
  'DSL007',
  'DSL008',
  'DSL009',
  'DSL010',
  'DSL011',
  'DSL012',
  'DSL013',
  'DSL014',
  'DSL015',
  'DSL016',
  'DSL017',
  'DSL018',
  'DSL019',
  'DSL020',
  'DSL022',
  'DSL023',
  'DSL024',
  'DSL025',
  'DSL026',
  'DSL027',
  'DSL028',
  'DSL029',
  'DSL030',
  'DSL900',
  'DSL901',
  'DSL902',
  'DSL903',
] as const;
export type RuleId = (typeof ruleIds)[number];

/** Ids of the rules that have a fix. */
export const fixableRuleIds = [
  'DSL001',
  'DSL002',
  'DSL003',
  'DSL005',
  'DSL006',
  'DSL007',
  'DSL009',
  'DSL010',
  'DSL011',
  'DSL012',
  'DSL018',
  'DSL020',
  'DSL025',
  'DSL029',
  'DSL030',
] as const satisfies readonly RuleId[];
export type FixableRuleId = (typeof fixableRuleIds)[number];
