import { execFileSync } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Portal } from '../../simulator/index.ts';
import { audit } from './audit/stage.ts';
import { certify } from '../docspace/certificates.ts';
import { portalOf, run, type Ran } from '../support/step.ts';
import { workspaceOf, type Workspace } from '../support/workspace.ts';

let portal: Portal;
let workspace: Workspace;
beforeEach(async () => {
  portal = await portalOf();
  workspace = await workspaceOf();
});

/** What is wrong, without the advice. */
const errorsOf = ({ errors }: Ran): readonly string[] => errors.map(({ text }) => text.split('\n')[0] ?? '');
const place = (...parts: readonly string[]): string => join(workspace.path, ...parts);
const apply = (inputs: Readonly<Record<string, string>> = {}): Promise<Ran> =>
  run('apply', portal, inputs, { cwd: workspace.path });
const roomOf = (title: string): string => String(portal.addRoom({ title, roomType: 5 }).id);
const linksFile = (room: string, title = 'A'): string =>
  `version: 1\nrooms:\n  - room: ${room}\n    links:\n      - { key: a, title: "${title}" }\n`;

describe('what the inputs name', () => {
  test('is checked with the inputs, all at once, before any request [promise input-paths-checked]', async () => {
    await mkdir(place('folder.json'));
    await workspace.put('file', '');
    await workspace.put('ca.pem', certify({ name: 'CA' }).key);
    await workspace.put('last.json', 'status,severity,rule\n');
    await workspace.put('policy.yml', 'version: 2\n');
    const ran = await audit(
      portal,
      {
        'fail-on': 'sometimes',
        'ca-certificate': place('ca.pem'),
        baseline: 'last.json',
        'policy-file': 'policy.yml',
        reports: '../audit.json\nfolder.json\nfile/audit.md\nout/audit.csv',
      },
      { workspace },
    );
    expect(errorsOf(ran)).toEqual([
      expect.stringContaining('`fail-on`: "sometimes" is not '),
      '`ca-certificate` holds a private key, not a certificate.',
      expect.stringContaining('policy.yml:1:10: `version`: "2" is not '),
      '`baseline`: "last.json" is not JSON but a CSV report.',
      'The report "../audit.json" is outside of the workspace.',
      'The report "folder.json" is a folder.',
      'The report "file/audit.md" cannot be written: a folder of its path is a file.',
    ]);
    expect(portal.requests).toEqual([]);
    expect(await workspace.files()).toEqual(['ca.pem', 'file', 'folder.json', 'last.json', 'policy.yml']);
  });

  test('is checked though the address of the portal is wrong, and a baseline that is not there is no mistake', async () => {
    const ran = await audit(
      portal,
      { 'portal-url': 'ftp://portal.test', baseline: 'gone.json', reports: '/audit.json' },
      { workspace },
    );
    expect(errorsOf(ran)).toEqual([
      expect.stringContaining('`portal-url`'),
      'The report "/audit.json" is outside of the workspace.',
    ]);
    expect(ran.notices).toMatchObject([
      { title: 'No baseline', text: '"gone.json" is not there: all findings are new.' },
    ]);
  });

  test('is read by every action that has a certificate', async () => {
    for (const verb of ['set', 'list', 'revoke', 'apply', 'audit'] as const) {
      const inputs = { 'room-id': '', 'ca-certificate': 'nowhere.pem', timeout: '0s', 'github-token': '' };
      const { errors, stdout } = await run(verb, portal, inputs, { cwd: workspace.path });
      expect(stdout).toContain('`timeout`');
      expect(errors.map(({ text }) => text).join('\n')).toContain('`ca-certificate`: "nowhere.pem" is not there.');
    }
    expect(portal.requests).toEqual([]);
  });

  test.each(['policy-file', 'baseline', 'ca-certificate'])(
    'never keeps a step waiting: %s [promise file-hostile]',
    async (input) => {
      execFileSync('mkfifo', [place('pipe')]);
      await symlink('/dev/zero', place('zero'));
      await symlink('/proc/self/environ', place('environ'));
      for (const [name, why] of [
        ['pipe', 'is a pipe, not a regular file.'],
        ['zero', 'is a device, not a regular file.'],
        ['environ', 'is not a file on a disk but made up by the operating system'],
        ['.', 'is a folder.'],
      ] as const) {
        const ran = await audit(portal, { [input]: place(name), timeout: '10s' }, { workspace });
        expect(errorsOf(ran)).toEqual([expect.stringContaining(why)]);
      }
      expect(portal.requests).toEqual([]);
    },
  );

  test('may come from a pipe by way of the shell: then it is named, and nothing is read', async () => {
    const ran = await audit(portal, { 'policy-file': '/dev/stdin' }, { workspace });
    expect(errorsOf(ran)).toEqual([
      expect.stringMatching(/^The file \/dev\/stdin is (?:a device|a pipe|a socket), not /u),
    ]);
  });

  test('holds UTF-8, or the step says what it holds [promise file-encoding]', async () => {
    const room = roomOf('Room');
    const text = linksFile(room, 'Für Kunden');
    const [latin1, utf16] = [Buffer.from(text, 'latin1'), Buffer.from(`\ufeff${text}`, 'utf16le')];
    for (const [bytes, why] of [
      [latin1, 'links.yml:5:28: The file is not encoded in UTF-8: line 5 has the byte 0xFC in column 28'],
      [utf16, 'links.yml:1:1: The file is encoded in UTF-16, not in UTF-8.'],
    ] as const) {
      await writeFile(place('links.yml'), bytes);
      const ran = await apply({ file: 'links.yml' });
      expect(errorsOf(ran)).toEqual([expect.stringContaining(why)]);
      const baseline = await audit(portal, { baseline: 'links.yml' }, { workspace });
      expect(errorsOf(baseline)).toEqual([
        expect.stringMatching(/^`baseline`: "links\.yml" is (?:not )?encoded in UTF-/u),
      ]);
    }
    expect(portal.requests).toEqual([]);
    await writeFile(place('links.yml'), `\ufeff${text}`);
    expect((await apply({ file: 'links.yml' })).outputs['result']).toBe('applied');
    expect(portal.links(Number(room)).map(({ title }) => title)).toEqual(['Für Kunden']);
  });
});

describe('the file under its usual name', () => {
  const names = ['.github/docspace-links.yml', '.github/docspace-links.yaml'];

  test.each(names)('is %s', async (name) => {
    const room = roomOf('Room');
    await workspace.put(name, `${linksFile(room)}policy: { severity: { DSL026: critical } }\n`);
    const found = await audit(portal, {}, { workspace });
    expect(found.findings).toMatchObject([{ rule: 'DSL026', severity: 'critical', roomId: room }]);
    expect(found.stdout).toContain(`policy file ${name}`);
    expect((await apply()).outputs['result']).toBe('applied');
  });

  test('is not known if both are there, unless an input says which [promise audit-policy-file, apply-file]', async () => {
    const room = roomOf('Room');
    await workspace.put(names[0] as string, linksFile(room, 'One'));
    await workspace.put(names[1] as string, linksFile(room, 'Two'));
    for (const ran of [await audit(portal, {}, { workspace }), await apply()]) {
      expect(errorsOf(ran)).toEqual([`There are two files: ${names.join(' and ')}. Which of them holds is not known.`]);
    }
    expect(portal.requests).toEqual([]);
    expect((await apply({ file: names[1] as string })).outputs['result']).toBe('applied');
    expect(portal.links(Number(room)).map(({ title }) => title)).toEqual(['Two']);
    const found = await audit(portal, { 'policy-file': names[1] as string }, { workspace });
    expect(found.outputs['result']).not.toBe('');
  });

  test('may be missing for an audit, not for apply; a link that leads nowhere is an error for both [promise audit-policy-file, apply-file]', async () => {
    roomOf('Room');
    expect((await audit(portal, {}, { workspace })).outputs['result']).toBe('clean');
    expect(errorsOf(await apply())).toEqual([`There is neither ${names.join(' nor ')}.`]);
    await mkdir(place('.github'));
    await symlink('gone.yml', place('.github', 'docspace-links.yaml'));
    for (const ran of [await audit(portal, {}, { workspace }), await apply()]) {
      expect(errorsOf(ran)).toEqual([`The file ${names[1] ?? ''} is a symbolic link that leads nowhere.`]);
    }
  });

  test('is checked without credentials, too [promise apply-skip-checks-file]', async () => {
    const inputs = { 'api-key': '', 'on-missing-credentials': 'skip' };
    expect(errorsOf(await apply(inputs))).toEqual([`There is neither ${names.join(' nor ')}.`]);
    await workspace.put(names[0] as string, linksFile('201').replace('title', 'titel'));
    expect(errorsOf(await apply(inputs))).toEqual([expect.stringContaining('"titel" is not a field of a link.')]);
    await workspace.put(names[0] as string, linksFile('201'));
    expect((await apply(inputs)).outputs['result']).toBe('skipped');
    expect(portal.requests).toEqual([]);
  });
});
