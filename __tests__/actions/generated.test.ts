import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { actionYml, actionYmlPath } from '../../scripts/generate/action-yml.ts';
import { auditRulesPage } from '../../scripts/generate/audit-rules.ts';
import { ruleIdsModule } from '../../scripts/generate/rule-ids.ts';
import { readmeSections, renewedReadme } from '../../scripts/generate/readme.ts';
import type { Rule } from '../../src/audit/rules/rule.ts';
import { rules } from '../../src/audit/rules/registry.ts';
import type { ActionSpec } from '../../src/actions/spec.ts';
import { actions, verbs } from '../../src/actions/table.ts';
import { problemTable } from '../../src/links/problem.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

describe.each(verbs)('the action %s', (verb) => {
  const action: ActionSpec = actions[verb];
  const yaml = read(actionYmlPath(action));
  const content = parse(yaml) as {
    readonly name: string;
    readonly description: string;
    readonly author: string;
    readonly branding: unknown;
    readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: unknown }>>;
    readonly outputs: Readonly<Record<string, { readonly description: string }>>;
    readonly runs: Readonly<Record<string, string>>;
  };

  test('has the action.yml that the table yields [promise one-table]', () => {
    expect(yaml).toBe(actionYml(action));
    expect(yaml).toMatch(/^# Generated from src\/actions; run `npm run generate`\n/u);
  });

  test('declares its inputs, with defaults that are texts [promise own-inputs]', () => {
    expect(Object.entries(content.inputs)).toEqual(
      action.inputs.map(({ name, description, default: value }) => [
        name,
        value === '' ? { description } : { description, default: value },
      ]),
    );
  });

  test('declares its outputs', () => {
    expect(Object.entries(content.outputs)).toEqual(
      action.outputs.map(({ name, description }) => [name, { description }]),
    );
  });

  test('names nothing twice, and describes everything in sentences', () => {
    const all = [...action.inputs, ...action.outputs];
    expect(new Set(action.inputs.map(({ name }) => name)).size).toBe(action.inputs.length);
    expect(new Set(action.outputs.map(({ name }) => name)).size).toBe(action.outputs.length);
    expect(all.filter(({ description }) => !/^[^\n]+\.$/u.test(description))).toEqual([]);
  });
});

test('the files that run: one bundle, and for each other verb a stub that names it [promise five-actions]', () => {
  const runs = (path: string): unknown => (parse(read(path)) as { readonly runs: unknown }).runs;
  expect(runs('action.yml')).toEqual({ using: 'node24', main: 'dist/index.js', post: 'dist/after-job.js' });
  for (const verb of ['list', 'revoke', 'audit', 'apply']) {
    expect(runs(`${verb}/action.yml`)).toEqual({ using: 'node24', main: `../dist/${verb}.js` });
    expect(read(`dist/${verb}.js`)).toBe(`process.argv[2] = '${verb}';\nawait import('./index.js');\n`);
  }
});

// As in interface.md, word for word: who writes workflows relies on it.
test.each([
  [
    'set',
    {
      'room-id': '',
      'room-title': '',
      'link-type': 'external',
      access: '',
      expiration: '',
      internal: '',
      primary: 'false',
      key: 'default',
      'link-id': '',
      adopt: 'false',
      title: '',
      password: '',
      'deny-download': '',
      'max-uses': '',
      renew: 'false',
      rotate: 'false',
      'reveal-link': 'never',
      'revoke-after-job': 'false',
      'comment-on-pr': 'false',
      'github-token': '${{ github.token }}',
      'portal-url': '',
      'api-key': '',
      'ca-certificate': '',
      'request-timeout': '30s',
      timeout: '5m',
      'on-missing-credentials': 'fail',
      summary: 'true',
      'dry-run': 'false',
    },
    {
      link: '',
      password: '',
      'link-id': '',
      'room-id': '',
      result: '',
      changed: 'false',
      expiration: '',
      opens: '',
      links: '[]',
      'links-count': '0',
      plan: '[]',
      truncated: 'false',
    },
  ],
  [
    'list',
    {
      'room-id': '',
      'room-title': '',
      'link-type': 'all',
      'reveal-link': 'never',
      'portal-url': '',
      'api-key': '',
      'ca-certificate': '',
      'request-timeout': '30s',
      timeout: '5m',
      'on-missing-credentials': 'fail',
      summary: 'true',
    },
    { links: '[]', 'links-count': '0', 'room-id': '', 'primary-link-id': '', truncated: 'false' },
  ],
  [
    'revoke',
    {
      'room-id': '',
      'room-title': '',
      key: '',
      'link-id': '',
      primary: 'false',
      expired: 'false',
      managed: 'false',
      'except-keys': '',
      'link-type': 'all',
      'allow-rotate': 'false',
      'comment-on-pr': 'false',
      'github-token': '${{ github.token }}',
      'portal-url': '',
      'api-key': '',
      'ca-certificate': '',
      'request-timeout': '30s',
      timeout: '5m',
      'on-missing-credentials': 'fail',
      summary: 'true',
      'dry-run': 'false',
    },
    {
      result: '',
      changed: 'false',
      'revoked-count': '0',
      'room-id': '',
      links: '[]',
      'links-count': '0',
      plan: '[]',
      truncated: 'false',
    },
  ],
  [
    'audit',
    {
      rooms: 'all',
      'exclude-rooms': '',
      'search-area': 'active',
      'link-type': 'all',
      concurrency: 'auto',
      'policy-file': '',
      'max-lifetime': '',
      'max-access': '',
      require: '',
      severity: '',
      'fail-on': 'high',
      baseline: '',
      fix: '',
      'max-changes': '10',
      reports: '',
      issue: 'none',
      'issue-labels': '',
      'github-token': '${{ github.token }}',
      'portal-url': '',
      'api-key': '',
      'ca-certificate': '',
      'request-timeout': '30s',
      timeout: '30m',
      'on-missing-credentials': 'fail',
      summary: 'true',
      'dry-run': 'true',
    },
    {
      'findings-count': '0',
      'critical-count': '0',
      'high-count': '0',
      'medium-count': '0',
      'low-count': '0',
      'waived-count': '0',
      'new-count': '0',
      'fixed-count': '0',
      'rooms-total': '0',
      'rooms-read': '0',
      'rooms-unreadable': '0',
      complete: '',
      'links-count': '0',
      findings: '[]',
      truncated: 'false',
      'issue-number': '',
      plan: '[]',
      result: '',
    },
  ],
] as const)('the interface of %s', (verb, inputs, outputs) => {
  const action: ActionSpec = actions[verb];
  expect(Object.fromEntries(action.inputs.map(({ name, default: value }) => [name, value]))).toEqual(inputs);
  expect(Object.fromEntries(action.outputs.map(({ name, empty }) => [name, empty]))).toEqual(outputs);
});

describe('the README', () => {
  const sections = readmeSections(actions);

  test('says what the tables say [promise one-table]', () => {
    const readme = read('README.md');
    expect(renewedReadme(readme, sections)).toBe(readme);
  });

  test('knows every way to fail', () => {
    const missing = Object.keys(problemTable).filter(
      (code) => sections.get('troubleshooting')?.includes(`| \`${code}\` |`) !== true,
    );
    expect(missing).toEqual([]);
  });

  test('tells the roles of each type of room', () => {
    expect(sections.get('roles')?.split('\n')).toEqual(
      expect.arrayContaining([
        '| Form filling room | `form-filler`, `viewer` | the primary link, permanent | `content-creator`, `form-filler` |',
        '| Collaboration room | none | none | `content-creator`, `editor`, `viewer` |',
        '| Custom room | `editor`, `form-filler`, `reviewer`, `commenter`, `viewer` | the primary link, 5 additional links | `content-creator`, `editor`, `reviewer`, `commenter`, `viewer` |',
      ]),
    );
  });

  test('keeps its prose, and loses no section', () => {
    const one = new Map([['roles', '$& a | b']]);
    const readme = 'Prose\n<!-- generated: roles -->\nold\n<!-- end -->\nmore\n';
    const renewed = renewedReadme(readme, one);
    expect(renewed).toMatch(/^Prose\n<!-- generated: roles -->\n[^]*\$& a \| b[^]*<!-- end -->\nmore\n$/u);
    expect(renewedReadme(renewed, one)).toBe(renewed);
    expect(() => renewedReadme('Prose', one)).toThrow('README.md has no section for: roles.');
    expect(() => renewedReadme(readme, new Map())).toThrow('README.md has a section "roles", which nothing generates.');
  });
});

test('the ids that inputs and file load are those of the rules', () => {
  expect(read('src/audit/rules/ids.ts')).toBe(ruleIdsModule(rules));
});

describe('the page of rules', () => {
  const plain: Rule = {
    id: 'DSL100',
    name: 'plain-rule',
    severity: 'low',
    scope: 'link',
    finds: 'A link | with a bar.',
    why: 'Because.',
    advice: 'Look.',
    fix: '',
  };
  const other: Rule = { ...plain, id: 'DSL101', name: 'other-rule', fix: 'revokes it', requiredBy: 'login' };

  test('says what the rules say', () => {
    expect(read('docs/audit-rules.md')).toBe(auditRulesPage(rules));
  });

  test('has a row for each rule, and names what `require` is about', () => {
    const lines = auditRulesPage([plain, other]).split('\n');
    expect(lines.filter((line) => line.startsWith('| DSL'))).toEqual([
      '| DSL100 | `plain-rule` | A link \\| with a bar. | low | Because. | none |',
      '| DSL101 | `other-rule` | A link \\| with a bar. | low | Because. | revokes it |',
    ]);
    expect(lines.filter((line) => line.includes('`login`'))).toEqual([
      expect.stringContaining('`password`, `login` (DSL101), `no-download`'),
    ]);
  });
});
