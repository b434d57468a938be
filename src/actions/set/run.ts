import { portalNow } from '../../docspace/portal-clock.ts';
import { day, isoInstant } from '../../links/time.ts';
import type { SetInputs } from '../inputs.ts';
import { defaultTitle } from '../../links/desired.ts';
import { isManaged } from '../../links/identity.ts';
import type { Link } from '../../links/link.ts';
import { generatePassword } from '../../links/password.ts';
import { mayReveal } from '../../links/described-link.ts';
import type { Secret } from '../../links/secret.ts';
import type { Room } from '../../links/room.ts';
import { set, type Intent, type SetReport } from './set.ts';
import { planOutput } from '../../render/outputs.ts';
import { setSummary } from '../../render/summary.ts';
import { rememberLinks } from './after-job.ts';
import { comment } from '../pull-request.ts';
import { changedText, outputLinks, watchLinks } from '../known-links.ts';
import type { Tools } from '../../context.ts';

/** The root action: runs `set`, sets its outputs as they become known, and gives the summary. */
export async function runSet(inputs: SetInputs, tools: Tools): Promise<string> {
  const { runner, identity, output } = tools;
  const { repository, key } = { repository: runner.env['GITHUB_REPOSITORY'] ?? '', key: keyOf(inputs) };
  let intents: readonly Intent[] = [];
  const memory = { works: true };
  // Drawn once, however often the plan is made anew: a write that seemed to fail may have been carried out.
  let drawn: Secret | null = null;
  const newPassword = (): Secret => {
    drawn ??= generatePassword(identity.random);
    runner.mask(drawn);
    return drawn;
  };
  const watched = watchLinks(tools.portal);
  const rooms: Room[] = [];
  let isWritten = false;
  const report = await set(
    {
      portal: watched.portal,
      log: runner,
      now: tools.now,
      wait: tools.wait,
      context: { identity, defaultTitle: defaultTitle(repository, key), newPassword },
      seen: (state) => {
        output('room-id', state.room.id);
        rooms.push(state.room);
        watched.note(state);
      },
      wrote: ({ newPassword: password }) => {
        isWritten = true;
        if (password !== null) output('password', password.reveal());
      },
      intend: (intent) => {
        if (!inputs.revokeAfterJob || !memory.works) return;
        // A primary link is remembered once before the portal has drawn its id, and once with it.
        intents = [...intents.filter(({ linkId }) => linkId !== null), intent];
        memory.works = rememberLinks(intents, runner);
      },
    },
    { room: inputs.room, desired: inputs.desired, dryRun: inputs.dryRun },
  )
    .catch((error: unknown) => {
      const changed = isWritten || watched.changed();
      if (changed !== undefined) output('changed', changedText(changed));
      throw error;
    })
    .finally(() => {
      for (const room of rooms.slice(-1)) outputLinks(room, watched, tools);
    });

  const { link } = report;
  // Only of its own link: whoever made the others has not asked for their URLs to be seen.
  const revealed = link !== null && mayReveal(link, inputs.revealLink) ? link : null;
  outputLinks(report.state.room, watched, tools, ({ id }) => id === revealed?.id);
  if (link !== null) outputLink(link, revealed !== null, tools);
  output('link-id', link?.id ?? '');
  output('result', report.result);
  output('changed', String(report.changed));
  output('expiration', expirationOf(report));
  output('opens', report.opens);
  output('plan', planOutput(report.plan));
  output('password', inputs.dryRun ? '' : (report.newPassword?.reveal() ?? ''));
  if (inputs.revokeAfterJob && memory.works && !inputs.dryRun) warnOfLongLife(report, tools);
  const outcome = {
    result: report.result,
    dryRun: inputs.dryRun,
    plan: report.primaryPlan,
    ...report.state,
    linkId: link?.id ?? null,
    opens: report.opens,
    url: revealed?.url ?? null,
  };
  const summary = setSummary(outcome, portalNow(tools.portal, tools.now()), (id) => isManaged(identity, id));
  tools.summary(summary);
  if (link !== null) {
    const { portal, revealLink: reveal, desired } = inputs;
    await comment(inputs, tools, {
      kind: 'link',
      portal,
      room: report.state.room,
      reference: desired.reference,
      link,
      reveal,
    });
  }
  return summary;
}

function keyOf({ desired }: SetInputs): string {
  return desired.reference.by === 'id' ? desired.reference.id : desired.reference.key;
}

function outputLink(link: Link, isRevealed: boolean, { output, runner }: Tools): void {
  if (isRevealed) {
    runner.line(`  ${link.url.reveal()}`);
  } else {
    for (const url of [link.url, link.writtenUrl]) if (url !== undefined) runner.mask(url);
    if (link.token !== null) runner.mask(link.token);
  }
  output('link', link.url.reveal());
}

/** A post step does not run when its runner dies, so a link for the life of a job should end soon by itself. */
function warnOfLongLife({ primaryPlan: { target } }: SetReport, { runner, portal, now }: Tools): void {
  const { expiration } = target;
  if (expiration !== null && expiration.getTime() <= portalNow(portal, now()).getTime() + day) return;
  runner.warning(
    'Link outlives the job if the runner dies',
    '`revoke-after-job` cannot revoke the link when the runner is lost. Give it an end within 24 hours too: `expiration: 12h`.',
  );
}

function expirationOf({ link, primaryPlan }: SetReport): string {
  const expiration = link === null ? primaryPlan.target.expiration : link.expiration;
  return expiration === null ? 'never' : isoInstant(expiration);
}
