import * as v from 'valibot';
import { failure, type Failure } from '../links/problem.ts';
import { quoted } from '../links/text.ts';
import type { Finding } from './finding.ts';
import { reportShape, reportVersion } from './report-shape.ts';
import { isOpen, type ReportedLink, titleOf } from './result.ts';
import { ruleOf } from './rules/registry.ts';

/** An earlier audit of the same portal, with which this one is compared. */
export interface Baseline {
  /** When that audit began. */
  readonly generated: Date;
  /** What there was then, or when it was last looked at; those that were `fixed` are not among them. */
  readonly findings: readonly Finding[];
  /** The links that there were then, or when they were last read, by id. */
  readonly links: ReadonlyMap<string, ReportedLink>;
}

const advice =
  'Give the path of a `.json` report that an earlier audit of this portal wrote, or leave `baseline` out: all findings are new then.';

const versioned = v.object({ version: v.number() });

/**
 * Reads the JSON report of an earlier audit of this portal (origin; null if it is not known). Members that this version does not know are passed
 * over. Throws a `Failure` that says what is wrong with the file, which `path` names.
 */
export function readBaseline(text: string, path: string, portal: string | null): Baseline {
  const refused = (what: string): Failure => failure('input', `\`baseline\`: ${quoted(path)} ${what}`, advice);
  const json = jsonOf(text);
  if (json === undefined) throw refused(otherThanJson(text));
  if (isSarif(json)) throw refused('is not the JSON report of an audit but a SARIF report.');
  const stated = v.safeParse(versioned, json);
  if (stated.success && stated.output.version > reportVersion) {
    throw refused(
      `is a report of version ${stated.output.version}, made by a later version of this action. This one reads version ${reportVersion}.`,
    );
  }
  const parsed = v.safeParse(reportShape, json);
  if (!parsed.success) throw refused(`is not the JSON report of an audit: ${wrongMember(parsed.issues[0])}.`);
  const { portal: other, notSeen } = parsed.output;
  const findings = [...parsed.output.findings, ...(notSeen?.findings ?? [])];
  const links = [...(notSeen?.links ?? []), ...parsed.output.links];
  const generated = new Date(parsed.output.generated);
  if (Number.isNaN(generated.getTime())) throw refused(`is not the JSON report of an audit: ${notRight('generated')}.`);
  const there = new URL(other).host;
  const here = portal === null ? there : new URL(portal).host;
  if (there !== here)
    throw refused(`is the report of another portal: ${quoted(there)}, and this audit is of ${quoted(here)}.`);
  return {
    generated,
    findings: findings.filter(({ status }) => status !== 'fixed'),
    links: new Map(links.map((link) => [link.id, link])),
  };
}

/** How many people had joined by each invitation of a baseline, by the id of the link; nothing without one. */
export function usesOf(baseline: Baseline | null): ReadonlyMap<string, number> {
  const links = [...(baseline?.links.values() ?? [])];
  return new Map(links.flatMap(({ id, uses }) => (uses === null ? [] : [[id, uses] as const])));
}

/** The rooms that a baseline names, by id, with their titles where it has them; none without one. */
export function roomsOf(baseline: Baseline | null): ReadonlyMap<string, string> {
  if (baseline === null) return new Map();
  const ids = [...baseline.links.values()].map(({ roomId }) => [roomId, ''] as const);
  const titled = baseline.findings.map(({ roomId, roomTitle }) => [roomId, roomTitle] as const);
  return new Map([...ids, ...titled].filter(([id]) => id !== ''));
}

/** What a text is that is no JSON: reports have other forms, too. */
function otherThanJson(text: string): string {
  const start = text.replace(/^\ufeff/u, '').trimStart();
  if (start === '') return 'is not JSON: the file is empty.';
  if (/^"?status"?,"?severity"?,/u.test(start)) return 'is not JSON but a CSV report.';
  if (start.startsWith('#')) return 'is not JSON but a Markdown report.';
  if (/^<(?:!doctype|html)/iu.test(start)) return 'is not JSON but an HTML page.';
  if (/^[[{]/u.test(start)) return 'is not JSON: it is damaged or cut off.';
  return 'is not JSON.';
}

function isSarif(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'runs' in json && Array.isArray(json.runs);
}

/** Undefined if it is no JSON. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/u, '')) as unknown;
  } catch {
    return undefined;
  }
}

function wrongMember(issue: v.BaseIssue<unknown>): string {
  const member = v.getDotPath(issue);
  if (member === null) return 'it is not an object';
  return issue.input === undefined ? `${quoted(member)} is missing` : notRight(member);
}

function notRight(member: string): string {
  return `${quoted(member)} is not what it should be`;
}

/**
 * The findings, compared with an earlier audit. New ones that it had too are `known`; waived ones stay waived. What it
 * had as new or known and is there no more comes at the end as `fixed`, if it was looked for: what was not looked for
 * may well be there still.
 */
export function compareWith(
  baseline: Baseline,
  findings: readonly Finding[],
  wasLookedFor: (finding: Finding) => boolean,
): readonly Finding[] {
  const before = new Set(baseline.findings.map(keyOf));
  const now = new Set(findings.map(keyOf));
  const gone = baseline.findings.filter((one) => one.status !== 'waived' && !now.has(keyOf(one)) && wasLookedFor(one));
  return [
    ...findings.map((one): Finding =>
      one.status === 'new' && before.has(keyOf(one)) ? { ...one, status: 'known' } : one,
    ),
    ...gone.map((one): Finding => ({ ...one, status: 'fixed' })),
  ];
}

/** What keeps the findings of one portal apart. */
export function keyOf(finding: Finding): string {
  const { rule, roomId, linkId } = finding;
  return JSON.stringify([rule, roomId, linkId, ...titleOf(finding)]);
}

/** What an earlier audit had, waived ones too, and this one has neither found nor looked for. */
export function neitherFoundNorFixed(
  baseline: Baseline,
  findings: readonly Finding[],
  wasLookedFor: (finding: Finding) => boolean,
): readonly Finding[] {
  const now = new Set(findings.map(keyOf));
  return baseline.findings.filter((one) => !now.has(keyOf(one)) && !wasLookedFor(one));
}

/** Rooms that were evaluated again after they were fixed, and what is found there then. */
export type FoundAgain = ReadonlyMap<string, readonly Finding[]>;

/**
 * The findings once some rooms were fixed, and what of them is there no more. Of the owners of rooms, whom no fix
 * changes, nothing was read again, so what was found of them stays.
 */
export function afterFixes(
  findings: readonly Finding[],
  again: FoundAgain,
): { readonly here: readonly Finding[]; readonly fixed: readonly Finding[] } {
  const isOld = ({ roomId, rule }: Finding): boolean => again.has(roomId) && ruleOf(rule)?.needs !== 'owners';
  const here = [...findings.filter((one) => !isOld(one)), ...[...again.values()].flat()];
  const left = new Set(here.map(keyOf));
  return { here, fixed: findings.filter((one) => isOld(one) && isOpen(one) && !left.has(keyOf(one))) };
}
