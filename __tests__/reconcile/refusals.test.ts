import { describe, expect, test } from '@jest/globals';
import type { Fault } from '../../simulator/index.ts';
import { linkOf, planned, stateOf } from '../support/links.ts';
import { makesOtherwise } from '../support/makes.ts';
import { bodies, portalOf, set } from '../support/step.ts';
import type { DocSpace } from '../../src/docspace/port.ts';
import { Refusal } from '../../src/docspace/refusal.ts';
import type { Problem } from '../../src/links/problem.ts';
import { Secret } from '../../src/links/secret.ts';
import type { DesiredLink } from '../../src/links/desired.ts';
import { explainRefusal } from '../../src/reconcile/explain.ts';
import { revokeLink } from '../../src/reconcile/write.ts';

const security = 'System.Security.SecurityException';

/** What is told of a refusal, by a portal that says this of its sharing. */
async function explained(
  status: number,
  type: string | null,
  desired: Partial<DesiredLink>,
  restrictedInRooms: boolean | null,
): Promise<Problem | undefined> {
  const refusal = new Refusal('refused', 'The portal refused PUT.', { status, exceptionType: type, fields: [] });
  const sharing = restrictedInRooms === null ? null : { restrictedInRooms, blocksExisting: false };
  const portal = { sharing: () => Promise.resolve(sharing) } as DocSpace;
  return (await explainRefusal(refusal, planned(stateOf([]), desired), portal)).problems[0];
}

describe('a refusal is explained by its kind and the settings of the portal', () => {
  const open: Partial<DesiredLink> = { internal: false };
  const password: Partial<DesiredLink> = { password: { kind: 'given', password: new Secret('longenough1') } };

  test.each([
    ['of an open link, where sharing is restricted', 403, security, open, true, 'sharing-restricted'],
    ['of an open link, where nothing tells', 403, security, open, null, 'sharing-restricted'],
    ['of an open link, where sharing is free', 403, security, open, false, 'not-room-manager'],
    ['of an internal link, where nothing tells', 403, security, {}, null, 'not-room-manager'],
    ['of another kind', 403, 'System.InvalidOperationException', {}, null, 'refused'],
    ['of the kind that names no exception', 403, null, {}, null, 'refused'],
    ['of a link with a password', 400, 'System.ArgumentException', password, null, 'refused'],
  ] as const)('%s', async (_, status, type, desired, restricted, code) => {
    const reported = await explained(status, type, desired, restricted);
    expect(reported?.code).toBe(code);
    expect(reported?.message).toContain('"Contract 2027"');
    // ... and the portal's own words stay.
    expect(reported?.message).toContain('The portal refused PUT.');
  });

  test('or stays as it is, where that is all that is known', async () => {
    const reported = await explained(400, 'System.ArgumentException', {}, null);
    expect(reported?.message).toBe('The portal refused PUT.');
  });
});

describe('a link that came out wrongly', () => {
  const ignored: Fault = { kind: 'ignore-write' };

  test('and cannot be revoked again is named, with what to do', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    makesOtherwise(portal, room.id, { role: 10 });
    portal.fault({ method: 'PUT', nth: 2 }, ignored);
    const ran = await set(portal, room);
    const [link] = portal.links(room.id);
    expect(ran.problem).toContain('asked viewer, the portal has editor');
    expect(ran.problem).toContain(
      `The link that this step made, ${String(link?.id)}, could not be revoked again: revoke it in DocSpace.`,
    );
    expect(ran.outputs).toMatchObject({ 'links-count': '1', changed: 'true' });
  });

  test('stays if only the old one is still there', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Team', roomType: 2 });
    const inputs = { 'link-type': 'invitation' };
    const old = await set(portal, room, inputs);
    const [link] = portal.links(room.id);
    // Somebody joins each time in that instant, and the portal writes its old record back (portal.md §10.17).
    const joins = (body: unknown): boolean => (body as { readonly access: number }).access === 0;
    const back = (): void => {
      if (link !== undefined) room.links.set(link.id, link);
    };
    portal.on({ method: 'PUT', body: joins }, back, { when: 'after' });
    portal.on({ method: 'PUT', body: (body) => !joins(body) }, () => {
      room.links.clear();
    });
    portal.on({ method: 'PUT', body: (body) => !joins(body) }, back, { when: 'after' });
    const ran = await set(portal, room, { ...inputs, rotate: 'true' });
    expect(ran.problem).toContain(`old link of the link in room 201 "Team": asked revoked, the portal has`);
    expect(ran.problem).toContain(String(old.outputs['link-id']));
    expect(portal.links(room.id)).toHaveLength(2);
    // It was looked at again, and revoked once more.
    expect(bodies(portal).map(({ access }) => access)).toStrictEqual([2, 0, 2, 0]);
  });
});

test('a mistake of this action is never taken for an answer of the portal', async () => {
  const mistake = new RangeError('a mistake');
  const broken = { revokeLink: () => Promise.reject(mistake) } as unknown as DocSpace;
  await expect(revokeLink(broken, '7', linkOf())).rejects.toBe(mistake);
});
