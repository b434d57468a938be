import { describe, expect, test } from '@jest/globals';
import { goneNames, select, type Selector } from '../../src/links/select.ts';
import { foreign, foreignId, identity, idOf, invited, linkOf, stateOf } from '../support/links.ts';

const a = linkOf({ id: idOf('a') });
const b = linkOf({ id: idOf('b'), expired: true });
const invitation = invited({ id: idOf('a', 'invitation') });
const other = foreign({ expired: true });
const main = foreign({ id: '1f6b1c9e-3b52-4d41-9c2e-0a1b2c3d4e5f', primary: true });
const gone = idOf('a');
const both = linkOf({ id: idOf('a,d') });
const all = [a, b, invitation, other, main, both];
const state = stateOf(all);
const names = new Map(all.map((link, index) => [link, ['a', 'b', 'i', 'o', 'm', 'd'][index]]));

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
    [{ by: 'managed', exceptKeys: [] }, 'all', 'a b i d', []],
    [{ by: 'managed', exceptKeys: [] }, 'external', 'a b d', []],
    [{ by: 'managed', exceptKeys: ['a'] }, 'all', 'b d', []],
    [{ by: 'managed', exceptKeys: ['c'] }, 'invitation', 'i', ['c']],
    // Commas separate keys, unless the line is itself the key of a link of the room.
    [{ by: 'keys', keys: ['a, b'] }, 'all', 'a:a b:b i:a', []],
    [{ by: 'keys', keys: ['b,c', 'a'] }, 'external', 'a:a b:b', ['c']],
    [{ by: 'keys', keys: ['a,d'] }, 'all', 'd:a,d', []],
    [{ by: 'keys', keys: ['a,d'] }, 'invitation', '', ['a,d']],
    [{ by: 'keys', keys: ['"a,d", b'] }, 'all', 'b:b d:a,d', []],
    [{ by: 'keys', keys: ['"a,b"'] }, 'all', '', ['a,b']],
    [{ by: 'managed', exceptKeys: ['a, b'] }, 'all', 'd', []],
    [{ by: 'managed', exceptKeys: ['a,d', '"b"'] }, 'all', 'a i', []],
    [{ by: 'managed', exceptKeys: ['b', 'x'] }, 'invitation', 'i', ['x']],
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

  test.each([
    ['PR-58', 'pr-58'],
    ['pr-59', 'PR-59'],
  ])('that keeps %s does not revoke the link with the key %s', (key, other) => {
    const one = stateOf([linkOf({ id: idOf(other) })]);
    expect(select(one, { by: 'managed', exceptKeys: [key] }, 'all', identity)).toMatchObject({
      code: 'not-possible',
      message: `\`except-keys\` names "${key}", and the room has a link with the key "${other}": case matters in keys. Nothing was revoked.`,
    });
    // Named as it is written, the other is no slip.
    expect(select(one, { by: 'managed', exceptKeys: [key, other] }, 'all', identity)).toEqual({
      selected: [],
      missing: [key],
    });
  });

  test.each([
    ['a b', 'these are several keys'],
    ['a | b', 'these are several keys'],
    ['"a, b"', 'these are several keys'],
    ['octo/contracts: b', `this is the title of link ${b.id}, and not its key`],
  ])('that keeps %s, which is no key, does not revoke the links that it means', (line, what) => {
    const room = stateOf([linkOf({ ...a, title: 'Press' }), linkOf({ ...b, title: 'octo/contracts: b' })]);
    expect(select(room, { by: 'managed', exceptKeys: [line] }, 'all', identity)).toMatchObject({
      code: 'not-possible',
      message: expect.stringContaining(`, and no link has that key: ${what}`),
    });
  });

  test('that keeps a key of words of which not all are keys revokes the others', () => {
    const selector: Selector = { by: 'managed', exceptKeys: ['a release', 'b'] };
    expect(select(stateOf([a, b]), selector, 'all', identity)).toMatchObject({
      selected: [{ link: a }],
      missing: ['a release'],
    });
  });

  test.each<[Selector, readonly string[], readonly string[]]>([
    [{ by: 'keys', keys: ['a, b', 'c'] }, ['a', 'b'], ['a', 'b', 'a, b']],
    [{ by: 'keys', keys: ['a, b', 'c'] }, ['b', 'c'], ['b', 'c']],
    [{ by: 'ids', ids: [gone] }, [gone], [gone]],
    [{ by: 'managed', exceptKeys: ['x'] }, ['x'], []],
  ])('%j, of which %j is missing: what is gone may have been called %j', (selector, missing, gones) => {
    expect(goneNames(selector, missing)).toEqual(gones);
  });

  test('finds nothing of another repository', () => {
    const others = { ...identity, repository: '4243' };
    expect(select(state, { by: 'managed', exceptKeys: [] }, 'all', others)).toEqual({ selected: [], missing: [] });
    expect(select(state, { by: 'keys', keys: ['a'] }, 'all', others)).toEqual({ selected: [], missing: ['a'] });
  });
});
