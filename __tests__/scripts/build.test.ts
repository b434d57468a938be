import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { isUpToDate, noted } from '../../scripts/build/built.ts';
import { workspaceOf, type Workspace } from '../support/workspace.ts';

const repository = join(import.meta.dirname, '..', '..');
const read = (path: string): string => readFileSync(join(repository, path), 'utf8');

let copy: Workspace;
beforeEach(async () => {
  copy = await workspaceOf({
    'src/index.ts': 'run();',
    'src/links/link.ts': 'export {};',
    'bundle/tsconfig.json': '{}',
    'package.json': '{ "type": "module" }',
    'package-lock.json': '{}',
    'tsconfig.json': '{}',
    'tsconfig.lib.json': '{}',
    'README.md': '# Links',
    '__tests__/link.test.ts': 'test();',
  });
});

const remove = (path: string): void => {
  rmSync(join(copy.path, path), { recursive: true, force: true });
};

/** A build of the copy. */
async function build(): Promise<void> {
  remove('dist');
  await copy.put('dist/index.js', 'run()');
  await copy.put('dist/1.index.js', 'more()');
}

interface Change {
  readonly name: string;
  readonly change: () => unknown;
}

test.each<Change>([
  { name: 'a changed source', change: () => copy.put('src/links/link.ts', 'export const link = 1;') },
  { name: 'a new source', change: () => copy.put('src/links/new.ts', '') },
  {
    name: 'a source that is gone',
    change: () => {
      remove('src/links/link.ts');
    },
  },
  {
    name: 'a moved source',
    change: () => {
      renameSync(join(copy.path, 'src/index.ts'), join(copy.path, 'src/run.ts'));
    },
  },
  { name: 'how it is compiled', change: () => copy.put('tsconfig.lib.json', '{"x":1}') },
  { name: 'how it is bundled', change: () => copy.put('bundle/tsconfig.json', '{"x":1}') },
  { name: 'how it is built', change: () => copy.put('scripts/build.ts', 'build();') },
  { name: 'a package', change: () => copy.put('package-lock.json', '{"x":1}') },
  { name: 'a changed file of the bundle', change: () => copy.put('dist/1.index.js', 'other()') },
  {
    name: 'a file of the bundle that is gone',
    change: () => {
      remove('dist/1.index.js');
    },
  },
  { name: 'a file of another bundle', change: () => copy.put('dist/2.index.js', 'old()') },
  {
    name: 'no bundle',
    change: () => {
      remove('dist');
    },
  },
  {
    name: 'a clone, where nothing is noted',
    change: () => {
      remove('lib');
    },
  },
])('dist/ is not what the sources give: $name', async ({ change }) => {
  await noted(copy.path, build);
  expect(isUpToDate(copy.path)).toBe(true);
  await change();
  expect(isUpToDate(copy.path)).toBe(false);
  await noted(copy.path, build);
  expect(isUpToDate(copy.path)).toBe(true);
});

test.each<Change>([
  { name: 'nothing is changed', change: () => undefined },
  { name: 'a source is written again as it was', change: () => copy.put('src/index.ts', 'run();') },
  {
    name: 'something else is changed',
    change: async () => {
      await copy.put('README.md', '');
      await copy.put('__tests__/link.test.ts', '');
    },
  },
  {
    name: 'a source is changed and changed back',
    change: async () => {
      await copy.put('src/index.ts', '');
      await copy.put('src/index.ts', 'run();');
    },
  },
])('dist/ is what the sources give: $name', async ({ change }) => {
  await noted(copy.path, build);
  await change();
  expect(isUpToDate(copy.path)).toBe(true);
});

test('a build that fails leaves nothing that is taken for its result', async () => {
  await noted(copy.path, build);
  const failing = noted(copy.path, async () => {
    await build();
    throw new Error('no space left');
  });
  await expect(failing).rejects.toThrow('no space left');
  expect(isUpToDate(copy.path)).toBe(false);
});

test('a source that changes while it is built counts as changed', async () => {
  await noted(copy.path, async () => {
    await build();
    await copy.put('src/index.ts', 'run(1);');
  });
  expect(isUpToDate(copy.path)).toBe(false);
});

/** What the build of the copy runs, in place of the real programs: each notes that it ran, and with what. */
function program(name: string, then = ''): string {
  const reported = `[${JSON.stringify(name)}, ...process.argv.slice(2)].join(' ') + '\\n'`;
  return `const fs = process.getBuiltinModule('node:fs'); fs.appendFileSync(process.env.RAN, ${reported}); ${then}`;
}

describe('npm run build, and what `npm test` does first', () => {
  const compile = 'tsc -p tsconfig.lib.json';
  const bundle = 'ncc build ../lib/src/index.js --out ../dist --quiet';
  const everything = ['generate', compile, bundle, 'finish-dist'];

  beforeEach(async () => {
    for (const path of ['scripts/build.ts', 'scripts/build/built.ts']) await copy.put(path, read(path));
    await copy.put('node_modules/typescript/bin/tsc', program('tsc', `if (fs.existsSync('mistake')) process.exit(2);`));
    await copy.put('scripts/generate.ts', program('generate'));
    const bundles = `fs.mkdirSync('../dist'); fs.writeFileSync('../dist/index.js', 'run()');`;
    await copy.put('node_modules/@vercel/ncc/dist/ncc/cli.js', program('ncc', bundles));
    await copy.put('scripts/finish-dist.ts', program('finish-dist', `fs.writeFileSync('dist/list.js', 'list()');`));
  });

  /** Runs it in the copy: its exit code, and what it ran. */
  function built(...args: readonly string[]): { readonly code: number | null; readonly ran: readonly string[] } {
    const ran = join(copy.path, 'ran');
    rmSync(ran, { force: true });
    const { status } = spawnSync(process.execPath, [join(copy.path, 'scripts/build.ts'), ...args], {
      env: { PATH: process.env['PATH'], RAN: ran },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    return { code: status, ran: existsSync(ran) ? readFileSync(ran, 'utf8').trimEnd().split('\n') : [] };
  }

  test('a clone builds, and builds no second time', async () => {
    expect(built('--if-needed')).toStrictEqual({ code: 0, ran: everything });
    expect(built('--if-needed')).toStrictEqual({ code: 0, ran: [] });
    await copy.put('src/index.ts', 'run(1);');
    expect(built('--if-needed')).toStrictEqual({ code: 0, ran: everything });
    await copy.put('dist/index.js', 'other()');
    expect(built('--if-needed')).toStrictEqual({ code: 0, ran: everything });
    expect(copy.read('dist/index.js')).toBe('run()');
  });

  test('after a build there is nothing to build; without `--if-needed` it builds all the same', () => {
    expect(built()).toStrictEqual({ code: 0, ran: everything });
    expect(built('--if-needed').ran).toStrictEqual([]);
    expect(built()).toStrictEqual({ code: 0, ran: everything });
  });

  test('a mistake ends it, and the next run builds again', async () => {
    await copy.put('mistake', '');
    expect(built('--if-needed')).toStrictEqual({ code: 2, ran: ['generate', compile] });
    expect(built('--if-needed')).toStrictEqual({ code: 2, ran: ['generate', compile] });
    remove('mistake');
    expect(built('--if-needed')).toStrictEqual({ code: 0, ran: everything });
  });

  test('the scripts of npm are these', () => {
    const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
    expect(scripts['build']).toBe('node --import ./scripts/needed-node.js scripts/build.ts');
    expect(scripts['pretest']).toBe('npm run -s build -- --if-needed');
  });
});
