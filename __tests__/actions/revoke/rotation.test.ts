import { describe, expect, test } from '@jest/globals';
import { json } from '../../support/step.ts';
import { openStage, type Stage } from './stage.ts';

const rotate = { primary: 'true', 'allow-rotate': 'true' };
const isRevoke = (body: unknown): boolean => (body as { readonly access: number }).access === 0;

/** A stage whose room has a permanent primary link, with these settings. */
async function withPrimary(roomType: 1 | 6, settings: object = {}): Promise<{ stage: Stage; former: string }> {
  const stage = await openStage(roomType);
  const [primary] = stage.portal.links(stage.roomId);
  if (primary === undefined) throw new Error('The portal makes a primary link with the room.');
  Object.assign(primary, settings);
  return { stage, former: primary.id };
}

describe.each([1, 6] as const)('the permanent primary link of a room of type %i', (roomType) => {
  test('is not written again if the new one already has its settings [promise revoke-keeps-settings]', async () => {
    const { stage, former } = await withPrimary(roomType);
    const ran = await stage.revoke(rotate);
    expect(ran.outputs).toMatchObject({ result: 'rotated', changed: 'true', 'revoked-count': '1' });
    expect(stage.writes()).toHaveLength(1);
    expect(stage.writes().every(isRevoke)).toBe(true);
    expect(stage.ids()).not.toContain(former);
    const second = stage.ids();

    const again = await stage.set({ primary: 'true', rotate: 'true', internal: roomType === 6 ? 'false' : '' });
    expect(again.outputs).toMatchObject({ result: 'rotated', changed: 'true' });
    expect(stage.writes()).toHaveLength(2);
    expect(stage.ids()).not.toEqual(second);
  });

  test.each([{ password: 'Zx9-longenough' }, { title: 'Press' }, { denyDownload: true }, { role: 2, title: 'Press' }])(
    'keeps its settings: %j',
    async (settings) => {
      const { stage, former } = await withPrimary(roomType, settings);
      const ran = await stage.revoke(rotate);
      expect(ran.outputs).toMatchObject({ result: 'rotated' });
      expect(stage.writes()).toHaveLength(2);
      expect(stage.portal.links(stage.roomId)).toMatchObject([{ kind: 4, ...settings }]);
      expect(stage.ids()).not.toContain(former);
    },
  );

  test('a dry run says that it would be rotated, everywhere', async () => {
    const { stage, former } = await withPrimary(roomType, { password: 'Zx9-longenough' });
    const ran = await stage.revoke({ ...rotate, 'dry-run': 'true' });
    expect(ran.outputs).toMatchObject({ result: 'rotated', changed: 'true', 'revoked-count': '1' });
    expect(json(ran, 'plan')).toMatchObject([{ action: 'rotate', linkId: '', primary: true }]);
    expect(ran.logged).toContain('1 link found → rotate: new URL');
    expect(ran.logged).toContain(`  ± ${former.slice(0, 8)}…`);
    expect(ran.logged).not.toContain('→ revoke');
    expect(ran.summary).toContain('would be rotated (dry run)');
    expect(ran.summary).toContain(`<code>${former}</code> gets a new URL and keeps its settings; the old URL stops`);
    expect(stage.writes()).toEqual([]);
  });
});

test('a dry run that revokes some links and rotates one says of each what happens', async () => {
  const { stage, former } = await withPrimary(6);
  const link = stage.ours('a');
  const ids = { 'link-id': `${former}\n${link.id}`, 'allow-rotate': 'true' };
  const dry = await stage.revoke({ ...ids, 'dry-run': 'true' });
  expect(dry.outputs).toMatchObject({ result: 'revoked', 'revoked-count': '2' });
  expect(dry.logged).toContain('2 links found → revoke 1, rotate 1 (new URL)');
  expect(dry.logged).toContain(`  - ${link.id.slice(0, 8)}…`);
  expect(dry.logged).toContain(`  ± ${former.slice(0, 8)}…`);
  const plan = json(dry, 'plan') as readonly { readonly action: string }[];
  expect(plan.map(({ action }) => action)).toEqual(['rotate', 'revoke']);

  const ran = await stage.revoke(ids);
  expect(ran.outputs).toMatchObject({ result: 'revoked', 'revoked-count': '2', 'links-count': '1' });
  expect(ran.summary).toContain(`<code>${former}</code> got a new URL and kept its settings; the old URL stopped`);
});
