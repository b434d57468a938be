import { describe, expect, test } from '@jest/globals';
import { changesOf, revokeChange } from '../../src/links/change.ts';
import type { Link } from '../../src/links/link.ts';
import { Failure, failure, problem, problemTable } from '../../src/links/problem.ts';
import { mayReveal, type Reveal } from '../../src/links/described-link.ts';
import { Secret } from '../../src/links/secret.ts';
import { fieldsNotFor, type DesiredLink } from '../../src/links/desired.ts';
import { foreign, foreignId, linkOf, planned, primary, stateOf, wishOf } from '../support/links.ts';

const hush = new Secret('hush');

describe('a URL may be seen', () => {
  test.each<[string, Link, boolean]>([
    ['for anyone', linkOf({ internal: false }), false],
    ['behind a login', linkOf(), true],
    ['behind a password', linkOf({ internal: false, password: hush }), true],
    ['of an invitation', linkOf({ type: 'invitation' }), false],
    ['of an invitation, whatever else it says', linkOf({ type: 'invitation', internal: true, password: hush }), false],
  ])('%s: protected %#', (_, link, isProtected) => {
    const expected: Readonly<Record<Reveal, boolean>> = { never: false, protected: isProtected, always: true };
    for (const reveal of ['never', 'protected', 'always'] as const) {
      expect(mayReveal(link, reveal)).toBe(expected[reveal]);
    }
  });
});

describe('the plan as the output tells it', () => {
  // As in interface.md, word for word.
  test('a change of a link [promise output-plan]', () => {
    const state = stateOf([foreign()]);
    const [change, ...more] = changesOf(planned(state, { reference: { by: 'id', id: foreignId }, access: 10 }));
    expect(more).toEqual([]);
    expect(JSON.stringify(change)).toBe(
      `{"action":"update","roomId":"7","roomTitle":"Contract 2027","linkId":"${foreignId}","key":"","type":"external","primary":false,` +
        `"fields":[{"name":"access","from":"viewer","to":"editor"}],"widens":["access"]}`,
    );
  });

  test('extras go, under the same key', () => {
    const [one, two] = [linkOf(), linkOf()].sort((a, b) => (a.id < b.id ? -1 : 1)) as [Link, Link];
    expect(changesOf(planned(stateOf([two, one])))).toEqual([
      expect.objectContaining({ action: 'none', linkId: one.id, key: 'default', fields: [], widens: [] }),
      {
        action: 'revoke',
        roomId: '7',
        roomTitle: 'Contract 2027',
        linkId: two.id,
        key: 'default',
        type: 'external',
        primary: false,
        fields: [],
        widens: [],
      },
    ]);
  });

  test('a link whose id the portal has yet to draw has none', () => {
    expect(changesOf(planned(stateOf(), primary))).toMatchObject([{ action: 'create', linkId: '', primary: true }]);
  });

  test('a revoke without a key', () => {
    const link = foreign({ type: 'invitation' });
    expect(revokeChange(stateOf().room, link, null)).toMatchObject({ linkId: link.id, key: '', type: 'invitation' });
  });

  test('no password is in it', () => {
    const desired = { password: { kind: 'given', password: hush } } as const;
    expect(JSON.stringify(changesOf(planned(stateOf([linkOf()]), desired)))).not.toContain('hush');
  });
});

describe('a problem', () => {
  test('has the advice of its code, unless there is better', () => {
    const message = 'Nothing left.';
    expect(problem('limit-reached', message)).toEqual({
      code: 'limit-reached',
      message,
      hint: problemTable['limit-reached'].advice,
    });
    expect(problem('limit-reached', message, 'Wait.').hint).toBe('Wait.');
  });

  test('is thrown with all others at once, and with its cause', () => {
    const cause = new Error('why');
    const thrown = new Failure([problem('input', 'One.'), problem('input', 'Two.')], { cause });
    expect(thrown).toMatchObject({ name: 'Failure', message: 'One.\nTwo.', cause });
    expect(failure('timeout', 'Slow.', 'Wait.', { cause })).toMatchObject({
      problems: [{ code: 'timeout', message: 'Slow.', hint: 'Wait.' }],
      cause,
    });
  });

  test.each(Object.entries(problemTable))('%s has a short title and an advice in sentences', (_, { title, advice }) => {
    expect(title).toMatch(/^[A-Z][^.\n]{3,45}$/u);
    expect(advice).toMatch(/^\S[^\n]*\.$/u);
  });
});

describe('what a link of a type does not have', () => {
  test.each<[Partial<DesiredLink>, readonly string[], readonly string[]]>([
    [{}, [], []],
    [{ access: 2, expiration: { kind: 'never' }, title: 'x', renew: true, rotate: true }, [], []],
    [{ maxUses: 3 }, ['max-uses'], []],
    [{ maxUses: null }, ['max-uses'], []],
    [{ adopt: true }, ['adopt'], []],
    [{ internal: false }, [], ['internal']],
    [{ denyDownload: false }, [], ['deny-download']],
    [{ password: { kind: 'keep' } }, [], []],
    [{ password: { kind: 'none' } }, [], ['password']],
    [{ password: { kind: 'generate' } }, [], ['password']],
    [{ password: { kind: 'given', password: hush } }, [], ['password']],
    [
      { maxUses: 1, adopt: true, internal: true, password: { kind: 'none' }, denyDownload: true },
      ['max-uses', 'adopt'],
      ['internal', 'password', 'deny-download'],
    ],
  ])('%j', (desired, notExternal, notInvitation) => {
    expect(fieldsNotFor(wishOf(desired), 'external')).toEqual(notExternal);
    expect(fieldsNotFor(wishOf(desired), 'invitation')).toEqual(notInvitation);
  });
});
