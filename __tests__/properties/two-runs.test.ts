import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { roomDraft, wishDraft, type LinkDraft, type RoomDraft, type WishDraft } from './drafts.ts';
import { brokenPromises, matches } from './promise.ts';
import { together, type Wait } from './together.ts';
import { openWorld, runSet, sceneOf, type Scene, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld('UTC');
});
afterAll(async () => {
  await world.close();
});

/** A desired link that says nothing. */
const nothing: WishDraft = {
  reference: 'external',
  key: 'default',
  place: 0,
  role: null,
  expiration: null,
  internal: null,
  title: null,
  password: null,
  denyDownload: null,
  maxUses: null,
  renew: false,
  rotate: false,
  adopt: false,
};

/** A link of somebody else that has expired. */
const expired: LinkDraft = {
  key: null,
  role: 0,
  life: -60_000,
  internal: false,
  title: 'Old',
  password: null,
  denyDownload: false,
  maxUses: null,
  uses: 0,
};
const custom: RoomDraft = { typeCode: 5, additional: [], primary: null, invitation: null };

/** A run of set beside others. */
const twice = (scene: Scene) => (wait: Wait) => runSet(world, scene, scene.desired, wait);

/** Runs set twice at once, some requests of which take a little longer; says what was promised and is not so. */
async function broken(scene: Scene, delays: readonly number[]): Promise<readonly string[]> {
  const { desired, roomId, identity, before } = scene;
  for (const nth of delays) world.portal.fault({ nth }, { kind: 'delay', ms: 3 });
  const runs = await together([twice(scene), twice(scene)]);
  world.portal.clearFaults();
  const after = scene.links();
  const green = runs.flatMap(({ report }) => report?.link?.id ?? []);
  if (green.length === 0) return [];
  const wasExpired = before.filter((link) => matches(link, desired, roomId, identity)).every((link) => link.expired);
  // A run that is done before the other has written cannot know that the other's link has the smaller id.
  const meant = after.filter((link) => green.includes(link.id) || matches(link, desired, roomId, identity));
  const alive = green.filter((id) => after.some((link) => link.id === id));
  const problems = alive.flatMap((id) => brokenPromises({ ...scene, after, id }));
  return [
    ...(meant.length === 1 ? [] : [`${meant.length} links of the key`]),
    ...(alive.length > 0 ? [] : ['neither run tells the link that is there']),
    // A primary link is made in two requests, in between which the other run may have read it. And where an expired link
    // has to go first, the other run may find none, and make one with the defaults.
    ...(meant.some(({ primary }) => primary)
      ? []
      : problems.filter((one) => !one.startsWith('not kept') || !wasExpired)),
  ];
}

test('two runs at once end with one link, which is as asked [promise set-two-runs]', async () => {
  await fc.assert(
    fc.asyncProperty(
      roomDraft,
      wishDraft,
      fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 6 }),
      async (room, desired, delays) => {
        expect(await broken(sceneOf(world, room, { ...desired, rotate: false }), delays)).toEqual([]);
      },
    ),
    { numRuns: 200 },
  );
});

test('two runs at once that replace an expired link, which both name by its id, end with one link', async () => {
  const scene = sceneOf(world, { ...custom, additional: [expired] }, { ...nothing, reference: 'id' });
  // Both have read before either writes.
  const arrived: (() => void)[] = [];
  const both = new Promise<void>((resolve) => arrived.push(() => undefined, resolve));
  world.portal.on({ method: 'PUT', times: 2 }, () => {
    arrived.shift()?.();
    return both;
  });
  const runs = await together([twice(scene), twice(scene)]);
  const after = scene.links();
  expect(after).toHaveLength(1);
  expect(runs.map(({ report }) => report?.link?.id)).toEqual([after[0]?.id, after[0]?.id]);
  expect(runs.map(({ report }) => report?.result).sort()).toEqual(['replaced', 'unchanged']);
});

// The portal draws its id, so that one run may be given the link that another has just made.
test('a primary link that another run has written since is not taken back [promise set-takes-back-own]', async () => {
  const scene = sceneOf(world, { ...custom, primary: expired }, { ...nothing, reference: 'primary', title: 'Ours' });
  world.portal.on(
    { method: 'PUT', nth: 2, times: 1 },
    () => {
      for (const link of world.portal.links(scene.roomId)) Object.assign(link, { title: 'Other', internal: true });
    },
    { when: 'after' },
  );
  const { failure } = await runSet(world, scene);
  expect(failure?.problems).toEqual([
    {
      code: 'conflict',
      message: `The primary link of room ${scene.roomId} "Any" was as asked when it was written, and is not any more (internal, title): others have changed it since.`,
      hint: 'Run the step again. A `concurrency` group in the workflow keeps its own runs apart.',
    },
  ]);
  expect(scene.links()).toMatchObject([{ primary: true, title: 'Other', internal: true }]);
});
