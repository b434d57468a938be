import type { FieldChange, FieldName } from './fields.ts';
import type { Link } from './link.ts';
import type { Action, LinkPlan } from './plan.ts';
import type { Room } from './room.ts';
import type { LinkType } from './room-types.ts';

/** One change of a plan, as the output `plan` tells it (interface.md, set). */
export interface Change {
  readonly action: Action;
  readonly roomId: string;
  readonly roomTitle: string;
  /** '' for a link whose id the portal has yet to draw. */
  readonly linkId: string;
  readonly key: string;
  readonly type: LinkType;
  readonly primary: boolean;
  readonly fields: readonly FieldChange[];
  readonly widens: readonly FieldName[];
}

/** What a plan changes: the link itself, then those of the same key that go. */
export function changesOf(plan: LinkPlan): readonly Change[] {
  const main: Change = {
    action: plan.action,
    roomId: plan.room.id,
    roomTitle: plan.room.title,
    linkId: plan.id ?? '',
    key: plan.key ?? '',
    type: plan.type,
    primary: plan.primary,
    fields: plan.fields,
    widens: plan.widens,
  };
  return [main, ...plan.extras.map((link) => revokeChange(plan.room, link, plan.key))];
}

/** The change that takes a link away. */
export function revokeChange(room: Room, link: Link, key: string | null): Change {
  return {
    action: 'revoke',
    roomId: room.id,
    roomTitle: room.title,
    linkId: link.id,
    key: key ?? '',
    type: link.type,
    primary: link.primary,
    fields: [],
    widens: [],
  };
}
