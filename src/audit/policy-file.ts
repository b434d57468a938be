import type { FileRoom } from '../links/declared.ts';
import type { PolicySettings, Waiver } from './policy.ts';

/** What an audit takes from the file of links, policy and waivers. How the file is written it does not know. */
export interface PolicyFile {
  /** As it was named, for messages and reports. */
  readonly path: string;
  readonly rooms: readonly FileRoom[];
  readonly policy: PolicySettings;
  readonly waivers: readonly Waiver[];
  /** Line of `policy:`, from 1; null if there is none. */
  readonly policyLine: number | null;
}
