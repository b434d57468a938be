import { describe, expect, test } from '@jest/globals';
import type { Change } from '../../../src/links/change.ts';
import { bodies, json, portalOf } from '../../support/step.ts';
import { exhibited, good, inDays, invite, open } from './gallery.ts';
import { workspaceOf } from '../../support/workspace.ts';
import { audit, writesTo } from './stage.ts';

const endless = { ...open, expiresAt: null };
const mending = { 'dry-run': 'false', 'fail-on': 'never' };

test('without `fix`, `dry-run: false` writes nothing [promise audit-writes-nothing]', async () => {
  const portal = await portalOf();
  const room = portal.addRoom({ title: 'Contract', roomType: 5 });
  for (const link of [endless, { ...good, title: 'Old', expiresAt: inDays(-1) }]) portal.addLink(room.id, link);
  const ran = await audit(portal, mending);
  expect(writesTo(portal)).toEqual([]);
  expect(ran.outputs).toMatchObject({ plan: '[]', 'findings-count': '2' });
});

test('with `fix` and no more, there is a plan, and nothing is written [promise audit-writes-nothing, dry-run]', async () => {
  const portal = await portalOf();
  const room = portal.addRoom({ title: 'Contract', roomType: 5 });
  const link = portal.addLink(room.id, { ...endless, role: 10 });
  const ran = await audit(portal, { fix: 'DSL001\nDSL003', 'fail-on': 'never' });
  expect(writesTo(portal)).toEqual([]);
  const [change, ...others] = json(ran, 'plan') as readonly Change[];
  expect(others).toEqual([]);
  expect(change).toMatchObject({
    action: 'update',
    linkId: link.id,
    roomTitle: 'Contract',
    type: 'external',
    widens: [],
  });
  expect(change?.fields.map(({ name, from }) => [name, from])).toEqual([
    ['access', 'editor'],
    ['expiration', 'never'],
  ]);
  expect(ran.lines).toContain('Dry run: nothing was written');
  expect(ran.summary).toContain('Fixes that would be made (dry run)');
  expect(ran.outputs).toMatchObject({ 'critical-count': '1', 'fixed-count': '0' });
});

test('what is mended is proved, and is no finding any more; all else of the link stays', async () => {
  const portal = await portalOf();
  const workspace = await workspaceOf();
  const room = portal.addRoom({ title: 'Contract', roomType: 5 });
  const link = portal.addLink(room.id, { ...endless, role: 10, denyDownload: true });
  const old = portal.addLink(room.id, { ...good, title: 'Old', expiresAt: inDays(-1) });
  const fix = 'DSL001\nDSL003\nDSL006';
  const ran = await audit(portal, { ...mending, fix, reports: 'audit.json' }, { workspace });
  expect(ran.exitCode).toBe(0);
  expect(ran.findings.map(({ rule, status }) => [rule, status])).toEqual([
    ['DSL003', 'fixed'],
    ['DSL001', 'fixed'],
    ['DSL006', 'fixed'],
  ]);
  expect(ran.outputs).toMatchObject({
    result: 'clean',
    'findings-count': '0',
    'fixed-count': '3',
    'critical-count': '0',
  });
  expect((json(ran, 'plan') as readonly Change[]).map(({ action, linkId }) => [action, linkId])).toEqual([
    ['update', link.id],
    ['revoke', old.id],
  ]);
  const [after, ...others] = portal.links(room.id);
  expect(others).toEqual([]);
  expect(after).toMatchObject({ id: link.id, role: 2, title: open.title, password: open.password, denyDownload: true });
  expect(Math.abs((after?.expiresAt ?? 0) - inDays(30))).toBeLessThan(60_000);
  const report = JSON.parse(workspace.read('audit.json')) as { readonly links: readonly { readonly access: string }[] };
  expect(report.links.map(({ access }) => access)).toEqual(['viewer']);
  expect(ran.lines.filter((line) => line.includes('✓ read back'))).toHaveLength(2);

  portal.clearRequests();
  const again = await audit(portal, { ...mending, fix });
  expect(again.outputs).toMatchObject({ result: 'clean', plan: '[]' });
  expect(writesTo(portal)).toEqual([]);
});

test('more than `max-changes` is an error, and nothing at all is written; in a dry run it is a warning [promise audit-fix]', async () => {
  const portal = await portalOf();
  const room = portal.addRoom({ title: 'Contract', roomType: 5 });
  for (let n = 0; n < 3; n += 1) portal.addLink(room.id, { ...good, title: `Old ${n}`, expiresAt: inDays(-1) });
  const inputs = { fix: 'DSL006', 'max-changes': '2', 'fail-on': 'never' };
  const red = await audit(portal, { ...inputs, 'dry-run': 'false' });
  expect(red.exitCode).toBe(1);
  expect(red.errors).toMatchObject([{ title: 'The plan has too many changes' }]);
  expect(red.outputs).toMatchObject({ result: 'findings', 'low-count': '3' });
  const dry = await audit(portal, inputs);
  expect(dry.exitCode).toBe(0);
  expect(dry.warnings).toMatchObject([{ title: 'Too many changes' }]);
  expect(writesTo(portal)).toEqual([]);
  const enough = await audit(portal, { ...inputs, 'max-changes': '3', 'dry-run': 'false' });
  expect(enough.outputs).toMatchObject({ result: 'clean', 'fixed-count': '3' });
});

test('a waived finding is not mended, nor one of another rule', async () => {
  const portal = await portalOf();
  const room = portal.addRoom({ title: 'Contract', roomType: 5 });
  portal.addLink(room.id, endless);
  const until = new Date(inDays(30)).toISOString().slice(0, 10);
  const workspace = await workspaceOf({
    '.github/docspace-links.yml': `version: 1\nwaivers: [{ rule: DSL001, room: Contract, reason: "press kit", until: ${until} }]\n`,
  });
  await audit(portal, { ...mending, fix: 'DSL001\nDSL006\nDSL030' }, { workspace });
  expect(writesTo(portal)).toEqual([]);
});

test('a permanent primary link is never touched', async () => {
  const portal = await portalOf();
  portal.addRoom({ title: 'Press', roomType: 6 });
  const fix = exhibited.filter((rule) => /00[123567]|009|01[0128]|020/u.test(rule)).join('\n');
  const ran = await audit(portal, { ...mending, fix: `${fix}\nDSL025\nDSL030`, require: 'login\nmanaged' });
  expect(ran.found.length).toBeGreaterThan(1);
  expect(writesTo(portal)).toEqual([]);
});

test('what the portal refuses is red, and does not stop the others', async () => {
  const portal = await portalOf();
  const rooms = ['One', 'Two'].map((title) => portal.addRoom({ title, roomType: 5 }));
  for (const { id } of rooms) portal.addLink(id, endless);
  const [first, second] = rooms.map(({ id }) => String(id));
  portal.fault({ method: 'PUT', path: `/rooms/${first}/links`, times: 9 }, { kind: 'ignore-write' });
  const ran = await audit(portal, { ...mending, fix: 'DSL001' });
  expect(ran.exitCode).toBe(1);
  expect(ran.problem).toContain('expiration');
  expect(ran.findings.map(({ roomId, status }) => [roomId, status])).toEqual([
    [first, 'new'],
    [second, 'fixed'],
  ]);
  expect((json(ran, 'plan') as readonly Change[]).map(({ roomId }) => roomId)).toEqual([second]);
});

test('a link that changed since the scan is read again before it is written', async () => {
  const portal = await portalOf();
  const room = portal.addRoom({ title: 'Contract', roomType: 5 });
  const link = portal.addLink(room.id, endless);
  // The scan reads the links once; what happens then is seen by the second reading.
  portal.on({ method: 'GET', path: `/rooms/${room.id}/links`, nth: 2, times: 1 }, () => {
    link.title = 'Renamed meanwhile';
    link.password = 'Another-passw0rd';
  });
  const ran = await audit(portal, { ...mending, fix: 'DSL001' });
  expect(ran.exitCode).toBe(0);
  expect(bodies(portal)).toMatchObject([{ title: 'Renamed meanwhile', password: 'Another-passw0rd' }]);
});

describe('an invitation', () => {
  test('keeps its uses when it is narrowed, and who joined stays', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Contract', roomType: 5 });
    portal.addLink(room.id, { ...invite, role: 11, maxUse: null, used: 4, expiresAt: null });
    const ran = await audit(portal, { ...mending, fix: 'DSL009\nDSL010\nDSL011' });
    expect(ran.exitCode).toBe(0);
    expect(portal.links(room.id)).toMatchObject([{ role: 10, maxUse: 14, used: 4 }]);
    expect(ran.stdout).toContain('People who have joined by the invitation keep their role.');
  });
});

describe('after a fix, the room is judged anew', () => {
  test('what is new then is a finding', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Contract', roomType: 5 });
    portal.addLink(room.id, { ...open, role: 10 });
    portal.on({ method: 'PUT', times: 1 }, () => {
      portal.addLink(room.id, { ...endless, title: 'Made by hand meanwhile' });
    });
    const ran = await audit(portal, { 'dry-run': 'false', fix: 'DSL003', severity: 'DSL017=off' });
    expect(ran.exitCode).toBe(1);
    expect(ran.findings.map(({ rule, linkTitle, status }) => [rule, linkTitle, status])).toEqual([
      ['DSL001', 'Made by hand meanwhile', 'new'],
      ['DSL003', 'For the auditors', 'fixed'],
    ]);
    expect(ran.outputs).toMatchObject({
      result: 'findings',
      'high-count': '1',
      'links-count': '2',
      'fixed-count': '1',
    });
  });

  test('also if it is the fix itself that makes it so', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Contract', roomType: 5 });
    portal.addLink(room.id, endless);
    const ran = await audit(portal, { ...mending, fix: 'DSL001', 'max-lifetime': '3d' });
    expect(ran.findings.map(({ rule, status }) => [rule, status])).toEqual([
      ['DSL001', 'fixed'],
      ['DSL008', 'new'],
    ]);
  });
});

test('a time that is up while it is mending does not take the report away', async () => {
  const portal = await portalOf();
  const workspace = await workspaceOf();
  const rooms = ['One', 'Two'].map((title) => portal.addRoom({ title, roomType: 5 }));
  for (const { id } of rooms) portal.addLink(id, endless);
  const [, second] = rooms.map(({ id }) => String(id));
  portal.fault({ method: 'PUT', path: `/rooms/${second}/links`, times: 9 }, { kind: 'stall', when: 'before-headers' });
  const inputs = { ...mending, fix: 'DSL001', timeout: '5s', reports: 'audit.json' };
  const ran = await audit(portal, inputs, { workspace });
  expect(ran.exitCode).toBe(1);
  expect(ran.outputs).toMatchObject({ 'rooms-read': '2', complete: 'true', result: 'findings' });
  expect((json(ran, 'plan') as readonly Change[]).map(({ action }) => action)).toEqual(['update']);
  expect(await workspace.files()).toEqual(['audit.json']);
});
