import { describe, expect, test } from '@jest/globals';
import { bodies, portalOf, run, set } from '../../support/step.ts';
import { workspaceOf } from '../../support/workspace.ts';

const title = 'Primary link as the portal makes it';
const isSettings = (body: unknown): boolean => (body as { readonly access: number }).access !== 0;

/** A Custom room whose primary link is as the portal makes one: a run died before it could give it its settings. */
async function halfMade() {
  const portal = await portalOf();
  const room = portal.addRoom({ title: 'Room', roomType: 5 });
  const link = portal.addLink(room.id, { kind: 4, role: 2, title: 'Shared link', internal: false, expiresAt: null });
  return { portal, room, link };
}

describe('a primary link that looks as the portal makes one', () => {
  test.each([
    ['unchanged', { primary: 'true' }, 0],
    ['updated', { primary: 'true', title: 'Ours' }, 1],
    ['unchanged', { primary: 'true', 'dry-run': 'true' }, 0],
  ])(
    'is kept with a warning that names what is kept (%s: %j) [promise set-dead-run]',
    async (result, inputs, writes) => {
      const { portal, room, link } = await halfMade();
      const ran = await set(portal, room, inputs);
      expect(ran.outputs).toMatchObject({ result, 'link-id': link.id });
      expect(bodies(portal)).toHaveLength(writes);
      expect(ran.warnings.map((one) => one.title)).toStrictEqual([title]);
      const text = ran.warnings[0]?.text ?? '';
      expect(text).toContain(`The primary link ${link.id} of room ${room.id}`);
      const names = [
        'internal: false',
        'expiration: never',
        'password: none',
        'access: viewer',
        'deny-download: false',
      ];
      for (const name of names) expect(text).toContain(name);
      expect(text).toContain('anyone with the link');
      expect(text.includes('title: "Shared link"')).toBe(!('title' in inputs));
    },
  );

  test('no warning for what the inputs give', async () => {
    const { portal, room } = await halfMade();
    const given = { internal: 'false', expiration: 'never', password: 'none', access: 'viewer' };
    const all = { ...given, title: 'Shared link', 'deny-download': 'false', primary: 'true' };
    const ran = await set(portal, room, all);
    expect([ran.outputs['result'], ran.warnings]).toStrictEqual(['unchanged', []]);
    const left = await set(portal, room, { ...all, 'deny-download': '' });
    expect(left.warnings[0]?.text).not.toContain('internal: false');
    expect(left.warnings[0]?.text).toContain('deny-download: false');
  });

  test('none where a person has set anything of it', async () => {
    const { portal, room, link } = await halfMade();
    link.role = 10;
    expect((await set(portal, room, { primary: 'true' })).warnings).toStrictEqual([]);
  });

  test('in a Public room only what such a link can have is named', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 6 });
    const ran = await set(portal, room, { primary: 'true', internal: 'false' });
    const text = ran.warnings[0]?.text ?? '';
    expect(text).toContain('password: none');
    expect(text).not.toContain('expiration: never');
    expect(text).not.toContain('internal: false');
  });

  test('apply warns of it, too, also in a dry run', async () => {
    const { portal, room, link } = await halfMade();
    const text = `version: 1\nrooms:\n  - { room: ${room.id}, links: [{ primary: true }] }\n`;
    const { path: cwd } = await workspaceOf({ 'links.yml': text });
    for (const dryRun of ['true', 'false']) {
      const ran = await run('apply', portal, { file: 'links.yml', 'dry-run': dryRun }, { cwd });
      expect(ran.warnings.map((one) => one.title)).toStrictEqual([title]);
      expect(ran.warnings[0]?.text).toContain(link.id);
    }
    expect(bodies(portal)).toStrictEqual([]);
  });

  test('is written only when whoever makes it has had the time to: what that run has set is kept', async () => {
    const { portal, room, link } = await halfMade();
    // The second list: the other run has given its link its settings by then.
    portal.on({ method: 'GET', path: /\/links$/u, nth: 2, times: 1 }, () => {
      Object.assign(link, { internal: true, password: 'Other-Passw0rd', title: 'octo/contracts: default' });
    });
    const ran = await set(portal, room, { primary: 'true', access: 'editor' });
    expect(ran.exitCode).toBe(0);
    expect(portal.links(room.id)).toMatchObject([{ role: 10, internal: true, password: 'Other-Passw0rd' }]);
  });
});

describe('a primary link between its two requests', () => {
  test('that somebody takes away gets no write: it is made anew [promise set-primary-read-again]', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const gone: string[] = [];
    portal.on(
      { method: 'GET', path: /\/link$/u, times: 1 },
      () => {
        gone.push(...portal.links(room.id).map(({ id }) => id));
        room.links.clear();
      },
      { when: 'after' },
    );
    const ran = await set(portal, room, { primary: 'true' });
    expect(ran.outputs['result']).toBe('created');
    expect(portal.links(room.id)).toMatchObject([{ kind: 4, internal: true }]);
    expect(bodies(portal).map(({ linkId }) => linkId)).not.toContain(gone[0]);
  });

  test('and one that came to an id which is gone is taken back', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    await set(portal, room, { primary: 'true', internal: 'true', expiration: '2d' });
    portal.on({ method: 'PUT', times: 1 }, () => {
      room.links.clear();
    });
    const ran = await set(portal, room, { primary: 'true', access: 'editor' });
    expect(ran.exitCode).toBe(0);
    expect(portal.links(room.id)).toMatchObject([{ kind: 4, role: 10, internal: true }]);
  });
});

describe('a primary link that could not be given its settings', () => {
  const makes = { method: 'GET', path: /\/link$/u } as const;

  test('because the answer to its making was lost: the error names it, and says that it is open', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    portal.fault({ ...makes, times: 9 }, { kind: 'cut' });
    const ran = await set(portal, room, { primary: 'true' });
    const [link] = portal.links(room.id);
    expect(ran.errors).toHaveLength(2);
    expect(ran.problem).toContain(`may have made the room's primary link ${String(link?.id)}`);
    expect(ran.problem).toContain('It is as the portal makes one: Viewer for anyone with the link.');
  });

  test('and that others have changed meanwhile: the error does not say that it is as the portal made it', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    portal.on({ method: 'PUT' }, () => {
      for (const link of portal.links(room.id)) Object.assign(link, { role: 10, internal: true });
    });
    portal.fault({ method: 'PUT' }, { kind: 'status', status: 500, body: {} });
    const ran = await set(portal, room, { primary: 'true' });
    expect(ran.problem).toContain('Others have changed it since, so it stays.');
    expect(ran.problem).not.toContain('as the portal made it');
    expect(portal.links(room.id)).toMatchObject([{ role: 10, internal: true }]);
  });

  test('... of a room that always has one', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 6 });
    portal.on({ method: 'PUT', nth: 2 }, () => {
      for (const link of portal.links(room.id)) Object.assign(link, { password: 'Hand-Passw0rd' });
    });
    portal.fault({ method: 'PUT', nth: 2 }, { kind: 'status', status: 500, body: {} });
    const ran = await set(portal, room, { primary: 'true', internal: 'false', rotate: 'true', access: 'editor' });
    expect(ran.problem).toContain('Others have changed it since, so it stays.');
    expect(ran.problem).not.toContain('as the portal made it');
  });
});

test('a primary link with a title in a language that nobody here knows gets its settings all the same', async () => {
  const portal = await portalOf();
  const room = portal.addRoom({ title: 'Room', roomType: 5 });
  const makes = { method: 'GET', path: /\/link$/u } as const;
  const title = 'Jagatud link';
  interface Answer {
    readonly response: { readonly sharedTo: object; readonly sharedLink: object };
  }
  portal.fault(makes, {
    kind: 'mutate',
    change: ({ response }: Answer) => {
      for (const shown of [response.sharedTo, response.sharedLink]) Object.assign(shown, { title });
    },
  });
  portal.on(
    { ...makes, times: 1 },
    () => {
      for (const link of portal.links(room.id)) Object.assign(link, { title });
    },
    { when: 'after' },
  );
  const ran = await set(portal, room, { primary: 'true' });
  expect(ran.outputs).toMatchObject({ result: 'created', changed: 'true', opens: 'login' });
  expect(portal.links(room.id)).toMatchObject([{ kind: 4, internal: true, title: 'octo/contracts: default' }]);
});

describe('where the old link goes first', () => {
  const settings = { access: 'editor', password: 'longenough1', title: 'Press' };

  test('log and error name what must be given again [promise set-old-goes-first]', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    for (let n = 1; n <= 4; n++) portal.addLink(room.id, { title: `Link ${n}` });
    await set(portal, room, settings);
    portal.fault({ method: 'PUT', body: isSettings, times: 9 }, { kind: 'status', status: 500, body: {} });
    const ran = await set(portal, room, { rotate: 'true' });
    const words = ['`access: editor`', '`title: Press`', '`password`'];
    const line = ran.lines.findIndex((one) => one.startsWith('  If this run ends before the new link is there'));
    for (const word of words) expect(ran.lines[line]).toContain(word);
    expect(ran.lines[line + 1]).toMatch(/^✓ revoked/u);
    expect(ran.exitCode).toBe(1);
    expect(ran.problem).toContain('must be given again');
    for (const word of words) expect(ran.problem).toContain(word);
    expect(ran.problem).not.toContain('longenough1');
  });

  test('... of an invitation its limit, and nothing where nothing would be lost', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    await set(portal, room, { 'link-type': 'invitation', 'max-uses': '5' });
    const ran = await set(portal, room, { 'link-type': 'invitation', rotate: 'true' });
    expect(ran.lines).toContainEqual(expect.stringContaining('`max-uses: 5`'));
    const again = await set(portal, room, { 'link-type': 'invitation', rotate: 'true', 'max-uses': '5' });
    expect(again.logged).not.toContain('If this run ends');
  });

  test('a permanent primary link that could not be given its settings again: the error says that it has no password', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 6 });
    await set(portal, room, { primary: 'true', internal: 'false', password: 'longenough1' });
    portal.fault({ method: 'PUT', body: isSettings, times: 9 }, { kind: 'status', status: 500, body: {} });
    const ran = await set(portal, room, { primary: 'true', internal: 'false', rotate: 'true' });
    expect(ran.problem).toContain('It has no password now.');
    expect(ran.warnings.map((one) => one.title)).toContain('Primary link without its password');
  });
});
