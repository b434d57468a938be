import { describe, expect, test } from '@jest/globals';
import { problem } from '../../src/links/problem.ts';
import { Secret } from '../../src/links/secret.ts';
import { mayReveal } from '../../src/links/described-link.ts';
import { linkElements } from '../../src/render/outputs.ts';
import { fieldsTable, linksTable, problemsSummary, setSummary, skippedSummary } from '../../src/render/summary.ts';
import {
  day,
  foreign,
  identity,
  linkOf,
  many,
  now,
  planned,
  primary,
  roomOf,
  stateOf,
  types,
  after,
} from '../support/links.ts';
import { rendered } from '../support/rendered.ts';

const nobody = (): boolean => false;
const password = new Secret('hush-Password1');

/** The cells of a table that is rendered: its rows, without the header. */
function rows(markdown: string): readonly string[] {
  return markdown
    .split('\n')
    .slice(2)
    .map((line) =>
      line
        .replaceAll(/<br>/gu, ' / ')
        .replaceAll(/&nbsp;/gu, ' ')
        .replaceAll('&#8209;', '-')
        .replaceAll(/<\/?code>/gu, ''),
    );
}

describe('the table of links', () => {
  test('says of each what it is, whom it is for and when it ends; marks the one that it is about', () => {
    const ours = linkOf({ password, denyDownload: true });
    const others = [
      foreign({ primary: true, internal: false, expiration: null }),
      foreign({
        type: 'invitation',
        access: 11,
        maxUses: 20,
        uses: 4,
        internal: false,
        expired: true,
        expiration: after(-day),
      }),
      foreign({ type: 'invitation', access: 9, maxUses: 20, uses: null, internal: false }),
    ];
    const markdown = linksTable([ours, ...others], now, ours.id, (id) => id === ours.id);
    const end = '2026-12-01 09:30 UTC / (7 days)';
    expect(rows(markdown)).toStrictEqual([
      `| **→** octo/contracts: default · managed / ${ours.id} | External | Viewer | DocSpace users only / password / no download | ${end} |`,
      `| By hand / ${foreign().id} | Primary | Viewer | Anyone with the link | never |`,
      `| By hand / ${foreign().id} | Invitation | Content creator | Whoever joins by it / 4 of 20 uses | 2026-11-23 09:30 UTC / (expired) |`,
      `| By hand / ${foreign().id} | Invitation | access 9 | Whoever joins by it / 0 of 20 uses | ${end} |`,
    ]);
    expect(rendered(markdown).text).not.toContain('hush');
  });

  test('says that there are none', () => {
    expect(linksTable([], now, null, nobody)).toBe('_No links_');
  });
});

test('the table of changes marks what is wider', () => {
  const fields = [
    { name: 'access', from: 'viewer', to: 'editor' },
    { name: 'title', from: null, to: 'A | B' },
  ] as const;
  expect(rows(fieldsTable(fields, ['access']))).toStrictEqual([
    '| access | viewer | editor ⚠️ wider |',
    '| title | – | A &#124; B |',
  ]);
});

describe('problems', () => {
  test('are a list of title, message and hint, in which code is code', () => {
    const markdown = problemsSummary('set', [
      problem('input', '`access`: "edtor" is not a role.'),
      problem('limit-reached', 'Full.', 'Revoke @octo/team <b>one</b>.'),
    ]);
    expect(markdown.split('\n')).toStrictEqual([
      '### DocSpace room links: set failed',
      '',
      '- **Input not usable** (<code>input</code>)<br><code>access</code>: &#34;edtor&#34; is not a role.<br>_Correct the input; no request was sent._',
      '- **No place for another link** (<code>limit-reached</code>)<br>Full.<br>_Revoke &#64;&#8203;octo/team &#60;b&#62;one&#60;/b&#62;._',
    ]);
    expect(rendered(markdown).elements).toStrictEqual(['br', 'code', 'em', 'h3', 'li', 'strong', 'ul']);
  });

  test('more than fifty are counted', () => {
    const markdown = problemsSummary(
      'set',
      Array.from({ length: 53 }, (_, index) => problem('input', `No ${index}.`)),
    );
    expect(markdown.match(/^- /gmu)).toHaveLength(51);
    expect(markdown.split('\n').at(-1)).toBe('- … and 3 more, see the log');
  });

  test('that nothing was done, and why', () => {
    expect(skippedSummary('`api-key` is empty.')).toBe(
      '### DocSpace room links: skipped\n\n<code>api-key</code> is empty.',
    );
  });
});

describe('the summary of a set', () => {
  const room = roomOf();
  const outcome = { dryRun: false, room, links: [linkOf()], linkId: linkOf().id, url: null };

  test('of a creation: what a stranger meets, the places, the links', () => {
    const plan = planned(stateOf([]));
    const text = setSummary({ ...outcome, result: 'created', plan, opens: 'login' }, now, nobody);
    expect(text.split('\n\n').slice(0, 3)).toStrictEqual([
      '### DocSpace room link: created',
      '<code>Contract 2027</code> · room <code>7</code> · Custom room · link <code>default</code>',
      'Tried as a stranger would: asks for a login · 1 of 5 additional links used',
    ]);
    const dry = setSummary({ ...outcome, dryRun: true, links: [], result: 'created', plan, opens: '' }, now, nobody);
    expect(dry.split('\n\n')).toStrictEqual([
      '### DocSpace room link: would be created (dry run)',
      '<code>Contract 2027</code> · room <code>7</code> · Custom room · link <code>default</code>',
      'Viewer · DocSpace users only · until 2026-12-01 09:30 UTC (7 days)',
      '0 of 5 additional links used',
      '_No links_',
    ]);
  });

  test('of a change: the settings that changed', () => {
    const plan = planned(stateOf([linkOf()]), { access: 10 });
    const text = setSummary({ ...outcome, result: 'updated', plan, opens: 'unknown' }, now, nobody);
    expect(text).toContain('| access | <code>viewer</code> | <code>editor</code> ⚠️ wider |');
    expect(text).not.toContain('Tried');
  });

  test('of the primary link, of one by its id, in a room without places', () => {
    const pub = roomOf(types.custom);
    const one = planned(stateOf([], pub), primary);
    const links = [linkOf({ primary: true })];
    const text = setSummary({ ...outcome, links, result: 'created', plan: one, opens: '' }, now, nobody);
    expect(text.split('\n\n')[1]).toMatch(/ · the primary link$/u);
    expect(text.split('\n\n')).toHaveLength(3);
    const named = planned(stateOf([foreign()]), { reference: { by: 'id', id: foreign().id } });
    expect(setSummary({ ...outcome, result: 'unchanged', plan: named, opens: '' }, now, nobody)).toContain(
      ' · the link\n',
    );
  });

  test('of a room full of links stays far below what GitHub takes', () => {
    const links = many(100).map((link) => ({ ...link, title: '|'.repeat(255) }));
    const text = setSummary(
      { ...outcome, links, result: 'unchanged', plan: planned(stateOf([])), opens: '' },
      now,
      nobody,
    );
    expect(Buffer.byteLength(text)).toBeLessThan(256 * 1024);
  });
});

describe('the output `links`', () => {
  const links = [
    linkOf({ password }),
    foreign({ internal: false, expiration: null }),
    foreign({ internal: false, type: 'invitation', maxUses: 5, uses: 2 }),
  ];
  const urls = (reveal: 'never' | 'protected' | 'always') =>
    (linkElements(links, identity, (link) => mayReveal(link, reveal)) as readonly { readonly url?: string }[]).map(
      ({ url }) => url,
    );

  test('has what may be known, and URLs only where they may be seen [promise output-links]', () => {
    const text = JSON.stringify(linkElements(links, identity));
    expect(JSON.parse(text)).toMatchObject([
      { hasPassword: true, managed: true, expiration: '2026-12-01T09:30:15Z', maxUses: null, uses: null },
      { hasPassword: false, managed: false, expiration: null },
      { type: 'invitation', maxUses: 5, uses: 2 },
    ]);
    expect(text).not.toContain('hush');
    const url = 'https://portal.example/s/hush';
    expect(urls('never')).toStrictEqual([undefined, undefined, undefined]);
    expect(urls('protected')).toStrictEqual([url, undefined, undefined]);
    expect(urls('always')).toStrictEqual([url, url, url]);
  });

  test('names a role that nobody knows as unknown', () => {
    expect(linkElements([linkOf({ access: 9 })], identity)).toMatchObject([{ access: 'unknown', accessCode: 9 }]);
  });
});
