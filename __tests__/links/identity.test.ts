import { createHash } from 'node:crypto';
import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { idPrefix, isManaged, newId, prefixOf, type Identity, type LinkPlace } from '../../src/links/identity.ts';
import { identity } from '../support/links.ts';

const place: LinkPlace = { roomId: '7', type: 'external', key: 'release-4.2' };
const sha256 = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');
const filled = (byte: number): Identity => ({ ...identity, random: (length) => new Uint8Array(length).fill(byte) });
const bitsOf = (id: string): string =>
  BigInt(`0x${id.replaceAll('-', '')}`)
    .toString(2)
    .padStart(128, '0');
const uuid8 = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u;

describe('an id', () => {
  test('is written as it always was: existing links must be found again', () => {
    expect(newId(filled(0), idPrefix(identity, place))).toBe('d84b39ed-2dbc-8af7-8000-000000000000');
  });

  test('is a UUID of version 8: 24 bits of the repository, 24 and 12 bits of the place, 62 random bits', () => {
    const repository = sha256('4242');
    const link = sha256('4242', '7', 'external', 'release-4.2');
    const bits = bitsOf(newId(filled(0xff), idPrefix(identity, place)));
    const hashed = (hex: string): string => bitsOf(hex.slice(0, 32));
    expect(bits.slice(0, 24)).toBe(hashed(repository).slice(0, 24));
    expect(bits.slice(24, 48)).toBe(hashed(link).slice(0, 24));
    expect(bits.slice(48, 52)).toBe('1000');
    expect(bits.slice(52, 64)).toBe(hashed(link).slice(24, 36));
    expect(bits.slice(64, 66)).toBe('10');
    expect(bits.slice(66)).toBe('1'.repeat(62));
  });

  test.each([
    [0x00, '8000-000000000000'],
    [0xff, 'bfff-ffffffffffff'],
    [0x7f, 'bf7f-7f7f7f7f7f7f'],
  ])('of random bytes %i ends in %s', (byte, end) => {
    const prefix = idPrefix(identity, place);
    expect(newId(filled(byte), prefix)).toBe(`${prefix}${end}`);
  });

  test('asks for the random bytes it uses, and leaves them as they are', () => {
    const bytes = new Uint8Array(8).fill(0xff);
    const random = jest.fn(() => bytes);
    newId({ ...identity, random }, idPrefix(identity, place));
    expect(random.mock.calls).toEqual([[8]]);
    expect([...bytes]).toEqual(new Array(8).fill(0xff));
  });

  const text = fc.string({ unit: 'binary', maxLength: 20 });
  const type = fc.constantFrom('external' as const, 'invitation' as const);

  test('whatever the place, it has the right form, is managed, and bears the prefix of its place alone', () => {
    fc.assert(
      fc.property(text, type, text, text, (roomId, type, key, repository) => {
        const own = { ...identity, repository };
        const prefix = idPrefix(own, { roomId, type, key });
        const id = newId(own, prefix);
        expect(id).toMatch(uuid8);
        expect(prefixOf(id)).toBe(prefix);
        expect(isManaged(own, id)).toBe(repository !== '');
      }),
    );
  });

  test.each<[string, Partial<LinkPlace>, string]>([
    ['room', { roomId: '8' }, '4242'],
    ['type', { type: 'invitation' }, '4242'],
    ['key', { key: 'release-4.3' }, '4242'],
    ['key in another case', { key: 'Release-4.2' }, '4242'],
    ['boundary between room and key', { roomId: '7release', key: '-4.2' }, '4242'],
    ['repository', {}, '4243'],
  ])('of another %s has another prefix', (_, other, repository) => {
    expect(idPrefix({ ...identity, repository }, { ...place, ...other })).not.toBe(idPrefix(identity, place));
  });

  test('begins alike for all links of a repository, and otherwise for another', () => {
    const own = idPrefix(identity, { ...place, roomId: '8', type: 'invitation', key: 'x' });
    expect(own.slice(0, 6)).toBe(idPrefix(identity, place).slice(0, 6));
    expect(idPrefix({ ...identity, repository: 'octo/contracts' }, place).slice(0, 6)).not.toBe(own.slice(0, 6));
  });
});

describe('managed', () => {
  const own = newId(identity, idPrefix(identity, place));
  test.each<{ readonly name: string; readonly id: string; readonly repository: string; readonly managed: boolean }>([
    { name: 'a link of this repository', id: own, repository: '4242', managed: true },
    { name: 'of another repository', id: own, repository: '4243', managed: false },
    { name: 'outside of a repository', id: own, repository: '', managed: false },
    {
      name: 'drawn by the portal, though it begins alike',
      id: `${own.slice(0, 14)}4${own.slice(15)}`,
      repository: '4242',
      managed: false,
    },
    {
      name: 'of version 8, and of somebody else',
      id: '00000000-0000-8000-8000-000000000000',
      repository: '4242',
      managed: false,
    },
  ])('$name [promise output-managed]', ({ id, repository, managed }) => {
    expect(isManaged({ ...identity, repository }, id)).toBe(managed);
  });

  test('nothing is, outside of a repository, not even what was made there', () => {
    const nobody = { ...identity, repository: '' };
    expect(isManaged(nobody, newId(nobody, idPrefix(nobody, place)))).toBe(false);
  });
});
