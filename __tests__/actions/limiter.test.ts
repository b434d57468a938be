import { describe, expect, test } from '@jest/globals';
import type { Outcome, Step } from '../../scripts/action-process.ts';
import type { Match, Portal } from '../../simulator/index.ts';
import { runHere } from '../support/here.ts';
import { addOurs } from '../support/ours.ts';
import { portalOf } from '../support/step.ts';
import { workspaceOf } from '../support/workspace.ts';

// Later than the clock of whoever runs this, since a date that has passed by that is not written.
const start = Date.UTC(2096, 10, 24, 9, 30);
const perMinute = 30;

const linksFile = (id: unknown): string =>
  `version: 1\nrooms: [{ room: ${String(id)}, links: [{ key: file, expiration: 7d }] }]`;

/** A portal with a limiter, and a clock that only waits move: that of the portal and of the step. */
async function stage() {
  let time = start;
  const waits: number[] = [];
  const portal = await portalOf({
    now: () => time,
    limiter: { perMinute, concurrentReads: 50, concurrentWrites: 15, perDay: 10_000 },
  });
  const room = portal.addRoom({ title: 'Room', roomType: 5 });
  addOurs(portal, room.id, 'there', { expiresAt: start + 86_400_000 });
  return {
    portal,
    room,
    waits,
    waited: () => time - start,
    /** Another job of the same user takes all that the limiter lets through in this minute. */
    fill: async (): Promise<void> => {
      const headers = { authorization: `Bearer ${portal.key('owner')}` };
      for (let n = 0; n < perMinute; n += 1) await fetch(`${portal.url}/api/2.0/keys/@self`, { headers });
      portal.clearRequests();
    },
    run: async (entry: string, inputs: Step['inputs'], state: Step['state'] = {}): Promise<Outcome> =>
      runHere(
        {
          cwd: (await workspaceOf({ 'links.yml': linksFile(room.id) })).path,
          entry,
          inputs: { 'portal-url': portal.url, 'api-key': portal.key('owner'), ...inputs },
          state,
        },
        {
          world: {
            now: () => new Date(time),
            sleep: (milliseconds) => {
              waits.push(milliseconds);
              time += milliseconds;
              return Promise.resolve();
            },
          },
        },
      ),
  };
}

const limitLines = ({ stdout }: Outcome): readonly string[] =>
  stdout.split('\n').filter((line) => !line.startsWith('::debug') && line.includes('takes no more requests'));

const refused = ({ requests }: Portal): number => requests.filter(({ status }) => status === 429).length;

describe('a full limiter is waited for, and said once', () => {
  test.each<[string, (id: unknown) => Step['inputs'], string]>([
    ['index.js', (id) => ({ 'room-id': String(id) }), 'created'],
    ['list.js', (id) => ({ 'room-id': String(id) }), ''],
    ['revoke.js', (id) => ({ 'room-id': String(id), key: 'there' }), 'revoked'],
    ['apply.js', () => ({ file: 'links.yml' }), 'applied'],
    ['audit.js', () => ({ 'fail-on': 'never' }), 'findings'],
  ])('%s [promise limiter-waited-for]', async (entry, inputs, result) => {
    const { portal, room, fill, run, waited } = await stage();
    await fill();
    const ran = await run(entry, inputs(room.id));
    expect(ran.stdout).not.toContain('::error');
    expect(ran.exitCode).toBe(0);
    expect(ran.outputs['result'] ?? '').toBe(result);
    expect(limitLines(ran)).toStrictEqual([
      expect.stringMatching(/Its limit is 30\. → waiting until it does, at most as long as `timeout` allows$/u),
    ]);
    expect(refused(portal)).toBeGreaterThan(2);
    expect(waited()).toBeGreaterThan(30_000);
    expect(waited()).toBeLessThan(120_000);
  });

  test('the post step', async () => {
    const { portal, room, fill, run } = await stage();
    const inputs = { 'room-id': String(room.id), 'revoke-after-job': 'true', expiration: '12h' };
    const made = await run('index.js', inputs);
    expect(portal.links(room.id)).toHaveLength(2);
    await fill();
    const ran = await run('after-job.js', inputs, made.state);
    expect(ran.stdout).not.toContain('::warning');
    expect(portal.links(room.id)).toHaveLength(1);
    expect(limitLines(ran)).toHaveLength(1);
  });

  test('in the middle of a step, a write that was refused is sent once more, with the same id [promise limiter-waited-for]', async () => {
    const { portal, room, run, waits } = await stage();
    portal.fault({ method: 'PUT', times: 3 }, { kind: '429' });
    const ran = await run('index.js', { 'room-id': String(room.id) });
    expect(ran.outputs['result']).toBe('created');
    expect(portal.links(room.id)).toHaveLength(2);
    expect(limitLines(ran)).toHaveLength(1);
    expect(waits).toHaveLength(3);
  });
});

describe('there is an end', () => {
  const everything: Match = { times: Infinity };

  test.each([
    ['index.js', '5m'],
    ['list.js', '90s'],
    ['index.js', '20s'],
  ])('%s: red when %s of `timeout` are up', async (entry, timeout) => {
    const { portal, room, run, waited } = await stage();
    portal.fault(everything, { kind: '429' });
    const ran = await run(entry, { 'room-id': String(room.id), timeout });
    expect(ran.exitCode).toBe(1);
    expect(ran.stdout).toMatch(/::error title=Too many requests::.*`timeout` leaves no more time to wait\./u);
    const whole = Number.parseInt(timeout, 10) * (timeout.endsWith('m') ? 60_000 : 1000);
    expect(waited()).toBeGreaterThanOrEqual(whole - 15_000);
    expect(waited()).toBeLessThanOrEqual(whole);
    // Asking costs the portal something, so it is done seldom.
    expect(portal.requests.length).toBeLessThan(100);
  });

  test.each([
    ['the limit of a day', { kind: '429', daily: true }],
    ['a time longer than `timeout`', { kind: '429', retryAfter: 301 }],
  ] as const)('%s: red at once, with the reason', async (_, fault) => {
    const { portal, room, run, waits } = await stage();
    portal.fault(everything, fault);
    const ran = await run('index.js', { 'room-id': String(room.id) });
    expect(ran.stdout).toMatch(
      /::error title=Too many requests::.*It asks to wait until \S+ \S+ UTC, which is later than `timeout` allows\./u,
    );
    expect(waits).toStrictEqual([]);
    expect(portal.requests.length).toBeLessThanOrEqual(2);
  });

  test('a time within `timeout` is waited for, however long', async () => {
    const { portal, room, run, waits } = await stage();
    portal.fault({ path: '/links' }, { kind: '429', retryAfter: 280 });
    const ran = await run('list.js', { 'room-id': String(room.id) });
    expect(ran.exitCode).toBe(0);
    expect(waits).toStrictEqual([280_000]);
    expect(limitLines(ran)).toStrictEqual([expect.stringContaining('It asks to wait until ')]);
  });

  test('an audit reports what it has read', async () => {
    const { portal, run } = await stage();
    for (let n = 0; n < 5; n += 1) portal.addRoom({ title: `Room ${n}`, roomType: 5 });
    portal.fault({ path: /\/links$/u, nth: 3, times: Infinity }, { kind: '429' });
    const ran = await run('audit.js', { 'fail-on': 'never', concurrency: '1' });
    expect(ran.outputs).toMatchObject({ result: 'incomplete', 'rooms-total': '6', 'rooms-read': '2' });
  });
});
