import eslint from '@eslint/js';
import jest from 'eslint-plugin-jest';
import tseslint from 'typescript-eslint';

/**
 * Arrows point one way: index → run → operations → links, docspace (→ http), present (→ inputs). Each row: files of a
 * folder may not import from the folders that follow it.
 */
const forbidden = {
  http: ['inputs', 'docspace', 'operations', 'audit', 'present', 'github', 'runner', 'verbs'],
  links: ['inputs', 'docspace', 'operations', 'audit', 'present', 'github', 'runner'],
  // Inputs and file both read the policy, so the words of it are the audit's, and nothing else of the audit.
  inputs: ['docspace', 'operations', 'audit/(?!(finding|policy|rule-ids)\\.ts).*', 'present', 'github', 'runner'],
  'links-file': ['docspace', 'operations', 'present', 'github', 'runner', 'verbs'],
  docspace: ['inputs', 'operations', 'audit', 'present', 'github', 'runner'],
  audit: ['operations', 'present', 'github', 'runner', 'docspace'],
  present: ['operations', 'docspace', 'github', 'runner'],
  github: ['operations', 'docspace', 'runner', 'audit'],
  operations: ['github', 'runner', 'inputs'],
  runner: ['inputs', 'operations', 'audit', 'present', 'github', 'docspace'],
};

const direction = Object.entries(forbidden).map(([folder, others]) => ({
  files: [`src/${folder}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          ...(folder === 'links'
            ? [{ regex: '^(?!\\./)', message: 'The domain imports nothing from outside itself.' }]
            : []),
          {
            regex: `^(\\.\\./)+(${others.join('|')}|index\\.ts|run\\.ts|simulator|scripts)(/|$)`,
            message: `src/${folder} may not import from there: arrows point one way.`,
          },
        ],
      },
    ],
  },
}));

export default tseslint.config(
  { ignores: ['dist/', 'lib/', 'coverage/', 'bundle/'] },
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  ...direction,
  {
    files: ['simulator/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '/src/', message: 'The simulator knows nothing of the product.' }] },
      ],
    },
  },
  { files: ['scripts/**/*.ts'], rules: { 'no-console': 'off' } },
  { files: ['__tests__/**/*.ts'], extends: [jest.configs['flat/recommended']] },
  { files: ['**/*.js'], extends: [tseslint.configs.disableTypeChecked] },
);
