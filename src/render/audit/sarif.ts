import { gzipSync } from 'node:zlib';
import type { Log, Notification, ReportingDescriptor, Result } from 'sarif';
import type { Coverage } from '../../audit/coverage.ts';
import { severities, type Finding, type Severity } from '../../audit/finding.ts';
import { fingerprintOf, type AuditResult } from '../../audit/result.ts';
import type { Rule } from '../../audit/rules/rule.ts';
import type { FilePlace } from '../../links/problem.ts';
import { escapeForSarif, quoted, stripInvisible } from '../../links/text.ts';
import { isoInstant } from '../../links/time.ts';

const driver = {
  name: 'docspace-room-links',
  informationUri: 'https://github.com/OWNER/docspace-room-links',
  semanticVersion: '1.0.0',
};

/** Code scanning refuses a file with more results (it shows 5000), or of more bytes when compressed. */
const mostResults = 25_000;
const mostBytes = 10_000_000;

const levels = { critical: 'error', high: 'error', medium: 'warning', low: 'note', info: 'note' } as const;

/** Code scanning makes these scores its own words again: from 9 on critical, from 7 high, from 4 medium, else low. */
const scores: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '3.0',
  info: '1.0',
};

/**
 * The findings as SARIF 2.1.0, as code scanning takes it: without those that are fixed, and with the waived ones as
 * suppressed. All `rules` are listed, with the severities that they are given here. `hash` is SHA-256 of the UTF-8 text.
 * There is no address in it: the portal is only in the fingerprints. If there is more than code scanning takes, the worst
 * findings are there, and a notification says so.
 */
export function sarifReport(
  result: AuditResult,
  rules: readonly Rule[],
  placeOf: (finding: Finding) => FilePlace,
  hash: (text: string) => Uint8Array,
): string {
  const present = result.findings
    .filter(({ status }) => status !== 'fixed')
    .toSorted((one, other) => rank(one) - rank(other));
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const results = present.slice(0, mostResults).map((finding): Result => {
    const print = Buffer.from(hash(fingerprintOf(result.portal, finding))).toString('hex');
    return {
      ...resultOf(finding, indexes.get(finding.rule)),
      locations: [locationOf(placeOf(finding))],
      // By the second alone code scanning tells the findings of a line apart: without it they would be one.
      partialFingerprints: { 'docspaceRoomLink/v1': print, primaryLocationLineHash: print },
      // All results have a state, or none has.
      ...(result.baseline === null ? {} : { baselineState: finding.status === 'new' ? 'new' : 'unchanged' }),
    };
  });
  for (let kept = results; ; kept = kept.slice(0, Math.floor(kept.length * 0.8))) {
    const text = `${JSON.stringify(logOf(result, rules, kept, present.length))}\n`;
    if (Buffer.byteLength(text) <= mostBytes || gzipSync(text).length <= mostBytes) return text;
  }
}

function resultOf(finding: Finding, ruleIndex: number | undefined): Result {
  return {
    ruleId: finding.rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: levels[finding.severity],
    message: { text: escapeForSarif(messageOf(finding)) },
    // An empty list says that it is not suppressed; all results say, or none.
    suppressions: finding.status === 'waived' ? [{ kind: 'external', status: 'accepted' }] : [],
  };
}

/** The worst first; what is waived is the least of all. */
function rank({ severity, status }: Finding): number {
  return severities.indexOf(severity) + (status === 'waived' ? severities.length : 0);
}

function logOf({ coverage, generated }: AuditResult, rules: readonly Rule[], results: Result[], all: number): Log {
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { ...driver, rules: rules.map(descriptorOf) } },
        invocations: [
          {
            executionSuccessful: coverage.complete,
            startTimeUtc: isoInstant(generated),
            toolExecutionNotifications: [...unreadNotes(coverage), ...cutNotes(results.length, all)],
          },
        ],
        results,
      },
    ],
  };
}

function descriptorOf({ id, name, severity, finds, why, fix, advice }: Rule): ReportingDescriptor {
  const parts = [
    ['Why it matters', why],
    ['What to do', advice],
    ['What the fix does', fix],
  ].filter(([, text]) => text !== '');
  return {
    id,
    name: name.replace(/(?:^|-)(\w)/gu, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: escapeForSarif(finds) },
    fullDescription: { text: escapeForSarif(`${finds} ${why}`) },
    help: {
      text: parts.map(([head, text]) => escapeForSarif(`${head}: ${text}`)).join('\n'),
      markdown: parts
        .map(([head, text]) => `**${head}**\n\n${text}`)
        .join('\n\n')
        .replace(/[{}]/gu, '$&$&'),
    },
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: ['security'], precision: 'high', 'security-severity': scores[severity] },
  };
}

function messageOf({ roomId, roomTitle, linkId, linkTitle, message }: Finding): string {
  const named = (what: string, id: string, title: string): readonly string[] =>
    id === '' ? [] : [[what, stripInvisible(id), ...(title === '' ? [] : [quoted(title)])].join(' ')];
  const subject = [...named('Room', roomId, roomTitle), ...named('link', linkId, linkTitle)];
  return [...(subject.length === 0 ? [] : [subject.join(', ')]), message].join(': ');
}

function locationOf({ path, line }: FilePlace): NonNullable<Result['locations']>[number] {
  const uri = path.toWellFormed().split('/').map(encodeURIComponent).join('/');
  return { physicalLocation: { artifactLocation: { uri }, region: { startLine: line } } };
}

function unreadNotes({ complete, read, total, unreadable, failed }: Coverage): Notification[] {
  if (complete) return [];
  const parts = [
    `${read} of ${total} rooms were read.`,
    ...(unreadable === 0 ? [] : [`The links of ${unreadable} are not readable with this key.`]),
    ...(failed === 0 ? [] : [`${failed} could not be read.`]),
    ...(unreadable + failed === 0 ? ['The list of rooms is not whole.'] : []),
  ];
  return [{ level: 'error', message: { text: parts.join(' ') } }];
}

function cutNotes(kept: number, all: number): Notification[] {
  if (kept === all) return [];
  const text = `These are the ${kept} worst of ${all} findings: code scanning takes no more. The other reports have all.`;
  return [{ level: 'warning', message: { text } }];
}
