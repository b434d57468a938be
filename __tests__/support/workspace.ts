import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { closeLater } from './step.ts';

/** A checked-out repository. */
export interface Workspace {
  readonly path: string;
  /** Puts a file there. */
  readonly put: (path: string, text: string) => Promise<void>;
  readonly read: (path: string) => string;
  /** Names of all files in it. */
  readonly files: () => Promise<readonly string[]>;
}

/** A workspace that goes when the test ends. */
export async function workspaceOf(files: Readonly<Record<string, string>> = {}): Promise<Workspace> {
  const path = await mkdtemp(join(tmpdir(), 'workspace-'));
  closeLater(() => rm(path, { recursive: true, force: true }));
  const workspace: Workspace = {
    path,
    put: async (name, text) => {
      await mkdir(dirname(join(path, name)), { recursive: true });
      await writeFile(join(path, name), text);
    },
    read: (name) => readFileSync(join(path, name), 'utf8'),
    files: async () => (await readdir(path, { recursive: true, encoding: 'utf8' })).sort(),
  };
  for (const [name, text] of Object.entries(files)) await workspace.put(name, text);
  return workspace;
}
