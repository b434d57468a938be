import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../fixtures/recordings/', import.meta.url);
const fill = (text: string): string =>
  text
    .replace(/\{guid:(\d+)\}/gu, (_, n: string) => `6F1C0000-0000-4000-8000-${n.padStart(12, '0')}`)
    .replace(/\{now[^}]*\}/gu, '2026-11-23T10:00:00.5000000Z')
    .replaceAll('{origin}', 'https://portal.test');
/** The `response` of every success that was recorded at the real portal, with the name of its recording. */
export const recorded: readonly [name: string, response: unknown][] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) => {
    const file = JSON.parse(fill(readFileSync(new URL(name, folder), 'utf8'))) as {
      steps: { response?: { status: number; body?: { response?: unknown } | string } }[];
    };
    return file.steps.flatMap(({ response }, index): [string, unknown][] =>
      response?.status === 200 && typeof response.body === 'object'
        ? [[`${name} ${index}`, response.body.response]]
        : [],
    );
  });
