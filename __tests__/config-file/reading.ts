import { parseLinksFile } from '../../src/config-file/parse.ts';
import type { FileLink } from '../../src/links/declared.ts';
import type { ConfigFile } from '../../src/audit/policy.ts';
import { Failure } from '../../src/links/problem.ts';
import { now } from '../support/links.ts';

/** The file, read. */
export function parsed(text: string): Promise<ConfigFile> {
  return parseLinksFile(text, 'links.yml', now);
}

/** What a user is told about the file, without its name; [] if it is taken. */
export async function mistakesOf(text: string): Promise<readonly string[]> {
  try {
    await parsed(text);
    return [];
  } catch (error) {
    if (error instanceof Failure) return error.problems.map(({ message }) => message.replace(/^links\.yml:/u, ''));
    throw error;
  }
}

/** A file with one room and these lines of links, each the inside of a flow mapping. */
export function fileOf(links: readonly string[], defaults = ''): string {
  const head = defaults === '' ? [] : [`defaults: { ${defaults} }`];
  return [
    'version: 1',
    ...head,
    'rooms:',
    '  - room: 2201',
    links.length === 0 ? '    links: []' : '    links:',
    ...links.map((link) => `      - { ${link} }`),
    '',
  ].join('\n');
}

/** The links of such a file. */
export async function linksOf(links: readonly string[], defaults = ''): Promise<readonly FileLink[]> {
  return (await parsed(fileOf(links, defaults))).rooms.flatMap((room) => room.links);
}
