import { findLink, heirsOf } from '../links/find.ts';
import type { Identity } from '../links/identity.ts';
import { problem } from '../links/problem.ts';
import { quoted } from '../links/quoted.ts';
import type { RoomState } from '../links/room.ts';
import type { Wish } from '../links/wish.ts';
import type { LineProblem } from './line-problem.ts';
import type { FileLink } from './links-file.ts';

/** The links of the room that the entries for links that stay mean, and their lines; two that mean the same are a problem. */
export function namedLinks(
  state: RoomState,
  links: readonly FileLink[],
  identity: Identity,
  problems: LineProblem[],
): ReadonlyMap<string, number> {
  const named = new Map<string, number>();
  for (const { wish, line } of links.filter(({ absent }) => !absent)) {
    const found = findLink(state, resolved(state, wish, identity), identity);
    if ('code' in found) continue; // told when it is planned
    for (const { id, title } of [...(found.current === null ? [] : [found.current]), ...found.extras]) {
      const first = named.get(id);
      if (first === undefined) named.set(id, line);
      else {
        const message = `This means the link ${id} ${quoted(title)} of room ${state.room.id} ${quoted(state.room.title)}, and so does line ${first}.`;
        problems.push({ line, problem: problem('not-possible', message, 'Describe each link in one place.') });
        break;
      }
    }
  }
  return named;
}

/** A link that was named by its id and has been replaced since is the one that took its place. */
export function resolved(state: RoomState, wish: Wish, identity: Identity): Wish {
  const { ref } = wish;
  if (ref.by !== 'id' || state.links.some(({ id }) => id === ref.id)) return wish;
  const [heir] = heirsOf(state, ref.id, identity);
  return heir === undefined ? wish : { ...wish, ref: { by: 'id', id: heir.id } };
}
