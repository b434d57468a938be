import type { SetInputs } from '../inputs/read.ts';
import { defaultTitle } from '../links/default-title.ts';
import { isoInstant } from '../links/fields.ts';
import { isManaged } from '../links/identity.ts';
import type { Link } from '../links/link.ts';
import { generatePassword } from '../links/password.ts';
import { mayReveal } from '../links/reveal.ts';
import type { Secret } from '../links/secret.ts';
import type { RoomState } from '../links/room.ts';
import { set, type Intent, type SetReport } from '../operations/set.ts';
import { linksOutput } from '../present/outputs.ts';
import { setSummary } from '../present/summary.ts';
import { rememberLinks } from './after-job.ts';
import { comment } from './comment.ts';
import type { Tools } from './tools.ts';

/** The root action: runs `set`, sets its outputs as they become known, and gives the summary. */
export async function runSet(inputs: SetInputs, tools: Tools): Promise<string> {
  const { runner, identity, output } = tools;
  const { repository, key } = { repository: runner.env['GITHUB_REPOSITORY'] ?? '', key: keyOf(inputs) };
  let intents: readonly Intent[] = [];
  // Drawn once, however often the plan is made anew: a write that seemed to fail may have been carried out.
  let drawn: Secret | null = null;
  const newPassword = (): Secret => {
    drawn ??= generatePassword(identity.random);
    runner.mask(drawn);
    return drawn;
  };
  const report = await set(
    {
      portal: tools.portal,
      log: runner,
      context: () => ({
        now: tools.now(),
        identity,
        defaultTitle: defaultTitle(repository, key),
        newPassword,
      }),
      seen: (state) => {
        outputState(state, inputs, tools);
      },
      wrote: ({ newPassword: password }) => {
        output('changed', 'true');
        if (password !== null) output('password', password.reveal());
      },
      intend: (intent) => {
        if (!inputs.revokeAfterJob) return;
        // A primary link is remembered once before the portal has drawn its id, and once with it.
        intents = [...intents.filter(({ linkId }) => linkId !== null), intent];
        rememberLinks(intents, runner);
      },
    },
    { room: inputs.room, wish: inputs.wish, dryRun: inputs.dryRun },
  ).catch((error: unknown) => {
    if (tools.changed() === true) output('changed', 'true');
    throw error;
  });

  const { link } = report;
  if (link !== null) outputLink(link, inputs, tools);
  output('link-id', link?.id ?? '');
  output('result', report.result);
  output('changed', String(report.changed));
  output('expiration', expirationOf(report));
  output('opens', report.opens);
  output('plan', JSON.stringify(report.plan));
  output('password', inputs.dryRun ? '' : (report.newPassword?.reveal() ?? ''));
  if (inputs.revokeAfterJob && !inputs.dryRun) warnOfLongLife(report, tools);
  if (link !== null) {
    const { portal, revealLink: reveal, wish } = inputs;
    await comment(inputs, tools, { kind: 'link', portal, room: report.state.room, ref: wish.ref, link, reveal });
  }
  const outcome = {
    result: report.result,
    dryRun: inputs.dryRun,
    plan: report.primaryPlan,
    ...report.state,
    linkId: link?.id ?? null,
    opens: report.opens,
  };
  return setSummary(outcome, tools.now(), (id) => isManaged(identity, id));
}

function keyOf({ wish }: SetInputs): string {
  return wish.ref.by === 'id' ? wish.ref.id : wish.ref.key;
}

function outputState(state: RoomState, inputs: SetInputs, { output, identity }: Tools): void {
  output('room-id', state.room.id);
  output('links', linksOutput(state.links, identity, inputs.revealLink));
  output('links-count', String(state.links.length));
}

function outputLink(link: Link, inputs: SetInputs, { output, runner }: Tools): void {
  if (!mayReveal(link, inputs.revealLink)) {
    for (const url of [link.url, link.writtenUrl]) if (url !== undefined) runner.mask(url);
    if (link.token !== null) runner.mask(link.token);
  }
  output('link', link.url.reveal());
}

const day = 86_400_000;

/** A post step does not run when its runner dies, so a link for the life of a job should end soon by itself. */
function warnOfLongLife({ primaryPlan: { target } }: SetReport, { runner, now }: Tools): void {
  const { expiration } = target;
  if (expiration !== null && expiration.getTime() <= now().getTime() + day) return;
  runner.warning(
    'Link outlives the job if the runner dies',
    '`revoke-after-job` cannot revoke the link when the runner is lost. Give it an end within 24 hours too: `expiration: 12h`.',
  );
}

function expirationOf({ link, primaryPlan }: SetReport): string {
  const expiration = link === null ? primaryPlan.target.expiration : link.expiration;
  return expiration === null ? 'never' : isoInstant(expiration);
}
