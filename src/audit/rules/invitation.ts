import { accessCode, accessLabel, accessRank, roles } from '../../links/access.ts';
import { formatInstant } from '../../links/time.ts';
import { fillsForms } from '../facts.ts';
import { eachInvitation, eachLink } from './each-link.ts';
import { endInTime, revoke } from './remedies.ts';
import type { LinkSubject, SafeFix, Rule } from './rule.ts';

/** DSL013: so many joins since the baseline are more than a team that grows. */
const spike = 10;

/** DSL011: `fix` leaves room for so many more. */
const moreUses = 10;
/** The portal takes no higher limit (portal.md §1). */
const mostUses = 1000;

/** The rules about invitation links, which make whoever opens them a member of the room. */
export const invitationRules: readonly Rule[] = [
  {
    id: 'DSL007',
    name: 'expired-invitation',
    severity: 'low',
    scope: 'link',
    finds: 'An expired invitation link.',
    why: "It takes the room's only place for an invitation.",
    advice: 'Revoke it.',
    fix: 'revokes the link',
    inRoom: eachLink(({ link }) =>
      link.type === 'invitation' && link.expired
        ? { message: `The invitation expired${endWords(link)}, and takes the only place for one.`, safeFix: revoke }
        : null,
    ),
  },
  {
    id: 'DSL009',
    name: 'invitation-no-expiration',
    severity: 'high',
    scope: 'link',
    requiredBy: 'expiration',
    finds: 'An invitation link without an expiration date (DocSpace 3.7 or later).',
    why: 'Whoever has the URL joins the room, for ever. Aligned with CIS Microsoft 365 7.2.9 (at most 30 days).',
    advice: 'Give the link an expiration date, or revoke it.',
    fix: 'sets an end: now and `max-lifetime`',
    inRoom: eachInvitation((subject) =>
      subject.link.expiration === null && subject.portal.version === '3.7'
        ? {
            message: `Whoever has the link joins the room as ${accessLabel(subject.link.access)}, without end.`,
            safeFix: endInTime(subject),
          }
        : null,
    ),
  },
  {
    id: 'DSL010',
    name: 'invitation-overprivileged',
    severity: 'medium',
    scope: 'link',
    finds: 'An invitation link with a role above `max-access`; where that is not given, above Editor.',
    why: 'People make themselves members who can create and change content.',
    advice: 'Lower the role of the link, and that of those who have joined by it, in DocSpace.',
    fix: 'lowers the role as far as the room allows; those who have joined keep theirs',
    inRoom: eachInvitation((subject) => {
      const { link, policy } = subject;
      const most = policy.maxInvitationAccess;
      if (fillsForms(subject) || accessRank(link.access) <= accessRank(most)) return null;
      return {
        message: `Whoever has the link joins the room as ${accessLabel(link.access)}; at most ${accessLabel(most)} is allowed. Those who have joined by it keep their role.`,
        ...downgrade(subject),
      };
    }),
  },
  {
    id: 'DSL011',
    name: 'invitation-unlimited',
    severity: 'medium',
    scope: 'link',
    finds: 'An invitation link without a limit of uses (DocSpace 3.7 or later).',
    why: 'When the URL leaks, any number of people join.',
    advice: 'Limit the uses to the people who are meant.',
    fix: `limits the link to ${moreUses} more uses`,
    inRoom: eachInvitation(({ link, portal }) => {
      if (link.maxUses !== null || portal.version !== '3.7') return null;
      const uses = link.uses ?? 0;
      const maxUses = Math.min(uses + moreUses, mostUses);
      const message = `Any number of people can join by this link; ${uses} ${uses === 1 ? 'has' : 'have'} so far.`;
      return maxUses < uses ? { message } : { message, safeFix: { do: 'set', to: { maxUses } } };
    }),
  },
  {
    id: 'DSL012',
    name: 'invitation-used-up',
    severity: 'info',
    scope: 'link',
    finds: 'An invitation link whose uses have reached their limit.',
    why: "Nobody can join by it any more, but it takes the room's only place for an invitation.",
    advice: 'Revoke it.',
    fix: 'revokes the link',
    inRoom: eachLink(({ link: { maxUses, uses } }) =>
      maxUses !== null && uses !== null && uses >= maxUses
        ? { message: `All ${maxUses} uses of the invitation are used up.`, safeFix: revoke }
        : null,
    ),
  },
  {
    id: 'DSL013',
    name: 'invitation-spike',
    severity: 'medium',
    scope: 'link',
    needs: 'baseline',
    finds: `More than ${spike} people have joined by an invitation link since the baseline.`,
    why: 'The URL has probably leaked to a list or a channel.',
    advice: "Look at the room's members in DocSpace, and revoke the link.",
    fix: '',
    inRoom: eachLink(({ link, usesBefore }) => {
      const before = usesBefore.get(link.id);
      if (before === undefined || link.uses === null || link.uses - before <= spike) return null;
      return {
        message: `${link.uses - before} people have joined by this link since the baseline: ${before} then, ${link.uses} now.`,
      };
    }),
  },
];

function endWords({ expiration }: LinkSubject['link']): string {
  return expiration === null ? '' : ` ${formatInstant(expiration)}`;
}

/** The highest role that policy and room allow both; nothing where the room has none. */
function downgrade({ room, policy, link }: LinkSubject): { readonly safeFix?: SafeFix } {
  const allowed = room.type?.access.invitation ?? [];
  const possible = roles.filter(
    ({ name, code }) =>
      allowed.includes(name) &&
      accessRank(code) < accessRank(link.access) &&
      accessRank(code) <= accessRank(policy.maxInvitationAccess),
  );
  const access = possible.at(-1)?.code ?? (allowed.includes('form-filler') ? formFiller(link.access) : undefined);
  return access === undefined ? {} : { safeFix: { do: 'set', to: { access } } };
}

/** In a Form filling room the lowest role there is. */
function formFiller(present: number): number | undefined {
  const code = accessCode('form-filler');
  return accessRank(code) < accessRank(present) ? code : undefined;
}
