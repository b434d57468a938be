import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { audit } from './audit/stage.ts';
import { portalOf, set, type Ran } from '../support/step.ts';
import { workspaceOf } from '../support/workspace.ts';

/** What is wrong, without the advice. */
const errorsOf = ({ errors }: Ran): readonly string[] => errors.map(({ text }) => text.split('\n')[0] ?? '');

describe('reports', () => {
  test('a wrong ending hides no other mistake [promise input-paths-checked]', async () => {
    const portal = await portalOf();
    const workspace = await workspaceOf();
    const ran = await audit(portal, { reports: 'a.txt\n../b.json\nc/d.json' }, { workspace });
    expect(errorsOf(ran)).toStrictEqual([
      '`reports`: "a.txt ../b.json c/d.json" line 1 has none of the endings that say the format: `.json`, `.md`, `.csv`, `.sarif`.',
      'The report "../b.json" is outside of the workspace.',
    ]);
    expect(portal.requests).toStrictEqual([]);
  });

  test('of which one is a folder of the other, or both are one file, are an error before any request', async () => {
    const portal = await portalOf();
    const workspace = await workspaceOf();
    const same = join(workspace.path, 'b.json');
    const ran = await audit(portal, { reports: `out/a.md/x/b.csv\nout/a.md\nb.json\n"${same}"` }, { workspace });
    expect(errorsOf(ran)).toStrictEqual([
      'The report "out/a.md/x/b.csv" cannot be written: "out/a.md" is a report too, and cannot be a folder.',
      expect.stringMatching(/^The reports "b\.json" and ".*b\.json" are the same file\.$/u),
    ]);
    expect(portal.requests).toStrictEqual([]);
    expect(await workspace.files()).toStrictEqual([]);
  });
});

describe('a text as large as an input can be', () => {
  test('as a password is refused, and not shown', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const ran = await set(portal, room, { password: 'p,'.repeat(60_000) });
    expect(errorsOf(ran)).toStrictEqual([expect.stringMatching(/^`password` does not fit/u)]);
    expect(ran.summary).not.toContain('p,p');
    expect(portal.requests).toStrictEqual([]);
  });

  test('as the title of a room is refused before any request', async () => {
    const portal = await portalOf();
    const ran = await set(portal, { id: '' }, { 'room-title': 'r'.repeat(60_000) });
    expect(errorsOf(ran)).toStrictEqual([
      expect.stringMatching(/^`room-title`: "r{99}…" is not the title of a room: it has 60000 characters/u),
    ]);
    expect(portal.requests).toStrictEqual([]);
  });

  test('as a list leaves a log and a summary that people can read', async () => {
    const portal = await portalOf();
    const workspace = await workspaceOf();
    const ran = await audit(portal, { fix: 'a,'.repeat(60_000) }, { workspace });
    expect(errorsOf(ran)).toStrictEqual([expect.stringMatching(/ And 59980 more values are wrong\.$/u)]);
    expect(ran.summary).toContain('more values are wrong');
    expect(ran.stdout.length).toBeLessThan(10_000);
  });
});

test('digits that are no id are no title either: the rooms beside them are not passed over', async () => {
  const portal = await portalOf();
  const room = portal.addRoom({ title: 'Room', roomType: 5 });
  const workspace = await workspaceOf();
  for (const digits of ['0', '007', '99999999999']) {
    const ran = await audit(portal, { rooms: `${digits}, ${room.id}` }, { workspace });
    expect(errorsOf(ran)).toStrictEqual([expect.stringContaining(`holds "${digits}", which is not the id of a room`)]);
  }
  expect(portal.requests).toStrictEqual([]);
});

describe('a secret in the wrong input is not shown', () => {
  const url = 'portal.example/s/AbCdEf0123-_Xyz';
  const der = `MHcCAQEEI${'Ba1K3cZq'.repeat(19)}`;

  test('as ca-certificate: an API key, the URL of a link, a private key without its lines', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const messages = [];
    for (const certificate of [portal.key('owner'), `https://${url}`, der]) {
      const ran = await set(portal, room, { 'ca-certificate': certificate });
      expect(ran.summary + ran.errors.map(({ text }) => text).join('')).not.toContain(certificate.slice(0, 60));
      messages.push(...errorsOf(ran));
    }
    expect(messages).toStrictEqual([
      expect.stringMatching(/^`ca-certificate` contains the value of `api-key`\./u),
      expect.stringMatching(/^`ca-certificate` contains the URL of a link\./u),
      '`ca-certificate` is neither PEM text nor the path of a file that can be read.',
    ]);
    expect(portal.requests).toStrictEqual([]);
  });

  test.each([`https:/${url}`, `//${url}`, `https%3A%2F%2F${url.replaceAll('/', '%2F')}`, `see HTTPS://${url}`])(
    'as key: %s',
    async (key) => {
      const portal = await portalOf();
      const room = portal.addRoom({ title: 'Room', roomType: 5 });
      const ran = await set(portal, room, { key });
      expect(errorsOf(ran)).toStrictEqual([expect.stringMatching(/^`key` is a URL/u)]);
      expect(ran.summary).not.toContain('AbCdEf0123');
      const other = await set(portal, room, { access: key });
      expect(other.summary).not.toContain('AbCdEf0123');
      expect(other.exitCode).toBe(1);
      expect(portal.requests).toStrictEqual([]);
    },
  );
});
