import { expect, test } from '@jest/globals';
import { portalOf, run } from '../support/step.ts';
import { workspaceOf } from '../support/workspace.ts';

test.each([
  ['list', { 'room-id': '201' }],
  ['audit', { 'fail-on': 'never', 'github-token': '' }],
] as const)('%s needs no more than rooms:read [promise read-scope-suffices]', async (verb, inputs) => {
  const portal = await portalOf();
  const room = portal.addRoom({ title: 'Room', roomType: 5 });
  portal.addLink(room.id);
  const { path: cwd } = await workspaceOf();
  const ran = await run(verb, portal, inputs, { key: 'owner-read', cwd });
  expect([ran.exitCode, ran.outputs['links-count']]).toStrictEqual([0, '1']);
  expect(new Set(portal.requests.map(({ method }) => method))).toEqual(new Set(['GET']));
});
