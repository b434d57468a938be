import { describe, expect, test } from '@jest/globals';
import { fixableRuleIds, ruleIds } from '../../src/audit/rules/ids.ts';
import { rules } from '../../src/audit/rules/registry.ts';
import { judgeRoom } from '../../src/audit/evaluate.ts';
import type { Severity } from '../../src/audit/finding.ts';
import type { Remedy } from '../../src/audit/rules/rule.ts';
import { parseLinksFile } from '../../src/config-file/parse.ts';
import { after, day, foreignId, hour, idOf, now, types } from '../links/builders.ts';
import {
  anyone,
  auditedLink,
  auditedRoom,
  fileOf,
  findingOf,
  invitation,
  judgedBy,
  subjectOf,
  waiver,
  type Case,
  pattern,
} from './subjects.ts';

const end: Remedy = { do: 'set', to: { expiration: after(30 * day) } };
const gone: Remedy = { do: 'revoke' };
const usersOnly: Remedy = { do: 'set', to: { internal: true } };
const viewer: Remedy = { do: 'set', to: { access: 2 } };

const permanent = anyone({ primary: true, expiration: null });
const publicRoom = auditedRoom(types.public);
const formRoom = auditedRoom(types.form);
const expired = { expired: true, expiration: after(-day) };
const confidential = { confidentialRooms: [pattern('Contract*')] };
const restricted = { sharing: { restrictedInRooms: true, blocksExisting: false } };
const blocked = { sharing: { restrictedInRooms: true, blocksExisting: true } };
const archived = auditedRoom(types.custom, { area: 'archived', canEditAccess: false });
const pull = auditedLink({ id: idOf('pr-58'), managed: true, title: 'octo/contracts: pr-58' });
const described = await parseLinksFile(
  'version: 1\nrooms:\n  - room: 7\n    links:\n      - { key: docs, access: viewer, expiration: 30d }\n',
  'links.yml',
  now,
);
const keptPrimary = await parseLinksFile(
  'version: 1\nrooms:\n  - room: 7\n    links:\n      - { primary: true, access: viewer }\n',
  'links.yml',
  now,
);
const docs = auditedLink({ id: idOf('docs'), managed: true, access: 10 });

type Row = readonly [rule: string, what: string, Case, Severity, Remedy | null, message: string];

/** Two links whose ids begin alike. */
const alike = [auditedLink(), auditedLink({ id: `${foreignId.slice(0, -1)}0`, title: 'For the press', access: 5 })];

const fires: readonly Row[] = [
  ['DSL001', 'a link for anyone without end', { links: [anyone({ expiration: null })] }, 'high', end, 'Anyone with the link has access as Viewer, without end.'],
  ['DSL001', 'the permanent primary link, one lower and never mended', { room: publicRoom, links: [permanent] }, 'medium', null, 'Anyone with the link has access as Viewer, without end. This is by design of this room type: its primary link cannot expire. `revoke` with `allow-rotate: true` gives it a new URL.'],
  ['DSL001', 'the primary link of a Custom room, which can expire', { links: [permanent] }, 'high', end, 'Anyone with the link has access as Viewer, without end.'],
  ['DSL002', 'a link for anyone that ends in 31 days', { links: [anyone({ expiration: after(31 * day) })] }, 'medium', end, 'Anyone with the link has access until 2026-12-25 09:30 UTC, longer than 30 days from now.'],
  ['DSL002', 'two days where one is allowed', { links: [anyone({ expiration: after(2 * day) })], policy: { maxLifetime: day } }, 'medium', { do: 'set', to: { expiration: after(day) } }, 'Anyone with the link has access until 2026-11-26 09:30 UTC, longer than 1 day from now.'],
  ['DSL003', 'anyone as Editor', { links: [anyone({ access: 10 })] }, 'high', viewer, 'Anyone with the link has access as Editor; at most Viewer is allowed.'],
  ['DSL003', 'anyone as Editor without end', { links: [anyone({ access: 10, expiration: null })] }, 'critical', viewer, 'Anyone with the link has access as Editor, without end; at most Viewer is allowed.'],
  ['DSL003', 'anyone as Reviewer', { links: [anyone({ access: 5 })] }, 'medium', viewer, 'Anyone with the link has access as Reviewer; at most Viewer is allowed.'],
  ['DSL003', 'anyone as Commenter', { links: [anyone({ access: 6 })] }, 'medium', viewer, 'Anyone with the link has access as Commenter; at most Viewer is allowed.'],
  ['DSL003', 'anyone as Form filler of a Custom room', { links: [anyone({ access: 7 })] }, 'medium', viewer, 'Anyone with the link has access as Form filler; at most Viewer is allowed.'],
  ['DSL003', 'Editor where Reviewer is allowed', { links: [anyone({ access: 10 })], policy: { maxAccess: 5 } }, 'high', viewer, 'Anyone with the link has access as Editor; at most Reviewer is allowed.'],
  ['DSL003', 'a role that nobody knows', { links: [anyone({ access: 99 })] }, 'high', viewer, 'Anyone with the link has access as access 99; at most Viewer is allowed.'],
  ['DSL004', 'no password', { links: [anyone({ hasPassword: false })] }, 'medium', null, 'Anyone with the link gets in: no password is asked for.'],
  ['DSL005', 'download from a confidential room', { links: [anyone()], policy: confidential }, 'low', { do: 'set', to: { denyDownload: true } }, 'Anyone with the link can copy, download and print the files.'],
  ['DSL005', 'download where it is required not to be possible', { links: [anyone()], policy: { require: ['no-download'] } }, 'medium', { do: 'set', to: { denyDownload: true } }, 'Anyone with the link can copy, download and print the files.'],
  ['DSL006', 'an expired external link', { links: [auditedLink(expired)] }, 'low', gone, 'The link expired 2026-11-23 09:30 UTC. It takes a place, and an edit brings it back to life.'],
  ['DSL007', 'an expired invitation', { links: [invitation(expired)] }, 'low', gone, 'The invitation expired 2026-11-23 09:30 UTC, and takes the only place for one.'],
  ['DSL008', 'a link that ends in a week', { links: [auditedLink({ expiration: after(7 * day) })] }, 'info', null, 'The link ends 2026-12-01 09:30 UTC.'],
  ['DSL008', 'an invitation that ends within the time to warn', { links: [invitation({ expiration: after(13 * day) })], policy: { warnBefore: 14 * day } }, 'info', null, 'The link ends 2026-12-07 09:30 UTC.'],
  ['DSL009', 'an invitation without end', { links: [invitation({ expiration: null })] }, 'high', end, 'Whoever has the link joins the room as Viewer, without end.'],
  ['DSL010', 'an invitation to create content', { links: [invitation({ access: 11 })] }, 'medium', { do: 'set', to: { access: 10 } }, 'Whoever has the link joins the room as Content creator; at most Editor is allowed. Those who have joined by it keep their role.'],
  ['DSL010', 'an invitation to edit where `max-access` says viewer', { links: [invitation({ access: 10 })], policy: { maxAccess: 2 } }, 'medium', viewer, 'Whoever has the link joins the room as Editor; at most Viewer is allowed. Those who have joined by it keep their role.'],
  ['DSL010', 'a Content creator of a Form filling room, which has one lower role', { room: formRoom, links: [invitation({ access: 11 })], policy: { maxAccess: 2 } }, 'medium', { do: 'set', to: { access: 7 } }, 'Whoever has the link joins the room as Content creator; at most Viewer is allowed. Those who have joined by it keep their role.'],
  ['DSL011', 'an invitation without limit', { links: [invitation({ maxUses: null, uses: 3 })] }, 'medium', { do: 'set', to: { maxUses: 13 } }, 'Any number of people can join by this link; 3 have so far.'],
  ['DSL011', 'an invitation that more have used than a limit can be', { links: [invitation({ maxUses: null, uses: 1200 })] }, 'medium', null, 'Any number of people can join by this link; 1200 have so far.'],
  ['DSL012', 'an invitation that is used up', { links: [invitation({ maxUses: 5, uses: 5 })] }, 'info', gone, 'All 5 uses of the invitation are used up.'],
  ['DSL013', 'eleven joins since the baseline', { links: [invitation({ uses: 13 })], more: { usesBefore: new Map([[invitation().id, 2]]) } }, 'medium', null, '11 people have joined by this link since the baseline: 2 then, 13 now.'],
  ['DSL014', 'five external links, of which one is the primary', { links: [anyone({ primary: true, title: 'p' }), ...numbered(4)] }, 'low', null, 'The room has 5 external links.'],
  ['DSL014', 'no free place', { links: numbered(5) }, 'low', null, 'The room has 5 external links. All 5 places for additional links are taken: the next one fails.'],
  ['DSL015', "a title of DocSpace's own", { links: [auditedLink({ title: 'Shared link' })] }, 'low', null, '"Shared link" is DocSpace\'s default title.'],
  ['DSL015', 'a title that does not match', { links: [auditedLink({ title: 'Hello' })], policy: { titlePattern: /^LEGAL-\d+/u } }, 'low', null, 'The title "Hello" does not match the `title-pattern` of the policy.'],
  ['DSL016', 'two links of one title', { links: [auditedLink({ id: 'b' }), auditedLink({ id: 'a' })] }, 'low', null, 'The link a of this room has the same title.'],
  ['DSL017', 'two links that give the same', { links: [anyone({ id: 'b', title: 'one' }), anyone({ id: 'a', title: 'two', expiration: null })] }, 'info', null, 'The link a of this room gives the same: Viewer, anyone with the link, with a password.'],
  ['DSL018', 'a link for anyone in a confidential room', { links: [anyone()], policy: confidential }, 'critical', usersOnly, 'The policy calls this room confidential, and anyone with the link gets in.'],
  ['DSL018', '... in a Public room, which has no other links', { room: publicRoom, links: [anyone()], policy: confidential }, 'critical', null, 'The policy calls this room confidential, and anyone with the link gets in.'],
  ['DSL019', 'a Public room', { room: publicRoom }, 'high', null, 'The room is a Public room, always open to anyone with its link, and `public-rooms` does not name it.'],
  ['DSL020', 'a link for users without end', { links: [auditedLink({ expiration: null })] }, 'info', end, 'Every DocSpace user with the link has access, without end.'],
  ['DSL022', 'a room that nobody has changed for 61 days', { room: auditedRoom(types.custom, { modified: after(-61 * day) }), links: [anyone()] }, 'medium', null, 'Anyone with the link gets into a room that was last changed 2026-09-24 09:30 UTC, more than 60 days ago.'],
  ['DSL023', 'a link in the archive', { room: archived, links: [anyone()] }, 'info', null, 'One link comes alive when the room is restored.'],
  ['DSL024', 'an owner who is disabled', { room: auditedRoom(types.custom, { ownerActive: false }) }, 'medium', null, "The room's owner is disabled: nobody reviews its links."],
  ['DSL025', 'a link made by hand, where managed ones are required', { links: [auditedLink()], policy: { require: ['managed'] } }, 'medium', gone, 'This repository did not make the link, and does not describe it.'],
  ['DSL026', 'a link that was changed by hand', { links: [docs], more: { file: described } }, 'medium', null, 'Differs from the file: access: editor, the file says viewer (line 5).'],
  ['DSL026', 'a link that is missing', { more: { file: described } }, 'medium', null, 'Differs from the file: the external link with the key "docs" is missing (line 5).'],
  ['DSL027', 'a link for anyone where the portal restricts that', { links: [anyone()], portal: restricted }, 'high', null, 'The portal restricts external sharing in rooms, but this link for anyone, made before, still opens.'],
  ['DSL027', '... and blocks what there is', { links: [anyone()], portal: blocked }, 'info', null, 'The portal restricts external sharing in rooms and blocks this link for anyone; it opens again when the setting is taken back.'],
  ['DSL028', 'a password that is too weak today', { links: [auditedLink({ hasPassword: true, passwordFits: false })] }, 'medium', null, "The link's password is weaker than the portal asks for today."],
  ['DSL029', 'a link of a closed pull request', { links: [pull], more: { closedPullRequests: [57, 58] } }, 'medium', gone, 'The link was made for pull request 58, which is closed.'],
  ['DSL029', '... that has another title', { links: [{ ...pull, title: 'Review' }], more: { closedPullRequests: [58] } }, 'medium', gone, 'The link was made for pull request 58, which is closed.'],
  ['DSL029', '... whose key says more', { links: [{ ...pull, id: idOf('pr-58-legal'), title: 'octo/contracts: pr-58-legal' }], more: { closedPullRequests: [58] } }, 'medium', gone, 'The link was made for pull request 58, which is closed.'],
  ['DSL030', 'a link for anyone where a login is required', { links: [anyone()], policy: { require: ['login'] } }, 'medium', usersOnly, 'Anyone with the link gets in, though the policy requires a login.'],
  ['DSL903', 'a waiver whose link fits two links', { links: alike, more: { file: fileOf([waiver('DSL001', { link: { by: 'id', start: foreignId.slice(0, 8) } })]) } }, 'medium', null, `The waiver of DSL001 in line 12 of the policy file waives nothing: 2 links of this room begin with "0f6b1c9e": "For the press" (${foreignId.slice(0, -1)}0), "For the auditors" (${foreignId}).`],
]; // prettier-ignore

const silent: readonly (readonly [rule: string, what: string, Case])[] = [
  ['DSL001', 'a link for users only', { links: [auditedLink({ expiration: null })] }],
  ['DSL001', 'an invitation', { links: [invitation({ expiration: null, internal: false })] }],
  ['DSL001', 'a link in the archive', { room: archived, links: [anyone({ expiration: null })] }],
  ['DSL002', 'thirty days', { links: [anyone({ expiration: after(30 * day) })] }],
  ['DSL002', 'a longer life for users only', { links: [auditedLink({ expiration: after(300 * day) })] }],
  ['DSL003', 'Viewer', { links: [anyone()] }],
  ['DSL003', 'what `max-access` allows', { links: [anyone({ access: 5 })], policy: { maxAccess: 5 } }],
  ['DSL003', 'a Form filler of a Form filling room', { room: formRoom, links: [anyone({ access: 7 })] }],
  ['DSL003', 'an Editor who logs in', { links: [auditedLink({ access: 10 })] }],
  ['DSL003', 'what has expired', { links: [anyone({ access: 10, ...expired })] }],
  ['DSL004', 'a password', { links: [anyone()] }],
  ['DSL005', 'a room that is not confidential', { links: [anyone()] }],
  ['DSL005', 'a restricted download', { links: [anyone({ denyDownload: true })], policy: confidential }],
  ['DSL006', 'a live link', { links: [auditedLink()] }],
  ['DSL006', 'an expired invitation', { links: [invitation(expired)] }],
  ['DSL007', 'a live invitation', { links: [invitation()] }],
  ['DSL007', 'an expired external link', { links: [auditedLink(expired)] }],
  ['DSL008', 'a link that ends in eight days', { links: [auditedLink({ expiration: after(8 * day) })] }],
  ['DSL008', 'a link without end', { links: [auditedLink({ expiration: null })] }],
  ['DSL008', 'a link that has ended', { links: [auditedLink(expired)] }],
  ['DSL009', 'an invitation with an end', { links: [invitation()] }],
  ['DSL009', 'a portal before 3.7, whose invitations all end', { links: [invitation({ expiration: null })], portal: { version: '3.6' } }],
  ['DSL010', 'an Editor', { links: [invitation({ access: 10 })] }],
  ['DSL010', 'a Form filler of a Form filling room', { room: formRoom, links: [invitation({ access: 7 })], policy: { maxAccess: 2 } }],
  ['DSL010', 'an external link', { links: [auditedLink({ access: 11 })] }],
  ['DSL011', 'a limit', { links: [invitation()] }],
  ['DSL011', 'a portal before 3.7, which has no limits', { links: [invitation({ maxUses: null })], portal: { version: '3.6' } }],
  ['DSL012', 'an invitation with a use left', { links: [invitation({ maxUses: 5, uses: 4 })] }],
  ['DSL012', 'an invitation without limit', { links: [invitation({ maxUses: null, uses: 4000 })] }],
  ['DSL013', 'ten joins since the baseline', { links: [invitation({ uses: 12 })], more: { usesBefore: new Map([[invitation().id, 2]]) } }],
  ['DSL013', 'an invitation that the baseline does not have', { links: [invitation({ uses: 500 })] }],
  ['DSL014', 'four external links', { links: [...numbered(4), invitation()] }],
  ['DSL015', 'a title that says something', { links: [auditedLink()] }],
  ['DSL015', 'a title that matches', { links: [auditedLink({ title: 'LEGAL-12 draft' })], policy: { titlePattern: /^LEGAL-\d+/u } }],
  ['DSL016', 'two titles', { links: numbered(2) }],
  ['DSL016', 'an invitation and an external link of one title', { links: [auditedLink({ id: 'a' }), invitation({ id: 'b' })] }],
  ['DSL017', 'another role', { links: [anyone({ id: 'a' }), anyone({ id: 'b', access: 10 })] }],
  ['DSL017', 'one with a password', { links: [anyone({ id: 'a' }), anyone({ id: 'b', hasPassword: false })] }],
  ['DSL017', 'one for users only', { links: [anyone({ id: 'a' }), auditedLink({ id: 'b', hasPassword: true })] }],
  ['DSL017', 'one that has expired', { links: [anyone({ id: 'a' }), anyone({ id: 'b', ...expired })] }],
  ['DSL018', 'a room that is not confidential', { links: [anyone()], policy: { confidentialRooms: [pattern('*HR*'), pattern('8')] } }],
  ['DSL018', 'a link for users only', { links: [auditedLink()], policy: confidential }],
  ['DSL019', 'a Public room that is meant to be one', { room: publicRoom, policy: { publicRooms: [pattern('7')] } }],
  ['DSL019', 'another type of room', { links: [anyone()] }],
  ['DSL019', 'a Public room in the archive', { room: { ...publicRoom, area: 'archived' } }],
  ['DSL020', 'a link for users that ends', { links: [auditedLink()] }],
  ['DSL020', 'a link for anyone', { links: [anyone({ expiration: null })] }],
  ['DSL022', 'a room changed yesterday', { links: [anyone()] }],
  ['DSL022', 'a room of which that is not known', { room: auditedRoom(types.custom, { modified: null }), links: [anyone()] }],
  ['DSL022', 'links for users only', { room: auditedRoom(types.custom, { modified: after(-61 * day) }), links: [auditedLink()] }],
  ['DSL023', 'an active room', { links: [anyone()] }],
  ['DSL023', 'an archived room without links', { room: archived }],
  ['DSL024', 'an owner of whom that is not known', { room: auditedRoom(types.custom, { ownerActive: null }) }],
  ['DSL025', 'a link of this repository', { links: [pull], policy: { require: ['managed'] } }],
  ['DSL025', 'a link made by hand that the file describes', { room: publicRoom, links: [permanent], policy: { require: ['managed'] }, more: { file: keptPrimary } }],
  ['DSL025', 'a link made by hand, where that is not required', { links: [auditedLink()] }],
  ['DSL026', 'a link as the file says', { links: [{ ...docs, access: 2 }], more: { file: described } }],
  ['DSL026', 'a room that the file does not name', { room: auditedRoom(types.custom, { id: '8' }), links: [docs], more: { file: described } }],
  ['DSL026', 'links of a type that was not read', { more: { file: described, linkType: 'invitation' } }],
  ['DSL027', 'a portal that restricts nothing', { links: [anyone()] }],
  ['DSL027', 'a portal that does not tell', { links: [anyone()], portal: { sharing: null } }],
  ['DSL027', 'links for users only', { links: [auditedLink()], portal: restricted }],
  ['DSL028', 'a password that fits', { links: [anyone()] }],
  ['DSL028', 'no password', { links: [auditedLink()] }],
  ['DSL029', 'a pull request that is open', { links: [pull], more: { closedPullRequests: [57] } }],
  ['DSL029', 'a link made by hand with such a title', { links: [auditedLink({ title: 'octo/contracts: pr-58' })], more: { closedPullRequests: [58] } }],
  ['DSL029', 'a link of another key with such a title', { links: [{ ...pull, id: idOf('release') }], more: { closedPullRequests: [58] } }],
  ['DSL029', 'an audit that did not ask GitHub', { links: [pull] }],
  ['DSL030', 'a link for anyone, where no login is required', { links: [anyone()] }],
  ['DSL030', 'a link for users only', { links: [auditedLink()], policy: { require: ['login'] } }],
  ['DSL903', 'a waiver whose link fits one', { links: alike, more: { file: fileOf([waiver('DSL001', { link: { by: 'id', start: foreignId } })]) } }],
]; // prettier-ignore

function numbered(count: number) {
  return Array.from({ length: count }, (_, n) => anyone({ id: `${n}0000000`, title: `Link ${n}`, access: 2 + n }));
}

describe.each(fires)('%s: %s', (rule, _, one, severity, remedy, message) => {
  const judged = judgedBy(rule, one);

  test('is found, once', () => {
    expect(judged.map(({ finding }) => ({ severity: finding.severity, message: finding.message }))).toEqual([
      { severity, message },
    ]);
    expect(judged[0]?.finding).toMatchObject({
      name: rules.find(({ id }) => id === rule)?.name,
      status: 'new',
      roomId: '7',
      roomTitle: 'Contract 2027',
    });
  });

  test('is mended by what is safe, and says by what', () => {
    expect(judged[0]?.remedy).toEqual(remedy);
    expect(judged[0]?.finding.fix === '').toBe(remedy === null);
  });

  test('is waived', () => {
    const linkId = judged[0]?.finding.linkId ?? '';
    const accepted = waiver(rule, { link: linkId === '' ? null : { by: 'id', start: linkId } });
    const file = fileOf([...(one.more?.file?.waivers ?? []), accepted], { rooms: one.more?.file?.rooms ?? [] });
    expect(findingOf(rule, { ...one, more: { ...one.more, file } })).toMatchObject({
      status: 'waived',
      message: `${message} Waived until 2027-02-22 09:30 UTC by "@press": "press kit".`,
    });
  });

  test('is off where the policy says so, and of the severity that it says', () => {
    const policy = (word: Severity | 'off') => ({ ...one.policy, severity: new Map([[rule, word]]) });
    expect(judgedBy(rule, { ...one, policy: policy('off') })).toEqual([]);
    expect(findingOf(rule, { ...one, policy: policy('info') }).severity).toBe('info');
    expect(findingOf(rule, { ...one, policy: policy('critical') }).severity).toBe('critical');
  });

  test('is said in the same words an hour later', () => {
    const later = { ...one, more: { ...one.more, now: after(hour) } };
    expect(findingOf(rule, later)).toEqual(judged[0]?.finding);
  });
});

test.each(silent)('%s does not find %s', (rule, _, one) => {
  expect(judgedBy(rule, one)).toEqual([]);
});

test('every rule that judges rooms is shown, firing and silent', () => {
  const ids = rules.filter(({ inRoom }) => inRoom !== undefined).map(({ id }) => id);
  expect([...new Set(fires.map(([rule]) => rule))]).toEqual(ids);
  expect([...new Set(silent.map(([rule]) => rule))]).toEqual(ids);
});

test('a good link of each kind breaks no rule', () => {
  expect(
    judgeRoom(subjectOf({ links: [anyone({ id: 'a' }), auditedLink({ id: 'b', title: 'x' }), invitation()] })),
  ).toEqual([]);
});

describe('what is required', () => {
  test.each([
    ['expiration', 'DSL001', anyone({ expiration: null }), 'high'],
    ['expiration', 'DSL009', invitation({ expiration: null }), 'high'],
    ['expiration', 'DSL020', auditedLink({ expiration: null }), 'medium'],
    ['password', 'DSL004', anyone({ hasPassword: false }), 'medium'],
    ['login', 'DSL030', anyone(), 'medium'],
    ['no-download', 'DSL005', anyone(), 'medium'],
    ['managed', 'DSL025', auditedLink(), 'medium'],
  ] as const)('%s makes %s medium at least', (requirement, rule, link, severity) => {
    expect(findingOf(rule, { links: [link], policy: { require: [requirement] } }).severity).toBe(severity);
  });
});

describe('the table of rules', () => {
  test('has the ids that inputs and file know', () => {
    expect(rules.map(({ id }) => id)).toEqual(ruleIds);
  });

  test('says of each rule what `fix` does, and of no other', () => {
    expect(rules.filter(({ fix }) => fix !== '').map(({ id }) => id)).toEqual(fixableRuleIds);
    const mended = fires.filter(([, , , , remedy]) => remedy !== null).map(([rule]) => rule);
    expect([...new Set(mended)]).toEqual(fixableRuleIds);
  });

  test('has texts that end as sentences', () => {
    for (const { finds, why, advice } of rules) {
      expect([finds, why, advice].every((text) => text.endsWith('.'))).toBe(true);
    }
  });
});

test('no remedy is proposed for what may not be written', () => {
  const links = [anyone({ access: 10, expiration: null })];
  const readOnly = auditedRoom(types.custom, { canEditAccess: false });
  expect(judgeRoom(subjectOf({ room: readOnly, links })).every(({ remedy }) => remedy === null)).toBe(true);
  expect(judgeRoom(subjectOf({ room: archived, links })).every(({ remedy }) => remedy === null)).toBe(true);
});

test('an invitation of a portal before 3.7 is not changed, since every write gives it a new week', () => {
  const [judged] = judgedBy('DSL010', { links: [invitation({ access: 11 })], portal: { version: '3.6' } });
  expect(judged?.remedy).toBeNull();
});
