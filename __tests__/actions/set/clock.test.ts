import { describe, expect, test } from '@jest/globals';
import { bodies, portalOf, run, set } from '../../support/step.ts';
import { workspaceOf } from '../../support/workspace.ts';

const hour = 3_600_000;
const minute = 60_000;

/** An instant so long from now, as inputs write it. */
const instant = (milliseconds: number): string => new Date(Date.now() + milliseconds).toISOString();

describe('dates are those of the portal’s clock', () => {
  test('a duration counts from its time, and a difference is a warning [promise set-portal-clock]', async () => {
    const portal = await portalOf();
    portal.advance(2 * hour);
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const ran = await set(portal, room, { expiration: '1h' });
    expect(ran.exitCode).toBe(0);
    const [link] = portal.links(room.id);
    const life = (link?.expiresAt ?? 0) - (Date.now() + 2 * hour);
    expect(life).toBeGreaterThan(hour - minute);
    expect(life).toBeLessThanOrEqual(hour + 1000);
    expect(ran.warnings).toMatchObject([{ title: 'Clocks differ' }]);
  });

  test('a fast clock of the runner lengthens no life', async () => {
    const portal = await portalOf();
    portal.advance(-2 * hour);
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    await set(portal, room, { expiration: '1h' });
    const [link] = portal.links(room.id);
    expect((link?.expiresAt ?? Infinity) - (Date.now() - 2 * hour)).toBeLessThanOrEqual(hour + 1000);
  });

  test('an instant that has passed there is an error before any write, with both clocks [promise set-portal-clock]', async () => {
    const portal = await portalOf();
    portal.advance(2 * hour);
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const ran = await set(portal, room, { expiration: instant(hour) });
    expect(ran.errors).toMatchObject([{ title: 'The date passed before the write' }]);
    expect(ran.problem).toMatch(/has passed by the portal's clock, which says .* UTC; the runner's says .* UTC/u);
    expect(bodies(portal)).toStrictEqual([]);
  });

  test('... in a file: a link that would have to be made is up to date, and nothing is written', async () => {
    const portal = await portalOf();
    portal.advance(2 * hour);
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const text = `version: 1\nrooms:\n  - { room: ${room.id}, links: [{ key: a, expiration: "${instant(hour)}" }] }\n`;
    const { path: cwd } = await workspaceOf({ 'links.yml': text });
    const ran = await run('apply', portal, { file: 'links.yml' }, { cwd });
    expect(ran.outputs).toMatchObject({ result: 'unchanged', 'unchanged-count': '1' });
    expect(bodies(portal)).toStrictEqual([]);
  });

  test('how long a link still lives is told by its time, too', async () => {
    const portal = await portalOf();
    portal.advance(2 * hour);
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const ran = await set(portal, room, { expiration: '23h', 'revoke-after-job': 'true' });
    expect(ran.warnings.map(({ title }) => title)).toStrictEqual(['Clocks differ']);
    const listed = await run('list', portal, { 'room-id': String(room.id) });
    const revoked = await run('revoke', portal, { 'room-id': String(room.id), key: 'default', 'dry-run': 'true' });
    for (const text of [ran.summary, listed.summary, listed.logged, revoked.summary]) {
      expect(text).toMatch(/\((?:23|22) hours\)/u);
    }
  });

  test('no difference, no warning', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    expect((await set(portal, room)).warnings).toStrictEqual([]);
  });
});

describe('a date that passes on the way leaves no endless link', () => {
  test('of a link that this run makes: red, and it goes [promise set-no-endless]', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    portal.on({ method: 'PUT', times: 1 }, () => {
      portal.advance(2 * hour);
    });
    const ran = await set(portal, room, { expiration: instant(hour) });
    expect(ran.exitCode).toBe(1);
    expect(ran.problem).toContain('The link that this step made is revoked again.');
    expect(portal.links(room.id)).toStrictEqual([]);
  });

  test.each(['set', 'apply'] as const)(
    'of a link that is there, whose date was kept, by %s: red, and it goes',
    async (verb) => {
      const portal = await portalOf();
      const room = portal.addRoom({ title: 'Room', roomType: 5 });
      const made = await set(portal, room, { expiration: instant(hour) });
      portal.on({ method: 'PUT', times: 1 }, () => {
        portal.advance(2 * hour);
      });
      const text = `version: 1\nrooms:\n  - { room: ${room.id}, links: [{ access: editor }] }\n`;
      const { path: cwd } = await workspaceOf({ 'links.yml': text });
      const ran =
        verb === 'set'
          ? await set(portal, room, { access: 'editor' })
          : await run('apply', portal, { file: 'links.yml' }, { cwd });
      expect(ran.exitCode).toBe(1);
      expect(ran.problem).toContain(`So that it does not live for ever, the link ${String(made.outputs['link-id'])}`);
      expect(portal.links(room.id)).toStrictEqual([]);
    },
  );

  test('... and that others have changed since: it stays, and the error does not say that it could not be revoked', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    portal.on({ method: 'PUT', times: 1 }, () => {
      portal.advance(2 * hour);
    });
    portal.on(
      { method: 'PUT', nth: 2, times: 1 },
      () => {
        for (const link of portal.links(room.id)) Object.assign(link, { expiresAt: null, role: 6 });
      },
      { when: 'after' },
    );
    const ran = await set(portal, room, { expiration: instant(hour) });
    expect(ran.problem).toContain('so it stays: look at its end in DocSpace.');
    expect(portal.links(room.id)).toMatchObject([{ role: 6 }]);
  });
});
