import { accessCode } from '../links/access.ts';
import type { LinksFile } from '../links/declared.ts';
import type { RoomReference } from '../links/room.ts';
import { day } from '../links/time.ts';
import type { Severity } from './finding.ts';

/** What links can be required to have. */
export const requirements = ['expiration', 'password', 'login', 'no-download', 'managed'] as const;
export type Requirement = (typeof requirements)[number];

/** A regular expression for titles. */
export interface TitlePattern {
  /** As it is written. */
  readonly source: string;
  /** Whether it matches somewhere in the title; in linear time. */
  readonly test: (title: string) => boolean;
}

/** Rooms as a list of the policy names them. Digits are an id and nothing else; a title may hold `*` for any text. */
export interface RoomPattern {
  readonly reference: RoomReference;
  /** Where it stands in the policy file, from 1. */
  readonly line: number;
}

/** What one source (the inputs, or the policy file) says of the policy; undefined where it is silent. */
export interface PolicySettings {
  /** Milliseconds. */
  readonly maxLifetime: number | undefined;
  /** DocSpace's number of the highest role that a link for anyone may give. */
  readonly maxAccess: number | undefined;
  readonly require: readonly Requirement[] | undefined;
  /** By rule id. */
  readonly severity: ReadonlyMap<string, Severity | 'off'> | undefined;
  readonly publicRooms: readonly RoomPattern[] | undefined;
  readonly confidentialRooms: readonly RoomPattern[] | undefined;
  /** DSL008; milliseconds. */
  readonly warnBefore: number | undefined;
  /** DSL022; milliseconds. */
  readonly staleAfter: number | undefined;
  /** DSL015: what the title of a link has to match. */
  readonly titlePattern: TitlePattern | undefined;
}

/** What a source says that says nothing. */
export const silentPolicy: PolicySettings = {
  maxLifetime: undefined,
  maxAccess: undefined,
  require: undefined,
  severity: undefined,
  publicRooms: undefined,
  confidentialRooms: undefined,
  warnBefore: undefined,
  staleAfter: undefined,
  titlePattern: undefined,
};

/** A link as a waiver names it: by its id or a beginning of it, in lower case; or by the key of a managed link. */
export type WaiverLink = { readonly by: 'id'; readonly start: string } | { readonly by: 'key'; readonly key: string };

/** A finding that is accepted for a while, by somebody, for a reason. */
export interface Waiver {
  readonly rule: string;
  readonly room: RoomReference;
  /** Null: every link of the room, and the room itself. */
  readonly link: WaiverLink | null;
  readonly reason: string;
  readonly owner: string | null;
  /** The last instant at which it holds. */
  readonly until: Date;
  /** Where it stands in the policy file, from 1. */
  readonly line: number;
}

/** The file of links, policy and waivers, read and checked (interface.md, The file). */
export interface ConfigFile extends LinksFile {
  readonly policy: PolicySettings;
  readonly waivers: readonly Waiver[];
  /** Line of `policy:`, from 1; null if there is none. */
  readonly policyLine: number | null;
}

/** The policy that holds for an audit: nothing is left open. */
export interface Policy {
  /** The longest life from now that a link may have; milliseconds. */
  readonly maxLifetime: number;
  /** DocSpace's number of the highest role that a link for anyone may give. */
  readonly maxAccess: number;
  /** ... and that an invitation may give. */
  readonly maxInvitationAccess: number;
  readonly require: readonly Requirement[];
  /** By rule id; a rule that is not here has its own severity. */
  readonly severity: ReadonlyMap<string, Severity | 'off'>;
  readonly publicRooms: readonly RoomPattern[];
  readonly confidentialRooms: readonly RoomPattern[];
  /** Milliseconds. */
  readonly warnBefore: number;
  /** Milliseconds. */
  readonly staleAfter: number;
  readonly titlePattern: TitlePattern | null;
}

/** Where a value of the policy came from. */
export type PolicyOrigin = 'input' | 'file' | 'default';

/** What holds where neither inputs nor file say anything (interface.md, audit; audit-rules.md). */
const defaults = {
  maxLifetime: 30 * day,
  maxAccess: accessCode('viewer'),
  /** Whoever joins as Content creator can add files of their own. */
  maxInvitationAccess: accessCode('editor'),
  warnBefore: 7 * day,
  staleAfter: 60 * day,
};

/** A policy, and where each of its values came from. */
export interface EffectivePolicy {
  readonly policy: Policy;
  readonly origins: Readonly<Record<keyof PolicySettings, PolicyOrigin>>;
}

/** The policy of an audit: an input wins over the file, the file over the default. Severities go rule by rule. */
export function effectivePolicy(input: PolicySettings, file: PolicySettings | null): EffectivePolicy {
  const value = <K extends keyof PolicySettings>(name: K): PolicySettings[K] => input[name] ?? file?.[name];
  const maxAccess = value('maxAccess');
  return {
    policy: {
      maxLifetime: value('maxLifetime') ?? defaults.maxLifetime,
      maxAccess: maxAccess ?? defaults.maxAccess,
      maxInvitationAccess: maxAccess ?? defaults.maxInvitationAccess,
      require: value('require') ?? [],
      severity: new Map([...(file?.severity ?? []), ...(input.severity ?? [])]),
      publicRooms: value('publicRooms') ?? [],
      confidentialRooms: value('confidentialRooms') ?? [],
      warnBefore: value('warnBefore') ?? defaults.warnBefore,
      staleAfter: value('staleAfter') ?? defaults.staleAfter,
      titlePattern: value('titlePattern') ?? null,
    },
    origins: Object.fromEntries(
      names.map((name) => [
        name,
        input[name] !== undefined ? 'input' : file?.[name] !== undefined ? 'file' : 'default',
      ]),
    ) as EffectivePolicy['origins'],
  };
}

const names = Object.keys(silentPolicy) as (keyof PolicySettings)[];
