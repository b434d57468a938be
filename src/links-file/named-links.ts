import { findLink, resolved } from '../links/find.ts';
import type { Identity } from '../links/identity.ts';
import { problem } from '../links/problem.ts';
import { quoted } from '../links/quoted.ts';
import type { RoomState } from '../links/room.ts';
import type { LineProblem } from './line-problem.ts';
import type { FileLink } from './links-file.ts';

/** What the entries of a room mean by the names they use. */
export interface Named {
  /** The links that are meant, and the line of the entry that means each. */
  readonly links: ReadonlyMap<string, number>;
  /** The entries that mean a link of their own, or one that is yet to be made. */
  readonly entries: readonly FileLink[];
}

/** Finds the links that the entries for links that stay mean; that two mean the same is a problem of the second. */
export function namedLinks(
  state: RoomState,
  links: readonly FileLink[],
  identity: Identity,
  problems: LineProblem[],
): Named {
  const named = new Map<string, number>();
  const entries: FileLink[] = [];
  for (const entry of links.filter(({ absent }) => !absent)) {
    const { wish, line } = entry;
    const found = findLink(state, resolved(state, wish, identity), identity);
    // What cannot be found is told when it is planned.
    const meant = 'code' in found ? [] : [...(found.current === null ? [] : [found.current]), ...found.extras];
    const shared = meant.find(({ id }) => named.has(id));
    if (shared === undefined) {
      entries.push(entry);
      for (const { id } of meant) named.set(id, line);
      continue;
    }
    const { id, title } = shared;
    const message = `This means the link ${id} ${quoted(title)} of room ${state.room.id} ${quoted(state.room.title)}, and so does line ${named.get(id) ?? 0}.`;
    problems.push({ line, problem: problem('not-possible', message, 'Describe each link in one place.') });
  }
  return { links: named, entries };
}
