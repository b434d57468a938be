import { accessCode, accessLabel, accessRank } from '../../links/access.ts';
import { formatDuration, formatInstant } from '../../links/time.ts';
import { fillsForms } from '../facts.ts';
import { eachAnyoneLink } from './each-link.ts';
import { endInTime, usersOnly } from './remedies.ts';
import { isProtected } from '../room-patterns.ts';
import type { Rule } from './rule.ts';

const viewer = accessCode('viewer');

/** The rules about links that open a room to anyone who has the URL. */
export const anyoneRules: readonly Rule[] = [
  {
    id: 'DSL001',
    name: 'anyone-no-expiration',
    severity: 'high',
    scope: 'link',
    requiredBy: 'expiration',
    permanentByDesign: true,
    finds: 'A link for anyone without an expiration date.',
    why: 'Once the URL has leaked, access is for ever. Aligned with CISA ScubaGear MS.SHAREPOINT.3.1v1 (at most 30 days) and CIS Microsoft 365 6.3.',
    advice: 'Give the link an expiration date, or revoke it.',
    fix: 'sets an end: now and `max-lifetime`; not on a permanent primary link',
    inRoom: eachAnyoneLink((subject) =>
      subject.link.expiration === null
        ? {
            message: `Anyone with the link has access as ${accessLabel(subject.link.access)}, without end.`,
            safeFix: endInTime(subject),
          }
        : null,
    ),
  },
  {
    id: 'DSL002',
    name: 'anyone-too-long',
    severity: 'medium',
    scope: 'link',
    permanentByDesign: true,
    finds: 'A link for anyone that lives longer than `max-lifetime` from now.',
    why: 'The longer a URL works, the more people come to have it. Aligned with CISA ScubaGear MS.SHAREPOINT.3.1v1 (at most 30 days) and CIS Microsoft 365 6.3.',
    advice: 'Shorten the link to what is needed, and renew it then.',
    fix: 'shortens the link to `max-lifetime`, never lengthens it',
    inRoom: eachAnyoneLink((subject) => {
      const { link, policy, now } = subject;
      if (link.expiration === null || link.expiration.getTime() - now.getTime() <= policy.maxLifetime) return null;
      return {
        message: `Anyone with the link has access until ${formatInstant(link.expiration)}, longer than ${formatDuration(policy.maxLifetime)} from now.`,
        safeFix: endInTime(subject),
      };
    }),
  },
  {
    id: 'DSL003',
    name: 'anyone-can-edit',
    severity: 'high',
    scope: 'link',
    finds:
      'A link for anyone with a role above `max-access`: as Editor high, and critical if it has no end either; Reviewer and Commenter medium. Form fillers of a Form filling room are fine.',
    why: 'People without a name change content, and nobody can say who did. Aligned with CISA ScubaGear MS.SHAREPOINT.3.2v1 and CIS Microsoft 365 7.2.11.',
    advice: 'Lower the role of the link, or let DocSpace users only use it.',
    fix: 'lowers the role to Viewer',
    inRoom: eachAnyoneLink((subject) => {
      const { link, policy } = subject;
      if (fillsForms(subject) || accessRank(link.access) <= accessRank(policy.maxAccess)) return null;
      const edits = accessRank(link.access) >= accessRank(accessCode('editor'));
      return {
        message: `Anyone with the link has access as ${accessLabel(link.access)}${link.expiration === null ? ', without end' : ''}; at most ${accessLabel(policy.maxAccess)} is allowed.`,
        severity: edits ? (link.expiration === null ? 'critical' : 'high') : 'medium',
        safeFix: { do: 'set', to: { access: viewer } },
      };
    }),
  },
  {
    id: 'DSL004',
    name: 'anyone-no-password',
    severity: 'medium',
    scope: 'link',
    requiredBy: 'password',
    finds: 'A link for anyone without a password.',
    why: 'The URL alone is the key: whoever it is forwarded to gets in. As with the setting of Nextcloud that enforces passwords.',
    advice: 'Give the link a password, and send it another way than the URL.',
    fix: '',
    inRoom: eachAnyoneLink(({ link }) =>
      link.hasPassword ? null : { message: 'Anyone with the link gets in: no password is asked for.' },
    ),
  },
  {
    id: 'DSL005',
    name: 'anyone-download',
    severity: 'low',
    scope: 'link',
    requiredBy: 'no-download',
    finds:
      'A link for anyone that allows to download, print and copy: in rooms of `confidential-rooms`, and in all with `require: no-download`.',
    why: 'What is downloaded stays with whoever has it, after the link has ended. Aligned with CISA ScubaGoggles GWS.DRIVEDOCS.2.4v1.',
    advice: 'Turn on "Restrict file content copy, file download and printing" for the link.',
    fix: 'restricts copying, downloading and printing',
    inRoom: eachAnyoneLink(({ room, link, policy }) => {
      const concerned = policy.require.includes('no-download') || isProtected(room, policy.confidentialRooms);
      if (link.denyDownload || !concerned) return null;
      return {
        message: 'Anyone with the link can copy, download and print the files.',
        safeFix: { do: 'set', to: { denyDownload: true } },
      };
    }),
  },
  {
    id: 'DSL018',
    name: 'confidential-room-shared',
    severity: 'critical',
    scope: 'link',
    finds: 'A link for anyone in a room of `confidential-rooms`.',
    why: 'Confidential content is open to whoever has the URL. Aligned with CISA ScubaGear MS.SHAREPOINT.1.1v1 and CIS Google Workspace 3.1.2.1.1.2.',
    advice: 'Let DocSpace users only use the link, or revoke it.',
    fix: 'lets DocSpace users only use the link; nothing in a Public room',
    inRoom: eachAnyoneLink((subject) =>
      isProtected(subject.room, subject.policy.confidentialRooms)
        ? {
            message: 'The policy calls this room confidential, and anyone with the link gets in.',
            ...usersOnly(subject),
          }
        : null,
    ),
  },
  {
    id: 'DSL022',
    name: 'abandoned-room',
    severity: 'medium',
    scope: 'link',
    finds: 'A live link for anyone in a room that nobody has changed for `stale-after` (60 days).',
    why: 'The project is over, and its documents are still open.',
    advice: 'Revoke the link, or archive the room.',
    fix: '',
    inRoom: eachAnyoneLink(({ room, policy, now }) =>
      room.modified === null || now.getTime() - room.modified.getTime() <= policy.staleAfter
        ? null
        : {
            message: `Anyone with the link gets into a room that was last changed ${formatInstant(room.modified)}, more than ${formatDuration(policy.staleAfter)} ago.`,
          },
    ),
  },
  {
    id: 'DSL027',
    name: 'policy-conflict',
    severity: 'high',
    scope: 'link',
    needs: 'sharing',
    finds:
      'A link for anyone, though the portal restricts external sharing in rooms; only to be known if the portal blocks existing links as well.',
    why: 'The link is older than the setting, and goes round it.',
    advice: 'DocSpace → Settings → Security → External sharing: block existing links too, or revoke this one.',
    fix: '',
    inRoom: eachAnyoneLink(({ portal: { sharing } }) => {
      if (sharing?.restrictedInRooms !== true) return null;
      return sharing.blocksExisting
        ? {
            severity: 'info',
            message:
              'The portal restricts external sharing in rooms and blocks this link for anyone; it opens again when the setting is taken back.',
          }
        : {
            message:
              'The portal restricts external sharing in rooms, but this link for anyone, made before, still opens.',
          };
    }),
  },
  {
    id: 'DSL030',
    name: 'anyone-not-allowed',
    severity: 'medium',
    scope: 'link',
    requiredBy: 'login',
    onlyIfRequired: true,
    finds: 'A link for anyone, with `require: login`.',
    why: 'Some portals share with members only, so that every access has a name.',
    advice: 'Let DocSpace users only use the link, or revoke it.',
    fix: 'lets DocSpace users only use the link; nothing in a Public room',
    inRoom: eachAnyoneLink((subject) => ({
      message: 'Anyone with the link gets in, though the policy requires a login.',
      ...usersOnly(subject),
    })),
  },
];
