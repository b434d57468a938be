import { beforeEach, expect, test } from '@jest/globals';
import { openStage, roomFile, type Stage } from './stage.ts';

let stage: Stage;
let room: string;
beforeEach(async () => {
  stage = await openStage();
  room = stage.room('Contract');
  stage.ours(room, 'a', { internal: true });
});

test.each(['', ' null', ' ~', ' # - { key: a }', '\n      # - { key: a }'])(
  '`links:` with nothing under it revokes nothing, it is an error: %j',
  async (nothing) => {
    const outcome = await stage.apply(`version: 1\nrooms:\n  - room: ${room}\n    links:${nothing}\n`, {
      prune: 'true',
    });
    expect(outcome.errors).toMatchObject([
      {
        line: 4,
        text: expect.stringContaining('links.yml:4:5: `links` has nothing under it. Write `links: []`') as unknown,
      },
    ]);
    expect(stage.portal.requests).toEqual([]);
  },
);

test('`links: []` says none [promise file-empty-links]', async () => {
  const outcome = await stage.apply(roomFile(room, []), { prune: 'true' });
  expect(outcome.outputs).toMatchObject({ result: 'applied', 'revoked-count': '1' });
  expect(stage.links(room)).toEqual([]);
});
