import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { Portal } from '../../../simulator/index.ts';
import { portalOf } from '../../support/step.ts';
import { workspaceOf, type Workspace } from '../../support/workspace.ts';
import { good, invite, open } from './gallery.ts';
import { audit, type Audited } from './stage.ts';

const valid = (() => {
  const ajv = new Ajv({ strict: true });
  addFormats.default(ajv);
  const schema = readFileSync(new URL('../../../schema/audit-report.schema.json', import.meta.url), 'utf8');
  return ajv.compile(JSON.parse(schema) as object);
})();

const bad = { ...open, expiresAt: null };

interface Stage {
  readonly portal: Portal;
  readonly workspace: Workspace;
  /** Ids of the rooms: one with an external link, one with an invitation, one in the archive. */
  readonly external: string;
  readonly invitation: string;
  readonly archived: string;
  /** Audits everything unless the inputs say otherwise, compared with `last.json`, which it replaces. */
  readonly run: (inputs?: Readonly<Record<string, string>>, key?: string) => Promise<Audited>;
  readonly report: () => { readonly notSeen?: { readonly findings: readonly { readonly rule: string }[] } };
}

async function stageOf(): Promise<Stage> {
  const portal = await portalOf();
  const workspace = await workspaceOf();
  const [external = '', invitation = '', archived = ''] = ['External', 'Invitation', 'Archived'].map((title) => {
    const { id } = portal.addRoom({ title, roomType: 5, owner: 'disabled', members: { owner: 9 } });
    portal.addLink(id, title === 'Invitation' ? { ...invite, expiresAt: null } : bad);
    return String(id);
  });
  portal.user('disabled').active = false;
  portal.archive(archived);
  return {
    portal,
    workspace,
    external,
    invitation,
    archived,
    run: (inputs = {}, key = 'owner-full') =>
      audit(
        portal,
        { 'search-area': 'any', 'fail-on': 'never', baseline: 'last.json', reports: 'last.json', ...inputs },
        { workspace, key },
      ),
    report: () => JSON.parse(workspace.read('last.json')) as ReturnType<Stage['report']>,
  };
}

/** `DSL001 201 known`, of all findings. */
const statusesOf = ({ findings }: Audited): readonly string[] =>
  findings.map(({ rule, roomId, status }) => `${rule} ${roomId} ${status}`).toSorted();

const allKnown = ({ external, invitation, archived }: Stage): readonly string[] =>
  [
    `DSL001 ${external} known`,
    `DSL009 ${invitation} known`,
    `DSL023 ${archived} known`,
    ...[external, invitation, archived].map((id) => `DSL024 ${id} known`),
  ].toSorted();

describe('what an audit has not looked at is carried on in its report, and is not new when it is seen again', () => {
  test.each<[string, (stage: Stage) => Readonly<Record<string, string>>]>([
    ['rooms that were not named', ({ external }) => ({ rooms: external })],
    ['rooms that were excluded', ({ external }) => ({ 'exclude-rooms': external })],
    ['links of another type', () => ({ 'link-type': 'external' })],
    ['links of the other type', () => ({ 'link-type': 'invitation' })],
    ['rooms of another area', () => ({ 'search-area': 'active' })],
    ['active rooms', () => ({ 'search-area': 'archived' })],
    ['rules that are off', () => ({ severity: 'DSL001=off\nDSL009=off' })],
    ['a room that is not there, named alone', () => ({ rooms: '999999' })],
  ])('%s', async (_, narrower) => {
    const stage = await stageOf();
    await stage.run();
    const narrow = await stage.run(narrower(stage));
    expect(statusesOf(narrow).filter((one) => / (?:new|fixed)$/u.test(one) && !one.includes('999999'))).toEqual([]);
    expect(narrow.outputs['fixed-count']).toBe('0');
    expect(stage.report().notSeen?.findings.length).toBeGreaterThan(0);
    expect(valid(stage.report())).toBe(true);
    // ... also over several such audits.
    await stage.run(narrower(stage));
    const full = await stage.run();
    expect(statusesOf(full).filter((one) => !one.includes('999999'))).toEqual(allKnown(stage));
    expect(full.outputs['new-count']).toBe('0');
    expect(stage.report().notSeen).toBeUndefined();
  });

  test('rooms that could not be read, several times in a row, in several ways [promise audit-carried-on]', async () => {
    const stage = await stageOf();
    const { portal, external, invitation } = stage;
    await stage.run();
    portal.fault({ path: `/rooms/${external}/links`, times: 2 }, { kind: 'empty', status: 400 });
    const failed = await stage.run();
    expect(statusesOf(failed)).toContain(`DSL901 ${external} new`);
    expect(failed.outputs).toMatchObject({ complete: 'false', 'fixed-count': '0', 'new-count': '1' });
    expect(failed.lines).toContain('2 findings of the baseline not checked this time: neither known nor fixed');
    portal.room(external).members.clear();
    portal.room(invitation).members.clear();
    const hidden = await stage.run();
    expect(statusesOf(hidden).filter((one) => one.startsWith('DSL90'))).toEqual([`DSL900 ${external} new`, `DSL900 ${invitation} new`]);
    expect(hidden.outputs['fixed-count']).toBe('0');
    for (const id of [external, invitation]) portal.room(id).members.set(portal.user('owner').id, 9);
    const full = await stage.run();
    expect(full.outputs['new-count']).toBe('0');
    expect(statusesOf(full)).toEqual([...allKnown(stage), `DSL900 ${external} fixed`, `DSL900 ${invitation} fixed`].toSorted());
  }); // prettier-ignore

  test('a list of rooms that breaks off, and a key that dies [promise audit-carried-on]', async () => {
    const stage = await stageOf();
    const { portal } = stage;
    await stage.run();
    portal.on({ path: /\/links$/u, times: 1 }, () => { for (const key of portal.state.keys) key.active = false; }, { when: 'after' }); // prettier-ignore
    const dead = await stage.run({ concurrency: '1' });
    expect(dead.outputs).toMatchObject({ result: 'incomplete', 'fixed-count': '0' });
    for (const key of portal.state.keys) key.active = true;
    const full = await stage.run();
    expect(statusesOf(full).filter((one) => one.endsWith('new'))).toEqual([]);
  });

  test('what was corrected meanwhile is fixed once', async () => {
    const stage = await stageOf();
    const { portal, external } = stage;
    await stage.run();
    await stage.run({ 'exclude-rooms': external });
    portal.room(external).links.clear();
    portal.addLink(external, good);
    expect(statusesOf(await stage.run())).toContain(`DSL001 ${external} fixed`);
    expect(statusesOf(await stage.run())).not.toContain(`DSL001 ${external} fixed`);
  });

  test('a room that was deleted while nobody looked is fixed', async () => {
    const stage = await stageOf();
    await stage.run();
    await stage.run({ 'search-area': 'archived' });
    stage.portal.state.rooms.delete(stage.external);
    expect(statusesOf(await stage.run())).toEqual(expect.arrayContaining([`DSL001 ${stage.external} fixed`]));
  });

  test('a run that fixes something', async () => {
    const stage = await stageOf();
    const { portal, external, invitation } = stage;
    await stage.run();
    portal.fault({ path: `/rooms/${invitation}/links`, times: 2 }, { kind: 'empty', status: 400 });
    const fixing = await stage.run({ fix: 'DSL001\nDSL009', 'dry-run': 'false' });
    expect(statusesOf(fixing)).toContain(`DSL001 ${external} fixed`);
    const full = await stage.run();
    expect(full.outputs['new-count']).toBe('0');
    expect(statusesOf(full)).toEqual(
      expect.arrayContaining([`DSL009 ${invitation} known`, `DSL901 ${invitation} fixed`]),
    );
    expect(statusesOf(full)).not.toContain(`DSL001 ${external} fixed`);
  });

  test('how many had joined by an invitation, so that DSL013 sees what has happened in between', async () => {
    const stage = await stageOf();
    const { portal, invitation } = stage;
    const [link] = portal.links(invitation);
    await stage.run();
    await stage.run({ 'exclude-rooms': invitation });
    portal.redeem(link?.id ?? '', 11);
    expect(statusesOf(await stage.run())).toContain(`DSL013 ${invitation} new`);
  });

  test('with a key that may read less', async () => {
    const stage = await stageOf();
    await stage.run();
    const poorer = await stage.run({}, 'owner');
    expect(statusesOf(poorer).filter((one) => one.startsWith('DSL024'))).toEqual([]);
    expect(statusesOf(await stage.run())).toEqual(allKnown(stage));
  });
});
