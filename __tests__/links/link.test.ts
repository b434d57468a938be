import { describe, expect, test } from '@jest/globals';
import { earliestEnd, kindOf, sameInstant } from '../../src/links/link.ts';

test.each([
  { type: 'external', primary: false, kind: 'additional' },
  { type: 'external', primary: true, kind: 'primary' },
  { type: 'invitation', primary: false, kind: 'invitation' },
] as const)('an $type link, primary: $primary, is of the kind $kind', ({ type, primary, kind }) => {
  expect(kindOf({ type, primary })).toBe(kind);
});

describe('a date that the portal printed', () => {
  const printed = (expiration: string | null, expirationOffset = 0) => ({
    expiration: expiration === null ? null : new Date(expiration),
    expirationOffset,
  });

  test.each<{
    readonly name: string;
    readonly text: string | null;
    readonly offset: number;
    readonly asked: string | null;
    readonly same: boolean;
  }>([
    { name: 'none, and none was asked', text: null, offset: 0, asked: null, same: true },
    { name: 'none, and one was asked', text: null, offset: 0, asked: '2027-01-31T18:00:00Z', same: false },
    { name: 'one, and none was asked', text: '2027-01-31T18:00:00Z', offset: 0, asked: null, same: false },
    { name: 'the same', text: '2027-01-31T18:00:00Z', offset: 0, asked: '2027-01-31T18:00:00Z', same: true },
    {
      name: 'the same, in another zone',
      text: '2027-01-31T20:00:00+02:00',
      offset: 120,
      asked: '2027-01-31T18:00:00Z',
      same: true,
    },
    { name: 'a second later', text: '2027-01-31T18:00:01Z', offset: 0, asked: '2027-01-31T18:00:00Z', same: false },
    { name: 'an hour later', text: '2027-01-31T19:00:00Z', offset: 0, asked: '2027-01-31T18:00:00Z', same: false },
  ])('$name', ({ text, offset, asked, same }) => {
    expect(sameInstant(printed(text, offset), asked === null ? null : new Date(asked))).toBe(same);
  });

  // The portal prints an instant one hour late if its UTC wall time is one that spring takes away in the portal's zone.
  test.each<{ readonly name: string; readonly asked: string; readonly text: string; readonly offset: number }>([
    {
      name: 'Berlin, as recorded in recordings/21',
      asked: '2031-03-30T02:30:00Z',
      text: '2031-03-30T05:30:00+02:00',
      offset: 120,
    },
    {
      name: 'Berlin, where the gap begins',
      asked: '2031-03-30T02:00:00Z',
      text: '2031-03-30T05:00:00+02:00',
      offset: 120,
    },
    { name: 'Berlin, where it ends', asked: '2031-03-30T02:59:59Z', text: '2031-03-30T05:59:59+02:00', offset: 120 },
    { name: 'London', asked: '2031-03-30T01:30:00Z', text: '2031-03-30T03:30:00+01:00', offset: 60 },
    {
      name: 'New York, where it is still the evening before',
      asked: '2031-03-09T02:30:00Z',
      text: '2031-03-08T22:30:00-05:00',
      offset: -300,
    },
    {
      name: 'the Azores, whose summer is that of UTC',
      asked: '2031-03-30T00:30:00Z',
      text: '2031-03-30T01:30:00Z',
      offset: 0,
    },
  ])('in the gap of $name is the same an hour late', ({ asked, text, offset }) => {
    expect(sameInstant(printed(text, offset), new Date(asked))).toBe(true);
    // ... so what is printed may stand for that, and no less.
    expect(earliestEnd(printed(text, offset))).toEqual(new Date(asked));
  });

  test.each<{ readonly name: string; readonly text: string; readonly offset: number }>([
    {
      name: 'in the hour after the gap of Berlin, and printed as it is',
      text: '2031-03-30T06:00:00+02:00',
      offset: 120,
    },
    { name: 'in that hour of another day', text: '2031-03-31T05:30:00+02:00', offset: 120 },
    { name: 'in UTC', text: '2027-01-31T18:00:00Z', offset: 0 },
  ])('$name stands for itself', ({ text, offset }) => {
    expect(earliestEnd(printed(text, offset))).toEqual(new Date(text));
  });

  test('stands for none where there is none', () => {
    expect(earliestEnd(printed(null))).toBeNull();
  });

  test.each<{ readonly name: string; readonly asked: string; readonly text: string; readonly offset: number }>([
    { name: 'on the day before', asked: '2031-03-29T02:30:00Z', text: '2031-03-29T04:30:00+01:00', offset: 60 },
    { name: 'in the middle of winter', asked: '2027-01-31T02:30:00Z', text: '2027-01-31T04:30:00+01:00', offset: 60 },
    { name: 'an hour before the gap', asked: '2031-03-30T00:59:59Z', text: '2031-03-30T03:59:59+02:00', offset: 120 },
    { name: 'just after the gap', asked: '2031-03-30T03:00:00Z', text: '2031-03-30T06:00:00+02:00', offset: 120 },
    {
      name: 'where nobody has a gap at that time',
      asked: '2031-03-30T02:30:00Z',
      text: '2031-03-30T09:00:00+05:30',
      offset: 330,
    },
    {
      name: 'where the hour comes twice in autumn',
      asked: '2031-10-26T02:30:00Z',
      text: '2031-10-26T04:30:00+01:00',
      offset: 60,
    },
    { name: 'by two hours', asked: '2031-03-30T02:30:00Z', text: '2031-03-30T06:30:00+02:00', offset: 120 },
    { name: 'by an hour too early', asked: '2031-03-30T02:30:00Z', text: '2031-03-30T03:30:00+02:00', offset: 120 },
  ])('is another instant $name', ({ asked, text, offset }) => {
    expect(sameInstant(printed(text, offset), new Date(asked))).toBe(false);
  });
});
