import { describe, expect, test } from '@jest/globals';
import type { LinkInput, Portal, PortalOptions } from '../../simulator/index.ts';
import { roomFile } from './apply/stage.ts';
import { addOurs } from '../support/ours.ts';
import { afterJob, asked, bodies, portalOf, reads, run, set, type Ran } from '../support/step.ts';
import { workspaceOf } from '../support/workspace.ts';

const roomPath = /\/rooms\/\d+$/u;
const linksPath = /\/links$/u;

/** A room that the key `manager` manages, with a link of this repository in it, and one step of each verb for it. */
async function scene(link: LinkInput | null, options: PortalOptions = {}) {
  const portal = await portalOf(options);
  const room = portal.addRoom({ title: 'Room', roomType: 5, members: { manager: 9 } });
  if (link !== null) addOurs(portal, room.id, 'a', { internal: true, ...link });
  const key = { key: 'manager' };
  const inputs = { 'room-id': String(room.id) };
  const verbs: Readonly<Record<string, () => Promise<Ran>>> = {
    set: () => set(portal, room, { key: 'a' }, key),
    'set of an invitation': () => set(portal, room, { key: 'a', 'link-type': 'invitation' }, key),
    list: () => run('list', portal, inputs, key),
    revoke: () => run('revoke', portal, { ...inputs, key: 'a' }, key),
    apply: async () => {
      const { path: cwd } = await workspaceOf({ 'links.yml': roomFile(String(room.id), ['key: a, state: absent']) });
      return run('apply', portal, { file: 'links.yml' }, { ...key, cwd });
    },
  };
  const step = (verb: string): Promise<Ran> => (verbs[verb] as () => Promise<Ran>)();
  const withdraw = (): void => {
    room.members.set(portal.user('manager').id, 10);
  };
  return { portal, room, step, withdraw, links: () => portal.links(room.id) };
}

/** Does something when the room has been read, and before its links are. */
function betweenTheReads(portal: Portal, work: () => void): void {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  portal.on(
    { method: 'GET', path: roomPath, times: 1 },
    () => {
      resolve(undefined);
    },
    { when: 'after' },
  );
  portal.on({ method: 'GET', path: linksPath, times: 1 }, async () => {
    await promise;
    work();
  });
}

/** Lists nothing, though there is something, for so many times. */
function staleLists(portal: Portal, times: number, nth = 1): void {
  const change = (body: object): object => ({ ...body, response: [], count: 0 });
  portal.fault({ method: 'GET', path: linksPath, times, nth }, { kind: 'mutate', change });
}

const emptyResults: Readonly<Record<string, object>> = {
  list: { links: '[]', 'links-count': '0' },
  revoke: { result: 'absent', changed: 'false' },
  apply: { result: 'unchanged', changed: 'false' },
};

describe('rights that are withdrawn between reading the room and reading its links are an error', () => {
  test.each(['set', 'list', 'revoke', 'apply'])('%s, with an external link there', async (verb) => {
    const { portal, step, withdraw } = await scene({});
    betweenTheReads(portal, withdraw);
    const ran = await step(verb);
    expect(ran.errors).toMatchObject([{ title: 'Not a manager of the room' }]);
    expect(bodies(portal)).toStrictEqual([]);
    expect(ran.outputs['result'] ?? '').toBe('');
  });

  test.each(['set', 'list', 'revoke', 'apply'])('%s, of a user who is removed from the room', async (verb) => {
    const { portal, room, step } = await scene({});
    betweenTheReads(portal, () => {
      room.members.delete(portal.user('manager').id);
    });
    expect((await step(verb)).errors).toMatchObject([{ title: 'Room not accessible' }]);
    expect(bodies(portal)).toStrictEqual([]);
  });

  // Before 3.7 the room does not say whether it has links.
  test.each(
    ['list', 'revoke', 'apply'].flatMap((verb) => [[verb, { kind: 3, role: 2 }] as const, [verb, {}] as const]),
  )('%s, on a portal before 3.7: %j', async (verb, link) => {
    const { portal, step, withdraw } = await scene(link, { profile: '3.6' });
    betweenTheReads(portal, withdraw);
    const ran = await step(verb);
    expect(ran.errors).toMatchObject([{ title: 'Not a manager of the room' }]);
    expect(bodies(portal)).toStrictEqual([]);
  });
});

describe('an empty list of a room that says that it has an external link', () => {
  test.each(['set', 'set of an invitation', 'list', 'revoke', 'apply'])(
    '%s: red if it stays so, and nothing is written',
    async (verb) => {
      const { portal, step, room } = await scene({});
      staleLists(portal, 99);
      const ran = await step(verb);
      expect(ran.errors).toMatchObject([{ title: 'Links not listed' }]);
      // The room itself was read.
      const id = verb === 'apply' ? undefined : String(room.id);
      expect(ran.outputs['room-id']).toBe(id);
      expect(ran.problem).toContain(`Room ${room.id} "Room" says that it has an external link`);
      expect(ran.problem).toContain('Run the step again');
      expect(bodies(portal)).toStrictEqual([]);
      expect(ran.outputs['result'] ?? '').toBe('');
    },
  );

  test.each([
    ['list', { 'links-count': '1' }],
    ['revoke', { result: 'revoked' }],
    ['set', { result: 'unchanged' }],
    ['apply', { result: 'applied', 'revoked-count': '1' }],
  ])('%s: read once more, the list is believed', async (verb, outputs) => {
    const { portal, step } = await scene({});
    staleLists(portal, 1);
    const ran = await step(verb);
    expect(ran.errors).toStrictEqual([]);
    expect(ran.outputs).toMatchObject(outputs);
  });

  test.each(['list', 'revoke', 'apply'])('%s: a flag that has gone since is no contradiction', async (verb) => {
    const { portal, room, step } = await scene({});
    betweenTheReads(portal, () => {
      room.links.clear();
    });
    const ran = await step(verb);
    expect(ran.errors).toStrictEqual([]);
    expect(ran.outputs).toMatchObject(emptyResults[verb] ?? {});
  });

  test('the flag for links that anyone can open says the same [promise list-contradiction]', async () => {
    const { portal, step } = await scene({ internal: false });
    const change = (body: { response: object }): object => ({ ...body, response: { ...body.response, shared: false } });
    portal.fault({ method: 'GET', path: roomPath, times: 9 }, { kind: 'mutate', change });
    staleLists(portal, 99);
    expect((await step('revoke')).errors).toMatchObject([{ title: 'Links not listed' }]);
  });

  test('in the archive, too, where the owner may list links', async () => {
    const { portal, room } = await scene({});
    portal.archive(room.id);
    staleLists(portal, 99);
    const ran = await run('list', portal, { 'room-id': String(room.id) });
    expect(ran.errors).toMatchObject([{ title: 'Links not listed' }]);
  });

  test('a list of invitations only contradicts it, too', async () => {
    const { portal, room, step } = await scene({});
    portal.addLink(room.id, { kind: 3 });
    const change = (body: { response: { subjectType: number }[] }): object => {
      const response = body.response.filter(({ subjectType }) => subjectType === 3);
      return { ...body, response, count: response.length };
    };
    portal.fault({ method: 'GET', path: linksPath, times: 99 }, { kind: 'mutate', change });
    expect((await step('revoke')).errors).toMatchObject([{ title: 'Links not listed' }]);
  });
});

describe('an empty list that nothing contradicts costs no more than it has to', () => {
  test('to create a link: two reads, the write and its proof', async () => {
    const { portal, step } = await scene(null);
    expect((await step('set')).outputs).toMatchObject({ result: 'created' });
    expect(asked(portal)).toStrictEqual([...reads, 'PUT links', 'GET links', 'GET share']);
  });

  test.each(
    ['list', 'revoke', 'apply'].flatMap((verb) => [
      [verb, '3.7', reads] as const,
      [verb, '3.6', [...reads, 'GET room']] as const,
    ]),
  )('%s on a portal of %s: %j', async (verb, profile, requests) => {
    const { portal, step } = await scene(null, { profile });
    const ran = await step(verb);
    expect(ran.outputs).toMatchObject(emptyResults[verb] ?? {});
    expect(asked(portal)).toStrictEqual(requests);
  });

  test('an invitation is listed, of which the flag says nothing: two reads', async () => {
    const { portal, step } = await scene({ kind: 3, role: 2 });
    expect((await step('list')).outputs).toMatchObject({ 'links-count': '1' });
    expect(asked(portal)).toStrictEqual(reads);
  });
});

describe('a list that is suddenly empty after a write', () => {
  test('because rights were withdrawn: red, with that as the reason [promise list-contradiction]', async () => {
    const { portal, step, withdraw, links } = await scene(null);
    portal.on({ method: 'PUT', times: 1 }, withdraw, { when: 'after' });
    const ran = await step('set');
    expect(ran.errors).toMatchObject([{ title: 'Not a manager of the room' }]);
    expect(ran.problem).toContain('what it has written cannot be read back');
    expect(ran.outputs).toMatchObject({ result: '', changed: 'true' });
    expect(links()).toHaveLength(1);
  });

  test('because it is not up to date: read once more', async () => {
    const { portal, step } = await scene(null);
    staleLists(portal, 1, 2);
    expect((await step('set')).outputs).toMatchObject({ result: 'created' });
  });

  test('after a revoke: the links that stay are not called gone', async () => {
    const { portal, room, step, withdraw } = await scene({});
    addOurs(portal, room.id, 'b', {});
    portal.on({ method: 'PUT', times: 1 }, withdraw, { when: 'after' });
    const ran = await step('revoke');
    expect(ran.errors).toMatchObject([{ title: 'Not a manager of the room' }]);
    expect(ran.outputs).toMatchObject({ result: '', changed: 'true' });
  });

  test('after a revoke, where the former URL could not be tried: the list alone is no proof', async () => {
    const { portal, step, withdraw } = await scene({});
    portal.fault({ path: /\/files\/share\//u, times: 99 }, { kind: 'html', status: 403 });
    portal.on({ method: 'PUT', times: 1 }, withdraw, { when: 'after' });
    const ran = await step('revoke');
    expect(ran.errors).toMatchObject([{ title: 'Not a manager of the room' }]);
    expect(ran.outputs).toMatchObject({ result: '' });
  });

  test('a refused revoke is not taken for done because the list is empty', async () => {
    const { portal, step, withdraw, links } = await scene({});
    portal.fault({ path: /\/files\/share\//u, times: 99 }, { kind: 'html', status: 403 });
    portal.on({ method: 'PUT', times: 1 }, withdraw);
    const ran = await step('revoke');
    expect(ran.exitCode).toBe(1);
    expect(ran.outputs).toMatchObject({ result: '', changed: 'false', 'revoked-count': '0' });
    expect(links()).toHaveLength(1);
  });

  test('apply: red, and the entry is not done', async () => {
    const { portal, room, withdraw } = await scene(null);
    portal.on({ method: 'PUT', times: 1 }, withdraw, { when: 'after' });
    const { path: cwd } = await workspaceOf({ 'links.yml': roomFile(String(room.id), ['key: a']) });
    const ran = await run('apply', portal, { file: 'links.yml' }, { key: 'manager', cwd });
    expect(ran.errors).toMatchObject([{ title: 'Not a manager of the room' }]);
    expect(ran.outputs).toMatchObject({ result: '', changed: 'true', 'failed-count': '1' });
  });
});

describe('the post step', () => {
  const desired = { key: 'job', 'revoke-after-job': 'true', expiration: '2h' };

  test.each([
    ['an external link', { internal: 'true' }],
    ['an invitation', { 'link-type': 'invitation' }],
  ])('does not call %s gone when rights are withdrawn between its reads', async (_, more) => {
    const { portal, room, withdraw } = await scene(null);
    const inputs = { 'room-id': String(room.id), ...desired, ...more };
    const step = await run('set', portal, inputs, { key: 'manager' });
    expect(step.outputs).toMatchObject({ result: 'created' });
    betweenTheReads(portal, withdraw);
    const post = await afterJob(portal, inputs, step, { key: 'manager' });
    expect(post.logged).not.toContain('is gone already');
    expect(post.stdout).toContain('::warning title=Not revoked after the job::');
  });

  test('warns where the portal contradicts itself', async () => {
    const { portal, room } = await scene(null);
    const inputs = { 'room-id': String(room.id), ...desired };
    const step = await run('set', portal, inputs, { key: 'manager' });
    staleLists(portal, 99);
    const post = await afterJob(portal, inputs, step, { key: 'manager' });
    expect(post.stdout).toContain('says that it has an external link');
    expect(post.logged).not.toContain('is gone already');
  });
});
