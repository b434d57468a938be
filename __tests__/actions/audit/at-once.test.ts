import { expect, test } from '@jest/globals';
import type { Portal } from '../../../simulator/index.ts';
import { portalOf } from '../../support/step.ts';
import { open } from './gallery.ts';
import { audit } from './stage.ts';

/** The most requests of any kind that were under way at once, seen by the portal. */
function mostUnderWay(portal: Portal): () => number {
  let now = 0;
  let most = 0;
  portal.on({}, async () => {
    now += 1;
    most = Math.max(most, now);
    // Time for others to arrive.
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  });
  portal.on({}, () => void (now -= 1), { when: 'after' });
  return () => most;
}

test.each([1, 2, 3])(
  '`concurrency: %i` counts all requests of an audit: settings, lists, owners, fixes, proofs [promise audit-concurrency]',
  async (concurrency) => {
    const portal = await portalOf({ latency: 5 });
    for (let n = 0; n < 8; n += 1) {
      portal.addUser(`owner ${n}`, { type: 'roomAdmin' });
      const room = portal.addRoom({ title: `Room ${n}`, roomType: 5, owner: `owner ${n}`, members: { owner: 9 } });
      portal.addLink(room.id, { ...open, expiresAt: null });
    }
    const most = mostUnderWay(portal);
    const inputs = { concurrency: String(concurrency), fix: 'DSL001', 'dry-run': 'false', 'fail-on': 'never' };
    const ran = await audit(portal, inputs, { key: 'owner-full' });
    expect(ran.outputs).toMatchObject({ complete: 'true', 'fixed-count': '8' });
    expect(portal.requests.some(({ path }) => path.includes('people'))).toBe(true);
    expect(most()).toBeLessThanOrEqual(concurrency);
  },
);
