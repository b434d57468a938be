import { severities, type Severity } from '../audit/finding.ts';
import { requirements } from '../audit/policy.ts';
import { type FixableRuleId, fixableRuleIds, type RuleId, ruleIds } from '../audit/rules/ids.ts';
import { listOf } from './lists.ts';
import { didYouMean, listedWords, mapped, oneOf, type Parse, wholeNumber } from './parsed.ts';

/** Id of a rule of the audit, in any case. */
export const parseRule: Parse<RuleId> = (text) => {
  const value = ruleIds.find((id) => id === text.toUpperCase());
  return value === undefined
    ? { wrong: `is not the id of a rule. Possible: ${runs(ruleIds)}.${suggestion(text)}` }
    : { value };
};

/** Id of a rule whose findings can be fixed, in any case. */
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

/** Ids of rules as an enumeration, those that follow on each other as "from to". */
export function runs(ids: readonly string[]): string {
  const numberOf = (id: string): number => Number(id.slice('DSL'.length));
  const numbers = new Set(ids.map(numberOf));
  const firsts = ids.filter((id) => !numbers.has(numberOf(id) - 1));
  const lasts = ids.filter((id) => !numbers.has(numberOf(id) + 1));
  return firsts.map((first, index) => `\`${first}\` to \`${String(lasts[index])}\``).join(', ');
}

/** What a finding of a rule weighs; `off`: the rule finds nothing. */
export const severityWords = [...severities, 'off'] as const;

export const parseSeverity: Parse<Severity | 'off'> = oneOf(severityWords, {
  false: 'off',
  none: 'off',
  ignore: 'off',
  warning: 'medium',
  error: 'high',
});

/** Severity of rules: `DSL004=off`. A colon serves as well, as in the policy file. */
export const parseSeverities: Parse<ReadonlyMap<RuleId, Severity | 'off'>> = (text) =>
  mapped(listOf(parseEntry, { keyOf: ([rule]) => rule, once: 'a rule' })(text), (entries) => new Map(entries));

const parseEntry: Parse<readonly [RuleId, Severity | 'off']> = (text) => {
  const [, name, word] = /^(.*?)\s*[=:]\s*(.*)$/u.exec(text) ?? [];
  if (name === undefined || word === undefined) {
    return { wrong: 'is not the id of a rule and its severity, like `DSL004=off`.' };
  }
  const [rule, severity] = [parseRule(name), parseSeverity(word)];
  if ('value' in rule && 'value' in severity) return { value: [rule.value, severity.value] };
  const wrong = [
    ...('wrong' in rule ? [`begins with what ${rule.wrong}`] : []),
    ...('wrong' in severity ? [`ends with a severity that ${severity.wrong}`] : []),
  ];
  return { wrong: wrong.join(' It ') };
};

/** What links can be required to have. */
export const parseRequirement = oneOf(requirements, { internal: 'login', 'deny-download': 'no-download' });

const most = 32;
const parseNumber = wholeNumber(1, most, '`auto`, or ');
const meanings = new Map(['auto', 'automatic', 'default', 'unlimited'].map((word) => [word, 'auto']));

/** How many requests at once: a number, or `auto`. */
export const parseConcurrency: Parse<'auto' | number> = (text) => {
  if (text.toLowerCase() === 'auto') return { value: 'auto' };
  const number = parseNumber(text);
  return 'value' in number ? number : { wrong: `${number.wrong}${didYouMean(text, meanings)}` };
};
