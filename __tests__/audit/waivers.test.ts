import { describe, expect, test } from '@jest/globals';
import type { Waiver } from '../../src/audit/policy.ts';
import { waiverOf, withWaiver } from '../../src/audit/waivers.ts';
import { after, day, foreignId, now } from '../links/builders.ts';
import { anyone, findingOf, waiver } from './subjects.ts';

const finding = findingOf('DSL004', { links: [anyone({ hasPassword: false })] });

test.each<[string, Partial<Waiver>, boolean]>([
  ['the room by its id', {}, true],
  ['the room by its title', { room: 'Contract 2027' }, true],
  ['another room', { room: '8' }, false],
  ['a part of the title', { room: 'Contract' }, false],
  ['the link', { link: foreignId }, true],
  ['the beginning of its id', { link: foreignId.slice(0, 4) }, true],
  ['another link', { link: 'ffff' }, false],
  ['another rule', { rule: 'DSL005' }, false],
])('a waiver of %s', (_, more, about) => {
  const one = waiver('DSL004', more);
  expect(waiverOf([one], finding, now)).toBe(about ? one : null);
  expect(withWaiver(finding, [one], now).status).toBe(about ? 'waived' : 'new');
});

describe('a waiver that has run out', () => {
  const out = waiver('DSL004', { until: after(-day), owner: null });

  test('brings the finding back, and says so [promise waiver-expired]', () => {
    expect(withWaiver(finding, [out], now)).toEqual({
      ...finding,
      message: `${finding.message} Its waiver in line 12 of the policy file has run out: it was waived until 2026-11-23 09:30 UTC: "press kit".`,
    });
  });

  test('gives way to one that holds', () => {
    const still = waiver('DSL004', { line: 13 });
    expect(waiverOf([out, still], finding, now)).toBe(still);
  });

  test('holds to its last instant', () => {
    expect(withWaiver(finding, [waiver('DSL004', { until: now })], now).status).toBe('waived');
    expect(withWaiver(finding, [waiver('DSL004', { until: new Date(now.getTime() - 1) })], now).status).toBe('new');
  });
});

test('a title of others in a reason is quoted, and stays on its line', () => {
  const { message } = withWaiver(finding, [waiver('DSL004', { reason: 'a\n::error::b' })], now);
  expect(message).toContain('"a ::error::b"');
  expect(message).not.toContain('\n');
});
