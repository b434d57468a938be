import { describe, expect, test } from '@jest/globals';
import { connect } from '../../src/docspace/client.ts';
import { Failure, problem } from '../../src/links/problem.ts';
import { annotate, problemsOf } from '../../src/hand-over.ts';
import type { GivenFile } from '../../src/runner/given-file.ts';
import { certify } from '../docspace/certificates.ts';
import { runHere, type Otherwise } from '../support/here.ts';
import { portalOf } from '../support/step.ts';

async function setHere(otherwise: Otherwise = {}, inputs: Readonly<Record<string, string>> = {}) {
  const portal = await portalOf();
  const room = portal.addRoom({ title: 'Room', roomType: 5 });
  const given = {
    'portal-url': portal.url,
    'api-key': portal.key('owner'),
    'room-id': String(room.id),
    'link-type': 'external',
    key: 'default',
    ...inputs,
  };
  return { portal, room, ran: await runHere({ entry: 'index.js', inputs: given }, otherwise) };
}

describe('run', () => {
  test('trusts the certificates of a file, or of the input, before it connects', async () => {
    const trusted: string[] = [];
    const world = { trustCertificate: (pem: string) => trusted.push(pem) };
    const pem = certify({ name: 'Test CA' }).cert.trim();
    const readGivenFile = (path: string): Promise<GivenFile> =>
      Promise.resolve({ kind: 'bytes', bytes: Buffer.from(`# text of ${path}\n${pem}\n`) });
    const { ran } = await setHere({ runner: { readGivenFile }, world }, { 'ca-certificate': '/etc/ca.pem' });
    await setHere({ world }, { 'ca-certificate': pem });
    expect([ran.exitCode, trusted]).toStrictEqual([0, [pem, pem]]);
  });

  test('is red for a mistake of its own in handing over outputs or summary, and tells both', async () => {
    const broken = (): never => {
      throw new TypeError('a mistake');
    };
    const { ran } = await setHere({ runner: { output: broken, summary: broken } }, { access: 'x' });
    expect(ran.exitCode).toBe(1);
    expect(ran.stdout.match(/^::error title=[^:]*/gmu)).toStrictEqual([
      '::error title=Input not usable',
      '::error title=Error in this action',
      '::error title=Error in this action',
    ]);
  });

  test('is red for a mistake of its own, closes the connection, and leaves no timer', async () => {
    let closed = 0;
    const world = {
      connect: (options: Parameters<typeof connect>[0]) => ({
        ...connect(options),
        links: () => Promise.reject(new RangeError('a mistake')),
        close: () => {
          closed += 1;
        },
      }),
    };
    const { ran } = await setHere({ world });
    expect([ran.exitCode, closed]).toStrictEqual([1, 1]);
    expect(ran.stdout).toContain('::error title=Error in this action::RangeError: a mistake%0APlease report it');
  });

  test('says what retries wait for', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    portal.fault({}, { kind: 'html', status: 503 });
    const inputs = { 'portal-url': portal.url, 'api-key': portal.key('owner'), 'room-id': String(room.id) };
    const ran = await runHere({ entry: 'list.js', inputs: { ...inputs, 'link-type': 'all' } });
    expect(ran.exitCode).toBe(0);
    expect(ran.stdout).toMatch(/^The portal is not available: .* Attempt 1 of 5; again in \d\.\d s$/mu);
  });
});

test('the post step is never red: what it cannot read, it says in a warning [promise post-step-warns]', async () => {
  const ran = await runHere({ entry: 'after-job.js', inputs: {}, state: { 'made-links': '[{"roomId":' } });
  expect(ran.exitCode).toBe(0);
  expect(ran.stdout).toContain('::warning title=Not revoked after the job::');
  expect((await runHere({ entry: 'after-job.js', inputs: {} })).stdout).toBe('');
});

describe('problems', () => {
  const nowhere = { debug: () => undefined };

  test('of a failure are its own; anything else is an error of this action, its stack in the debug log only', () => {
    const [one, two] = [problem('input', 'One.'), problem('limit-reached', 'Two.')];
    expect(problemsOf(new Failure([one, two]), nowhere)).toStrictEqual([one, two]);
    const debug: string[] = [];
    const [reported] = problemsOf(new TypeError('x is not a function'), { debug: (line) => debug.push(line) });
    expect(reported).toMatchObject({ code: 'internal', message: 'TypeError: x is not a function' });
    expect(debug.length).toBeGreaterThan(1);
    expect(problemsOf('thrown text', nowhere)).toMatchObject([{ code: 'internal', message: 'Error: thrown text' }]);
    const bare = new Error('without a stack');
    delete bare.stack;
    expect(problemsOf(bare, nowhere)).toMatchObject([{ message: 'Error: without a stack' }]);
  });

  test('are annotated with title, message and hint; those beyond ten are lines [promise error-annotations]', () => {
    const errors: string[] = [];
    const lines: string[] = [];
    const many = Array.from({ length: 12 }, (_, index) => problem('input', `Message ${index}.`, 'Hint.'));
    annotate(many, { error: (title, message) => errors.push(`${title}|${message}`), line: (text) => lines.push(text) });
    expect(errors).toStrictEqual(many.slice(0, 10).map(({ message }) => `Input not usable|${message}\nHint.`));
    expect(lines).toStrictEqual(['Input not usable: Message 10. Hint.', 'Input not usable: Message 11. Hint.']);
  });
});
