import { describe, expect, test } from '@jest/globals';
import { afterJob, bodies, portalOf, run, set } from '../../support/step.ts';
import { workspaceOf } from '../../support/workspace.ts';

const puts = { method: 'PUT' } as const;
/** The portal is busy, and wants the write again. */
const busy = { kind: 'status', status: 503, body: {}, headers: { 'retry-after': '1' } } as const;
const isWrite = (body: unknown): boolean => (body as { readonly access: number }).access !== 0;

/** Lets somebody revoke all links of a room. */
const clear = (room: { readonly links: Map<string, unknown> }) => (): void => {
  room.links.clear();
};

/** What was written, without revokes: ids and roles. */
const written = (portal: Parameters<typeof bodies>[0]): readonly unknown[] =>
  bodies(portal)
    .filter(isWrite)
    .map(({ linkId, access }) => [linkId, access]);

describe('a write that is repeated is not a blind one', () => {
  test('the link is revoked while the portal is busy: it gets a new URL, the old one stays dead [promise set-no-blind-repeat]', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const old = await set(portal, room);
    portal.clearRequests();
    portal.on({ ...puts, times: 1 }, clear(room), { when: 'after' });
    portal.fault(puts, busy);
    const ran = await set(portal, room, { access: 'editor' });
    expect(ran.outputs).toMatchObject({ result: 'created', changed: 'true' });
    expect(ran.outputs['link-id']).not.toBe(old.outputs['link-id']);
    expect(portal.links(room.id)).toMatchObject([{ id: ran.outputs['link-id'], role: 10 }]);
    expect(ran.lines).toContain('The room has changed since it was read → plan again');
  });

  test('... of a link that was named by its id: red', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const link = portal.addLink(room.id, { title: 'By hand', internal: true });
    portal.on({ ...puts, times: 1 }, clear(room), { when: 'after' });
    portal.fault(puts, busy);
    const ran = await set(portal, room, { 'link-id': link.id, access: 'editor' });
    expect(ran.errors).toMatchObject([{ title: 'Link not found' }]);
    expect(portal.links(room.id)).toStrictEqual([]);
  });

  test('... of the primary link: it comes back as a primary one, and not as an additional one', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const inputs = { primary: 'true', internal: 'true', expiration: '2d' };
    await set(portal, room, inputs);
    portal.on({ ...puts, times: 1 }, clear(room), { when: 'after' });
    portal.fault(puts, busy);
    const ran = await set(portal, room, { ...inputs, access: 'editor' });
    expect(ran.exitCode).toBe(0);
    expect(portal.links(room.id)).toMatchObject([{ kind: 4, role: 10, internal: true }]);
  });

  test('somebody sets a password meanwhile: it is kept [promise set-no-blind-repeat]', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    await set(portal, room);
    portal.on(
      { ...puts, times: 1 },
      () => {
        for (const link of portal.links(room.id)) link.password = 'Hand-Passw0rd';
      },
      { when: 'after' },
    );
    portal.fault(puts, busy);
    const ran = await set(portal, room, { access: 'editor' });
    expect(ran.outputs).toMatchObject({ result: 'updated' });
    expect(portal.links(room.id)).toMatchObject([{ role: 10, password: 'Hand-Passw0rd' }]);
  });

  test('a creation that may have been carried out and revoked gets another id', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    portal.on({ ...puts, times: 1 }, clear(room), { when: 'after' });
    portal.fault(puts, { kind: 'reset', when: 'after' });
    const ran = await set(portal, room);
    expect(ran.outputs).toMatchObject({ result: 'created' });
    expect(ran.logged).toContain('Whether the link was made is not known, and the room does not list it');
    expect(ran.logged).not.toContain('The room has changed');
    const ids = written(portal).map((one) => (one as readonly unknown[])[0]);
    expect(new Set(ids).size).toBe(2);
    expect(portal.links(room.id)).toMatchObject([{ id: ids[1] }]);
  });

  test('a write that was carried out is not sent again', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    portal.fault(puts, { ...busy, applied: true });
    const ran = await set(portal, room, { password: 'generate' });
    const [link] = portal.links(room.id);
    expect(written(portal)).toStrictEqual([[link?.id, 2]]);
    expect(ran.outputs).toMatchObject({
      result: 'created',
      changed: 'true',
      'link-id': link?.id,
      password: link?.password,
      opens: 'login',
    });
  });

  test.each([{ access: 'editor' }, { title: 'Press' }, { password: 'longenough1' }])(
    '... also where the portal failed inside after it was: %j',
    async (inputs) => {
      const portal = await portalOf();
      const room = portal.addRoom({ title: 'Room', roomType: 5 });
      await set(portal, room);
      const error = { message: 'Oops', type: 'System.TimeoutException', stack: '', hresult: -1 };
      const body = { error, status: 1, statusCode: 500 };
      portal.clearRequests();
      portal.fault(puts, { kind: 'status', status: 500, body, applied: true });
      const ran = await set(portal, room, inputs);
      expect(ran.outputs).toMatchObject({ result: 'updated', changed: 'true' });
      expect(bodies(portal)).toHaveLength(1);
    },
  );

  test('a write that was not is sent again as it was', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const { outputs } = await set(portal, room);
    portal.clearRequests();
    portal.fault(puts, busy);
    await set(portal, room, { access: 'editor' });
    expect(written(portal)).toStrictEqual([
      [outputs['link-id'], 10],
      [outputs['link-id'], 10],
    ]);
  });
});

describe('what a lost answer hides', () => {
  const cut = { kind: 'cut' } as const;
  /** An instant some seconds from now, in whole seconds. */
  const soon = (seconds: number): string => new Date(Math.ceil(Date.now() / 1000 + seconds) * 1000).toISOString();

  test.each(['made', 'changed by set', 'changed by apply'])(
    'a date that passed on the way: the link that is %s does not stay without an end',
    async (what) => {
      const portal = await portalOf();
      const room = portal.addRoom({ title: 'Room', roomType: 5 });
      if (what !== 'made') await set(portal, room, { expiration: soon(3) });
      portal.fault(puts, { kind: 'delay', ms: 4500 });
      portal.fault(puts, cut);
      const text = `version: 1\nrooms:\n  - { room: ${room.id}, links: [{ access: editor }] }\n`;
      const { path: cwd } = await workspaceOf({ 'links.yml': text });
      const inputs = what === 'made' ? { expiration: soon(3) } : { access: 'editor' };
      const ran = await (what === 'changed by apply'
        ? run('apply', portal, { file: 'links.yml' }, { cwd })
        : set(portal, room, inputs));
      expect(ran.errors).toMatchObject([{ title: 'The date passed before the write' }]);
      expect(ran.problem).toContain('the portal has never');
      expect(portal.links(room.id)).toStrictEqual([]);
    },
    20_000,
  );

  test('a primary link that was gone: the additional one that came of it is taken back', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const inputs = { primary: 'true', internal: 'true', expiration: '2d' };
    await set(portal, room, inputs);
    portal.on({ ...puts, times: 1 }, clear(room));
    portal.fault(puts, cut);
    const ran = await set(portal, room, { ...inputs, access: 'editor' });
    expect(ran.outputs).toMatchObject({ result: 'created', 'links-count': '1' });
    expect(portal.links(room.id)).toMatchObject([{ kind: 4, role: 10, id: ran.outputs['link-id'] }]);
  });

  test('... also between the two requests that make one', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    portal.on({ ...puts, times: 1 }, clear(room));
    const ran = await set(portal, room, { primary: 'true' });
    expect(ran.outputs).toMatchObject({ result: 'created', 'links-count': '1' });
    expect(portal.links(room.id)).toMatchObject([{ kind: 4, internal: true }]);
  });
});

describe('what a wait hides from the writes that follow', () => {
  const file = (room: { readonly id: number | string }, ...links: readonly string[]): string =>
    `version: 1\nrooms:\n  - { room: ${room.id}, links: [${links.join(', ')}] }\n`;

  test.each([
    ['the revoke of another', ['{ key: a, state: absent }', '{ key: b, access: editor }'], '1'],
    ['the write of another', ['{ key: a, access: editor }', '{ key: b, access: editor }'], '0'],
  ])('a link that is revoked while %s is repeated gets a new URL', async (_, links, revoked) => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    await set(portal, room, { key: 'a' });
    const old = await set(portal, room, { key: 'b' });
    portal.on({ ...puts, times: 1 }, () => void room.links.delete(String(old.outputs['link-id'])), { when: 'after' });
    portal.fault(puts, busy);
    const { path: cwd } = await workspaceOf({ 'links.yml': file(room, ...links) });
    const ran = await run('apply', portal, { file: 'links.yml' }, { cwd });
    expect(ran.outputs).toMatchObject({ result: 'applied', 'created-count': '1', 'revoked-count': revoked });
    expect(portal.links(room.id).map(({ id }) => id)).not.toContain(old.outputs['link-id']);
    expect(portal.links(room.id)).toHaveLength(revoked === '1' ? 1 : 2);
  });

  test('the old link that goes first is changed meanwhile: the new one has what it had last', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    for (let n = 1; n <= 4; n++) portal.addLink(room.id, { title: `Link ${n}` });
    const old = await set(portal, room);
    const link = room.links.get(String(old.outputs['link-id']));
    portal.on({ ...puts, times: 1 }, () => void Object.assign(link ?? {}, { password: 'Hand-Passw0rd' }), {
      when: 'after',
    });
    portal.fault(puts, busy);
    const ran = await set(portal, room, { rotate: 'true' });
    expect(ran.outputs).toMatchObject({ result: 'rotated' });
    expect(room.links.get(String(ran.outputs['link-id']))).toMatchObject({ password: 'Hand-Passw0rd' });
    expect(portal.links(room.id)).toHaveLength(5);
  });
});

describe('a list that is late', () => {
  const lists = { method: 'GET', path: '/links' } as const;

  /** Lets so many lists after the next one answer what that answers. */
  function late(portal: Parameters<typeof bodies>[0], times: number): void {
    const before: unknown[] = [];
    portal.fault(lists, { kind: 'mutate', change: (body) => void before.push(structuredClone(body)) });
    portal.fault({ ...lists, nth: 2, times }, { kind: 'mutate', change: () => before[0] });
  }

  test('a link that the portal has confirmed is looked for again [promise set-late-list]', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    portal.addLink(room.id, { title: 'By hand' });
    late(portal, 1);
    const ran = await set(portal, room);
    expect(ran.outputs).toMatchObject({ result: 'created', opens: 'login', 'links-count': '2' });
    expect(written(portal)).toHaveLength(1);
  });

  test('a link that has to be taken back is looked for again, and goes', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    portal.on({ ...puts, times: 1 }, () => {
      portal.advance(7_200_000);
    });
    late(portal, 1);
    const ran = await set(portal, room, { expiration: new Date(Date.now() + 3_600_000).toISOString() });
    expect(ran.problem).toContain('The link that this step made is revoked again.');
    expect(portal.links(room.id)).toStrictEqual([]);
  });

  test('a primary link that the portal has made is looked for again before it gets its settings', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    late(portal, 1);
    const ran = await set(portal, room, { primary: 'true', 'revoke-after-job': 'true', expiration: '3h' });
    expect(ran.outputs).toMatchObject({ result: 'created', changed: 'true', opens: 'login' });
    const after = await afterJob(portal, { 'room-id': String(room.id), 'revoke-after-job': 'true' }, ran);
    expect(after.warnings).toStrictEqual([]);
    expect(portal.links(room.id)).toStrictEqual([]);
  });

  test('a rotated link is not destroyed by it, and no second one is made', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const old = await set(portal, room);
    portal.clearRequests();
    late(portal, 1);
    const ran = await set(portal, room, { rotate: 'true' });
    expect(ran.outputs).toMatchObject({ result: 'rotated' });
    expect(ran.outputs['link-id']).not.toBe(old.outputs['link-id']);
    expect(portal.links(room.id).map(({ id }) => id)).toStrictEqual([ran.outputs['link-id']]);
  });

  test('a link that is listed again after its revoke is looked at again; nobody can have joined by it', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const old = await set(portal, room);
    portal.clearRequests();
    late(portal, 2);
    const ran = await set(portal, room, { rotate: 'true' });
    expect(ran.outputs).toMatchObject({ result: 'rotated' });
    expect(ran.outputs['link-id']).not.toBe(old.outputs['link-id']);
    expect(ran.logged).toContain('is there again → revoke again');
    expect(ran.logged).not.toContain('somebody joins');
  });

  test('what is gone for good was revoked by somebody else: red, and it does not come back', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    portal.addLink(room.id, { title: 'By hand' });
    portal.on(
      { ...puts, times: 1 },
      ({ body }) => void room.links.delete((body as { readonly linkId: string }).linkId),
      { when: 'after' },
    );
    const ran = await set(portal, room);
    expect(ran.errors).toMatchObject([{ title: 'Others changed the room at the same time' }]);
    expect(ran.problem).toContain('somebody else has revoked it');
    expect(portal.links(room.id)).toHaveLength(1);
  });
});

describe('a link that others have changed since it was written', () => {
  test('is theirs: red, and it stays [promise set-takes-back-own]', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    portal.on(
      { ...puts, times: 1 },
      () => {
        for (const link of portal.links(room.id)) link.role = 10;
      },
      { when: 'after' },
    );
    const ran = await set(portal, room, { access: 'viewer' });
    expect(ran.errors).toMatchObject([{ title: 'Others changed the room at the same time' }]);
    expect(ran.problem).toContain('asked viewer, the portal has editor');
    expect(portal.links(room.id)).toMatchObject([{ role: 10 }]);
    expect(bodies(portal)).toHaveLength(1);
  });

  test('... in what was not asked for: green', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    portal.on(
      { ...puts, times: 1 },
      () => {
        for (const link of portal.links(room.id)) link.title = 'Renamed';
      },
      { when: 'after' },
    );
    const ran = await set(portal, room, { access: 'viewer' });
    expect(ran.outputs).toMatchObject({ result: 'created' });
    expect(portal.links(room.id)).toMatchObject([{ title: 'Renamed' }]);
  });
});
