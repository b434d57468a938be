import { describe, expect, test } from '@jest/globals';
import type { Verb } from '../../src/actions/table.ts';
import { asked, portalOf, run } from '../support/step.ts';
import { workspaceOf } from '../support/workspace.ts';

const lost = 'sbox-3-abc';
const message = `The portal has no room ${lost}: no third-party storage with this id is connected`;

/** A file for `apply` that names this room. */
const fileOf = (room: string) => `version: 1\nrooms:\n  - room: ${room}\n    links:\n      - { access: viewer }\n`;

describe('a room of a third-party storage that is not connected', () => {
  test.each<[verb: Verb, inputs: Readonly<Record<string, string>>]>([
    ['set', { 'room-id': lost }],
    ['list', { 'room-id': lost }],
    ['revoke', { 'room-id': lost, expired: 'true' }],
    ['apply', { file: 'links.yml' }],
  ])('%s: is not found, and is asked for once', async (verb, inputs) => {
    const portal = await portalOf();
    const { path: cwd } = await workspaceOf({ 'links.yml': fileOf(lost) });
    const ran = await run(verb, portal, inputs, { cwd });
    expect(ran.errors).toMatchObject([{ title: 'Room not found' }]);
    expect(ran.problem).toContain(message);
    expect(ran.problem).toContain('Connect the storage in DocSpace');
    expect(asked(portal)).toStrictEqual(['GET links', 'GET room']);
  });

  test('audit: is not found, and is not taken for an error of the portal', async () => {
    const portal = await portalOf();
    portal.addRoom({ title: 'Room', roomType: 5 });
    const { path: cwd } = await workspaceOf();
    const ran = await run('audit', portal, { rooms: `201\n${lost}`, 'github-token': '' }, { cwd });
    expect(ran.exitCode).toBe(1);
    expect(ran.stdout).toContain(lost);
    expect(ran.stdout).not.toContain('Error inside the portal');
    expect(portal.requests.filter(({ path }) => path.endsWith(lost))).toHaveLength(1);
  });

  test('a selector that the portal does not know is not found either', async () => {
    const portal = await portalOf();
    const ran = await run('set', portal, { 'room-id': 'drive-12-x' });
    expect(ran.errors).toMatchObject([{ title: 'Room not found' }]);
    expect(ran.problem).toContain('The portal has no room drive-12-x');
  });

  test.each([
    ['a number', '201', 'System.AggregateException'],
    ['another exception', 'sbox-1-here', 'System.NullReferenceException'],
  ])('%s: the portal has failed', async (_name, id, type) => {
    const portal = await portalOf();
    portal.addRoom({ title: 'Room', roomType: 5 });
    portal.addRoom({ title: 'Box', roomType: 5, thirdParty: 'sbox-1-here' });
    const error = { message: 'One or more errors occurred. (Sequence contains no elements)', type, stack: '' };
    portal.fault(
      { path: new RegExp(`/rooms/${id}$`, 'u') },
      { kind: 'status', status: 500, body: { error, status: 1, statusCode: 500 } },
    );
    const ran = await run('set', portal, { 'room-id': id });
    expect(ran.errors).toMatchObject([{ title: 'Error inside the portal' }]);
  });

  test('a storage that fails at the links of a room that is there is an error of the portal', async () => {
    const portal = await portalOf();
    portal.addRoom({ title: 'Box', roomType: 5, thirdParty: 'sbox-1-here' });
    const error = { message: 'One or more errors occurred.', type: 'System.AggregateException', stack: '' };
    portal.fault({ path: '/links' }, { kind: 'status', status: 500, body: { error, status: 1, statusCode: 500 } });
    const ran = await run('list', portal, { 'room-id': 'sbox-1-here' });
    expect(ran.errors).toMatchObject([{ title: 'Error inside the portal' }]);
  });
});
