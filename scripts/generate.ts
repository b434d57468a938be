/**
 * Writes what is generated from the tables in `src/`: every `action.yml`, the ids of the audit's rules, the JSON
 * Schema of the file of links, the README's generated sections, and the pages of the audit's rules and of all promises. With `--check` it writes nothing,
 * and exits 1 naming what has drifted.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rules } from '../src/audit/rules/registry.ts';
import { actions } from '../src/actions/table.ts';
import { jsonSchema } from './generate-file-schema.ts';
import { actionYml, actionYmlPath } from './generate/action-yml.ts';
import { auditRulesPage } from './generate/audit-rules.ts';
import { readmeSections, renewedReadme } from './generate/readme.ts';
import { reportSchema } from './generate/report-schema.ts';
import { ruleIdsModule } from './generate/rule-ids.ts';
import { promisesPage } from './promises/page.ts';
import { promises } from './promises/promises.ts';
import { taggedTests } from './promises/tagged-tests.ts';

// Run from the sources, not compiled: what is generated for them is compiled afterwards.
const root = join(import.meta.dirname, '..');

function present(path: string): string | null {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return null;
  }
}

const files = new Map([
  ['src/audit/rules/ids.ts', ruleIdsModule(rules)],
  ['docs/audit-rules.md', auditRulesPage(rules)],
  ['docs/promises.md', promisesPage(promises, taggedTests(root, '__tests__'))],
  ...Object.values(actions).map((action) => [actionYmlPath(action), actionYml(action)] as const),
  ['schema/docspace-links.schema.json', `${JSON.stringify(jsonSchema(), null, 2)}\n`],
  ['schema/audit-report.schema.json', reportSchema()],
  ['README.md', renewedReadme(present('README.md') ?? '', readmeSections(actions))],
]);

const drifted = Array.from(files).filter(([path, content]) => present(path) !== content);

if (process.argv.includes('--check')) {
  for (const [path] of drifted) console.error(`${path} differs from the tables in src/: run \`npm run generate\`.`);
  if (drifted.length > 0) process.exitCode = 1;
} else {
  for (const [path, content] of drifted) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
    console.log(`written: ${path}`);
  }
  // What is made from a source that was just written is made by a process that loads it as it is now.
  if (drifted.some(([path]) => path.startsWith('src/'))) {
    process.exitCode = spawnSync(process.execPath, process.argv.slice(1), { stdio: 'inherit' }).status ?? 1;
  }
}
