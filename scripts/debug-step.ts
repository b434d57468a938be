/**
 * One step of an action, run from the sources against a simulated portal in the same process, so that breakpoints work
 * in both: `node scripts/debug-step.ts set key=demo access=editor`, from Node 24 on. `.vscode/launch.json` starts it.
 * The rooms are those of `npm run portal`; `set`, `list` and `revoke` work on the first one unless you name another.
 */
import { demoRooms } from '../simulator/demo.ts';
import { startPortal } from '../simulator/index.ts';

const [verb = 'set', ...pairs] = process.argv.slice(2);
const given = pairs.map((pair) => {
  const [, name = pair, value = ''] = /^([^=]*)=(.*)$/su.exec(pair) ?? [];
  return [name, value] as const;
});

const portal = await startPortal();
const [room] = demoRooms(portal);
const ofOneRoom = ['set', 'list', 'revoke'].includes(verb) && !given.some(([name]) => /^rooms?\b/u.test(name));
const inputs = new Map([
  ['portal-url', portal.url],
  ['api-key', portal.key('owner')],
  ...(ofOneRoom && room !== undefined ? [['room-id', String(room.id)] as const] : []),
  ...given,
]);
// A runner hands inputs over like this. `RUNNER_DEBUG` makes the toolkit print the debug lines.
for (const [name, value] of inputs) process.env[`INPUT_${name.toUpperCase()}`] = value;
Object.assign(process.env, { RUNNER_DEBUG: '1', GITHUB_REPOSITORY: 'octo/contracts', GITHUB_REPOSITORY_ID: '4242' });

process.argv.splice(2, Infinity, verb);
try {
  await import('../src/index.ts');
} finally {
  await portal.close();
}
