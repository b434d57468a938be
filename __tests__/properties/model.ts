import { isPermanent } from '../../src/links/desired.ts';
import { kindOf, type Link, type LinkSettings } from '../../src/links/link.ts';
import type { LinkPlan } from '../../src/links/plan-link.ts';
import { allowsAccess, type RoomType } from '../../src/links/room-types.ts';
import type { RoomState } from '../../src/links/room.ts';
import { Secret } from '../../src/links/secret.ts';
import { bareSettings } from '../support/links.ts';

/**
 * A portal in a few lines: carries out the steps of a plan, one after the other, and throws where the real one would
 * refuse or, which is worse, do something else in silence (portal.md §0, §2).
 */
export function carriedOut(
  plan: LinkPlan,
  state: RoomState,
  now: Date,
): { readonly state: RoomState; readonly id: string } {
  const room = plan.room.type as RoomType;
  let links = state.links;
  let id = plan.id ?? '';
  const write = (link: Link): void => {
    refuse(link, room, now);
    const rest = links.filter((one) => one.id !== link.id);
    const taken = rest.filter((one) => kindOf(one) === kindOf(link)).length;
    if (taken >= room.limits[kindOf(link)]) throw new Error('no place');
    links = [...rest, link];
  };
  for (const step of plan.steps) {
    switch (step.do) {
      case 'revoke': {
        if (!links.some((link) => link.id === step.link.id)) throw new Error('nothing to revoke');
        links = links.filter((link) => link.id !== step.link.id);
        if (isPermanent({ room: plan.room, ...step.link })) write(standard(plan));
        break;
      }
      case 'put': {
        const old = links.find((link) => link.id === step.id);
        if (old !== undefined && old.type !== plan.type) throw new Error('the other type of link');
        write(linkOf(plan, plan.target, step.id, old));
        break;
      }
      case 'make-primary': {
        const made = links.find((link) => link.primary) ?? standard(plan);
        write(linkOf(plan, plan.target, made.id, made));
        ({ id } = made);
        break;
      }
    }
  }
  return { state: { ...state, links }, id };
}

let made = 0;

/** The primary link as the portal makes it: open, without a date. */
function standard(plan: LinkPlan): Link {
  made += 1;
  const id = `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`;
  return { ...linkOf(plan, bareSettings, id, undefined), primary: true };
}

function linkOf({ type }: LinkPlan, settings: LinkSettings, id: string, old: Link | undefined): Link {
  const invitation = type === 'invitation';
  return {
    ...settings,
    id,
    type,
    primary: old?.primary ?? false,
    expirationOffset: 0,
    expired: false,
    // Without a limit in the request, the portal counts from 0 again.
    uses: invitation ? (settings.maxUses === null ? 0 : (old?.uses ?? 0)) : null,
    url: new Secret(`https://portal.example/s/${id}`),
    token: null,
  };
}

function refuse(link: Link, room: RoomType, now: Date): void {
  const permanent = link.primary && room.permanentPrimary;
  if (!allowsAccess(room, link.type, link.access)) throw new Error('no such role here');
  if (link.expiration !== null && link.expiration <= now) throw new Error('a past date: the link would never end');
  if (link.expiration !== null && permanent) throw new Error('a date that would be dropped');
  if (link.internal && (link.type === 'invitation' || room.internal === false)) throw new Error('never internal');
  if (link.type === 'invitation' && link.password !== null) throw new Error('a password that would be dropped');
  if (link.type === 'external' && link.maxUses !== null) throw new Error('a limit that would be dropped');
  if (link.maxUses !== null && link.maxUses < (link.uses ?? 0)) throw new Error('more uses than that');
}
