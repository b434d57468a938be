import { describe, expect, test } from '@jest/globals';
import { select, type Selector } from '../../src/links/select.ts';
import { foreign, foreignId, identity, idOf, invited, linkOf, stateOf } from './builders.ts';

const a = linkOf({ id: idOf('a') });
const b = linkOf({ id: idOf('b'), expired: true });
const invitation = invited({ id: idOf('a', 'invitation') });
const other = foreign({ expired: true });
const main = foreign({ id: '1f6b1c9e-3b52-4d41-9c2e-0a1b2c3d4e5f', primary: true });
const gone = idOf('a');
const state = stateOf([a, b, invitation, other, main]);
const names = new Map([a, b, invitation, other, main].map((link, index) => [link, ['a', 'b', 'i', 'o', 'm'][index]]));

describe('a selector', () => {
  test.each<[Selector, 'all' | 'external' | 'invitation', string, readonly string[]]>([
    [{ by: 'keys', keys: ['a'] }, 'all', 'a:a i:a', []],
    [{ by: 'keys', keys: ['b', 'a', 'c'] }, 'all', 'a:a b:b i:a', ['c']],
    [{ by: 'keys', keys: ['a'] }, 'invitation', 'i:a', []],
    [{ by: 'keys', keys: ['b'] }, 'invitation', '', ['b']],
    [{ by: 'ids', ids: [foreignId, a.id, gone] }, 'all', 'a o', [gone]],
    [{ by: 'ids', ids: [a.id] }, 'external', 'a', []],
    [{ by: 'primary' }, 'all', 'm', []],
    [{ by: 'primary' }, 'invitation', '', []],
    [{ by: 'expired' }, 'all', 'b o', []],
    [{ by: 'expired' }, 'invitation', '', []],
    [{ by: 'managed', exceptKeys: [] }, 'all', 'a b i', []],
    [{ by: 'managed', exceptKeys: [] }, 'external', 'a b', []],
    [{ by: 'managed', exceptKeys: ['a'] }, 'all', 'b', []],
    [{ by: 'managed', exceptKeys: ['c'] }, 'invitation', 'i', []],
  ])('%j of %s links finds %s', (selector, type, found, missing) => {
    const selection = select(state, selector, type, identity);
    if ('code' in selection) throw new Error(selection.message);
    const words = selection.selected.map(({ link, key }) => `${names.get(link) ?? ''}${key === null ? '' : `:${key}`}`);
    expect(words.join(' ')).toBe(found);
    expect(selection.missing).toEqual(missing);
  });

  test('of ids does not call a link absent that is of another type', () => {
    expect(select(state, { by: 'ids', ids: [foreignId] }, 'invitation', identity)).toEqual({
      code: 'not-possible',
      message: `Link ${foreignId} "By hand" is an external link, which \`link-type: invitation\` leaves out.`,
      hint: 'Leave `link-type` out, or correct `link-id`.',
    });
  });

  test('finds nothing of another repository', () => {
    const others = { ...identity, repository: '4243' };
    expect(select(state, { by: 'managed', exceptKeys: [] }, 'all', others)).toEqual({ selected: [], missing: [] });
    expect(select(state, { by: 'keys', keys: ['a'] }, 'all', others)).toEqual({ selected: [], missing: ['a'] });
  });
});
