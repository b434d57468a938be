import { createHash, randomBytes } from 'node:crypto';
import { access, mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { usualLinksFiles } from '../src/actions/config-file.ts';
import { parseLinksFile } from '../src/config-file/parse.ts';
import { connect } from '../src/docspace/client.ts';
import { type Proxies, readProxies } from '../src/http/proxy.ts';
import type { Identity } from '../src/links/identity.ts';
import { Failure } from '../src/links/problem.ts';
import { escapeForLog } from '../src/links/text.ts';
import { parseApiKey, parsePortalUrl } from '../src/values/credentials.ts';
import type { Parse } from '../src/values/parsed.ts';
import { firstFile } from './init/first-file.ts';
import { surveyPortal } from './init/survey.ts';

/**
 * Writes a first file of links from what a portal has, so that an existing portal can be taken over:
 * `npm run init -- --portal-url https://… --api-key sk-…` (the key may come from DOCSPACE_API_KEY instead). Only reads
 * from the portal.
 */

const usage = `npm run init -- --portal-url https://your-portal.onlyoffice.com --api-key sk-… [--file .github/docspace-links.yml] [--repository-id 123456]

The key may come from the environment instead: DOCSPACE_API_KEY. With --repository-id (the variable GITHUB_REPOSITORY_ID
of a workflow) the links that the repository has made are entries of the file, and not comments.`;

const { values } = parseArgs({
  options: {
    'portal-url': { type: 'string', default: process.env['DOCSPACE_PORTAL_URL'] ?? '' },
    'api-key': { type: 'string', default: process.env['DOCSPACE_API_KEY'] ?? '' },
    file: { type: 'string', default: '.github/docspace-links.yml' },
    'repository-id': { type: 'string', default: process.env['GITHUB_REPOSITORY_ID'] ?? '' },
  },
});

function value<T>(name: string, text: string, parse: Parse<T>): T {
  const parsed = text.trim() === '' ? { wrong: 'is missing.' } : parse(text.trim());
  if ('wrong' in parsed) throw new Error(`--${name} ${parsed.wrong}\n\n${usage}`);
  return parsed.value;
}

/** Two files under the usual names would be an error of every action that reads them. */
async function refuseBeside(other: string): Promise<void> {
  const isThere = await access(resolve(process.env['INIT_CWD'] ?? '.', other)).then(
    () => true,
    () => false,
  );
  if (isThere) throw new Error(`${other} is there already: give another name with --file.`);
}

/** The proxies of the environment. */
function proxies(): Proxies {
  const { proxies: found, problems } = readProxies(process.env);
  const [wrong] = problems;
  if (wrong !== undefined) throw new Error(`${wrong.message} ${wrong.hint}`);
  return found;
}

const fiveMinutes = 300_000;

async function init(): Promise<void> {
  const end = Date.now() + fiveMinutes;
  const identity: Identity = {
    repository: values['repository-id'],
    hash: (text) => createHash('sha256').update(text).digest(),
    random: (length) => randomBytes(length),
  };
  const portal = connect({
    portal: value('portal-url', values['portal-url'], parsePortalUrl),
    apiKey: value('api-key', values['api-key'], parseApiKey),
    requestTimeout: 30_000,
    signal: new AbortController().signal,
    userAgent: 'docspace-room-links',
    proxies: proxies(),
    timeLeft: () => end - Date.now(),
    onRetry: ({ why }) => {
      console.error(escapeForLog(why));
    },
    onLimited: (why) => {
      console.error(escapeForLog(`${why} Waiting until it does, 5 minutes at most.`));
    },
  });
  try {
    const survey = await surveyPortal(portal);
    const text = firstFile(survey, identity);
    // What cannot be read back would be worth nothing.
    await parseLinksFile(text, values.file, new Date());
    const path = resolve(process.env['INIT_CWD'] ?? '.', values.file);
    const other = usualLinksFiles.find((name) => name !== values.file);
    if (usualLinksFiles.some((name) => name === values.file) && other !== undefined) await refuseBeside(other);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text, { flag: 'wx' });
    const links = survey.read.reduce((sum, room) => sum + room.links.length, 0);
    console.log(`Written: ${path}, with ${links} links of ${survey.read.length} rooms.`);
    console.log('Look through it, commit it, and run the action `apply` with `dry-run: true` to see what it would do.');
  } finally {
    portal.close();
  }
}

try {
  await init();
} catch (error) {
  const code = (error as { readonly code?: unknown }).code;
  const reported =
    error instanceof Failure
      ? error.problems.map(({ message, hint }) => escapeForLog(`${message} ${hint}`))
      : [code === 'EEXIST' ? `${values.file} is there already: give another name with --file.` : String(error)];
  console.error(reported.join('\n'));
  process.exitCode = 1;
}
