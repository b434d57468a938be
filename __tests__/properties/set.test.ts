import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { expectedOpens } from '../../src/links/link.ts';
import { roomDraft, wishDraft } from './drafts.ts';
import { again, brokenPromises, sameLinks } from './promise.ts';
import { openWorld, runSet, sceneOf, type Scene, type World } from './world.ts';

const worlds = new Map<string, World>();
afterAll(async () => {
  for (const world of worlds.values()) await world.close();
});

/** Runs set in the room of a draft, and says what was promised and is not so. */
async function broken(world: World, scene: Scene): Promise<readonly string[]> {
  world.portal.clearRequests();
  const { report, failure } = await runSet(world, scene);
  const after = scene.links();
  const wrote = world.writes() > 0;
  if (report === null) {
    return wrote || !sameLinks(after, scene.before) ? [`refused after a write: ${failure.message}`] : [];
  }
  const { link } = report;
  if (link === null) return ['no link'];

  world.portal.clearRequests();
  const second = await runSet(world, scene, again(scene.desired, link.id));
  return [
    ...brokenPromises({ ...scene, after, id: link.id }),
    ...(report.changed === wrote ? [] : [`changed: ${String(report.changed)}`]),
    ...(report.opens === (wrote ? expectedOpens(link) : '') ? [] : [`opens: ${report.opens}`]),
    ...(sameLinks(report.state.links, after) ? [] : ['it tells other links than the room has']),
    ...(second.report?.result === 'unchanged' && second.report.link?.id === link.id
      ? []
      : [`a second run is not unchanged: ${second.failure?.message ?? second.report?.result ?? ''}`]),
    ...(world.writes() === 0 && world.portal.requests.length === 2 ? [] : ['a second run does more than read']),
  ];
}

describe('for any state of a room and any wish, over HTTP', () => {
  test.each(['UTC', 'Europe/Berlin', 'America/St_Johns'])(
    'set keeps its promises, or refuses before it writes (a portal in %s)',
    async (zone) => {
      const world = await openWorld(zone);
      worlds.set(zone, world);
      await fc.assert(
        fc.asyncProperty(roomDraft, wishDraft, async (room, desired) => {
          expect(await broken(world, sceneOf(world, room, desired))).toEqual([]);
        }),
        { numRuns: 400 },
      );
    },
  );
});
