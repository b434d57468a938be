import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { countsOf } from '../../../src/audit/result.ts';
import { endsPicture, severityPicture } from '../../../src/render/audit/charts.ts';
import { after, day, hour, now } from '../../support/links.ts';
import { drawn } from '../../actions/audit/drawn.ts';
import { endOf, endsOf, findingOf } from '../../audit/samples.ts';

const margin = { gantt: { leftPadding: 180 } };

/** What could speak to Mermaid, or end the fence around it. */
const hostile = [
  ': crit, 2020-01-01, 9d',
  'a\nsection Other\nmore :2020-01-01, 1d',
  '%%{init: {"securityLevel": "loose"}}%%',
  '%% comment',
  'x --- y',
  '---\nconfig:\n  theme: forest\n---',
  '```\n<script>alert(1)</script>\n```mermaid',
  '~~~',
  'title Mine',
  'click task1 href "https://evil.example"',
  'call alert(1)',
  'section',
  'gantt',
  'C4Container',
  'a C4Context b',
  'C4\u200bDynamic',
  'accDescr { x',
  'accTitle: x',
  'todayMarker off',
  '2027-01-31',
  '#quot; #35; &lt;b&gt; ;',
  '"quoted" \'too\' “and so”',
  '<b>bold</b><br/>two',
  '$$\\frac{1}{2}$$',
  '{}[]()|\\',
  '@octo/team #1 https://evil.example',
  'مرحبا بالعالم',
  'עברית',
  '🦊🦊🦊',
  'e\u0301\u202e\u0000',
  '__proto__',
  'constructor',
  '%',
  '\r\n\u2028\u2029\u0085',
  '',
];

describe('when links end', () => {
  test('is a bar for each link, from the audit to its end, under its room; links for anyone are marked', async () => {
    const links = [
      endOf({ linkTitle: 'octo/contracts: pr-58', anyone: true, expiration: after(day) }),
      endOf({ roomId: '7', roomTitle: 'Contract', linkTitle: 'Кунден', expiration: after(2 * day) }),
      endOf({ linkTitle: 'For editors', expiration: after(9.5 * day) }),
    ];
    const { kind, sections, bars, config } = await drawn(endsPicture(endsOf(links), now));
    expect({ kind, config }).toStrictEqual({ kind: 'gantt', config: margin });
    expect(sections).toStrictEqual(['2201 “Press kit”', '7 “Contract”']);
    const end = [expect.closeTo(1, 2), expect.closeTo(9.5, 2), expect.closeTo(2, 2)];
    expect(bars).toStrictEqual([
      { section: '2201 “Press kit”', name: '“octo/contracts pr-58” 2026-11-25', marked: true, days: end[0] },
      { section: '2201 “Press kit”', name: '“For editors” 2026-12-03', marked: false, days: end[1] },
      { section: '7 “Contract”', name: '“Кунден” 2026-11-26', marked: false, days: end[2] },
    ]);
  });

  test('keeps apart rooms of one title, and links of one title in a room', async () => {
    const links = ['1', '2', '1'].map((roomId) => endOf({ roomId }));
    const { sections, bars } = await drawn(endsPicture(endsOf(links), now));
    expect(sections).toStrictEqual(['1 “Press kit”', '2 “Press kit”']);
    expect(bars.map(({ section }) => section.charAt(0))).toStrictEqual(['1', '1', '2']);
  });

  test.each([
    [endsOf([endOf()]), '_When links end, in UTC._'],
    [
      endsOf([endOf({ anyone: true })], { never: 1 }),
      '_When links end, in UTC. Red: “Anyone with the link”. 1 has no end._',
    ],
    [
      endsOf([endOf(), endOf()], { later: 1, never: 12 }),
      '_When links end, in UTC: the 2 that end first. 1 more ends later. 12 have no end._',
    ],
    [endsOf([endOf()], { later: 37 }), '_When links end, in UTC: the 1 that end first. 37 more end later._'],
  ])('says below what it does not show', async (ends, caption) => {
    expect((await drawn(endsPicture(ends, now))).around).toBe(caption);
  });

  test('is nothing if none ends', () => {
    expect(endsPicture(endsOf([], { never: 3 }), now)).toBe('');
  });

  test('cuts long names', async () => {
    const links = [endOf({ linkTitle: 'L'.repeat(255), roomTitle: '🦊R'.repeat(127) })];
    const { sections, bars } = await drawn(endsPicture(endsOf(links), now));
    expect(sections).toStrictEqual([`2201 “${Array(9).fill('R').join(' ')}…”`]);
    expect(bars[0]?.name).toBe(`“${'L'.repeat(29)}…” 2026-12-01`);
  });

  test('a link without a title that can be drawn goes by its id', async () => {
    const { bars } = await drawn(endsPicture(endsOf([endOf({ linkTitle: '🦊 #!' })]), now));
    expect(bars[0]?.name).toBe('“0f6b1c9e” 2026-12-01');
  });

  test('a link that ends while the audit runs has a bar without length', async () => {
    const { bars } = await drawn(endsPicture(endsOf([endOf({ expiration: after(-hour) })]), now));
    expect(bars).toMatchObject([{ days: 0 }]);
  });

  test.each([
    [hour, '%a %H:%M', '6hour'],
    [10 * day, '%m-%d', '1day'],
    [60 * day, '%m-%d', '1week'],
    [300 * day, '%Y-%m', '1month'],
    [3000 * day, '%Y-%m', undefined],
  ])('has an axis that can be read for %d milliseconds', (milliseconds, format, tick) => {
    const lines = endsPicture(endsOf([endOf({ expiration: after(milliseconds) })]), now).split('\n');
    expect(lines).toContain(`  axisFormat ${format}`);
    expect(lines.find((line) => line.includes('tickInterval'))).toBe(tick && `  tickInterval ${tick}`);
  });

  test.each(hostile)('%j is a name and nothing else', async (text) => {
    const links = [
      endOf({ linkTitle: text }),
      endOf({ roomId: '8', roomTitle: text, anyone: true }),
      endOf({ roomId: text, linkId: text, linkTitle: '' }),
    ];
    const { kind, config, sections, bars, around } = await drawn(endsPicture(endsOf(links), now));
    expect({ kind, config }).toStrictEqual({ kind: 'gantt', config: margin });
    expect(sections).toHaveLength(3);
    expect(bars.map(({ marked, days }) => [marked, days])).toStrictEqual([
      [false, 7],
      [true, 7],
      [false, 7],
    ]);
    expect(around).toBe('_When links end, in UTC. Red: “Anyone with the link”._');
  });

  test('any titles and ids leave it a chart with a bar for each link, and nothing around it', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.array(fc.constantFrom(...hostile), { maxLength: 5 }).map((parts) => parts.join('')),
      fc.array(fc.constantFrom(...Array.from(':;,#%`~{}"\'<>-$\\ \n\r“”C4ab1'), 'C4', 'Context', 'title '), { maxLength: 30 }).map((parts) => parts.join('')), // prettier-ignore
    );
    const link = fc.record({
      roomId: fc.oneof(fc.constantFrom('1', '2', '3'), text),
      roomTitle: text,
      linkId: text,
      shownId: text,
      linkTitle: text,
      anyone: fc.boolean(),
      expiration: fc.integer({ min: -hour, max: 3650 * day }).map(after),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(link, { minLength: 1, maxLength: 20 }), async (links) => {
        const picture = await drawn(endsPicture(endsOf(links), now));
        expect(picture).toMatchObject({ kind: 'gantt', config: margin });
        expect(picture.bars).toHaveLength(links.length);
        expect(picture.sections).toHaveLength(new Set(links.map(({ roomId }) => roomId)).size);
        expect(picture.bars.filter(({ marked }) => marked)).toHaveLength(links.filter(({ anyone }) => anyone).length);
        expect(picture.around).toMatch(/^_When links end, in UTC\.( Red: “Anyone with the link”\.)?_$/u);
      }),
    );
  });
});

describe('how bad findings are', () => {
  test('is a slice for each severity that there is, of what counts', async () => {
    const findings = [
      findingOf({ severity: 'critical' }),
      findingOf(),
      findingOf({ status: 'known' }),
      findingOf({ status: 'waived', severity: 'low' }),
    ];
    const caption = '_Findings by severity._';
    const { kind, slices, around } = await drawn(severityPicture(countsOf(findings)));
    expect({ kind, slices, around }).toStrictEqual({ kind: 'pie', slices: { critical: 1, high: 2 }, around: caption });
  });

  test('is nothing if there are none', () => {
    expect(severityPicture(countsOf([findingOf({ status: 'fixed' })]))).toBe('');
  });
});
