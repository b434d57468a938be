/**
 * In which order the portal sends what it promises no order for: links of one role, and rooms (section H3). A number
 * seeds an order that looks like none and is the same on every run.
 */
export type Order = 'by-id' | 'reversed' | number;

function scattered(seed: number, id: string): number {
  // FNV-1a, then a finaliser: neighbouring ids and seeds give places far apart.
  let hash = 2_166_136_261 ^ seed;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 16_777_619);
  hash = Math.imul(hash ^ (hash >>> 16), 2_246_822_507);
  return (hash ^ (hash >>> 13)) >>> 0;
}

type Id = number | string;

/** Numbers as numbers, before the text ids of third-party rooms. */
function byId(first: Id, second: Id): number {
  if (typeof first === 'number' && typeof second === 'number') return first - second;
  if (typeof first !== typeof second) return typeof first === 'number' ? -1 : 1;
  return first < second ? -1 : Number(first > second);
}

/** The items in this order, whatever order they came in. */
export function inOrder<T extends { readonly id: Id }>(order: Order, items: Iterable<T>): T[] {
  const sorted = [...items].sort((first, second) => byId(first.id, second.id));
  if (order === 'by-id') return sorted;
  if (order === 'reversed') return sorted.reverse();
  const placed = sorted.map((item) => ({ item, place: scattered(order, String(item.id)) }));
  return placed.sort((first, second) => first.place - second.place).map(({ item }) => item);
}
