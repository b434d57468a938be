import type { Portal } from './index.ts';
import type { Room } from './state.ts';

const DAY = 86_400_000;

/** Fills a portal with one room of each kind and a few links, good and bad ones, to try things on. */
export function demoRooms(portal: Portal): readonly Room[] {
  const now = portal.state.now();
  const releases = portal.addRoom({ title: 'Release downloads', roomType: 5, members: { manager: 9, member: 2 } });
  portal.addLink(releases.id, { kind: 4, title: 'Shared link' });
  portal.addLink(releases.id, { title: 'Release 4.1', expiresAt: now + 3 * DAY, password: 'Zx9-longenough' });
  portal.addLink(releases.id, { title: 'Everyone may edit', role: 10 });
  portal.addLink(releases.id, { title: 'Beta testers', internal: true, expiresAt: now - DAY });
  const press = portal.addRoom({ title: 'Press kit', roomType: 6, tags: ['public'] });
  const forms = portal.addRoom({ title: 'Customer survey', roomType: 1 });
  const team = portal.addRoom({ title: 'Product team', roomType: 2, members: { manager: 9, member: 10 } });
  portal.addLink(team.id, { kind: 3, role: 10, maxUse: 20, used: 4, expiresAt: now + 14 * DAY });
  const deal = portal.addRoom({ title: 'Due diligence', roomType: 8, denyDownload: true, tags: ['confidential'] });
  const closed = portal.addRoom({ title: 'Trade fair 2025', roomType: 5 });
  portal.addLink(closed.id, { title: 'Visitors' });
  portal.archive(closed.id);
  return [releases, press, forms, team, deal, closed];
}
