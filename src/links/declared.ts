import type { LinkReference, DesiredLink } from './desired.ts';
import { kindWords } from './kind-words.ts';
import { problem, type Problem } from './problem.ts';
import type { RoomReference } from './room.ts';
import type { SettingMember } from './settings.ts';
import { quoted, stripInvisible } from './text.ts';

/** One link that the file describes, `defaults` worked in. */
export interface FileLink {
  /** What the link shall be; for a link that shall be gone only `ref` and `adopt` count. See `fittingWish`. */
  readonly desired: DesiredLink;
  /** The settings of `desired link` that the link has from `defaults`, which hold only where they fit. */
  readonly defaulted: readonly SettingMember[];
  /** `state: absent`. */
  readonly absent: boolean;
  /** Line of the file, from 1. */
  readonly line: number;
}

/** One room that the file names. */
export interface FileRoom {
  readonly room: RoomReference;
  readonly links: readonly FileLink[];
  /** Line of the file, from 1. */
  readonly line: number;
}

/** The links that the file `.github/docspace-links.yml` describes. What it says of the audit is `ConfigFile`'s. */
export interface LinksFile {
  /** As it was named, for messages and reports. */
  readonly path: string;
  readonly rooms: readonly FileRoom[];
}

/** Something that cannot be done, and the line of the file that asks for it. */
export interface LineProblem {
  readonly line: number;
  readonly problem: Problem;
}

/** The problem with its place in the file, in the form of which editors and terminals make a link. */
export function located(path: string, { line, problem: { code, message, hint } }: LineProblem): Problem {
  return problem(code, `${stripInvisible(path)}:${line}: ${message}`, hint, { path, line });
}

/** How sentences name what an entry of the file describes: `primary link`, `external link with the key "press"`. */
export function entryName(reference: LinkReference): string {
  switch (reference.by) {
    case 'primary':
      return kindWords.primary;
    case 'id':
      return `link ${reference.id}`;
    case 'key':
      return `${kindWords[reference.type === 'external' ? 'additional' : 'invitation']} with the key ${quoted(reference.key)}`;
  }
}
