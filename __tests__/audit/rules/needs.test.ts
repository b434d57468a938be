import { describe, expect, test } from '@jest/globals';
import { notEvaluated, wasEvaluated, type Known } from '../../../src/audit/rules/needs.ts';
import { ruleOf, rules } from '../../../src/audit/rules/registry.ts';
import type { Policy } from '../../../src/audit/policy.ts';
import { contextOf } from '../subjects.ts';

/** An audit that has come to know everything. */
const everything: Known = {
  version: '3.7',
  sharing: true,
  owners: true,
  passwordPolicy: true,
  file: true,
  baseline: true,
  pullRequests: true,
};
const { policy } = contextOf();

function severity(rule: string, word: 'off' | 'low'): Policy {
  return contextOf({ severity: new Map([[rule, word]]) }).policy;
}

describe('a rule that could not be evaluated is named, with what it needs', () => {
  test.each([
    { known: {}, expected: [] },
    { known: { owners: false }, expected: [{ rule: 'DSL024', needs: 'a key with the scope `accounts:read`' }] },
    { known: { sharing: false }, expected: [{ rule: 'DSL027', needs: 'a key with the scope `files:read`' }] },
    { known: { sharing: false, version: '3.6' }, expected: [] },
    {
      known: { passwordPolicy: false },
      expected: [{ rule: 'DSL028', needs: "the portal's password policy, which it did not tell" }],
    },
    { known: { owners: false, sharing: false, passwordPolicy: false, version: null }, expected: [] },
    { known: { file: false, baseline: false, pullRequests: false }, expected: [] },
  ] as const)('$known', ({ known, expected }) => {
    expect(notEvaluated(policy, { ...everything, ...known })).toEqual(expected);
  });

  test('but not where the policy turns it off', () => {
    expect(notEvaluated(severity('DSL024', 'off'), { ...everything, owners: false })).toEqual([]);
    expect(notEvaluated(severity('DSL024', 'low'), { ...everything, owners: false })).toHaveLength(1);
  });
});

describe('what a rule does not find is there no more only if it was evaluated', () => {
  test.each(rules.map(({ id }) => id))('%s, with all that it needs and all that switches it on', (id) => {
    const required = contextOf({ require: ['managed', 'login'] }).policy;
    expect(wasEvaluated(id, required, everything)).toBe(true);
    expect(wasEvaluated(id, severity(id, 'off'), everything)).toBe(false);
  });

  test.each([
    { rule: 'DSL013', lacks: 'a baseline', known: { baseline: false } },
    { rule: 'DSL024', lacks: 'the owners', known: { owners: false } },
    { rule: 'DSL026', lacks: 'a file', known: { file: false } },
    { rule: 'DSL027', lacks: 'the sharing settings', known: { sharing: false } },
    { rule: 'DSL028', lacks: 'the password policy', known: { passwordPolicy: false } },
    { rule: 'DSL029', lacks: 'some of the pull requests', known: { pullRequests: false } },
    { rule: 'DSL902', lacks: 'a version, since nothing was read', known: { version: null } },
  ] as const)('not $rule without $lacks', ({ rule, known }) => {
    expect(wasEvaluated(rule, policy, { ...everything, ...known })).toBe(false);
    expect(wasEvaluated('DSL001', policy, { ...everything, ...known })).toBe(true);
  });

  test.each(['DSL025', 'DSL030'])('not %s, where nothing requires it', (rule) => {
    expect(wasEvaluated(rule, policy, everything)).toBe(false);
  });

  test('nor a rule that this version does not know', () => {
    expect(ruleOf('DSL021')).toBeUndefined();
    expect(wasEvaluated('DSL021', policy, everything)).toBe(false);
  });
});

test('a rule that is on only where it is required names what requires it', () => {
  const those = rules.filter(({ onlyIfRequired }) => onlyIfRequired === true);
  expect(those.map(({ id, requiredBy }) => [id, requiredBy])).toEqual([
    ['DSL025', 'managed'],
    ['DSL030', 'login'],
  ]);
});
