import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { actions, verbs } from '../../src/actions/table.ts';
import { isoInstant } from '../../src/links/time.ts';
import { parseApiKey, parseCaCertificate, parsePortalUrl } from '../../src/values/credentials.ts';
import { durationSuggestion, parseDuration } from '../../src/values/duration.ts';
import { parseExpiration } from '../../src/values/expiration.ts';
import { parseGuid, parseKey, parseKeys, parseLabels, parseTitle } from '../../src/values/names.ts';
import { type Parse, parseBoolean } from '../../src/values/parsed.ts';
import { parseReports } from '../../src/values/paths.ts';
import { parseConcurrency, parseFixableRule, parseSeverities } from '../../src/values/policy.ts';
import { parseRoomId, parseRoomsOrAll, parseRoomTitle } from '../../src/values/rooms.ts';
import { parseAccess, parseMaxUses, parsePassword } from '../../src/values/settings.ts';
import { messagesOf } from '../support/sources.ts';
import { wrongOf } from './parsing.ts';
import { now } from '../support/links.ts';

const parsers: readonly Parse<unknown>[] = [
  parseAccess,
  parseApiKey,
  parseBoolean,
  parseCaCertificate,
  parseConcurrency,
  parseDuration(86_400_000, '1 day'),
  parseExpiration(now),
  parseFixableRule,
  parseGuid,
  parseKey,
  parseKeys,
  parseLabels,
  parseMaxUses,
  parsePassword,
  parsePortalUrl,
  parseReports,
  parseRoomId,
  parseRoomTitle,
  parseRoomsOrAll,
  parseSeverities,
  parseTitle,
];

/** Any text, but often one of the kind that inputs are. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789-:TZ+./ smhdw')) }),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom('never', 'true', 'Read', '2027-01-31', 'https://a@b', '2027-02-29T24:00:00', '7 days', ''),
);

describe('values', () => {
  test('no text makes a parser throw, and what it says is a sentence', () => {
    fc.assert(
      fc.property(fc.constantFrom(...parsers), text, (parse, one) => {
        const parsed = parse(one);
        expect('value' in parsed || /^\S.*[.?]$/u.test(parsed.wrong)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  const units = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 } as const;
  const unit = fc.constantFrom('s', 'm', 'h', 'd', 'w');
  const parse = parseDuration(Number.MAX_SAFE_INTEGER, 'any');

  test('a duration is its number times its unit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), unit, (count, one) => {
        expect(parse(`${count}${one}`)).toEqual({ value: count * units[one] * 1000 });
      }),
    );
  });

  test('what is proposed for a duration is one, of the same length', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), unit, fc.integer({ min: 1, max: 59 }), (count, one, minutes) => {
        const [, proposed = ''] = /`(.*)`/u.exec(durationSuggestion(`${count} ${one} ${minutes} min`)) ?? [];
        expect(parse(proposed)).toEqual({ value: (count * units[one] + minutes * 60) * 1000 });
      }),
    );
  });

  test('an instant within ten years is read back, whatever its offset', () => {
    const seconds = fc.integer({ min: 1, max: 3650 * 86_400 });
    const minutes = fc.integer({ min: -14 * 60, max: 14 * 60 });
    fc.assert(
      fc.property(seconds, minutes, (later, offset) => {
        const at = new Date(Math.floor(now.getTime() / 1000) * 1000 + later * 1000);
        const local = isoInstant(new Date(at.getTime() + offset * 60_000)).slice(0, -1);
        const two = (number: number): string => String(Math.abs(number)).padStart(2, '0');
        const zone = `${offset < 0 ? '-' : '+'}${two(Math.trunc(offset / 60))}:${two(offset % 60)}`;
        expect(parseExpiration(now)(`${local}${zone}`)).toEqual({ value: { kind: 'instant', at } });
      }),
    );
  });

  test('every day of the calendar is a date, and no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2027, max: 2035 }), fc.nat(13), fc.nat(32), (year, month, day) => {
        const two = (number: number): string => String(number).padStart(2, '0');
        const days = month >= 1 && month <= 12 ? new Date(Date.UTC(year, month, 0)).getUTCDate() : 0;
        const wrong = wrongOf(parseExpiration(now)(`${year}-${two(month)}-${two(day)}`));
        expect(wrong === '').toBe(day >= 1 && day <= days);
      }),
    );
  });
});

describe('inputs', () => {
  const apiKey = 'sk-hush-api-key';
  const password = 'Hush-Passw0rd';
  const url = 'https://portal.example/s/HushHush';
  /** What a user pasted into the wrong input may hold a secret that another input holds, and so may a line of several. */
  const valueOf = (...secrets: readonly string[]): fc.Arbitrary<string> =>
    fc.oneof(
      text,
      fc.tuple(text, fc.constantFrom(...secrets), text).map((parts) => parts.join('')),
      fc.array(fc.oneof(text, fc.constantFrom(url, ...secrets)), { maxLength: 4 }).map((lines) => lines.join('\n')),
    );

  test.each(verbs)('of %s: whatever is given, there is a result or problems, and no problem tells a secret', (verb) => {
    const names: readonly string[] = actions[verb].inputs.map(({ name }) => name);
    const value = names.includes('password') ? valueOf(apiKey, password) : valueOf(apiKey);
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), value), (given) => {
        const messages = messagesOf(verb, { ...given, 'api-key': apiKey, password });
        expect(messages.join('\n')).not.toMatch(/hush/iu);
      }),
      { numRuns: 500 },
    );
  });

  test('a secret that is itself not usable is not told either', () => {
    const unusable = fc.constantFrom(
      'short',
      'has a blank',
      'tab\there',
      'umläute!',
      '\u0000\u0000\u0000',
      'x'.repeat(31),
    );
    fc.assert(
      fc.property(unusable, unusable, (one, other) => {
        const messages = messagesOf('set', { password: `hush${one}`, 'api-key': `hush ${other}`, 'room-id': '1' });
        expect(messages.join('\n')).not.toContain('hush');
      }),
    );
  });
});
