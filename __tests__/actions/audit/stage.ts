import type { Finding } from '../../../src/audit/finding.ts';
import type { Portal } from '../../../simulator/index.ts';
import type { FakeGitHub } from '../../github/fake-github.ts';
import { gitHubFor } from '../../support/github.ts';
import { elements, githubToken, run, type Ran, type Running } from '../../support/step.ts';
import { workspaceOf, type Workspace } from '../../support/workspace.ts';

/** What an audit leaves. */
export interface Audited extends Ran {
  readonly findings: readonly Finding[];
  /** `DSL001 201`: rule and room of each finding, in their order. */
  readonly found: readonly string[];
}

/** Where and how an audit runs. */
export interface Auditing extends Running {
  readonly workspace?: Workspace;
  /** Default: none is asked, since there is no token. */
  readonly github?: FakeGitHub;
}

/** Runs `audit`. Its reports and its issue are searched for secrets as everything else. */
export async function audit(
  portal: Portal,
  inputs: Readonly<Record<string, string>> = {},
  { workspace, github, env, ...running }: Auditing = {},
): Promise<Audited> {
  const here = workspace ?? (await workspaceOf());
  const reports = (inputs['reports'] ?? '')
    .split(/[\n,]/u)
    .map((path) => path.trim())
    .filter((path) => path !== '');
  const ran = await run(
    'audit',
    portal,
    { 'github-token': github === undefined ? '' : githubToken, ...inputs },
    {
      ...running,
      cwd: here.path,
      env: {
        GITHUB_WORKSPACE: here.path,
        ...(github === undefined ? {} : { GITHUB_API_URL: github.url }),
        ...env,
      },
      left: () => ({
        ...Object.fromEntries(reports.flatMap((path) => readIfThere(here, path))),
        ...(github === undefined
          ? {}
          : { issues: JSON.stringify(github.issues), requests: JSON.stringify(github.seen) }),
      }),
    },
  );
  const findings = elements(ran, 'findings') as readonly Finding[];
  return { ...ran, findings, found: findings.map(({ rule, roomId }) => `${rule} ${roomId}`.trim()) };
}

function readIfThere(workspace: Workspace, path: string): readonly (readonly [string, string])[] {
  try {
    return [[path, workspace.read(path)]];
  } catch {
    return [];
  }
}

/** GitHub, where the workflow may write issues. */
export function gitHubOf(): Promise<FakeGitHub> {
  return gitHubFor({ issues: 'write', pullRequests: 'read' });
}

/** Requests that write to the portal, or that make a link by reading it. */
export function writesTo(portal: Portal): readonly string[] {
  return portal.requests
    .filter(({ method, path }) => method !== 'GET' || /\/link(?:\?|$)/u.test(path))
    .map(({ method, path }) => `${method} ${path}`);
}
