import { describe, expect, test } from '@jest/globals';
import { portalOf } from '../../support/step.ts';
import { idIn } from '../../support/links.ts';
import { good, open } from './gallery.ts';
import { workspaceOf } from '../../support/workspace.ts';
import { audit, gitHubOf } from './stage.ts';

const file = '.github/docspace-links.yml';

describe('the baseline', () => {
  test('tells new findings from known ones, and what is fixed [promise audit-baseline]', async () => {
    const portal = await portalOf();
    const workspace = await workspaceOf();
    const room = portal.addRoom({ title: 'Contract', roomType: 5 });
    const endless = portal.addLink(room.id, { ...open, expiresAt: null });
    const first = await audit(portal, { reports: 'last.json', 'fail-on': 'never' }, { workspace });
    expect(first.outputs).toMatchObject({ 'new-count': '1', 'fixed-count': '0', 'findings-count': '1' });

    portal.addLink(room.id, { ...good, title: 'Shared link' });
    const second = await audit(
      portal,
      { baseline: 'last.json', reports: 'next.json', 'fail-on': 'never' },
      { workspace },
    );
    expect(second.findings.map(({ rule, status }) => [rule, status])).toEqual([
      ['DSL001', 'known'],
      ['DSL015', 'new'],
    ]);
    expect(second.stdout).toContain('Findings: 1 high, 1 low; 1 new, 1 known, 0 fixed');

    portal.room(room.id).links.delete(endless.id);
    const third = await audit(portal, { baseline: 'next.json', 'fail-on': 'never' }, { workspace });
    expect(third.findings.map(({ rule, status }) => [rule, status])).toEqual([
      ['DSL001', 'fixed'],
      ['DSL015', 'known'],
    ]);
    expect(third.outputs).toMatchObject({
      'new-count': '0',
      'fixed-count': '1',
      'findings-count': '1',
      'high-count': '0',
    });
  });

  test('that is not there is a notice, and all are new [promise audit-baseline]', async () => {
    const portal = await portalOf();
    portal.addRoom({ title: 'Contract', roomType: 5 });
    const ran = await audit(portal, { baseline: 'nowhere/last.json' });
    expect(ran.exitCode).toBe(0);
    expect(ran.notices).toEqual([
      { title: 'No baseline', text: '"nowhere/last.json" is not there: all findings are new.' },
    ]);
  });

  test('of another portal, or that is none, is an error before any request, together with a broken policy', async () => {
    const portal = await portalOf();
    const workspace = await workspaceOf({
      'last.json': '{"version":1}',
      [file]: 'version: 1\npolicy: { max-lifetime: long }\n',
    });
    const ran = await audit(portal, { baseline: 'last.json' }, { workspace });
    expect(ran.exitCode).toBe(1);
    expect(ran.errors.map(({ title }) => title)).toEqual(['File not usable', 'Input not usable']);
    expect(portal.requests).toEqual([]);
  });

  test('says nothing of rooms that were not read', async () => {
    const portal = await portalOf();
    const workspace = await workspaceOf();
    const rooms = [1, 2].map((n) => portal.addRoom({ title: `Contract ${n}`, roomType: 5 }));
    for (const { id } of rooms) portal.addLink(id, { ...open, expiresAt: null });
    await audit(portal, { reports: 'last.json', 'fail-on': 'never' }, { workspace });
    const [first, second] = rooms.map(({ id }) => String(id));
    const part = await audit(portal, { rooms: first ?? '', baseline: 'last.json', 'fail-on': 'never' }, { workspace });
    expect(part.found).toEqual([`DSL001 ${first}`]);
    portal.fault({ path: new RegExp(`/${second}/links$`, 'u'), times: 99 }, { kind: 'html', status: 502 });
    const broken = await audit(portal, { baseline: 'last.json', 'fail-on': 'never' }, { workspace });
    expect(broken.findings.map(({ rule, roomId, status }) => [rule, roomId, status])).toEqual([
      ['DSL001', first, 'known'],
      ['DSL901', second, 'new'],
    ]);
  });

  test('a room that was deleted is fixed; one that the key may not see any more is a finding, and no clean one', async () => {
    const portal = await portalOf();
    const workspace = await workspaceOf();
    const rooms = ['Deleted', 'Taken away', 'Archived', 'Kept'].map((title) =>
      portal.addRoom({ title, roomType: 5, owner: 'manager', members: { owner: 9 } }),
    );
    for (const { id } of rooms) portal.addLink(id, { ...open, expiresAt: null });
    await audit(portal, { reports: 'last.json', 'fail-on': 'never' }, { workspace });
    const [deleted, taken, archived, kept] = rooms.map(({ id }) => String(id));
    portal.state.rooms.delete(deleted ?? '');
    portal.room(taken ?? '').members.clear();
    portal.archive(archived ?? '');
    const ran = await audit(portal, { baseline: 'last.json', 'fail-on': 'never' }, { workspace });
    expect(ran.findings.map(({ rule, roomId, status }) => [rule, roomId, status])).toEqual([
      ['DSL001', deleted, 'fixed'],
      ['DSL900', taken, 'new'],
      ['DSL001', kept, 'known'],
    ]);
    expect(ran.findings[1]?.roomTitle).toBe('Taken away');
    expect(ran.outputs).toMatchObject({
      result: 'incomplete',
      complete: 'false',
      'rooms-total': '2',
      'rooms-unreadable': '1',
    });
  });

  test('what a narrower audit does not look at is not fixed', async () => {
    const portal = await portalOf();
    const workspace = await workspaceOf();
    const room = portal.addRoom({ title: 'Contract', roomType: 5, owner: 'disabled', members: { owner: 9 } });
    portal.user('disabled').active = false;
    for (let n = 0; n < 5; n += 1)
      portal.addLink(room.id, { ...open, title: `Link ${n}`, role: [2, 6, 5, 7, 10][n] ?? 2 });
    portal.setSharing({ externalShare: false, applyToRooms: true });
    const quiet = { 'fail-on': 'never', 'max-access': 'editor' };
    const all = await audit(portal, { ...quiet, reports: 'last.json' }, { workspace, key: 'owner-full' });
    expect([...new Set(all.findings.map(({ rule }) => rule))]).toEqual(['DSL027', 'DSL024', 'DSL014']);

    const compared = { ...quiet, baseline: 'last.json' };
    const poorer = await audit(portal, compared, { workspace });
    expect(poorer.findings.map(({ rule, status }) => [rule, status])).toEqual([['DSL014', 'known']]);
    const words =
      'Not judged: DSL024 (needs a key with the scope `accounts:read`), DSL027 (needs a key with the scope `files:read`)';
    expect(poorer.lines).toContain(words);
    expect(poorer.summary).toContain('Not judged: DSL024');
    const invitations = await audit(
      portal,
      { ...compared, 'link-type': 'invitation' },
      { workspace, key: 'owner-full' },
    );
    expect(invitations.findings.map(({ rule, status }) => [rule, status])).toEqual([['DSL024', 'known']]);
    const elsewhere = await audit(portal, { ...compared, 'search-area': 'archived' }, { workspace, key: 'owner-full' });
    expect(elsewhere.findings).toEqual([]);
  });

  test('a link that is gone is fixed, whatever rule it broke', async () => {
    const portal = await portalOf();
    const github = await gitHubOf();
    const workspace = await workspaceOf();
    const room = portal.addRoom({ title: 'Contract', roomType: 5 });
    github.addIssue({ number: 58, pull: true, state: 'closed' });
    const link = portal.addLink(room.id, { ...good, id: idIn(String(room.id), 'pr-58') });
    await audit(portal, { reports: 'last.json' }, { workspace, github });
    portal.room(room.id).links.delete(link.id);
    const { findings } = await audit(portal, { baseline: 'last.json' }, { workspace, github });
    expect(findings.map(({ rule, status }) => [rule, status])).toEqual([['DSL029', 'fixed']]);
  });
});
