import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from '@jest/globals';
import type { Link, Portal } from '../../simulator/index.ts';
import type { FakeGitHub } from '../github/fake-github.ts';
import { gitHubFor } from '../support/github.ts';
import { portalOf } from '../support/step.ts';
import { workspaceOf, type Workspace } from '../support/workspace.ts';
import { workflows, yamlOf, type Workflow } from './documented.ts';
import { canRun, runJob } from './run-job.ts';

let portal: Portal;
let github: FakeGitHub;
let workspace: Workspace;

beforeEach(async () => {
  portal = await portalOf();
  for (const id of [2201, 2202, 2203]) portal.addRoom({ id, title: `Room ${id}`, roomType: 5 });
  portal.addRoom({ id: 2204, title: 'Contract 2027', roomType: 5 });
  github = await gitHubFor();
  workspace = await workspaceOf();
});

const titles = (room: number): readonly string[] => portal.links(room).map(({ title }) => title);
const only = (room: number): Link | undefined => (portal.links(room).length === 1 ? portal.links(room)[0] : undefined);
const days = (link: Link | undefined): number =>
  Math.round(((link?.expiresAt ?? Infinity) - portal.state.now()) / 86_400_000);

/** Comments on pull requests: on which, and whether they hold these words. */
const comments = (words: string): unknown => github.comments.map(({ on, body }) => [on, body.includes(words)]);
/** Requests that change the portal. */
const writes = (): number => portal.requests.filter(({ method }) => method === 'PUT').length;
/** Reports that are in the workspace, by their endings. */
const reports = (): readonly string[] =>
  ['json', 'md', 'csv', 'sarif'].filter((ending) => existsSync(join(workspace.path, `docspace-audit.${ending}`)));

/** One time that a workflow runs, and what there is to see afterwards. */
interface Run {
  /** Another workflow than the one that is shown. */
  readonly of?: string;
  readonly job: string;
  readonly values?: Readonly<Record<string, string>>;
  readonly leaves?: readonly [seen: () => unknown, expected: unknown];
}

interface Scenario {
  /** What is in the portal already. */
  readonly before?: () => unknown;
  readonly event?: { readonly name: string; readonly content: object };
  /** Files of the workspace. */
  readonly files?: Readonly<Record<string, string>>;
  readonly runs: readonly Run[];
}

const pull = (number: number): object => ({ number, head: { repo: { id: 1 } }, base: { repo: { id: 1 } } });
const pullRequest = { name: 'pull_request_target', content: { pull_request: pull(58) } };
const release = (tag: string): Readonly<Record<string, string>> => ({ 'github.event.release.tag_name': tag });
const cleanUp = (dryRun: boolean): Readonly<Record<string, string>> => ({
  "inputs.dry-run && 'docspace-read' || 'docspace'": dryRun ? 'docspace-read' : 'docspace',
  'inputs.dry-run': String(dryRun),
  'inputs.max-changes': '10',
});
const nothing: NonNullable<Run['leaves']> = [() => null, null];
const expiredLink = (): void => {
  portal.addLink(2203, { title: 'Expired', internal: false, expiresAt: portal.state.now() - 86_400_000 });
};
const policy = 'version: 1\npolicy: { max-lifetime: 30d }\n';

/** What `jq` writes in the recipe. */
const releaseFile = JSON.stringify({
  version: 1,
  rooms: [
    {
      room: 2202,
      links: [{ key: 'v4.2.0', title: 'Documents of v4.2.0', access: 'viewer', internal: false, expiration: '30d' }],
    },
  ],
});

const linksFile = yamlOf('docs/recipes/links-as-code.md').find(({ kind }) => kind === 'file')?.text ?? '';

const recipe = (name: string): string => `docs/recipes/${name}.md, block 1`;

const scenarios: Readonly<Record<string, Scenario>> = {
  ['README.md, block 1']: {
    before: () => portal.addRoom({ id: 123456, title: 'Contract 2027', roomType: 5 }),
    runs: [
      {
        job: 'share',
        values: { 'github.event.pull_request.number': '58' },
        leaves: [
          () => [only(123456), days(only(123456))],
          [expect.objectContaining({ title: 'octo/contracts: pr-58', internal: true, role: 6 }), 7],
        ],
      },
    ],
  },
  [recipe('pull-request-reviewers')]: {
    event: pullRequest,
    runs: [
      {
        job: 'open',
        values: { 'github.event.pull_request.number': '58' },
        leaves: [
          () => [only(2201), days(only(2201)), comments('**Commenter')],
          [expect.objectContaining({ internal: true, role: 6 }), 7, [[58, true]]],
        ],
      },
      {
        job: 'close',
        values: { 'github.event.pull_request.number': '58' },
        leaves: [() => [titles(2201), comments('is revoked')], [[], [[58, true]]]],
      },
    ],
  },
  [recipe('release')]: {
    runs: [
      { job: 'share', values: release('v4.1.0'), leaves: [() => titles(2202), ['Documents of v4.1.0']] },
      {
        job: 'share',
        values: release('v4.2.0'),
        leaves: [
          () => [only(2202), days(only(2202))],
          [expect.objectContaining({ title: 'Documents of v4.2.0', internal: false, role: 2 }), 30],
        ],
      },
    ],
  },
  [recipe('release-as-code')]: {
    files: { 'links-of-this-release.yml': releaseFile },
    runs: [{ job: 'share', leaves: [() => titles(2202), ['Documents of v4.2.0']] }],
  },
  [recipe('one-job')]: {
    runs: [
      {
        job: 'check',
        values: { 'github.run_id': '77', 'github.run_attempt': '1' },
        leaves: [() => titles(2204), []],
      },
    ],
  },
  [recipe('nightly-sweep')]: {
    event: pullRequest,
    runs: [
      ...['57', '58', '59'].map((number) => ({
        of: recipe('pull-request-reviewers'),
        job: 'open',
        values: { 'github.event.pull_request.number': number },
      })),
      {
        job: 'sweep',
        values: { 'steps.open.outputs.keys': 'pr-58\npr-60' },
        leaves: [() => titles(2201), ['octo/contracts: pr-58']],
      },
    ],
  },
  [recipe('links-as-code')]: {
    event: { name: 'pull_request', content: { pull_request: pull(59) } },
    files: { '.github/docspace-links.yml': linksFile },
    runs: [
      { job: 'plan', leaves: [() => [writes(), comments('')], [0, [[59, true]]]] },
      {
        job: 'apply',
        leaves: [
          () => [titles(2201).toSorted(), titles(2203)],
          [['Press kit', 'octo/contracts: reviewers'], ['octo/contracts: partners']],
        ],
      },
    ],
  },
  [recipe('weekly-audit')]: {
    before: expiredLink,
    files: { '.github/docspace-links.yml': policy },
    runs: [
      {
        job: 'audit',
        leaves: [
          () => [reports(), writes(), github.issues],
          [['json', 'md', 'sarif'], 0, [expect.objectContaining({ state: 'open', labels: ['security', 'docspace'] })]],
        ],
      },
    ],
  },
  [recipe('first-clean-up')]: {
    before: () => {
      expiredLink();
      portal.addLink(2203, { title: 'For ever', internal: false, expiresAt: null });
    },
    runs: [
      { job: 'clean-up', values: cleanUp(true), leaves: [() => writes(), 0] },
      {
        job: 'clean-up',
        values: cleanUp(false),
        leaves: [() => [titles(2203), days(only(2203))], [['For ever'], 30]],
      },
    ],
  },
  'docs/results.md, block 1': {
    runs: [{ job: 'share', leaves: [() => titles(2201), ['octo/contracts: partners']] }],
  },
  [recipe('several-portals')]: {
    files: { '.github/docspace-links.europe.yml': policy },
    runs: [{ job: 'audit', values: { 'matrix.portal': 'europe' }, leaves: [() => reports(), ['sarif']] }],
  },
};

const named = (name: string): Workflow => {
  const found = workflows.find((one) => one.name === name);
  if (found === undefined) throw new Error(`There is no ${name}.`);
  return found.workflow;
};

test('every workflow is run', () => {
  const complete = workflows.filter(({ kind }) => kind === 'workflow').map(({ name }) => name);
  expect(Object.keys(scenarios).toSorted()).toEqual(complete.toSorted());
});

test.each(Object.entries(scenarios))('%s, does what it says', async (name, scenario) => {
  const { event = { name: 'push', content: {} }, files = {}, before, runs } = scenario;
  before?.();
  for (const [file, content] of Object.entries({ 'event.json': JSON.stringify(event.content), ...files })) {
    await workspace.put(file, content);
  }
  for (const { of = name, job, values = {}, leaves } of runs) {
    const steps = named(of).jobs[job];
    if (steps === undefined) throw new Error(`${of} has no job ${job}.`);
    const path = join(workspace.path, 'event.json');
    const outcomes = await runJob(steps, {
      portal,
      github,
      workspace: workspace.path,
      event: { path, name: event.name },
      values,
    });
    expect(outcomes.map(({ exitCode, stdout }) => (exitCode === 0 ? '' : stdout))).toEqual(outcomes.map(() => ''));
    const [seen, expected] = canRun(named(name)) ? (leaves ?? nothing) : nothing;
    expect(seen()).toEqual(expected);
  }
});
