import { describe, expect, test } from '@jest/globals';
import { earliestEnd, kindOf, sameInstant } from '../../src/links/link.ts';

test.each([
  ['external', false, 'additional'],
  ['external', true, 'primary'],
  ['invitation', false, 'invitation'],
] as const)('an %s link, primary: %j, is of the kind %s', (type, primary, kind) => {
  expect(kindOf({ type, primary })).toBe(kind);
});

describe('a date that the portal printed', () => {
  const printed = (expiration: string | null, expirationOffset = 0) => ({
    expiration: expiration === null ? null : new Date(expiration),
    expirationOffset,
  });

  test.each<[string, string | null, number, string | null, boolean]>([
    ['none, and none was asked', null, 0, null, true],
    ['none, and one was asked', null, 0, '2027-01-31T18:00:00Z', false],
    ['one, and none was asked', '2027-01-31T18:00:00Z', 0, null, false],
    ['the same', '2027-01-31T18:00:00Z', 0, '2027-01-31T18:00:00Z', true],
    ['the same, in another zone', '2027-01-31T20:00:00+02:00', 120, '2027-01-31T18:00:00Z', true],
    ['a second later', '2027-01-31T18:00:01Z', 0, '2027-01-31T18:00:00Z', false],
    ['an hour later', '2027-01-31T19:00:00Z', 0, '2027-01-31T18:00:00Z', false],
  ])('%s', (_, text, offset, asked, same) => {
    expect(sameInstant(printed(text, offset), asked === null ? null : new Date(asked))).toBe(same);
  });

  // The portal prints an instant one hour late if its UTC wall time is one that spring takes away in the portal's zone.
  test.each<[string, string, string, number]>([
    ['Berlin, as recorded in recordings/21', '2031-03-30T02:30:00Z', '2031-03-30T05:30:00+02:00', 120],
    ['Berlin, where the gap begins', '2031-03-30T02:00:00Z', '2031-03-30T05:00:00+02:00', 120],
    ['Berlin, where it ends', '2031-03-30T02:59:59Z', '2031-03-30T05:59:59+02:00', 120],
    ['London', '2031-03-30T01:30:00Z', '2031-03-30T03:30:00+01:00', 60],
    ['New York, where it is still the evening before', '2031-03-09T02:30:00Z', '2031-03-08T22:30:00-05:00', -300],
    ['the Azores, whose summer is that of UTC', '2031-03-30T00:30:00Z', '2031-03-30T01:30:00Z', 0],
  ])('in the gap of %s is the same an hour late', (_, asked, text, offset) => {
    expect(sameInstant(printed(text, offset), new Date(asked))).toBe(true);
    // ... so what is printed may stand for that, and no less.
    expect(earliestEnd(printed(text, offset))).toEqual(new Date(asked));
  });

  test.each<[string, string, number]>([
    ['in the hour after the gap of Berlin, and printed as it is', '2031-03-30T06:00:00+02:00', 120],
    ['in that hour of another day', '2031-03-31T05:30:00+02:00', 120],
    ['in UTC', '2027-01-31T18:00:00Z', 0],
  ])('%s stands for itself', (_, text, offset) => {
    expect(earliestEnd(printed(text, offset))).toEqual(new Date(text));
  });

  test('stands for none where there is none', () => {
    expect(earliestEnd(printed(null))).toBeNull();
  });

  test.each<[string, string, string, number]>([
    ['on the day before', '2031-03-29T02:30:00Z', '2031-03-29T04:30:00+01:00', 60],
    ['in the middle of winter', '2027-01-31T02:30:00Z', '2027-01-31T04:30:00+01:00', 60],
    ['an hour before the gap', '2031-03-30T00:59:59Z', '2031-03-30T03:59:59+02:00', 120],
    ['just after the gap', '2031-03-30T03:00:00Z', '2031-03-30T06:00:00+02:00', 120],
    ['where nobody has a gap at that time', '2031-03-30T02:30:00Z', '2031-03-30T09:00:00+05:30', 330],
    ['where the hour comes twice in autumn', '2031-10-26T02:30:00Z', '2031-10-26T04:30:00+01:00', 60],
    ['by two hours', '2031-03-30T02:30:00Z', '2031-03-30T06:30:00+02:00', 120],
    ['by an hour too early', '2031-03-30T02:30:00Z', '2031-03-30T03:30:00+02:00', 120],
  ])('is another instant %s', (_, asked, text, offset) => {
    expect(sameInstant(printed(text, offset), new Date(asked))).toBe(false);
  });
});
