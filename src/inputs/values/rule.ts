import { fixableRuleIds, ruleIds, type FixableRuleId, type RuleId } from '../../audit/rule-ids.ts';
import { listedWords } from './did-you-mean.ts';
import type { Parse } from './parsed.ts';

/** Id of a rule of the audit, in any case. */
export const parseRule: Parse<RuleId> = (text) => {
  const value = ruleIds.find((id) => id === text.toUpperCase());
  return value === undefined
    ? { wrong: `is not the id of a rule. Possible: ${runs(ruleIds)}.${suggestion(text)}` }
    : { value };
};

/** Id of a rule whose findings can be mended, in any case. */
export const parseFixableRule: Parse<FixableRuleId> = (text) => {
  const rule = parseRule(text);
  if ('wrong' in rule) return rule;
  const value = fixableRuleIds.find((id) => id === rule.value);
  return value === undefined
    ? { wrong: `is a rule without a fix. Rules that have one: ${listedWords(fixableRuleIds)}.` }
    : { value };
};

/** ` Did you mean …?` for the number of a rule that is written in another way: `DSL4`, `dsl-004`, `rule 4`. */
function suggestion(text: string): string {
  const [, number = ''] = /^[a-z_\s-]{0,6}0*(\d{1,3})$/iu.exec(text) ?? [];
  const id = ruleIds.find((one) => one === `DSL${number.padStart(3, '0')}`);
  return id === undefined ? '' : ` Did you mean \`${id}\`?`;
}

/** Ids as an enumeration, those that follow on each other as "from to". */
function runs(ids: readonly RuleId[]): string {
  const numberOf = (id: RuleId): number => Number(id.slice('DSL'.length));
  const numbers = new Set(ids.map(numberOf));
  const firsts = ids.filter((id) => !numbers.has(numberOf(id) - 1));
  const lasts = ids.filter((id) => !numbers.has(numberOf(id) + 1));
  return firsts.map((first, index) => `\`${first}\` to \`${String(lasts[index])}\``).join(', ');
}
