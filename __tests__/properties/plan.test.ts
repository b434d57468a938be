import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DesiredLink } from '../../src/links/desired.ts';
import type { Link } from '../../src/links/link.ts';
import { type LinkPlan, planLink } from '../../src/links/plan-link.ts';
import type { RoomType } from '../../src/links/room-types.ts';
import type { RoomState } from '../../src/links/room.ts';
import { context, identity, newPassword, now, roomOf, stateOf } from '../support/links.ts';
import {
  linksOf,
  passwords,
  roomDraft,
  type RoomDraft,
  typeOf,
  urlOfAny,
  wishDraft,
  type WishDraft,
  desiredIn,
} from './drafts.ts';
import { carriedOut } from './model.ts';
import { again, brokenPromises } from './promise.ts';

interface Case {
  readonly state: RoomState;
  readonly desired: DesiredLink;
  readonly plan: LinkPlan;
  readonly after: RoomState;
  readonly id: string;
}

/** All that no text may hold. Longer than any title that is drawn, so none of them holds one by chance. */
const secrets = [...passwords, newPassword, urlOfAny];

let refused = 0;
let seen = 0;

/** The plan of a desired link in a room, carried out; null if the desired link is refused. */
function played(room: RoomDraft, draft: WishDraft): Case | null {
  const state = stateOf(linksOf(room, '7', identity, now), roomOf(room.typeCode));
  const desired = desiredIn(draft, typeOf(room), state.links, now);
  const { value: plan } = planLink(state, desired, context);
  seen += 1;
  if (plan === undefined) {
    refused += 1;
    return null;
  }
  const { state: after, id } = carriedOut(plan, state, now);
  return { state, desired, plan, after, id };
}

/** Checks something of any plan. */
function forAny(check: (one: Case) => void): void {
  fc.assert(
    fc.property(roomDraft, wishDraft, (room, draft) => {
      const one = played(room, draft);
      if (one !== null) check(one);
    }),
    { numRuns: 2000 },
  );
}

describe('for any state of a room and any wish', () => {
  test('the plan makes one link that fits, and leaves all others as they are', () => {
    forAny(({ state, desired, after, id }) => {
      const done = {
        room: state.room.type as RoomType,
        roomId: '7',
        identity,
        desired,
        before: state.links,
        after: after.links,
        id,
        now,
      };
      expect(brokenPromises(done)).toEqual([]);
    });
  });

  test('a plan for the result has nothing to do', () => {
    forAny((one) => {
      const { value: plan, problems } = planLink(one.after, again(one.desired, one.id), context);
      expect(problems ?? []).toEqual([]);
      expect(plan).toMatchObject({ action: 'none', id: one.id, steps: [], fields: [], widens: [], newPassword: null });
    });
  });

  test('nor has one half a minute later, unless the date is to be moved', () => {
    forAny((one) => {
      const later = new Date(now.getTime() + 30_000);
      const { value: plan } = planLink(
        one.after,
        { ...again(one.desired, one.id), renew: false },
        { ...context, now: later },
      );
      expect(plan).toMatchObject({ action: 'none', steps: [] });
    });
  });

  test('widens only what is asked for, and tells all that it widens [promise set-never-more]', () => {
    forAny(({ desired, plan }) => {
      const asked: readonly string[] = [
        ...(desired.access === undefined ? [] : ['access']),
        ...(desired.internal === false ? ['internal'] : []),
        ...(desired.password?.kind === 'none' ? ['password'] : []),
        ...(desired.denyDownload === false ? ['deny-download'] : []),
        ...(desired.maxUses === undefined ? [] : ['max-uses']),
        // An expired link opens nothing, so whatever comes in its place ends later.
        ...(desired.expiration === undefined && plan.current?.expired !== true ? [] : ['expiration']),
      ];
      expect(plan.widens.filter((name) => !asked.includes(name))).toEqual([]);
      expect(plan.widens.filter((name) => plan.fields.every((field) => field.name !== name))).toEqual([]);
    });
  });

  test('no link but those of the wish is in any step', () => {
    forAny(({ state, plan, desired }) => {
      const meant = [plan.current, ...plan.duplicates].filter((link): link is Link => link !== null);
      const ids = meant.map(({ id }) => id);
      const steps = plan.steps.flatMap((step) =>
        step.do === 'make-primary' ? [] : [step.do === 'put' ? step.id : step.link.id],
      );
      const others = state.links.filter(({ id }) => !ids.includes(id)).map(({ id }) => id);
      expect(steps.filter((id) => others.includes(id))).toEqual([]);
      expect(new Set(steps).size).toBe(steps.length);
      expect(plan.steps.some((step) => step.do === 'make-primary')).toBe(plan.id === null);
      expect(plan.primary || desired.reference.by !== 'primary').toBe(true);
    });
  });

  test('no secret is in what is told of the plan', () => {
    forAny(({ plan }) => {
      const said = JSON.stringify({ ...plan, room: null, current: null });
      expect(secrets.filter((secret) => said.includes(secret))).toEqual([]);
    });
  });
});

afterAll(() => {
  // Wishes that are refused show nothing of the above.
  if (refused > seen / 4) throw new Error(`${refused} of ${seen} wishes were refused.`);
});
