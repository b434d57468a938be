import type { Severity } from '../../audit/finding.ts';
import { type PolicySettings, silentPolicy } from '../../audit/policy.ts';
import type { FixableRuleId } from '../../audit/rules/ids.ts';
import type { LinkType } from '../../links/room-types.ts';
import type { RoomReference } from '../../links/room.ts';
import type { Secret } from '../../links/secret.ts';
import { parseLifetime } from '../../values/duration.ts';
import { listOf } from '../../values/lists.ts';
import { parseLabels } from '../../values/names.ts';
import { oneOf, parseMaxChanges } from '../../values/parsed.ts';
import { parsePath, parseReports, type WantedReport } from '../../values/paths.ts';
import { parseConcurrency, parseFixableRule, parseRequirement, parseSeverities } from '../../values/policy.ts';
import { parseRooms, parseRoomsOrAll } from '../../values/rooms.ts';
import { parseAccess, parseLinkTypes } from '../../values/settings.ts';
import type { Reader } from '../reader.ts';
import { type CommonInputs, readCommon, readGitHubToken, readSwitch, required } from '../shared-values.ts';
import type { InputName } from '../table.ts';

/** What `audit` is given. */
export interface AuditInputs extends CommonInputs {
  readonly kind: 'audit';
  readonly rooms: 'all' | readonly RoomReference[];
  readonly exclude: readonly RoomReference[];
  readonly area: 'active' | 'archived' | 'any';
  readonly linkType: LinkType | 'all';
  /** Requests at once. */
  readonly concurrency: 'auto' | number;
  /** Path; null: the default one, if it is there. */
  readonly policyFile: string | null;
  /** What the inputs themselves say of the policy. */
  readonly policy: PolicySettings;
  readonly failOn: Exclude<Severity, 'info'> | 'never';
  /** Path of an earlier JSON report; null without one. */
  readonly baseline: string | null;
  /** The rules whose findings are fixed. */
  readonly fix: readonly FixableRuleId[];
  readonly maxChanges: number;
  readonly reports: readonly WantedReport[];
  readonly issue: 'none' | 'upsert';
  readonly issueLabels: readonly string[];
  readonly githubToken: Secret | null;
}

type AuditReader = Reader<InputName<'audit'>>;

const parseArea = oneOf(['active', 'archived', 'any'], { all: 'any', both: 'any', archive: 'archived' });
const parseFailOn = oneOf(['critical', 'high', 'medium', 'low', 'never'], {
  any: 'low',
  info: 'low',
  warning: 'medium',
  error: 'high',
  none: 'never',
  off: 'never',
  false: 'never',
});
const parseIssue = oneOf(['none', 'upsert'], {
  true: 'upsert',
  create: 'upsert',
  update: 'upsert',
  false: 'none',
  never: 'none',
});

/** Reads the inputs of `audit`. What is wrong is found in the reader afterwards. */
export function readAudit(reader: AuditReader): AuditInputs {
  const inputs: AuditInputs = {
    kind: 'audit',
    rooms: required(reader.read('rooms', parseRoomsOrAll)),
    exclude: reader.read('exclude-rooms', parseRooms) ?? [],
    area: required(reader.read('search-area', parseArea)),
    linkType: required(reader.read('link-type', parseLinkTypes)),
    concurrency: required(reader.read('concurrency', parseConcurrency)),
    policyFile: reader.given('policy-file') ? required(reader.read('policy-file', parsePath)) : null,
    policy: readPolicy(reader),
    failOn: required(reader.read('fail-on', parseFailOn)),
    baseline: reader.read('baseline', parsePath) ?? null,
    fix: reader.read('fix', listOf(parseFixableRule)) ?? [],
    maxChanges: required(reader.read('max-changes', parseMaxChanges)),
    reports: reader.read('reports', parseReports) ?? [],
    issue: required(reader.read('issue', parseIssue)),
    issueLabels: reader.read('issue-labels', parseLabels) ?? [],
    githubToken: readGitHubToken(reader),
    ...readCommon(reader, readSwitch(reader, 'dry-run')),
  };
  if (inputs.issue === 'upsert' && inputs.githubToken === null) {
    reader.refuse('`issue: upsert` needs `github-token`, which is empty. Leave it out to use the token of the job.');
  }
  // No mistake: a workflow may switch the issue off by an expression, and then its labels do no harm.
  const unused = inputs.issue === 'none' && inputs.issueLabels.length > 0;
  return unused ? { ...inputs, notes: [...inputs.notes, '`issue-labels` is not used: `issue` is `none`.'] } : inputs;
}

/** What inputs can say of the policy; the rest of it only the file can. */
function readPolicy(reader: AuditReader): PolicySettings {
  const require = reader.read('require', listOf(parseRequirement));
  return {
    ...silentPolicy,
    maxLifetime: reader.read('max-lifetime', parseLifetime),
    maxAccess: reader.read('max-access', parseAccess),
    // A list of comments only says nothing, so the file's own counts.
    require: require?.length === 0 ? undefined : require,
    severity: reader.read('severity', parseSeverities),
  };
}
