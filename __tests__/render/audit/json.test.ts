import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { reportSchema } from '../../../scripts/generate/report-schema.ts';
import type { AuditResult, ReportedLink } from '../../../src/audit/result.ts';
import { isoInstant } from '../../../src/links/time.ts';
import { jsonReport } from '../../../src/render/audit/json.ts';
import { anyResult, hostileTitles } from '../../audit/results.ts';
import { findingOf, reportedLink, resultOf } from '../../audit/samples.ts';

const schema = readFileSync(new URL('../../../schema/audit-report.schema.json', import.meta.url), 'utf8');
const ajv = new Ajv({ strict: true });
addFormats.default(ajv);
const valid = ajv.compile(JSON.parse(schema) as object);

/** The same value, with the members of its objects the other way round. */
function turned<T>(value: T): T {
  if (Array.isArray(value)) return value.map(turned) as T;
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, one]) => [name, turned<unknown>(one)]),
  ) as T;
}

describe('the JSON report', () => {
  test('holds what was found, fits the schema, and reads back as it was [promise audit-finding-shape]', () => {
    fc.assert(
      fc.property(anyResult, (result) => {
        const report = JSON.parse(jsonReport(result)) as object;
        const { portal, coverage, findings, links } = result;
        expect(report).toStrictEqual({
          version: 1,
          portal,
          generated: isoInstant(result.generated),
          coverage,
          findings,
          links,
        });
        expect(valid(report)).toBe(true);
      }),
    );
  });

  test('is the same to the byte for equal results', () => {
    fc.assert(
      fc.property(anyResult, (result) => {
        expect(jsonReport(turned(result))).toBe(jsonReport(result));
      }),
    );
  });

  test('differs by one line if only the time differs', () => {
    fc.assert(
      fc.property(anyResult, fc.date({ noInvalidDate: true }), (result, generated) => {
        const [one, other] = [result, { ...result, generated }].map((of: AuditResult) =>
          jsonReport(of)
            .split('\n')
            .filter((line) => !line.startsWith('  "generated": ')),
        );
        expect(one).toStrictEqual(other);
      }),
    );
  });

  test('has its members in the order of its description, each on a line, and a line break at its end', () => {
    const text = jsonReport(resultOf({ findings: [findingOf()], links: [reportedLink()] }));
    expect(text).toMatch(/^\{\n {2}"version": 1,\n {2}"portal": "https:\/\/portal\.example",\n {2}"generated": /u);
    expect(text).toMatch(/\n\}\n$/u);
    const { coverage, findings, links } = JSON.parse(text) as Readonly<Record<string, readonly object[]>>;
    const names = (of: object = {}): string => Object.keys(of).join();
    expect(names(coverage)).toBe('total,read,unasked,unreadable,failed,gone,excluded,links,complete');
    expect(names(findings?.[0])).toBe('rule,name,severity,status,roomId,roomTitle,linkId,linkTitle,message,fix');
    expect(names(links?.[0])).toBe(
      'roomId,id,type,primary,title,access,accessCode,expiration,expired,internal,hasPassword,denyDownload,maxUses,uses,managed',
    );
  });

  test('has no member that its description does not have, whatever a link carries [promise audit-no-urls]', () => {
    const link = { ...reportedLink(), url: 'https://portal.example/s/hush', password: 'hush' } as ReportedLink;
    expect(jsonReport(resultOf({ links: [link] }))).not.toContain('hush');
  });

  test.each(hostileTitles)('shows nothing else than it says, with the title %j', (title) => {
    const text = jsonReport(
      resultOf({ findings: [findingOf({ roomTitle: title })], links: [reportedLink({ title })] }),
    );
    expect(text).not.toMatch(/[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?!\n)\p{Cc}/u);
    expect(text.split('\n').filter((line) => /^\s*(?:::|##)/u.test(line))).toStrictEqual([]);
    expect(JSON.parse(text)).toMatchObject({ findings: [{ roomTitle: title }], links: [{ title }] });
  });
});

describe('the schema of the JSON report', () => {
  test('in the repository is the one that reports are made by', () => {
    expect(schema).toBe(reportSchema());
  });

  test.each<[string, (report: Record<string, unknown>) => void]>([
    ['without findings', (report) => delete report['findings']],
    ['of another version', (report) => (report['version'] = 2)],
    ['of a time that is none', (report) => (report['generated'] = 'yesterday')],
    ['with a severity that is none', (report) => (report['findings'] = [{ ...findingOf(), severity: 'bad' }])],
    ['with a link that lacks its id', (report) => (report['links'] = [{ ...reportedLink(), id: undefined }])],
  ])('refuses a report %s', (_, spoil) => {
    const report = JSON.parse(jsonReport(resultOf())) as Record<string, unknown>;
    expect(valid(report)).toBe(true);
    spoil(report);
    expect(valid(JSON.parse(JSON.stringify(report)))).toBe(false);
  });

  test('says of every member what it means', () => {
    const undescribed: string[] = [];
    const walk = (part: unknown, where: string): void => {
      if (typeof part !== 'object' || part === null) return;
      const { properties = {}, items } = part as {
        readonly properties?: Readonly<Record<string, { readonly description?: string }>>;
        readonly items?: unknown;
      };
      for (const [name, one] of Object.entries(properties)) {
        if (one.description?.endsWith('.') !== true) undescribed.push(`${where}.${name}`);
        walk(one, `${where}.${name}`);
      }
      walk(items, `${where}[]`);
    };
    walk(JSON.parse(schema), '');
    expect(undescribed).toStrictEqual([]);
  });
});
