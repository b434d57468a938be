import { describe, expect, test } from '@jest/globals';
import { makesOtherwise } from '../../support/makes.ts';
import { asked, bodies, json, portalOf, reads, set, writes } from '../../support/step.ts';

const day = 86_400_000;

describe('idempotent', () => {
  test('a creation takes three round trips; the same again reads only, and says unchanged [promise output-result, output-changed, exit-code, set-idempotent]', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Contract 2027', roomType: 5 });
    portal.addLink(room.id, { title: 'Made by hand' });
    const inputs = { key: 'pr-58', access: 'commenter', password: 'generate', 'deny-download': 'true' };

    const first = await set(portal, room, inputs);
    const id = first.outputs['link-id'] ?? '';
    expect(first.lines).toStrictEqual([
      `Room ${room.id} "Contract 2027" · Custom room · portal 3.7 or later`,
      'Link "pr-58": not found → create',
      expect.stringMatching(
        /^ {2}Commenter · DocSpace users only · password · no download · until \d{4}-\d\d-\d\d \d\d:\d\d UTC \(7 days\)$/u,
      ),
      `✓ created ${id.slice(0, 8)}…   ✓ read back   ✓ tried: asks for a login   2 of 5 additional links used`,
    ]);
    expect(first.outputs).toMatchObject({
      'room-id': String(room.id),
      result: 'created',
      changed: 'true',
      opens: 'login',
      'links-count': '2',
    });
    expect(asked(portal)).toStrictEqual([...reads, ...writes]);
    expect(first.summary).toContain('### DocSpace room link: created');

    portal.clearRequests();
    const second = await set(portal, room, inputs);
    expect(asked(portal)).toStrictEqual(reads);
    expect(second.lines).toStrictEqual([
      first.lines[0],
      'Link "pr-58": as described → nothing to do',
      first.lines[2],
      `✓ unchanged ${id.slice(0, 8)}…   2 of 5 additional links used`,
    ]);
    expect(second.outputs).toStrictEqual({
      ...first.outputs,
      password: '',
      result: 'unchanged',
      changed: 'false',
      opens: '',
      plan: expect.stringContaining('"action":"none"'),
      links: second.outputs['links'],
    });
    expect(json(second, 'links')).toStrictEqual(expect.arrayContaining(json(first, 'links') as unknown[]));
  });

  test('what it writes is exactly this, and the output plan says it [promise set-defaults, output-plan, set-title, output-links]', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Contract 2027', roomType: 5 });
    const ran = await set(portal, room, { access: 'viewer' });
    const { 'link-id': id = '', expiration = '' } = ran.outputs;
    expect(bodies(portal)).toStrictEqual([
      {
        linkId: id,
        linkType: 1,
        access: 2,
        title: 'octo/contracts: default',
        expirationDate: expiration,
        internal: true,
        denyDownload: false,
      },
    ]);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
    expect(json(ran, 'plan')).toStrictEqual([
      {
        action: 'create',
        roomId: String(room.id),
        roomTitle: 'Contract 2027',
        linkId: id,
        key: 'default',
        type: 'external',
        primary: false,
        fields: [
          { name: 'access', from: null, to: 'viewer' },
          { name: 'internal', from: null, to: true },
          { name: 'password', from: null, to: 'none' },
          { name: 'deny-download', from: null, to: false },
          { name: 'expiration', from: null, to: expiration },
          { name: 'title', from: null, to: 'octo/contracts: default' },
        ],
        widens: [],
      },
    ]);
    expect(json(ran, 'links')).toStrictEqual([
      {
        id,
        type: 'external',
        primary: false,
        title: 'octo/contracts: default',
        access: 'viewer',
        accessCode: 2,
        expiration,
        expired: false,
        internal: true,
        hasPassword: false,
        denyDownload: false,
        maxUses: null,
        uses: null,
        managed: true,
      },
    ]);
    const [link] = portal.links(room.id);
    expect(link?.expiresAt).toBe(Date.parse(expiration));
    expect(ran.outputs['link']).toMatch(new RegExp(`^${portal.url}/s/`, 'u'));
  });

  test('each key is a link of its own; other links stay as they are [promise set-key, output-managed]', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const byHand = { ...portal.addLink(room.id, { title: 'Made by hand', password: 'byhand-password-1' }) };
    const one = await set(portal, room, { key: 'one' });
    const two = await set(portal, room, { key: 'two' });
    const invitation = await set(portal, room, { key: 'one', 'link-type': 'invitation' });
    const other = await set(portal, room, { key: 'one' }, { env: { GITHUB_REPOSITORY_ID: '77' } });
    const ids = [one, two, invitation, other].map(({ outputs }) => outputs['link-id']);
    expect(new Set(ids).size).toBe(4);
    expect(new Set(portal.links(room.id).map(({ id }) => id))).toStrictEqual(new Set([byHand.id, ...ids]));
    expect(portal.links(room.id)).toContainEqual(byHand);
    const listed = json(other, 'links') as readonly { readonly id: string; readonly managed: boolean }[];
    expect(listed.filter(({ managed }) => managed)).toMatchObject([{ id: other.outputs['link-id'] }]);
  });
});

describe('never more than asked', () => {
  test('what is not given keeps its value on update, the date too [promise set-kept]', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const given = {
      access: 'reviewer',
      expiration: '3d',
      internal: 'false',
      title: 'For the press',
      password: 'kept-Password1',
      'deny-download': 'true',
    };
    const first = await set(portal, room, given);
    const before = { ...portal.links(room.id)[0] };
    portal.clearRequests();
    const ran = await set(portal, room, { access: 'commenter' });
    expect(portal.links(room.id)).toStrictEqual([{ ...before, role: 6 }]);
    expect(json(ran, 'plan')).toMatchObject([
      { action: 'update', fields: [{ name: 'access', from: 'reviewer', to: 'commenter' }], widens: [] },
    ]);
    expect(ran.outputs).toMatchObject({ result: 'updated', opens: 'password', password: '' });
    expect(ran.outputs['link']).toBe(first.outputs['link']);
    expect(asked(portal)).toStrictEqual([...reads, ...writes]);
    expect(bodies(portal)).toMatchObject([{ password: 'kept-Password1', title: 'For the press', denyDownload: true }]);
  });

  test('a duration never lengthens a link, and shortens one that lives longer [promise set-duration-bounds]', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const first = await set(portal, room, { expiration: '2d' });
    portal.clearRequests();
    const longer = await set(portal, room, { expiration: '30d' });
    expect(longer.outputs).toMatchObject({ result: 'unchanged', expiration: first.outputs['expiration'] });
    expect(asked(portal)).toStrictEqual(reads);
    const shorter = await set(portal, room, { expiration: '1d' });
    expect(shorter.outputs['result']).toBe('updated');
    const life = Date.parse(shorter.outputs['expiration'] ?? '') - Date.now();
    expect(life).toBeGreaterThan(0.99 * day);
    expect(life).toBeLessThanOrEqual(day);
  });

  test('what becomes wider is named, in log, plan and summary [promise output-widens]', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    await set(portal, room, { expiration: '2d', password: 'longenough1', 'deny-download': 'true' });
    const ran = await set(portal, room, {
      access: 'editor',
      internal: 'false',
      password: 'none',
      'deny-download': 'false',
      expiration: 'never',
    });
    const names = ['access', 'internal', 'password', 'deny-download', 'expiration'];
    expect(json(ran, 'plan')).toMatchObject([{ action: 'update', widens: names }]);
    expect(ran.lines.filter((line) => line.endsWith('(wider)')).map((line) => line.split(/[ :]+/u)[2])).toStrictEqual(
      names,
    );
    expect(ran.summary.match(/⚠️ wider/gu)).toHaveLength(5);
    expect(ran.outputs).toMatchObject({ expiration: 'never', opens: 'room' });
  });
});

describe('verified', () => {
  test.each([
    ['for anyone', { internal: 'false' }, 'room'],
    ['with a password', { internal: 'false', password: 'generate' }, 'password'],
    ['for DocSpace users', {}, 'login'],
    ['an invitation', { 'link-type': 'invitation' }, 'join'],
  ])('a link %s is tried as a stranger would [promise output-opens]', async (_, inputs, opens) => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const ran = await set(portal, room, inputs);
    expect(ran.outputs['opens']).toBe(opens);
    const after = opens === 'join' ? ['GET links', 'GET short', 'POST confirm'] : ['GET links', 'GET share'];
    expect(asked(portal)).toStrictEqual([...reads, 'PUT links', ...after]);
    const strangers = portal.requests.filter(({ path }) => !path.includes('/rooms/'));
    expect(strangers.map(({ authorization }) => authorization)).toStrictEqual(strangers.map(() => 'none'));
  });

  test('where that cannot be asked, it is a warning, and opens is unknown [promise output-opens]', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    portal.fault({ path: /files\/share/u }, { kind: 'html', status: 200 });
    const ran = await set(portal, room);
    expect(ran.exitCode).toBe(0);
    expect(ran.outputs).toMatchObject({ result: 'created', opens: 'unknown' });
    expect(ran.warnings).toStrictEqual([
      { title: 'Link not tried', text: expect.stringContaining('could not be asked. The log says why.') },
    ]);
    expect(ran.lines).toContainEqual(
      expect.stringMatching(/^What link [0-9a-f-]{36} opens is not known: .* GET \/api\/2\.0\/files\/share\/\*{3} /u),
    );
    expect(ran.lines.at(-1)).not.toContain('tried');
  });

  test('a write that the portal ignores is red, with each field that differs [promise set-verified]', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    await set(portal, room);
    const before = portal.links(room.id).map((link) => ({ ...link }));
    portal.fault({ method: 'PUT' }, { kind: 'ignore-write' });
    const ran = await set(portal, room, { access: 'editor', title: 'New title', 'deny-download': 'true' });
    expect(ran.errors).toStrictEqual(
      [
        'access of the link in room 201 "Room": asked editor, the portal has viewer. Likely: the portal refused the role',
        'deny-download of the link in room 201 "Room": asked true, the portal has false. Likely: the portal leaves',
        'title of the link in room 201 "Room": asked "New title", the portal has "octo/contracts: default". Likely: the',
      ].map((text) => ({
        title: 'The portal did not do what was asked',
        text: expect.stringContaining(text) as unknown as string,
      })),
    );
    expect(portal.links(room.id)).toStrictEqual(before);
    expect(ran.outputs).toMatchObject({ 'room-id': '201', 'links-count': '1' });
  });

  test('a link that came out otherwise than asked is revoked again [promise set-wrong-link-revoked]', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    makesOtherwise(portal, room.id, { internal: false });
    const ran = await set(portal, room, { access: 'editor' });
    expect(ran.errors).toHaveLength(1);
    expect(ran.problem).toContain('internal of the link in room 201 "Room": asked true, the portal has false');
    expect(ran.problem).toContain('The link that this step made is revoked again.');
    expect(portal.links(room.id)).toStrictEqual([]);
    expect(ran.outputs).toMatchObject({
      links: '[]',
      'links-count': '0',
      link: '',
      'link-id': '',
      result: '',
      changed: 'true',
    });
    expect(ran.lines.at(-1)).toMatch(/^✗ the link is not as asked → revoked [0-9a-f]{8}… again$/u);
    expect(bodies(portal).map(({ access }) => access)).toStrictEqual([10, 0]);
  });
});

describe('a dead URL stays dead', () => {
  test('an expired link is replaced by one with a new id and URL and its settings [promise set-expired-replaced, set-dead-url]', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const old = await set(portal, room, { access: 'editor', password: 'longenough1', 'deny-download': 'true' });
    const [was] = portal.links(room.id);
    if (was !== undefined) was.expiresAt = Date.now() - day;
    portal.clearRequests();
    const ran = await set(portal, room, { expiration: '1d' });
    expect(ran.outputs).toMatchObject({ result: 'replaced', changed: 'true', opens: 'login' });
    expect(ran.outputs['link-id']).not.toBe(old.outputs['link-id']);
    expect(ran.outputs['link']).not.toBe(old.outputs['link']);
    expect(portal.links(room.id)).toMatchObject([
      { id: ran.outputs['link-id'], role: 10, password: 'longenough1', denyDownload: true, internal: true },
    ]);
    expect(bodies(portal).map(({ linkId, access }) => [linkId, access])).toStrictEqual([
      [ran.outputs['link-id'], 10],
      [old.outputs['link-id'], 0],
    ]);
    expect(ran.lines[1]).toBe('Link "default": expired → replace, with a new URL');
  });

  test('with renew it comes back with its URL [promise set-renew]', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const old = await set(portal, room, { expiration: '1d' });
    const [was] = portal.links(room.id);
    if (was !== undefined) was.expiresAt = Date.now() - day;
    const ran = await set(portal, room, { expiration: '1d', renew: 'true' });
    expect(ran.outputs).toMatchObject({
      result: 'updated',
      link: old.outputs['link'],
      'link-id': old.outputs['link-id'],
    });
  });

  test('a link that somebody revoked is made anew, with another URL [promise set-dead-url]', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const old = await set(portal, room);
    portal.room(room.id).links.clear();
    const ran = await set(portal, room);
    expect(ran.outputs['result']).toBe('created');
    expect(ran.outputs['link']).not.toBe(old.outputs['link']);
  });
});
