import type { Link, Portal } from '../../simulator/index.ts';

/** What the portal may make otherwise. */
type Made = Partial<Pick<Link, 'role' | 'internal' | 'password'>>;

/** An answer about a link. */
interface Answer {
  readonly response: { access: number; sharedTo: object; sharedLink: object };
}

/**
 * Lets the portal itself make something else of the next write than it was asked: its answer says so, and so does the list
 * from then on.
 */
export function makesOtherwise(portal: Portal, roomId: number | string, made: Made): void {
  const { role, ...target } = made;
  portal.on(
    { method: 'PUT', times: 1 },
    () => {
      for (const link of portal.links(roomId)) Object.assign(link, made);
    },
    { when: 'after' },
  );
  portal.fault(
    { method: 'PUT' },
    {
      kind: 'mutate',
      change: ({ response }: Answer) => {
        if (role !== undefined) response.access = role;
        for (const reported of [response.sharedTo, response.sharedLink]) Object.assign(reported, target);
      },
    },
  );
}
