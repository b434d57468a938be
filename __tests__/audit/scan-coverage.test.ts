import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../src/audit/finding.ts';
import type { Baseline } from '../../src/audit/baseline.ts';
import type { ReportedLink } from '../../src/audit/result.ts';
import { isGone, looksEverywhere, notSeenOf, wasSeen, type ScanCoverage } from '../../src/audit/scan-coverage.ts';
import { now } from '../support/links.ts';
import { coverageOf, findingOf, reportedLink, unreadOf } from './samples.ts';

const external = reportedLink({ id: 'e', roomId: '7' });
const invitation = reportedLink({ id: 'i', roomId: '7', type: 'invitation' });

function baselineOf(...links: readonly ReportedLink[]): Baseline {
  return { generated: now, findings: [], links: new Map(links.map((link) => [link.id, link])) };
}

/** An audit of everything that has read room 7, compared with a baseline that has its two links. */
function coverage(more: Partial<ScanCoverage> = {}): ScanCoverage {
  return {
    rooms: 'all',
    linkType: 'all',
    baseline: baselineOf(external, invitation),
    paging: null,
    read: new Map([['7', { links: 2, ids: ['e', 'i'], ownerKnown: true }]]),
    unread: [],
    gone: new Set(),
    everywhere: true,
    ...more,
  };
}

/** A finding in room 7, about no link unless `more` names one. */
function finding(rule: string, more: Partial<Finding> = {}): Finding {
  return findingOf({ rule, roomId: '7', linkId: '', ...more });
}

const paging = { code: 'timeout', message: 'Time is up.', hint: '' } as const;
const ofPortal = { roomId: '', roomTitle: '' };

describe('an audit has looked where a finding was', () => {
  test.each<{ what: string; finding: Finding; coverage?: Partial<ScanCoverage>; seen: boolean }>([
    { what: 'a room that was read', finding: finding('DSL019'), seen: true },
    { what: 'a room that was not', finding: finding('DSL019', { roomId: '8' }), seen: false },
    { what: 'a room that is gone', finding: finding('DSL019', { roomId: '8' }), coverage: { gone: new Set(['8']) }, seen: true },
    { what: 'missing links of a room that is gone', finding: finding('DSL026', { roomId: '8' }), coverage: { gone: new Set(['8']) }, seen: true },
    { what: '... where that is not everywhere', finding: finding('DSL026', { roomId: '8' }), coverage: { gone: new Set(['8']), everywhere: false }, seen: false },
    { what: 'an owner of whom it is not known', finding: finding('DSL024'), coverage: { read: new Map([['7', { links: 0, ids: [], ownerKnown: false }]]) }, seen: false },
    { what: 'a link of the type that was read', finding: finding('DSL001', { linkId: 'e' }), coverage: { linkType: 'external' }, seen: true },
    { what: 'a link of the other type', finding: finding('DSL009', { linkId: 'i' }), coverage: { linkType: 'external' }, seen: false },
    { what: 'a room, whatever links it has', finding: finding('DSL019'), coverage: { linkType: 'external' }, seen: true },
    ...['DSL014', 'DSL023', 'DSL026', 'DSL903'].map((rule) => ({ what: `all links of a room (${rule})`, finding: finding(rule), coverage: { linkType: 'external' as const }, seen: false })),
    { what: 'a rule that this version does not know', finding: finding('DSL021'), coverage: { linkType: 'external' }, seen: true },
    { what: 'the portal', finding: finding('DSL902', ofPortal), coverage: { paging }, seen: true },
    { what: 'the list of rooms', finding: finding('DSL901', ofPortal), seen: true },
    { what: 'a list of rooms that is not whole', finding: finding('DSL901', ofPortal), coverage: { paging }, seen: false },
    { what: 'a title that was named', finding: finding('DSL901', { roomId: '', roomTitle: 'Press' }), coverage: { rooms: [{ by: 'title', title: 'Press' }] }, seen: true },
    { what: 'a title that was not', finding: finding('DSL901', { roomId: '', roomTitle: 'Press' }), coverage: { rooms: [{ by: 'id', id: '7' }] }, seen: false },
    { what: 'a room of the file that was nowhere', finding: finding('DSL026', { roomId: '', roomTitle: 'Press' }), seen: true },
    { what: '... where that is not everywhere', finding: finding('DSL026', { roomId: '', roomTitle: 'Press' }), coverage: { everywhere: false }, seen: false },
  ])('$what: $seen', ({ finding: one, coverage: more, seen }) => {
    expect(wasSeen(one, coverage(more))).toBe(seen);
  }); // prettier-ignore
});

describe('what a finding is about is there no more', () => {
  test.each<{ what: string; finding: Finding; coverage?: Partial<ScanCoverage>; gone: boolean }>([
    { what: 'a link that is there', finding: finding('DSL001', { linkId: 'e' }), gone: false },
    { what: 'a link that is not', finding: finding('DSL001', { linkId: 'x' }), gone: true },
    { what: 'a link of a room that was not read', finding: finding('DSL001', { roomId: '8', linkId: 'x' }), gone: false },
    { what: 'a room', finding: finding('DSL019'), gone: false },
    { what: 'a room that is gone', finding: finding('DSL019'), coverage: { gone: new Set(['7']) }, gone: true },
    { what: 'missing links, which a room that is gone does not bring', finding: finding('DSL026'), coverage: { gone: new Set(['7']) }, gone: false },
  ])('$what: $gone', ({ finding: one, coverage: more, gone }) => {
    expect(isGone(one, coverage(more))).toBe(gone);
  }); // prettier-ignore
});

describe('what of the baseline is carried on', () => {
  test('links that were not read, by room and type', () => {
    const links = (more: Partial<ScanCoverage>): readonly string[] =>
      notSeenOf([], coverage(more)).links.map(({ id }) => id);
    expect(links({})).toEqual([]);
    expect(links({ linkType: 'external' })).toEqual(['i']);
    expect(links({ read: new Map() })).toEqual(['e', 'i']);
    expect(links({ read: new Map(), gone: new Set(['7']) })).toEqual([]);
    expect(links({ baseline: null })).toEqual([]);
  });

  test('findings, but not that a room could not be read, where this audit says so itself', () => {
    const all = [finding('DSL001'), finding('DSL900'), finding('DSL901')];
    const carried = (more: Partial<ScanCoverage>): readonly string[] =>
      notSeenOf(all, coverage(more)).findings.map(({ rule }) => rule);
    expect(carried({})).toEqual(['DSL001', 'DSL900', 'DSL901']);
    expect(carried({ unread: [unreadOf({ id: '7' })] })).toEqual(['DSL001']);
  });
});

test('a room that was not met is nowhere only where everything was looked at', () => {
  const task = { rooms: 'all', area: 'active', linkType: 'all' } as const;
  expect(looksEverywhere(task, coverageOf())).toBe(true);
  expect(looksEverywhere({ ...task, area: 'any' }, coverageOf())).toBe(true);
  expect(looksEverywhere({ ...task, rooms: [] }, coverageOf())).toBe(false);
  expect(looksEverywhere({ ...task, area: 'archived' }, coverageOf())).toBe(false);
  expect(looksEverywhere({ ...task, linkType: 'external' }, coverageOf())).toBe(false);
  expect(looksEverywhere(task, coverageOf({ complete: false }))).toBe(false);
  expect(looksEverywhere(task, coverageOf({ excluded: 1 }))).toBe(false);
});
