import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { linkComment, type LinkContent, planComment, revokedComment } from '../../src/github/comment-text.ts';
import { fitted, longestBody, markLine, markOf, placeOf } from '../../src/github/sticky.ts';
import { Secret } from '../../src/links/secret.ts';
import { aLink, anInvitation, aRoom, portal } from './samples.ts';

const reference = { by: 'key', type: 'external', key: 'pr-58' } as const;
const content = (facts: Partial<LinkContent> = {}): LinkContent => ({
  ...{ kind: 'link', portal, room: aRoom(), reference, link: aLink(), reveal: 'never' },
  ...facts,
});

/** What GitHub shows: without the mark, and with the characters that stand for themselves. */
const shown = (body: string): string =>
  body.replace(/^<!--.*-->\n\n/u, '').replace(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)));

describe('the comment about a link', () => {
  test('says where, what for, for whom, until when, and how to get there', () => {
    expect(shown(linkComment(content()).body)).toBe(
      [
        '### DocSpace room link',
        'Link <code>octo/contracts: pr-58</code> to the room <code>Contract 2027</code> (Custom room)',
        '**Commenter · DocSpace users only · password · no download · until 2026-11-30 16:10 UTC**',
        'The URL is not shown here; managers of the room can copy it in DocSpace.',
        'Members of the room find it in DocSpace under **Rooms** → <code>Contract 2027</code>.',
      ].join('\n\n'),
    );
  });

  test('of an invitation says that one joins', () => {
    const body = shown(linkComment(content({ link: anInvitation() })).body);
    expect(body).toContain('Invitation link <code>octo/contracts: pr-58</code>');
    expect(body).toContain('**Commenter · 20 uses · until 2026-11-30 16:10 UTC**');
    expect(body).toContain('Whoever opens it joins the room as a member.');
  });

  test('does not change while people join', () => {
    const bodies = [0, 19].map((uses) => linkComment(content({ link: anInvitation({ uses }) })).body);
    expect(new Set(bodies).size).toBe(1);
  });

  test.each([
    ['never', aLink(), false],
    ['protected', aLink(), true],
    ['protected', aLink({ internal: false, password: null }), false],
    ['protected', anInvitation(), false],
    ['always', anInvitation(), true],
  ] as const)('with reveal-link: %s shows the URL only where that allows it', (reveal, link, isShown) => {
    const { body } = linkComment(content({ reveal, link }));
    expect(body.includes('https://portal.example/s/AbCdEf')).toBe(isShown);
    expect(body).not.toMatch(/pass-word-1|token-1/u);
  });

  test.each([
    ['https://portal.example/s/A(b)', '<https://portal.example/s/A(b)>'],
    ['https://portal.example/s/A> **bold** <b', '<https://portal.example/s/A%3E%20**bold**%20%3Cb>'],
    ['javascript:alert(1)', '<code>javascript:alert(1)</code>'],
    ['@octocat', '<code>&#64;<!-- -->octocat</code>'],
  ])('whose URL the portal says to be %s', (url, expected) => {
    const { body } = linkComment(content({ reveal: 'always', link: aLink({ url: new Secret(url) }) }));
    expect(body).toContain(`Open it: ${expected}\n`);
  });

  test('takes titles for text, whatever they hold', () => {
    const hostile =
      '@octocat #12 [x](https://evil.example) <!-- --> </code><b>**b**\n### head\u202e octo/contracts#3 ::error::';
    const { body } = linkComment(content({ room: aRoom({ title: hostile }), link: aLink({ title: hostile }) }));
    // An empty comment of our own stands behind each `@`.
    const shown = body.replaceAll('&#64;<!-- -->', '&#64;');
    const text = shown.replaceAll(/<\/?code>|\*\*|^### |^<!-- docspace-room-links|-->/gmu, '');
    expect(text.replaceAll(/\\u[0-9a-f]{4}/gu, '').replaceAll(/&#\d+;/gu, '')).not.toMatch(/[@#[\]<>*\u202e]/u);
    expect(body.split('\n').filter((line) => line.startsWith('#'))).toHaveLength(1);
    expect(shown.match(/-->/gu)).toHaveLength(1);
  });

  test('fits GitHub, however long the titles are', () => {
    const title = '\u{1f600}'.repeat(50_000);
    const { mark, body } = linkComment(content({ room: aRoom({ title }), link: aLink({ title }) }));
    expect(body.length).toBeLessThan(longestBody);
    expect(revokedComment(mark, aRoom({ title })).body.length).toBeLessThan(longestBody);
  });

  test('tells nobody the address of the portal, nor the key', () => {
    const { body } = linkComment(content({ reference: { by: 'key', type: 'external', key: 'secret-project' } }));
    expect(body).not.toMatch(/portal\.example|secret-project/u);
  });
});

describe('one comment for each', () => {
  const place = (facts: Partial<LinkContent>): string => linkComment(content(facts)).mark.place;

  test('portal, room, and name of a link', () => {
    const all = [
      place({}),
      place({ portal: 'https://other.example' }),
      place({ room: aRoom({ id: '7' }) }),
      place({ reference: { ...reference, key: 'pr-59' } }),
      place({ reference: { ...reference, type: 'invitation' } }),
      place({ reference: { by: 'primary', key: 'pr-58' } }),
      place({ reference: { by: 'id', id: aLink().id } }),
      planComment({ kind: 'plan', portal, file: 'a.yml', markdown: '' }).mark.place,
      planComment({ kind: 'plan', portal, file: 'b.yml', markdown: '' }).mark.place,
    ];
    expect(new Set(all).size).toBe(all.length);
  });

  test('whatever its settings, and of the primary link whatever the key', () => {
    expect(place({ link: anInvitation(), reveal: 'always', room: aRoom({ title: 'New title' }) })).toBe(place({}));
    expect(place({ reference: { by: 'primary', key: 'a' } })).toBe(place({ reference: { by: 'primary', key: 'b' } }));
  });
});

test('the comment about a link that is gone keeps its mark, and names it', () => {
  const { mark } = linkComment(content());
  const { body } = revokedComment(mark, aRoom());
  expect(markOf(body)).toEqual(mark);
  expect(shown(body)).toBe(
    [
      '### DocSpace room link: revoked',
      'The link <code>octo/contracts: pr-58</code> to the room <code>Contract 2027</code> is revoked. Its URL opens nothing any more; members of the room stay members.',
    ].join('\n\n'),
  );
});

test('a plan that is too long is cut between its lines, and says so', () => {
  const row = `| ${'x'.repeat(97)} |`;
  const markdown = ['### Plan', ...Array.from({ length: 900 }, () => row)].join('\n');
  const { body } = planComment({ kind: 'plan', portal, file: 'links.yml', markdown });
  expect(body.length).toBeLessThanOrEqual(longestBody);
  expect(body.length).toBeGreaterThan(longestBody - 300);
  const lines = body.split('\n');
  expect(lines.slice(3, -2).every((line) => line === row)).toBe(true);
  expect(lines.at(-1)).toBe('_The rest of the plan does not fit here: see the log of the step._');
});

test('what fits is left alone', () => {
  const text = `${'x'.repeat(100)}\n`.repeat(648).slice(0, longestBody);
  expect(fitted(text, 'cut')).toBe(text);
});

describe('the mark', () => {
  const marks = fc.record(
    {
      kind: fc.constantFrom('link', 'plan', 'audit'),
      place: fc.string().map((word) => placeOf([word])),
      room: fc.string(),
      link: fc.uuid(),
      title: fc.string({ unit: 'binary' }),
    },
    { requiredKeys: ['kind', 'place'] },
  );

  test('is read as it was written, on one line that nothing in it ends', () => {
    fc.assert(
      fc.property(marks, fc.string(), (mark, rest) => {
        const line = markLine(mark);
        expect(markOf(`${line}\n\n${rest}`)).toEqual(mark);
        expect(line).toMatch(/^<!-- docspace-room-links [\w":,{}\\]+ -->$/u);
      }),
    );
  });

  test.each([
    ['a text of others', 'Hello'],
    ['a mark that is quoted', `> ${markLine({ kind: 'link', place: 'x' })}`],
    ['a mark further down', `Hello\n${markLine({ kind: 'link', place: 'x' })}`],
    ['no JSON', '<!-- docspace-room-links {x} -->'],
    ['other JSON', '<!-- docspace-room-links {"kind":1} -->'],
  ])('is not in %s', (_, body) => {
    expect(markOf(body)).toBeNull();
  });
});
