import { accessLabel } from '../links/access.ts';
import { spokenInstant } from '../links/settings.ts';
import { cleaned, quoted } from '../links/quoted.ts';
import { publicRoom } from '../links/room-types.ts';
import { describedLinks, driftOf } from '../links/drift.ts';
import { isDefaultTitle } from './default-titles.ts';
import { byDesign } from './rules-anyone.ts';
import { eachLink, eachLiveLink, isLive, isPermanentPrimary, lowered } from './facts.ts';
import type { AuditedLink } from './finding.ts';
import { orphansOf } from './orphans.ts';
import { endInTime, revoke } from './remedies.ts';
import { isAllowed } from './room-patterns.ts';
import type { Breach, RoomRule, RoomSubject } from './rule.ts';

/** DSL014: nobody keeps more in mind. */
const manyLinks = 5;

/** The rules about links of any type, and about rooms. */
export const roomRules: readonly RoomRule[] = [
  {
    id: 'DSL006',
    name: 'expired-external',
    severity: 'low',
    finds: 'An expired external link.',
    why: 'It takes one of five places, and an edit brings it back to life.',
    advice: 'Revoke it.',
    fix: 'revokes the link; not a permanent primary link',
    judge: eachLink(({ room, link }) => {
      if (link.type !== 'external' || !link.expired) return null;
      const when = link.expiration === null ? '' : ` ${spokenInstant(link.expiration)}`;
      const message = `The link expired${when}. It takes a place, and an edit brings it back to life.`;
      if (!isPermanentPrimary(room, link)) return { message, remedy: revoke };
      return { message: `${message} ${byDesign}`, severity: lowered('low') };
    }),
  },
  {
    id: 'DSL008',
    name: 'expires-soon',
    severity: 'info',
    finds: 'A link that expires within `warn-before` (7 days).',
    why: 'Renew it before the people who need it are locked out.',
    advice: 'Renew the link if it is still needed.',
    fix: '',
    judge: eachLiveLink(({ link: { expiration }, policy, now }) =>
      expiration !== null && expiration.getTime() - now.getTime() <= policy.warnBefore
        ? { message: `The link ends ${spokenInstant(expiration)}.` }
        : null,
    ),
  },
  {
    id: 'DSL014',
    name: 'too-many-links',
    severity: 'low',
    finds: `A room with ${manyLinks} external links or more, or without a free place for another one.`,
    why: 'So many are hard to review, and the next one fails.',
    advice: 'Revoke what is no longer needed, the expired links first.',
    fix: '',
    judge: ({ room, links }) => {
      const external = links.filter(({ type }) => type === 'external');
      const additional = external.filter(({ primary }) => !primary).length;
      const places = room.type?.limits.additional ?? 0;
      const full = places > 0 && additional >= places;
      if (external.length < manyLinks && !full) return [];
      const reached = full ? ` All ${places} places for additional links are taken: the next one fails.` : '';
      return ofRoom(`The room has ${external.length} external links.${reached}`);
    },
  },
  {
    id: 'DSL015',
    name: 'untraceable-title',
    severity: 'low',
    finds:
      "A link with a default title of DocSpace, in any of the portal's languages, or with one that does not match `title-pattern`.",
    why: 'Nobody knows what it is there for, so nobody dares to revoke it.',
    advice: 'Give the link a title that says what it is for.',
    fix: '',
    judge: eachLink(({ link: { title }, policy: { titlePattern } }) => {
      if (isDefaultTitle(title)) return { message: `${quoted(title)} is DocSpace's default title.` };
      if (titlePattern === null || titlePattern.test(title)) return null;
      return { message: `The title ${quoted(title)} does not match the \`title-pattern\` of the policy.` };
    }),
  },
  {
    id: 'DSL016',
    name: 'ambiguous-title',
    severity: 'low',
    finds: 'Two links of a type with one title in a room; the second and every further one.',
    why: 'People revoke the wrong one.',
    advice: 'Give each link a title of its own.',
    fix: '',
    judge: ({ links }) =>
      repeated(links, ({ type, title }) => [type, cleaned(title)]).map(([link, first]) => ({
        link,
        message: `The link ${first.id} of this room has the same title.`,
      })),
  },
  {
    id: 'DSL017',
    name: 'redundant-links',
    severity: 'info',
    finds: 'Two live links of a type with the same role, for the same people, both with or both without a password.',
    why: 'Revoke one, and the other stays.',
    advice: 'Revoke those that are not needed.',
    fix: '',
    judge: (subject) =>
      repeated(
        // An expired link opens nothing, so it makes no other one redundant.
        subject.links.filter((link) => isLive({ ...subject, link })),
        ({ type, access, internal, hasPassword }) => [type, access, internal, hasPassword],
      ).map(([link, first]) => ({
        link,
        message: `The link ${first.id} of this room gives the same: ${accessLabel(link.access)}, ${link.internal ? 'DocSpace users only' : 'anyone with the link'}${link.hasPassword ? ', with a password' : ''}.`,
      })),
  },
  {
    id: 'DSL019',
    name: 'public-room-not-approved',
    severity: 'high',
    finds: 'A Public room that `public-rooms` does not name.',
    why: 'A Public room is always open to anyone with its link.',
    advice: 'Name the room in `public-rooms` of the policy, or archive it.',
    fix: '',
    judge: ({ room, policy }) =>
      room.typeCode === publicRoom && room.area === 'active' && !isAllowed(room, policy.publicRooms)
        ? ofRoom('The room is a Public room, always open to anyone with its link, and `public-rooms` does not name it.')
        : [],
  },
  {
    id: 'DSL020',
    name: 'internal-no-expiration',
    severity: 'info',
    requiredBy: 'expiration',
    finds: 'A link for DocSpace users only without an expiration date.',
    why: 'The risk is lower, since a login is asked for; but the link outlives its purpose.',
    advice: 'Give the link an expiration date.',
    fix: 'sets an end: now and `max-lifetime`',
    judge: eachLiveLink((subject) =>
      subject.link.type === 'external' && subject.link.internal && subject.link.expiration === null
        ? { message: 'Every DocSpace user with the link has access, without end.', remedy: endInTime(subject) }
        : null,
    ),
  },
  {
    id: 'DSL023',
    name: 'archived-room-links',
    severity: 'info',
    finds: 'Links in an archived room.',
    why: 'They come alive when the room is restored.',
    advice:
      'Restore the room, revoke the links, and archive it again; the portal refuses to change them in the archive.',
    fix: '',
    judge: ({ room, links }) =>
      room.area === 'archived' && links.length > 0
        ? ofRoom(
            `${links.length === 1 ? 'One link comes' : `${links.length} links come`} alive when the room is restored.`,
          )
        : [],
  },
  {
    id: 'DSL024',
    name: 'owner-inactive',
    severity: 'medium',
    finds: "A room whose owner's account is disabled.",
    why: 'Nobody reviews its links, and the invitations of that owner are dead.',
    advice: 'Change the owner of the room.',
    fix: '',
    judge: ({ room }) =>
      room.ownerActive === false ? ofRoom("The room's owner is disabled: nobody reviews its links.") : [],
  },
  {
    id: 'DSL025',
    name: 'unmanaged',
    severity: 'medium',
    requiredBy: 'managed',
    finds: 'A link that this repository did not make and that the file does not describe, with `require: managed`.',
    why: 'It was made by hand, outside of review.',
    advice: 'Describe the link in the file that `apply` keeps, or revoke it.',
    fix: 'revokes the link; not a permanent primary link',
    judge: (subject) =>
      subject.policy.require.includes('managed') ? unmanaged(subject).map((link) => handmade(link, subject)) : [],
  },
  {
    id: 'DSL026',
    name: 'drift',
    severity: 'medium',
    finds: 'A link of the file that differs from the file, or is not there.',
    why: 'It was changed by hand.',
    advice: 'Run `apply`, or change the file.',
    fix: '',
    judge: driftBreaches,
  },
  {
    id: 'DSL028',
    name: 'weak-password',
    severity: 'medium',
    finds: "A password that fails the portal's policy of today; it is compared in memory, and told nowhere.",
    why: 'The policy was tightened after the password was set.',
    advice: 'Set a new password.',
    fix: '',
    judge: eachLink(({ link }) =>
      link.passwordFits === false ? { message: "The link's password is weaker than the portal asks for today." } : null,
    ),
  },
  {
    id: 'DSL029',
    name: 'orphan',
    severity: 'medium',
    finds: 'A link that this repository made for a pull request that is closed.',
    why: 'A clean-up failed.',
    advice: 'Revoke the link.',
    fix: 'revokes the link',
    judge: (subject) =>
      orphansOf(subject.room, subject.links, subject.closedPullRequests ?? [], subject).map(({ link, number }) => ({
        link,
        message: `The link was made for pull request ${number}, which is closed.`,
        remedy: revoke,
      })),
  },
];

function ofRoom(message: string): readonly Breach[] {
  return [{ link: null, message }];
}

/** The links that are like another one before them, and that one; in the order of primary links and ids. */
function repeated(
  links: readonly AuditedLink[],
  likeness: (link: AuditedLink) => readonly unknown[],
): readonly (readonly [link: AuditedLink, first: AuditedLink])[] {
  const firsts = new Map<string, AuditedLink>();
  const ordered = links.toSorted(
    (one, other) => Number(other.primary) - Number(one.primary) || compare(one.id, other.id),
  );
  return ordered.flatMap((link) => {
    const like = JSON.stringify(likeness(link));
    const first = firsts.get(like);
    if (first === undefined) firsts.set(like, link);
    return first === undefined ? [] : [[link, first] as const];
  });
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/** Links that nobody has reviewed: not made by this repository, and not described in its file. */
function unmanaged({ file, room, links, identity, portal: { version } }: RoomSubject): readonly AuditedLink[] {
  const described = file === null ? [] : describedLinks(file, room, links, { identity, version });
  return links.filter(({ id, managed }) => !managed && !described.includes(id));
}

function handmade(link: AuditedLink, { room }: RoomSubject): Breach {
  const message = 'This repository did not make the link, and does not describe it.';
  if (!isPermanentPrimary(room, link)) return { link, message, remedy: revoke };
  return { link, message: `${message} The portal itself makes it in every room of this type.` };
}

function driftBreaches({ file, room, links, now, identity, linkType, portal }: RoomSubject): readonly Breach[] {
  if (file === null) return [];
  return driftOf(file, room, links, { now, identity, linkType, version: portal.version }).map(({ linkId, words }) => ({
    link: links.find(({ id }) => id === linkId) ?? null,
    message: `Differs from the file: ${words.join('; ')}.`,
  }));
}
