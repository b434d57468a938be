import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { FilePlace } from '../links/problem.ts';
import type { Finding } from './finding.ts';
import type { Identity } from '../links/identity.ts';
import type { ConfigFile } from './policy.ts';
import type { AuditResult } from './result.ts';
import { ambiguousBy } from './rules/waivers.ts';
import { waiverOf } from './waivers.ts';

/** The repository in which an audit runs. */
export interface Checkout {
  /** Where it lies (`GITHUB_WORKSPACE`); '' is the current folder. */
  readonly workspace: string;
  /** Path of the workflow in it; null if that is not known. See `workflowPath`. */
  readonly workflow: string | null;
}

/** Where the file would be, if there were one. */
const usual = '.github/docspace-links.yml';

/**
 * Where findings stand in the repository, for code scanning and annotations, which want a file and a line: the waiver's
 * line, else that of the room in `rooms`, else that of `policy`, else the first of the file. Without a file, or with one
 * from elsewhere, the first line of the workflow. Paths are those of the repository, with forward slashes.
 */
export function placesIn(
  file: ConfigFile | null,
  checkout: Checkout,
  { generated, roomLinks }: Pick<AuditResult, 'generated' | 'roomLinks'>,
  identity: Identity,
): (finding: Finding) => FilePlace {
  const path = file === null ? null : pathInRepository(file.path, checkout.workspace);
  if (file === null || path === null) {
    const place = { path: checkout.workflow ?? usual, line: 1 };
    return () => place;
  }
  const rooms = new Map(file.rooms.map(({ room, line }) => [room.by === 'id' ? room.id : titleKey(room.title), line]));
  const roomLine = ({ roomId, roomTitle }: Finding): number | undefined =>
    rooms.get(roomId) ?? rooms.get(titleKey(roomTitle));
  const waiverLine = (finding: Finding): number | undefined => {
    const links = roomLinks.get(finding.roomId) ?? [];
    const own = waiverOf(file.waivers, finding, { links, identity }, generated);
    return (own ?? ambiguousBy(file.waivers, finding, links)[0])?.line;
  };
  return (finding) => ({
    path,
    line: waiverLine(finding) ?? roomLine(finding) ?? file.policyLine ?? 1,
  });
}

/** No id begins so: a room named by a number is named by its id. */
function titleKey(title: string): string {
  return `title ${title.normalize('NFC')}`;
}

/** Null if the file is not in the repository. */
function pathInRepository(path: string, workspace: string): string | null {
  const inside = relative(workspace, resolve(workspace, path));
  const outside = inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside);
  return outside ? null : inside.replaceAll(sep, '/');
}

/** Path of the workflow from `GITHUB_WORKFLOW_REF` (`octo/contracts/.github/workflows/audit.yml@refs/heads/main`). */
export function workflowPath(reference: string): string | null {
  return /^[^/]+\/[^/]+\/(\.github\/workflows\/[^/]+?\.ya?ml)@/u.exec(reference)?.[1] ?? null;
}
