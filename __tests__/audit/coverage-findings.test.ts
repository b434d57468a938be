import { expect, test } from '@jest/globals';
import type { UnreadRoom, Unreadable } from '../../src/audit/coverage.ts';
import { evaluateScan } from '../../src/audit/evaluate.ts';
import { problem } from '../../src/links/problem.ts';
import { fileOf, scanOf, waiver } from './subjects.ts';

function unreadable(why: Unreadable, shared: boolean | null = null, sharedExternal: boolean | null = null): UnreadRoom {
  return { room: { id: '7', title: 'Contract 2027', shared, sharedExternal }, kind: 'unreadable', why };
}

const failed: UnreadRoom = {
  room: { id: '8', title: 'Other', shared: null, sharedExternal: null },
  kind: 'failed',
  problem: problem('portal-error', 'The portal failed.'),
};

test('nothing is found where everything was read', () => {
  expect(evaluateScan(scanOf())).toEqual([]);
});

test.each([
  ['not-manager', true, true, 'must become a Room manager of the room. It says that it has an external link that is open to anyone.'],
  ['not-manager', true, false, 'It says that it has an external link, and none that is open to anyone.'],
  ['not-manager', true, null, 'It says that it has an external link.'],
  ['not-manager', false, false, 'It says that it has no external link; of invitations it says nothing.'],
  ['not-visible', null, null, 'invite that user as Room manager. Whether it has external links is not known.'],
  ['says-shared', true, true, 'says that it has an external link, and its list has none'],
] as const)('a room that is %s, with flags %j and %j, tells what they say', (why, shared, external, words) => {
  const [finding, ...others] = evaluateScan(scanOf({ unread: [unreadable(why, shared, external)] }));
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ rule: 'DSL900', severity: 'high', status: 'new', roomId: '7', linkId: '', fix: '' });
  expect(finding?.message).toContain(words);
}); // prettier-ignore

test('a room that failed, a list that broke off, and an old portal are findings', () => {
  const findings = evaluateScan(
    scanOf({ unread: [failed], paging: problem('timeout', 'Time is up.'), version: '3.6' }),
  );
  expect(findings.map(({ rule, severity, roomId, message }) => [rule, severity, roomId, message])).toEqual([
    ['DSL901', 'high', '8', 'The room could not be read: The portal failed.'],
    ['DSL901', 'high', '', 'The list of rooms is not whole: Time is up.'],
    [
      'DSL902',
      'info',
      '',
      'The portal is older than DocSpace 3.7: reading removes its expired invitations, and invitations last 7 days.',
    ],
  ]);
});

test('the policy sets their severities, and its waivers hold', () => {
  const unread = [unreadable('not-manager')];
  const severity = new Map([['DSL900', 'low' as const]]);
  expect(evaluateScan(scanOf({ unread }, { severity }))).toMatchObject([{ severity: 'low' }]);
  expect(evaluateScan(scanOf({ unread }, { severity: new Map([['DSL900', 'off']]) }))).toEqual([]);
  expect(evaluateScan(scanOf({ unread, file: fileOf([waiver('DSL900')]) }))).toMatchObject([{ status: 'waived' }]);
});
