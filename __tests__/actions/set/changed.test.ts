import { describe, expect, test } from '@jest/globals';
import { asked, portalOf, reads, set } from '../../support/step.ts';

const error = { message: 'Oops', type: 'System.TimeoutException', stack: '', hresult: -1 };
const refused = { error: { ...error, type: 'System.InvalidOperationException' }, status: 1, statusCode: 403 };

async function customRoom() {
  const portal = await portalOf();
  return { portal, room: portal.addRoom({ title: 'Room', roomType: 5 }) };
}

/** An anonymous visitor gets in, whatever the link says. */
const opens = (body: { response: object }): object => ({ ...body, response: { ...body.response, status: 0 } });

describe('`changed` of a set that fails', () => {
  test('is true after a write that was answered, though the link is taken back', async () => {
    const { portal, room } = await customRoom();
    portal.fault({ path: /\/files\/share\//u, times: 9 }, { kind: 'mutate', change: opens });
    const ran = await set(portal, room);
    expect(ran.exitCode).toBe(1);
    expect(ran.outputs).toMatchObject({ result: '', changed: 'true' });
    expect(portal.links(room.id)).toStrictEqual([]);
  });

  test('is true when the primary link was made, and could not be given its settings', async () => {
    const { portal, room } = await customRoom();
    portal.fault({ method: 'PUT', times: 1 }, { kind: 'status', status: 400, body: { ...refused, statusCode: 400 } });
    const ran = await set(portal, room, { primary: 'true' });
    expect(ran.exitCode).toBe(1);
    expect(ran.outputs).toMatchObject({ result: '', changed: 'true' });
    expect(portal.links(room.id)).toStrictEqual([]);
  });

  test('is true when a write seemed to fail and the portal shows that it was carried out', async () => {
    const { portal, room } = await customRoom();
    const body = { error, status: 1, statusCode: 500 };
    portal.fault({ method: 'PUT' }, { kind: 'status', status: 500, body, applied: true });
    portal.fault({ path: /\/files\/share\//u, times: 9 }, { kind: 'mutate', change: opens });
    const ran = await set(portal, room);
    expect(ran.exitCode).toBe(1);
    expect(ran.outputs).toMatchObject({ result: '', changed: 'true' });
  });

  test.each([
    ['false when the only write was refused', 'false', { kind: 'status', status: 403, body: refused }],
    ['empty when the only write was not answered by DocSpace', '', { kind: 'html', status: 200 }],
  ] as const)('is %s', async (_, changed, fault) => {
    const { portal, room } = await customRoom();
    portal.fault({ method: 'PUT', times: 9 }, fault);
    const ran = await set(portal, room);
    expect(ran.exitCode).toBe(1);
    expect(ran.outputs).toMatchObject({ result: '', changed });
  });

  test('is empty when nothing was written: the room has no place for the link', async () => {
    const { portal, room } = await customRoom();
    for (const title of ['a', 'b', 'c', 'd', 'e']) portal.addLink(room.id, { title });
    const ran = await set(portal, room);
    expect(ran.exitCode).toBe(1);
    expect(ran.outputs).toMatchObject({ result: '', changed: '' });
  });
});

test('a primary link that the portal makes just as it is asked for is not written again', async () => {
  const { portal, room } = await customRoom();
  const inputs = { primary: 'true', title: 'Shared link', internal: 'false', expiration: 'never' };
  const ran = await set(portal, room, inputs);
  expect(ran.outputs).toMatchObject({ result: 'created', changed: 'true', opens: 'room' });
  expect(asked(portal)).toStrictEqual([...reads, 'GET primary', 'GET links', 'GET share'].sort());
  expect((await set(portal, room, inputs)).outputs).toMatchObject({ result: 'unchanged', changed: 'false' });
});
