import { describe, expect, test } from '@jest/globals';
import type { LinkInput } from '../../../simulator/index.ts';
import { audit as auditWith } from '../../../src/actions/audit/audit.ts';
import { createPortalClock, portalNow, portalTime } from '../../../src/docspace/portal-clock.ts';
import { contextOf, fileOf, waiver } from '../../audit/subjects.ts';
import { portalOf } from '../../support/step.ts';
import { good, open } from './gallery.ts';
import { client, everything } from './scan/scanning.ts';
import { day, identity } from '../../support/links.ts';
import { audit } from './stage.ts';

const minute = 60_000;

/** What an audit finds of a link that ends so long after the portal's time, and what it warns of. */
async function found(
  ahead: number,
  life: number,
  { link = open, ...options }: { readonly link?: LinkInput; readonly date?: (now: number) => string } = {},
): Promise<readonly [string[], string[]]> {
  const portal = await portalOf(options);
  portal.advance(ahead);
  const room = portal.addRoom({ title: 'Contract', roomType: 5 });
  portal.addLink(room.id, { ...link, expiresAt: portal.state.now() + life });
  const { findings, warnings } = await audit(portal);
  return [findings.map(({ rule }) => rule), warnings.map(({ title, text }) => `${title}: ${text}`)];
}

describe('dates are judged by the clock of the portal', () => {
  test.each<{ readonly name: string; readonly ahead: number; readonly life: number; readonly link: LinkInput; readonly rules: readonly string[] }>([
    { name: 'a fresh link of 30 days, the runner two minutes behind', ahead: 2 * minute, life: 30 * day, link: open, rules: [] },
    { name: 'a link of 30 days and a minute, the runner two minutes ahead', ahead: -2 * minute, life: 30 * day + minute, link: open, rules: ['DSL002'] },
    { name: 'a fresh link of 30 days, the runner two hours ahead', ahead: -120 * minute, life: 30 * day, link: open, rules: [] },
    { name: 'a link that ends in 7 days and a minute, the runner two minutes ahead', ahead: -2 * minute, life: 7 * day + minute, link: good, rules: [] },
    { name: 'a link that ends in 7 days less a minute, the runner two minutes behind', ahead: 2 * minute, life: 7 * day - minute, link: good, rules: ['DSL008'] },
    { name: 'an expired link, the runner two minutes behind', ahead: 2 * minute, life: -minute, link: good, rules: ['DSL006'] },
  ])('$name [promise audit-portal-clock]', async ({ ahead, life, link, rules }) => {
    const [those, warnings] = await found(ahead, life, { link });
    expect(those).toEqual(rules);
    expect(warnings).toEqual([
      expect.stringMatching(/^Clocks differ: The portal's clock says .+, the runner's .+\. Dates are judged by the portal's clock/u),
    ]);
  }); // prettier-ignore

  test('also the age of rooms, waivers, and when the audit began [promise audit-portal-clock]', async () => {
    const here = Date.parse('2026-11-27T23:59:00Z');
    const there = Date.parse('2026-11-28T00:01:00Z');
    const portal = await portalOf();
    portal.setClock(there);
    const { id } = portal.addRoom({ title: 'Contract', roomType: 5, modifiedAt: here - 60 * day + 30_000 });
    portal.addLink(id, { ...open, expiresAt: there + day * 20 });
    const accepted = {
      ...waiver('DSL022'),
      room: { by: 'title', title: 'Contract' } as const,
      link: null,
      until: new Date('2026-11-27T23:59:59Z'),
    };
    const warnings: string[] = [];
    const now = (): Date => new Date(here);
    const { result } = await auditWith(
      {
        portal: client(portal, 'owner', { now: () => here }),
        log: { line: () => undefined, warning: (_, text) => warnings.push(text), debug: () => undefined },
        identity,
        now,
        closedPullRequests: () => Promise.resolve(null),
      },
      {
        ...everything,
        portal: portal.url,
        context: { ...contextOf({}, { file: fileOf([accepted]) }), now: now(), identity },
        baseline: null,
        listsLinks: false,
        fix: new Set(),
      },
    );
    expect(result.findings).toMatchObject([{ rule: 'DSL022', status: 'new' }]);
    expect(result.findings[0]?.message).toContain('has run out');
    expect(result.generated.getTime() - there).toBeGreaterThanOrEqual(0);
    expect(result.generated.getTime() - there).toBeLessThanOrEqual(1000);
    expect(warnings).toHaveLength(1);
  });

  test('a difference of less than a minute is no reason for a warning', async () => {
    await expect(found(20_000, 30 * day)).resolves.toEqual([[], []]);
    await expect(found(-20_000, 30 * day)).resolves.toEqual([[], []]);
    await expect(found(0, 30 * day - 1)).resolves.toEqual([[], []]);
  });

  test.each<[string, (now: number) => string]>([
    ['none', () => ''],
    ['no date', () => 'yesterday'],
    ['a date without a time', () => 'Fri, 27 Nov 2026'],
    ['a date that does not exist', () => 'Fri, 99 Foo 2026 10:00:00 GMT'],
  ])('a `Date` header that is %s is passed over', async (_, date) => {
    await expect(found(0, 30 * day - minute, { date })).resolves.toEqual([[], []]);
  });

  test.each(['Thu, 01 Jan 1970 00:00:00 GMT', 'Fri, 31 Dec 9999 23:59:59 GMT'])(
    'one that a proxy has made up (%s) is told, and not believed',
    async (date) => {
      const [rules, warnings] = await found(0, 30 * day - minute, { date: () => date });
      expect(rules).toEqual([]);
      expect(warnings).toEqual([expect.stringContaining("dates are judged by the runner's clock")]);
    },
  );

  test('dates that contradict each other are not believed', async () => {
    let answers = 0;
    const date = (now: number): string => new Date(now + (answers++ % 2) * 3_600_000).toUTCString();
    await expect(found(0, 30 * day - minute, { date })).resolves.toEqual([[], []]);
  });
});

describe('the difference of the clocks', () => {
  const at = (milliseconds: number): string => new Date(milliseconds).toUTCString();

  test('lies within the second of the header and the time that the answer took, and each answer narrows it', () => {
    const clock = createPortalClock();
    expect(clock.offset()).toBeNull();
    // The portal is 120.3 s ahead: at 1000.5 s here it is 1120.8 s there.
    clock.note(at(1_120_000), 1_000_400, 1_000_600);
    expect(clock.offset()).toStrictEqual({ least: 119_400, most: 120_600 });
    clock.note(at(1_130_000), 1_009_700, 1_009_750);
    expect(clock.offset()).toStrictEqual({ least: 120_250, most: 120_600 });
    clock.note('nonsense', 0, 0);
    clock.note(undefined, 0, 0);
    clock.note(at(1_130_000), 1_009_700, 1_009_600);
    expect(clock.offset()).toStrictEqual({ least: 120_250, most: 120_600 });
  });

  test('is followed where it changes a little, and not known where answers contradict each other', () => {
    const clock = createPortalClock();
    clock.note(at(100_000), 100_000, 100_010);
    clock.note(at(203_000), 201_500, 201_510);
    expect(clock.offset()).toStrictEqual({ least: 1490, most: 2500 });
    clock.note(at(310_000), 303_000, 303_010);
    expect(clock.offset()).toBeNull();
  });

  test.each<{
    readonly name: string;
    readonly offset: { readonly least: number; readonly most: number } | null;
    readonly ahead: number;
    readonly warning: unknown;
  }>([
    { name: 'not known', offset: null, ahead: 0, warning: null },
    { name: 'none, as far as is known', offset: { least: -600, most: 400 }, ahead: 0, warning: null },
    { name: 'half a minute', offset: { least: 30_000, most: 30_900 }, ahead: 30_900, warning: null },
    { name: 'half a minute behind', offset: { least: -30_900, most: -30_000 }, ahead: -30_000, warning: null },
    {
      name: 'a minute',
      offset: { least: 59_600, most: 60_500 },
      ahead: 60_500,
      warning: expect.stringContaining(' 10:01'),
    },
    {
      name: 'a minute behind',
      offset: { least: -60_400, most: -59_500 },
      ahead: -59_500,
      warning: expect.stringContaining(' 09:59'),
    },
    {
      name: 'hours',
      offset: { least: 7_200_000, most: 7_200_900 },
      ahead: 7_200_900,
      warning: expect.stringContaining(' 12:00'),
    },
    {
      name: 'years',
      offset: { least: -31_536_000_000, most: -31_535_999_000 },
      ahead: 0,
      warning: expect.stringContaining("by the runner's clock"),
    },
  ])('that is $name', ({ offset, ahead, warning }) => {
    const now = new Date('2026-11-27T10:00:30Z');
    const portal = { clock: () => offset };
    expect(portalTime(portal, now)).toStrictEqual({ ahead, warning });
    expect(portalNow(portal, now).getTime() - now.getTime()).toBe(ahead);
  });
});
