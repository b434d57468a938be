import * as v from 'valibot';
import { isRoomGone } from '../../docspace/refusal.ts';
import { Failure, failure, problemTable, type Problem } from '../../links/problem.ts';
import { quoted } from '../../links/text.ts';
import { formatInstant } from '../../links/time.ts';
import type { AfterJobInputs } from '../inputs.ts';
import { readExpecting } from '../../reconcile/read-room.ts';
import { reconcile } from '../../reconcile/reconcile.ts';
import { portalNow } from '../../docspace/portal-clock.ts';
import { logEvent } from '../../render/event-lines.ts';
import type { Intent } from './set.ts';
import { roomName, shortId } from '../../render/log.ts';
import { NotTaken, type Runner } from '../../runner/runner.ts';
import { commentProblems } from '../pull-request.ts';
import type { Tools } from '../../context.ts';

/** The name under which the links that a step makes are kept for its post step. Ids and dates only, no secrets. */
const stateName = 'made-links';

/**
 * Remembers a link before it is made, so that a step that dies in the middle is still cleaned up. Whether the post step
 * will know of it: where the runner keeps no state, a warning says that the link stays.
 */
export function rememberLinks(
  intents: readonly Intent[],
  { saveState, warning }: Pick<Runner, 'saveState' | 'warning'>,
): boolean {
  try {
    saveState(stateName, JSON.stringify(intents));
    return true;
  } catch (error) {
    if (!(error instanceof NotTaken)) throw error;
    warning(
      'Link stays after the job',
      `\`revoke-after-job\` cannot work here, because ${error.message}. Revoke the link with the action \`revoke\`, or let it expire soon: \`expiration: 12h\`.`,
    );
    return false;
  }
}

const intents = v.array(
  v.object({
    roomId: v.string(),
    linkId: v.nullable(v.string()),
    expiration: v.nullable(
      v.pipe(
        v.string(),
        v.isoTimestamp(),
        v.transform((text) => new Date(text)),
      ),
    ),
  }),
);

/** The links that the step of this post step has made, or was about to make. Throws `input` if that cannot be read. */
export function madeLinks({ state }: Pick<Runner, 'state'>): readonly Intent[] {
  const text = state(stateName);
  if (text === '') return [];
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), intents), text);
  if (read.success) return read.output;
  throw failure(
    'input',
    'What the step has kept for its post step cannot be read, so it is not known which links it has made.',
    'Look at the links of the room in DocSpace: their titles begin with the name of the repository.',
  );
}

/**
 * Revokes what the step has made, and proves it; a link that is gone already is none of its business. What goes wrong is
 * a warning that names the link and the date on which it ends by itself.
 */
export async function runAfterJob(made: readonly Intent[], inputs: AfterJobInputs, tools: Tools): Promise<void> {
  for (const intent of made) {
    try {
      await revokeMade(intent, inputs, tools);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      if (isRoomGone(error)) {
        tools.runner.line(`Room ${intent.roomId} is gone, and with it the link that the step made`);
        continue;
      }
      warn(intent, error.problems, tools);
    }
  }
}

async function revokeMade(intent: Intent, inputs: AfterJobInputs, tools: Tools): Promise<void> {
  const { portal, runner } = tools;
  const state = await readExpecting(portal, intent.roomId);
  if (intent.linkId === null) {
    const primary = state.links.find((link) => link.primary);
    if (primary === undefined) return;
    runner.warning(
      'Primary link not revoked',
      `The step ended while it made the primary link of ${roomName(state.room)}, so it is not certain that ${primary.id} ${quoted(primary.title)} is its own. Look at it in DocSpace.`,
    );
    return;
  }
  const link = state.links.find(({ id }) => id === intent.linkId);
  if (link === undefined && state.room.canEditAccess) {
    runner.line(`${roomName(state.room)}: link ${shortId(intent.linkId, state.links)} is gone already`);
    return;
  }
  if (link === undefined) {
    warn(intent, [], tools);
    return;
  }
  const plan = { state, toRevoke: [{ link, key: null }], toKeep: [] };
  const { removed, gone, unproved, problems } = await reconcile(
    {
      portal,
      identity: tools.identity,
      wait: tools.wait,
      now: () => portalNow(portal, tools.now()),
      report: (event) => {
        if (event.event !== 'removed' && event.event !== 'gone') logEvent(runner, { nextRun: 'the next run' }, event);
      },
    },
    { plan, planAgain: () => ({ plan }) },
  );
  for (const { link: one } of removed) {
    runner.line(
      `${roomName(state.room)}: ✓ revoked ${shortId(one.id, state.links)} ${quoted(one.title)}   ✓ read back   ✓ tried: opens nothing`,
    );
  }
  for (const { link: one } of gone) {
    runner.line(`${roomName(state.room)}: link ${shortId(one.id, state.links)} is gone already`);
  }
  const reported = problems.map(({ problem }) => problem);
  if (reported.length > 0) warn(intent, reported, tools, unproved.length > 0);
  if (removed.length + gone.length > 0) {
    const { room } = state;
    const references = [{ by: 'id', id: link.id } as const];
    const refused = await commentProblems(inputs, tools, { kind: 'revoked', portal: inputs.portal, room, references });
    for (const { code, message, hint } of refused) runner.warning(problemTable[code].title, `${message}\n${hint}`);
  }
}

function warn(
  { roomId, linkId, expiration }: Intent,
  problems: readonly Problem[],
  { runner }: Tools,
  isUnknown = false,
): void {
  const end =
    expiration === null
      ? 'It has no end: revoke it in DocSpace.'
      : `It ends by itself on ${formatInstant(expiration)}.`;
  const why = problems.length === 0 ? 'The API key does not see the links of the room any more.' : '';
  const reasons = problems.map(({ message, hint }) => `${message} ${hint}`).join('\n');
  runner.warning(
    'Not revoked after the job',
    `Link ${linkId ?? 'made by the step'} of room ${roomId} ${isUnknown ? 'may not be' : 'was not'} revoked. ${end}\n${why}${reasons}`,
  );
}
