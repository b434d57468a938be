import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readBaseline } from '../../src/audit/baseline.ts';
import { Failure } from '../../src/links/problem.ts';
import { auditMarkdown, reportBounds } from '../../src/render/audit/markdown.ts';
import { csvReport } from '../../src/render/audit/csv.ts';
import { jsonReport } from '../../src/render/audit/json.ts';
import { anyResult } from './results.ts';
import { findingOf, reportedLink, resultOf } from './samples.ts';

const portal = 'https://portal.example';
const path = 'last-week/docspace-audit.json';

/** What is told of a baseline that is refused. */
function refusal(text: string, of = portal): string {
  try {
    readBaseline(text, path, of);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const [{ code, message, hint } = { code: '', message: '', hint: '' }, ...more] = error.problems;
    expect([code, more, hint]).toStrictEqual(['input', [], expect.stringContaining('leave `baseline` out')]);
    return message;
  }
  throw new Error('It was expected to be refused.');
}

/** A report, changed before it is written. */
function changed(more: Readonly<Record<string, unknown>>): string {
  const result = resultOf({ findings: [findingOf(), findingOf({ rule: 'DSL003' })], links: [reportedLink()] });
  return JSON.stringify({ ...(JSON.parse(jsonReport(result)) as object), ...more });
}

describe('a baseline', () => {
  test('is what the report was made from, without what was fixed', () => {
    fc.assert(
      fc.property(anyResult, (result) => {
        const { generated, findings, links } = readBaseline(jsonReport(result), path, result.portal);
        // Reports print dates to the second.
        const second = Math.floor(result.generated.getTime() / 1000) * 1000;
        expect(generated).toStrictEqual(new Date(second));
        expect(findings).toStrictEqual(result.findings.filter(({ status }) => status !== 'fixed'));
        expect(Array.from(links)).toStrictEqual(result.links.map((link) => [link.id, link]));
      }),
    );
  });

  test.each<[string, string]>([
    ['with the mark of UTF-8', `\ufeff${changed({})}`],
    [
      'with members of a later version',
      changed({ tool: { name: 'x' }, findings: [{ ...findingOf(), owner: 'octo' }] }),
    ],
    ['of the same host, written otherwise', changed({ portal: 'https://PORTAL.example:443/' })],
    ['without links', changed({ links: [] })],
  ])('is read %s', (_, text) => {
    expect(readBaseline(text, path, portal).findings).toContainEqual(findingOf());
  });

  test.each<{ readonly name: string; readonly text: string; readonly message: string }>([
    { name: 'nothing', text: '', message: 'is not JSON: the file is empty.' },
    { name: 'a cut report', text: changed({}).slice(0, -20), message: 'is not JSON: it is damaged or cut off.' },
    { name: 'the CSV report', text: csvReport(resultOf()), message: 'is not JSON but a CSV report.' },
    {
      name: 'the Markdown report',
      text: auditMarkdown(resultOf(), reportBounds, ''),
      message: 'is not JSON but a Markdown report.',
    },
    { name: 'an HTML page', text: '<!doctype html><p>', message: 'is not JSON but an HTML page.' },
    { name: 'any text', text: 'status', message: 'is not JSON.' },
    { name: 'no object', text: '[]', message: 'is not the JSON report of an audit: "version" is missing.' },
    { name: 'a bare value', text: '1', message: 'is not the JSON report of an audit: it is not an object.' },
    { name: 'null', text: 'null', message: 'is not the JSON report of an audit: it is not an object.' },
    {
      name: 'SARIF',
      text: '{"version":"2.1.0","runs":[]}',
      message: 'is not the JSON report of an audit but a SARIF report.',
    },
    {
      name: 'version 0',
      text: changed({ version: 0 }),
      message: 'is not the JSON report of an audit: "version" is not what it should be.',
    },
    {
      name: 'a later version, whatever else it is',
      text: '{"version":2,"rooms":[]}',
      message: 'is a report of version 2, made by a later version of this action. This one reads version 1.',
    },
    {
      name: 'a severity that is none',
      text: changed({ findings: [findingOf(), { ...findingOf(), severity: 'bad' }] }),
      message: 'is not the JSON report of an audit: "findings.1.severity" is not what it should be.',
    },
    {
      name: 'a link without its id',
      text: changed({ links: [{ ...reportedLink(), id: undefined }] }),
      message: 'is not the JSON report of an audit: "links.0.id" is missing.',
    },
    {
      name: 'a time that is none',
      text: changed({ generated: '2026-11-24' }),
      message: 'is not the JSON report of an audit: "generated" is not what it should be.',
    },
    {
      name: 'a time that only looks like one',
      text: changed({ generated: '2026-11-24T09:30:15+05' }),
      message: 'is not the JSON report of an audit: "generated" is not what it should be.',
    },
    {
      name: 'another portal',
      text: changed({ portal: 'https://other.example:8443' }),
      message: 'is the report of another portal: "other.example:8443", and this audit is of "portal.example".',
    },
  ])('$name is refused', ({ text, message }) => {
    expect(refusal(text)).toBe(`\`baseline\`: "${path}" ${message}`);
  });

  test('whatever the file holds, it is read or refused', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.string(),
          fc.json().map((json) => changed({ findings: json })),
        ),
        (text) => {
          expect(refusal(text)).toContain('is not ');
        },
      ),
    );
  });
});
