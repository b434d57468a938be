import { parseArgs } from 'node:util';
import { demoRooms } from '../simulator/demo.ts';
import { startPortal } from '../simulator/index.ts';

const KINDS = new Map([
  [1, 'Form filling room'],
  [2, 'Collaboration room'],
  [5, 'Custom room'],
  [6, 'Public room'],
  [8, 'Virtual data room'],
]);

const { values } = parseArgs({ options: { port: { type: 'string', default: '4100' } } });
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`--port ${values.port}: a number from 0 to 65535 is needed`);
  process.exit(1);
}

const portal = await startPortal({ port }).catch((error: unknown) => {
  console.error(`The portal could not start: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});
const rooms = demoRooms(portal);
const key = portal.key('owner');
const first = rooms[0]?.id ?? '';

console.log(`A DocSpace portal to try things on (a simulation, it forgets everything when it stops)

  portal-url  ${portal.url}
  api-key     ${key}

Rooms:
${rooms
  .map((room) => {
    const kind = KINDS.get(room.roomType ?? 0) ?? 'Folder';
    const archived = room.root === 20 ? ', archived' : '';
    return `  ${String(room.id)}  ${room.title} (${kind}${archived}, links: ${room.links.size})`;
  })
  .join('\n')}

Try:
  curl -s -H "Authorization: Bearer ${key}" ${portal.url}/api/2.0/files/rooms/${first}/links

Ctrl-C stops it.`);

const stop = (): void => {
  void portal.close().then(() => process.exit(0));
};
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
