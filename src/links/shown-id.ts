/** Fewer characters are hard to find in a list: the ids of one repository begin alike, see `identity.ts`. */
const shortest = 8;

/** Links of a room, as far as their ids are concerned. */
export type Ids = readonly { readonly id: string }[];

/**
 * The links that a room has, and those that a plan takes away and makes: what a run tells of the one is not to be taken
 * for the other, and the replacement of a link has an id that begins like that of the link.
 */
export function around(
  links: Ids,
  plan: { readonly id: string | null; readonly current: Ids[number] | null; readonly duplicates: Ids },
): Ids {
  const made = plan.id === null ? [] : [{ id: plan.id }];
  return [...links, ...(plan.current === null ? [] : [plan.current]), ...plan.duplicates, ...made];
}

/**
 * The beginning of an id that people read: 8 characters, or as many more as it takes until no other link of its room
 * begins so. A waiver that names the link by it means this link.
 */
export function shownId(id: string, links: Ids): string {
  const others = links.filter((link) => link.id !== id);
  let length = shortest;
  // A hyphen at the end is easily lost where the text is copied.
  while (
    length < id.length &&
    (others.some((link) => link.id.startsWith(id.slice(0, length))) || id[length - 1] === '-')
  ) {
    length += 1;
  }
  return id.slice(0, length);
}
