import { describe, expect, test } from '@jest/globals';
import type { Link, Portal } from '../../../simulator/index.ts';
import { idPrefix } from '../../../src/links/identity.ts';
import { shownId } from '../../../src/links/shown-id.ts';
import { addOurs } from '../../support/ours.ts';
import { portalOf } from '../../support/step.ts';
import { workspaceOf } from '../../support/workspace.ts';
import { good, inDays, open } from './gallery.ts';
import { audit } from './stage.ts';
import { identity } from '../../support/links.ts';

const file = '.github/docspace-links.yml';
const until = new Date(inDays(30)).toISOString().slice(0, 10);
const calm = { 'fail-on': 'never' };

/** Two keys whose ids begin alike in this room, as those of one repository soon do. */
function alike(roomId: number | string): readonly [string, string] {
  const byStart = new Map<string, string>();
  for (let n = 0; ; n += 1) {
    const key = `key-${n}`;
    const start = idPrefix(identity, { roomId: String(roomId), type: 'external', key }).slice(0, 8);
    const other = byStart.get(start);
    if (other !== undefined) return [other, key];
    byStart.set(start, key);
  }
}

interface Stage {
  readonly portal: Portal;
  readonly room: string;
  readonly keys: readonly [string, string];
  readonly links: readonly [Link, Link];
}

/** A room with two links without a password, whose ids begin alike and whose titles do not show their keys. */
async function stageOf(): Promise<Stage> {
  const portal = await portalOf();
  const room = portal.addRoom({ title: 'Press', roomType: 5 });
  const keys = alike(room.id);
  const bare = { ...open, password: null };
  return {
    portal,
    room: String(room.id),
    keys,
    links: [
      addOurs(portal, room.id, keys[0], { ...bare, title: 'One' }),
      addOurs(portal, room.id, keys[1], { ...bare, title: 'Two', role: 6 }),
    ],
  };
}

async function audited(
  { portal, room }: Stage,
  waivers: readonly string[],
  inputs: Readonly<Record<string, string>> = {},
  rule = 'DSL004',
) {
  const lines = waivers.map(
    (link) => `  - { rule: ${rule}, room: ${room}, link: ${link}, reason: "press kit", until: ${until} }\n`,
  );
  const workspace = await workspaceOf({
    [file]: `version: 1\n${lines.length === 0 ? '' : `waivers:\n${lines.join('')}`}`,
  });
  return {
    workspace,
    ...(await audit(portal, { ...calm, severity: 'DSL003=off', ...inputs }, { workspace })),
  };
}

const statuses = ({
  findings,
}: {
  readonly findings: readonly { readonly rule: string; readonly linkTitle: string; readonly status: string }[];
}) =>
  Object.fromEntries(
    findings.filter(({ rule }) => rule === 'DSL004').map(({ linkTitle, status }) => [linkTitle, status]),
  );

describe('a waiver names a link', () => {
  test('by a beginning that one link of the room has [promise waiver-link]', async () => {
    const stage = await stageOf();
    const [first] = stage.links;
    const ran = await audited(stage, [shownId(first.id, stage.links)]);
    expect(statuses(ran)).toEqual({ One: 'waived', Two: 'new' });
    expect(ran.found).not.toContain(`DSL903 ${stage.room}`);
  });

  test('but not by one that several have: it waives nothing, and is a finding in its line [promise waiver-link]', async () => {
    const stage = await stageOf();
    const [first, second] = stage.links;
    const { workspace, ...ran } = await audited(stage, [first.id.slice(0, 8)], { reports: 'audit.sarif' });
    expect(statuses(ran)).toEqual({ One: 'new', Two: 'new' });
    const finding = ran.findings.find(({ rule }) => rule === 'DSL903');
    expect(finding).toMatchObject({
      name: 'waiver-ambiguous',
      severity: 'medium',
      roomId: stage.room,
      linkId: '',
      fix: '',
    });
    for (const part of ['line 3', '"One"', '"Two"', first.id, second.id]) expect(finding?.message).toContain(part);
    expect(ran.logged).not.toContain('remove it');
    const sarif = JSON.parse(workspace.read('audit.sarif')) as { runs: [{ results: Record<string, unknown>[] }] };
    expect(sarif.runs[0].results.find(({ ruleId }) => ruleId === 'DSL903')).toMatchObject({
      locations: [{ physicalLocation: { artifactLocation: { uri: file }, region: { startLine: 3 } } }],
    });
  });

  test('by the key of the link, whatever its title [promise waiver-link]', async () => {
    const stage = await stageOf();
    expect(statuses(await audited(stage, [`"key:${stage.keys[1]}"`]))).toEqual({ One: 'new', Two: 'waived' });
    expect(statuses(await audited(stage, ['key:another']))).toEqual({ One: 'new', Two: 'new' });
  });

  test('by fewer than 8 characters is a mistake of the file, with its place', async () => {
    const stage = await stageOf();
    const workspace = await workspaceOf({
      [file]: `version: 1\nwaivers:\n  - { rule: DSL004, room: ${stage.room}, link: 6f1c…, reason: r, until: ${until} }\n`,
    });
    const { exitCode, problem } = await audit(stage.portal, calm, { workspace });
    expect(exitCode).toBe(1);
    expect(problem).toContain(`${file}:3:38: \`link\`: "6f1c…" is too short`);
    expect(stage.portal.requests).toEqual([]);
  });
});

describe('an id that is shown', () => {
  test('is no other link of its room, in log and summary, with the key beside it where the file has it', async () => {
    const stage = await stageOf();
    const ran = await audited(stage, [`"key:${stage.keys[0]}"`], { fix: 'DSL003', severity: '' }, 'DSL001');
    const shown = ran.lines.flatMap((line) => /link ([0-9a-f-]{8,})…/u.exec(line)?.[1] ?? []);
    expect(shown.length).toBeGreaterThan(2);
    for (const start of shown) expect(stage.links.filter(({ id }) => id.startsWith(start))).toHaveLength(1);
    expect(ran.logged).toMatch(new RegExp(`link [0-9a-f-]{9,}… "One" \\(key "${stage.keys[0]}"\\)`, 'u'));
    const cells = Array.from(ran.summary.matchAll(/<code>([0-9a-f-]{8,36})<\/code>/gu), ([, id = '']) => id);
    expect(cells.length).toBeGreaterThan(2);
    for (const start of cells) expect(stage.links.filter(({ id }) => id.startsWith(start))).toHaveLength(1);
    expect(ran.summary).toContain(`<code>key:${stage.keys[0]}</code>`);
  });

  test('is whole in reports', async () => {
    const stage = await stageOf();
    const { workspace } = await audited(stage, [], { reports: 'a.md, b.sarif, c.csv, d.json'.replaceAll(', ', '\n') });
    for (const report of ['a.md', 'b.sarif', 'c.csv', 'd.json']) {
      for (const { id } of stage.links) expect([report, workspace.read(report).includes(id)]).toEqual([report, true]);
    }
  });
});

describe('digits', () => {
  test('are the id of a room and nothing else: in waivers, in the lists of the policy, in quotes and without [promise ids-are-ids]', async () => {
    const portal = await portalOf();
    const meant = portal.addRoom({ title: 'Meant', roomType: 6 });
    const titled = portal.addRoom({ title: String(meant.id), roomType: 6 });
    for (const { id } of [meant, titled]) portal.addLink(id, { ...open, password: null, denyDownload: false });
    for (const digits of [String(meant.id), `"${meant.id}"`]) {
      const workspace = await workspaceOf({
        [file]: [
          'version: 1',
          `policy: { public-rooms: [${digits}], confidential-rooms: [${digits}] }`,
          `waivers: [{ rule: DSL004, room: ${digits}, reason: r, until: ${until} }]`,
        ].join('\n'),
      });
      const { findings, warnings } = await audit(portal, calm, { workspace });
      const of = (rule: string) =>
        findings.filter((one) => one.rule === rule && one.status === 'new').map(({ roomId }) => roomId);
      expect(of('DSL019')).toEqual([String(titled.id)]);
      expect([...new Set(of('DSL018'))]).toEqual([String(meant.id)]);
      expect([...new Set(of('DSL004'))]).toEqual([String(titled.id)]);
      expect(warnings).toEqual([]);
    }
  });

  test.each(['rooms', 'exclude-rooms'])('of `%s` are no title', async (input) => {
    const portal = await portalOf();
    const meant = portal.addRoom({ title: 'Meant', roomType: 5 });
    const titled = portal.addRoom({ title: String(meant.id), roomType: 5 });
    for (const { id } of [meant, titled]) portal.addLink(id, { ...open, password: null });
    const { findings } = await audit(portal, { ...calm, [input]: String(meant.id) });
    const left = input === 'rooms' ? meant : titled;
    expect([...new Set(findings.map(({ roomId }) => roomId))]).toEqual([String(left.id)]);
  });
});

describe('a name of the policy that is about no room', () => {
  const policy = [
    'version: 1',
    'policy:',
    '  confidential-rooms: ["*hr*", "Legl*"]',
    '  public-rooms:',
    '    - 999',
    '    - press kit',
    '    - "201"',
    'waivers:',
    `  - { rule: DSL004, room: "Project: A", reason: r, until: ${until} }`,
    `  - { rule: DSL004, room: Excluded, reason: r, until: ${until} }`,
  ].join('\n');

  async function portalWithRooms(): Promise<Portal> {
    const portal = await portalOf();
    for (const title of ['The HR files', 'Press Kit', 'Project_ A', 'Excluded']) {
      const { id } = portal.addRoom({ title, roomType: 5 });
      portal.addLink(id, good);
    }
    return portal;
  }

  test('is a warning with its line, and what may be meant [promise audit-idle-pattern]', async () => {
    const workspace = await workspaceOf({ [file]: policy });
    const { warnings, logged, exitCode } = await audit(
      await portalWithRooms(),
      { 'exclude-rooms': 'Excluded' },
      { workspace },
    );
    expect(exitCode).toBe(0);
    expect(new Set(warnings.map(({ title }) => title))).toEqual(new Set(['Name without a room']));
    expect(warnings.map(({ text }) => text)).toEqual([
      `\`confidential-rooms\`: "Legl*" (line 3 of ${file}) meets no room: no active room that this key can see has such a title. Correct the name, or remove it.`,
      `\`public-rooms\`: 999 (line 5 of ${file}) meets no room: no active room that this key can see has this id; digits are never a title. Correct the name, or remove it.`,
      `\`public-rooms\`: "press kit" (line 6 of ${file}) meets no room: no active room that this key can see has such a title. Did you mean "Press Kit" (202)?`,
      `The waiver of room "Project: A" (line 9 of ${file}) meets no room: no active room that this key can see has such a title. Did you mean "Project_ A" (203)?`,
    ]);
    expect(logged).not.toContain('line 9 is about nothing');
  });

  test('is none in an audit of some rooms', async () => {
    const workspace = await workspaceOf({ [file]: policy });
    const { warnings } = await audit(await portalWithRooms(), { rooms: 'Press Kit' }, { workspace });
    expect(warnings).toEqual([]);
  });

  test('protects without regard to case [promise audit-idle-pattern]', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'The HR files', roomType: 5 });
    portal.addLink(room.id, open);
    const workspace = await workspaceOf({ [file]: policy });
    expect((await audit(portal, calm, { workspace })).found).toContain(`DSL018 ${room.id}`);
  });
});
