import type { PolicySettings, Waiver } from '../audit/policy.ts';
import type { RoomRef } from '../links/room.ts';
import type { Wish } from '../links/wish.ts';

/** One link that the file describes, `defaults` worked in. */
export interface FileLink {
  /** What the link shall be; for a link that shall be gone only `ref` and `adopt` count. See `fittingWish`. */
  readonly wish: Wish;
  /** The fields of `wish` that the link has from `defaults`, which hold only where they fit. */
  readonly defaulted: readonly Defaultable[];
  /** `state: absent`. */
  readonly absent: boolean;
  /** Line of the file, from 1. */
  readonly line: number;
}

/** What `defaults` can say and not every link can be. */
export type Defaultable = 'expiration' | 'internal' | 'password' | 'denyDownload' | 'maxUses';

/** One room that the file names. */
export interface FileRoom {
  readonly room: RoomRef;
  readonly links: readonly FileLink[];
  /** Line of the file, from 1. */
  readonly line: number;
}

/** The file `.github/docspace-links.yml`, read and checked (interface.md, The file). */
export interface LinksFile {
  /** As it was named, for messages and reports. */
  readonly path: string;
  readonly rooms: readonly FileRoom[];
  readonly policy: PolicySettings;
  readonly waivers: readonly Waiver[];
  /** Line of `policy:`, from 1; null if there is none. */
  readonly policyLine: number | null;
}
