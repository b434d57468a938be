import { expect, test } from '@jest/globals';
import { portalOf } from '../../support/step.ts';
import { workspaceOf } from '../../support/workspace.ts';
import { invite, open } from './gallery.ts';
import { audit } from './stage.ts';

const [first, second] = ['0f6b1c9e-1111-4d41-9c2e-0a1b2c3d4e5f', '0f6b1c9e-2222-4d41-9c2e-0a1b2c3d4e5f'];

test.each(['external', 'invitation', 'all'])(
  'with `link-type: %s`, too, a beginning that a link of the other type shares waives nothing [promise waiver-link]',
  async (type) => {
    const portal = await portalOf();
    const workspace = await workspaceOf();
    const { id } = portal.addRoom({ title: 'Contract', roomType: 5 });
    portal.addLink(id, { ...open, id: first, expiresAt: null });
    portal.addLink(id, { ...invite, id: second, expiresAt: null });
    const until = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const waiver = (rule: string): string =>
      `  - { rule: ${rule}, room: ${id}, link: 0f6b1c9e, reason: press kit, until: ${until} }\n`;
    await workspace.put('links.yml', `version: 1\nwaivers:\n${waiver('DSL001')}${waiver('DSL009')}`);
    const ran = await audit(
      portal,
      { 'policy-file': 'links.yml', 'link-type': type, 'fail-on': 'never' },
      { workspace },
    );
    expect(ran.outputs['waived-count']).toBe('0');
    expect(ran.found).toContain(`DSL903 ${id}`);
    expect(ran.findings.find(({ rule }) => rule === 'DSL903')?.message).toContain(
      `(${first}), "For partners" (${second})`,
    );
    expect(ran.stdout).toContain('0f6b1c9e-1');
    // ... of the type that was asked for, as before.
    const others = ran.found.filter((one) => !one.startsWith('DSL903'));
    expect(others).toEqual([
      ...(type === 'invitation' ? [] : [`DSL001 ${id}`]),
      ...(type === 'external' ? [] : [`DSL009 ${id}`]),
    ]);
  },
);

test('a waiver of a title that several rooms have waives nothing, and is a finding of its own [promise waiver-link]', async () => {
  const portal = await portalOf();
  const [first, second, out] = ['Partners', 'Partners', 'Others'].map(
    (title) => portal.addRoom({ title, roomType: 5 }).id,
  );
  for (const { id } of [first, second, out].map((id) => ({ id: id ?? 0 })))
    portal.addLink(id, { ...open, expiresAt: null });
  const until = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  const workspace = await workspaceOf({
    'links.yml': `version: 1\nwaivers:\n${['Partners', 'Others', String(second)].map((room) => `  - { rule: DSL001, room: ${room}, reason: press kit, until: ${until} }\n`).join('')}`,
  });
  const inputs = { 'policy-file': 'links.yml', 'fail-on': 'never' };
  const ran = await audit(portal, { ...inputs, reports: 'last.json\nlast.sarif' }, { workspace });
  expect(ran.findings.map(({ rule, roomId, status }) => [rule, roomId, status])).toEqual([
    ['DSL001', String(first), 'new'],
    ['DSL001', String(second), 'waived'],
    ['DSL001', String(out), 'waived'],
    ['DSL903', '', 'new'],
  ]);
  expect(ran.findings[3]).toMatchObject({
    severity: 'medium',
    roomTitle: 'Partners',
    message: `The waiver of DSL001 in line 3 of the policy file waives nothing: 2 rooms have the title "Partners": ${first}, ${second}.`,
  });
  expect(ran.summary).toContain('Partners');
  expect(ran.stdout).not.toContain('is about nothing that was found');
  const sarif = JSON.parse(workspace.read('last.sarif')) as {
    readonly runs: readonly [{ readonly results: readonly { readonly ruleId: string; readonly locations: unknown }[] }];
  };
  expect(sarif.runs[0].results.find(({ ruleId }) => ruleId === 'DSL903')?.locations).toMatchObject([
    { physicalLocation: { artifactLocation: { uri: 'links.yml' }, region: { startLine: 3 } } },
  ]);
  // ... among all rooms, also where one of them is left out.
  const less = await audit(portal, { ...inputs, 'exclude-rooms': String(second) }, { workspace });
  expect(less.found).toContain('DSL903');
  portal.state.rooms.delete(String(second));
  const next = await audit(portal, { ...inputs, baseline: 'last.json' }, { workspace });
  expect(next.findings.find(({ rule }) => rule === 'DSL903')?.status).toBe('fixed');
  expect(next.outputs).toMatchObject({ 'waived-count': '2', 'findings-count': '0' });
});
