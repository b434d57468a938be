import type { DocSpace } from '../docspace/port.ts';
import type { Refusal } from '../docspace/refusal.ts';
import { accessLabel } from '../links/access.ts';
import { valueWords } from '../links/settings.ts';
import type { LinkPlan } from '../links/plan-link.ts';
import { Failure, failure, problem, type Problem, type ProblemCode } from '../links/problem.ts';
import type { LinkType } from '../links/room-types.ts';
import { quoted } from '../links/text.ts';
import type { Difference } from '../links/verify.ts';

const lost: readonly ProblemCode[] = ['timeout', 'unreachable', 'cut-answer', 'not-docspace', 'portal-unavailable'];

/** Whether a write that failed so may have been carried out all the same. */
export function isOutcomeUnknown({ problems }: Failure): boolean {
  return problems.some(({ code }) => lost.includes(code));
}

/**
 * Says why the portal refused the write of a plan that looked right, in a room that is still as the plan was made for:
 * from the kind of the exception and the portal's settings, never from its message, which is in the language of the
 * key's owner (portal.md §5.4) and only quoted.
 */
export async function explainRefusal(
  refusal: Refusal,
  plan: Pick<LinkPlan, 'room' | 'type' | 'target'>,
  portal: DocSpace,
): Promise<Failure> {
  const { room, type, target } = plan;
  const where = `room ${room.id} ${quoted(room.title)}`;
  const denial = await explainDenial(refusal, `this link of ${where}`, isOpen({ type, ...target }), portal);
  if (denial !== null) return denial;
  if (refusal.status === 403) {
    return failure(
      'refused',
      `The portal refuses ${accessLabel(target.access)} for this link of ${where}, though this action knows of nothing against it: ${refusal.message}`,
      'The portal may be newer or older than this action knows: another role or link type may work. Look at the room in DocSpace.',
    );
  }
  if (refusal.status === 400 && target.password !== null) {
    return failure(
      'refused',
      `The portal does not accept the password for this link of ${where}: ${refusal.message}`,
      'It may ask for more than 8 printable characters: DocSpace → Settings → Security → Password strength settings says what. Or use `password: generate`.',
    );
  }
  return refusal;
}

/** Whether a link lets in anyone, which a portal may restrict. */
export function isOpen({ type, internal }: { readonly type: LinkType; readonly internal: boolean }): boolean {
  return type === 'external' && !internal;
}

/**
 * Says why the portal denies a key that may write in the room to write a link; null if it is another kind of refusal.
 * `open`: the link lets in anyone. Keys with room scopes only are not told whether the portal restricts sharing, but then
 * nothing else is left.
 */
export async function explainDenial(
  refusal: Refusal,
  link: string,
  open: boolean,
  portal: DocSpace,
): Promise<Failure | null> {
  if (refusal.status !== 403 || refusal.exceptionType?.endsWith('SecurityException') !== true) return null;
  const restricted = (await portal.sharing())?.restrictedInRooms ?? open;
  return restricted
    ? failure('sharing-restricted', `The portal restricts external sharing, so it refuses ${link}: ${refusal.message}`)
    : failure('not-room-manager', `The portal denies this key the right to write ${link}: ${refusal.message}`);
}

/** One problem for each difference, with the likely reason; `after` says what became of the link. */
export function explainDifferences(
  differences: readonly Difference[],
  plan: Pick<LinkPlan, 'room'>,
  after: string,
): Failure {
  const room = `room ${plan.room.id} ${quoted(plan.room.title)}`;
  const problems = differences.map(({ name, asked, got, reason }): Problem => {
    // Nothing else makes an open link an internal one (portal.md §3).
    if (name === 'internal' && asked === false) {
      return problem(
        'sharing-restricted',
        `The portal made the link of ${room} for DocSpace users only, not for anyone. ${after}`.trimEnd(),
      );
    }
    const what = `${name} of the link in ${room}: asked ${valueWords(asked)}, the portal has ${valueWords(got)}.`;
    return problem('not-applied', `${what} Likely: ${reason}. ${after}`.trimEnd());
  });
  return new Failure(problems);
}
