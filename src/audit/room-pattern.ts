import { folded } from '../links/folded.ts';
import { isMeant, type Room } from '../links/room.ts';
import type { RoomPattern } from './policy.ts';

type Named = Pick<Room, 'id' | 'title'>;

/** Whether a list of the policy that allows something names this room: case counts, so that no more is allowed. */
export function isAllowed(room: Named, patterns: readonly RoomPattern[]): boolean {
  return patterns.some((pattern) => fits(pattern, room, composed));
}

/** Whether a list of the policy that protects names this room: case does not count, so that no less is protected. */
export function isProtected(room: Named, patterns: readonly RoomPattern[]): boolean {
  return patterns.some((pattern) => fits(pattern, room, folded));
}

/** Whether a pattern names this room, with titles compared by what `form` makes of them. */
export function fits({ ref }: Pick<RoomPattern, 'ref'>, room: Named, form: (text: string) => string): boolean {
  return ref.by === 'id' ? isMeant(ref, room) : matches(form(room.title), form(ref.title));
}

function composed(text: string): string {
  return text.normalize('NFC');
}

/** Without a regular expression, whose time could explode: the parts between the stars, one after the other. */
function matches(title: string, pattern: string): boolean {
  const [first = '', ...others] = pattern.split('*');
  const last = others.pop();
  if (last === undefined) return title === pattern;
  if (!title.startsWith(first)) return false;
  let at = first.length;
  for (const part of others) {
    const found = title.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return title.length - last.length >= at && title.endsWith(last);
}
