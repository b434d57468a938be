import { describe, expect, test } from '@jest/globals';
import { fixableRuleIds, ruleIds } from '../../src/audit/rules/ids.ts';
import { rules } from '../../src/audit/rules/registry.ts';
import { evaluateRoom } from '../../src/audit/evaluate.ts';
import type { Severity } from '../../src/audit/finding.ts';
import type { SafeFix } from '../../src/audit/rules/rule.ts';
import { parseLinksFile } from '../../src/config-file/parse.ts';
import { after, day, foreignId, hour, idOf, now, types } from '../support/links.ts';
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

const end: SafeFix = { do: 'set', to: { expiration: after(30 * day) } };
const gone: SafeFix = { do: 'revoke' };
const usersOnly: SafeFix = { do: 'set', to: { internal: true } };
const viewer: SafeFix = { do: 'set', to: { access: 2 } };

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

/** A room in which a rule finds nothing. */
interface Silent {
  readonly rule: string;
  readonly what: string;
  readonly of: Case;
}

/** ... in which it finds one thing. */
interface Fires extends Silent {
  readonly severity: Severity;
  /** Null where there is no safe fix. */
  readonly safeFix: SafeFix | null;
  readonly message: string;
}

/** Two links whose ids begin alike. */
const alike = [auditedLink(), auditedLink({ id: `${foreignId.slice(0, -1)}0`, title: 'For the press', access: 5 })];

const fires: readonly Fires[] = [
  { rule: 'DSL001', what: 'a link for anyone without end', of: { links: [anyone({ expiration: null })] }, severity: 'high', safeFix: end, message: 'Anyone with the link has access as Viewer, without end.' },
  { rule: 'DSL001', what: 'the permanent primary link, one lower and never mended', of: { room: publicRoom, links: [permanent] }, severity: 'medium', safeFix: null, message: 'Anyone with the link has access as Viewer, without end. This is by design of this room type: its primary link cannot expire. `revoke` with `allow-rotate: true` gives it a new URL.' },
  { rule: 'DSL001', what: 'the primary link of a Custom room, which can expire', of: { links: [permanent] }, severity: 'high', safeFix: end, message: 'Anyone with the link has access as Viewer, without end.' },
  { rule: 'DSL002', what: 'a link for anyone that ends in 31 days', of: { links: [anyone({ expiration: after(31 * day) })] }, severity: 'medium', safeFix: end, message: 'Anyone with the link has access until 2026-12-25 09:30 UTC, longer than 30 days from now.' },
  { rule: 'DSL002', what: 'two days where one is allowed', of: { links: [anyone({ expiration: after(2 * day) })], policy: { maxLifetime: day } }, severity: 'medium', safeFix: { do: 'set', to: { expiration: after(day) } }, message: 'Anyone with the link has access until 2026-11-26 09:30 UTC, longer than 1 day from now.' },
  { rule: 'DSL003', what: 'anyone as Editor', of: { links: [anyone({ access: 10 })] }, severity: 'high', safeFix: viewer, message: 'Anyone with the link has access as Editor; at most Viewer is allowed.' },
  { rule: 'DSL003', what: 'anyone as Editor without end', of: { links: [anyone({ access: 10, expiration: null })] }, severity: 'critical', safeFix: viewer, message: 'Anyone with the link has access as Editor, without end; at most Viewer is allowed.' },
  { rule: 'DSL003', what: 'anyone as Reviewer', of: { links: [anyone({ access: 5 })] }, severity: 'medium', safeFix: viewer, message: 'Anyone with the link has access as Reviewer; at most Viewer is allowed.' },
  { rule: 'DSL003', what: 'anyone as Commenter', of: { links: [anyone({ access: 6 })] }, severity: 'medium', safeFix: viewer, message: 'Anyone with the link has access as Commenter; at most Viewer is allowed.' },
  { rule: 'DSL003', what: 'anyone as Form filler of a Custom room', of: { links: [anyone({ access: 7 })] }, severity: 'medium', safeFix: viewer, message: 'Anyone with the link has access as Form filler; at most Viewer is allowed.' },
  { rule: 'DSL003', what: 'Editor where Reviewer is allowed', of: { links: [anyone({ access: 10 })], policy: { maxAccess: 5 } }, severity: 'high', safeFix: viewer, message: 'Anyone with the link has access as Editor; at most Reviewer is allowed.' },
  { rule: 'DSL003', what: 'a role that nobody knows', of: { links: [anyone({ access: 99 })] }, severity: 'high', safeFix: viewer, message: 'Anyone with the link has access as access 99; at most Viewer is allowed.' },
  { rule: 'DSL004', what: 'no password', of: { links: [anyone({ hasPassword: false })] }, severity: 'medium', safeFix: null, message: 'Anyone with the link gets in: no password is asked for.' },
  { rule: 'DSL005', what: 'download from a confidential room', of: { links: [anyone()], policy: confidential }, severity: 'low', safeFix: { do: 'set', to: { denyDownload: true } }, message: 'Anyone with the link can copy, download and print the files.' },
  { rule: 'DSL005', what: 'download where it is required not to be possible', of: { links: [anyone()], policy: { require: ['no-download'] } }, severity: 'medium', safeFix: { do: 'set', to: { denyDownload: true } }, message: 'Anyone with the link can copy, download and print the files.' },
  { rule: 'DSL006', what: 'an expired external link', of: { links: [auditedLink(expired)] }, severity: 'low', safeFix: gone, message: 'The link expired 2026-11-23 09:30 UTC. It takes a place, and an edit brings it back to life.' },
  { rule: 'DSL007', what: 'an expired invitation', of: { links: [invitation(expired)] }, severity: 'low', safeFix: gone, message: 'The invitation expired 2026-11-23 09:30 UTC, and takes the only place for one.' },
  { rule: 'DSL008', what: 'a link that ends in a week', of: { links: [auditedLink({ expiration: after(7 * day) })] }, severity: 'info', safeFix: null, message: 'The link ends 2026-12-01 09:30 UTC.' },
  { rule: 'DSL008', what: 'an invitation that ends within the time to warn', of: { links: [invitation({ expiration: after(13 * day) })], policy: { warnBefore: 14 * day } }, severity: 'info', safeFix: null, message: 'The link ends 2026-12-07 09:30 UTC.' },
  { rule: 'DSL009', what: 'an invitation without end', of: { links: [invitation({ expiration: null })] }, severity: 'high', safeFix: end, message: 'Whoever has the link joins the room as Viewer, without end.' },
  { rule: 'DSL010', what: 'an invitation to create content', of: { links: [invitation({ access: 11 })] }, severity: 'medium', safeFix: { do: 'set', to: { access: 10 } }, message: 'Whoever has the link joins the room as Content creator; at most Editor is allowed. Those who have joined by it keep their role.' },
  { rule: 'DSL010', what: 'an invitation to edit where `max-access` says viewer', of: { links: [invitation({ access: 10 })], policy: { maxAccess: 2 } }, severity: 'medium', safeFix: viewer, message: 'Whoever has the link joins the room as Editor; at most Viewer is allowed. Those who have joined by it keep their role.' },
  { rule: 'DSL010', what: 'a Content creator of a Form filling room, which has one lower role', of: { room: formRoom, links: [invitation({ access: 11 })], policy: { maxAccess: 2 } }, severity: 'medium', safeFix: { do: 'set', to: { access: 7 } }, message: 'Whoever has the link joins the room as Content creator; at most Viewer is allowed. Those who have joined by it keep their role.' },
  { rule: 'DSL011', what: 'an invitation without limit', of: { links: [invitation({ maxUses: null, uses: 3 })] }, severity: 'medium', safeFix: { do: 'set', to: { maxUses: 13 } }, message: 'Any number of people can join by this link; 3 have so far.' },
  { rule: 'DSL011', what: 'an invitation that more have used than a limit can be', of: { links: [invitation({ maxUses: null, uses: 1200 })] }, severity: 'medium', safeFix: null, message: 'Any number of people can join by this link; 1200 have so far.' },
  { rule: 'DSL012', what: 'an invitation that is used up', of: { links: [invitation({ maxUses: 5, uses: 5 })] }, severity: 'info', safeFix: gone, message: 'All 5 uses of the invitation are used up.' },
  { rule: 'DSL013', what: 'eleven joins since the baseline', of: { links: [invitation({ uses: 13 })], more: { usesBefore: new Map([[invitation().id, 2]]) } }, severity: 'medium', safeFix: null, message: '11 people have joined by this link since the baseline: 2 then, 13 now.' },
  { rule: 'DSL014', what: 'five external links, of which one is the primary', of: { links: [anyone({ primary: true, title: 'p' }), ...numbered(4)] }, severity: 'low', safeFix: null, message: 'The room has 5 external links.' },
  { rule: 'DSL014', what: 'no free place', of: { links: numbered(5) }, severity: 'low', safeFix: null, message: 'The room has 5 external links. All 5 places for additional links are taken: the next one fails.' },
  { rule: 'DSL015', what: "a title of DocSpace's own", of: { links: [auditedLink({ title: 'Shared link' })] }, severity: 'low', safeFix: null, message: '"Shared link" is DocSpace\'s default title.' },
  { rule: 'DSL015', what: 'a title that does not match', of: { links: [auditedLink({ title: 'Hello' })], policy: { titlePattern: /^LEGAL-\d+/u } }, severity: 'low', safeFix: null, message: 'The title "Hello" does not match the `title-pattern` of the policy.' },
  { rule: 'DSL016', what: 'two links of one title', of: { links: [auditedLink({ id: 'b' }), auditedLink({ id: 'a' })] }, severity: 'low', safeFix: null, message: 'The link a of this room has the same title.' },
  { rule: 'DSL017', what: 'two links that give the same', of: { links: [anyone({ id: 'b', title: 'one' }), anyone({ id: 'a', title: 'two', expiration: null })] }, severity: 'info', safeFix: null, message: 'The link a of this room gives the same: Viewer, anyone with the link, with a password.' },
  { rule: 'DSL018', what: 'a link for anyone in a confidential room', of: { links: [anyone()], policy: confidential }, severity: 'critical', safeFix: usersOnly, message: 'The policy calls this room confidential, and anyone with the link gets in.' },
  { rule: 'DSL018', what: '... in a Public room, which has no other links', of: { room: publicRoom, links: [anyone()], policy: confidential }, severity: 'critical', safeFix: null, message: 'The policy calls this room confidential, and anyone with the link gets in.' },
  { rule: 'DSL019', what: 'a Public room', of: { room: publicRoom }, severity: 'high', safeFix: null, message: 'The room is a Public room, always open to anyone with its link, and `public-rooms` does not name it.' },
  { rule: 'DSL020', what: 'a link for users without end', of: { links: [auditedLink({ expiration: null })] }, severity: 'info', safeFix: end, message: 'Every DocSpace user with the link has access, without end.' },
  { rule: 'DSL022', what: 'a room that nobody has changed for 61 days', of: { room: auditedRoom(types.custom, { modified: after(-61 * day) }), links: [anyone()] }, severity: 'medium', safeFix: null, message: 'Anyone with the link gets into a room that was last changed 2026-09-24 09:30 UTC, more than 60 days ago.' },
  { rule: 'DSL023', what: 'a link in the archive', of: { room: archived, links: [anyone()] }, severity: 'info', safeFix: null, message: 'One link comes alive when the room is restored.' },
  { rule: 'DSL024', what: 'an owner who is disabled', of: { room: auditedRoom(types.custom, { ownerActive: false }) }, severity: 'medium', safeFix: null, message: "The room's owner is disabled: nobody reviews its links." },
  { rule: 'DSL025', what: 'a link made by hand, where managed ones are required', of: { links: [auditedLink()], policy: { require: ['managed'] } }, severity: 'medium', safeFix: gone, message: 'This repository did not make the link, and does not describe it.' },
  { rule: 'DSL026', what: 'a link that was changed by hand', of: { links: [docs], more: { file: described } }, severity: 'medium', safeFix: null, message: 'Differs from the file: access: editor, the file says viewer (line 5).' },
  { rule: 'DSL026', what: 'a link that is missing', of: { more: { file: described } }, severity: 'medium', safeFix: null, message: 'Differs from the file: the external link with the key "docs" is missing (line 5).' },
  { rule: 'DSL027', what: 'a link for anyone where the portal restricts that', of: { links: [anyone()], portal: restricted }, severity: 'high', safeFix: null, message: 'The portal restricts external sharing in rooms, but this link for anyone, made before, still opens.' },
  { rule: 'DSL027', what: '... and blocks what there is', of: { links: [anyone()], portal: blocked }, severity: 'info', safeFix: null, message: 'The portal restricts external sharing in rooms and blocks this link for anyone; it opens again when the setting is taken back.' },
  { rule: 'DSL028', what: 'a password that is too weak today', of: { links: [auditedLink({ hasPassword: true, passwordFits: false })] }, severity: 'medium', safeFix: null, message: "The link's password is weaker than the portal asks for today." },
  { rule: 'DSL029', what: 'a link of a closed pull request', of: { links: [pull], more: { closedPullRequests: [57, 58] } }, severity: 'medium', safeFix: gone, message: 'The link was made for pull request 58, which is closed.' },
  { rule: 'DSL029', what: '... that has another title', of: { links: [{ ...pull, title: 'Review' }], more: { closedPullRequests: [58] } }, severity: 'medium', safeFix: gone, message: 'The link was made for pull request 58, which is closed.' },
  { rule: 'DSL029', what: '... whose key says more', of: { links: [{ ...pull, id: idOf('pr-58-legal'), title: 'octo/contracts: pr-58-legal' }], more: { closedPullRequests: [58] } }, severity: 'medium', safeFix: gone, message: 'The link was made for pull request 58, which is closed.' },
  { rule: 'DSL030', what: 'a link for anyone where a login is required', of: { links: [anyone()], policy: { require: ['login'] } }, severity: 'medium', safeFix: usersOnly, message: 'Anyone with the link gets in, though the policy requires a login.' },
  { rule: 'DSL903', what: 'a waiver whose link fits two links', of: { links: alike, more: { file: fileOf([waiver('DSL001', { link: { by: 'id', start: foreignId.slice(0, 8) } })]) } }, severity: 'medium', safeFix: null, message: `The waiver of DSL001 in line 12 of the policy file waives nothing: 2 links of this room begin with "0f6b1c9e": "For the press" (${foreignId.slice(0, -1)}0), "For the auditors" (${foreignId}).` },
]; // prettier-ignore

const silent: readonly Silent[] = [
  { rule: 'DSL001', what: 'a link for users only', of: { links: [auditedLink({ expiration: null })] } },
  { rule: 'DSL001', what: 'an invitation', of: { links: [invitation({ expiration: null, internal: false })] } },
  { rule: 'DSL001', what: 'a link in the archive', of: { room: archived, links: [anyone({ expiration: null })] } },
  { rule: 'DSL002', what: 'thirty days', of: { links: [anyone({ expiration: after(30 * day) })] } },
  { rule: 'DSL002', what: 'a longer life for users only', of: { links: [auditedLink({ expiration: after(300 * day) })] } },
  { rule: 'DSL003', what: 'Viewer', of: { links: [anyone()] } },
  { rule: 'DSL003', what: 'what `max-access` allows', of: { links: [anyone({ access: 5 })], policy: { maxAccess: 5 } } },
  { rule: 'DSL003', what: 'a Form filler of a Form filling room', of: { room: formRoom, links: [anyone({ access: 7 })] } },
  { rule: 'DSL003', what: 'an Editor who logs in', of: { links: [auditedLink({ access: 10 })] } },
  { rule: 'DSL003', what: 'what has expired', of: { links: [anyone({ access: 10, ...expired })] } },
  { rule: 'DSL004', what: 'a password', of: { links: [anyone()] } },
  { rule: 'DSL005', what: 'a room that is not confidential', of: { links: [anyone()] } },
  { rule: 'DSL005', what: 'a restricted download', of: { links: [anyone({ denyDownload: true })], policy: confidential } },
  { rule: 'DSL006', what: 'a live link', of: { links: [auditedLink()] } },
  { rule: 'DSL006', what: 'an expired invitation', of: { links: [invitation(expired)] } },
  { rule: 'DSL007', what: 'a live invitation', of: { links: [invitation()] } },
  { rule: 'DSL007', what: 'an expired external link', of: { links: [auditedLink(expired)] } },
  { rule: 'DSL008', what: 'a link that ends in eight days', of: { links: [auditedLink({ expiration: after(8 * day) })] } },
  { rule: 'DSL008', what: 'a link without end', of: { links: [auditedLink({ expiration: null })] } },
  { rule: 'DSL008', what: 'a link that has ended', of: { links: [auditedLink(expired)] } },
  { rule: 'DSL009', what: 'an invitation with an end', of: { links: [invitation()] } },
  { rule: 'DSL009', what: 'a portal before 3.7, whose invitations all end', of: { links: [invitation({ expiration: null })], portal: { version: '3.6' } } },
  { rule: 'DSL010', what: 'an Editor', of: { links: [invitation({ access: 10 })] } },
  { rule: 'DSL010', what: 'a Form filler of a Form filling room', of: { room: formRoom, links: [invitation({ access: 7 })], policy: { maxAccess: 2 } } },
  { rule: 'DSL010', what: 'an external link', of: { links: [auditedLink({ access: 11 })] } },
  { rule: 'DSL011', what: 'a limit', of: { links: [invitation()] } },
  { rule: 'DSL011', what: 'a portal before 3.7, which has no limits', of: { links: [invitation({ maxUses: null })], portal: { version: '3.6' } } },
  { rule: 'DSL012', what: 'an invitation with a use left', of: { links: [invitation({ maxUses: 5, uses: 4 })] } },
  { rule: 'DSL012', what: 'an invitation without limit', of: { links: [invitation({ maxUses: null, uses: 4000 })] } },
  { rule: 'DSL013', what: 'ten joins since the baseline', of: { links: [invitation({ uses: 12 })], more: { usesBefore: new Map([[invitation().id, 2]]) } } },
  { rule: 'DSL013', what: 'an invitation that the baseline does not have', of: { links: [invitation({ uses: 500 })] } },
  { rule: 'DSL014', what: 'four external links', of: { links: [...numbered(4), invitation()] } },
  { rule: 'DSL015', what: 'a title that says something', of: { links: [auditedLink()] } },
  { rule: 'DSL015', what: 'a title that matches', of: { links: [auditedLink({ title: 'LEGAL-12 draft' })], policy: { titlePattern: /^LEGAL-\d+/u } } },
  { rule: 'DSL016', what: 'two titles', of: { links: numbered(2) } },
  { rule: 'DSL016', what: 'an invitation and an external link of one title', of: { links: [auditedLink({ id: 'a' }), invitation({ id: 'b' })] } },
  { rule: 'DSL017', what: 'another role', of: { links: [anyone({ id: 'a' }), anyone({ id: 'b', access: 10 })] } },
  { rule: 'DSL017', what: 'one with a password', of: { links: [anyone({ id: 'a' }), anyone({ id: 'b', hasPassword: false })] } },
  { rule: 'DSL017', what: 'one for users only', of: { links: [anyone({ id: 'a' }), auditedLink({ id: 'b', hasPassword: true })] } },
  { rule: 'DSL017', what: 'one that has expired', of: { links: [anyone({ id: 'a' }), anyone({ id: 'b', ...expired })] } },
  { rule: 'DSL018', what: 'a room that is not confidential', of: { links: [anyone()], policy: { confidentialRooms: [pattern('*HR*'), pattern('8')] } } },
  { rule: 'DSL018', what: 'a link for users only', of: { links: [auditedLink()], policy: confidential } },
  { rule: 'DSL019', what: 'a Public room that is meant to be one', of: { room: publicRoom, policy: { publicRooms: [pattern('7')] } } },
  { rule: 'DSL019', what: 'another type of room', of: { links: [anyone()] } },
  { rule: 'DSL019', what: 'a Public room in the archive', of: { room: { ...publicRoom, area: 'archived' } } },
  { rule: 'DSL020', what: 'a link for users that ends', of: { links: [auditedLink()] } },
  { rule: 'DSL020', what: 'a link for anyone', of: { links: [anyone({ expiration: null })] } },
  { rule: 'DSL022', what: 'a room changed yesterday', of: { links: [anyone()] } },
  { rule: 'DSL022', what: 'a room of which that is not known', of: { room: auditedRoom(types.custom, { modified: null }), links: [anyone()] } },
  { rule: 'DSL022', what: 'links for users only', of: { room: auditedRoom(types.custom, { modified: after(-61 * day) }), links: [auditedLink()] } },
  { rule: 'DSL023', what: 'an active room', of: { links: [anyone()] } },
  { rule: 'DSL023', what: 'an archived room without links', of: { room: archived } },
  { rule: 'DSL024', what: 'an owner of whom that is not known', of: { room: auditedRoom(types.custom, { ownerActive: null }) } },
  { rule: 'DSL025', what: 'a link of this repository', of: { links: [pull], policy: { require: ['managed'] } } },
  { rule: 'DSL025', what: 'a link made by hand that the file describes', of: { room: publicRoom, links: [permanent], policy: { require: ['managed'] }, more: { file: keptPrimary } } },
  { rule: 'DSL025', what: 'a link made by hand, where that is not required', of: { links: [auditedLink()] } },
  { rule: 'DSL026', what: 'a link as the file says', of: { links: [{ ...docs, access: 2 }], more: { file: described } } },
  { rule: 'DSL026', what: 'a room that the file does not name', of: { room: auditedRoom(types.custom, { id: '8' }), links: [docs], more: { file: described } } },
  { rule: 'DSL026', what: 'links of a type that was not read', of: { more: { file: described, linkType: 'invitation' } } },
  { rule: 'DSL027', what: 'a portal that restricts nothing', of: { links: [anyone()] } },
  { rule: 'DSL027', what: 'a portal that does not tell', of: { links: [anyone()], portal: { sharing: null } } },
  { rule: 'DSL027', what: 'links for users only', of: { links: [auditedLink()], portal: restricted } },
  { rule: 'DSL028', what: 'a password that fits', of: { links: [anyone()] } },
  { rule: 'DSL028', what: 'no password', of: { links: [auditedLink()] } },
  { rule: 'DSL029', what: 'a pull request that is open', of: { links: [pull], more: { closedPullRequests: [57] } } },
  { rule: 'DSL029', what: 'a link made by hand with such a title', of: { links: [auditedLink({ title: 'octo/contracts: pr-58' })], more: { closedPullRequests: [58] } } },
  { rule: 'DSL029', what: 'a link of another key with such a title', of: { links: [{ ...pull, id: idOf('release') }], more: { closedPullRequests: [58] } } },
  { rule: 'DSL029', what: 'an audit that did not ask GitHub', of: { links: [pull] } },
  { rule: 'DSL030', what: 'a link for anyone, where no login is required', of: { links: [anyone()] } },
  { rule: 'DSL030', what: 'a link for users only', of: { links: [auditedLink()], policy: { require: ['login'] } } },
  { rule: 'DSL903', what: 'a waiver whose link fits one', of: { links: alike, more: { file: fileOf([waiver('DSL001', { link: { by: 'id', start: foreignId } })]) } } },
]; // prettier-ignore

function numbered(count: number) {
  return Array.from({ length: count }, (_, n) => anyone({ id: `${n}0000000`, title: `Link ${n}`, access: 2 + n }));
}

describe.each(fires)('$rule: $what', ({ rule, of: one, severity, safeFix, message }) => {
  const evaluated = judgedBy(rule, one);

  test('is found, once', () => {
    expect(evaluated.map(({ finding }) => ({ severity: finding.severity, message: finding.message }))).toEqual([
      { severity, message },
    ]);
    expect(evaluated[0]?.finding).toMatchObject({
      name: rules.find(({ id }) => id === rule)?.name,
      status: 'new',
      roomId: '7',
      roomTitle: 'Contract 2027',
    });
  });

  test('is mended by what is safe, and says by what', () => {
    expect(evaluated[0]?.safeFix).toEqual(safeFix);
    expect(evaluated[0]?.finding.fix === '').toBe(safeFix === null);
  });

  test('is waived', () => {
    const linkId = evaluated[0]?.finding.linkId ?? '';
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
    expect(findingOf(rule, later)).toEqual(evaluated[0]?.finding);
  });
});

test.each(silent)('$rule does not find $what', ({ rule, of: one }) => {
  expect(judgedBy(rule, one)).toEqual([]);
});

test('every rule that judges rooms is shown, firing and silent', () => {
  const ids = rules.filter(({ inRoom }) => inRoom !== undefined).map(({ id }) => id);
  expect([...new Set(fires.map(({ rule }) => rule))]).toEqual(ids);
  expect([...new Set(silent.map(({ rule }) => rule))]).toEqual(ids);
});

test('a good link of each kind breaks no rule', () => {
  expect(
    evaluateRoom(subjectOf({ links: [anyone({ id: 'a' }), auditedLink({ id: 'b', title: 'x' }), invitation()] })),
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
    const fixedNow = fires.filter(({ safeFix }) => safeFix !== null).map(({ rule }) => rule);
    expect([...new Set(fixedNow)]).toEqual(fixableRuleIds);
  });

  test('has no rule that evaluates nothing', () => {
    expect(rules.filter(({ inRoom, inScan }) => inRoom === undefined && inScan === undefined)).toEqual([]);
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
  expect(evaluateRoom(subjectOf({ room: readOnly, links })).every(({ safeFix }) => safeFix === null)).toBe(true);
  expect(evaluateRoom(subjectOf({ room: archived, links })).every(({ safeFix }) => safeFix === null)).toBe(true);
});

test('an invitation of a portal before 3.7 is not changed, since every write gives it a new week', () => {
  const [evaluated] = judgedBy('DSL010', { links: [invitation({ access: 11 })], portal: { version: '3.6' } });
  expect(evaluated?.safeFix).toBeNull();
});
