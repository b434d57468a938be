import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { collectEnds, mostEnds } from '../../src/audit/result.ts';
import { after, day, types } from '../support/links.ts';
import { anyone, auditedLink, auditedRoom, invitation } from './subjects.ts';

test('links are counted by how they end; what has expired or is in the archive is none of them', () => {
  const ends = collectEnds();
  ends.add(auditedRoom(), [
    anyone({ id: 'a', expiration: after(2 * day) }),
    auditedLink({ id: 'b', expiration: after(day) }),
    invitation({ id: 'c', expiration: null }),
    anyone({ id: 'd', expired: true, expiration: after(-day) }),
  ]);
  ends.add(auditedRoom(types.custom, { id: '8', area: 'archived' }), [anyone({ id: 'e' })]);
  const { soonest, later, never } = ends.ends();
  expect(soonest.map(({ linkId, anyone: open }) => [linkId, open])).toEqual([
    ['b', false],
    ['a', true],
  ]);
  expect([later, never]).toEqual([0, 1]);
});

test('a room that is read again counts as it is then', () => {
  const ends = collectEnds();
  ends.add(auditedRoom(), [anyone({ id: 'a' }), anyone({ id: 'b', expiration: null })]);
  ends.add(auditedRoom(), [anyone({ id: 'b', expiration: after(day) })]);
  expect(ends.ends()).toMatchObject({ soonest: [{ linkId: 'b' }], later: 0, never: 0 });
});

test('the first to end are kept, in whatever order the rooms are read', () => {
  const links = fc.uniqueArray(fc.record({ days: fc.integer({ min: 1, max: 40 }), id: fc.uuid() }), {
    maxLength: 80,
    selector: ({ id }) => id,
  });
  fc.assert(
    fc.property(links, (all) => {
      const made = all.map(({ days, id }) => auditedLink({ id, expiration: after(days * day) }));
      const collected = (order: typeof made) => {
        const ends = collectEnds();
        for (const link of order) ends.add(auditedRoom(types.custom, { id: link.id }), [link]);
        return ends.ends();
      };
      const ends = collected(made);
      expect(collected(made.toReversed())).toEqual(ends);
      expect(ends.soonest).toHaveLength(Math.min(made.length, mostEnds));
      expect(ends.soonest.length + ends.later).toBe(made.length);
      const last = ends.soonest.at(-1)?.expiration ?? null;
      const shown = ends.soonest.map(({ linkId }) => linkId);
      expect(made.every(({ id, expiration }) => shown.includes(id) || (expiration ?? 0) >= (last ?? 0))).toBe(true);
    }),
  );
});
