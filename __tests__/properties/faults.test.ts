import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Fault, Match } from '../../simulator/index.ts';
import type { Link } from '../../src/links/link.ts';
import { roomDraft, wishDraft } from './drafts.ts';
import { brokenPromises, matches, sameLinks } from './promise.ts';
import { openWorld, runSet, sceneOf, type Scene, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld('UTC');
});
afterAll(async () => {
  await world.close();
});

/** Something that goes wrong with a request; `applied`: it is carried out all the same. */
const effect: fc.Arbitrary<Fault> = fc.oneof(
  fc.constantFrom<Fault>({ kind: 'cut' }, { kind: '429' }, { kind: '429', retryAfter: 1 }, { kind: 'ignore-write' }),
  fc.record({ kind: fc.constant('reset' as const), when: fc.constantFrom('before' as const, 'after' as const) }),
  fc.record({ kind: fc.constant('html' as const), status: fc.constantFrom(502, 503, 504), applied: fc.boolean() }),
  fc.record({ kind: fc.constant('empty' as const), status: fc.constantFrom(200, 403, 500), applied: fc.boolean() }),
);

/** From the nth request of some kind on, once or so often that every attempt of it goes wrong. */
const match: fc.Arbitrary<Match> = fc.record({
  method: fc.constantFrom('GET', 'PUT', 'PUT'),
  nth: fc.integer({ min: 1, max: 6 }),
  times: fc.constantFrom(1, 1, 1, 2, 5),
});

const faults = fc.array(fc.tuple(match, effect), { minLength: 1, maxLength: 3 });

/** Runs set while things go wrong, then again without; says what was promised and is not so. */
async function broken(scene: Scene, wrong: readonly (readonly [Match, Fault])[]): Promise<readonly string[]> {
  const { desired, before, roomId, identity } = scene;
  for (const [of, fault] of wrong) world.portal.fault(of, fault);
  const { report, failure } = await runSet(world, scene);
  world.portal.clearFaults();

  const between = scene.links();
  const meant = (links: readonly Link[]): readonly Link[] =>
    links.filter((link) => matches(link, desired, roomId, identity));
  const others = (links: readonly Link[]): readonly Link[] =>
    links.filter((link) => !meant(before).some(({ id }) => id === link.id));
  if (report !== null) {
    // Green: everything is as promised.
    return report.link === null ? ['no link'] : brokenPromises({ ...scene, after: between, id: report.link.id });
  }

  // Red: whatever was not meant is as it was, and the same step again brings it about.
  const made = between.filter((link) => before.every(({ id }) => id !== link.id));
  const rest = between.filter((link) => !made.includes(link));
  const untouched = sameLinks(others(rest), others(before)) ? [] : ['others were touched'];
  // A link that it made is as asked; a primary one is for a moment as the portal makes it.
  const half = desired.reference.by === 'primary' || made.some(({ primary }) => primary) ? [] : made;
  const wrongly = half.flatMap((one) => brokenPromises({ ...scene, after: [...others(rest), one], id: one.id }));
  const rerun = await runSet(world, scene);
  const after = scene.links();
  if (rerun.report === null) {
    // What is gone may have been all that made the desired link possible, or the link that was named; nothing more is written.
    const { reference } = desired;
    const isGone = meant(before).length > 0 && meant(between).length === 0;
    const isReplaced = reference.by === 'id' && between.every((link) => link.id !== reference.id);
    const isRefused = sameLinks(between, before);
    return [
      ...untouched,
      ...wrongly,
      ...(sameLinks(after, between) ? [] : ['refused after a write']),
      ...(isGone || isReplaced || isRefused ? [] : [`no way on: ${failure.message} / ${rerun.failure.message}`]),
    ];
  }
  const id = rerun.report.link?.id ?? '';
  return [...untouched, ...wrongly, ...brokenPromises({ ...scene, before: between, after, id })];
}

describe('for any state of a room, any wish and whatever goes wrong on the way', () => {
  test('set is red, or its promises hold; and once nothing goes wrong any more, a second run brings it about [promise set-failure-red]', async () => {
    await fc.assert(
      fc.asyncProperty(roomDraft, wishDraft, faults, async (room, desired, wrong) => {
        expect(await broken(sceneOf(world, room, desired), wrong)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
