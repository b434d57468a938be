import { accessLabel } from '../../links/access.ts';
import { isDefaultTitle } from '../../links/default-titles.ts';
import { quoted, stripInvisible } from '../../links/text.ts';
import { formatInstant } from '../../links/time.ts';
import { isLive } from '../facts.ts';
import type { AuditedLink } from '../finding.ts';
import { eachLink, eachLiveLink } from './each-link.ts';
import { endInTime, revoke } from './remedies.ts';
import type { Rule } from './rule.ts';

/** The rules about links of any type, whoever made them. */
export const linkRules: readonly Rule[] = [
  {
    id: 'DSL006',
    name: 'expired-external',
    severity: 'low',
    scope: 'link',
    permanentByDesign: true,
    finds: 'An expired external link.',
    why: 'It takes one of five places, and an edit brings it back to life.',
    advice: 'Revoke it.',
    fix: 'revokes the link; not a permanent primary link',
    inRoom: eachLink(({ link }) => {
      if (link.type !== 'external' || !link.expired) return null;
      const when = link.expiration === null ? '' : ` ${formatInstant(link.expiration)}`;
      return {
        message: `The link expired${when}. It takes a place, and an edit brings it back to life.`,
        safeFix: revoke,
      };
    }),
  },
  {
    id: 'DSL008',
    name: 'expires-soon',
    severity: 'info',
    scope: 'link',
    finds: 'A link that expires within `warn-before` (7 days).',
    why: 'Renew it before the people who need it are locked out.',
    advice: 'Renew the link if it is still needed.',
    fix: '',
    inRoom: eachLiveLink(({ link: { expiration }, policy, now }) =>
      expiration !== null && expiration.getTime() - now.getTime() <= policy.warnBefore
        ? { message: `The link ends ${formatInstant(expiration)}.` }
        : null,
    ),
  },
  {
    id: 'DSL015',
    name: 'untraceable-title',
    severity: 'low',
    scope: 'link',
    finds:
      "A link with a default title of DocSpace, in any of the portal's languages, or with one that does not match `title-pattern`.",
    why: 'Nobody knows what it is there for, so nobody dares to revoke it.',
    advice: 'Give the link a title that says what it is for.',
    fix: '',
    inRoom: eachLink(({ link: { title }, policy: { titlePattern } }) => {
      if (isDefaultTitle(title)) return { message: `${quoted(title)} is DocSpace's default title.` };
      if (titlePattern === null || titlePattern.test(title)) return null;
      return { message: `The title ${quoted(title)} does not match the \`title-pattern\` of the policy.` };
    }),
  },
  {
    id: 'DSL016',
    name: 'ambiguous-title',
    severity: 'low',
    scope: 'link',
    finds: 'Two links of a type with one title in a room; the second and every further one.',
    why: 'People revoke the wrong one.',
    advice: 'Give each link a title of its own.',
    fix: '',
    inRoom: ({ links }) =>
      repeated(links, ({ type, title }) => [type, stripInvisible(title)]).map(([link, first]) => ({
        link,
        message: `The link ${first.id} of this room has the same title.`,
      })),
  },
  {
    id: 'DSL017',
    name: 'redundant-links',
    severity: 'info',
    scope: 'link',
    finds: 'Two live links of a type with the same role, for the same people, both with or both without a password.',
    why: 'Revoke one, and the other stays.',
    advice: 'Revoke those that are not needed.',
    fix: '',
    inRoom: (subject) =>
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
    id: 'DSL020',
    name: 'internal-no-expiration',
    severity: 'info',
    scope: 'link',
    requiredBy: 'expiration',
    finds: 'A link for DocSpace users only without an expiration date.',
    why: 'The risk is lower, since a login is asked for; but the link outlives its purpose.',
    advice: 'Give the link an expiration date.',
    fix: 'sets an end: now and `max-lifetime`',
    inRoom: eachLiveLink((subject) =>
      subject.link.type === 'external' && subject.link.internal && subject.link.expiration === null
        ? { message: 'Every DocSpace user with the link has access, without end.', safeFix: endInTime(subject) }
        : null,
    ),
  },
  {
    id: 'DSL028',
    name: 'weak-password',
    severity: 'medium',
    scope: 'link',
    needs: 'password-policy',
    finds: "A password that fails the portal's policy of today; it is compared in memory, and told nowhere.",
    why: 'The policy was tightened after the password was set.',
    advice: 'Set a new password.',
    fix: '',
    inRoom: eachLink(({ link }) =>
      link.passwordFits === false ? { message: "The link's password is weaker than the portal asks for today." } : null,
    ),
  },
];

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
