import type { LinkInput, Portal, RoomInput } from '../../../simulator/index.ts';
import { day } from '../../support/links.ts';

/** An instant so many days from now, as the simulator takes it. */
export const inDays = (days: number): number => Date.now() + days * day;

/** A link that breaks no rule: for users only, 20 days long, with a title that says something. */
export const good: LinkInput = { title: 'For the auditors', internal: true, expiresAt: inDays(20) };
/** ... for anyone. */
export const open: LinkInput = { ...good, internal: false, password: 'Passw0rd-of-the-link' };
/** ... an invitation. */
export const invite: LinkInput = { title: 'For partners', kind: 3, maxUse: 20, expiresAt: inDays(20) };

/** A room in which one rule finds something, and what makes it so. */
interface Exhibit {
  readonly rule: string;
  readonly room?: Partial<RoomInput>;
  readonly links?: readonly LinkInput[];
}

const exhibits: readonly Exhibit[] = [
  { rule: 'DSL001', links: [{ ...open, expiresAt: null }] },
  { rule: 'DSL002', links: [{ ...open, expiresAt: inDays(40) }] },
  { rule: 'DSL003', links: [{ ...open, role: 10 }] },
  { rule: 'DSL004', links: [{ ...open, password: null }] },
  { rule: 'DSL006', links: [{ ...good, expiresAt: inDays(-1) }] },
  { rule: 'DSL007', links: [{ ...invite, expiresAt: inDays(-1) }] },
  { rule: 'DSL008', links: [{ ...good, expiresAt: inDays(3) }] },
  { rule: 'DSL009', links: [{ ...invite, expiresAt: null }] },
  { rule: 'DSL010', links: [{ ...invite, role: 11 }] },
  { rule: 'DSL011', links: [{ ...invite, maxUse: null }] },
  { rule: 'DSL012', links: [{ ...invite, maxUse: 2, used: 2 }] },
  {
    rule: 'DSL014',
    links: [2, 6, 5, 7, 10].map((role) => ({ ...good, role, title: `Role ${role}` })),
  },
  { rule: 'DSL015', links: [{ ...good, title: 'Shared link' }] },
  { rule: 'DSL016', links: [good, { ...good, role: 6 }] },
  { rule: 'DSL017', links: [good, { ...good, title: 'The same again' }] },
  { rule: 'DSL018', room: { title: 'The HR files' }, links: [{ ...open, denyDownload: true }] },
  { rule: 'DSL020', links: [{ ...good, expiresAt: null }] },
  { rule: 'DSL022', room: { modifiedAt: inDays(-61) }, links: [open] },
  { rule: 'DSL023', room: { root: 20 }, links: [good] },
  { rule: 'DSL024', room: { owner: 'disabled', members: { owner: 9 } }, links: [good] },
  { rule: 'DSL028', links: [{ ...open, password: 'weakling' }] },
  { rule: 'DSL900', room: { owner: 'manager', members: { owner: 2 } }, links: [open] },
];

/** The rules that have a room in the gallery. */
export const exhibited: readonly string[] = [...exhibits.map(({ rule }) => rule), 'DSL019'];

/** Rules that are shown by a room of their own, by that room's id. */
export interface Gallery {
  readonly rooms: ReadonlyMap<string, string>;
  /** The rooms in which nothing is wrong. */
  readonly clean: readonly string[];
}

/** Adds a room for each rule that needs no more than rooms and links, and some in which nothing is wrong. */
export function fillGallery(portal: Portal): Gallery {
  portal.setPasswordPolicy({ min: 12 });
  portal.user('disabled').active = false;
  const rooms = new Map(
    exhibits.map(({ rule, room, links = [] }) => {
      const { id } = portal.addRoom({ title: `Room of ${rule}`, roomType: 5, ...room });
      for (const link of links) portal.addLink(id, link);
      return [rule, String(id)] as const;
    }),
  );
  const publicRoom = portal.addRoom({ title: 'Room of DSL019', roomType: 6 });
  const clean = [[good], [open], [invite], [good, open, invite], []].map((links, n) => {
    const { id } = portal.addRoom({ title: `Clean ${n}`, roomType: 5 });
    links.forEach((link, index) => portal.addLink(id, { ...link, title: `${link.title ?? ''} ${index}` }));
    return String(id);
  });
  return { rooms: new Map([...rooms, ['DSL019', String(publicRoom.id)]]), clean };
}
