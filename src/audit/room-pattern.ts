import type { Room } from '../links/room.ts';

/** Whether one of the policy's names is about this room: its id, its exact title, or a title with `*` for any text. */
export function isNamed(room: Pick<Room, 'id' | 'title'>, names: readonly string[]): boolean {
  const title = room.title.normalize('NFC');
  return names.some((name) => name === room.id || matches(title, name.normalize('NFC')));
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
