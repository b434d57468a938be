import { describe, expect, test } from '@jest/globals';
import type { Portal } from '../../../simulator/index.ts';
import { asked, portalOf, reads, set } from '../../support/step.ts';

/** Settles when the portal sees such a request, which is then never answered. */
function stalled(portal: Portal, method: string, path: RegExp, when: 'before' | 'after' = 'before'): Promise<void> {
  return new Promise((resolve) => {
    portal.on(
      { method, path, times: 1 },
      () => {
        resolve();
        return new Promise(() => undefined);
      },
      { when },
    );
  });
}

/** Code that runs before the action, as a module. */
const preload = (code: string): Readonly<Record<string, string>> => ({
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}`,
});

const endless = `
  import http from 'node:http';
  import { EventEmitter } from 'node:events';
  import { syncBuiltinESMExports } from 'node:module';
  const nothing = () => undefined;
  http.request = () => Object.assign(new EventEmitter(), { end: nothing, write: nothing, destroy: nothing, setTimeout: nothing });
  syncBuiltinESMExports();
  const start = globalThis.setTimeout;
  globalThis.setTimeout = (...given) => start(...given).unref();
`;

describe('killed in the middle, the step is not green', () => {
  test.each([
    ['reading', 'GET', /\/links$/u, 0],
    ['before the write', 'PUT', /\/links$/u, 0],
    ['trying the link', 'GET', /\/files\/share\//u, 1],
  ] as const)('%s', async (_, method, path, links) => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const ran = await set(portal, room, { password: 'generate' }, { kill: stalled(portal, method, path) });
    expect(ran.exitCode).not.toBe(0);
    expect(ran.outputs).toStrictEqual({});
    expect(portal.links(room.id)).toHaveLength(links);
  });

  test('after a write that was carried out: the next run finds the link, and there is one [promise set-failure-red]', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const ran = await set(portal, room, {}, { kill: stalled(portal, 'PUT', /\/links$/u, 'after') });
    expect(ran.exitCode).not.toBe(0);
    const [link] = portal.links(room.id);
    const again = await set(portal, room);
    expect(again.outputs).toMatchObject({ result: 'unchanged', 'link-id': link?.id, 'links-count': '1' });
  });
});

test('a step whose work ends before it is done is red, and says so', async () => {
  const portal = await portalOf();
  const room = portal.addRoom({ title: 'Room', roomType: 5 });
  // No socket and no timer keeps the process alive: the worst that a library could do to it.
  const ran = await set(portal, room, {}, { env: preload(endless), broken: true });
  expect(ran.exitCode).not.toBe(0);
  expect(ran.errors).toStrictEqual([
    { title: 'Stopped in the middle', text: 'The step ended before its work was done.' },
  ]);
  expect(portal.requests).toStrictEqual([]);
});

test('an error of the program itself is red; its stack stands in the debug log only', async () => {
  const portal = await portalOf();
  const room = portal.addRoom({ title: 'Room', roomType: 5 });
  const broken = `const parse = JSON.parse; JSON.parse = (text, ...more) => {
    const value = parse(text, ...more);
    if (value?.response !== undefined) Object.defineProperty(value, 'status', { get() { throw new TypeError('broken ##[error]'); } });
    return value;
  };`;
  const ran = await set(portal, room, {}, { env: preload(broken) });
  expect(ran.errors).toMatchObject([{ title: 'Error in this action' }]);
  expect(ran.problem).toContain('TypeError: broken # #[error]');
  expect(ran.problem).not.toContain('    at ');
  expect(ran.debug.some((line) => line.startsWith('    at '))).toBe(true);
  expect(ran.summary).toContain('### DocSpace room links: set failed');
  expect(asked(portal)).toStrictEqual(reads);
});
