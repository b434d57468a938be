import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../../src/audit/finding.ts';
import { rules } from '../../../src/audit/rules/registry.ts';
import { addOurs } from '../../support/ours.ts';
import { portalOf } from '../../support/step.ts';
import { workspaceOf } from '../../support/workspace.ts';
import { exhibited, fillGallery, good, inDays, invite, open } from './gallery.ts';
import { audit, gitHubOf, writesTo, type Audited } from './stage.ts';

const everywhere = { 'search-area': 'any', 'fail-on': 'never' };
const confidential = 'version: 1\npolicy: { confidential-rooms: ["*HR*"] }\n';
const file = '.github/docspace-links.yml';

/** The rules that find something in a room, but for what every portal has. */
function rulesIn({ findings }: Audited, room: string | undefined): readonly string[] {
  return findings.filter(({ roomId }) => roomId === room).map(({ rule }) => rule);
}

describe('the rules, on a portal', () => {
  test('each fires in the room made for it, and none in a clean one', async () => {
    const portal = await portalOf();
    const { rooms, clean } = fillGallery(portal);
    const workspace = await workspaceOf({ [file]: confidential });
    const ran = await audit(portal, everywhere, { key: 'owner-full', workspace });
    for (const [rule, room] of rooms) expect([rule, rulesIn(ran, room).includes(rule)]).toEqual([rule, true]);
    for (const room of clean) expect(rulesIn(ran, room)).toEqual([]);
    expect(writesTo(portal)).toEqual([]);
    expect(ran.outputs).toMatchObject({ result: 'incomplete', complete: 'false', 'waived-count': '0', plan: '[]' });
  });

  test('each is waived, and off, where the file says so [promise audit-severity]', async () => {
    const portal = await portalOf();
    const { rooms } = fillGallery(portal);
    const until = new Date(inDays(30)).toISOString().slice(0, 10);
    const waivers = Array.from(
      rooms,
      ([rule, room]) => `  - { rule: ${rule}, room: ${room}, reason: "known", owner: "@security", until: ${until} }\n`,
    );
    const workspace = await workspaceOf({ [file]: `${confidential}waivers:\n${waivers.join('')}` });
    const waived = await audit(portal, everywhere, { key: 'owner-full', workspace });
    const stateOf = (rule: string, room: string): string | undefined =>
      waived.findings.find((one) => one.rule === rule && one.roomId === room)?.status;
    for (const [rule, room] of rooms) expect([rule, stateOf(rule, room)]).toEqual([rule, 'waived']);
    const count = waived.findings.filter(({ status }) => status === 'waived').length;
    expect(waived.outputs).toMatchObject({ 'waived-count': String(count), complete: 'false' });

    const severity = [...rooms.keys()].map((rule) => `${rule}=off`).join('\n');
    const off = await audit(portal, { ...everywhere, severity }, { key: 'owner-full', workspace });
    expect(off.findings.filter(({ rule }) => rooms.has(rule))).toEqual([]);
    expect(off.outputs).toMatchObject({ result: 'incomplete' });
  });

  test('what is required is found where it was not before [promise audit-require]', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Contract', roomType: 5 });
    portal.addLink(room.id, open);
    const none = await audit(portal);
    expect(none.outputs).toMatchObject({ result: 'clean', 'findings-count': '0' });
    expect(none.exitCode).toBe(0);
    const { findings } = await audit(portal, { require: 'login\nno-download\nmanaged', 'fail-on': 'never' });
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['DSL005', 'medium'],
      ['DSL025', 'medium'],
      ['DSL030', 'medium'],
    ]);
  });

  test('a portal that restricts sharing, and one that blocks', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Contract', roomType: 5 });
    portal.addLink(room.id, open);
    portal.setSharing({ externalShare: false, applyToRooms: true });
    const restricted = await audit(portal, everywhere, { key: 'owner-full' });
    expect(restricted.findings).toMatchObject([{ rule: 'DSL027', severity: 'high' }]);
    portal.setSharing({ blockExisting: true });
    const blocked = await audit(portal, everywhere, { key: 'owner-full' });
    expect(blocked.findings).toMatchObject([{ rule: 'DSL027', severity: 'info' }]);
    // A key with room scopes only is not told.
    expect((await audit(portal, everywhere)).findings).toEqual([]);
  });

  test('a link that differs from the file, and one that is missing', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Contract', roomType: 5 });
    addOurs(portal, room.id, 'docs', { ...good, role: 6 });
    const entries = ['docs', 'more']
      .map((key) => `      - { key: ${key}, access: viewer, expiration: 30d }\n`)
      .join('');
    const described = `version: 1\nrooms:\n  - room: ${room.id}\n    links:\n${entries}`;
    const workspace = await workspaceOf({ [file]: described });
    const { findings } = await audit(portal, everywhere, { workspace });
    expect(findings.map(({ rule, message }) => [rule, message])).toEqual([
      ['DSL026', 'Differs from the file: the external link with the key "more" is missing (line 6).'],
      ['DSL026', 'Differs from the file: access: commenter, the file says viewer (line 5).'],
    ]);
  });

  test('a room of the file that is nowhere; not where rooms are left out', async () => {
    const portal = await portalOf();
    portal.addRoom({ title: 'Contract', roomType: 5 });
    const gone = portal.addRoom({ title: 'Gone', roomType: 5 });
    const rooms = ['999', 'Gone', 'Contract'].map(
      (name) => `  - room: ${name}\n    links: [{ key: a, state: ${name === 'Contract' ? 'absent' : 'present'} }]\n`,
    );
    const workspace = await workspaceOf({ [file]: `version: 1\nrooms:\n${rooms.join('')}` });
    portal.archive(gone.id);
    const { findings } = await audit(portal, { 'fail-on': 'never' }, { workspace });
    expect(findings.map(({ rule, roomId, roomTitle, message }) => [rule, roomId, roomTitle, message])).toEqual([
      ['DSL026', '', 'Gone', 'Differs from the file: the room of line 5 is not there, so its links are missing.'],
      ['DSL026', '999', '', 'Differs from the file: the room of line 3 is not there, so its links are missing.'],
    ]);
    expect((await audit(portal, { rooms: 'Contract' }, { workspace })).findings).toEqual([]);
  });

  test('a link of a closed pull request', async () => {
    const portal = await portalOf();
    const github = await gitHubOf();
    const room = portal.addRoom({ title: 'Contract', roomType: 5 });
    for (const number of [57, 58]) {
      github.addIssue({ number, pull: true, state: number === 58 ? 'closed' : 'open' });
      addOurs(portal, room.id, `pr-${number}`, { ...good, role: number === 57 ? 2 : 6, title: `PR ${number}` });
    }
    const { findings } = await audit(portal, everywhere, { github });
    expect(findings).toMatchObject([{ rule: 'DSL029', linkTitle: 'PR 58' }]);
    expect(github.seen.every(({ method }) => method === 'GET')).toBe(true);
  });

  test('GitHub, that does not tell, is told', async () => {
    const portal = await portalOf();
    const github = await gitHubOf();
    const room = portal.addRoom({ title: 'Contract', roomType: 5 });
    addOurs(portal, room.id, 'pr-58', good);
    github.fault('GET', /pulls/u, { status: 403, body: '{"message":"Resource not accessible by integration"}' }, 9);
    const ran = await audit(portal, everywhere, { github });
    expect(ran.exitCode).toBe(0);
    expect(ran.stdout).toContain('DSL029 (orphan) is not judged');
  });

  test('a portal before 3.7', async () => {
    const portal = await portalOf({ profile: '3.6' });
    const room = portal.addRoom({ title: 'Contract', roomType: 5 });
    portal.addLink(room.id, open);
    const { findings, outputs } = await audit(portal, everywhere);
    expect(findings).toMatchObject([{ rule: 'DSL902', severity: 'info', roomId: '', linkId: '' }]);
    expect(outputs).toMatchObject({ complete: 'true', result: 'findings' });
  });

  test('uses that grew since the baseline', async () => {
    const portal = await portalOf();
    const workspace = await workspaceOf();
    const room = portal.addRoom({ title: 'Contract', roomType: 5 });
    const link = portal.addLink(room.id, { ...invite, maxUse: 100, used: 3 });
    await audit(portal, { reports: 'last.json' }, { workspace });
    portal.redeem(link.id, 10);
    expect((await audit(portal, { baseline: 'last.json' }, { workspace })).findings).toEqual([]);
    portal.redeem(link.id, 1);
    const { findings } = await audit(portal, { baseline: 'last.json' }, { workspace });
    expect(findings).toMatchObject([{ rule: 'DSL013', message: expect.stringContaining('3 then, 14 now') }]);
  });

  test('every rule is shown here, in the gallery, or with the coverage', () => {
    const elsewhere = [
      'DSL005',
      'DSL013',
      'DSL025',
      'DSL026',
      'DSL027',
      'DSL029',
      'DSL030',
      'DSL901',
      'DSL902',
      'DSL903',
    ];
    expect([...exhibited, ...elsewhere].toSorted()).toEqual(rules.map(({ id }) => id));
  });
});

test('the shape of a finding is that of the contract [promise audit-finding-shape]', async () => {
  const portal = await portalOf();
  const room = portal.addRoom({ title: 'Contract', roomType: 5 });
  const link = portal.addLink(room.id, { ...open, expiresAt: null });
  const { findings } = await audit(portal, { 'fail-on': 'never' });
  const expected: Finding = {
    rule: 'DSL001',
    name: 'anyone-no-expiration',
    severity: 'high',
    status: 'new',
    roomId: String(room.id),
    roomTitle: 'Contract',
    linkId: link.id,
    linkTitle: 'For the auditors',
    message: 'Anyone with the link has access as Viewer, without end.',
    fix: 'let the link end 30 days from now',
  };
  expect(findings).toStrictEqual([expected]);
});
