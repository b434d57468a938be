import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

test('what every step reads at its start stays small: the rest is loaded where it is needed', () => {
  const { size } = statSync(join(import.meta.dirname, '..', '..', 'dist', 'index.js'));
  // An unchanged link takes two requests; reading 100 KB more would take a twentieth of the whole step.
  expect(size).toBeLessThan(800_000);
});
