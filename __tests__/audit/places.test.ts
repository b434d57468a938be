import { describe, expect, test } from '@jest/globals';
import { placesIn, workflowPath, type Checkout } from '../../src/audit/places.ts';
import { parseLinksFile } from '../../src/config-file/parse.ts';
import type { FilePlace } from '../../src/links/problem.ts';
import { identity } from '../support/links.ts';
import { findingOf } from './samples.ts';

const now = new Date('2026-11-24T09:30:15Z');
const audit = { generated: now, roomLinks: new Map() };
const checkout: Checkout = {
  workspace: '/home/runner/work/contracts/contracts',
  workflow: '.github/workflows/audit.yml',
};
const path = '.github/docspace-links.yml';

const text = `version: 1
rooms:
  - room: 2201
    links: []
  - room: Café
    links:
      - { key: partners }
  - room: "2203"
    links: []
policy:
  max-lifetime: 30d
waivers:
  - { rule: DSL001, room: 2201, link: 0f6b1c9e…, reason: press, until: 2027-03-31 }
  - { rule: DSL001, room: Café, reason: press, until: 2026-11-01 }
  - { rule: DSL001, room: Elsewhere, reason: press, until: 2027-03-31 }
`;

/** Where a finding stands, with this file. */
async function placed(more: Parameters<typeof findingOf>[0], file = text, name = path): Promise<FilePlace> {
  return placesIn(
    await parseLinksFile(file, name, new Date('2026-10-20T00:00:00Z')),
    checkout,
    audit,
    identity,
  )(findingOf(more));
}

describe('a finding stands', () => {
  test.each<[string, Parameters<typeof findingOf>[0], number]>([
    ['at its waiver', {}, 13],
    ['at its waiver that has run out', { roomId: '7', roomTitle: 'Cafe\u0301' }, 14],
    ['at its waiver, where the file does not name the room', { roomId: '7', roomTitle: 'Elsewhere' }, 15],
    ['at the room, by its id', { rule: 'DSL026' }, 3],
    ['at the room, where the waiver is of another link', { linkId: '6f1c0e9a-3b52-8d41-9c2e-0a1b2c3d4e5f' }, 3],
    ['at the room, by its title in any form of Unicode', { rule: 'DSL025', roomId: '7', roomTitle: 'Cafe\u0301' }, 5],
    ['at the room, by an id in quotes', { rule: 'DSL029', roomId: '2203' }, 8],
    ['at the policy, where a title only looks like an id', { roomId: '7', roomTitle: '2203' }, 10],
    ['at the policy, for a room that the file does not name', { roomId: '7', roomTitle: 'Other' }, 10],
    ['at the policy, for the portal as a whole', { roomId: '', roomTitle: '', linkId: '', linkTitle: '' }, 10],
  ])('%s', async (_, more, line) => {
    expect(await placed(more)).toStrictEqual({ path, line });
  });

  test('in the first line of a file without a policy', async () => {
    expect(await placed({}, '# Links\nversion: 1')).toStrictEqual({ path, line: 1 });
  });

  test.each([
    ['.github/docspace-links.yml', path],
    ['./.github/docspace-links.yml', path],
    ['.github//x/../docspace-links.yml', path],
    ['/home/runner/work/contracts/contracts/.github/docspace-links.yml', path],
    ['..policies/links.yml', '..policies/links.yml'],
    ['../docspace-links.yml', checkout.workflow],
    ['/etc/docspace-links.yml', checkout.workflow],
    ['/home/runner/work/contracts/contracts-2/links.yml', checkout.workflow],
  ])('in the repository: of the file %s at %s', async (name, expected) => {
    expect(await placed({}, 'version: 1', name)).toStrictEqual({ path: expected, line: 1 });
  });

  test('in the workflow without a file, and where the file would be if nothing is known', () => {
    expect(placesIn(null, checkout, audit, identity)(findingOf())).toStrictEqual({ path: checkout.workflow, line: 1 });
    expect(placesIn(null, { ...checkout, workflow: null }, audit, identity)(findingOf())).toStrictEqual({
      path,
      line: 1,
    });
  });

  test('in the current folder if nothing is known of the repository', async () => {
    const file = await parseLinksFile('version: 1', './links.yml', now);
    expect(placesIn(file, { workspace: '', workflow: null }, audit, identity)(findingOf())).toStrictEqual({
      path: 'links.yml',
      line: 1,
    });
  });
});

describe('the workflow of a run', () => {
  test.each([
    ['octo/contracts/.github/workflows/audit.yml@refs/heads/main', '.github/workflows/audit.yml'],
    ['octo/contracts/.github/workflows/weekly audit.yaml@refs/heads/a@b.yml@c', '.github/workflows/weekly audit.yaml'],
    ['octo/contracts/.github/workflows/audit.yml@1a2b3c', '.github/workflows/audit.yml'],
    ['octo/contracts/dynamic/pages/pages-build-deployment@refs/heads/main', null],
    ['octo/contracts/.github/workflows/../../x.yml@refs/heads/main', null],
    ['audit.yml', null],
    ['', null],
  ])('%j is at %j', (reference, expected) => {
    expect(workflowPath(reference)).toBe(expected);
  });
});
