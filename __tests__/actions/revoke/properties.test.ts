import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { startPortal, type Link, type Portal, type RoomType } from '../../../simulator/index.ts';
import type { DocSpace } from '../../../src/docspace/port.ts';
import { generatePassword } from '../../../src/links/password.ts';
import { roomTypeOf } from '../../../src/links/room-types.ts';
import type { Selector } from '../../../src/links/select.ts';
import { revokeSelected, type RevokeReport, type RevokeTask } from '../../../src/actions/revoke/revoke.ts';
import { clientOf } from '../../support/client.ts';
import { identity, idIn } from '../../support/links.ts';

const day = 86_400_000;
const keys = ['a', 'b', 'c'] as const;

let portal: Portal;
let client: DocSpace;
beforeAll(async () => {
  portal = await startPortal();
  client = clientOf(portal);
});
afterAll(async () => {
  client.close();
  await portal.close();
});

interface LinkDraft {
  readonly key: (typeof keys)[number] | null;
  readonly life: number | null;
  readonly internal: boolean;
  readonly password: string | null;
}

const linkDraft = fc.record({
  key: fc.constantFrom(...keys, null),
  life: fc.constantFrom(null, -day, day),
  internal: fc.boolean(),
  password: fc.constantFrom(null, 'Zx9-longenough'),
});

const roomDraft = fc.record({
  roomType: fc.constantFrom<RoomType>(1, 2, 5, 6, 8),
  additional: fc.array(linkDraft, { maxLength: 5 }),
  primary: fc.boolean(),
  invitation: fc.option(linkDraft),
});

interface RoomDraft {
  readonly roomType: RoomType;
  readonly additional: readonly LinkDraft[];
  readonly primary: boolean;
  readonly invitation: LinkDraft | null;
}

const selectorDraft = fc.oneof(
  fc.record({ by: fc.constant('keys' as const), keys: fc.subarray([...keys], { minLength: 1 }) }),
  fc.record({ by: fc.constant('ids' as const), places: fc.array(fc.nat(6), { minLength: 1, maxLength: 3 }) }),
  fc.record({ by: fc.constantFrom('primary' as const, 'expired' as const) }),
  fc.record({ by: fc.constant('managed' as const), exceptKeys: fc.subarray([...keys]) }),
);

function build({ roomType, additional, primary, invitation }: RoomDraft): number | string {
  const { id: roomId } = portal.addRoom({ title: 'Any', roomType });
  const put = (draft: LinkDraft, kind: 1 | 3): void => {
    portal.addLink(roomId, {
      kind,
      ...(draft.key === null ? {} : { id: idIn(roomId, draft.key, kind === 3 ? 'invitation' : 'external') }),
      expiresAt: draft.life === null ? null : Date.now() + draft.life,
      internal: kind === 1 && roomType !== 6 && draft.internal,
      password: kind === 1 ? draft.password : null,
      role: kind === 3 ? 11 : 2,
    });
  };
  if (roomType === 5 || roomType === 6) for (const draft of additional) put(draft, 1);
  if (roomType === 5 && primary) portal.addLink(roomId, { kind: 4 });
  if (invitation !== null) put(invitation, 3);
  return roomId;
}

function withoutId(link: Link): object {
  return { ...link, id: '' };
}

function matches(link: Link, roomId: number | string, selector: Selector): boolean {
  const bears = (key: string): boolean =>
    (['external', 'invitation'] as const).some((type) => link.id.startsWith(idIn(roomId, key, type).slice(0, 19)));
  switch (selector.by) {
    case 'keys':
      return selector.keys.some(bears);
    case 'ids':
      return selector.ids.includes(link.id);
    case 'primary':
      return link.kind === 4;
    case 'expired':
      return link.expiresAt !== null && link.expiresAt < Date.now();
    case 'managed':
      return keys.some(bears) && !selector.exceptKeys.some(bears);
  }
}

function revokeIn(task: Omit<RevokeTask, 'type' | 'allowRotate' | 'dryRun'>): Promise<RevokeReport> {
  const silent = { line: () => undefined, debug: () => undefined, warning: () => undefined };
  return revokeSelected(
    {
      portal: client,
      log: silent,
      wait: () => Promise.resolve(),
      seen: () => undefined,
      now: () => new Date(),
      context: { identity, newPassword: () => generatePassword(identity.random) },
    },
    { ...task, type: 'all', allowRotate: true, dryRun: false },
  );
}

test('for any room and selector, exactly the selected links are gone, and a second run writes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(roomDraft, selectorDraft, async (room, draft) => {
      const roomId = build(room);
      const before = portal.links(roomId).map((link) => ({ ...link }));
      const selector: Selector =
        draft.by === 'ids'
          ? { by: 'ids', ids: draft.places.map((place) => before[place]?.id ?? idIn(roomId, 'gone')) }
          : draft;
      const type = roomTypeOf(room.roomType);
      const isPrimary = (link: Link): boolean => link.kind === 4 && type?.permanentPrimary === true;
      const meant = before.filter((link) => matches(link, roomId, selector));

      const report = await revokeIn({ room: { by: 'id', id: String(roomId) }, selector });

      const after = portal.links(roomId);
      expect(report.problems).toEqual([]);
      expect(report.revoked.map(({ id }) => id).sort()).toEqual(meant.map(({ id }) => id).sort());
      const made = after.filter(({ id }) => before.every((link) => link.id !== id));
      // Only a permanent primary link is made anew, and then it is as it was.
      expect(made.map(withoutId)).toEqual(meant.filter(isPrimary).map(withoutId));
      expect(after.filter((link) => !made.includes(link))).toEqual(before.filter((link) => !meant.includes(link)));

      portal.clearRequests();
      if (selector.by === 'primary' && meant.some(isPrimary)) return;
      const again = await revokeIn({ room: { by: 'id', id: String(roomId) }, selector });
      expect(again).toMatchObject({ result: 'absent', revoked: [], plan: [] });
      expect(portal.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
    }),
    { numRuns: 150 },
  );
});
