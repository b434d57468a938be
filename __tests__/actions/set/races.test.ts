import { describe, expect, test } from '@jest/globals';
import type { Portal } from '../../../simulator/index.ts';
import { asked, bodies, json, portalOf, reads, set, type Ran, writes } from '../../support/step.ts';

/** Holds back requests of one kind until so many of them have come. */
function gather(portal: Portal, match: { readonly method: string; readonly path: RegExp }, count: number): void {
  let go: () => void = () => undefined;
  const all = new Promise<void>((resolve) => (go = resolve));
  let come = 0;
  portal.on(
    { ...match, times: count },
    () => {
      come += 1;
      if (come === count) go();
      return all;
    },
    { when: 'after' },
  );
}

const links = /\/links$/u;

/** One run made the link, the others found it; all name the same one. */
function expectOneLink(portal: Portal, roomId: number | string, runs: readonly Ran[]): void {
  const [link, ...others] = portal.links(roomId);
  expect(others).toStrictEqual([]);
  expect(runs.map(({ exitCode, problem }) => [exitCode, problem])).toStrictEqual(runs.map(() => [0, '']));
  expect(new Set(runs.map(({ outputs }) => outputs['link-id']))).toStrictEqual(new Set([link?.id]));
  expect(new Set(runs.map(({ outputs }) => outputs['link'])).size).toBe(1);
  const results = runs.map(({ outputs }) => `${String(outputs['result'])} ${String(outputs['changed'])}`).sort();
  expect(results).toStrictEqual(['created true', ...runs.slice(1).map(() => 'unchanged false')]);
}

describe('two runs at once end with one link', () => {
  test.each(['external', 'invitation'])('an %s link, both having seen the room without it', async (type) => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    gather(portal, { method: 'GET', path: links }, 2);
    if (type === 'external') gather(portal, { method: 'PUT', path: links }, 2);
    const runs = await Promise.all([
      set(portal, room, { 'link-type': type }),
      set(portal, room, { 'link-type': type }),
    ]);
    expectOneLink(portal, room.id, runs);
    const again = await set(portal, room, { 'link-type': type });
    expect(again.outputs).toMatchObject({ result: 'unchanged', link: runs[0].outputs['link'] });
  });

  test.each([1, 2, 3, 4, 5])('started together, time %i [promise set-two-runs]', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const runs = await Promise.all([set(portal, room), set(portal, room), set(portal, room)]);
    expect(portal.links(room.id)).toHaveLength(1);
    expect(runs.map(({ exitCode }) => exitCode)).toStrictEqual([0, 0, 0]);
  });

  test.each(['external', 'invitation'] as const)(
    'an %s link that a rival made between read and write',
    async (type) => {
      const portal = await portalOf();
      const room = portal.addRoom({ title: 'Room', roomType: 5 });
      const rivals: Ran[] = [];
      portal.on(
        { method: 'GET', path: links, times: 1 },
        async () => {
          rivals.push(await set(portal, room, { 'link-type': type }));
        },
        { when: 'after' },
      );
      const ran = await set(portal, room, { 'link-type': type });
      const [link, ...more] = portal.links(room.id);
      expect(more).toStrictEqual([]);
      expect([ran.exitCode, rivals[0]?.exitCode]).toStrictEqual([0, 0]);
      expect(ran.outputs['link-id']).toBe(link?.id);
      // A second invitation is refused, so it looks again, and finds what it wanted; a second external link is not.
      const saw = {
        invitation: 'The room has changed since it was read → plan again',
        external: 'Another run made the same link at the same time → agree on one',
      };
      expect(ran.lines).toContain(saw[type]);
    },
  );

  test('a rival appears between write and read back; the smaller id survives [promise set-two-runs]', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const rival = { id: '' };
    portal.on(
      { method: 'PUT', path: links, times: 1 },
      ({ body }) => {
        const mine = (body as { readonly linkId: string }).linkId;
        rival.id = `${mine.slice(0, 19)}8000-000000000000`;
        portal.addLink(room.id, { id: rival.id, title: 'octo/contracts: default', internal: true });
      },
      { when: 'after' },
    );
    const ran = await set(portal, room);
    expect(portal.links(room.id).map(({ id }) => id)).toStrictEqual([rival.id]);
    expect(ran.outputs).toMatchObject({ 'link-id': rival.id, result: 'unchanged', changed: 'false' });
    expect(ran.lines.filter((line) => line.startsWith('✓'))).toMatchObject([
      expect.stringMatching(/^✓ revoked/u),
      expect.stringMatching(/^✓ unchanged/u),
    ]);
  });

  test('... and if that is ours, the run of the rival is over: ours goes, and the other gets what was asked', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const rival = { id: '' };
    portal.on(
      { method: 'PUT', path: links, times: 1 },
      ({ body }) => {
        const mine = (body as { readonly linkId: string }).linkId;
        rival.id = `${mine.slice(0, 19)}bfff-ffffffffffff`;
        portal.addLink(room.id, { id: rival.id, title: 'octo/contracts: default', internal: true });
      },
      { when: 'after' },
    );
    const ran = await set(portal, room, { password: 'generate' });
    const [link, ...others] = portal.links(room.id);
    expect(others).toStrictEqual([]);
    expect(link?.id).toBe(rival.id);
    expect(ran.outputs).toMatchObject({
      'link-id': link?.id,
      result: 'updated',
      opens: 'login',
      password: link?.password,
    });
    expect(json(ran, 'plan')).toMatchObject([{ action: 'update', linkId: rival.id }]);
  });

  test('two links of one key that earlier runs left become one', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const first = await set(portal, room);
    const [link] = portal.links(room.id);
    const more = { ...portal.addLink(room.id, { id: `${String(link?.id).slice(0, 19)}bfff-ffffffffffff` }) };
    portal.clearRequests();
    const ran = await set(portal, room);
    expect(portal.links(room.id).map(({ id }) => id)).toStrictEqual([first.outputs['link-id']]);
    expect(ran.outputs).toMatchObject({ result: 'updated', changed: 'true', opens: 'login' });
    expect(json(ran, 'plan')).toMatchObject([{ action: 'none' }, { action: 'revoke', linkId: more.id }]);
    expect(ran.lines).toContainEqual(expect.stringMatching(/^ {2}- [0-9a-f-]{20,22}… bears the same key and goes$/u));
    // Another run may be in the middle of its work, so it is looked at twice.
    expect(asked(portal)).toStrictEqual(['GET links', ...reads, ...writes]);
  });
});

describe('two runs at once in a room with one free place', () => {
  const full = async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    for (let n = 1; n <= 4; n++) portal.addLink(room.id, { title: `Link ${n}` });
    gather(portal, { method: 'GET', path: links }, 2);
    return { portal, room };
  };

  test('with the same key: one creates, the other finds it', async () => {
    const { portal, room } = await full();
    const runs = await Promise.all([set(portal, room), set(portal, room)]);
    expect(portal.links(room.id)).toHaveLength(5);
    expect(runs.map(({ outputs }) => outputs['result']).sort()).toStrictEqual(['created', 'unchanged']);
    expect(new Set(runs.map(({ outputs }) => outputs['link-id'])).size).toBe(1);
  });

  test('with two keys: one creates, the other is red and names the links', async () => {
    const { portal, room } = await full();
    const runs = await Promise.all([set(portal, room, { key: 'a' }), set(portal, room, { key: 'b' })]);
    expect(runs.map(({ exitCode }) => exitCode).sort()).toStrictEqual([0, 1]);
    const red = runs.find(({ exitCode }) => exitCode === 1);
    expect(red?.errors).toMatchObject([{ title: 'No place for another link' }]);
    expect(red?.problem).toContain('"Link 1" (');
    expect(red?.outputs).toMatchObject({ 'links-count': '5', changed: 'false' });
  });
});

describe('others change the room meanwhile', () => {
  test('a link that was revoked between read and update is made anew', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    await set(portal, room);
    portal.on({ method: 'PUT', times: 1 }, () => {
      room.links.clear();
    });
    const ran = await set(portal, room, { access: 'editor' });
    // The portal takes an update of a link that is gone for a creation with that id.
    expect(portal.links(room.id)).toMatchObject([{ role: 10 }]);
    expect(ran.exitCode).toBe(0);
  });

  test('a room that goes to the Archive between read and write', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    portal.on({ method: 'PUT', times: 1 }, () => {
      portal.archive(room.id);
    });
    const ran = await set(portal, room);
    expect(ran.errors).toMatchObject([{ title: 'Room is in the Archive' }]);
    expect(portal.links(room.id)).toStrictEqual([]);
  });

  test('rights that go between read and write', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5, members: { manager: 9 } });
    portal.on({ method: 'PUT', times: 1 }, () => {
      room.members.set(portal.user('manager').id, 10);
    });
    const ran = await set(portal, room, {}, { key: 'manager' });
    expect(ran.errors).toMatchObject([{ title: 'Not a manager of the room' }]);
  });

  test('a rival that changes the same link between write and read back is told [promise set-takes-back-own]', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    await set(portal, room);
    portal.on(
      { method: 'PUT', times: 1 },
      () => {
        for (const link of room.links.values()) link.role = 6;
      },
      { when: 'after' },
    );
    const ran = await set(portal, room, { access: 'editor' });
    expect(ran.problem).toContain('asked editor, the portal has commenter');
    expect(ran.problem).toContain('somebody changed the link at the same time');
    expect(portal.links(room.id)).toHaveLength(1);
  });

  test('a room that others change without end is given up', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    let rivals = 0;
    portal.on(
      { method: 'PUT' },
      ({ body }) => {
        const { linkId } = body as { readonly linkId: string };
        rivals += 1;
        portal.addLink(room.id, { id: `${linkId.slice(0, 19)}bfff-${String(rivals).padStart(12, '0')}` });
      },
      { when: 'after' },
    );
    const ran = await set(portal, room, { access: 'viewer' });
    expect(ran.errors).toMatchObject([{ title: 'Others changed the room at the same time' }]);
    expect(ran.problem).toContain('`concurrency` group');
  });
});

describe('a write that seems to fail but was carried out', () => {
  test('is found, tried and told with its password', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const error = { message: 'Oops', type: 'System.TimeoutException', stack: '', hresult: -1 };
    portal.fault(
      { method: 'PUT' },
      { kind: 'status', status: 500, body: { error, status: 1, statusCode: 500 }, applied: true },
    );
    const ran = await set(portal, room, { password: 'generate' });
    const [link, ...others] = portal.links(room.id);
    expect(others).toStrictEqual([]);
    expect(ran.outputs).toMatchObject({
      result: 'created',
      changed: 'true',
      password: link?.password,
      'link-id': link?.id,
      opens: 'login',
    });
    expect(bodies(portal)).toHaveLength(1);
  });
});
