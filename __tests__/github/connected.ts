import { connectGitHub, type GitHubOptions } from '../../src/github/client.ts';
import type { GitHub } from '../../src/github/port.ts';
import { Secret } from '../../src/links/secret.ts';
import type { FakeGitHub } from './fake-github.ts';

/** The account of a job's own token. */
export const workflow = 'github-actions[bot]';

/** A connection that waits for nothing, and what it would have told and waited for. */
export interface Connected {
  readonly github: GitHub;
  readonly waits: number[];
  readonly reported: string[];
  readonly debugged: string[];
}

/** Connects as the job's own token, which may do everything that is not said otherwise. */
export async function connected(fake: FakeGitHub, options: Partial<GitHubOptions> = {}): Promise<Connected> {
  const waits: number[] = [];
  const reported: string[] = [];
  const debugged: string[] = [];
  const github = await connectGitHub({
    token: new Secret('ghs_workflow'),
    repository: 'octo/contracts',
    apiUrl: fake.url,
    requestTimeout: 5000,
    signal: new AbortController().signal,
    sleep: (milliseconds) => {
      waits.push(milliseconds);
      return Promise.resolve();
    },
    random: () => 0.5,
    now: () => new Date('2026-11-24T09:30:00Z'),
    onWait: (line) => reported.push(line),
    debug: (line) => debugged.push(line),
    ...options,
  });
  return { github, waits, reported, debugged };
}
