import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { parsePassword } from '../../src/values/settings.ts';
import { fitsPolicy, generatePassword, type PasswordPolicy } from '../../src/links/password.ts';

/** 30 bytes that begin with these; the rest draws the letter A. */
function bytes(...first: readonly number[]): Uint8Array {
  return Uint8Array.from({ length: 30 }, (_, index) => first[index] ?? 0);
}

describe('a password that is drawn', () => {
  const drawn = Array.from({ length: 500 }, () => generatePassword(randomBytes).reveal());

  test('fits the strictest policy of a portal (portal.md §1.3)', () => {
    const strictest = /^(?=.*[A-Z])(?=.*[a-z])(?=.*\d)(?=.*[\x21-\x2f\x3a-\x40\x5b-\x60\x7b-\x7e])[\x21-\x7e]{30}$/u;
    expect(drawn.filter((text) => !strictest.test(text))).toEqual([]);
  });

  test('fits the input of the same name', () => {
    expect(drawn.filter((text) => !('value' in parsePassword(text)))).toEqual([]);
  });

  test('is never the same', () => {
    expect(new Set(drawn).size).toBe(drawn.length);
  });

  test('holds nothing that a shell, a page or a mail would take for its own', () => {
    expect(drawn.filter((text) => /[^A-Za-z0-9!-]/u.test(text))).toEqual([]);
  });

  test('takes each character as likely as any other', () => {
    const first = Array.from(
      { length: 256 },
      (_, byte) => generatePassword(() => bytes(byte, 0, 26, 52, 62)).reveal()[0],
    );
    const counts = Map.groupBy(first, (character) => character);
    expect(counts.size).toBe(64);
    expect([...counts.values()].every(({ length }) => length === 4)).toBe(true);
  });
});

test('bytes that give no password that fits are thrown away', () => {
  const draws = [
    bytes(0, 0, 0, 0), // capital letters only
    bytes(1, 0, 52, 62), // no small letter
    bytes(1, 26, 0, 62), // no digit
    bytes(1, 26, 52, 0), // no sign
    bytes(1, 26, 52, 62),
  ];
  const asked: number[] = [];
  const password = generatePassword((length) => {
    asked.push(length);
    return draws.shift() ?? bytes();
  });
  expect(password.reveal()).toBe(`Ba0-${'A'.repeat(26)}`);
  expect(asked).toEqual([30, 30, 30, 30, 30]);
});

test('without a capital letter it is thrown away, too', () => {
  const draws = [new Uint8Array(30).fill(26).fill(52, 1, 2).fill(62, 2, 3), bytes(26, 52, 62)];
  expect(generatePassword(() => draws.shift() ?? bytes()).reveal()).toBe(`a0-${'A'.repeat(27)}`);
});

describe('the policy of a portal', () => {
  const none: PasswordPolicy = { minLength: 8, upperCase: false, digits: false, specSymbols: false };
  const all: PasswordPolicy = { minLength: 12, upperCase: true, digits: true, specSymbols: true };

  test.each<[string, PasswordPolicy, boolean]>([
    ['12345678', none, true],
    ['1234567', none, false],
    ['x'.repeat(30), none, true],
    ['x'.repeat(31), none, false],
    ['two words', none, false],
    ['пароль-пароль', none, false],
    ['Abcdefghij1-', all, true],
    ['Abcdefghi1-', all, false],
    ['abcdefghij1-', all, false],
    ['Abcdefghijk-', all, false],
    ['Abcdefghij12', all, false],
  ])('%s: %j takes it: %j', (password, policy, fits) => {
    expect(fitsPolicy(password, policy)).toBe(fits);
  });

  test('the strictest one takes every password that is drawn', () => {
    const strictest = { ...all, minLength: 30 };
    expect(
      Array.from({ length: 50 }, () => fitsPolicy(generatePassword(randomBytes).reveal(), strictest)),
    ).not.toContain(false);
  });
});
