import { describe, expect, test } from '@jest/globals';
import type { DesiredLink } from '../../src/links/desired.ts';
import { after, day, foreignId, hour, lasting, linkOf, now, planned, second, stateOf } from '../support/links.ts';

const at = (date: Date): DesiredLink['expiration'] => ({ kind: 'instant', at: date });
const never: DesiredLink['expiration'] = { kind: 'never' };
const month = 30 * day;

describe('the end of a new link', () => {
  test.each<[string, DesiredLink['expiration'], Date | null]>([
    ['not given: a week from now', undefined, after(7 * day)],
    ['a duration', lasting(12 * hour), after(12 * hour)],
    ['an instant', at(after(month)), after(month)],
    ['never', never, null],
  ])('%s', (_, expiration, end) => {
    expect(planned(stateOf(), { expiration }).target.expiration).toEqual(end);
  });

  test('is a whole second, and never later than asked', () => {
    const end = planned(stateOf(), { expiration: lasting(1500) }).target.expiration;
    expect(now.getMilliseconds()).toBe(500);
    expect(end).toEqual(new Date('2026-11-24T09:30:17.000Z'));
  });
});

// The present end of a live link, what is asked, with `renew`, what becomes of it.
describe('the end of a live link', () => {
  const soon = after(3 * day);
  test.each<{
    readonly name: string;
    readonly present: Date | null;
    readonly expiration?: DesiredLink['expiration'];
    readonly renew: boolean;
    readonly action: 'none' | 'update';
    readonly end: Date | null;
  }>([
    { name: 'not given: kept', present: soon, renew: false, action: 'none', end: soon },
    {
      name: 'not given: kept, with `renew` too, as there is nothing to move it by',
      present: soon,
      renew: true,
      action: 'none',
      end: soon,
    },
    { name: 'not given: a link without end keeps none', present: null, renew: false, action: 'none', end: null },
    {
      name: 'within the duration: stays',
      present: soon,
      expiration: lasting(7 * day),
      renew: false,
      action: 'none',
      end: soon,
    },
    {
      name: 'as long as the duration: stays',
      present: after(7 * day),
      expiration: lasting(7 * day),
      renew: false,
      action: 'none',
      end: after(7 * day),
    },
    {
      name: 'a second later than the duration: shortened',
      present: after(7 * day + second),
      expiration: lasting(7 * day),
      renew: false,
      action: 'update',
      end: after(7 * day),
    },
    {
      name: 'later than the duration: shortened',
      present: after(month),
      expiration: lasting(7 * day),
      renew: false,
      action: 'update',
      end: after(7 * day),
    },
    {
      name: 'none, and a duration: shortened',
      present: null,
      expiration: lasting(7 * day),
      renew: false,
      action: 'update',
      end: after(7 * day),
    },
    {
      name: 'within the duration, with `renew`: moved',
      present: soon,
      expiration: lasting(7 * day),
      renew: true,
      action: 'update',
      end: after(7 * day),
    },
    {
      name: 'later than the duration, with `renew`: shortened',
      present: after(month),
      expiration: lasting(7 * day),
      renew: true,
      action: 'update',
      end: after(7 * day),
    },
    {
      name: 'none, with `renew`: shortened',
      present: null,
      expiration: lasting(7 * day),
      renew: true,
      action: 'update',
      end: after(7 * day),
    },
    {
      name: 'an instant: exactly that',
      present: soon,
      expiration: at(after(month)),
      renew: false,
      action: 'update',
      end: after(month),
    },
    { name: 'the same instant', present: soon, expiration: at(soon), renew: false, action: 'none', end: soon },
    {
      name: 'the same instant, with `renew`',
      present: soon,
      expiration: at(soon),
      renew: true,
      action: 'none',
      end: soon,
    },
    {
      name: 'an earlier instant',
      present: soon,
      expiration: at(after(day)),
      renew: false,
      action: 'update',
      end: after(day),
    },
    { name: 'never', present: soon, expiration: never, renew: false, action: 'update', end: null },
    { name: 'never, as it is', present: null, expiration: never, renew: true, action: 'none', end: null },
  ])('$name', ({ present, expiration, renew, action, end }) => {
    const link = linkOf({ expiration: present });
    const plan = planned(stateOf([link]), { expiration, renew });
    expect(plan).toMatchObject({ action, id: link.id });
    expect(plan.target.expiration).toEqual(end);
    expect(plan.fields.map(({ name }) => name)).toEqual(action === 'none' ? [] : ['expiration']);
  });

  test('a fraction of a second of somebody else is kept as it is', () => {
    const expiration = new Date(after(day).getTime() + 120);
    const plan = planned(stateOf([linkOf({ expiration })]), { expiration: lasting(7 * day), access: 10 });
    expect(plan.target.expiration).toEqual(expiration);
    expect(plan.fields.map(({ name }) => name)).toEqual(['access']);
  });

  test('a later end is wider, an earlier one is not', () => {
    const state = stateOf([linkOf({ expiration: soon })]);
    expect(planned(state, { expiration: at(after(month)) }).widens).toEqual(['expiration']);
    expect(planned(state, { expiration: never }).widens).toEqual(['expiration']);
    expect(planned(state, { expiration: at(after(day)) }).widens).toEqual([]);
  });
});

describe('an expired link', () => {
  const expired = linkOf({ expired: true, expiration: after(-day), access: 10, title: 'Mine', denyDownload: true });

  test.each<[string, DesiredLink['expiration'], Date | null]>([
    ['not given: the default', undefined, after(7 * day)],
    ['a duration', lasting(hour), after(hour)],
    ['an instant', at(after(month)), after(month)],
    ['never, where it is written out', never, null],
  ])('is replaced by one with a new id, its settings and a new end (%s)', (_, expiration, end) => {
    const plan = planned(stateOf([expired]), { expiration });
    expect(plan.action).toBe('replace');
    expect(plan.id).not.toBe(expired.id);
    expect(plan.id?.slice(0, 19)).toBe(expired.id.slice(0, 19));
    expect(plan.target).toEqual({
      access: 10,
      expiration: end,
      internal: true,
      title: 'Mine',
      password: null,
      denyDownload: true,
      maxUses: null,
    });
    expect(plan.fields.map(({ name }) => name)).toEqual(['expiration']);
  });

  test.each<[string, DesiredLink['expiration'], Date | null]>([
    ['not given: the default', undefined, after(7 * day)],
    ['a duration', lasting(hour), after(hour)],
    ['an instant', at(after(month)), after(month)],
    ['never', never, null],
  ])('with `renew` comes back with its id (%s)', (_, expiration, end) => {
    const plan = planned(stateOf([expired]), { expiration, renew: true });
    expect(plan).toMatchObject({ action: 'update', id: expired.id, steps: [{ do: 'put', id: expired.id }] });
    expect(plan.target).toMatchObject({ access: 10, title: 'Mine', denyDownload: true, expiration: end });
    expect(plan.widens).toEqual(['expiration']);
  });

  test('with `rotate` gets a new id, whether it is renewed or not', () => {
    for (const renew of [false, true]) {
      const plan = planned(stateOf([expired]), { rotate: true, renew });
      expect(plan.action).toBe('rotate');
      expect(plan.id).not.toBe(expired.id);
      expect(plan.target.expiration).toEqual(after(7 * day));
    }
  });

  test('of somebody else, named by its id, is replaced by a link of this repository', () => {
    const foreign = { ...expired, id: foreignId };
    const plan = planned(stateOf([foreign]), { reference: { by: 'id', id: foreignId } });
    expect(plan.action).toBe('replace');
    expect(plan.id).toMatch(/^d84b39[0-9a-f]{2}-[0-9a-f]{4}-8/u);
  });
});

test('the date of a link that is rotated is kept', () => {
  const link = linkOf({ expiration: after(3 * day) });
  expect(planned(stateOf([link]), { rotate: true }).target.expiration).toEqual(after(3 * day));
  expect(planned(stateOf([link]), { rotate: true, expiration: lasting(7 * day) }).target.expiration).toEqual(
    after(3 * day),
  );
  expect(planned(stateOf([link]), { rotate: true, expiration: lasting(day) }).target.expiration).toEqual(after(day));
});
