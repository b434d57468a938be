import { describe, expect, test } from '@jest/globals';
import { asked, bodies, linkOf, portalOf, reads, set } from '../../support/step.ts';

const day = 86_400_000;
const year = new Date().getUTCFullYear() + 1;

/** The zones of runner and portal must not matter. */
const zones = ['UTC', 'Europe/Berlin', 'America/New_York'];

/** The Sunday of next year on which clocks in Germany go forward, at 2:00. */
function springForward(): string {
  const last = new Date(Date.UTC(year, 2, 31));
  return new Date(last.getTime() - last.getUTCDay() * day).toISOString().slice(0, 10);
}

describe('a date is sent as an instant in UTC, whatever the zone of the runner', () => {
  test.each(
    zones.flatMap((zone) => [
      [`${year}-06-30`, `${year}-06-30T23:59:59Z`, zone],
      [`${year}-06-30T18:00:00Z`, `${year}-06-30T18:00:00Z`, zone],
      [`${year}-06-30T18:00Z`, `${year}-06-30T18:00:00Z`, zone],
      [`${year}-06-30T18:00:00.250Z`, `${year}-06-30T18:00:00Z`, zone],
      [`${year}-06-30T18:00:00+02:00`, `${year}-06-30T16:00:00Z`, zone],
      [`${year}-06-30T18:00:00-05:30`, `${year}-06-30T23:30:00Z`, zone],
    ]),
  )('%s is %s (runner in %s)', async (expiration, sent, zone) => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const ran = await set(portal, room, { expiration }, { env: { TZ: zone } });
    expect(ran.exitCode).toBe(0);
    expect(ran.outputs['expiration']).toBe(sent);
    expect(linkOf(ran)).toMatchObject({ expiration: sent, expired: false });
    expect(bodies(portal)).toMatchObject([{ expirationDate: sent }]);
    expect(portal.links(room.id)).toMatchObject([{ expiresAt: Date.parse(sent) }]);
  });

  test.each(zones)('where clocks change (portal in %s)', async (zone) => {
    const portal = await portalOf({ zone });
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    for (const time of ['00:30', '01:30', '02:30', '03:30']) {
      const expiration = `${springForward()}T${time}:00Z`;
      const ran = await set(portal, room, { expiration, key: time }, { env: { TZ: 'Europe/Berlin' } });
      expect([time, ran.problem]).toStrictEqual([time, '']);
      const again = await set(portal, room, { expiration, key: time });
      expect([time, again.outputs['result']]).toStrictEqual([time, 'unchanged']);
    }
    const stored = portal.links(room.id).map(({ expiresAt }) => new Date(expiresAt ?? 0).toISOString().slice(11, 16));
    expect(stored).toStrictEqual(['00:30', '01:30', '02:30', '03:30']);
  });
});

describe('a duration counts from now', () => {
  test.each([
    ['', 7 * day],
    ['45s', 45_000],
    ['90m', 90 * 60_000],
    ['12h', day / 2],
    ['7d', 7 * day],
    ['2w', 14 * day],
    ['3650d', 3650 * day],
  ])('%s [promise set-expiration]', async (expiration, life) => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const before = Date.now();
    const ran = await set(portal, room, { expiration });
    const end = Date.parse(ran.outputs['expiration'] ?? '');
    expect(end).toBeGreaterThan(before + life - 1000);
    expect(end).toBeLessThanOrEqual(Date.now() + life);
    expect(ran.outputs['expiration']).toMatch(/:\d\dZ$/u);
  });
});

test('never has to be written out, and sends no date [promise set-expiration, output-expiration]', async () => {
  const portal = await portalOf();
  const room = portal.addRoom({ title: 'Room', roomType: 5 });
  const ran = await set(portal, room, { expiration: 'Never' });
  expect(ran.outputs['expiration']).toBe('never');
  expect(linkOf(ran)).toMatchObject({ expiration: null });
  expect(bodies(portal).every((body) => !('expirationDate' in body))).toBe(true);
  portal.clearRequests();
  // A duration shortens what never ends.
  const shorter = await set(portal, room, { expiration: '1d' });
  expect(shorter.outputs['result']).toBe('updated');
});

describe('what the portal would take for "never" is refused before any request', () => {
  test.each([
    ['2020-01-31', 'has passed'],
    ['2020-01-31T18:00:00Z', 'has passed'],
    [`${year}-06-30T18:00:00`, 'has no offset from UTC'],
    [`${year}-02-30`, 'is not a calendar date'],
    [`${year}-06-30T25:00:00Z`, 'is not a time of day'],
    [`30.06.${year}`, 'is not a valid expiration'],
    [`${year}/06/30`, `Did you mean \`${year}-06-30\`?`],
    ['tomorrow', 'is not a valid expiration'],
    ['7', 'Did you mean `7d`?'],
    ['7 days', 'Did you mean `7d`?'],
    ['0d', 'must be longer than zero'],
    ['-1d', 'is not a valid expiration'],
    ['11y', 'is not a valid expiration'],
    ['4000d', 'too long: at most 10 years'],
    [`${year + 10}-01-31`, 'too late: at most 10 years'],
    ['null', 'is not a valid expiration'],
    ['{"utcTime":"2027-01-31"}', 'is not a valid expiration'],
  ])('%s [promise set-expiration-refused]', async (expiration, why) => {
    const portal = await portalOf();
    const ran = await set(portal, portal.addRoom({ title: 'Room', roomType: 5 }), { expiration });
    expect(ran.errors).toMatchObject([{ title: 'Input not usable' }]);
    expect(ran.problem).toContain('`expiration`: "');
    expect(ran.problem).toContain(why);
    expect(portal.requests).toStrictEqual([]);
  });
});

describe('a date that passes on the way', () => {
  test('is not written: the portal would make a link without end', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    portal.fault({ method: 'GET', path: '/links' }, { kind: 'delay', ms: 1500 });
    const ran = await set(portal, room, { expiration: '1s' });
    expect(ran.errors).toMatchObject([{ title: 'The date passed before the write' }]);
    expect(portal.links(room.id)).toStrictEqual([]);
    expect(asked(portal)).toStrictEqual(reads);
  });

  test('in the instant of the write: the link is revoked again', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    portal.on({ method: 'PUT', times: 1 }, () => {
      portal.advance(2 * 60_000);
    });
    const ran = await set(portal, room, { expiration: '1m' });
    expect(ran.problem).toMatch(
      /expiration of the link in room 201 "Room": asked \S+Z, the portal has never\. Likely/u,
    );
    expect(portal.links(room.id)).toStrictEqual([]);
  });

  test('a live link of a few milliseconds is not made one without end by another change', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const ran = await set(portal, room, { expiration: '1d' });
    const [link] = portal.links(room.id);
    portal.on(
      { method: 'GET', path: /\/links$/u, times: 1 },
      () => {
        if (link !== undefined) link.expiresAt = Date.now() + 900;
      },
      { when: 'before' },
    );
    const late = await set(portal, room, { access: 'editor' });
    expect(late.errors).toMatchObject([{ title: 'The date passed before the write' }]);
    expect(portal.links(room.id)).toMatchObject([{ id: ran.outputs['link-id'], role: 2 }]);
  });
});

describe('where a link may not expire', () => {
  test.each([
    [6, 'Public room', 'Use an additional link'],
    [1, 'Form filling room', 'Leave `expiration` out'],
  ] as const)(
    'the primary link of a room of type %i: a date is an error with advice [promise set-primary-permanent]',
    async (roomType, label, advice) => {
      const portal = await portalOf();
      const room = portal.addRoom({ title: 'Room', roomType });
      for (const expiration of ['7d', `${year}-06-30`]) {
        const ran = await set(portal, room, { primary: 'true', expiration });
        expect(ran.problem).toContain(`The primary link of ${label} ${room.id} "Room" is permanent: it cannot expire.`);
        expect(ran.problem).toContain(advice);
      }
      const never = await set(portal, room, { primary: 'true', expiration: 'never', title: 'Ours' });
      expect(never.outputs).toMatchObject({ result: 'updated', expiration: 'never' });
      expect(bodies(portal).map((body) => 'expirationDate' in body)).toStrictEqual([false]);
    },
  );
});

test('renew moves the date on every run, and keeps the URL [promise set-renew]', async () => {
  const portal = await portalOf();
  const room = portal.addRoom({ title: 'Room', roomType: 5 });
  const first = await set(portal, room, { expiration: '1d' });
  const ran = await set(portal, room, { expiration: '30d', renew: 'true' });
  expect(ran.outputs).toMatchObject({ result: 'updated', link: first.outputs['link'] });
  expect(Date.parse(ran.outputs['expiration'] ?? '')).toBeGreaterThan(Date.now() + 29.9 * day);
  const later = await set(portal, room, { renew: 'true' });
  expect(later.outputs).toMatchObject({ result: 'unchanged', expiration: ran.outputs['expiration'] });
});
