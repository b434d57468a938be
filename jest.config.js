import { readFileSync, readdirSync } from 'node:fs';

/** Sources that hold types only: there is nothing to run in them, so nothing loads them. */
const typesOnly = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .filter((file) => !/^(?:export )?(?:async )?(?:const|function|class)\b/mu.test(readFileSync(`src/${file}`, 'utf8')));

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  setupFiles: ['<rootDir>/__tests__/support/seed.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2024', parser: { syntax: 'typescript' } }, module: { type: 'es6' }, sourceMaps: 'inline' },
    ],
  },
  // Steps wait for their processes and for real pauses more than they compute.
  maxWorkers: '100%',
  // Far above what any test takes: a test that is given up goes on, and on a slow machine spoils the ones after it.
  testTimeout: 120_000,
  coverageProvider: 'v8',
  // What index.ts does only a process of its own can show, which is not measured.
  collectCoverageFrom: ['src/**/*.ts', '!src/index.ts', ...typesOnly.map((file) => `!src/${file}`)],
  // The domain and the inputs are pure, so that nothing of them has to stay untried.
  coverageThreshold: {
    global: { lines: 95, statements: 95, branches: 95 },
    './src/links/': { branches: 100 },
    './src/values/': { branches: 100 },
  },
};
