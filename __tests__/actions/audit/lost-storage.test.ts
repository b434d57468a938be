import { expect, test } from '@jest/globals';
import { problem, Failure } from '../../../src/links/problem.ts';
import { isRoomGone, Refusal } from '../../../src/docspace/refusal.ts';
import { workspaceOf } from '../../support/workspace.ts';
import { portalOf } from '../../support/step.ts';
import { audit } from './stage.ts';

test('a room whose third-party storage is not connected any more is not read, and its findings are not fixed', async () => {
  const portal = await portalOf();
  const workspace = await workspaceOf();
  const { id } = portal.addRoom({ title: 'Box', roomType: 5, thirdParty: 'sbox-1-press' });
  const { id: deleted } = portal.addRoom({ title: 'Deleted', roomType: 5 });
  portal.addRoom({ title: 'Kept', roomType: 5 });
  for (const room of [id, deleted]) portal.addLink(room, { title: 'Press' });
  await audit(portal, { reports: 'last.json', 'fail-on': 'never' }, { workspace });
  for (const room of [id, deleted]) portal.state.rooms.delete(String(room));
  const ran = await audit(portal, { baseline: 'last.json', 'fail-on': 'never' }, { workspace });
  expect(ran.outputs).toMatchObject({ result: 'incomplete', complete: 'false' });
  const fixed = ran.findings.filter(({ status }) => status === 'fixed').map(({ roomId }) => roomId);
  expect(new Set(fixed)).toEqual(new Set([String(deleted)]));
  const unread = ran.findings.filter(({ roomId, rule }) => roomId === String(id) && rule.startsWith('DSL9'));
  expect(unread).toHaveLength(1);
});

test.each([
  ['the portal says so', new Failure([problem('room-not-found', 'No.')]), true],
  ['the storage fails', new Refusal('room-not-found', 'No.', { status: 500, exceptionType: 'X', fields: [] }), false],
  ['the key may not see it', new Failure([problem('room-forbidden', 'No.')]), false],
])('a room is known to be gone: %s: %p', (_, failure, gone) => {
  expect(isRoomGone(failure)).toBe(gone);
});
