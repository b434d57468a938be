import { describe, expect, test } from '@jest/globals';
import type { Fault, Match, Portal } from '../../simulator/index.ts';
import { audit } from './audit/stage.ts';
import { bodies, portalOf, run, set } from '../support/step.ts';
import { workspaceOf } from '../support/workspace.ts';

type Body = Record<string, unknown> & { response: Record<string, unknown> & unknown[]; links: { href: string }[] };

const mutate = (change: (body: Body) => unknown): Fault => ({
  kind: 'mutate',
  change: change,
});
/** Rewrites where the answer says that it belongs. */
const href = (from: string | number, to: string): Fault =>
  mutate((body) => {
    // Not in the port, which may hold the same digits.
    for (const link of body.links) link.href = link.href.replace(`/rooms/${from}`, `/rooms/${to}`);
  });

const room: Match = { method: 'GET', path: /\/rooms\/\d+$/u };
const links: Match = { method: 'GET', path: '/links' };

/** Two rooms, the first of which is asked for. */
async function stage() {
  const portal = await portalOf();
  const first = portal.addRoom({ title: 'First', roomType: 5 });
  const second = portal.addRoom({ title: 'Second', roomType: 5 });
  return { portal, first, second };
}

const untouched = (portal: Portal): void => {
  expect(bodies(portal)).toStrictEqual([]);
};

describe('an answer that is not about what was asked is not believed, before any write', () => {
  const cases: readonly (readonly [string, Match, Fault, string])[] = [
    ['another room', room, mutate((body) => void (body.response['id'] = 202)), 'it is about "202", not about "201"'],
    ['the address of another room', room, href('201', '202'), 'it answers another request: "/files/rooms/202"'],
    ['links of another room', links, href('201', '202'), 'it answers another request: "/files/rooms/202/links"'],
    ['more links than it counts', links, mutate((body) => void (body['count'] = 3)), 'it says `count` 3, and holds 0'],
    [
      '200 and 403 at once',
      links,
      mutate((body) => void (body['statusCode'] = 403)),
      'its body says that it failed (`statusCode` 403',
    ],
    [
      'the answer to a write',
      links,
      mutate((body) => void Object.assign(body.links[0] ?? {}, { action: 'PUT' })),
      'it answers a PUT, not a GET',
    ],
    [
      'an old answer of a cache',
      links,
      {
        kind: 'status',
        status: 200,
        headers: { age: '120' },
        body: { response: [], count: 0, status: 0, statusCode: 200 },
      },
      'it comes from a cache, where it has been for 120 s',
    ],
  ];

  test.each(cases)('set: %s [promise set-wrong-answer]', async (_, match, fault, why) => {
    const { portal, first } = await stage();
    portal.fault(match, fault);
    const ran = await set(portal, first);
    expect(ran.errors).toMatchObject([{ title: 'Not an answer of DocSpace' }]);
    expect(ran.problem).toContain(why);
    untouched(portal);
  });

  test.each(['list', 'revoke', 'apply'] as const)('%s', async (verb) => {
    const { portal, first } = await stage();
    portal.addLink(first.id, {});
    portal.fault({ ...links, times: 9 }, href(first.id, '202'));
    const where = { 'room-id': String(first.id) };
    const config = `version: 1\nrooms: [{ room: ${first.id}, links: [{ key: a, expiration: 7d }] }]`;
    const inputs = { list: where, revoke: { ...where, expired: 'true' }, apply: { file: 'links.yml' } }[verb];
    const { path: cwd } = await workspaceOf({ 'links.yml': config });
    const ran = await run(verb, portal, inputs, { cwd });
    expect(ran.errors.length).toBeGreaterThan(0);
    expect(ran.problem).toContain('it answers another request: "/files/rooms/202/links"');
    untouched(portal);
  });

  test('in an audit the room is unread', async () => {
    const { portal, first, second } = await stage();
    portal.fault(
      { ...links, path: new RegExp(`/${first.id}/links$`, 'u'), times: 9 },
      href(first.id, String(second.id)),
    );
    const ran = await audit(portal, { 'fail-on': 'never' });
    expect(ran.outputs).toMatchObject({ complete: 'false', 'rooms-read': '1', 'rooms-total': '2' });
  });
});

describe('the answer to a write', () => {
  test('about another link is not believed', async () => {
    const { portal, first } = await stage();
    const other = '11111111-2222-4333-8444-555555555555';
    portal.fault(
      { method: 'PUT' },
      mutate((body) => void Object.assign(body.response['sharedLink'] as object, { id: other })),
    );
    const ran = await set(portal, first);
    expect(ran.errors).toMatchObject([{ title: 'Not an answer of DocSpace' }]);
    expect(ran.problem).toContain(`it is about another link, ${other}`);
    expect(ran.lines.at(-1)).toContain('whether the last write was carried out is not known');
  });

  test('about another room is not believed [promise set-wrong-answer]', async () => {
    const { portal, first } = await stage();
    portal.fault({ method: 'PUT' }, href(first.id, '202'));
    const ran = await set(portal, first);
    expect(ran.errors).toMatchObject([{ title: 'Not an answer of DocSpace' }]);
  });

  test('that made a new primary of a Public room is', async () => {
    const portal = await portalOf();
    const publicRoom = portal.addRoom({ title: 'Public', roomType: 6 });
    const ran = await run('revoke', portal, {
      'room-id': String(publicRoom.id),
      primary: 'true',
      'allow-rotate': 'true',
    });
    expect(ran.outputs['result']).toBe('rotated');
  });
});
