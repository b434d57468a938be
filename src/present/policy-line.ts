import type { EffectivePolicy } from '../audit/effective-policy.ts';
import type { Policy, RoomPattern } from '../audit/policy.ts';
import { durationText } from '../inputs/values/duration.ts';
import { accessOf } from '../links/access.ts';
import { refWords } from '../links/room.ts';

/**
 * Which value of the policy came from where: `Policy: max-lifetime 30d (default) · max-access viewer (input) · …`. Values
 * that are not given and have no default are left out.
 */
export function policyLine({ policy, origins }: EffectivePolicy): string {
  const parts = (Object.keys(shown) as (keyof typeof shown)[]).flatMap((name) => {
    const { label, value } = shown[name];
    const text = value(policy);
    return text === '' ? [] : [`${label} ${text} (${origins[name]})`];
  });
  return `Policy: ${parts.join(' · ')}`;
}

const nameOf = (access: number): string => accessOf(access) ?? String(access);

const listed = (patterns: readonly RoomPattern[]): string => patterns.map(({ ref }) => refWords(ref)).join(', ');

const shown = {
  maxLifetime: { label: 'max-lifetime', value: ({ maxLifetime }: Policy) => durationText(maxLifetime) },
  maxAccess: {
    label: 'max-access',
    value: ({ maxAccess, maxInvitationAccess: most }: Policy) =>
      most === maxAccess ? nameOf(maxAccess) : `${nameOf(maxAccess)}, of invitations ${nameOf(most)}`,
  },
  require: { label: 'require', value: ({ require }: Policy) => require.join(', ') },
  severity: {
    label: 'severity',
    value: ({ severity }: Policy) => Array.from(severity, ([rule, word]) => `${rule}=${word}`).join(', '),
  },
  publicRooms: { label: 'public-rooms', value: ({ publicRooms }: Policy) => listed(publicRooms) },
  confidentialRooms: {
    label: 'confidential-rooms',
    value: ({ confidentialRooms }: Policy) => listed(confidentialRooms),
  },
  warnBefore: { label: 'warn-before', value: ({ warnBefore }: Policy) => durationText(warnBefore) },
  staleAfter: { label: 'stale-after', value: ({ staleAfter }: Policy) => durationText(staleAfter) },
  titlePattern: { label: 'title-pattern', value: ({ titlePattern }: Policy) => titlePattern?.source ?? '' },
} as const;
