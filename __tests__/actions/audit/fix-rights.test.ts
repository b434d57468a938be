import { afterEach, expect, test } from '@jest/globals';
import { closeAll } from '../../support/step.ts';
import { fixAll, openStage } from './fixing.ts';
import { revoke, set, type Rules } from '../../audit/remedies.ts';

afterEach(closeAll);

const narrow: Rules = { A: ({ access }) => (access === 10 ? set({ access: 2 }) : null) };
const revokes: Rules = { A: ({ access }) => (access === 10 ? revoke : null) };

test.each([
  ['an external link', 1, narrow],
  ['an external link that is to be revoked', 1, revokes],
  ['an invitation, which the room does not count', 3, narrow],
  ['an invitation that is to be revoked', 3, revokes],
] as const)('%s is not called gone when rights are withdrawn while it is read again', async (_, kind, rules) => {
  const stage = await openStage({}, { members: { manager: 9 } });
  const { portal, roomId } = stage;
  stage.link({ kind, role: 10, internal: true });
  const { report, codes, logged, writes } = await fixAll(stage, rules, {
    key: 'manager',
    between: () => {
      const { promise, resolve } = Promise.withResolvers<undefined>();
      const isRoom = { method: 'GET', path: /\/rooms\/\d+$/u, times: 1 } as const;
      portal.on(
        isRoom,
        () => {
          resolve(undefined);
        },
        { when: 'after' },
      );
      portal.on({ method: 'GET', path: /\/links$/u, times: 1 }, async () => {
        await promise;
        portal.room(roomId).members.set(portal.user('manager').id, 10);
      });
    },
  });
  expect(codes).toEqual(['not-room-manager']);
  expect(report).toMatchObject({ done: [], undone: [expect.anything()] });
  expect(logged).not.toContain('gone already');
  expect(writes).toEqual([]);
});
