import type { Action } from './desired.ts';
import type { FieldChange, FieldName } from './settings.ts';
import type { Link } from './link.ts';
import type { LinkPlan } from './plan-link.ts';
import { problem, type Problem } from './problem.ts';
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

/** What a change tells of a room, and of a link. */
type NamedRoom = Pick<Room, 'id' | 'title'>;
type NamedLink = Pick<Link, 'id' | 'type' | 'primary'>;

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
  return [main, ...plan.duplicates.map((link) => revokeChange(plan.room, link, plan.key))];
}

/** The change that takes a link away. */
export function revokeChange(room: NamedRoom, link: NamedLink, key: string | null): Change {
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

/** The change of these settings of a link, none of which becomes more open. */
export function narrowingChange(room: NamedRoom, link: NamedLink, fields: readonly FieldChange[]): Change {
  return { ...revokeChange(room, link, null), action: 'update', fields };
}

/** More changes than there may be; null if there are not. What stays as it is does not count. */
export function tooManyChanges(changes: readonly Change[], most: number): Problem | null {
  const count = changes.filter(({ action }) => action !== 'none').length;
  if (count <= most) return null;
  return problem('too-many-changes', `The plan has ${count} changes, and \`max-changes\` is ${most}.`);
}
