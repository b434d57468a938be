import { describe, expect, test } from '@jest/globals';
import { compared } from '../../../src/audit/orphans.ts';
import type { Portal } from '../../../simulator/index.ts';
import type { FakeGitHub } from '../../github/fake-github.ts';
import { addOurs } from '../../support/ours.ts';
import { portalOf } from '../../support/step.ts';
import { workspaceOf } from '../../support/workspace.ts';
import { inDays } from './gallery.ts';
import { audit, gitHubOf } from './stage.ts';
import { identity, idIn } from '../../support/links.ts';

/** A link that breaks no rule, if its title says something. */
const good = { internal: true, expiresAt: inDays(20) };

const calm = { 'fail-on': 'never', severity: 'DSL014=off\nDSL017=off' };

async function stageOf(): Promise<{
  readonly portal: Portal;
  readonly roomId: number | string;
  readonly github: FakeGitHub;
}> {
  const portal = await portalOf();
  const { id } = portal.addRoom({ title: 'Contract', roomType: 5 });
  return { portal, roomId: id, github: await gitHubOf() };
}

/** Pull requests that are closed, of these numbers. */
function close(github: FakeGitHub, from: number, to: number): void {
  for (let number = from; number <= to; number += 1) github.addIssue({ number, pull: true, state: 'closed' });
}

/** What GitHub was asked, without what all requests have in common. */
const asked = ({ seen }: FakeGitHub): readonly string[] =>
  seen.map(({ method, path }) => `${method} ${path.replace('/repos/octo/contracts', '')}`);

describe('links of closed pull requests', () => {
  test('are found however old the pull request is, and whatever the link is called', async () => {
    const { portal, roomId, github } = await stageOf();
    close(github, 1, 1300);
    github.addIssue({ number: 1301, pull: true });
    github.addIssue({ number: 1302, pull: true, state: 'closed' });
    addOurs(portal, roomId, 'pr-3', good);
    addOurs(portal, roomId, 'pr-4', { ...good, title: 'Review' });
    addOurs(portal, roomId, 'pr-1301', { ...good, title: 'Open' });
    addOurs(portal, roomId, 'release', { ...good, title: 'Release' });
    const { findings, outputs } = await audit(portal, calm, { github });
    const orphans = findings.filter(({ rule }) => rule === 'DSL029');
    expect(orphans.map(({ linkTitle }) => linkTitle).toSorted()).toEqual(['Review', 'octo/contracts: pr-3']);
    expect(asked(github)).toEqual(['GET /pulls', 'GET /pulls/3', 'GET /pulls/4', 'GET /pulls/1301']);
    expect(outputs['complete']).toBe('true');
  });

  test('that are issues, or numbers that were never given, are none', async () => {
    const { portal, roomId, github } = await stageOf();
    close(github, 1, 9);
    github.addIssue({ number: 10, state: 'closed' });
    github.addIssue({ number: 11, pull: true });
    for (const key of ['pr-10', 'pr-12', 'pr-0', 'pr-99999999999999999999']) addOurs(portal, roomId, key, good);
    expect((await audit(portal, calm, { github })).found).toEqual([]);
    expect(asked(github)).toEqual(['GET /pulls', 'GET /pulls/10']);
  });

  test('cost GitHub no request where no link can be one', async () => {
    const { portal, roomId, github } = await stageOf();
    close(github, 1, 9);
    portal.addLink(roomId, { ...good, title: 'octo/contracts: pr-3' });
    addOurs(portal, roomId, 'release-4.2', good);
    addOurs(portal, roomId, 'press', { ...good, title: 'Press kit' });
    const workspace = await workspaceOf({
      '.github/docspace-links.yml': `version: 1\nrooms: [{ room: ${roomId}, links: [{ key: press, title: Press kit, expiration: 30d }] }]\n`,
    });
    expect((await audit(portal, calm, { github, workspace })).found).not.toContain(`DSL029 ${roomId}`);
    expect(github.seen).toEqual([]);
  });

  test('nor with the rule off, or without a token', async () => {
    const { portal, roomId, github } = await stageOf();
    close(github, 1, 9);
    addOurs(portal, roomId, 'pr-3', good);
    await audit(portal, { ...calm, severity: 'DSL029=off' }, { github });
    await audit(portal, { ...calm, 'github-token': '' }, { github });
    expect(github.seen).toEqual([]);
  });

  test('are looked up a hundred at most, the oldest first, and the log says how many are left', async () => {
    const { portal, roomId, github } = await stageOf();
    close(github, 1, 130);
    for (let number = 1; number <= 120; number += 1) addOurs(portal, roomId, `pr-${number}`, good);
    const ran = await audit(portal, calm, { github });
    const orphans = ran.findings.filter(({ rule }) => rule === 'DSL029');
    expect(orphans).toHaveLength(100);
    expect(github.seen).toHaveLength(101);
    expect(ran.logged).toContain(
      'DSL029 (orphan): 100 pull requests looked up, the oldest of 120 that links were made for; of 20 it is not known whether they are closed',
    );
  });

  test('that were not looked up are not called fixed', async () => {
    const { portal, roomId, github } = await stageOf();
    const workspace = await workspaceOf();
    close(github, 1, 130);
    addOurs(portal, roomId, 'pr-125', good);
    await audit(portal, { ...calm, reports: 'audit.json' }, { github, workspace });
    for (let number = 1; number <= 110; number += 1) addOurs(portal, roomId, `pr-${number}`, good);
    const ran = await audit(portal, { ...calm, baseline: 'audit.json' }, { github, workspace });
    expect(ran.outputs['fixed-count']).toBe('0');
  });

  test('are not known where the token sees no pull requests: the log says so', async () => {
    const { portal, roomId, github } = await stageOf();
    addOurs(portal, roomId, 'pr-3', good);
    github.fault('GET', /pulls/u, { status: 404, body: '{"message":"Not Found"}' }, 9);
    const ran = await audit(portal, calm, { github });
    expect(ran.exitCode).toBe(0);
    expect(ran.logged).toContain('DSL029 (orphan) is not judged');
  });
});

describe('ids are compared with numbers of pull requests', () => {
  const unknown = ['pr-7', 'pr-900', 'release'].map((key) => ({
    roomId: '1',
    type: 'external' as const,
    id: idIn(1, key),
  }));

  test('down from the newest', () => {
    expect(compared(unknown, 1000, identity, 5000)).toEqual({ numbers: [7, 900], left: 0 });
    expect(compared(unknown, 899, identity, 5000)).toEqual({ numbers: [7], left: 0 });
    expect(compared([], 1000, identity, 5000)).toEqual({ numbers: [], left: 0 });
    expect(compared(unknown, 0, identity, 5000)).toEqual({ numbers: [], left: 0 });
  });

  test('only so often, which is told', () => {
    expect(compared(unknown, 1000, identity, 500)).toEqual({ numbers: [900], left: 2 });
    expect(compared(unknown.slice(1, 2), 1000, identity, 101)).toEqual({ numbers: [900], left: 0 });
    const elsewhere = { roomId: '2', type: 'external' as const, id: idIn(2, 'pr-999') };
    expect(compared([...unknown, elsewhere], 1000, identity, 4)).toEqual({ numbers: [999], left: 3 });
  });
});
