import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { statuses, type Finding } from '../../../src/audit/finding.ts';
import type { AuditResult } from '../../../src/audit/result.ts';
import { longestBody } from '../../../src/github/sticky.ts';
import { stripInvisible } from '../../../src/links/text.ts';
import {
  auditMarkdown,
  issueBounds,
  reportBounds,
  summaryBounds,
  type Bounds,
} from '../../../src/render/audit/markdown.ts';
import { after, day } from '../../support/links.ts';
import { drawn } from '../../actions/audit/drawn.ts';
import { rendered, type Rendered, type Table } from '../../support/rendered.ts';
import { coverageOf, endOf, endsOf, findingOf, partly, resultOf, unreadFinding } from '../../audit/samples.ts';

const baseline = new Date('2026-11-17T05:00:00Z');

function pageOf(more: Partial<AuditResult>, bounds: Bounds = summaryBounds, changes?: string): Rendered {
  return rendered(auditMarkdown(resultOf(more), bounds, changes));
}

/** The rows of the table under this heading, without its number. */
function rowsUnder(tables: readonly Table[], heading: string): readonly (readonly string[])[] | undefined {
  return tables.find(({ above }) => above.replace(/ \(.*/u, '') === heading)?.rows;
}

function many(count: number, more: (index: number) => Partial<Finding> = () => ({})): readonly Finding[] {
  return Array.from({ length: count }, (_, index) =>
    findingOf({ linkId: `${String(index).padStart(8, '0')}-3b52`, ...more(index) }),
  );
}

describe('the report of an audit begins with', () => {
  test.each([summaryBounds, reportBounds, issueBounds])('how much was read, as its heading', (bounds) => {
    const markdown = auditMarkdown(resultOf({ coverage: partly, findings: [findingOf()] }), bounds);
    expect(markdown.split('\n')[0]).toBe('### 140 of 180 rooms read; 40 not readable with this key');
    expect(rendered(markdown).heading).toBe('140 of 180 rooms read; 40 not readable with this key');
  });

  test('that the list of rooms broke off, if a finding says so', () => {
    const list = unreadFinding({ rule: 'DSL901', name: 'scan-incomplete', roomId: '', roomTitle: '' });
    const heading = (status: Finding['status']): string =>
      pageOf({ coverage: partly, findings: [{ ...list, status }] }).heading;
    expect(heading('known')).toContain('the list of rooms is not whole');
    expect(heading('waived')).toContain('the list of rooms is not whole');
    expect(heading('fixed')).not.toContain('the list of rooms is not whole');
  });

  test.each<[string, Partial<AuditResult>, string]>([
    ['severities', { findings: [findingOf({ severity: 'critical' }), ...many(2)] }, '1 critical, 2 high'],
    [
      'those of rooms that could not be read, apart',
      { findings: [findingOf(), unreadFinding(), unreadFinding({ roomId: '8' })] },
      '3 high (2 of them: rooms that could not be read)',
    ],
    [
      'what does not count',
      { findings: [findingOf({ status: 'waived' }), findingOf({ status: 'fixed' })] },
      'No findings · 1 waived · 1 fixed',
    ],
    ['that there are none', {}, 'No findings'],
    ['that there are none in what was read', { coverage: partly }, 'No findings in what was read'],
  ])('then %s', (_, result, words) => {
    expect(pageOf(result).paragraphs[0]).toBe(words);
  });

  test.each<[readonly Finding['status'][], string]>([
    [['new', 'known', 'new'], '2 new since the baseline of 2026-11-17 05:00 UTC: 2 high'],
    [['known', 'fixed', 'waived'], 'Nothing new since the baseline of 2026-11-17 05:00 UTC'],
  ])('then what is new: %j', (found, words) => {
    const findings = found.map((status) => findingOf({ status }));
    expect(pageOf({ findings, baseline }).paragraphs[1]).toBe(words);
  });

  test('then the portal, and the time', () => {
    expect(pageOf({}).paragraphs[1]).toBe('https://portal.example · 312 links read, 2026-11-24 09:30 UTC');
  });

  test('then when links end, or, if none does, severities, or nothing', async () => {
    const ends = endsOf([endOf(), endOf({ roomId: '8' })]);
    const findings = [findingOf()];
    const picture = (result: Partial<AuditResult>): string => auditMarkdown(resultOf(result), summaryBounds);
    expect(await drawn(picture({ ends, findings }))).toMatchObject({ kind: 'gantt', bars: [{}, {}] });
    expect(await drawn(picture({ findings }))).toMatchObject({ kind: 'pie', slices: { high: 1 } });
    expect(picture({})).not.toContain('mermaid');
  });
});

describe('the report of an audit tells', () => {
  test('a finding: room, link, rule, what is wrong, and the safe fix', () => {
    const { tables } = pageOf({ findings: [findingOf()] });
    expect(tables).toStrictEqual([
      {
        above: 'High (1)',
        header: ['Room', 'Link', 'Rule', 'What is wrong', 'Safe fix'],
        rows: [
          [
            'Press kit 2201',
            'For editors 0f6b1c9e',
            'DSL001 anyone-no-expiration',
            'Anyone with the link can open the room for ever.',
            'let the link end 30 days from now',
          ],
        ],
      },
    ]);
  });

  test('a finding of a room or of the portal as a whole, without a fix, and one of a link without a title', () => {
    const room = findingOf({ linkId: '', linkTitle: '', fix: '' });
    const findings = [room, { ...room, roomId: '', roomTitle: '' }, findingOf({ linkTitle: '' })];
    const rows = pageOf({ findings }).tables[0]?.rows ?? [];
    expect(rows.map(([where, link, , , fix]) => [where, link, fix])).toStrictEqual([
      ['Press kit 2201', '–', '–'],
      ['The portal', '–', '–'],
      ['Press kit 2201', '0f6b1c9e', 'let the link end 30 days from now'],
    ]);
  });

  test('findings by severity, new ones first, which are marked if there is a baseline', () => {
    const findings = [
      findingOf({ severity: 'critical', status: 'known', roomTitle: 'A' }),
      findingOf({ status: 'known', roomTitle: 'B' }),
      findingOf({ status: 'new', roomTitle: 'C' }),
      findingOf({ severity: 'info', status: 'new', roomTitle: 'D' }),
    ];
    const seen = (result: Partial<AuditResult>): unknown =>
      pageOf(result)
        .tables.filter(({ header }) => header.includes('Safe fix'))
        .map(({ above, rows }) => [above, ...rows.map(([room, , , what]) => `${room} ${what?.slice(0, 4)}`)]);
    expect(seen({ findings, baseline })).toStrictEqual([
      ['Critical (1)', 'A 2201 Anyo'],
      ['High (2)', 'C 2201 New.', 'B 2201 Anyo'],
      ['Info (1)', 'D 2201 New.'],
    ]);
    expect(seen({ findings })).toStrictEqual([
      ['Critical (1)', 'A 2201 Anyo'],
      ['High (2)', 'B 2201 Anyo', 'C 2201 Anyo'],
      ['Info (1)', 'D 2201 Anyo'],
    ]);
  });

  test('what fix changes, after the findings', () => {
    const changes = '#### Plan\n\n| Change |\n| --- |\n| revoke |';
    const findings = [findingOf(), findingOf({ status: 'waived' })];
    const { tables } = pageOf({ findings }, summaryBounds, changes);
    expect(tables.map(({ above }) => above)).toStrictEqual(['High (1)', 'Plan', '1 waived']);
    expect(tables[1]?.rows).toStrictEqual([['revoke']]);
  });

  test('waived and fixed ones, folded', () => {
    const message = 'No end. Waived until 2027-03-31 23:59 UTC by "@press": "press kit".';
    const findings = [findingOf({ status: 'waived', message }), findingOf({ status: 'fixed', severity: 'low' })];
    const { tables, sequence } = pageOf({ findings, baseline });
    const [room, link, rule] = ['Press kit 2201', 'For editors 0f6b1c9e', 'DSL001 anyone-no-expiration'];
    expect(sequence.filter((name) => name === 'details')).toHaveLength(2);
    expect(rowsUnder(tables, '1 waived')).toStrictEqual([[room, link, rule, 'high', message]]);
    expect(rowsUnder(tables, '1 fixed')).toStrictEqual([[room, link, rule, 'low', findingOf().message]]);
  });

  test('the rooms with most findings, of those that are more than good to know', () => {
    const findings = many(60, (index) => ({
      roomId: String(index % 11 < 2 ? 1 : index % 12),
      severity: index === 0 ? 'critical' : 'low',
    }));
    const info = many(50, () => ({ severity: 'info', roomId: '99' }));
    const { tables } = pageOf({ findings: [...findings, ...info] });
    const table = tables.find(({ above }) => above.startsWith('Rooms with'));
    expect(table?.above).toBe('Rooms with most findings (10 of 12)');
    expect(table?.rows[0]).toStrictEqual(['Press kit 1', '16', '1 critical, 15 low']);
    const counts = table?.rows.map(([, count]) => Number(count)) ?? [];
    expect(counts).toStrictEqual(counts.toSorted((one, other) => other - one));
  });

  test('no rooms with most findings, if there is one', () => {
    expect(pageOf({ findings: many(5) }).tables).toHaveLength(1);
  });

  test('rooms that could not be read apart, and none of them twice', () => {
    const findings = [
      unreadFinding({ roomId: '1' }),
      unreadFinding({ roomId: '2', rule: 'DSL901', name: 'scan-incomplete', severity: 'medium', status: 'known' }),
      unreadFinding({ roomId: '3', status: 'waived' }),
      unreadFinding({ roomId: '', roomTitle: '', rule: 'DSL901', name: 'scan-incomplete' }),
    ];
    const { tables } = pageOf({ findings, coverage: partly, baseline });
    const [{ message }] = findings as [Finding];
    expect(tables.map(({ above }) => above)).toStrictEqual([
      'High (1)',
      '1 waived',
      'Rooms that could not be read (1 high, 1 medium)',
    ]);
    expect(tables[2]?.rows).toStrictEqual([
      ['Press kit 1', 'DSL900 room-unreadable', `New. ${message}`],
      ['Press kit 2', 'DSL901 scan-incomplete', message],
    ]);
  });
});

describe('the text of the issue', () => {
  const findings = [findingOf(), unreadFinding(), findingOf({ status: 'waived' })];

  test('is the same while findings and coverage are', () => {
    const first = resultOf({ findings, coverage: partly });
    const later = resultOf({
      findings: [...findings.map((one) => (one.status === 'new' ? { ...one, status: 'known' as const } : one))],
      coverage: { ...partly, links: 400 },
      generated: after(7 * day),
      baseline: after(0),
      ends: endsOf([endOf()], { later: 2 }),
    });
    const gone = { ...later, findings: [...later.findings, findingOf({ status: 'fixed' })] };
    expect(auditMarkdown(later, issueBounds)).toBe(auditMarkdown(first, issueBounds));
    expect(auditMarkdown(gone, issueBounds)).toBe(auditMarkdown(first, issueBounds));
    expect(auditMarkdown(later, summaryBounds)).not.toBe(auditMarkdown(first, summaryBounds));
  });

  test('tells the findings as the summary does, with whole ids', () => {
    const result = resultOf({ findings, coverage: partly });
    expect(rendered(auditMarkdown(result, issueBounds)).tables).toStrictEqual(
      rendered(auditMarkdown(result, { ...summaryBounds, wholeIds: true })).tables,
    );
  });
});

const hostile = [
  '@everyone and @octo/team',
  '#1, octo/contracts#2, GH-3',
  'https://evil.example/?a=b www.evil.example mail@evil.example',
  '![x](https://evil.example/pixel.png) [x](javascript:alert(1))',
  '<img src=x onerror=alert(1)></details></summary><script>alert(1)</script><!-- x',
  '</code><a href="https://evil.example">x</a>',
  '| a | b |\\| c \\',
  '`` ` ```mermaid',
  '**bold** _it_ ~~gone~~ $x^2$ &lt;b&gt;',
  'x\n\n### All 180 rooms read\n- item\n---\n> quote',
  'a\u202eb\u200bc\u0007d',
];

/** Every kind of finding, with this text wherever text is others'. */
function findingsOf(text: string): readonly Finding[] {
  return statuses.flatMap((status) =>
    [findingOf(), unreadFinding()].map((one) => ({
      ...one,
      status,
      roomId: `1${text}`,
      roomTitle: text,
      linkId: text,
      linkTitle: text,
      message: `Link "${text}" is open.`,
      fix: `revokes "${text}"`,
      name: text,
    })),
  );
}

/** What stands in a report with this text everywhere that texts of others do not decide. */
function frameOf(text: string, bounds: Bounds): unknown {
  const ends = endsOf([endOf({ roomTitle: text, linkTitle: text, roomId: text })]);
  const { sequence, open, heading, tables } = pageOf(
    { findings: findingsOf(text), ends, coverage: partly, baseline },
    bounds,
  );
  const shape = tables.map(({ above, header, rows }) => ({ above, header, rows: rows.map(({ length }) => length) }));
  return { sequence, heading, shape, mentions: /[@#]\w/u.exec(open)?.[0] };
}

describe('texts of others in the report', () => {
  test.each(hostile)('%j is nothing but text', (text) => {
    for (const bounds of [summaryBounds, issueBounds]) expect(frameOf(text, bounds)).toEqual(frameOf('x', bounds));
    const { tables } = pageOf({ findings: findingsOf(text) });
    const [room = ''] = rowsUnder(tables, 'High')?.[0] ?? [];
    expect(room.slice(0, 25)).toBe(`${stripInvisible(text)} 1${stripInvisible(text)}`.slice(0, 25));
  });

  test('any text is nothing but text', () => {
    const part = fc.constantFrom(
      ...Array.from('ab19 .:/|<>&@`*_~[]()#\\!"\'$-+=^{}\n'),
      ...hostile,
      '</details>',
      '&#60;',
      '<b>',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), fc.constantFrom(summaryBounds, issueBounds), (parts, bounds) => {
        expect(frameOf(parts.join(''), bounds)).toEqual(frameOf('x', bounds));
      }),
    );
  });
});

describe('the size of the report', () => {
  /** How many findings the tables show, and how many the notes below them count. */
  function reported(markdown: string): number {
    const { tables, paragraphs } = rendered(markdown);
    const shown = tables.filter(({ above }) => !above.startsWith('Rooms with')).flatMap(({ rows }) => rows).length;
    const left = paragraphs.map((text) => Number(/^… and (\d+) more: a report has them all/u.exec(text)?.[1] ?? 0));
    return left.reduce((sum, count) => sum + count, shown);
  }

  const severity = (index: number): Finding['severity'] =>
    (['critical', 'high', 'medium', 'low', 'info'] as const)[Math.min(4, Math.floor(index / 500))] ?? 'info';

  test.each(['@', '🦊', '`'])(
    'is within its bounds with thousands of titles of %s, and every finding is counted',
    (character) => {
      const title = character.repeat(255);
      const findings = [findingOf(), findingOf({ status: 'waived' }), findingOf({ status: 'fixed' }), unreadFinding()]
        .flatMap((kind) =>
          many(2500, (index) => ({
            ...kind,
            linkId: kind.linkId === '' ? '' : `${title}${index}`,
            roomId: `${title}${index}`,
            roomTitle: title,
            linkTitle: title,
            message: `Link "${title}" of room "${title}" can be opened by anyone, and has been for ever.`,
            severity: severity(index),
          })),
        )
        .toSorted((one, other) => one.severity.localeCompare(other.severity));
      const ends = endsOf(Array.from({ length: 20 }, (_, index) => endOf({ roomId: `${title}${index}`, roomTitle: title, linkTitle: title }))); // prettier-ignore
      const portal = `https://${'a'.repeat(240)}.example`;
      const result = resultOf({ findings, ends, coverage: partly, baseline, portal });
      for (const [bounds, limit] of [
        [summaryBounds, 1024 * 1024],
        [reportBounds, Infinity],
        [issueBounds, longestBody],
      ] as const) {
        // prettier-ignore
        const changes = `| ${'x'.repeat(bounds.bytes * 0.15 - 4)} |`;
        const markdown = auditMarkdown(result, bounds, changes);
        expect(markdown).toContain(changes);
        expect(Buffer.byteLength(markdown)).toBeLessThan(bounds.bytes);
        expect(bounds.bytes).toBeLessThan(limit);
        expect(reported(markdown)).toBe(bounds.ofThisRun ? 10_000 : 7500);
      }
    },
  );

  test('has place for an ordinary audit', () => {
    const findings = many(100, (index) => ({ severity: severity(index * 20), roomId: String(index) }));
    for (const bounds of [summaryBounds, reportBounds, issueBounds]) {
      const { tables, paragraphs } = pageOf({ findings }, bounds);
      expect(tables.filter(({ header }) => header.includes('Safe fix')).flatMap(({ rows }) => rows)).toHaveLength(100);
      expect(paragraphs.filter((text) => text.startsWith('…'))).toStrictEqual([]);
    }
  });

  test('leaves out the least', () => {
    const findings = many(1000, (index) => ({ severity: index < 150 ? 'high' : index < 500 ? 'low' : 'info' }));
    const { tables, paragraphs } = pageOf({ findings });
    expect(tables.map(({ above, rows }) => [above, rows.length])).toStrictEqual([
      ['High (150)', 150],
      ['Low (350)', 50],
    ]);
    expect(paragraphs.filter((text) => text.startsWith('…'))).toStrictEqual([
      '… and 300 more: a report has them all (reports: audit.json)',
      '… and 500 more: a report has them all (reports: audit.json)',
    ]);
  });

  test('leaves out what fix changes, if that takes too much', () => {
    const { paragraphs } = pageOf({ coverage: coverageOf() }, issueBounds, 'x '.repeat(10_000));
    expect(paragraphs.at(-1)).toBe('What fix changes does not fit here: see the log.');
  });
});
