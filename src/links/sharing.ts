/** A portal's rules for external sharing (portal.md §3). */
export interface Sharing {
  /** No external links for anyone are to be made in rooms. */
  readonly restrictedInRooms: boolean;
  /** ... and those that exist do not open any more. */
  readonly blocksExisting: boolean;
}
