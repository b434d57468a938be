import { describe, expect, test } from '@jest/globals';
import type { Waiver } from '../../src/audit/policy.ts';
import { ambiguousIn, waiverOf, withWaiver } from '../../src/audit/waivers.ts';
import { after, day, foreignId, identity, idOf, now } from '../support/links.ts';
import { anyone, findingOf, judgedBy, fileOf, waiver } from './subjects.ts';

const link = anyone({ hasPassword: false });
const scope = { links: [link], identity };
const finding = findingOf('DSL004', { links: [link] });
const start = (text: string): Waiver['link'] => ({ by: 'id', start: text });

test.each<[string, Partial<Waiver>, boolean]>([
  ['the room by its id', {}, true],
  ['the room by its title', { room: { by: 'title', title: 'Contract 2027' } }, true],
  ['the room by its title in another case', { room: { by: 'title', title: 'contract 2027' } }, false],
  ['a room whose title is the id', { room: { by: 'title', title: '7' } }, false],
  ['another room', { room: { by: 'id', id: '8' } }, false],
  ['a part of the title', { room: { by: 'title', title: 'Contract' } }, false],
  ['the link', { link: start(foreignId) }, true],
  ['the beginning of its id', { link: start(foreignId.slice(0, 8)) }, true],
  ['another link', { link: start('ffffffff') }, false],
  ['a key that it does not have', { link: { by: 'key', key: 'press' } }, false],
  ['another rule', { rule: 'DSL005' }, false],
])('a waiver of %s', (_, more, about) => {
  const one = waiver('DSL004', more);
  expect(waiverOf([one], finding, scope, now)).toBe(about ? one : null);
  expect(withWaiver(finding, [one], scope, now).status).toBe(about ? 'waived' : 'new');
});

describe('a waiver by a key', () => {
  const made = (key: string, type?: 'invitation') => anyone({ id: idOf(key, type), managed: true, hasPassword: false });

  test('is about the link that this repository made with it, whatever its title', () => {
    const links = [made('press'), made('partners')];
    const file = fileOf([waiver('DSL004', { link: { by: 'key', key: 'press' } })]);
    const evaluated = judgedBy('DSL004', { links, more: { file } });
    expect(evaluated.map(({ finding: { status } }) => status)).toEqual(['waived', 'new']);
  });

  test('is not about a link in another room', () => {
    const elsewhere = { ...finding, roomId: '8', linkId: idOf('press') };
    const one = waiver('DSL004', { room: { by: 'id', id: '8' }, link: { by: 'key', key: 'press' } });
    expect(waiverOf([one], elsewhere, scope, now)).toBeNull();
  });
});

describe('a beginning that several links of the room have', () => {
  const [first, second] = [
    `${foreignId.slice(0, 8)}-1111-4d41-9c2e-0a1b2c3d4e5f`,
    `${foreignId.slice(0, 8)}-2222-4d41-9c2e-0a1b2c3d4e5f`,
  ];
  const links = [
    anyone({ id: first, hasPassword: false, title: 'One' }),
    anyone({ id: second, hasPassword: false, title: 'Two' }),
  ];
  const ambiguous = waiver('DSL004', { link: start(foreignId.slice(0, 8)) });

  test('waives nothing, and is a finding', () => {
    const more = { file: fileOf([ambiguous]) };
    expect(judgedBy('DSL004', { links, more }).map(({ finding: { status } }) => status)).toEqual(['new', 'new']);
    expect(findingOf('DSL903', { links, more })).toMatchObject({
      severity: 'medium',
      linkId: '',
      message: `The waiver of DSL004 in line 12 of the policy file waives nothing: 2 links of this room begin with "0f6b1c9e": "One" (${first}), "Two" (${second}).`,
    });
  });

  test('is one finding of the room for all its waivers', () => {
    const file = fileOf([ambiguous, waiver('DSL001', { link: ambiguous.link, line: 13 })]);
    expect(findingOf('DSL903', { links, more: { file } }).message).toMatch(/line 12 .* line 13 /u);
  });

  test('is not ambiguous in a room where one link has it, nor with one character more', () => {
    expect(ambiguousIn([ambiguous], { id: '8', title: '' }, links)).toEqual([]);
    expect(judgedBy('DSL903', { links: links.slice(1), more: { file: fileOf([ambiguous]) } })).toEqual([]);
    const file = fileOf([waiver('DSL004', { link: start(first.slice(0, 10)) })]);
    expect(judgedBy('DSL903', { links, more: { file } })).toEqual([]);
    expect(judgedBy('DSL004', { links, more: { file } }).map(({ finding: { status } }) => status)).toEqual([
      'waived',
      'new',
    ]);
  });
});

describe('a waiver that has expired', () => {
  const out = waiver('DSL004', { until: after(-day), owner: null });

  test('brings the finding back, and says so [promise waiver-expired]', () => {
    expect(withWaiver(finding, [out], scope, now)).toEqual({
      ...finding,
      message: `${finding.message} Its waiver in line 12 of the policy file has run out: it was waived until 2026-11-23 09:30 UTC: "press kit".`,
    });
  });

  test('gives way to one that holds', () => {
    const still = waiver('DSL004', { line: 13 });
    expect(waiverOf([out, still], finding, scope, now)).toBe(still);
  });

  test('holds to its last instant', () => {
    expect(withWaiver(finding, [waiver('DSL004', { until: now })], scope, now).status).toBe('waived');
    expect(withWaiver(finding, [waiver('DSL004', { until: new Date(now.getTime() - 1) })], scope, now).status).toBe(
      'new',
    );
  });
});

test('a title of others in a reason is quoted, and stays on its line', () => {
  const { message } = withWaiver(finding, [waiver('DSL004', { reason: 'a\n::error::b' })], scope, now);
  expect(message).toContain('"a ::error::b"');
  expect(message).not.toContain('\n');
});
