import type { Link, Opens } from './link.ts';
import type { LinkPlan } from './plan-link.ts';
import type { Removal, RoomPlan } from './plan-room.ts';
import type { RoomState } from './room.ts';

/**
 * What happens while a plan is carried out, in the order in which it happens and without words: whoever reports it has
 * them. `links` are those of the room, among which an id is to be shortened.
 */
export type Event =
  /** The room as it is known now: it was read, or what this run has taken back is not in it any more. */
  | { readonly event: 'read'; readonly state: RoomState }
  /** The room was planned anew. */
  | { readonly event: 'planned'; readonly plan: RoomPlan }
  /** A link is about to be made; and again with the id that the portal has drawn, where `id` was null. */
  | { readonly event: 'making'; readonly plan: LinkPlan; readonly id: string | null }
  /** A step of a plan was answered, or is found to be carried out though its answer was lost. */
  | { readonly event: 'written'; readonly plan: LinkPlan }
  /** The only link that has the settings `plan.atRisk` is about to go, before the new one comes. */
  | { readonly event: 'old-goes-first'; readonly plan: LinkPlan }
  /** An old link or a duplicate went, as a step of a plan; that is not proved yet. */
  | { readonly event: 'revoked'; readonly link: Link; readonly plan: LinkPlan; readonly links: readonly Link[] }
  /** A link that was to go is gone, which is proved. */
  | { readonly event: 'removed'; readonly removal: Removal; readonly links: readonly Link[] }
  /** ... and was taken away by somebody else before. */
  | { readonly event: 'gone'; readonly link: Link; readonly links: readonly Link[] }
  /** A link that was to go is not meant any more. */
  | { readonly event: 'kept'; readonly link: Link; readonly links: readonly Link[] }
  /** A link is as planned: read back, and tried. `plan` is the first one that wrote it. */
  | {
      readonly event: 'verified';
      readonly plan: LinkPlan;
      readonly id: string;
      readonly opens: Opens;
      readonly links: readonly Link[];
    }
  /** The room is planned again: others have changed it, another run has made the same link, or one may not be made. */
  | { readonly event: 'conflict'; readonly why: 'changed' | 'rivals' | 'unmade' }
  /** A link of this run went, for that of another run. */
  | { readonly event: 'yielded'; readonly link: Link; readonly links: readonly Link[] }
  /** A link that was revoked, or an invitation that was narrowed, is as before: it is written once more. */
  | {
      readonly event: 'redeemed-again';
      readonly do: 'revoke' | 'put';
      readonly link: Link;
      readonly links: readonly Link[];
    }
  /** A link that came out otherwise than asked went again. */
  | { readonly event: 'taken-back'; readonly link: Link; readonly links: readonly Link[] }
  /** Whether the last write was carried out is not known. */
  | { readonly event: 'lost' }
  /** What a link opens could not be asked; `former`: one that is revoked. */
  | { readonly event: 'not-tried'; readonly id: string; readonly former: boolean }
  /** A permanent primary link has lost the password that its predecessor had. */
  | { readonly event: 'password-lost'; readonly former: Link; readonly link: Link; readonly room: RoomState['room'] };

/** Takes what happens. */
export type Report = (event: Event) => void;
