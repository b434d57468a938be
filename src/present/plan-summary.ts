import type { Change } from '../links/change.ts';
import type { FieldChange } from '../links/fields.ts';
import type { Problem } from '../links/problem.ts';
import { code, prose, table } from './markdown.ts';

/** What an apply has done, or would do. */
export interface ApplyOutcome {
  readonly result: string;
  readonly dryRun: boolean;
  /** Nothing was written: the changes are those of the plan. */
  readonly planned: boolean;
  /** Path of the file. */
  readonly path: string;
  readonly changes: readonly Change[];
  /** Links that are as described besides those among the changes: absent ones. */
  readonly gone: number;
  /** What was planned and is not done, in a few words each. */
  readonly undone: readonly string[];
  /** How many links cannot be as the file says. */
  readonly impossible: number;
}

/** A summary holds 1 MiB, a comment 64 KiB: nobody reads more rows than these. */
const mostRows = 100;

/** A plan as Markdown, for the summary and for a comment: what becomes more open first. */
export function planMarkdown(outcome: ApplyOutcome): string {
  const changes = outcome.changes.filter(({ action }) => action !== 'none');
  const wider = changes.filter(({ widens }) => widens.length > 0);
  const rows = [...wider, ...changes.filter(({ widens }) => widens.length === 0)];
  const same = outcome.changes.length - changes.length + outcome.gone;
  return [
    `### DocSpace room links: ${heading(outcome, changes.length)}`,
    `${code(outcome.path)}: ${counts(changes, same, outcome)}`,
    ...(wider.length === 0
      ? []
      : [`**⚠️ ${wider.length === 1 ? 'One link' : `${wider.length} links`} more open than before**`]),
    ...changesTable(rows),
    ...undoneSection(outcome.undone),
  ].join('\n\n');
}

/** A table of changes, and how many did not find place in it; nothing if there are none. */
export function changesTable(changes: readonly Change[]): readonly string[] {
  if (changes.length === 0) return [];
  const rest = changes.length - mostRows;
  return [
    table(['Change', 'Room', 'Link', 'Settings'], changes.slice(0, mostRows).map(row)),
    ...(rest > 0 ? [`… and ${rest} more: see the log.`] : []),
  ];
}

function heading({ result, dryRun, undone, impossible }: ApplyOutcome, count: number): string {
  if (dryRun) return count === 0 ? 'nothing to change (dry run)' : 'plan (dry run)';
  if (undone.length > 0 || (impossible > 0 && result !== '')) return 'not all applied';
  return result === '' ? 'not applied' : result;
}

function counts(changes: readonly Change[], same: number, { planned, impossible }: ApplyOutcome): string {
  const count = (...actions: readonly Change['action'][]): number =>
    changes.filter(({ action }) => actions.includes(action)).length;
  const parts = [
    [count('create'), planned ? 'to create' : 'created'],
    [count('update', 'replace', 'rotate'), planned ? 'to update' : 'updated'],
    [count('revoke'), planned ? 'to revoke' : 'revoked'],
    [same, 'as described'],
  ] as const;
  const told = impossible > 0 ? [...parts, [impossible, 'not possible'] as const] : parts;
  return told.map(([number, what]) => `${number} ${what}`).join(', ');
}

/** What forbids a plan, or went wrong, for a comment: the summary of the job tells it with what to do. */
export function problemLines(problems: readonly Problem[]): string {
  const lines = problems.slice(0, mostRows).map(({ message }) => `- ${prose(message)}`);
  return ['**Not possible**', lines.join('\n')].join('\n\n');
}

const signs: Readonly<Record<Change['action'], string>> = {
  create: '`+` create',
  update: '`~` update',
  replace: '`±` replace',
  rotate: '`±` replace',
  revoke: '`-` revoke',
  none: '`=`',
};

function row(change: Change): readonly string[] {
  const { action, roomId, roomTitle, key, linkId, type, primary, widens } = change;
  const name = key === '' ? code(linkId) : code(key);
  const kind = primary ? 'primary' : type === 'invitation' ? 'invitation' : 'external';
  return [
    `${signs[action]}${widens.length > 0 ? ' ⚠️ wider' : ''}`,
    `${code(roomTitle)} (${code(roomId)})`,
    `${name} (${kind})`,
    change.fields.map((field) => fieldCell(field, widens.includes(field.name))).join('<br>') || '–',
  ];
}

function fieldCell({ name, from, to }: FieldChange, wider: boolean): string {
  const value = (of: FieldChange['to']): string => (of === null ? '–' : code(String(of)));
  return `${wider ? '⚠️ ' : ''}${name}: ${from === null ? '' : `${value(from)} → `}${value(to)}`;
}

/** What was planned and is not done, in a few words each; nothing if there is none. */
export function undoneSection(undone: readonly string[]): readonly string[] {
  if (undone.length === 0) return [];
  const lines = undone.slice(0, mostRows).map((what) => `- ${code(what)}`);
  return ['**Not done**', lines.join('\n')];
}
