import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { rendered } from '../../support/rendered.ts';
import { json, portalOf } from '../../support/step.ts';
import { open, inDays } from './gallery.ts';
import { hostileTitles } from '../../audit/results.ts';
import { mistakesOf } from './sarif.ts';
import { workspaceOf } from '../../support/workspace.ts';
import { audit, gitHubOf } from './stage.ts';

const all = ['audit.json', 'audit.md', 'audit.csv', 'audit.sarif'];
const reports = all.join('\n');

interface JsonReport {
  readonly version: number;
  readonly portal: string;
  readonly generated: string;
  readonly coverage: Readonly<Record<string, unknown>>;
  readonly findings: readonly unknown[];
  readonly links: readonly Readonly<Record<string, unknown>>[];
}

interface Sarif {
  readonly runs: readonly {
    readonly results: readonly {
      readonly ruleId: string;
      readonly locations: readonly {
        readonly physicalLocation: {
          readonly artifactLocation: { readonly uri: string };
          readonly region: { readonly startLine: number };
        };
      }[];
    }[];
  }[];
}

test('all four are written, and say the same [promise audit-reports]', async () => {
  const portal = await portalOf();
  const workspace = await workspaceOf();
  const room = portal.addRoom({ title: 'Contract', roomType: 5 });
  const link = portal.addLink(room.id, { ...open, expiresAt: null });
  portal.addLink(room.id, { title: 'Join', kind: 3, maxUse: 5, used: 1, expiresAt: inDays(20) });
  const ran = await audit(portal, { reports: all.map((path) => `out/${path}`).join('\n') }, { workspace });
  expect(await workspace.files()).toEqual(['out', ...all.toSorted().map((path) => `out/${path}`)]);

  const report = JSON.parse(workspace.read('out/audit.json')) as JsonReport;
  expect(report).toMatchObject({
    version: 1,
    portal: portal.url,
    coverage: { total: 1, read: 1, links: 2, complete: true },
    findings: json(ran, 'findings'),
  });
  expect(report.links.map(({ roomId, id, uses }) => [roomId, id, uses])).toContainEqual([
    String(room.id),
    link.id,
    null,
  ]);
  expect(Object.keys(report).sort()).toEqual(['coverage', 'findings', 'generated', 'links', 'portal', 'version']);
  expect(Math.abs(Date.parse(report.generated) - Date.now())).toBeLessThan(60_000);

  expect(mistakesOf(workspace.read('out/audit.sarif'))).toEqual([]);
  const sarif = JSON.parse(workspace.read('out/audit.sarif')) as Sarif;
  expect(sarif.runs[0]?.results.map(({ ruleId }) => ruleId)).toEqual(['DSL001']);
  expect(workspace.read('out/audit.md').split('\n')[0]).toBe('### 1 of 1 room read');
  const rows = parse(workspace.read('out/audit.csv'), { columns: true, bom: true });
  expect(rows).toMatchObject([{ rule: 'DSL001', roomTitle: 'Contract', severity: 'high' }]);
});

test('a finding stands in the line of its waiver, its room, or the policy; without a file, in the workflow', async () => {
  const portal = await portalOf();
  const room = portal.addRoom({ title: 'Contract', roomType: 5 });
  const other = portal.addRoom({ title: 'Other', roomType: 5 });
  for (const { id } of [room, other]) portal.addLink(id, { ...open, expiresAt: null, password: null });
  const until = new Date(inDays(30)).toISOString().slice(0, 10);
  const workspace = await workspaceOf({
    '.github/docspace-links.yml': [
      'version: 1',
      'rooms:',
      '  - room: Contract',
      '    links: []',
      'policy:',
      '  max-lifetime: 30d',
      'waivers:',
      `  - { rule: DSL004, room: Contract, reason: "known", until: ${until} }`,
      '',
    ].join('\n'),
  });
  const places = (): readonly string[] => {
    const sarif = JSON.parse(workspace.read('audit.sarif')) as Sarif;
    const results = sarif.runs[0]?.results ?? [];
    return results.map(({ ruleId, locations: [location] }) => {
      const { artifactLocation, region } = location?.physicalLocation ?? {
        artifactLocation: { uri: '' },
        region: { startLine: 0 },
      };
      return `${ruleId} ${artifactLocation.uri}:${region.startLine}`;
    });
  };
  const env = { GITHUB_WORKFLOW_REF: 'octo/contracts/.github/workflows/audit.yml@refs/heads/main' };
  await audit(portal, { reports: 'audit.sarif', 'fail-on': 'never' }, { workspace, env });
  expect(places().toSorted()).toEqual([
    'DSL001 .github/docspace-links.yml:3',
    'DSL001 .github/docspace-links.yml:5',
    'DSL004 .github/docspace-links.yml:5',
    'DSL004 .github/docspace-links.yml:8',
  ]);
  const bare = await workspaceOf();
  await audit(portal, { reports: 'audit.sarif', 'fail-on': 'never' }, { workspace: bare, env });
  expect(bare.read('audit.sarif')).toContain('.github/workflows/audit.yml');
});

test('two audits of an unchanged portal give equal reports, but for the time', async () => {
  const portal = await portalOf();
  const workspace = await workspaceOf();
  for (let n = 0; n < 40; n += 1) {
    const { id } = portal.addRoom({ title: `Room ${n}`, roomType: 5 });
    for (const role of [2, 10])
      portal.addLink(id, { ...open, title: `Link ${role}`, role, expiresAt: n % 2 ? null : inDays(n) });
  }
  const texts: string[][] = [];
  for (let run = 0; run < 2; run += 1) {
    const { outputs } = await audit(portal, { reports, 'fail-on': 'never' }, { workspace });
    const files = all.map((path) => workspace.read(path));
    texts.push([...files, outputs['findings'] ?? ''].map(withoutTime));
    // So that the second run has another time in every unit that a text could show.
    await new Promise((resolve) => setTimeout(resolve, 1100));
  }
  expect(texts[1]).toEqual(texts[0]);
});

/** The time of the audit, in the forms in which reports have it: the rest has to be equal, byte by byte. */
function withoutTime(text: string): string {
  return text
    .replace(/("generated": )"[^"]*"/u, '$1')
    .replace(/("(?:start|end)TimeUtc": ?)"[^"]*"/gu, '$1')
    .replace(/^(.* :(?:crit, )?(?:active, )?)\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?,/gmu, '$1')
    .replace(/\d{4}-\d\d-\d\d \d\d:\d\d UTC(?= · )/gu, '');
}

describe('titles of others', () => {
  test('are data in every report, the log, the summary and the issue [promise audit-no-urls]', async () => {
    const portal = await portalOf();
    const github = await gitHubOf();
    const workspace = await workspaceOf();
    for (const title of hostileTitles) {
      const { id } = portal.addRoom({ title, roomType: 5 });
      portal.addLink(id, { ...open, title, expiresAt: null, password: null });
    }
    const ran = await audit(portal, { reports, issue: 'upsert', 'fail-on': 'never' }, { workspace, github });
    const commands = ran.stdout.split('\n').filter((line) => line.trimStart().startsWith('::'));
    expect(
      commands.filter((line) => !/^::(?:add-mask|debug|error title=[^:]*|warning title=[^:]*)::/u.test(line)),
    ).toEqual([]);
    expect(ran.stdout).not.toContain('##[');
    // eslint-disable-next-line no-control-regex -- which is the point
    expect(ran.stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u2028\u2029]/u);
    for (const markdown of [ran.summary, workspace.read('audit.md'), github.issues[0]?.body ?? '']) {
      const { elements, open: text } = rendered(markdown);
      const ours = [
        'br',
        'code',
        'details',
        'em',
        'h3',
        'h4',
        'li',
        'p',
        'pre',
        'strong',
        'summary',
        'table',
        'tbody',
        'td',
        'th',
        'thead',
        'tr',
        'ul',
        'sub',
      ];
      expect(elements.filter((name) => !ours.includes(name))).toEqual([]);
      expect(text).not.toMatch(/@\w|(?<!&)#\d/u);
    }
    const rows: readonly (readonly string[])[] = parse(workspace.read('audit.csv'), { bom: true });
    expect(rows.flat().filter((cell) => /^\s*[=+\-@\t\r]/u.test(cell))).toEqual([]);
    expect(rows.length).toBe(ran.findings.length + 1);
    expect(mistakesOf(workspace.read('audit.sarif'))).toEqual([]);
    const report = JSON.parse(workspace.read('audit.json')) as JsonReport;
    expect(report.findings).toEqual(ran.findings);
  });
});

describe('a report that cannot be written', () => {
  test('makes the step red, after the others and all outputs', async () => {
    const portal = await portalOf();
    const workspace = await workspaceOf();
    const room = portal.addRoom({ title: 'Contract', roomType: 5 });
    portal.addLink(room.id, { ...open, password: null });
    // Nothing is in the way of the second when it is checked, before the first request.
    portal.on({ times: 1 }, () => workspace.put('out', 'a file'));
    const reports = 'audit.md\nout/audit.csv\naudit.json';
    const ran = await audit(portal, { reports }, { workspace });
    expect(ran.exitCode).toBe(1);
    expect(ran.problem).toContain('"out/audit.csv" cannot be written: a folder of its path is a file.');
    expect(ran.outputs).toMatchObject({ result: 'findings', 'medium-count': '1' });
    expect(await workspace.files()).toEqual(['audit.json', 'audit.md', 'out']);
    expect(ran.summary).toMatch(/^### 1 of 1 room read\n/u);
  });

  test.each(['audit.txt', 'audit', 'a.json\na.json', '../audit.csv\naudit.md'])(
    'is refused before any request if it is %j',
    async (paths) => {
      const portal = await portalOf();
      const ran = await audit(portal, { reports: paths });
      expect(ran.exitCode).toBe(1);
      expect(portal.requests).toEqual([]);
    },
  );
});
