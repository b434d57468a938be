import { describe, expect, test } from '@jest/globals';
import type { Wish } from '../../src/links/desired.ts';
import { after, day, foreignId, hour, lasting, linkOf, now, planned, second, stateOf } from '../support/links.ts';

const at = (date: Date): Wish['expiration'] => ({ kind: 'instant', at: date });
const never: Wish['expiration'] = { kind: 'never' };
const month = 30 * day;

describe('the end of a new link', () => {
  test.each<[string, Wish['expiration'], Date | null]>([
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
  test.each<[string, Date | null, Wish['expiration'], boolean, 'none' | 'update', Date | null]>([
    ['not given: kept', soon, undefined, false, 'none', soon],
    ['not given: kept, with `renew` too, as there is nothing to move it by', soon, undefined, true, 'none', soon],
    ['not given: a link without end keeps none', null, undefined, false, 'none', null],
    ['within the duration: stays', soon, lasting(7 * day), false, 'none', soon],
    ['as long as the duration: stays', after(7 * day), lasting(7 * day), false, 'none', after(7 * day)],
    [
      'a second later than the duration: shortened',
      after(7 * day + second),
      lasting(7 * day),
      false,
      'update',
      after(7 * day),
    ],
    ['later than the duration: shortened', after(month), lasting(7 * day), false, 'update', after(7 * day)],
    ['none, and a duration: shortened', null, lasting(7 * day), false, 'update', after(7 * day)],
    ['within the duration, with `renew`: moved', soon, lasting(7 * day), true, 'update', after(7 * day)],
    [
      'later than the duration, with `renew`: shortened',
      after(month),
      lasting(7 * day),
      true,
      'update',
      after(7 * day),
    ],
    ['none, with `renew`: shortened', null, lasting(7 * day), true, 'update', after(7 * day)],
    ['an instant: exactly that', soon, at(after(month)), false, 'update', after(month)],
    ['the same instant', soon, at(soon), false, 'none', soon],
    ['the same instant, with `renew`', soon, at(soon), true, 'none', soon],
    ['an earlier instant', soon, at(after(day)), false, 'update', after(day)],
    ['never', soon, never, false, 'update', null],
    ['never, as it is', null, never, true, 'none', null],
  ])('%s', (_, present, expiration, renew, action, end) => {
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

  test.each<[string, Wish['expiration'], Date | null]>([
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

  test.each<[string, Wish['expiration'], Date | null]>([
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
    const plan = planned(stateOf([foreign]), { ref: { by: 'id', id: foreignId } });
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
