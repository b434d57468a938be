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

interface Row {
  readonly selector: Selector;
  readonly type: 'all' | 'external' | 'invitation';
  readonly found: string;
  readonly missing: readonly string[];
}

const rows: readonly Row[] = [
  { selector: { by: 'keys', keys: ['a'] }, type: 'all', found: 'a:a i:a', missing: [] },
  { selector: { by: 'keys', keys: ['b', 'a', 'c'] }, type: 'all', found: 'a:a b:b i:a', missing: ['c'] },
  { selector: { by: 'keys', keys: ['a'] }, type: 'invitation', found: 'i:a', missing: [] },
  { selector: { by: 'keys', keys: ['b'] }, type: 'invitation', found: '', missing: ['b'] },
  { selector: { by: 'ids', ids: [foreignId, a.id, gone] }, type: 'all', found: 'a o', missing: [gone] },
  { selector: { by: 'ids', ids: [a.id] }, type: 'external', found: 'a', missing: [] },
  { selector: { by: 'primary' }, type: 'all', found: 'm', missing: [] },
  { selector: { by: 'primary' }, type: 'invitation', found: '', missing: [] },
  { selector: { by: 'expired' }, type: 'all', found: 'b o', missing: [] },
  { selector: { by: 'expired' }, type: 'invitation', found: '', missing: [] },
  { selector: { by: 'managed', exceptKeys: [] }, type: 'all', found: 'a b i d', missing: [] },
  { selector: { by: 'managed', exceptKeys: [] }, type: 'external', found: 'a b d', missing: [] },
  { selector: { by: 'managed', exceptKeys: ['a'] }, type: 'all', found: 'b d', missing: [] },
  { selector: { by: 'managed', exceptKeys: ['c'] }, type: 'invitation', found: 'i', missing: ['c'] },
  // Commas separate keys, unless the line is itself the key of a link of the room.
  { selector: { by: 'keys', keys: ['a, b'] }, type: 'all', found: 'a:a b:b i:a', missing: [] },
  { selector: { by: 'keys', keys: ['b,c', 'a'] }, type: 'external', found: 'a:a b:b', missing: ['c'] },
  { selector: { by: 'keys', keys: ['a,d'] }, type: 'all', found: 'd:a,d', missing: [] },
  { selector: { by: 'keys', keys: ['a,d'] }, type: 'invitation', found: '', missing: ['a,d'] },
  { selector: { by: 'keys', keys: ['"a,d", b'] }, type: 'all', found: 'b:b d:a,d', missing: [] },
  { selector: { by: 'keys', keys: ['"a,b"'] }, type: 'all', found: '', missing: ['a,b'] },
  { selector: { by: 'managed', exceptKeys: ['a, b'] }, type: 'all', found: 'd', missing: [] },
  { selector: { by: 'managed', exceptKeys: ['a,d', '"b"'] }, type: 'all', found: 'a i', missing: [] },
  { selector: { by: 'managed', exceptKeys: ['b', 'x'] }, type: 'invitation', found: 'i', missing: ['x'] },
];

describe('a selector', () => {
  test.each(rows.map((row) => ({ ...row, asked: JSON.stringify(row.selector) })))(
    '$asked of $type links finds $found',
    ({ selector, type, found, missing }) => {
      const { value: selection, problems } = select(state, selector, type, identity);
      if (selection === undefined) throw new Error(problems[0]?.message);
      const words = selection.selected.map(
        ({ link, key }) => `${names.get(link) ?? ''}${key === null ? '' : `:${key}`}`,
      );
      expect(words.join(' ')).toBe(found);
      expect(selection.missing).toEqual(missing);
    },
  );

  test('of ids does not call a link absent that is of another type', () => {
    expect(select(state, { by: 'ids', ids: [foreignId] }, 'invitation', identity)).toEqual({
      problems: [
        {
          code: 'not-possible',
          message: `Link ${foreignId} "By hand" is an external link, which \`link-type: invitation\` leaves out.`,
          hint: 'Leave `link-type` out, or correct `link-id`.',
        },
      ],
    });
  });

  test.each([
    ['PR-58', 'pr-58'],
    ['pr-59', 'PR-59'],
  ])('that keeps %s does not revoke the link with the key %s', (key, other) => {
    const one = stateOf([linkOf({ id: idOf(other) })]);
    expect(select(one, { by: 'managed', exceptKeys: [key] }, 'all', identity)).toMatchObject({
      problems: [
        {
          code: 'not-possible',
          message: `\`except-keys\` names "${key}", and the room has a link with the key "${other}": case matters in keys. Nothing was revoked.`,
        },
      ],
    });
    // Named as it is written, the other is no slip.
    expect(select(one, { by: 'managed', exceptKeys: [key, other] }, 'all', identity)).toEqual({
      value: {
        selected: [],
        missing: [key],
      },
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
      problems: [
        {
          code: 'not-possible',
          message: expect.stringContaining(`, and no link has that key: ${what}`),
        },
      ],
    });
  });

  test('that keeps a key of words of which not all are keys revokes the others', () => {
    const selector: Selector = { by: 'managed', exceptKeys: ['a release', 'b'] };
    expect(select(stateOf([a, b]), selector, 'all', identity)).toMatchObject({
      value: {
        selected: [{ link: a }],
        missing: ['a release'],
      },
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
    expect(select(state, { by: 'managed', exceptKeys: [] }, 'all', others)).toEqual({
      value: { selected: [], missing: [] },
    });
    expect(select(state, { by: 'keys', keys: ['a'] }, 'all', others)).toEqual({
      value: { selected: [], missing: ['a'] },
    });
  });
});
