import type { DocSpace } from '../docspace/docspace.ts';
import type { Refusal } from '../docspace/refusal.ts';
import { accessLabel } from '../links/access.ts';
import type { LinkPlan } from '../links/plan.ts';
import { Failure, failure, problem, type Problem } from '../links/problem.ts';
import { quoted } from '../links/quoted.ts';
import type { Difference } from '../links/verify.ts';
import { valueWords } from '../present/story.ts';

/**
 * Says why the portal refused the write of a plan that looked right, from the kind of the exception and the portal's
 * settings, never from its message, which is in the language of the key's owner (portal.md §5.4).
 */
export async function explainRefusal(refusal: Refusal, plan: LinkPlan, portal: DocSpace): Promise<Failure> {
  const where = `room ${plan.room.id} ${quoted(plan.room.title)}`;
  const denial = await explainDenial(refusal, `this link of ${where}`, portal);
  if (denial !== null) return denial;
  if (refusal.status === 403) {
    return failure(
      'refused',
      `The portal refuses ${accessLabel(plan.target.access)} for this link of ${where}, though this action knows of nothing against it.`,
      'The portal may be newer or older than this action knows: another role or link type may work. Look at the room in DocSpace.',
    );
  }
  if (refusal.status === 400 && plan.target.password !== null && plan.fields.some(({ name }) => name === 'password')) {
    return failure(
      'refused',
      `The portal does not accept the password for this link of ${where}.`,
      'It asks for more than 8 printable characters: DocSpace → Settings → Security → Password strength settings says what. Or use `password: generate`.',
    );
  }
  return refusal;
}

/**
 * Says why the portal denies the right to write a link; null if it is another kind of refusal. The exception is the same
 * for a user without rights and for a portal that restricts external sharing, so its settings are asked.
 */
export async function explainDenial(refusal: Refusal, link: string, portal: DocSpace): Promise<Failure | null> {
  if (refusal.status !== 403 || refusal.exceptionType?.endsWith('SecurityException') !== true) return null;
  if ((await portal.sharing())?.restrictedInRooms === true) {
    return failure('sharing-restricted', `The portal restricts external sharing, so it refuses to write ${link}.`);
  }
  return failure('not-room-manager', `The portal denies this key the right to write ${link}.`);
}

/** One problem for each difference, with the likely reason; and what became of the link. */
export async function explainDifferences(
  differences: readonly Difference[],
  plan: LinkPlan,
  portal: DocSpace,
  takenBack: boolean,
): Promise<Failure> {
  const restricted =
    differences.some(({ name }) => name === 'internal') && (await portal.sharing())?.restrictedInRooms === true;
  const after = takenBack ? ' The link that this step made is revoked again.' : '';
  const room = `room ${plan.room.id} ${quoted(plan.room.title)}`;
  return new Failure(
    differences.map(({ name, asked, got, reason }): Problem => {
      if (name === 'internal' && restricted) {
        return problem(
          'sharing-restricted',
          `The portal made the link of ${room} for DocSpace users only, not for anyone.${after}`,
        );
      }
      const message = `${name} of the link in ${room}: asked ${valueWords(asked)}, the portal has ${valueWords(got)}. Likely: ${reason}.${after}`;
      return problem('not-applied', message);
    }),
  );
}
