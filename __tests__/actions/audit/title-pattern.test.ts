import { expect, test } from '@jest/globals';
import { portalOf } from '../../support/step.ts';
import { workspaceOf } from '../../support/workspace.ts';
import { audit } from './stage.ts';

const file = '.github/docspace-links.yml';
const policy = (pattern: string): string => `version: 1\npolicy: { title-pattern: '${pattern}' }\n`;

test('titles are held against the pattern of the policy, in linear time [promise file-hostile]', async () => {
  const portal = await portalOf();
  const room = portal.addRoom({ title: 'Contract', roomType: 5 });
  for (const title of ['LEGAL-12: draft', `${'a'.repeat(254)}!`]) {
    portal.addLink(room.id, { title, internal: true, expiresAt: Date.now() + 86_400_000 });
  }
  for (const pattern of ['^[A-Z]+-[0-9]+: ', '^([\\w-]+\\s?)*: ', '(|a|)*: ', '(?:(?:|a)*|L)*: draft$']) {
    const workspace = await workspaceOf({ [file]: policy(pattern) });
    const { findings } = await audit(portal, { 'fail-on': 'never' }, { workspace });
    const untraceable = findings.filter(({ rule }) => rule === 'DSL015').map(({ message }) => message);
    expect(untraceable).toEqual([expect.stringMatching(/^The title "aaa.* does not match the `title-pattern`/u)]);
  }
});

test('a pattern that is none is an error of its line and column, before any request', async () => {
  const portal = await portalOf();
  const workspace = await workspaceOf({ [file]: policy('(?!draft)') });
  const ran = await audit(portal, {}, { workspace });
  expect(ran.problem).toContain(
    `${file}:2:26: \`title-pattern\`: "(?!draft)" is not a regular expression in RE2 syntax: look-ahead and look-behind`,
  );
  expect(portal.requests).toEqual([]);
});
