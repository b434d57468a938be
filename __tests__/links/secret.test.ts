import { format, inspect } from 'node:util';
import { serialize } from 'node:v8';
import { describe, expect, test } from '@jest/globals';
import { Failure } from '../../src/links/problem.ts';
import { sameSecret, Secret } from '../../src/links/secret.ts';

const text = 'hush-hush';
const secret = new Secret(text);

/** Every way in which a value gets into a text. */
const printed: Readonly<Record<string, () => string>> = {
  'a template string': () => `a ${secret as unknown as string}`,
  'a sum of texts': () => 'a ' + (secret as unknown as string),
  'an array of texts': () => [secret, secret].join(),
  String: () => String(secret),
  toString: () => secret.toString(),
  toLocaleString: () => Object.prototype.toLocaleString.call(secret),
  'a number': () => String(Number(secret)),
  JSON: () => JSON.stringify(secret),
  'JSON of an object that holds it': () => JSON.stringify({ deep: [{ secret }] }),
  'the inspector': () => inspect(secret),
  'the inspector that shows everything': () => inspect({ secret }, { showHidden: true, depth: 9, getters: true }),
  'the inspector without custom ways': () => inspect(secret, { customInspect: false, showHidden: true }),
  'console.log': () => format('%s %j %o %O %d', secret, secret, secret, secret, secret),
  'the message of an error': () => String(new Error(`no: ${secret as unknown as string}`)),
  'the cause of an error': () => inspect(new Failure([], { cause: secret })),
  'a property of an error': () => inspect(Object.assign(new Error('no'), { secret })),
  'a copy of its own properties': () => inspect(Object.assign({}, secret)),
  Reflect: () => JSON.stringify(Reflect.ownKeys(secret).map((key) => [key, Reflect.get(secret, key) as unknown])),
  'a loop over it': () => Object.entries(secret).flat().join(),
  structuredClone: () => inspect(structuredClone(secret), { showHidden: true }),
  'a serialized copy': () => serialize(secret).toString('latin1'),
};

describe('a secret is not seen in', () => {
  test.each(Object.keys(printed))('%s', (way) => {
    expect(printed[way]?.()).toEqual(expect.not.stringContaining('hush'));
  });
});

test.each([
  ['String', '***'],
  ['JSON', '"***"'],
  ['the inspector', 'Secret(***)'],
])('%s says so: %s', (way, shown) => {
  expect(printed[way]?.()).toBe(shown);
});

test('only reveal() gives it', () => {
  expect(secret.reveal()).toBe(text);
});

test.each<[Secret | null, Secret | null, boolean]>([
  [secret, secret, true],
  [secret, new Secret(text), true],
  [secret, new Secret('other'), false],
  [secret, null, false],
  [null, secret, false],
  [null, null, true],
])('%s and %s are the same: %s', (one, other, same) => {
  expect(sameSecret(one, other)).toBe(same);
});
