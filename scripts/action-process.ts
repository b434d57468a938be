import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a step of a workflow is given. */
export interface Step {
  /** File of `dist/` that the runner starts: `index.js`, `list.js`, `after-job.js`. */
  readonly entry: string;
  /** The inputs that are given; as the runner does it, the defaults of `action.yml` are the caller's to add. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** State that an earlier step of the job saved, for a post step. */
  readonly state?: Readonly<Record<string, string>>;
  /** The workspace, in which the step runs; default the folder of this process. */
  readonly cwd?: string;
  /** Kills the process when this settles. */
  readonly kill?: Promise<unknown>;
  /** Node to run with; default this one. */
  readonly node?: string;
}

/** What the runner sees of a step. */
export interface Outcome {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly summary: string;
}

/**
 * Runs a file of the committed bundle as the Actions runner does: a process of its own, inputs and files by
 * environment variables, nothing of this process's environment but PATH.
 */
export async function runStep(dist: string, step: Step): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'action-'));
  try {
    const files = { output: join(folder, 'output'), state: join(folder, 'state'), summary: join(folder, 'summary') };
    await Promise.all(Object.values(files).map((file) => writeFile(file, '')));
    const env: Record<string, string> = {
      PATH: process.env['PATH'] ?? '',
      GITHUB_ACTIONS: 'true',
      CI: 'true',
      GITHUB_OUTPUT: files.output,
      GITHUB_STATE: files.state,
      GITHUB_STEP_SUMMARY: files.summary,
      GITHUB_REPOSITORY: 'octo/contracts',
      GITHUB_REPOSITORY_ID: '4242',
      RUNNER_TEMP: folder,
      ...step.env,
      ...Object.fromEntries(Object.entries(step.inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
      ...Object.fromEntries(Object.entries(step.state ?? {}).map(([name, value]) => [`STATE_${name}`, value])),
    };
    const child = spawn(step.node ?? process.execPath, [join(dist, step.entry)], {
      env,
      cwd: step.cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    void step.kill?.finally(() => child.kill('SIGKILL'));
    const text = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk: Buffer) => (text.stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (text.stderr += chunk.toString()));
    const exitCode = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    return {
      exitCode,
      ...text,
      outputs: pairs(await readFile(files.output, 'utf8')),
      state: pairs(await readFile(files.state, 'utf8')),
      summary: await readFile(files.summary, 'utf8'),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Reads the runner's file of `name<<delimiter` blocks. */
function pairs(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  const lines = text.split(/\r?\n/);
  for (let at = 0; at < lines.length; at++) {
    const [, name, delimiter] = /^(.+?)<<(.+)$/.exec(lines[at] ?? '') ?? [];
    if (name === undefined || delimiter === undefined) continue;
    const end = lines.indexOf(delimiter, at + 1);
    found[name] = lines.slice(at + 1, end).join('\n');
    at = end;
  }
  return found;
}
