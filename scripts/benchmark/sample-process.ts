/** The same work by a straightforward script, after the samples of the documentation: the list, then one by one. */
import type { PortalAddress } from './portal-process.ts';

const { url, key } = JSON.parse(process.argv[2] ?? '') as PortalAddress;
const headers = { Authorization: `Bearer ${key}`, Accept: 'application/json' };

async function get(path: string): Promise<unknown> {
  const response = await fetch(`${url}/api/2.0/${path}`, { headers });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return ((await response.json()) as { readonly response: unknown }).response;
}

const started = performance.now();
const rooms: { readonly id: number }[] = [];
for (;;) {
  const page = (await get(`files/rooms?count=100&startIndex=${rooms.length}`)) as {
    readonly folders: typeof rooms;
    readonly total: number;
  };
  rooms.push(...page.folders);
  if (rooms.length >= page.total) break;
}
let links = 0;
for (const { id } of rooms) links += ((await get(`files/rooms/${id}/links`)) as unknown[]).length;
process.send?.({ milliseconds: performance.now() - started, rooms: rooms.length, links });
process.disconnect();
