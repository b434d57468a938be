/** The requests that `apply` needs to read rooms, by node's own client, and nothing done with the answers. */
import { Agent, get } from 'node:http';
import type { PortalAddress } from './portal-process.ts';

/** Which rooms are read, and how. */
export interface BareSetup extends PortalAddress {
  readonly rooms: readonly number[];
  readonly atOnce: number;
}

const { url, key, rooms, atOnce } = JSON.parse(process.argv[2] ?? '') as BareSetup;
const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
const headers = { authorization: `Bearer ${key}` };
const read = (path: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    get(url + path, { agent, headers }, (answer) => answer.resume().on('end', resolve)).on('error', reject);
  });
await Promise.all(
  rooms.map((id) => `/api/2.0/files/rooms/${id}`).flatMap((path) => [read(path), read(`${path}/links`)]),
);
agent.destroy();
process.send?.('read');
process.disconnect();
