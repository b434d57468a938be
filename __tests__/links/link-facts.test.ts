import { expect, test } from '@jest/globals';
import { factsOf } from '../../src/links/link-facts.ts';
import type { PasswordPolicy } from '../../src/links/password.ts';
import { Secret } from '../../src/links/secret.ts';
import { linkOf } from '../support/links.ts';

const policy: PasswordPolicy = { minLength: 12, upperCase: false, digits: false, specSymbols: false };
const secret = (): Secret => new Secret('hush-hush');

test('the facts of a link are all that it has but its secrets', () => {
  const link = linkOf({ password: secret(), url: secret(), writtenUrl: secret(), token: secret() });
  const { hasPassword, passwordFits, ...facts } = factsOf(link, policy);
  expect([hasPassword, passwordFits]).toEqual([true, false]);
  expect(Object.values(facts).filter((value) => value instanceof Secret)).toEqual([]);
  expect(link).toMatchObject(facts);
  const missing = Object.keys(link).filter((name) => !Object.hasOwn(facts, name));
  expect(missing.toSorted()).toEqual(['password', 'token', 'url', 'writtenUrl']);
});

test('without a password, or without the policy, nothing is said of whether it fits', () => {
  expect(factsOf(linkOf({ password: null }), policy)).toMatchObject({ hasPassword: false, passwordFits: null });
  expect(factsOf(linkOf({ password: secret() }), null)).toMatchObject({ hasPassword: true, passwordFits: null });
  const short = { ...policy, minLength: 8 };
  expect(factsOf(linkOf({ password: secret() }), short)).toMatchObject({ hasPassword: true, passwordFits: true });
});
