import { describe, expect, test } from '@jest/globals';
import { parseExpiration } from '../../src/values/expiration.ts';
import { wrongOf } from './parsing.ts';

const parse = parseExpiration(new Date('2026-11-24T09:30:15.500Z'));

describe('expiration', () => {
  test.each([
    ['12h', 43_200_000],
    ['7d', 604_800_000],
    ['2w', 1_209_600_000],
    ['3653d', 3653 * 86_400_000],
  ])('%j is a duration', (text, milliseconds) => {
    expect(parse(text)).toEqual({ value: { kind: 'duration', milliseconds } });
  });

  test.each([
    ['2027-01-31T18:00:00Z', '2027-01-31T18:00:00.000Z'],
    ['2027-01-31t18:00:00z', '2027-01-31T18:00:00.000Z'],
    ['2027-01-31T18:00Z', '2027-01-31T18:00:00.000Z'],
    ['2027-01-31T18:00:00.999Z', '2027-01-31T18:00:00.000Z'],
    ['2027-01-31T18:00:00+02:00', '2027-01-31T16:00:00.000Z'],
    ['2027-01-31T18:00:00-05:30', '2027-01-31T23:30:00.000Z'],
    ['2027-01-31T18:00:00+14:00', '2027-01-31T04:00:00.000Z'],
    ['2027-01-31', '2027-01-31T23:59:59.000Z'],
    ['2028-02-29', '2028-02-29T23:59:59.000Z'],
    ['2026-11-24', '2026-11-24T23:59:59.000Z'],
    ['2026-11-24T09:30:16Z', '2026-11-24T09:30:16.000Z'],
    ['2036-11-24T09:30:15Z', '2036-11-24T09:30:15.000Z'],
  ])('%j is the instant %s [promise set-expiration]', (text, at) => {
    expect(parse(text)).toEqual({ value: { kind: 'instant', at: new Date(at) } });
  });

  test.each(['never', 'Never', 'NEVER'])('%j has no end', (text) => {
    expect(parse(text)).toEqual({ value: { kind: 'never' } });
  });

  const forms =
    'is not a valid expiration. Use a duration from now (`12h`, `7d`, `2w`), an instant (`2027-01-31T18:00:00Z`), a date (`2027-01-31`, the end of that day in UTC), or `never`.';
  const months = 'Months have no unit here, because they differ in length;';
  const late = 'is too late: at most 10 years from now, 2036-11-24T09:30:15Z.';
  const passed = 'has passed: it is 2026-11-24T09:30:15Z now.';
  const noDay = 'is not a calendar date.';
  const noTime = 'is not a time of day: hours go to 23, minutes and seconds to 59.';
  const noOffset = 'has an offset of more than 14 hours, which no time zone has.';
  const noDate = 'is not a valid date: use YYYY-MM-DD, as in `2027-01-31`.';
  const noInstant = 'is not a valid instant: use the form `2027-01-31T18:00:00Z`.';
  const offsetMissing = 'has no offset from UTC: add `Z` for UTC, or one like `+02:00`.';

  test.each([
    ['2026-11-23', passed],
    ['2020-01-31T00:00:00Z', passed],
    ['0001-01-01', passed],
    ['2026-11-24T09:30:15Z', passed],
    ['2036-11-24', late],
    ['2036-11-24T09:30:16Z', late],
    ['9999-12-31', late],
    ['3654d', 'is too long: at most 10 years.'],
    ['0d', 'must be longer than zero.'],
    ['2026-02-30', noDay],
    ['2027-02-29', noDay],
    ['2027-13-01', noDay],
    ['2027-00-10', noDay],
    ['2027-04-31T10:00:00Z', noDay],
    ['2027-01-31T24:00:00Z', noTime],
    ['2027-01-31T12:60:00Z', noTime],
    ['2027-01-31T12:00:60Z', noTime],
    ['2027-01-31T12:00:00+14:01', noOffset],
    ['2027-01-31T12:00:00+10:60', noOffset],
    ['2027-01-31T18:00:00', `${offsetMissing} Did you mean \`2027-01-31T18:00:00Z\`?`],
    ['2027-01-31 18:00', `${offsetMissing} Did you mean \`2027-01-31T18:00:00Z\`?`],
    ['2027-01-31T24:00', offsetMissing],
    ['2027-01-31 18:00 UTC', `${noInstant} Did you mean \`2027-01-31T18:00:00Z\`?`],
    ['2027-01-31T18:00:00+0200', `${noInstant} Did you mean \`2027-01-31T18:00:00+02:00\`?`],
    ['2027-1-31 8:05:09-05', `${noInstant} Did you mean \`2027-01-31T08:05:09-05:00\`?`],
    ['2027/1/31', `${noDate} Did you mean \`2027-01-31\`?`],
    ['2027.02.30', noDate],
    ['7 days', `${forms} Did you mean \`7d\`?`],
    ['7', `${forms} Did you mean \`7d\`?`],
    ['24', `${forms} Did you mean \`24h\`?`],
    ['1M', `${forms} Did you mean \`30d\`? ${months} \`1m\` is a minute.`],
    ['P3M', `${forms} Did you mean \`90d\`? ${months} \`3m\` is 3 minutes.`],
    ['0M', forms],
    ['90M', `${forms} Did you mean \`90m\`?`],
    ['1mo', `${forms} Did you mean \`30d\`?`],
    ['1 month', `${forms} Did you mean \`30d\`?`],
    ['1y', `${forms} Did you mean \`365d\`?`],
    ['P1Y', `${forms} Did you mean \`365d\`?`],
    ['1h30m', `${forms} Did you mean \`90m\`?`],
    ['0', `${forms} Did you mean \`never\`?`],
    ['none', `${forms} Did you mean \`never\`?`],
    ['nevr', `${forms} Did you mean \`never\`?`],
    ['forever', `${forms} Did you mean \`never\`?`],
    ['31.01.2027', forms],
    ['01/31/2027', forms],
    ['tomorrow', forms],
    ['1801440000', forms],
    ['+010000-01-01', forms],
  ])('%j is refused', (text, wrong) => {
    expect(parse(text)).toEqual({ wrong });
  });

  test('ten years from a 29 February end on 28 February', () => {
    const onLeapDay = parseExpiration(new Date('2028-02-29T12:00:00Z'));
    expect(wrongOf(onLeapDay('2038-02-28T12:00:01Z'))).toContain('2038-02-28T12:00:00Z');
    expect(onLeapDay('2038-02-28T12:00:00Z')).toHaveProperty('value');
  });
});
