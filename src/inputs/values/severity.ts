import { severities, type Severity } from '../../audit/finding.ts';
import type { RuleId } from '../../audit/rule-ids.ts';
import { listOf } from './lines.ts';
import { oneOf } from './one-of.ts';
import { mapped, type Parse } from './parsed.ts';
import { parseRule } from './rule.ts';

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
