import { orphansOf } from '../orphans.ts';
import { revoke } from './remedies.ts';
import type { Rule } from './rule.ts';

/** The rule about links that outlive their pull request. */
export const orphanRule: Rule = {
  id: 'DSL029',
  name: 'orphan',
  severity: 'medium',
  scope: 'link',
  needs: 'closed-pull-requests',
  finds: 'A link that this repository made for a pull request that is closed.',
  why: 'A clean-up failed.',
  advice: 'Revoke the link.',
  fix: 'revokes the link',
  inRoom: (subject) =>
    orphansOf(subject.room, subject.links, subject.closedPullRequests ?? [], subject).map(({ link, number }) => ({
      link,
      message: `The link was made for pull request ${number}, which is closed.`,
      safeFix: revoke,
    })),
};
