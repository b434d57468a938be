import type { RevokeInputs } from '../inputs/read.ts';
import { isManaged } from '../links/identity.ts';
import { generatePassword } from '../links/password.ts';
import { Failure } from '../links/problem.ts';
import { revokeSelected } from '../operations/revoke.ts';
import { linksOutput } from '../present/outputs.ts';
import { revokeSummary } from '../present/summary.ts';
import type { Tools } from './tools.ts';

/**
 * The action `revoke`: takes links away and sets its outputs; gives the summary. Throws a `Failure` if a link is still
 * there, after all that is known was set.
 */
export async function runRevoke(inputs: RevokeInputs, tools: Tools): Promise<string> {
  const { runner, identity, output } = tools;
  const report = await revokeSelected(
    {
      portal: tools.portal,
      log: runner,
      wait: tools.wait,
      context: () => ({
        now: tools.now(),
        identity,
        defaultTitle: '',
        newPassword: () => generatePassword(identity.random),
      }),
      seen: ({ room, links }) => {
        output('room-id', room.id);
        output('links', linksOutput(links, identity, 'never'));
        output('links-count', String(links.length));
      },
    },
    {
      room: inputs.room,
      selector: inputs.selector,
      type: inputs.linkType,
      allowRotate: inputs.allowRotate,
      dryRun: inputs.dryRun,
    },
  );
  output('result', report.result);
  output('changed', String(report.revoked.length > 0));
  output('revoked-count', String(report.revoked.length));
  output('plan', JSON.stringify(report.plan));
  if (report.problems.length > 0) throw new Failure(report.problems);
  return revokeSummary({ ...report, dryRun: inputs.dryRun }, tools.now(), (id) => isManaged(identity, id));
}
