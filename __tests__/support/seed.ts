/**
 * Runs before each test file: the properties draw the same values on every run, so that a red test is about a change
 * and never about chance. `SEED=7 npm test …` draws others, and `npm run test:seeds` many.
 */
import fc from 'fast-check';

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env['SEED'] ?? 1) });
