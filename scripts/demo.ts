/**
 * The main job, as a user sees it: runs the committed bundle as the Actions runner would, against a simulated portal,
 * or against a real one: `npm run demo -- --portal-url https://… --api-key sk-… --room-id 123`.
 * It says of each step whether it ended as it should, and ends with exit code 1 if one did not.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { problemTable } from '../src/links/problem.ts';
import { startPortal } from '../simulator/index.ts';
import { runStep } from './action-process.ts';
import { wrongWith, type Expected } from './demo-check.ts';
import { shownLog } from './shown-log.ts';

const { values } = parseArgs({
  options: { 'portal-url': { type: 'string' }, 'api-key': { type: 'string' }, 'room-id': { type: 'string' } },
});

interface Target {
  readonly url: string;
  readonly key: string;
  readonly roomId: string;
  readonly close: () => Promise<void>;
}

async function simulated(): Promise<Target> {
  const portal = await startPortal();
  const room = portal.addRoom({ title: 'Contract 2027', roomType: 5 });
  portal.addRoom({ title: 'Press kit', roomType: 6 });
  portal.addLink(room.id, { title: 'Made by hand', role: 2, internal: true });
  const people = portal.addRoom({ title: 'HR files', roomType: 5 });
  portal.addLink(people.id, { title: 'Applicants', role: 10 });
  portal.addRoom({ title: 'Board', roomType: 5, owner: 'manager', members: { owner: 2 } });
  console.log(
    `A simulated DocSpace portal runs at ${portal.url}, with the Custom room ${String(room.id)} "Contract 2027".`,
  );
  return { url: portal.url, key: portal.key('owner'), roomId: String(room.id), close: () => portal.close() };
}

async function target(): Promise<Target> {
  const { 'portal-url': url, 'api-key': key, 'room-id': roomId } = values;
  if (url === undefined && key === undefined && roomId === undefined) return simulated();
  if (url === undefined || key === undefined || roomId === undefined) {
    throw new Error('A real portal needs all of --portal-url, --api-key and --room-id.');
  }
  console.log(`Working on room ${roomId} of ${url}. The link that the demo makes there ends by itself in an hour.`);
  return { url, key, roomId, close: () => Promise.resolve() };
}

const dist = join(import.meta.dirname, '..', 'dist');
const bold = (text: string): string => `\u001b[1m${text}\u001b[0m`;
const dim = (text: string): string => `\u001b[2m${text}\u001b[0m`;

/**
 * One step of a workflow, shown as the page of a run shows it: the inputs, the log, the outputs, the summary. Gives what
 * is wrong with how it ended.
 */
async function show(
  title: string,
  entry: string,
  inputs: Readonly<Record<string, string>>,
  to: Target,
  expected: Expected,
): Promise<readonly string[]> {
  console.log(`\n${bold(`▶ ${title}`)}`);
  console.log(
    dim(
      Object.entries(inputs)
        .map(([name, value]) => `    ${name}: ${value}`)
        .join('\n'),
    ),
  );
  const outcome = await runStep(dist, {
    entry,
    inputs: { ...inputs, 'portal-url': to.url, 'api-key': to.key, 'room-id': to.roomId },
  });
  const { lines, masks } = shownLog(outcome.stdout + outcome.stderr);
  console.log(lines.join('\n'));
  const masked = (text: string): string => masks.reduce((rest, mask) => rest.replaceAll(mask, '***'), text);
  console.log(dim('  outputs'));
  for (const [name, value] of Object.entries(outcome.outputs)) console.log(dim(`    ${name}: ${masked(value)}`));
  console.log(dim('  summary'));
  console.log(dim(masked(outcome.summary).trim().replace(/^/gm, '    ')));
  console.log(outcome.exitCode === 0 ? '  step: green' : `  step: red (exit code ${String(outcome.exitCode)})`);
  return wrongWith(outcome, expected).map((what) => `${title}: ${what}`);
}

const to = await target();
try {
  const link = {
    key: 'pr-58',
    access: 'commenter',
    expiration: values['portal-url'] === undefined ? '7d' : '1h',
    password: 'generate',
    'deny-download': 'true',
  };
  const isSimulated = values['portal-url'] === undefined;
  const steps: readonly (readonly [string, string, Readonly<Record<string, string>>, Expected])[] = [
    [
      'Set: a link for the reviewers of a pull request',
      'index.js',
      link,
      // A real portal may have the link of an earlier demo.
      { results: isSimulated ? ['created'] : ['created', 'updated', 'unchanged', 'replaced'] },
    ],
    ['Set again: nothing to do', 'index.js', link, { results: ['unchanged'] }],
    ['Set: the reviewers may edit now', 'index.js', { ...link, access: 'editor' }, { results: ['updated'] }],
    ['List the links of the room', 'list.js', {}, {}],
    [
      'Set with two mistakes: red, before any request',
      'index.js',
      { access: 'edtor', expiration: '2020-01-31' },
      { results: [''], errors: [problemTable.input.title], red: true },
    ],
    [
      'Audit: what is shared, with whom, until when, and what was not seen',
      'audit.js',
      // Of a real portal, only the room of the demo.
      { rooms: isSimulated ? 'all' : to.roomId, severity: 'DSL015=off', fix: 'DSL001\nDSL003' },
      {
        results: isSimulated ? ['incomplete'] : ['clean', 'findings', 'incomplete'],
        errors: [problemTable['audit-findings'].title, problemTable['audit-incomplete'].title],
        red: isSimulated,
      },
    ],
  ];
  const wrong: string[] = [];
  for (const [title, entry, inputs, expected] of steps) wrong.push(...(await show(title, entry, inputs, to, expected)));
  if (wrong.length === 0) {
    console.log(`\n${bold('The demo went as it should.')}`);
  } else {
    console.error([`\n${bold('The demo did not go as it should:')}`, ...wrong].join('\n  '));
    process.exitCode = 1;
  }
} finally {
  await to.close();
}
