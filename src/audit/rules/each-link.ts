import { isAnyone, isLive } from '../facts.ts';
import type { LinkSubject, RoomSubject, Violation } from './rule.ts';

/** What a rule has to say of one link; null: nothing. */
export type LinkViolation = Omit<Violation, 'link'> | null;

/** What of a room violates a rule about single links. */
export function eachLink(
  evaluate: (subject: LinkSubject) => LinkViolation,
): (subject: RoomSubject) => readonly Violation[] {
  return (subject) =>
    subject.links.flatMap((link) => {
      const violation = evaluate({ ...subject, link });
      return violation === null ? [] : [{ ...violation, link }];
    });
}

/** ... that looks at live links only. */
export function eachLiveLink(
  evaluate: (subject: LinkSubject) => LinkViolation,
): (subject: RoomSubject) => readonly Violation[] {
  return eachLink((subject) => (isLive(subject) ? evaluate(subject) : null));
}

/** ... only at live links for anyone. */
export function eachAnyoneLink(
  evaluate: (subject: LinkSubject) => LinkViolation,
): (subject: RoomSubject) => readonly Violation[] {
  return eachLiveLink((subject) => (isAnyone(subject.link) ? evaluate(subject) : null));
}

/** ... only at live invitations. */
export function eachInvitation(
  evaluate: (subject: LinkSubject) => LinkViolation,
): (subject: RoomSubject) => readonly Violation[] {
  return eachLiveLink((subject) => (subject.link.type === 'invitation' ? evaluate(subject) : null));
}

/** A violation by the room as a whole. */
export function ofRoom(message: string): readonly Violation[] {
  return [{ link: null, message }];
}
