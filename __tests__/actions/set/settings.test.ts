import { describe, expect, test } from '@jest/globals';
import { asked, bodies, json, linkOf, planOf, portalOf, reads, set, writes } from '../../support/step.ts';

describe('internal', () => {
  test.each([
    ['', true],
    ['true', true],
    ['FALSE', false],
  ])('%j in a Custom room', async (internal, sent) => {
    const portal = await portalOf();
    const ran = await set(portal, portal.addRoom({ title: 'Room', roomType: 5 }), { internal });
    expect(bodies(portal)).toMatchObject([{ internal: sent }]);
    expect(linkOf(ran)).toMatchObject({ internal: sent });
  });

  test('in a Public room false has to be written out, since the link is for anyone [promise set-internal]', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Press kit', roomType: 6 });
    for (const internal of ['', 'true']) {
      const refused = await set(portal, room, { internal });
      expect(refused.errors).toMatchObject([{ title: 'Not possible for this link' }]);
      expect(refused.problem).toContain('write `internal: false`');
    }
    expect(bodies(portal)).toStrictEqual([]);
    const ran = await set(portal, room, { internal: 'false' });
    expect(ran.outputs).toMatchObject({ result: 'created', opens: 'room' });
    // ... but not again, to change something else.
    const update = await set(portal, room, { access: 'editor' });
    expect(update.outputs).toMatchObject({ result: 'updated', opens: 'room' });
  });

  test('is kept in the primary link of a Form filling room, and can be changed', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Survey', roomType: 1 });
    const kept = await set(portal, room, { primary: 'true', title: 'Survey 2027' });
    expect(linkOf(kept)).toMatchObject({ internal: false, access: 'form-filler' });
    const ran = await set(portal, room, { primary: 'true', internal: 'true' });
    expect(planOf(ran)).toMatchObject({ fields: [{ name: 'internal', from: false, to: true }], widens: [] });
    expect(ran.outputs['opens']).toBe('login');
  });

  test.each(['internal', 'password', 'deny-download'])('%s is not for invitations', async (name) => {
    const portal = await portalOf();
    const value = name === 'password' ? 'longenough1' : 'true';
    const ran = await set(portal, portal.addRoom({ title: 'Room', roomType: 8 }), {
      'link-type': 'invitation',
      [name]: value,
    });
    expect(ran.problem).toContain(`\`${name}\` is for external links only`);
    expect(portal.requests).toStrictEqual([]);
  });
});

describe('primary', () => {
  test('in a Custom room it is made by the only request that can, and given its settings at once [promise set-primary]', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const ran = await set(portal, room, { primary: 'true', access: 'commenter', password: 'generate' });
    const [link, ...others] = portal.links(room.id);
    expect(others).toStrictEqual([]);
    expect(link).toMatchObject({ kind: 4, role: 6, internal: true, title: 'octo/contracts: default' });
    expect(link?.expiresAt).not.toBeNull();
    expect(ran.outputs).toMatchObject({ result: 'created', 'link-id': link?.id, opens: 'login' });
    expect(ran.outputs['password']).toBe(link?.password);
    // Others may have changed it between the two requests that make it.
    expect(asked(portal)).toStrictEqual(['GET links', 'GET links', 'GET primary', 'GET room', ...writes]);
    expect(planOf(ran)).toMatchObject({ action: 'create', primary: true, linkId: link?.id });
    portal.clearRequests();
    const again = await set(portal, room, { primary: 'true', access: 'commenter', password: 'generate' });
    expect(again.outputs).toMatchObject({ result: 'unchanged', 'link-id': link?.id });
    expect(asked(portal)).toStrictEqual(reads);
  });

  test.each([
    [6, 2, 'false', 'room'],
    [1, 7, 'false', 'room'],
  ] as const)('in a room of type %i it is there, and is updated in place', async (roomType, role, internal, opens) => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType });
    const [before] = portal.links(room.id);
    const untouched = await set(portal, room, { primary: 'true', internal });
    expect(untouched.outputs).toMatchObject({ result: 'unchanged', expiration: 'never', 'link-id': before?.id });
    const ran = await set(portal, room, { primary: 'true', internal, title: 'For all' });
    expect(ran.outputs).toMatchObject({ result: 'updated', opens, 'link-id': before?.id });
    expect(portal.links(room.id)).toMatchObject([{ id: before?.id, role, title: 'For all', expiresAt: null }]);
  });

  test.each([2, 8, 9] as const)('a room of type %i has none [promise set-primary]', async (roomType) => {
    const portal = await portalOf();
    const ran = await set(portal, portal.addRoom({ title: 'Room', roomType }), { primary: 'true' });
    expect(ran.errors).toMatchObject([{ title: 'No such link in this room' }]);
    expect(asked(portal)).toStrictEqual(reads);
  });

  test('one that cannot be given its settings is taken away again: it would stay open to anyone', async () => {
    const portal = await portalOf();
    portal.setPasswordPolicy({ min: 20 });
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const ran = await set(portal, room, { primary: 'true', password: 'longenough1' });
    expect(ran.problem).toContain('The portal does not accept the password');
    expect(portal.links(room.id)).toStrictEqual([]);
  });

  test('... and if even that fails, the error says what stayed', async () => {
    const portal = await portalOf();
    portal.setPasswordPolicy({ min: 20 });
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    portal.fault({ method: 'PUT', nth: 2, times: 9 }, { kind: 'ignore-write' });
    const ran = await set(portal, room, { primary: 'true', password: 'longenough1' });
    const [link] = portal.links(room.id);
    expect(ran.errors.map(({ title }) => title)).toStrictEqual([
      'The portal refused',
      'The portal did not do what was asked',
    ]);
    expect(ran.problem).toContain(
      `The room's primary link ${String(link?.id)} could not be given its settings. It stays as the portal made it: Viewer for anyone with the link.`,
    );
  });

  test('two runs at once make one', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const runs = await Promise.all([1, 2].map(() => set(portal, room, { primary: 'true' })));
    expect(portal.links(room.id)).toMatchObject([{ kind: 4, internal: true }]);
    expect(runs.map(({ exitCode }) => exitCode)).toStrictEqual([0, 0]);
  });
});

describe('password', () => {
  test.each(['Longen1!', '~'.repeat(8), 'x'.repeat(30), '!"#$%&\'()*+,-./:;<=>?@[]^_`{|}'])(
    '%s is taken as it is',
    async (password) => {
      const portal = await portalOf();
      const room = portal.addRoom({ title: 'Room', roomType: 5 });
      const ran = await set(portal, room, { password, internal: 'false' });
      expect(portal.links(room.id)).toMatchObject([{ password }]);
      expect(ran.outputs).toMatchObject({ opens: 'password', password: '' });
      const again = await set(portal, room, { password });
      expect(again.outputs['result']).toBe('unchanged');
    },
  );

  test.each([
    ['too short', 'x'.repeat(7)],
    ['too long', 'x'.repeat(31)],
    ['with a blank', 'long enough 1'],
    ['with a blank at its end', 'longenough1 '],
    ['of blanks', '          '],
    ['with a letter beyond ASCII', 'pässword123'],
    ['with a line break', 'longen\nough1'],
    ['with a control character', 'longenough\u0001'],
  ])('one %s is refused before any request, and not shown [promise set-password]', async (_, password) => {
    const portal = await portalOf();
    const ran = await set(portal, portal.addRoom({ title: 'Room', roomType: 5 }), { password });
    expect(ran.errors).toMatchObject([{ title: 'Input not usable' }]);
    expect(ran.problem).toMatch(/^Input not usable: `password` (?:does not fit|is empty or holds spaces only)/u);
    expect(portal.requests).toStrictEqual([]);
  });

  test('generate makes one that fits any policy, once; keep, none and another one [promise set-password, output-password]', async () => {
    const portal = await portalOf();
    portal.setPasswordPolicy({ min: 30, digits: true, upper: true, special: true });
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const first = await set(portal, room, { password: 'generate', internal: 'false' });
    const { password } = first.outputs;
    expect(password).toMatch(/^[\x21-\x7e]{30}$/u);
    expect(first.stdout).toContain(`::add-mask::${String(password)}\n`);
    expect(portal.links(room.id)).toMatchObject([{ password }]);

    for (const given of ['generate', 'keep', 'KEEP', '']) {
      const again = await set(portal, room, { password: given });
      expect(again.outputs).toMatchObject({ result: 'unchanged', password: '' });
    }
    portal.setPasswordPolicy({ min: 8, digits: false, upper: false, special: false });
    const other = await set(portal, room, { password: 'another-password' });
    expect(planOf(other)).toMatchObject({ fields: [{ name: 'password', from: 'set', to: 'changed' }], widens: [] });
    const none = await set(portal, room, { password: 'none' });
    expect(planOf(none)).toMatchObject({
      fields: [{ name: 'password', from: 'set', to: 'none' }],
      widens: ['password'],
    });
    expect(none.outputs['opens']).toBe('room');
    expect(bodies(portal).at(-1)).not.toHaveProperty('password');
  });

  test('the policy of the portal may ask for more, and the error says where', async () => {
    const portal = await portalOf({ culture: 'de' });
    portal.setPasswordPolicy({ digits: true });
    const ran = await set(portal, portal.addRoom({ title: 'Room', roomType: 5 }), { password: 'no-digits-here' });
    expect(ran.errors).toMatchObject([{ title: 'The portal refused' }]);
    expect(ran.problem).toContain('The portal does not accept the password for this link of room 201 "Room"');
    expect(ran.problem).toContain('Password strength settings');
    expect(ran.problem).toContain('Ziffern');
  });

  test('a kept one that no longer fits the policy is told, too', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    await set(portal, room, { password: 'longenough' });
    portal.setPasswordPolicy({ digits: true });
    const ran = await set(portal, room, { access: 'editor' });
    expect(ran.problem).toContain('The portal does not accept the password');
  });

  test('one that stands in the title is refused: everyone could read it', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const ran = await set(portal, room, { password: 'longenough1', title: 'password: longenough1' });
    expect(ran.problem).toContain('`title` contains the value of `password`');
  });
});

describe('title', () => {
  test.each(['x'.repeat(255), 'ü'.repeat(255), '🦊'.repeat(127), '"quoted" <b>&</b>'])('%s is taken', async (title) => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const ran = await set(portal, room, { title });
    expect(portal.links(room.id)).toMatchObject([{ title }]);
    expect(linkOf(ran)).toMatchObject({ title });
  });

  test.each([
    ['too long', 'x'.repeat(256), 'is too long: 256 of 255 characters'],
    ['too long in UTF-16', '🦊'.repeat(128), 'is too long: 256 of 255 characters'],
    ['blank', '   ', 'is empty or holds spaces only'],
    ['of two lines', 'a\nb', 'holds a line break'],
  ])('one that is %s is refused before any request [promise set-title]', async (_, title, why) => {
    const portal = await portalOf();
    const ran = await set(portal, portal.addRoom({ title: 'Room', roomType: 5 }), { title });
    expect(ran.problem).toContain(why);
    expect(portal.requests).toStrictEqual([]);
  });

  test('without a repository it is the key alone [promise set-title]', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const env = { GITHUB_REPOSITORY: '', GITHUB_REPOSITORY_ID: '' };
    const ran = await set(portal, room, { key: 'pr-58' }, { env });
    expect(linkOf(ran)).toMatchObject({ title: 'pr-58', managed: false });
    const again = await set(portal, room, { key: 'pr-58' }, { env });
    expect(again.outputs).toMatchObject({ result: 'unchanged', 'link-id': ran.outputs['link-id'] });
  });
});

describe('max-uses and deny-download', () => {
  test.each([
    ['1', 1],
    ['1000', 1000],
    ['unlimited', null],
    ['', null],
  ])('an invitation for %s [promise set-max-uses]', async (maxUses, sent) => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 2 });
    const ran = await set(portal, room, { 'link-type': 'invitation', 'max-uses': maxUses });
    expect(linkOf(ran)).toMatchObject({ maxUses: sent, uses: 0 });
    expect(bodies(portal)[0]?.['maxUseCount'] ?? null).toBe(sent);
  });

  test.each(['0', '1001', '-5', '2.5', 'many'])('%s uses are refused before any request', async (maxUses) => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 2 });
    const ran = await set(portal, room, { 'link-type': 'invitation', 'max-uses': maxUses });
    expect(ran.problem).toContain('Use `unlimited`, or a number from 1 to 1000');
    expect(portal.requests).toStrictEqual([]);
  });

  test('who has joined counts: fewer are an error, a change of something else keeps limit and count [promise set-max-uses]', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 2 });
    const first = await set(portal, room, { 'link-type': 'invitation', 'max-uses': '5' });
    portal.redeem(first.outputs['link-id'] ?? '', 3);
    const less = await set(portal, room, { 'link-type': 'invitation', 'max-uses': '2' });
    expect(less.problem).toContain('`max-uses: 2` is less than the 3 people who have joined');
    const ran = await set(portal, room, { 'link-type': 'invitation', access: 'editor' });
    expect(linkOf(ran)).toMatchObject({ access: 'editor', maxUses: 5, uses: 3 });
    const used = await set(portal, room, { 'link-type': 'invitation', 'max-uses': '3' });
    expect(used.outputs).toMatchObject({ result: 'updated', opens: 'nothing' });
  });

  test('max-uses is not for external links', async () => {
    const portal = await portalOf();
    const ran = await set(portal, portal.addRoom({ title: 'Room', roomType: 5 }), { 'max-uses': '5' });
    expect(ran.problem).toContain('`max-uses` is for invitation links only');
  });

  test('deny-download is set, kept and taken away [promise set-deny-download]', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const results: unknown[] = [];
    for (const deny of ['true', '', 'false']) {
      const ran = await set(portal, room, { 'deny-download': deny });
      results.push([ran.outputs['result'], linkOf(ran)?.['denyDownload']]);
    }
    expect(results).toStrictEqual([
      ['created', true],
      ['unchanged', true],
      ['updated', false],
    ]);
    expect(json(await set(portal, room), 'links')).toMatchObject([{ denyDownload: false }]);
  });
});
