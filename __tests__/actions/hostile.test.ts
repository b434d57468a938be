import { describe, expect, test } from '@jest/globals';
import { rendered } from '../support/rendered.ts';
import { json, linkOf, portalOf, run, set, type Ran } from '../support/step.ts';

const titles = [
  '::error::stop',
  'first\n::set-output name=link::stolen',
  'first\r::add-mask::Room',
  'x ##[error]stop ##[add-mask]Room ##[set-output name=link]stolen',
  '\u2028::warning::x',
  '| a | b |',
  '`code` ``` **bold** <img src=x onerror=alert(1)> <!-- ',
  '@octo/team #1 https://evil.example www.evil.example mail@evil.example ![x](https://evil.example/x.png)',
  'right \u202e left \u2066 isolate',
  '=HYPERLINK("https://evil.example")',
  '%0A::error::x%0D',
  '\u001b[31mred\u0007',
  ' ',
  'ünïcödé 🦊 e\u0301',
];

/** No line of the log speaks to the runner but those of the action itself, and nothing is drawn otherwise than it is. */
function expectHarmless(ran: Ran): void {
  const commands = ran.stdout.split('\n').filter((line) => line.trimStart().startsWith('::'));
  expect(
    commands.filter((line) => !/^::(?:add-mask|debug|error title=[^:]*|warning title=[^:]*)::/u.test(line)),
  ).toStrictEqual([]);
  expect(ran.stdout).not.toContain('##[');
  // eslint-disable-next-line no-control-regex -- which is the point
  expect(ran.stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u2028\u2029]/u);
  const { elements, open } = rendered(ran.summary);
  const ours = ['br', 'code', 'em', 'h3', 'li', 'p', 'strong', 'table', 'tbody', 'td', 'th', 'thead', 'tr', 'ul'];
  expect(elements.filter((name) => !ours.includes(name))).toStrictEqual([]);
  expect(open).not.toMatch(/@\w|#\d/u);
}

describe.each(titles)('a title %j', (title) => {
  test('of a room, and of a link made by others', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title, roomType: 5 });
    const other = portal.addLink(room.id, { title });
    const ran = await set(portal, room, { access: 'editor' });
    expectHarmless(ran);
    expect(ran.outputs).toMatchObject({ result: 'created', opens: 'login' });
    expect(json(ran, 'plan')).toMatchObject([{ roomTitle: room.title }]);
    expect(json(ran, 'links')).toContainEqual(expect.objectContaining({ id: other.id, title: other.title }));

    const list = await run('list', portal, { 'room-id': String(room.id) });
    expectHarmless(list);
    expect(list.outputs['links-count']).toBe('2');

    portal.archive(room.id);
    const red = await set(portal, room);
    expectHarmless(red);
    expect(red.errors).toMatchObject([{ title: 'Room is in the Archive' }]);
  });
});

test.each(['::error::x', '##[error]x', '@octo <b>|`', '| x |'])(
  'a title, key and other inputs %j of our own',
  async (text) => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const ran = await set(portal, room, { title: text, key: text });
    expectHarmless(ran);
    expect(linkOf(ran)).toMatchObject({ title: text });
    const renamed = await set(portal, room, { title: 'plain', key: text });
    expectHarmless(renamed);
    const wrong = await set(portal, { id: text }, { access: text, expiration: text, 'link-id': text });
    expectHarmless(wrong);
    expect(wrong.errors.length).toBeGreaterThan(3);
  },
);

test('what stands in an answer that is not DocSpace’s', async () => {
  const portal = await portalOf();
  const room = portal.addRoom({ title: 'Room', roomType: 5 });
  const page =
    '<title>##[error] ::error::x\n::set-output name=link::stolen @octo [x](https://evil.example) | `</title>';
  portal.fault({ path: '/links' }, { kind: 'status', status: 200, body: page, contentType: 'text/html' });
  const ran = await set(portal, room);
  expectHarmless(ran);
  expect(ran.errors).toMatchObject([{ title: 'Not an answer of DocSpace' }]);
});

test('what stands in the message of a refusal', async () => {
  const portal = await portalOf();
  const room = portal.addRoom({ title: 'Room', roomType: 5 });
  const error = {
    message: 'no\n::error::x ##[error] @octo `',
    type: 'System.InvalidOperationException',
    stack: 'secret',
  };
  portal.fault({ method: 'PUT' }, { kind: 'status', status: 403, body: { error, status: 1, statusCode: 403 } });
  const ran = await set(portal, room);
  expectHarmless(ran);
  expect(ran.errors).toMatchObject([{ title: 'The portal refused' }]);
});
