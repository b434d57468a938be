import { expect, test } from '@jest/globals';
import { portalOf } from '../process/step.ts';
import { workspaceOf } from '../process/workspace.ts';
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
