import { portalNow } from '../../docspace/portal-clock.ts';
import type { RevokeInputs } from '../inputs.ts';
import { isManaged } from '../../links/identity.ts';
import { generatePassword } from '../../links/password.ts';
import { Failure } from '../../links/problem.ts';
import type { Room } from '../../links/room.ts';
import { goneNames } from '../../links/select.ts';
import type { LinkReference } from '../../links/desired.ts';
import { revokeSelected, type RevokeReport } from './revoke.ts';
import { planOutput } from '../../render/outputs.ts';
import { revokeSummary } from '../../render/summary.ts';
import { commentProblems } from '../pull-request.ts';
import { changedText, outputLinks, watchLinks } from '../known-links.ts';
import type { Tools } from '../../context.ts';

/**
 * The action `revoke`: takes links away and sets its outputs; gives the summary. Throws a `Failure` if a link is still
 * there, after all that is known was set.
 */
export async function runRevoke(inputs: RevokeInputs, tools: Tools): Promise<string> {
  const { runner, identity, output } = tools;
  const watched = watchLinks(tools.portal);
  const rooms: Room[] = [];
  const report = await revokeSelected(
    {
      portal: watched.portal,
      log: runner,
      wait: tools.wait,
      now: tools.now,
      context: { identity, newPassword: () => generatePassword(identity.random) },
      seen: (state) => {
        output('room-id', state.room.id);
        rooms.push(state.room);
      },
    },
    {
      room: inputs.room,
      selector: inputs.selector,
      type: inputs.linkType,
      allowRotate: inputs.allowRotate,
      dryRun: inputs.dryRun,
    },
  ).finally(() => {
    for (const room of rooms.slice(-1)) outputLinks(room, watched, tools);
  });
  output('result', report.result);
  const isRevoked = report.revoked.length > 0;
  // What has become of each link is proved where nothing went wrong.
  const isKnown = inputs.dryRun || isRevoked || report.problems.length === 0;
  output('changed', changedText(isKnown ? isRevoked : watched.changed()));
  output('revoked-count', report.unproved.length > 0 ? '' : String(report.revoked.length));
  output('plan', planOutput(report.plan));
  const outcome = {
    ...report,
    dryRun: inputs.dryRun,
    failed: report.problems.length > 0,
    links: watched.linksOf(report.state.room),
  };
  const summary = revokeSummary(outcome, portalNow(tools.portal, tools.now()), (id) => isManaged(identity, id));
  tools.summary(summary);
  const refused = await commentProblems(inputs, tools, {
    kind: 'revoked',
    portal: inputs.portal,
    room: report.state.room,
    references: goneReferences(inputs, report),
  });
  const problems = [...report.problems, ...refused];
  if (problems.length > 0) throw new Failure(problems);
  return summary;
}

/**
 * What the comments on the pull request may call the links that are gone: those that this run has revoked, and what it
 * was asked for and is not there any more, whoever took it away.
 */
function goneReferences(
  { selector, linkType }: RevokeInputs,
  { state, revoked, gone, missing }: RevokeReport,
): readonly LinkReference[] {
  const ids = [...revoked, ...gone].filter(({ id }) => state.links.every((link) => link.id !== id)).map(({ id }) => id);
  const names = goneNames(selector, missing);
  const byId = [...ids, ...(selector.by === 'ids' ? names : [])].map((id): LinkReference => ({ by: 'id', id }));
  const keys = selector.by === 'keys' ? names : [];
  const types = (['external', 'invitation'] as const).filter((type) => linkType === 'all' || linkType === type);
  const byKey = keys.flatMap((key) => types.map((type): LinkReference => ({ by: 'key', type, key })));
  return [...byId, ...byKey];
}
